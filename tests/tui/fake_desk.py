"""A desk without files, sound or time: the test moves the clock, and sees what was kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

from builders import each, hold, plan, reps

from glutetimer.core.desk import Leftover, SessionRow
from glutetimer.core.engine import Engine
from glutetimer.core.options import Options
from glutetimer.core.plan import Plan
from glutetimer.core.record import Workout, begin_workout
from glutetimer.core.run import Run

NOON = datetime(2026, 11, 20, 12, 0, 0, tzinfo=UTC)


class HandClock:
    """Stands still until the test moves it; nobody is ever woken."""

    def __init__(self) -> None:
        self.t = 0.0

    def now(self) -> float:
        """What the test has set."""
        return self.t

    def wait(self, due: float) -> float:
        """For ever, nearly."""
        return 3600.0


@dataclass
class Kept:
    """What a keeper was told."""

    workouts: list[Workout] = field(default_factory=list)
    sealed: list[Workout] = field(default_factory=list)
    amended: list[Workout] = field(default_factory=list)
    discarded: int = 0

    def keep(self, workout: Workout) -> None:
        self.workouts.append(workout)

    def seal(self, workout: Workout) -> None:
        self.sealed.append(workout)

    def amend(self, workout: Workout) -> None:
        self.amended.append(workout)

    def discard(self) -> None:
        self.discarded += 1


@dataclass
class Heard:
    """What a player was told."""

    sounds: list[str] = field(default_factory=list)

    def play(self, sound: str) -> None:
        self.sounds.append(sound)


class FakeBegun:
    """A run of a small plan."""

    def __init__(self, wanted: Plan) -> None:
        self.kept, self.heard, self.clock = Kept(), Heard(), HandClock()
        workout = begin_workout(wanted, "id", NOON, "UTC")
        self.run = Run(Engine(wanted), workout, self.heard, self.kept, lambda: NOON)
        self.rehearsal = False
        self.remarks: tuple[str, ...] = ()
        self.problem = ""
        self.gap = False
        self.quiet = False
        self.path = "log/id.toml"
        self.folders: list[str] = []
        self.closed = 0

    def problems(self) -> tuple[str, ...]:
        return (self.problem,) if self.problem else ()

    def silent(self) -> bool:
        return self.quiet

    def slept(self) -> bool:
        slept, self.gap = self.gap, False
        return slept

    def saved(self, timeout: float) -> str:
        return self.path

    def save_to(self, folder: str) -> None:
        self.folders.append(folder)
        self.path = f"{folder}/id.toml"

    def close(self) -> None:
        self.closed += 1


def small_plan() -> Plan:
    """Two sides of kicks, a hold, squats: 7 bouts with cues."""
    kick = each(count=6, how="Kick slowly.", cues=("Slow", "Straight"), posture="side")
    return plan(kick, hold(seconds=30, cues=("Breathe",)), reps(count=8, cues=("Down",)))


class FakeDesk:
    """Begins one prepared run."""

    def __init__(self, begun: FakeBegun | None = None, left: Sequence[Leftover] = ()) -> None:
        self.begun = begun or FakeBegun(small_plan())
        self.left = list(left)
        self.asked: list[tuple[str, Options]] = []
        self.told: list[str] = []

    def sessions(self) -> Sequence[SessionRow]:
        row = SessionRow("test", "Test", "A test.", ("band",), 600.0, 240.0, ("Kick", "Plank"), None)
        other = SessionRow("other", "Other", "[bold]not markup[/]", (), 60.0, 60.0, ("Squat",), NOON)
        return [row, other]

    def begin(self, session: str, options: Options) -> FakeBegun:
        self.asked.append((session, options))
        return self.begun

    def leftovers(self) -> Sequence[Leftover]:
        return self.left

    def resume(self, leftover: Leftover) -> FakeBegun:
        self.told.append("resume")
        return self.begun

    def save(self, leftover: Leftover) -> str:
        self.told.append("save")
        self.left.clear()
        return "log/left.toml"

    def discard(self, leftover: Leftover) -> None:
        self.told.append("discard")
        self.left.clear()
