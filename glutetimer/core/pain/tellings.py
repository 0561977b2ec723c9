"""Pain in a workout: each place and side named, and whether the runner said that nothing hurt."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from msgspec import Struct

from glutetimer.core.pain.body_places import Flag, Morning, flag_note
from glutetimer.core.record.record import MorePain, PainSide, Result, Workout


class Telling(Struct, frozen=True):
    """One pain of a workout. `score` is 0-10, None without a number; `flag` None where the runner was not asked.

    `exercise` is the id of the exercise that hurt, "" where the pain was entered at the finish.
    """

    place: str
    side: PainSide | None = None
    score: int | None = None
    flag: Flag | None = None
    exercise: str = ""


class PainDay(Struct, frozen=True):
    """All pain of one workout. `none`: the runner said that nothing hurt, which is more than not being asked.

    `morning` is how the worst of it was the morning after, None where that is unknown. `path` is where the record
    lies, "" where it was not asked for.
    """

    workout: str
    at: datetime
    tellings: tuple[Telling, ...] = ()
    none: bool = False
    morning: Morning | None = None
    path: str = ""

    @property
    def says_something(self) -> bool:
        """Whether the runner named a pain, or said that nothing hurt."""
        return bool(self.tellings) or self.none


def pain_day(workout: Workout, path: str = "") -> PainDay:
    """Collect the pain of a workout; `path` is where its record lies."""
    told = tuple(tellings(workout))
    none = not told and (workout.pain == 0 or workout.pain_after == 0)
    return PainDay(workout.id, workout.started, told, none, workout.morning, path)


def worst(tellings: tuple[Telling, ...]) -> Telling | None:
    """Pick the telling that says most: the highest score, then one with a place, then the latest."""
    ranked = sorted(tellings, key=lambda one: (one.score or 0, bool(one.place)))
    return ranked[-1] if ranked else None


def tellings(workout: Workout) -> Iterator[Telling]:
    """Find all pain of a workout: at its bouts, beside them, and at its finish."""
    for bout in workout.bouts:
        if (told := telling_of(bout.exercise, bout.result)) is not None:
            yield told
    ids = [bout.exercise for bout in workout.bouts]
    yield from (telling_beside(one, ids) for one in workout.more_pain if says_pain(one))
    if workout.pain_after or (workout.pain_after is None and workout.place_after):
        side, flag = workout.pain_side_after, workout.pain_flag_after
        yield Telling(workout.place_after, side, workout.pain_after, flag)


def telling_of(exercise: str, result: Result | None) -> Telling | None:
    """Read the pain from a bout of an exercise; None where nothing hurt: no answer, or 0."""
    if result is None or not (says_pain(result) or (result.outcome == "pain" and result.pain is None)):
        return None
    return Telling(result.place, result.pain_side, result.pain, result.pain_flag, exercise)


def telling_beside(told: MorePain, exercises: Sequence[str]) -> Telling:
    """Read a pain that stands at no bout; `exercises` are the ids of the workout's bouts, in their order."""
    at = 0 if told.bout is None else told.bout
    exercise = exercises[at - 1] if 0 < at <= len(exercises) else ""
    return Telling(told.place, told.pain_side, told.pain, told.pain_flag, exercise)


def more_pain_words(told: MorePain) -> str:
    """ "3 of 10, knee, left (no. 4)"."""
    words = pain_words(telling_beside(told, ())) or "pain"
    return f"{words} (no. {told.bout})" if told.bout else words


def says_pain(told: Result | MorePain) -> bool:
    """Whether there is a pain: any but 0, or a warning sign."""
    flagged = told.pain_flag not in (None, "none")
    return flagged or (told.pain != 0 and bool(told.pain or told.place or told.pain_side))


def pain_words(told: Telling) -> str:
    """ "3 of 10, knee, left, limping"; leaves out what is unknown."""
    score = "" if told.score is None else f"{told.score} of 10"
    return ", ".join(filter(None, (score, told.place, told.side, flag_note(told.flag))))
