"""Rows of the core as values that SQLite can hold, and back."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import fields
from datetime import UTC, date, datetime, timedelta
from operator import attrgetter
from typing import Any, TypeVar

from glutetimer.adapters.log.tables import SIDE, WORKOUT
from glutetimer.core.log.rows import SideRow, WorkoutRow
from glutetimer.core.log.weeks import monday_of

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
    """A moment that no workout of that day, wherever it was done, comes before: offsets are under 24 hours."""
    return (day.toordinal() - _EPOCH.toordinal() - 1) * DAY


def workout_cells(row: WorkoutRow, file: int) -> Cells:
    """The values of `tables.WORKOUTS` for a row that is no copy, as far as is known."""
    day = row.started.date()
    when = (moment_of(row.started), day.isoformat()[:7], monday_of(day).isoformat())
    cells = _cells(_WORKOUT(row))
    cells[_PATH] = path_cell(row.path)
    return (*cells, file, *when, row.counts, True, row.counts)


def side_cells(row: WorkoutRow, sides: Sequence[SideRow], file: int) -> list[Cells]:
    """The values of `tables.SIDES` for each side of the workout."""
    moment, counts = moment_of(row.started), row.counts
    seen: set[str] = set()
    out = []
    for nr, side in enumerate(sides):
        out.append((*_cells(_SIDE(side)), file, nr, side.exercise not in seen, moment, counts, counts))
        seen.add(side.exercise)
    return out


def path_cell(path: str) -> str | bytes:
    """File names need be no text that SQLite can hold: such are kept as the bytes they are."""
    try:
        path.encode()
    except UnicodeEncodeError:
        return os.fsencode(path)
    return path


def path_of(cell: str | bytes) -> str:
    """The path again."""
    return os.fsdecode(cell)


def maker(row_type: type[Row]) -> Callable[[Cells], Row]:
    """What makes rows of the values of their fields."""
    kinds = {number: str(field.type) for number, field in enumerate(fields(row_type))}
    moments = [number for number, kind in kinds.items() if kind.startswith("datetime")]
    flags = [number for number, kind in kinds.items() if kind == "bool"]
    paths = [number for number, field in enumerate(fields(row_type)) if field.name == "path"]

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
