"""Workouts for tests of what is written: running, with some bouts over, and sealed."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

from glutetimer.core.plan.options import Options
from glutetimer.core.plan.plan import Plan
from glutetimer.core.record.record import BoutRecord, Outcome, Result, Workout, begin_workout, with_results
from glutetimer.core.record.resume import Resume
from glutetimer.core.session.session import Exercise, Span
from glutetimer.core.values import replace
from tests.helpers.core import each, hold, plan, reps

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


NOON = datetime(2026, 11, 20, 12, 0, 0, tzinfo=UTC)
#: The bouts below: two sets of kicks (left, right), two holds.
SHORT, FORM = 1, 3


def result(outcome: Outcome, done: int, **changes: object) -> Result:
    """As the program counted it."""
    return replace(Result(outcome, done, 20.0, "program"), **changes)  # type: ignore[arg-type]


def as_planned(wanted: Plan) -> Workout:
    """All of it done, in 21 minutes and 40 seconds."""
    results = tuple(result("done", bout.target) for bout in wanted.bouts)
    workout = with_results(begin_workout(wanted, "id", NOON, "UTC"), wanted, results)
    return replace(workout, state="finished", ended=NOON + timedelta(minutes=21, seconds=40), active=1300.0)


def ended_with(workout: Workout, **results: Result) -> Workout:
    """The same with other results: `b3=...` for bout 3."""
    bouts = list(workout.bouts)
    for name, given in results.items():
        bouts[int(name[1:])] = replace(bouts[int(name[1:])], result=given)
    return replace(workout, bouts=tuple(bouts))


def mixed() -> Workout:
    """One a little short, one stopped for form, four as planned."""
    whole = as_planned(plan(each(count=10), hold(seconds=30), rounds=Span(2, 2)))
    return ended_with(whole, b1=result("short", 8), b3=result("form-broke", 6, reason="Hip straight at the top"))


def both_sides(*exercises: Exercise) -> Workout:
    """Nothing with a left and a right."""
    return as_planned(plan(*(exercises or (reps(),))))
