"""The bouts of an opened workout, a line per exercise: planned, done on each side. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len

from glutetimer.core.record import Workout
from glutetimer.core.session import Side
from glutetimer.core.summary import Count, Done, Row, rows
from glutetimer.tui.paint.canvas import Look
from glutetimer.tui.paint.texts import shorten

#: A line in parts: the column where each begins, its text, its look.
Line = tuple[tuple[int, str, Look], ...]
#: What was done on a side, in parts.
Cell = list[tuple[str, Look]]

#: The column of what stands below a workout, after the line that holds it together.
INDENT = 6
#: Columns between two columns; a name keeps so many at least.
GAP, LEAST_NAME = 3, 8
_SIDES: dict[Side, str] = {"left": "L ", "right": "R "}
_PLAIN, _QUIET, _OFF = Look("text"), Look("muted"), Look("work")


def table(workout: Workout, width: int) -> tuple[Line, ...]:
    """Set by set where that fits; else all sets of a side in one count; then without what was planned."""
    found = rows(workout)
    room = width - INDENT
    for planned, by_set in ((True, True), (True, False)):
        cells = [_cells(row, by_set=by_set) for row in found]
        wide = _wide(found, cells, planned=planned)
        if sum(wide) + GAP * (len(wide) - 1) <= room:
            return _laid(found, cells, wide, planned=planned)
    cells = [_cells(row, by_set=False) for row in found]
    wide = _wide(found, cells, planned=False)
    rest = sum(wide[1:]) + GAP * (len(wide) - 1)
    return _laid(found, cells, [max(LEAST_NAME, min(wide[0], room - rest)), *wide[1:]], planned=False)


def _cells(row: Row, *, by_set: bool) -> list[Cell]:
    """What was done on each side: "L 15 13▼", "R 28 of 30▼", "5 5 a side"."""
    return [_cell(done, done.counts if by_set else (done.total,)) for done in row.done]


def _cell(done: Done, counts: Sequence[Count]) -> Cell:
    parts: Cell = [(_SIDES[done.side], _QUIET)] if done.side in _SIDES else []
    for place, count in enumerate(counts):
        parts.append((f"{' ' if place else ''}{count.text}", _OFF if count.off else _PLAIN))
    return [*parts, (" a side", _QUIET)] if done.side == "alternate" else parts


def _long(cell: Cell) -> int:
    return sum(cell_len(text) for text, _ in cell)


def _wide(found: Sequence[Row], cells: Sequence[Sequence[Cell]], *, planned: bool) -> list[int]:
    """Columns of the name, of what was planned, and of each side; what has no sides may go on under the second."""
    wide = [max((cell_len(row.name) for row in found), default=0)]
    if planned:
        wide.append(max((cell_len(row.planned) for row in found), default=0))
    most = max((len(row) for row in cells), default=0)
    for place in range(most):
        wide.append(max(_long(row[place]) for row in cells if len(row) == most))
    return wide


def _laid(
    found: Sequence[Row], cells: Sequence[Sequence[Cell]], wide: Sequence[int], *, planned: bool
) -> tuple[Line, ...]:
    """Each part in its column."""
    at = [INDENT]
    for columns in wide:
        at.append(at[-1] + columns + GAP)
    out: list[Line] = []
    for row, done in zip(found, cells, strict=True):
        parts = [(at[0], shorten(row.name, wide[0]), _QUIET)]
        if planned:
            parts.append((at[1], row.planned, _QUIET))
        for start, cell in zip(at[1 + planned :], done, strict=False):
            x = start
            for text, look in cell:
                parts.append((x, text, look))
                x += cell_len(text)
        out.append(tuple(parts))
    return tuple(out)
