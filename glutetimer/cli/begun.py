"""A run with everything around it: clock, sound, record, trace, the watch for sleep."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from glutetimer.adapters.awake import Awake
from glutetimer.adapters.claim import Claim
from glutetimer.adapters.clock import local_now
from glutetimer.adapters.keeper import Keeper
from glutetimer.adapters.places import Places
from glutetimer.adapters.run_clock import GapWatch, ScaledClock
from glutetimer.adapters.shelf import tell_nobody
from glutetimer.adapters.sound.choose import choose_player
from glutetimer.adapters.sound.folder import sounds_folder
from glutetimer.adapters.sound.player import Player, Silent
from glutetimer.adapters.trace import Trace
from glutetimer.cli.lore import Lore
from glutetimer.cli.remarks import remarks
from glutetimer.core import run as ports
from glutetimer.core.config import Volume
from glutetimer.core.engine import Engine
from glutetimer.core.plan import Plan
from glutetimer.core.record import Workout
from glutetimer.core.resume import Resume
from glutetimer.core.review import Past
from glutetimer.core.run import Run
from glutetimer.core.state import Results

#: How long closing waits for the record, in seconds.
LAST_WAIT = 10.0


@dataclass(frozen=True, slots=True)
class Making:
    """How runs are made: where they are kept (`keep`), heard (`player`, `volume`) and traced, and how fast they go."""

    places: Places
    player: str
    volume: Volume
    speed: float
    keep: bool
    trace: Trace | None


class Forgetful:
    """A keeper for rehearsals that leave nothing behind."""

    def keep(self, workout: Workout) -> None:
        """Nothing is kept."""

    seal = amend = keep

    def discard(self) -> None:
        """Nothing was kept."""


@dataclass(frozen=True, slots=True)
class BegunRun:
    """See `glutetimer.core.desk.Begun`."""

    run: Run
    clock: ScaledClock
    rehearsal: bool
    left_out: tuple[str, ...]
    keeper: Keeper | None
    player: Player
    gaps: GapWatch
    lore: Lore
    awake: Awake

    @property
    def first_time(self) -> frozenset[str]:
        """Exercises that the log does not know yet."""
        return self.lore.first_time

    @property
    def failed_cues(self) -> Mapping[str, str]:
        """Exercise id -> the cue that went first last time."""
        return self.lore.failed_cues

    @property
    def remarks(self) -> tuple[str, ...]:
        """What was left out or replaced, and whether the screen may go dark."""
        return (*self.left_out, *filter(None, (self.awake.problem,)))

    def problems(self) -> tuple[str, ...]:
        """What is wrong right now, the record before the sound."""
        found = (self.keeper.problem if self.keeper else "", self.player.problem)
        return tuple(filter(None, found))

    def silent(self) -> bool:
        """Whether sound is off or cannot be had; a rehearsal is meant to be quiet."""
        return not self.rehearsal and (isinstance(self.player, Silent) or bool(self.player.problem))

    def slept(self) -> bool:
        """Whether the machine slept; a rehearsal has nobody who could go on after it."""
        return self.gaps.slept() and not self.rehearsal

    def saved(self, timeout: float) -> str:
        """The record's path once it is durable, or ""."""
        if self.keeper is None:
            return ""
        self.keeper.wait(timeout)
        return str(self.keeper.saved_path or "")

    def save_to(self, folder: str) -> None:
        """Try once more, in another folder."""
        if self.keeper is not None:
            self.keeper.move_to(Path(folder).expanduser())

    def close(self) -> None:
        """Wait for the last save, then let go of everything."""
        self.awake.close()
        self.player.close()
        if self.keeper is not None:
            self.keeper.wait(LAST_WAIT)
            self.keeper.close()


def begin(
    making: Making,
    plan: Plan,
    workout: Workout,
    resume: Resume,
    past: Callable[[], Past],
    results: Results | None = None,
    held: Claim | None = None,
) -> BegunRun:
    """Make a run of a plan, or go on with one that has `results` and whose running file is `held`.

    `past` reads what the log says; it is called on another thread.
    """
    rehearsal = making.speed != 1.0
    keeper = _keeper(making, resume, held) if making.keep or held else None
    player = Silent() if making.player == "none" else choose_player(making.player, sounds_folder(), making.volume)
    keeps: ports.Keeper = keeper or Forgetful()
    run = Run(
        engine=Engine(plan, results, unattended=rehearsal),
        workout=workout,
        player=player,
        keeper=keeps,
        clock=lambda: local_now()[0],
        listeners=[making.trace.heard] if making.trace else [],
    )
    lore = Lore(plan, past)
    return BegunRun(run, ScaledClock(making.speed), rehearsal, remarks(plan), keeper, player, GapWatch(), lore, Awake())


def _keeper(making: Making, resume: Resume, held: Claim | None) -> Keeper:
    trace = making.trace
    return Keeper(
        making.places.state,
        making.places.log,
        resume,
        held=held,
        on_saved=trace.saved if trace else tell_nobody,
    )
