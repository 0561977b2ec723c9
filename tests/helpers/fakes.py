"""Stand-ins for what a run needs around it: each is the list of what was asked of it."""

from __future__ import annotations

from collections.abc import Sequence

from glutetimer.adapters.sound.timetable import Timetable
from glutetimer.core.audio.ports import Cue
from glutetimer.core.plan.plan import Plan
from glutetimer.core.record.record import Workout
from glutetimer.core.run import events as ev


class FakePlayer(list[str]):
    """The sounds that were heard, each at its moment: `listen` says which moment it is."""

    def __init__(self) -> None:
        self.told: list[tuple[Cue, ...]] = []
        self.quieted: list[bool] = []
        self._timetable = Timetable()

    def expect(self, cues: Sequence[Cue]) -> None:
        self.told.append(tuple(cues))
        self._timetable.replace(cues)

    def quiet(self, on: bool) -> None:
        self.quieted.append(on)

    def listen(self, now: float) -> None:
        """Hear what is due by now."""
        self.extend(cue.sound for cue in self._timetable.take(now + 1e-9))


class FakeKeeper(list[tuple[str, Workout | None]]):
    """What was to be kept: ("keep", workout), ("seal", workout), ("amend", workout), ("discard", None)."""

    def __init__(self) -> None:
        self.plans: list[Plan] = []

    def keep(self, workout: Workout, plan: Plan) -> None:
        self.plans.append(plan)
        self.append(("keep", workout))

    def seal(self, workout: Workout) -> None:
        self.append(("seal", workout))

    def amend(self, workout: Workout) -> None:
        self.append(("amend", workout))

    def discard(self) -> None:
        self.append(("discard", None))

    @property
    def asked(self) -> list[str]:
        """What was asked, without the workouts."""
        return [what for what, _ in self]

    @property
    def last(self) -> Workout:
        """The workout that was given last."""
        workout = self[-1][1]
        assert workout is not None
        return workout


class FakeListener(list[tuple[ev.Event, str]]):
    """The events that were heard, with their sounds."""

    def __call__(self, event: ev.Event, sound: str) -> None:
        self.append((event, sound))


class JumpingClock:
    """A run's clock that is always at the next deadline: waiting takes no time."""

    def __init__(self) -> None:
        self.t = 0.0

    def now(self) -> float:
        """The time of the last wait."""
        return self.t

    def wait(self, due: float) -> float:
        """No time at all; but then it is that time."""
        self.t = max(self.t, due)
        return 0.0
