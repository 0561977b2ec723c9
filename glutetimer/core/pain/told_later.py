"""Advice about a pain that is entered for a workout of the log: the same as in a run."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from glutetimer.core.pain.advice import advise
from glutetimer.core.pain.afterwards import whole_pain, whole_score
from glutetimer.core.pain.tellings import PainDay, Telling, pain_day, tellings
from glutetimer.core.record.record import Workout


class Grounds(Struct, frozen=True):
    """Facts behind the advice, beside the workout itself: the pains of earlier workouts, and the runner's own limit."""

    past: tuple[PainDay, ...] = ()
    limit: int = 5


def all_told(workout: Workout) -> tuple[Telling, ...]:
    """List all pain of a workout, a number of the whole workout without a place included."""
    score = whole_score(workout) if whole_pain(workout) is None else None
    return (*tellings(workout), *((Telling("", None, score),) if score else ()))


def said_later(told: Iterable[Telling], workout: Workout, grounds: Grounds) -> tuple[str, ...]:
    """Find the advice about these pains of a finished workout, each sentence once. The workout is as it is now."""
    today = pain_day(workout)
    advices = (advise(one, today, grounds.past, limit=grounds.limit, over=True) for one in told)
    return tuple(dict.fromkeys(sentence for advice in advices for sentence in advice.says))
