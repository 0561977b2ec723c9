"""Ports: what a front end asks of the program around it. Built once by the command line."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Protocol

from msgspec import Struct

if TYPE_CHECKING:
    from glutetimer.core.live_run import Run
    from glutetimer.core.log.last_times import Past
    from glutetimer.core.log.query import LogBook, Opened
    from glutetimer.core.pain.body_places import Morning
    from glutetimer.core.pain.morning import MorningQuestion
    from glutetimer.core.pain.tellings import PainDay
    from glutetimer.core.plan.options import Options
    from glutetimer.core.session.session import Session
    from glutetimer.core.settings.config import Config
    from glutetimer.core.stay_awake import StaysAwake


class Leftover(Struct, frozen=True):
    """A workout that was not ended: `key` names it to the program; `old` where it began over a day ago.

    `over` where every bout has its outcome, and only the log refused it: there is nothing to go on with. `hurt`
    where there is a pain in it.
    """

    key: str
    session: str
    name: str
    started: datetime
    done: int
    planned: int
    old: bool
    over: bool = False
    hurt: bool = False

    @property
    def says_something(self) -> bool:
        """Whether anything would be lost with it: a bout, or a pain from before the first bout."""
        return self.done > 0 or self.hurt


class RunClock(Protocol):
    """Clock of a run: seconds that never go back; X times real ones in a rehearsal."""

    def now(self) -> float: ...

    def wait(self, due: float) -> float:
        """Real seconds until `due`, at least 0."""
        ...


class LiveRun(Protocol):
    """A run with everything around it."""

    @property
    def run(self) -> Run: ...

    @property
    def clock(self) -> RunClock: ...

    @property
    def rehearsal(self) -> bool:
        """Whether this is a rehearsal: nobody presses keys and nothing is asked at the end."""
        ...

    @property
    def first_time(self) -> frozenset[str]:
        """Exercises, by id, that the log does not know yet: the runner learns how to do them before they begin."""

    @property
    def failed_cues(self) -> Mapping[str, str]:
        """Exercise id -> the cue that failed first last time."""

    @property
    def last_done(self) -> Mapping[str, tuple[int, ...]]:
        """Exercise id -> the most in one bout last time, of left and right or of both together."""

    @property
    def pains(self) -> tuple[PainDay, ...]:
        """Pains of earlier workouts, as far as the log was read."""
        ...

    @property
    def pain_limit(self) -> int:
        """Most pain, 0-10, with which an exercise goes on."""
        ...

    def write_morning(self, question: MorningQuestion, answer: Morning) -> str:
        """Write how a pain was the morning after into the record of its workout; return the problem, or ""."""
        ...

    @property
    def awake(self) -> StaysAwake:
        """Keeps the machine from dimming and sleeping."""
        ...

    @property
    def remarks(self) -> tuple[str, ...]:
        """Lines on what was left out or replaced, and how far the voice is; some change by themselves."""
        ...

    def problems(self) -> tuple[str, ...]:
        """Problems with the record or the sound right now, most important first."""
        ...

    def silent(self) -> bool:
        """Whether nothing is heard right now: the screen flashes instead."""
        ...

    def bell(self) -> bool:
        """Whether the terminal's bell is to ring: sound is wanted, but cannot be had."""
        ...

    def sound_problem(self) -> str:
        """Why nothing is heard, where it is not by wish; "" where all is well."""
        ...

    def has_voice(self) -> bool:
        """Whether there is an engine that speaks."""
        ...

    def voice_problem(self) -> str:
        """Why nothing is spoken, where words are wanted; "" where all is well."""
        ...

    def on_return(self, wake: Callable[[], object]) -> Callable[[], None]:
        """Call `wake`, within a signal handler of the main thread, when the program goes on after it was stopped.

        Returns a function that ends that. `slept` is true then.
        """
        ...

    def slept(self) -> bool:
        """Whether the machine slept or the program was stopped since the last call."""
        ...

    def saved(self, timeout: float) -> str:
        """Wait up to `timeout` seconds for the record; its path, or "" where it is not saved."""
        ...

    def save_to(self, folder: str) -> None:
        """Try once more to save the record, in another folder."""
        ...

    def close(self) -> None:
        """Let go of sound, locks and threads. What is saved stays."""
        ...


class SoundCheck(Protocol):
    """Plays sounds outside a run. `problem` says why nothing is heard, "" where all is well."""

    @property
    def problem(self) -> str: ...

    def play(self, sound: str) -> None: ...

    def say(self, sentence: str) -> None:
        """Speak a sentence; nothing where there is no voice."""
        ...

    def close(self) -> None: ...


class SessionsRead(Struct, frozen=True):
    """Sessions that can be read, in the order of the list, and what is wrong in the runner's own files.

    A complaint names the file, settings or session, the line, and what to write instead.
    """

    sessions: tuple[Session, ...]
    complaints: tuple[str, ...] = ()


class Program(Protocol):
    """Sessions to choose, runs to begin, workouts left over, settings."""

    @property
    def config(self) -> Config:
        """Settings of the runner as they are now."""
        ...

    def change(self, changes: Mapping[str, object]) -> str:
        """Change settings by name ("volume.ticks"; None: the usual value); return the problem, or ""."""
        ...

    def first_start(self) -> bool:
        """Whether the program was never opened here before."""
        ...

    def welcomed(self) -> None:
        """Note that the program was opened here."""
        ...

    def sound_check(self) -> SoundCheck:
        """Make a player with the current settings; the caller closes it."""
        ...

    def sessions(self) -> SessionsRead:
        """Read all session files."""
        ...

    def past(self) -> Past:
        """Facts from the log, as far as it was read. Looks into files: not for the thread that draws."""
        ...

    def look_back(self) -> bool:
        """Read all that is new in the log; whether `past` may be different now. Slow where much is new."""
        ...

    @property
    def deleted(self) -> list[Opened]:
        """Records moved to the log's trash since the program started, the latest last; kept up to date by the log."""
        ...

    def look_away(self) -> None:
        """Let a running read end soon; the rest is read next time."""
        ...

    def log(self) -> LogBook:
        """Log to look at and to correct."""
        ...

    def save_session(self, session: str, options: Options, name: str) -> str:
        """Save a session as changed by the options under a new name; return its id.

        Raises BadFile, EmptyPlan or OSError.
        """
        ...

    def begin(self, session: str, options: Options) -> LiveRun:
        """Begin a run. Raises BadFile or EmptyPlan."""
        ...

    def leftovers(self) -> Sequence[Leftover]: ...

    def resume(self, leftover: Leftover) -> LiveRun:
        """Go on with a workout. Raises BadFile where that is not possible."""
        ...

    def save(self, leftover: Leftover) -> str:
        """Save what was done as a workout that ended early; return where. Raises OSError."""
        ...

    def discard(self, leftover: Leftover) -> None: ...
