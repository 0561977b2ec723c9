"""The questions to the index, as SQL. Each finds its rows by an index: none looks through the whole log."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from glutetimer.adapters.log.cells import before
from glutetimer.adapters.log.tables import SIDE, WORKOUT
from glutetimer.core.log.book import Filter
from glutetimer.core.log.weeks import monday_of

#: A statement and its values.
Query = tuple[str, tuple[Any, ...]]
Ask = Callable[[str, tuple[Any, ...]], list[tuple[Any, ...]]]

_WORKOUT = ", ".join(f"w.{name}" for name in WORKOUT)
_SIDE = ", ".join(f"s.{name}" for name in SIDE)
_NEWEST = "w.moment DESC, w.id DESC, w.path DESC"
#: The same order, from the sides to their workouts.
_NEWEST_OF_SIDES = "s.moment DESC, s.workout DESC, w.path DESC"


def history(wanted: Filter, first: int, most: int) -> Query:
    """A page of workouts, the newest first."""
    source, values = _wanted(wanted)
    newest = _NEWEST_OF_SIDES if wanted.exercise else _NEWEST
    return f"SELECT {_WORKOUT} {source} ORDER BY {newest} LIMIT ? OFFSET ?", (*values, max(0, most), max(0, first))


def count(wanted: Filter) -> Query:
    """How many workouts there are on all pages."""
    source, values = _wanted(wanted)
    return f"SELECT count(*) {source}", values


def _wanted(wanted: Filter) -> Query:
    monday = None if wanted.week is None else monday_of(wanted.week).isoformat()
    equal = {"w.session": wanted.session, "w.month": wanted.month, "w.mode": wanted.mode, "w.monday": monday}
    parts: list[Query] = [("w.shown", ())]
    parts += [(f"{column} = ?", (value,)) for column, value in equal.items() if value]
    if wanted.since is not None:
        parts.append(_since("w", wanted.since))
    source = "FROM workouts w"
    if wanted.exercise:
        # From the exercise to its workouts, and not through all workouts: so CROSS JOIN says.
        source = "FROM sides s CROSS JOIN workouts w USING (file)"
        parts.append(("s.exercise = ? AND s.first", (wanted.exercise,)))
    where = " AND ".join(part for part, _ in parts)
    return f"{source} WHERE {where}", tuple(value for _, values in parts for value in values)


def _since(table: str, day: date) -> Query:
    """From a day on where the workout was done, as its text begins; the moment is for the index, which goes by it."""
    return f"{table}.moment >= ? AND {table}.started >= ?", (before(day), day.isoformat())


def starts(since: date) -> Query:
    """When workouts that count were begun, and how."""
    where, values = _since("w", since)
    return f"SELECT w.started, w.mode FROM workouts w WHERE w.counts AND {where} ORDER BY {_NEWEST}", values


def workouts(since: date) -> Query:
    """The workouts that count, the newest first."""
    where, values = _since("w", since)
    return f"SELECT {_WORKOUT} FROM workouts w WHERE w.counts AND {where} ORDER BY {_NEWEST}", values


def sides(since: date) -> Query:
    """The sides of workouts that count, the oldest first."""
    where, values = _since("w", since)
    source = "FROM workouts w CROSS JOIN sides s USING (file)"
    return f"SELECT {_SIDE} {source} WHERE w.counts AND {where} ORDER BY w.moment, w.id, s.nr", values


def of_exercise(exercise: str) -> Query:
    """All sides of an exercise, the oldest first."""
    order = "ORDER BY s.moment, s.workout, s.nr"
    return f"SELECT {_SIDE} FROM sides s WHERE s.counts AND s.exercise = ? {order}", (exercise,)


def weekly() -> Query:
    """Mondays and how many workouts count in their weeks."""
    return "SELECT monday, count(*) FROM workouts WHERE counts GROUP BY monday", ()


def unreadable() -> Query:
    """What cannot be read."""
    return "SELECT path, line, problem FROM files WHERE problem <> ''", ()


def newest_of_session(session: str) -> Query:
    """The newest workout of a session that counts."""
    where = "WHERE w.counts AND w.session = ?"
    return f"SELECT {_WORKOUT} FROM workouts w {where} ORDER BY {_NEWEST} LIMIT 1", (session,)


def name_of_session(session: str) -> Query:
    """Its name in the newest workout that is to be seen."""
    where = "WHERE w.shown AND w.session = ?"
    return f"SELECT w.name FROM workouts w {where} ORDER BY {_NEWEST} LIMIT 1", (session,)


def newest_with_band(session: str) -> Query:
    """The newest of them in which a band was named."""
    where = "WHERE w.counts AND w.strength <> '' AND w.session = ?"
    return f"SELECT {_WORKOUT} FROM workouts w {where} ORDER BY {_NEWEST} LIMIT 1", (session,)


def newest_of_exercise(exercise: str) -> Query:
    """The sides of an exercise in the newest workout in which it was begun."""
    where = "WHERE s.counts AND s.exercise = ?"
    newest = f"SELECT s.file FROM sides s {where} ORDER BY s.moment DESC, s.workout DESC LIMIT 1"
    return f"SELECT {_SIDE} FROM sides s {where} AND s.file = ({newest}) ORDER BY s.nr", (exercise, exercise)


def last_of_exercise(exercise: str) -> Query:
    """The name under which an exercise was begun last, and where in time that was."""
    where = "WHERE s.counts AND s.exercise = ?"
    order = "ORDER BY s.moment DESC, s.workout DESC, s.nr DESC"
    return f"SELECT s.name, s.moment, s.workout, s.nr FROM sides s {where} {order} LIMIT 1", (exercise,)


def exercises() -> Query:
    """Every exercise that was begun, in how many workouts, and how many rows of it are of one side."""
    return "SELECT exercise, workouts, apart FROM exercises WHERE workouts > 0 ORDER BY exercise", ()


def distinct(ask: Ask, column: str, where: str) -> list[Any]:
    """The values of a column of the workouts where something is so, each once; an index of these begins with it.

    It goes from one value to the next: as many steps as there are values, and not as there are rows.
    """
    one = f"SELECT min({column}) FROM workouts WHERE {where}"
    found: list[Any] = []
    ((value,),) = ask(one, ()) or [(None,)]
    while value is not None:
        found.append(value)
        ((value,),) = ask(f"{one} AND {column} > ?", (value,)) or [(None,)]
    return found
