"""Tables of the index, made from the rows of the core, and their values in SQLite and back.

Only SQL that SQLite knows since 3.24 (2018): some systems bring an old one.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, timedelta
from operator import attrgetter
from typing import Any, TypeVar
from zlib import crc32

from glutetimer import __version__
from glutetimer.core.log.rows import SideRow, WorkoutRow
from glutetimer.core.log.weeks import monday_of

WORKOUT = WorkoutRow.__struct_fields__
SIDE = SideRow.__struct_fields__

#: `stamp` is "" for files to read again in any case, `problem` for readable ones.
FILES = ("file", "path", "stamp", "digest", "line", "problem")
#: Beside a row its file; its time (UTC in microseconds, and month and Monday at its place); whether it would count if
#: it is no copy (`fit`), whether it is visible, and whether it counts.
WORKOUTS = (*WORKOUT, "file", "moment", "month", "monday", "fit", "shown", "counts")
#: `nr` is the place among the sides of the workout; `first` is 1 for the first of an exercise there.
SIDES = (*SIDE, "file", "nr", "first", "moment", "fit", "counts")


def _columns(names: tuple[str, ...]) -> str:
    # Without types numbers stay what they are; only an INTEGER column is the key of the table itself.
    return ", ".join("file INTEGER" if name == "file" else name for name in names)


#: A form with an unknown id is 0 in this table, which has no NULL in its key.
_WAY = "ifnull({0}.form, 0), {0}.name, {0}.kind, {0}.side"


def _tally(row: str, sign: str) -> str:
    """Add one side to the sums of its exercise, or subtract it."""
    return (
        f"INSERT OR IGNORE INTO exercises VALUES ({row}.exercise, 0, 0); "
        f"UPDATE exercises SET workouts = workouts {sign} {row}.first, "
        f"apart = apart {sign} ({row}.side IN ('left', 'right')) WHERE exercise = {row}.exercise; "
        f"INSERT OR IGNORE INTO ways VALUES ({row}.exercise, {_WAY.format(row)}, 0); "
        f"UPDATE ways SET rows = rows {sign} 1 "
        f"WHERE (exercise, form, name, kind, side) = ({row}.exercise, {_WAY.format(row)})"
    )


SCHEMA = (
    f"CREATE TABLE files ({_columns(FILES)}, PRIMARY KEY (file))",
    "CREATE UNIQUE INDEX files_path ON files (path)",
    "CREATE INDEX files_problem ON files (path) WHERE problem <> ''",
    f"CREATE TABLE workouts ({_columns(WORKOUTS)}, PRIMARY KEY (file))",
    "CREATE INDEX workouts_id ON workouts (id)",
    # The whole order of the list: its last page is found as fast as its first.
    "CREATE INDEX shown ON workouts (moment, id, path) WHERE shown",
    "CREATE INDEX shown_session ON workouts (session, moment) WHERE shown",
    "CREATE INDEX shown_month ON workouts (month, moment) WHERE shown",
    "CREATE INDEX shown_mode ON workouts (mode, moment) WHERE shown",
    "CREATE INDEX shown_monday ON workouts (monday, moment) WHERE shown",
    "CREATE INDEX shown_hurt ON workouts (moment, id, path) WHERE shown AND hurt",
    "CREATE INDEX counted ON workouts (moment) WHERE counts",
    "CREATE INDEX counted_monday ON workouts (monday) WHERE counts",
    "CREATE INDEX counted_session ON workouts (session, moment) WHERE counts",
    "CREATE INDEX counted_strength ON workouts (session, moment) WHERE counts AND strength <> ''",
    f"CREATE TABLE sides ({_columns(SIDES)}, PRIMARY KEY (file, nr)) WITHOUT ROWID",
    "CREATE INDEX begun ON sides (exercise, moment) WHERE first",
    "CREATE INDEX counted_exercise ON sides (exercise, moment) WHERE counts",
    # The best of a side is the first here.
    "CREATE INDEX counted_best ON sides (exercise, form, name, kind, side, evidence DESC, best DESC, moment, "
    "workout, nr) "
    "WHERE counts AND bouts",
    "CREATE INDEX counted_name ON sides (exercise, form, name, kind, moment, workout, nr) WHERE counts",
    # Number of workouts in which each exercise was started, and of its rows for one side: kept as rows come and go.
    "CREATE TABLE exercises (exercise PRIMARY KEY, workouts, apart) WITHOUT ROWID",
    # Names, forms, reps or hold, and sides of each exercise, with the number of rows for each.
    "CREATE TABLE ways (exercise, form, name, kind, side, rows, PRIMARY KEY (exercise, form, name, kind, side)) "
    "WITHOUT ROWID",
    f"CREATE TRIGGER side_in AFTER INSERT ON sides WHEN new.counts BEGIN {_tally('new', '+')}; END",
    f"CREATE TRIGGER side_out AFTER DELETE ON sides WHEN old.counts BEGIN {_tally('old', '-')}; END",
    f"CREATE TRIGGER side_counts AFTER UPDATE OF counts ON sides WHEN new.counts > old.counts "
    f"BEGIN {_tally('new', '+')}; END",
    f"CREATE TRIGGER side_counts_not AFTER UPDATE OF counts ON sides WHEN new.counts < old.counts "
    f"BEGIN {_tally('old', '-')}; END",
)


def version_of(schema: Sequence[str]) -> int:
    """Version of the schema: another program or schema makes other rows, and an index of theirs is made again."""
    return crc32("\n".join((__version__, *schema)).encode()) & 0x7FFFFFFF


VERSION = version_of(SCHEMA)


Row = TypeVar("Row", WorkoutRow, SideRow)
Cells = tuple[Any, ...]

_WORKOUT, _SIDE = attrgetter(*WORKOUT), attrgetter(*SIDE)
_PATH = WORKOUT.index("path")

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)
#: Microseconds.
DAY = timedelta(days=1) // _MICROSECOND


def moment_of(started: datetime) -> int:
    """Microseconds since 1970 in UTC: exact, and in order over all offsets."""
    return (started - _EPOCH) // _MICROSECOND


def before(day: date) -> int:
    """Moment before all workouts of that day at any place: offsets are under 24 hours."""
    return (day.toordinal() - _EPOCH.toordinal() - 1) * DAY


def workout_cells(row: WorkoutRow, file: int) -> Cells:
    """Values of `tables.WORKOUTS` for a row that is no copy, as far as is known."""
    day = row.started.date()
    when = (moment_of(row.started), day.isoformat()[:7], monday_of(day).isoformat())
    cells = _cells(_WORKOUT(row))
    cells[_PATH] = path_cell(row.path)
    return (*cells, file, *when, row.counts, True, row.counts)


def side_cells(row: WorkoutRow, sides: Sequence[SideRow], file: int) -> list[Cells]:
    """Values of `tables.SIDES` for each side of the workout."""
    moment, counts = moment_of(row.started), row.counts
    seen: set[str] = set()
    out = []
    for nr, side in enumerate(sides):
        out.append((*_cells(_SIDE(side)), file, nr, side.exercise not in seen, moment, counts, counts))
        seen.add(side.exercise)
    return out


def path_cell(path: str) -> str | bytes:
    """Value for a path: names that are no text for SQLite are kept as their bytes."""
    try:
        path.encode()
    except UnicodeEncodeError:
        return os.fsencode(path)
    return path


def path_of(cell: str | bytes) -> str:
    """Path of such a value."""
    return os.fsdecode(cell)


def maker(row_type: type[Row]) -> Callable[[Cells], Row]:
    """Make a function that turns the values of fields into rows."""
    kinds = {number: str(row_type.__annotations__[name]) for number, name in enumerate(row_type.__struct_fields__)}
    moments = [number for number, kind in kinds.items() if kind.startswith("datetime")]
    flags = [number for number, kind in kinds.items() if kind == "bool"]
    paths = [number for number, name in enumerate(row_type.__struct_fields__) if name == "path"]

    def make(cells: Cells) -> Row:
        values = list(cells)
        for number in moments:
            if values[number] is not None:
                values[number] = datetime.fromisoformat(values[number])
        for number in flags:
            values[number] = bool(values[number])
        for number in paths:
            values[number] = path_of(values[number])
        return row_type(*values)

    return make


def _cells(values: Cells) -> list[Any]:
    return [value.isoformat() if isinstance(value, datetime) else value for value in values]
