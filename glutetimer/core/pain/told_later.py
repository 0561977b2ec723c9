"""What is said of a pain that is told of a workout of the log: the same as in a run."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from glutetimer.core.pain.advice import advise
from glutetimer.core.pain.retold import whole_pain, whole_score
from glutetimer.core.pain.tellings import PainDay, Telling, pain_day, tellings
from glutetimer.core.record.record import Workout


class Grounds(Struct, frozen=True):
    """What the advice goes by beside the workout itself: the pains of those before it, and the runner's own limit."""

    past: tuple[PainDay, ...] = ()
    limit: int = 5


def all_told(workout: Workout) -> tuple[Telling, ...]:
    """All that it tells of pain, a number of the whole workout that has no place included."""
    score = whole_score(workout) if whole_pain(workout) is None else None
    return (*tellings(workout), *((Telling("", None, score),) if score else ()))


def said_later(told: Iterable[Telling], workout: Workout, grounds: Grounds) -> tuple[str, ...]:
    """What is said of these tellings of a workout that is over, each sentence once. The workout is as it is now."""
    today = pain_day(workout)
    advices = (advise(one, today, grounds.past, limit=grounds.limit, over=True) for one in told)
    return tuple(dict.fromkeys(sentence for advice in advices for sentence in advice.says))
