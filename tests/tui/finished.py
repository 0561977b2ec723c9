"""A workout that has ended, for the screens after it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from builders import each, hold, plan, reps

from glutetimer.core.plan.plan import Plan
from glutetimer.core.record.record import Outcome, Result, Workout, begin_workout, with_results
from glutetimer.core.session.session import Exercise, Span

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
