"""What a workout tells of pain: each place and side that was told, and whether it says that there was none."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from glutetimer.core.pain.places import Flag, Morning
from glutetimer.core.record import PainSide, Result, Workout


@dataclass(frozen=True, slots=True)
class Telling:
    """Pain that was told. `score` is 0-10, None where there was no number; `flag` None where nobody was asked.

    `exercise` is the id of the exercise that hurt, "" where it was told at the finish.
    """

    place: str
    side: PainSide | None = None
    score: int | None = None
    flag: Flag | None = None
    exercise: str = ""


@dataclass(frozen=True, slots=True)
class PainDay:
    """One workout's pain. `none`: it was said that nothing hurt, which is more than that nobody was asked.

    `morning` is how the worst of it was the morning after, None where that is not known. `path` is where the record
    lies, "" where nobody asked.
    """

    workout: str
    at: datetime
    tellings: tuple[Telling, ...] = ()
    none: bool = False
    morning: Morning | None = None
    path: str = ""

    @property
    def says_something(self) -> bool:
        """Whether pain was told, or that there was none."""
        return bool(self.tellings) or self.none


def pain_day(workout: Workout, path: str = "") -> PainDay:
    """What a workout tells of pain; `path` is where its record lies."""
    told = tuple(_tellings(workout))
    none = not told and (workout.pain == 0 or workout.pain_after == 0)
    return PainDay(workout.id, workout.started, told, none, workout.morning, path)


def worst(tellings: tuple[Telling, ...]) -> Telling | None:
    """The one that says most: the highest score, then one with a place, then the latest."""
    ranked = sorted(tellings, key=lambda one: (one.score or 0, bool(one.place)))
    return ranked[-1] if ranked else None


def _tellings(workout: Workout) -> Iterator[Telling]:
    for bout in workout.bouts:
        if (told := telling_of(bout.exercise, bout.result)) is not None:
            yield told
    if workout.pain_after or (workout.pain_after is None and workout.place_after):
        side, flag = workout.pain_side_after, workout.pain_flag_after
        yield Telling(workout.place_after, side, workout.pain_after, flag)


def telling_of(exercise: str, result: Result | None) -> Telling | None:
    """What a bout of an exercise tells; None where nothing hurt: no pain was told, or 0."""
    if result is None or result.pain == 0 or not (result.pain or result.place or result.outcome == "pain"):
        return None
    return Telling(result.place, result.pain_side, result.pain, result.pain_flag, exercise)
