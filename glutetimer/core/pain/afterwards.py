"""Pain entered for a workout afterwards: for all of it, and for the time after it."""

from __future__ import annotations

from glutetimer.core.pain.tellings import Telling
from glutetimer.core.record.record import MorePain, Workout
from glutetimer.core.run.actions.again import weight
from glutetimer.core.values import replace


def whole_pain(workout: Workout) -> Telling | None:
    """Find the pain that belongs to no single bout; the one that says most, None where there is none."""
    told = _most(workout)
    return None if told is None else Telling(told.place, told.pain_side, told.pain, told.pain_flag)


def whole_score(workout: Workout) -> int | None:
    """Find the score of the workout as a whole, which is not that of a bout or of the time after it."""
    told = _most(workout)
    if told is not None:
        return told.pain
    elsewhere = [bout.result.pain for bout in workout.bouts if bout.result is not None]
    elsewhere += [one.pain for one in workout.more_pain] + [workout.pain_after]
    return None if workout.pain in elsewhere else workout.pain


def after_pain_told(workout: Workout) -> Telling | None:
    """Read the pain of the time after the workout from its record; None where nothing hurt, or it is unknown."""
    if not workout.pain_after and not workout.place_after:
        return None
    return Telling(workout.place_after, workout.pain_side_after, workout.pain_after, workout.pain_flag_after)


def with_whole(workout: Workout, told: Telling | None) -> Workout:
    """Replace the pain that belongs to no single bout (None: no such pain). The workout's worst number does not fall.

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
    """Set the pain of the time after the workout: `score` 0 for none, None where it is unknown."""
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
