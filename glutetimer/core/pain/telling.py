"""A pain told in a run, by whichever front end: it is written down, and then said what follows."""

from __future__ import annotations

from glutetimer.core.commands import TellPain
from glutetimer.core.desk import Begun
from glutetimer.core.pain.after import After, after_pain, today_of
from glutetimer.core.pain.tellings import PainDay


def tell(begun: Begun, told: TellPain, now: float) -> After:
    """Write it down, and what follows it by what was told before, today and in the log; `now` is the run's clock."""
    begun.run.press(told, now)
    state = begun.run.engine.state
    return after_pain(state, told, pain_today(begun), begun.pains, limit=begun.pain_limit)


def pain_today(begun: Begun) -> PainDay:
    """What this workout told of pain up to now."""
    workout = begun.run.workout
    return today_of(begun.run.engine.state, PainDay(workout.id, workout.started))
