"""The questions to the index about exercises, as SQL; these too find their rows by an index."""

from __future__ import annotations

from datetime import date, datetime

from glutetimer.adapters.log.queries import SIDES, Query, from_day, up_to
from glutetimer.core.log.book import EVER
from glutetimer.core.session import Kind, Side

#: An exercise under one name.
_NAME = "s.exercise = ? AND s.form IS ? AND s.name = ? AND s.kind = ?"


def exercises() -> Query:
    """Every exercise that was begun, in how many workouts, and how many rows of it are of one side."""
    return "SELECT exercise, workouts, apart FROM exercises WHERE workouts > 0 ORDER BY exercise", ()


def of_exercise(exercise: str, since: date = date.min, until: datetime = EVER) -> Query:
    """The sides of an exercise from a day up to a moment, the oldest first."""
    recent, values = from_day("s", since)
    where, more = _exercise(exercise, until)
    order = "ORDER BY s.moment, s.workout, s.nr"
    return f"SELECT {SIDES} FROM sides s {where} AND {recent} {order}", (*more, *values)


def first_of_exercise(exercise: str, until: datetime = EVER) -> Query:
    """When an exercise was begun first, and nothing else (as `starts`)."""
    where, values = _exercise(exercise, until)
    return f"SELECT s.started, '' FROM sides s {where} ORDER BY s.moment LIMIT 1", values


def names_of_exercise(exercise: str) -> Query:
    """Under which names an exercise was done, in which forms (0: its record does not say), kinds and on which sides."""
    return "SELECT form, name, kind, side FROM ways WHERE exercise = ? AND rows > 0", (exercise,)


def best_of_side(exercise: str, form: str | None, name: str, kind: Kind, side: Side, until: datetime = EVER) -> Query:
    """When the most was done in one bout on a side, first of all, how much, whether that is evidence, with which band.

    What is none is the answer only where there is no other. The form is None where records do not say it.
    """
    known, values = up_to("s", until)
    # The + keeps SQLite from going by the moments: the best is found in the order of another index.
    where = f"WHERE s.counts AND s.bouts AND {_NAME} AND s.side = ? AND +{known}"
    order = "ORDER BY s.evidence DESC, s.best DESC, s.moment, s.workout, s.nr"
    what = "s.started, s.best, s.evidence, s.band, s.strength"
    return f"SELECT {what} FROM sides s {where} {order} LIMIT 1", (exercise, form, name, kind, side, *values)


def last_of_name(exercise: str, form: str | None, name: str, kind: Kind, until: datetime = EVER) -> Query:
    """Where in time an exercise was done last under a name."""
    known, values = up_to("s", until)
    where = f"WHERE s.counts AND {_NAME} AND {known}"
    order = "ORDER BY s.moment DESC, s.workout DESC, s.nr DESC"
    one = f"SELECT s.moment, s.workout, s.nr FROM sides s {where} {order} LIMIT 1"
    return one, (exercise, form, name, kind, *values)


def newest_of_exercise(exercise: str, until: datetime = EVER) -> Query:
    """The sides of an exercise in the newest workout in which it was begun."""
    where, values = _exercise(exercise, until)
    newest = f"SELECT s.file FROM sides s {where} ORDER BY s.moment DESC, s.workout DESC LIMIT 1"
    source = f"FROM sides s WHERE s.counts AND s.exercise = ? AND s.file = ({newest})"
    return f"SELECT {SIDES} {source} ORDER BY s.nr", (exercise, *values)


def last_of_exercise(exercise: str) -> Query:
    """Where in time an exercise was begun last."""
    where, values = _exercise(exercise, EVER)
    order = "ORDER BY s.moment DESC, s.workout DESC, s.nr DESC"
    return f"SELECT s.moment, s.workout, s.nr FROM sides s {where} {order} LIMIT 1", values


def _exercise(exercise: str, until: datetime) -> Query:
    """An exercise up to a moment."""
    known, values = up_to("s", until)
    return f"WHERE s.counts AND s.exercise = ? AND {known}", (exercise, *values)
