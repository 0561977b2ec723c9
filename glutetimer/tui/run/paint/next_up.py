"""Next bout in the panel of a rest: first what to change, then how it is done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from glutetimer.core.text.doses import shown_dose
from glutetimer.core.text.vocabulary import BANDS, SIDES
from glutetimer.tui.drawing.block_letters import word, word_height
from glutetimer.tui.drawing.canvas import Canvas, Look
from glutetimer.tui.drawing.text import cells, shorten, wrap
from glutetimer.tui.run.paint import side_and_cue, words
from glutetimer.tui.run.paint.fitting import word_size

if TYPE_CHECKING:
    from glutetimer.core.run.view import View
    from glutetimer.tui.run.paint.layout import Grid
    from glutetimer.tui.run.paint.notes import Notes

#: Most rows that stay free for how it is done, where blocks want them.
PLAIN_ROWS = 3


class Panel(Struct, frozen=True):
    """Inside of the panel: columns x to right, rows y to last (the last of each is outside)."""

    x: int
    y: int
    right: int
    last: int

    @property
    def width(self) -> int:
        """Columns inside."""
        return self.right - self.x


def paint_next(canvas: Canvas, view: View, places: Grid, notes: Notes, panel: Panel) -> list[str]:
    """Draw everything needed for the next bout, the most important first; return the remarks without room."""
    y = _name(canvas, view, places, panel)
    y = _side(canvas, view, places, panel, y)
    changes = () if notes.how else words.changes(view)
    texts = _advice(view, notes)
    below = len(changes) + len(wrap(texts[0][0], panel.width, PLAIN_ROWS))
    for thing, what in changes:
        below -= 1
        y = _change(canvas, view, places, panel, (y, below), (thing, what))
    for text, look in texts:
        for line in wrap(text, panel.width, panel.last - y):
            canvas.put(panel.x, y, line, look)
            y += 1
    return _remarks(canvas, notes, panel, y)


def _remarks(canvas: Canvas, notes: Notes, panel: Panel, y: int) -> list[str]:
    """Draw the remarks that fit, each whole, from row y on; return the others."""
    left = []
    for remark in notes.remarks:
        lines = wrap(remark, panel.width, PLAIN_ROWS)
        if y + len(lines) > panel.last:
            left.append(remark)
            continue
        for line in lines:
            canvas.put(panel.x, y, line, side_and_cue.MUTED)
            y += 1
    return left


def _advice(view: View, notes: Notes) -> list[tuple[str, Look]]:
    """Explain how it is done, where that is asked for or new; else the cue first, and how after it."""
    how = view.bout.exercise.how
    if how and (notes.how or side_and_cue.is_new(view, notes)):
        return [(how, Look("text"))]
    return [*((cue, side_and_cue.BOLD) for cue in side_and_cue.opening_cues(view, notes)), (how, side_and_cue.MUTED)]


def _name(canvas: Canvas, view: View, places: Grid, panel: Panel) -> int:
    """Draw the exercise, in blocks where its dose fits beside it; return the row after it."""
    x, right, y = panel.x, panel.right, panel.y
    info = f"{words.set_of(view)} · {shown_dose(view.bout)}"
    name = view.bout.exercise.name
    tall = word_height(places.block)
    size = word_size((name,), panel.width - cells(info) - 3, tall) if places.large else 0
    if size:
        tall = word_height(size)
        canvas.block(x, y, word(name, size) or [], Look("text"))
        canvas.put_right(right, y + tall // 2, info, side_and_cue.MUTED)
        return y + tall + 1
    y += 1 if places.large else 0
    at = canvas.put_right(right, y, info, side_and_cue.MUTED)
    canvas.put(x, y, shorten(name, at - x - 2), side_and_cue.BOLD)
    return y + (2 if places.large else 1)


def _side(canvas: Canvas, view: View, places: Grid, panel: Panel, y: int) -> int:
    """Draw the side on its edge, its description beside it; return the row after it."""
    side, line = view.side, side_and_cue.side_line(view)
    if side not in ("left", "right"):
        canvas.put(panel.x, y, shorten(line, panel.width), side_and_cue.BOLD)
        return y + (2 if places.large else 1) if line else y
    rows, look = _sign(view, places)
    wide, gap = cells(rows[0]), 3 if places.large else 1
    line = shorten(line, panel.width - wide - gap)
    sign_x = panel.x if side == "left" else panel.right - wide
    if places.large:
        canvas.block(sign_x, y, rows, look)
    else:
        canvas.put(sign_x, y, rows[0], look)
    if side == "left":
        canvas.put(panel.x + wide + gap, y + len(rows) // 2, line, side_and_cue.BOLD)
    elif places.large:
        canvas.put_right(sign_x - gap, y + len(rows) // 2, line, side_and_cue.BOLD)
    else:
        canvas.put(panel.x, y, line, side_and_cue.BOLD)
    return y + len(rows) + (1 if places.large else 0)


def _sign(view: View, places: Grid) -> tuple[list[str], Look]:
    """Sign of the side: the word LEFT or RIGHT with its triangle, in blocks or as a chip."""
    if places.large:
        return word(SIDES[view.side].blocks, places.block) or [""], Look("work")
    return [f" {SIDES[view.side].sign} "], Look("work", bold=True, reverse=True)


def _change(
    canvas: Canvas, view: View, places: Grid, panel: Panel, at: tuple[int, int], change: tuple[str, str]
) -> int:
    """Draw one thing to change, as a command; band and kit in blocks where all that follows still has room."""
    (y, below), (thing, what) = at, change
    command = _command(view, thing, what) if places.large else ""
    free = panel.last - y - below
    size = min(places.block, word_size((command,), panel.width, free)) if command else 0
    if size:
        canvas.block(panel.x, y, word(command, size) or [], Look("work"))
        y += word_height(size)
        return y + (1 if panel.last - y > below + 1 else 0)
    if y < panel.last:
        x = canvas.put(panel.x, y, f"■ {thing:6}", Look("work", bold=True))
        canvas.put(x, y, shorten(what, panel.right - x), side_and_cue.BOLD)
    return y + 1


def _command(view: View, thing: str, what: str) -> str:
    """Command in capitals: BAND OFF, TAKE A CHAIR; a posture is written plainly."""
    if thing == "Band":
        return f"BAND {BANDS[view.bout.exercise.band].brief}".upper()
    return f"TAKE {what}".upper() if thing == "Take" else ""
