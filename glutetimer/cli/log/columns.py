"""Tables and sentences that fit a terminal: what has no room is folded at its blanks, and nothing is cut."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from itertools import zip_longest

from glutetimer.cli.base.output import cells, columns, padded

#: Cells between columns.
_GAP = 2
#: Least width of a folded column, and the longest word that may widen it (a terminal folds a longer one, as a path).
_LEAST, _WORD = 12, 24


def fits(rows: Iterable[Sequence[str]], room: int | None) -> bool:
    """Whether the table fits without folding."""
    return room is None or width_of(rows) <= room


def width_of(rows: Iterable[Sequence[str]]) -> int:
    """Width of the table without folding, in cells."""
    return _sum(_widths([*rows]))


def table(rows: Iterable[tuple[str, ...]], room: int | None, folded: Collection[int]) -> list[str]:
    """Format rows in columns; where room is short, fold the columns that may be folded, the widest first."""
    whole = [*rows]
    if fits(whole, room) or room is None:
        return columns(whole)
    widths = _widths(whole)
    least = [_least([row[at] for row in whole]) if at in folded else wide for at, wide in enumerate(widths)]
    while _sum(widths) > room and widths != least:
        widest = max(range(len(widths)), key=lambda at: (widths[at] > least[at], widths[at]))
        widths[widest] -= 1
    return [line for row in whole for line in _lines(row, widths)]


def sentence(text: str, room: int | None) -> list[str]:
    """Sentence on as many lines as it needs."""
    return [text] if room is None else fold(text, room)


def fold(text: str, width: int) -> list[str]:
    """Text on lines of at most this width in cells; a longer word has a line of its own."""
    lines = [""]
    for word in text.split(" "):
        line = f"{lines[-1]} {word}" if lines[-1] else word
        if lines[-1] and cells(line) > width:
            lines.append(word)
        else:
            lines[-1] = line
    return lines


def _lines(row: Sequence[str], widths: Sequence[int]) -> Iterable[str]:
    folded = (fold(cell, width) for cell, width in zip(row, widths, strict=True))
    for line in zip_longest(*folded, fillvalue=""):
        yield (" " * _GAP).join(map(padded, line, widths)).rstrip()


def _least(column: Iterable[str]) -> int:
    words = [cells(word) for cell in column for word in cell.split(" ")]
    whole = max(cells(cell) for cell in column)
    return min(whole, max(_LEAST, *(word for word in words if word <= _WORD), 0))


def _widths(rows: Iterable[Sequence[str]]) -> list[int]:
    return [max(map(cells, column)) for column in zip(*rows, strict=True)]


def _sum(widths: Sequence[int]) -> int:
    return sum(widths) + _GAP * (len(widths) - 1)
