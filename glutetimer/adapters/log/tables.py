"""The tables of the index, made from the rows of the core: no column is written down twice.

Only SQL that SQLite knows since 3.24 (2018): some systems bring an old one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from zlib import crc32

from glutetimer import __version__
from glutetimer.core.log.rows import SideRow, WorkoutRow

WORKOUT = tuple(field.name for field in fields(WorkoutRow))
SIDE = tuple(field.name for field in fields(SideRow))

#: `stamp` is "" for what is to be read again in any case, `problem` for what can be read.
FILES = ("file", "path", "stamp", "digest", "line", "problem")
#: Beside a row its file; when it was (UTC in microseconds, and month and Monday where it was done); whether it would
#: count if it is no copy (`fit`), whether it is to be seen, and whether it counts.
WORKOUTS = (*WORKOUT, "file", "moment", "month", "monday", "fit", "shown", "counts")
#: `nr` is the place among the sides of the workout; `first` is 1 for the first of an exercise there.
SIDES = (*SIDE, "file", "nr", "first", "moment", "fit", "counts")


def _columns(names: tuple[str, ...]) -> str:
    # Without types numbers stay what they are; only one that is said to be whole is the key of the table itself.
    return ", ".join("file INTEGER" if name == "file" else name for name in names)


#: A form of which nobody knows the id is 0 in this table, which has no NULL in its key.
_WAY = "ifnull({0}.form, 0), {0}.name, {0}.kind, {0}.side"


def _tally(row: str, sign: str) -> str:
    """Put one side into the sums of its exercise, or take it out."""
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
    # The whole order of the list: its last page is found as soon as its first.
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
    # In how many workouts each exercise was begun, and how many of its rows are of one side: kept as rows come and go.
    "CREATE TABLE exercises (exercise PRIMARY KEY, workouts, apart) WITHOUT ROWID",
    # Under which names, in which forms it was done, as reps or a hold, on which sides: how many rows say so.
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
    """Another program or schema makes other rows: an index of theirs is made anew."""
    return crc32("\n".join((__version__, *schema)).encode()) & 0x7FFFFFFF


VERSION = version_of(SCHEMA)
