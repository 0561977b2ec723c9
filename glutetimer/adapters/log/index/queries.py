"""Questions to the index, as SQL. Each finds its rows by an index, and looks at few others."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from glutetimer.adapters.log.index.tables import SIDE, WORKOUT, before, moment_of
from glutetimer.core.log.query import EVER, Filter
from glutetimer.core.log.weeks import monday_of
from glutetimer.core.session.session import Kind, Side

#: A statement and its values.
Query = tuple[str, tuple[Any, ...]]
Ask = Callable[[str, tuple[Any, ...]], list[tuple[Any, ...]]]

_WORKOUT = ", ".join(f"w.{name}" for name in WORKOUT)
SIDES = ", ".join(f"s.{name}" for name in SIDE)
_NEWEST = "w.moment DESC, w.id DESC, w.path DESC"
#: Newest order, for questions that go from the sides to their workouts.
_NEWEST_OF_SIDES = "s.moment DESC, s.workout DESC, w.path DESC"


def history(wanted: Filter, first: int, most: int) -> Query:
    """Page of workouts, the newest first."""
    source, values = _wanted(wanted)
    newest = _NEWEST_OF_SIDES if wanted.exercise else _NEWEST
    return f"SELECT {_WORKOUT} {source} ORDER BY {newest} LIMIT ? OFFSET ?", (*values, max(0, most), max(0, first))


def count(wanted: Filter) -> Query:
    """Number of workouts on all pages."""
    source, values = _wanted(wanted)
    return f"SELECT count(*) {source}", values


def _wanted(wanted: Filter) -> Query:
    monday = None if wanted.week is None else monday_of(wanted.week).isoformat()
    # The rarest comes first. The + keeps SQLite, which does not know that, from going by another one.
    equal = {
        "w.monday = ?": monday,
        "w.month = ?": wanted.month,
        "w.hurt": wanted.pain,
        "w.session = ?": wanted.session,
        "w.mode = ?": wanted.mode,
    }
    found: list[Query] = [(part, () if value is True else (value,)) for part, value in equal.items() if value]
    parts = [("w.shown", ()), *found[:1], *((f"+{part}", values) for part, values in found[1:])]
    if wanted.since is not None:
        parts.append(from_day("w", wanted.since))
    source = "FROM workouts w"
    if wanted.exercise:
        # From the exercise to its workouts, and not through all workouts: CROSS JOIN fixes that order.
        source = "FROM sides s CROSS JOIN workouts w USING (file)"
        parts.append(("s.exercise = ? AND s.first", (wanted.exercise,)))
    where = " AND ".join(part for part, _ in parts)
    return f"{source} WHERE {where}", tuple(value for _, values in parts for value in values)


def from_day(table: str, day: date) -> Query:
    """Condition: from a day on at the place of the workout, as its text starts; the moment is for the index."""
    return f"{table}.moment >= ? AND {table}.started >= ?", (before(day), day.isoformat())


def up_to(table: str, until: datetime) -> Query:
    """Condition: not later than a moment at any place, as `core.log.until.is_later` has it."""
    return f"{table}.moment <= ?", (moment_of(until),)


def starts(since: date) -> Query:
    """Starts and modes of workouts that count."""
    where, values = from_day("w", since)
    return f"SELECT w.started, w.mode FROM workouts w WHERE w.counts AND {where} ORDER BY {_NEWEST}", values


def workouts(since: date) -> Query:
    """Workouts that count, the newest first."""
    where, values = from_day("w", since)
    return f"SELECT {_WORKOUT} FROM workouts w WHERE w.counts AND {where} ORDER BY {_NEWEST}", values


def sides(since: date) -> Query:
    """Sides of workouts that count, the oldest first."""
    where, values = from_day("w", since)
    source = "FROM workouts w CROSS JOIN sides s USING (file)"
    return f"SELECT {SIDES} {source} WHERE w.counts AND {where} ORDER BY w.moment, w.id, s.nr", values


def weekly() -> Query:
    """Mondays and the number of workouts that count in their weeks."""
    return "SELECT monday, count(*) FROM workouts WHERE counts GROUP BY monday", ()


def unreadable() -> Query:
    """Unreadable files."""
    return "SELECT path, line, problem FROM files WHERE problem <> ''", ()


def newest_of_session(session: str, until: datetime) -> Query:
    """Newest workout of a session that counts, up to a moment."""
    return _newest("w.counts", session, until)


def name_of_session(session: str) -> Query:
    """Name of a session in its newest visible workout."""
    where = "WHERE w.shown AND w.session = ?"
    return f"SELECT w.name FROM workouts w {where} ORDER BY {_NEWEST} LIMIT 1", (session,)


def newest_with_band(session: str, until: datetime) -> Query:
    """Newest workout of a session in which a band was named."""
    return _newest("w.counts AND w.strength <> ''", session, until)


def _newest(which: str, session: str, until: datetime) -> Query:
    known, values = up_to("w", until)
    where = f"WHERE {which} AND w.session = ? AND {known}"
    return f"SELECT {_WORKOUT} FROM workouts w {where} ORDER BY {_NEWEST} LIMIT 1", (session, *values)


def distinct(ask: Ask, column: str, where: str) -> list[Any]:
    """Distinct values of a column of the workouts that meet a condition; an index of these starts with it.

    It goes from one value to the next: as many steps as there are values, and not as there are rows.
    """
    one = f"SELECT min({column}) FROM workouts WHERE {where}"
    found: list[Any] = []
    ((value,),) = ask(one, ()) or [(None,)]
    while value is not None:
        found.append(value)
        ((value,),) = ask(f"{one} AND {column} > ?", (value,)) or [(None,)]
    return found


#: Condition: an exercise under one name.
_NAME = "s.exercise = ? AND s.form IS ? AND s.name = ? AND s.kind = ?"


def exercises() -> Query:
    """Every exercise that was started, the number of its workouts, and of its rows for one side."""
    return "SELECT exercise, workouts, apart FROM exercises WHERE workouts > 0 ORDER BY exercise", ()


def of_exercise(exercise: str, since: date = date.min, until: datetime = EVER) -> Query:
    """Sides of an exercise from a day up to a moment, the oldest first."""
    recent, values = from_day("s", since)
    where, more = _exercise(exercise, until)
    order = "ORDER BY s.moment, s.workout, s.nr"
    return f"SELECT {SIDES} FROM sides s {where} AND {recent} {order}", (*more, *values)


def first_of_exercise(exercise: str, until: datetime = EVER) -> Query:
    """First start of an exercise, in the columns of `starts`."""
    where, values = _exercise(exercise, until)
    return f"SELECT s.started, '' FROM sides s {where} ORDER BY s.moment LIMIT 1", values


def names_of_exercise(exercise: str) -> Query:
    """Names of an exercise, with its forms (0: its record does not say), kinds and sides."""
    return "SELECT form, name, kind, side FROM ways WHERE exercise = ? AND rows > 0", (exercise,)


def best_of_side(exercise: str, form: str | None, name: str, kind: Kind, side: Side, until: datetime = EVER) -> Query:
    """Best bout on a side: first its time, its number, whether that is evidence, its band.

    Without evidence it is the answer only where no other exists. The form is None where records lack it.
    """
    known, values = up_to("s", until)
    # The + keeps SQLite from going by the moments: the best is found in the order of another index.
    where = f"WHERE s.counts AND s.bouts AND {_NAME} AND s.side = ? AND +{known}"
    order = "ORDER BY s.evidence DESC, s.best DESC, s.moment, s.workout, s.nr"
    what = "s.started, s.best, s.evidence, s.band, s.strength"
    return f"SELECT {what} FROM sides s {where} {order} LIMIT 1", (exercise, form, name, kind, side, *values)


def last_of_name(exercise: str, form: str | None, name: str, kind: Kind, until: datetime = EVER) -> Query:
    """Last time at which an exercise was done under a name."""
    known, values = up_to("s", until)
    where = f"WHERE s.counts AND {_NAME} AND {known}"
    order = "ORDER BY s.moment DESC, s.workout DESC, s.nr DESC"
    one = f"SELECT s.moment, s.workout, s.nr FROM sides s {where} {order} LIMIT 1"
    return one, (exercise, form, name, kind, *values)


def newest_of_exercise(exercise: str, until: datetime = EVER) -> Query:
    """Sides of an exercise in the newest workout in which it was started."""
    where, values = _exercise(exercise, until)
    newest = f"SELECT s.file FROM sides s {where} ORDER BY s.moment DESC, s.workout DESC LIMIT 1"
    source = f"FROM sides s WHERE s.counts AND s.exercise = ? AND s.file = ({newest})"
    return f"SELECT {SIDES} {source} ORDER BY s.nr", (exercise, *values)


def last_of_exercise(exercise: str) -> Query:
    """Last time at which an exercise was started."""
    where, values = _exercise(exercise, EVER)
    order = "ORDER BY s.moment DESC, s.workout DESC, s.nr DESC"
    return f"SELECT s.moment, s.workout, s.nr FROM sides s {where} {order} LIMIT 1", values


def _exercise(exercise: str, until: datetime) -> Query:
    """Condition: an exercise up to a moment."""
    known, values = up_to("s", until)
    return f"WHERE s.counts AND s.exercise = ? AND {known}", (exercise, *values)
