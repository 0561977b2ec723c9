"""The questions to the index about exercises, as SQL; these too find their rows by an index."""

from __future__ import annotations

from datetime import date

from glutetimer.adapters.log.cells import DAY, before
from glutetimer.adapters.log.queries import SIDES, Query, from_day
from glutetimer.core.session import Kind, Side


def exercises() -> Query:
    """Every exercise that was begun, in how many workouts, and how many rows of it are of one side."""
    return "SELECT exercise, workouts, apart FROM exercises WHERE workouts > 0 ORDER BY exercise", ()


def of_exercise(exercise: str, since: date = date.min, last: date = date.max) -> Query:
    """The sides of an exercise from one day to another, the oldest first."""
    recent, values = from_day("s", since)
    where, more = _exercise(exercise, last)
    order = "ORDER BY s.moment, s.workout, s.nr"
    return f"SELECT {SIDES} FROM sides s {where} AND {recent} {order}", (*more, *values)


def first_of_exercise(exercise: str, last: date = date.max) -> Query:
    """When an exercise was begun first, and nothing else (as `starts`)."""
    where, values = _exercise(exercise, last)
    return f"SELECT s.started, '' FROM sides s {where} ORDER BY s.moment LIMIT 1", values


def best_of_side(exercise: str, kind: Kind, side: Side, last: date = date.max) -> Query:
    """When the most was done in one bout on a side, first of all, how much, and whether that is evidence.

    What is none is the answer only where there is no other.
    """
    where = "WHERE s.counts AND s.bouts AND s.exercise = ? AND s.kind = ? AND s.side = ? AND s.started < ?"
    order = "ORDER BY s.evidence DESC, s.best DESC, s.moment"
    values = (exercise, kind, side, _end(last))
    return f"SELECT s.started, s.best, s.evidence FROM sides s {where} {order} LIMIT 1", values


def newest_of_exercise(exercise: str, last: date = date.max) -> Query:
    """The sides of an exercise in the newest workout in which it was begun."""
    where, values = _exercise(exercise, last)
    newest = f"SELECT s.file FROM sides s {where} ORDER BY s.moment DESC, s.workout DESC LIMIT 1"
    source = f"FROM sides s WHERE s.counts AND s.exercise = ? AND s.file = ({newest})"
    return f"SELECT {SIDES} {source} ORDER BY s.nr", (exercise, *values)


def last_of_exercise(exercise: str) -> Query:
    """The name under which an exercise was begun last, and where in time that was."""
    where, values = _exercise(exercise, date.max)
    order = "ORDER BY s.moment DESC, s.workout DESC, s.nr DESC"
    return f"SELECT s.name, s.moment, s.workout, s.nr FROM sides s {where} {order} LIMIT 1", values


def _exercise(exercise: str, last: date) -> Query:
    """An exercise up to a day where the workout was done."""
    where = "WHERE s.counts AND s.exercise = ? AND s.moment < ? AND s.started < ?"
    return where, (exercise, before(last) + 3 * DAY, _end(last))


def _end(day: date) -> str:
    """What a day's text with its hour comes before: it goes on with a T."""
    return f"{day.isoformat()}U"
