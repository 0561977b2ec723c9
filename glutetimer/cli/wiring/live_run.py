"""Run with everything around it: clock, sound, record, trace, the watch for sleep."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from glutetimer.adapters.files.folders import Places, refuges
from glutetimer.adapters.system.awake import Awake
from glutetimer.adapters.system.clock import GapWatch, ScaledClock, local_now
from glutetimer.adapters.system.stopped import Stopped
from glutetimer.adapters.workout.saver import RecordSaver
from glutetimer.adapters.workout.saver_files import tell_nobody
from glutetimer.cli.base.remarks import remarks
from glutetimer.cli.wiring.audio import Audible, OnClock, open_audible
from glutetimer.cli.wiring.exercise_history import ExerciseHistory
from glutetimer.core.audio.all_sentences import plan_sentences
from glutetimer.core.live_run import Run
from glutetimer.core.run.engine import Engine
from glutetimer.core.values import replace

if TYPE_CHECKING:
    from glutetimer.adapters.workout.run_lock import RunLock
    from glutetimer.adapters.workout.trace import Trace
    from glutetimer.core import live_run as ports
    from glutetimer.core.log.last_times import Past
    from glutetimer.core.log.query import LogBook
    from glutetimer.core.pain.body_places import Morning
    from glutetimer.core.pain.morning import MorningQuestion
    from glutetimer.core.pain.tellings import PainDay
    from glutetimer.core.plan.plan import Plan
    from glutetimer.core.record.record import Workout
    from glutetimer.core.record.resume import Resume
    from glutetimer.core.run.state import Results
    from glutetimer.core.settings.config import Config

#: Seconds that closing waits for the record.
LAST_WAIT = 10.0


class RunSetup(Struct, frozen=True):
    """Makes runs: with a record (`keep`), a trace, sound, and a speed."""

    places: Places
    config: Config
    muted: bool
    speed: float
    keep: bool
    trace: Trace | None


class Forgetful:
    """Keeper for rehearsals that leave nothing behind."""

    def keep(self, workout: Workout, plan: Plan) -> None:
        """Keep nothing."""

    def seal(self, workout: Workout) -> None:
        """Keep nothing at the end either."""

    amend = seal

    def discard(self) -> None:
        """Do nothing: nothing was kept."""


class WiredRun(Struct, frozen=True):
    """Run with its surroundings; see `glutetimer.core.ports.LiveRun`."""

    run: Run
    clock: ScaledClock
    rehearsal: bool
    left_out: tuple[str, ...]
    saver: RecordSaver | None
    audible: Audible
    stopped: Stopped
    gaps: GapWatch
    lore: ExerciseHistory
    awake: Awake
    pain_limit: int
    book: Callable[[], LogBook]

    @property
    def first_time(self) -> frozenset[str]:
        """Ids of exercises that the log does not know yet."""
        return self.lore.first_time

    @property
    def failed_cues(self) -> Mapping[str, str]:
        """Exercise id -> the cue that went first last time."""
        return self.lore.failed_cues

    @property
    def last_done(self) -> Mapping[str, tuple[int, ...]]:
        """Exercise id -> the most in one bout last time."""
        return self.lore.last_done

    @property
    def pains(self) -> tuple[PainDay, ...]:
        """Pains in the workouts before, as far as the log was read."""
        return self.lore.pains

    def write_morning(self, question: MorningQuestion, answer: Morning) -> str:
        """Write how a pain was the morning after; return a sentence where that fails, or ""."""
        from glutetimer.core.tell_pain import write_morning  # once a morning

        return write_morning(self.book(), question, answer)

    @property
    def remarks(self) -> tuple[str, ...]:
        """Remarks: what the plan leaves out or replaces, whether the screen may go dark, the state of the voice."""
        voice = self.audible.voice.problem or (self.audible.preparing if self.run.speaks else "")
        return (*self.left_out, *filter(None, (self.awake.problem, voice)))

    def problems(self) -> tuple[str, ...]:
        """Sentences about current problems, the record before the sound."""
        found = (self.saver.problem if self.saver else "", self.audible.player.problem)
        return tuple(filter(None, found))

    def silent(self) -> bool:
        """Whether sound is off or unavailable; a rehearsal is meant to be quiet."""
        return not self.rehearsal and self.audible.silent()

    def bell(self) -> bool:
        """Whether the terminal's bell is to ring."""
        return self.audible.bell()

    def has_voice(self) -> bool:
        """Whether there is a voice."""
        return self.audible.has_voice

    def voice_problem(self) -> str:
        """Sentence why nothing is spoken, where speech is wanted."""
        return self.audible.wordless

    def sound_problem(self) -> str:
        """Sentence why nothing is heard."""
        return self.audible.player.problem

    def on_return(self, wake: Callable[[], object]) -> Callable[[], None]:
        """Call `wake` when the program goes on after a stop by a signal; return how to end that."""
        return self.stopped.listen(wake)

    def slept(self) -> bool:
        """Whether the machine slept; False in a rehearsal, where nobody could go on after it."""
        return self.gaps.slept() and not self.rehearsal

    def saved(self, timeout: float) -> str:
        """Path of the record once it is durable, or ""."""
        if self.saver is None:
            return ""
        self.saver.wait(timeout)
        return str(self.saver.saved_path or "")

    def save_to(self, folder: str) -> None:
        """Save again, in another folder."""
        if self.saver is not None:
            self.saver.move_to(Path(folder).expanduser())

    def close(self) -> None:
        """Wait for the last save, then close everything."""
        self.awake.close()
        self.audible.close()
        if self.saver is not None:
            self.saver.wait(LAST_WAIT)
            self.saver.close()


def begin(
    making: RunSetup,
    plan: Plan,
    workout: Workout,
    resume: Resume,
    past: Callable[[], Past],
    book: Callable[[], LogBook],
    results: Results | None = None,
    held: RunLock | None = None,
) -> WiredRun:
    """Make a run of a plan, or resume one that has `results` and whose running file is `held`.

    `past` reads the log; it is called on another thread. `book` opens the log, to correct a record in it.
    """
    rehearsal = making.speed != 1.0
    saver = _saver(making, resume, held) if making.keep or held else None
    saves: ports.Saver = saver or Forgetful()
    clock = ScaledClock(making.speed)
    audible = open_audible(making.config, making.places.cache, rehearsal=rehearsal, quiet=making.muted)
    player = OnClock(audible.player, clock)
    lore = ExerciseHistory(plan, past)
    run = Run(
        engine=Engine(plan, results, unattended=rehearsal, more_pain=workout.more_pain),
        workout=workout,
        player=player,
        saver=saves,
        clock=lambda: local_now()[0],
        listeners=[*([making.trace.heard] if making.trace else []), player.look_again],
        speaking=audible.speaking(lore),
    )
    if making.muted:
        run.mute(True, clock.now())
    if making.config.voice == "off":
        run.speak(False, clock.now())
    if run.speaks:
        audible.voice.prepare(plan_sentences(plan, replace(audible.manner, new=lore.first_time)))
    stopped = Stopped()
    gaps = GapWatch(stopped=stopped.take)
    around = (remarks(plan), saver, audible, stopped, gaps, lore, Awake(), making.config.pain_limit, book)
    return WiredRun(run, clock, rehearsal, *around)


def _saver(making: RunSetup, resume: Resume, held: RunLock | None) -> RecordSaver:
    trace = making.trace
    return RecordSaver(
        making.places.state,
        making.places.log,
        resume,
        held=held,
        refuges=refuges(),
        on_saved=trace.saved if trace else tell_nobody,
    )
