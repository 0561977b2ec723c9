"""The desk: what a front end asks of the program around it. Built once by the command line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from glutetimer.core.options import Options
from glutetimer.core.run import Run


@dataclass(frozen=True, slots=True)
class SessionRow:
    """A session to choose from. `seconds` at the session's own dose; `post_run_seconds` one round of it."""

    id: str
    name: str
    summary: str
    needs: tuple[str, ...]
    seconds: float
    post_run_seconds: float
    exercises: tuple[str, ...]
    last_done: datetime | None


@dataclass(frozen=True, slots=True)
class Leftover:
    """A workout that was not ended: `key` names it to the desk; `old` where it began over a day ago.

    `over` where every bout has its outcome, and only the log refused it: there is nothing to go on with.
    """

    key: str
    session: str
    name: str
    started: datetime
    done: int
    planned: int
    old: bool
    over: bool = False


class RunClock(Protocol):
    """The run's clock: seconds that never go back; X times real ones in a rehearsal."""

    def now(self) -> float: ...

    def wait(self, due: float) -> float:
        """Real seconds until `due`, at least 0."""
        ...


class Begun(Protocol):
    """A run with everything around it."""

    @property
    def run(self) -> Run: ...

    @property
    def clock(self) -> RunClock: ...

    @property
    def rehearsal(self) -> bool:
        """Nobody presses keys and nothing is asked at the end."""
        ...

    @property
    def remarks(self) -> tuple[str, ...]:
        """What was left out or replaced, a line each."""
        ...

    def problems(self) -> tuple[str, ...]:
        """What is wrong right now with the record or the sound, most important first."""
        ...

    def silent(self) -> bool:
        """Whether nothing is heard right now: the screen flashes instead."""
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


class Desk(Protocol):
    """Sessions to choose, runs to begin, workouts left over."""

    def sessions(self) -> Sequence[SessionRow]: ...

    def begin(self, session: str, options: Options) -> Begun:
        """Raises BadFile or EmptyPlan."""
        ...

    def leftovers(self) -> Sequence[Leftover]: ...

    def resume(self, leftover: Leftover) -> Begun:
        """Raises BadFile where it cannot be gone on with."""
        ...

    def save(self, leftover: Leftover) -> str:
        """Save what was done as a workout that ended early; returns where. Raises OSError."""
        ...

    def discard(self, leftover: Leftover) -> None: ...
