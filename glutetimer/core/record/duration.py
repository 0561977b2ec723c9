"""Duration of a workout: its run time, pauses not counted, or the nearest value that its record gives."""

from __future__ import annotations

from datetime import datetime, timedelta

from msgspec import Struct

from glutetimer.core.record.record import Workout
from glutetimer.core.values import replace

#: A workout that begins later than this is no slip of a few hours between two zones.
_WRONG = timedelta(days=1)


class Took(Struct, frozen=True):
    """Seconds, 0 where nothing is known; `about` where nobody measured them."""

    seconds: float = 0.0
    about: bool = False


def took(workout: Workout) -> Took:
    """Find the run time where it was measured; else the smaller of the time to its end and its bouts with their rests.

    From start to end there may be pauses, or a whole night before it went on.
    """
    if workout.active is not None:
        return Took(workout.active)
    known = [elapsed(workout), _worked(workout)]
    seconds = min((span for span in known if span is not None), default=0.0)
    return Took(seconds, about=seconds > 0)


def elapsed(workout: Workout) -> float | None:
    """Seconds from its start to its end by the clock on the wall; None where that is not known or cannot be."""
    if workout.ended is None or workout.ended <= workout.started:
        return None
    return (workout.ended - workout.started).total_seconds()


def ended_at(workout: Workout, now: datetime) -> Workout:
    """End the workout `now` (aware): a clock that was set back meanwhile takes nothing from its run time.

    Where it was set back by more than a day it was wrong before: then the start follows from the run time.
    """
    # In whole seconds, as a clock shows them.
    lived = timedelta(seconds=int((workout.active or 0.0) / workout.speed))
    if workout.started > now + _WRONG:
        return replace(workout, started=now - lived, ended=now)
    return replace(workout, ended=max(now, (workout.started + lived).astimezone(now.tzinfo)))


def _worked(workout: Workout) -> float | None:
    """Seconds of all bouts and the rests after them, as far as they are known."""
    results = [bout.result for bout in workout.bouts if bout.result is not None]
    return sum(result.seconds + (result.rest or 0.0) for result in results) if results else None
