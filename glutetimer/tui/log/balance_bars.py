"""Left against right in cells: bars from the middle, as long as the side did of its plan beside the other."""

from __future__ import annotations

from dataclasses import dataclass

from glutetimer.core.log.balance import Balance, SideTotal
from glutetimer.tui.log.drawing import BOLD, EDGE, MUTED
from glutetimer.tui.paint.canvas import PLAIN, Canvas, Look
from glutetimer.tui.paint.texts import shorten

#: The most columns of a name, and of the word at the right.
NAME, WORD = 28, 8
#: Columns of a number; fewer where it is narrow.
NUMBER, NARROW = (7, 6), 72
#: From so many columns on the gap before stands behind the one of now, in so many columns.
ROOM, WAS = 100, 14
#: From so many seconds on a side holds are told in minutes.
MINUTES = 1000


@dataclass(frozen=True, slots=True)
class Bars:
    """Where they stand: names `name` columns wide, bars at most `long` to each side of column `middle`.

    Words end before column `word`.
    """

    name: int
    middle: int
    long: int
    word: int


def bars_of(width: int, *, was: bool = True) -> Bars:
    """Names get a third at most; the bars what all words and numbers leave. `was`: a gap before is known."""
    name, number = max(12, min(NAME, 3 * width // 10)), NUMBER[width < NARROW]
    left = EDGE + name + number + 1
    word = width - (WAS if was and width >= ROOM else 0)
    long = (word - WORD - 1 - number - 1 - left - 1) // 2
    return Bars(name, left + long, long, word)


def paint_heading(canvas: Canvas, y: int, at: Bars) -> None:
    """Which side is which."""
    canvas.put_right(at.middle - 1, y, "left", Look("work", bold=True))
    canvas.put(at.middle + 2, y, "right", Look("rest", bold=True))


def paint_bars(canvas: Canvas, y: int, one: Balance, at: Bars, *, marked: bool, thin: bool) -> None:
    """A row: name, number, bar, bar, number, word, and how it was before.

    `thin` bars do not touch those of the next row. Where there is too little to compare they are thin lines.
    """
    words = BOLD if marked else PLAIN
    canvas.put(0, y, "►" if marked else " ", words)
    canvas.put(EDGE, y, shorten(one.name, at.name), words)
    most, cell = max(one.left.share, one.right.share), "─" if one.few else "▄" if thin else "█"
    left, right = (round(at.long * side.share / most) if most else 0 for side in (one.left, one.right))
    canvas.fill(at.middle - left, y, left, cell, Look("work"))
    canvas.put(at.middle, y, "│", MUTED)
    canvas.fill(at.middle + 1, y, right, cell, Look("rest"))
    canvas.put_right(at.middle - left - 1, y, number(one, one.left), MUTED)
    canvas.put(at.middle + 1 + right + 1, y, number(one, one.right), MUTED)
    canvas.put_right(at.word, y, one.word, MUTED if one.less is None else BOLD)
    if at.word < canvas.width:
        canvas.put_right(canvas.width, y, one.before, MUTED)


def number(one: Balance, side: SideTotal) -> str:
    """Clean reps or seconds; where more was planned on one side the part of the plan, which the bar shows, too."""
    if of_plan(one):
        return f"{100 * side.share:.0f} %"
    if one.kind == "hold" and max(one.left.clean, one.right.clean) >= MINUTES:
        return f"{side.clean / 60:.0f} min"
    return f"{side.clean} s" if one.kind == "hold" else str(side.clean)


def of_plan(one: Balance) -> bool:
    """Whether what was planned differs between the sides, so that clean reps cannot be compared."""
    return one.left.target != one.right.target and bool(one.left.target and one.right.target)
