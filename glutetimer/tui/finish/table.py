"""Table of planned beside done, a line per exercise, at any width."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct
from rich.cells import cell_len
from textual.content import Content
from textual.widget import Widget

from glutetimer.core.record.record import Workout
from glutetimer.core.record.summary import Count, SummaryRow, has_two_sides, rows
from glutetimer.core.text.vocabulary import SIDES
from glutetimer.tui.drawing.text import shorten
from glutetimer.tui.widgets.click_line import ClickLine

_MUTED, _OFF = "$text-muted", "$primary"
#: Columns between two columns: where it is narrow, and where there is room. A name keeps at least the next number.
GAPS = (2, 4)
LEAST_NAME = 10


class _Shown(Struct, frozen=True):
    """Row of the table: a tuple of counts for each of its columns, and a word after them."""

    name: str
    planned: str
    cells: tuple[tuple[Count, ...], ...]
    after: str = ""


class PlannedDone(Widget):
    """Table of a workout."""

    def __init__(self, workout: Workout, beside: Mapping[str, str] | None = None, *, id: str) -> None:
        """`beside` is the range and the last time of each exercise, by id."""
        super().__init__(id=id)
        self._workout, self._beside = workout, beside or {}

    def show(self, workout: Workout) -> None:
        """Show other counts of the same bouts."""
        self._workout = workout
        self.refresh()

    def render(self) -> Content:
        return Content("\n").join(table(self._workout, self.size.width, self._beside))

    def get_content_height(self, container: object, viewport: object, width: int) -> int:
        """Height: the head and a line per exercise."""
        return len(table(self._workout, width))


def table(workout: Workout, width: int, beside: Mapping[str, str] | None = None) -> list[Content]:
    """Head and rows. Set by set where that fits, else all sets of a side in one count.

    `beside` is a text at the right edge for each exercise, by id, where it has room.
    """
    found = rows(workout)
    heads = ("planned", "left", "right") if has_two_sides(workout) else ("planned", "done")
    by_set = [_shown(row, heads, totals=False) for row in found]
    shown = by_set if _least(by_set, heads) <= width else [_shown(row, heads, totals=True) for row in found]
    columns = _columns(shown, heads, width)
    told = [(beside or {}).get(row.exercise, "") for row in found]
    return [_head(heads, columns), *(_told(row, columns, text) for row, text in zip(shown, told, strict=True))]


def _shown(row: SummaryRow, heads: Sequence[str], *, totals: bool) -> _Shown:
    """Row with left and right in their columns; one without sides stands in the first."""
    cells = {done.side: (done.total,) if totals else done.counts for done in row.done}
    if "left" in cells or "right" in cells:
        return _Shown(row.name, row.planned, (cells.get("left", ()), cells.get("right", ())))
    side, counts = next(iter(cells.items()))
    word = "both" if side == "both" and len(heads) > 2 else SIDES[side].beside
    return _Shown(row.name, row.planned, (counts,), word)


def _text(counts: Sequence[Count]) -> str:
    return " ".join(count.text for count in counts)


def _wide(shown: Sequence[_Shown], heads: Sequence[str], *, apart: bool) -> list[int]:
    """Width of each column but the name; `apart`: also a count without sides stays in its column, with its word."""
    wide = [max(len(heads[0]), *(cell_len(row.planned) for row in shown))]
    for place, head in enumerate(heads[1:]):
        inside = [row for row in shown if apart or len(row.cells) > 1 or len(heads) == 2]
        wide.append(max(len(head), *(len(_in_column(row, place)) for row in inside)))
    return wide


def _in_column(row: _Shown, place: int) -> str:
    """Counts of a row in this column, and the word after the last."""
    if place >= len(row.cells):
        return ""
    after = f" {row.after}" if row.after and place == len(row.cells) - 1 else ""
    return f"{_text(row.cells[place])}{after}"


def _least(shown: Sequence[_Shown], heads: Sequence[str]) -> int:
    name = min(22, max(cell_len(row.name) for row in shown))
    return name + sum(wide + GAPS[0] for wide in _wide(shown, heads, apart=False))


def _columns(shown: Sequence[_Shown], heads: Sequence[str], width: int) -> list[int]:
    """Start of each column after the name, and the whole width."""
    wide = _wide(shown, heads, apart=True)
    name = max(cell_len(row.name) for row in shown)
    if name + sum(wide) + GAPS[0] * len(wide) > width:  # No name is cut for it.
        wide = _wide(shown, heads, apart=False)
    gap = GAPS[1] if name + sum(wide) + GAPS[1] * len(wide) <= width else GAPS[0]
    at = min(name, max(LEAST_NAME, width - sum(wide) - gap * len(wide)))
    starts = []
    for columns in wide:
        starts.append(at + gap)
        at += gap + columns
    return [*starts, width]


def _head(heads: Sequence[str], columns: Sequence[int]) -> Content:
    line = ClickLine()
    for head, at in zip(heads, columns, strict=False):
        line.pad(at).add(head, _MUTED)
    return line.content()


def _told(row: _Shown, columns: Sequence[int], beside: str) -> Content:
    """Row with a text at the right edge, if that has room."""
    line, width = _line(row, columns), columns[-1]
    if beside and line.width + GAPS[0] + cell_len(beside) <= width:
        line.pad(width - cell_len(beside)).add(beside, _MUTED)
    return line.content()


def _line(row: _Shown, columns: Sequence[int]) -> ClickLine:
    gap = GAPS[0]
    line = ClickLine().add(shorten(row.name, columns[0] - gap)).pad(columns[0])
    line.add(shorten(row.planned, columns[1] - columns[0] - gap), _MUTED)
    for counts, at in zip(row.cells, columns[1:], strict=False):
        line.pad(at)
        for place, count in enumerate(counts):
            line.add(" " if place else "").add(count.text, _OFF if count.off else "")
    return line.add(f" {row.after}" if row.after else "", _MUTED)
