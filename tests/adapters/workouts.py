"""Workouts for tests of what is written: running, with some bouts over, and sealed."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta, timezone

from glutetimer.core.plan.options import Options
from glutetimer.core.record.record import BoutRecord, Result, Workout
from glutetimer.core.record.resume import Resume

ID = "20261120T183005Z-7f3a9c21"
STARTED = datetime(2026, 11, 20, 19, 30, 5, tzinfo=timezone(timedelta(hours=1)))
RESUME = Resume("kicks", 'format = 1\nname = "Kicks"\n', Options(rest=45))
DONE = Result("done", 8, 21.5, "program", rest=30.0)
OPEN = BoutRecord("kick", "Kick – back", "reps", 1, 1, "left", None, "ankles", 8)


def running(over: int = 0, of: int = 3, id_: str = ID) -> Workout:
    """A workout of `of` bouts that runs; the first `over` of them are done."""
    bouts = (OPEN,) * of
    workout = Workout(id_, "kicks", "Kicks", "full", "running", 1, (), 1.0, STARTED, "Europe/Berlin", bouts)
    return with_over(workout, over)


def with_over(workout: Workout, over: int) -> Workout:
    """The same workout with its first `over` bouts done."""
    bouts = (replace(bout, result=DONE if index < over else None) for index, bout in enumerate(workout.bouts))
    return replace(workout, bouts=tuple(bouts))


def finished(of: int = 3, id_: str = ID, minutes: int = 20) -> Workout:
    """A workout that was done to its end, `minutes` long."""
    return replace(running(of, of, id_), state="finished", ended=STARTED + timedelta(minutes=minutes))


def over(workout: Workout) -> frozenset[int]:
    """The indexes of the bouts that have a result."""
    return frozenset(index for index, bout in enumerate(workout.bouts) if bout.result is not None)
