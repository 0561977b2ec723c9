"""Pain that is told of a workout afterwards: of all of it, and of the time after it."""

from __future__ import annotations

from glutetimer.core.pain.tellings import Telling
from glutetimer.core.record.record import MorePain, Workout
from glutetimer.core.run.actions.again import weight
from glutetimer.core.values import replace


def whole_pain(workout: Workout) -> Telling | None:
    """What was told of no one bout; the one that says most, None where there is none."""
    told = _most(workout)
    return None if told is None else Telling(told.place, told.pain_side, told.pain, told.pain_flag)


def whole_score(workout: Workout) -> int | None:
    """The number that belongs to the whole of it: one that was told at a bout, or afterwards, belongs there."""
    told = _most(workout)
    if told is not None:
        return told.pain
    elsewhere = [bout.result.pain for bout in workout.bouts if bout.result is not None]
    elsewhere += [one.pain for one in workout.more_pain] + [workout.pain_after]
    return None if workout.pain in elsewhere else workout.pain


def after_pain_told(workout: Workout) -> Telling | None:
    """What the record's own keys say of the time after it; None where it hurt nowhere, or nobody said."""
    if not workout.pain_after and not workout.place_after:
        return None
    return Telling(workout.place_after, workout.pain_side_after, workout.pain_after, workout.pain_flag_after)


def with_whole(workout: Workout, told: Telling | None) -> Workout:
    """The workout with this in place of what was told of no one bout (None: nothing). Its worst number is not less.

    A number alone is the workout's own (`pain`) and needs no place beside it.
    """
    old = _most(workout)
    more = tuple(one for one in workout.more_pain if one is not old)
    if told is None:
        return replace(workout, more_pain=more)
    if told.place or told.side or told.flag:
        more = (MorePain(None, told.score, told.place, told.side, told.flag), *more)
    return replace(workout, more_pain=more, pain=_worst(workout.pain, told.score))


def with_after(workout: Workout, score: int | None, told: Telling | None) -> Workout:
    """The workout with this told of the time after it: `score` 0 for none, None where nobody said."""
    told = told if told is not None and score != 0 else Telling("")
    return replace(
        workout,
        pain=_worst(workout.pain, score),
        pain_after=score,
        place_after=told.place,
        pain_side_after=told.side,
        pain_flag_after=told.flag,
    )


def _most(workout: Workout) -> MorePain | None:
    return max((one for one in workout.more_pain if one.bout is None), key=weight, default=None)


def _worst(*scores: int | None) -> int | None:
    return max((score for score in scores if score is not None), default=None)
