"""Next bout in the panel of a rest: first what to change, then how it is done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from glutetimer.core.text.doses import shown_dose
from glutetimer.core.text.vocabulary import SIDES
from glutetimer.tui.drawing.canvas import Canvas, Look
from glutetimer.tui.drawing.text import cells, shorten, wrap, wrap_sentences
from glutetimer.tui.run.paint import in_blocks, side_and_cue, words

if TYPE_CHECKING:
    from glutetimer.core.run.view import View
    from glutetimer.tui.run.paint.layout import Grid
    from glutetimer.tui.run.paint.notes import Notes

#: Most rows that stay free for how it is done, where blocks want them.
PLAIN_ROWS = 2
#: Most rows of a remark.
REMARK_ROWS = 3


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
    y = _large(canvas, view, places, notes, panel) if places.block else _small(canvas, view, notes, panel)
    for text, look in _cue_and_texts(view, notes)[1] if places.block else _advice(view, notes):
        for line in wrap_sentences(text, panel.width, panel.last - y):
            canvas.put(panel.x, y, line, look)
            y += 1
    return _remarks(canvas, notes, panel, y)


def arranged(view: View, places: Grid, notes: Notes, width: int, rows: int) -> list[in_blocks.Chosen]:
    """Put name, side, changes and cue into blocks, as far as a panel of this size has rows.

    What is written below goes before further blocks, but not before the first change.
    """
    cue, texts = _cue_and_texts(view, notes)
    below = len(wrap(texts[0][0], width, 2 * PLAIN_ROWS if notes.how else PLAIN_ROWS)) if texts and not cue else 0
    these = in_blocks.pieces(view, width, places.block, changes=not notes.how)
    these += [in_blocks.cue_piece(cue, width, places.block)] if cue else []
    joined, said = in_blocks.joined(these, width), len(words.TITLES[view.stage].split())
    for tried, free in ((these, rows - below), (joined, rows - below), (joined, rows)):
        chosen = in_blocks.arrange(tried, free, said)
        if in_blocks.shows_a_change(chosen):
            return chosen
    return in_blocks.arrange(these, rows - below, said)


def _cue_and_texts(view: View, notes: Notes) -> tuple[str, list[tuple[str, Look]]]:
    """Part the first cue, which may be drawn in blocks, from what is written below; "" where there is no cue."""
    texts = _advice(view, notes)
    if texts and texts[0][1] == side_and_cue.BOLD:
        return texts[0][0], texts[1:]
    return "", texts


def _large(canvas: Canvas, view: View, places: Grid, notes: Notes, panel: Panel) -> int:
    rows = panel.last - panel.y
    chosen = arranged(view, places, notes, panel.width, rows)
    texts = [*(text for text, _ in _cue_and_texts(view, notes)[1]), *notes.remarks]
    wanted = sum(len(wrap(text, panel.width, rows)) for text in texts)
    spare = rows - in_blocks.height(chosen) - wanted
    return in_blocks.draw(canvas, chosen, (panel.x, panel.right, panel.y), spare)


def _small(canvas: Canvas, view: View, notes: Notes, panel: Panel) -> int:
    """Draw name, side and changes in a row each."""
    y = _side(canvas, view, panel, _name(canvas, view, panel))
    for thing, what in () if notes.how else words.changes(view):
        if y < panel.last:
            x = canvas.put(panel.x, y, f"{thing:6}", Look("work", bold=True))
            canvas.put(x, y, shorten(what, panel.right - x), side_and_cue.BOLD)
        y += 1
    return y


def _remarks(canvas: Canvas, notes: Notes, panel: Panel, y: int) -> list[str]:
    """Draw the remarks that fit, each whole, from row y on; return the others."""
    left = []
    for remark in notes.remarks:
        lines = wrap(remark, panel.width, REMARK_ROWS)
        if y + len(lines) > panel.last:
            left.append(remark)
            continue
        for line in lines:
            canvas.put(panel.x, y, line, side_and_cue.MUTED)
            y += 1
    return left


def _advice(view: View, notes: Notes) -> list[tuple[str, Look]]:
    """Explain how it is done, where that is asked for or new; else name the cue first, and how after it."""
    how = view.bout.exercise.how
    if how and (notes.how or side_and_cue.is_new(view, notes)):
        return [(how, Look("text"))]
    cues = [(cue, side_and_cue.BOLD) for cue in side_and_cue.opening_cues(view, notes)]
    return [*cues, (how, side_and_cue.MUTED)] if how else cues


def _name(canvas: Canvas, view: View, panel: Panel) -> int:
    """Draw the exercise, its dose beside it; return the row after it."""
    info = f"{words.set_of(view)} · {shown_dose(view.bout)}"
    at = canvas.put_right(panel.right, panel.y, info, side_and_cue.MUTED)
    canvas.put(panel.x, panel.y, shorten(view.bout.exercise.name, at - panel.x - 2), side_and_cue.BOLD)
    return panel.y + 1


def _side(canvas: Canvas, view: View, panel: Panel, y: int) -> int:
    """Draw the side on its edge, its description beside it; return the row after it."""
    side, line = view.side, side_and_cue.side_line(view)
    if side == "both" and view.bout.direction in ("left", "right"):
        side, line = view.bout.direction, ""
    if side not in ("left", "right"):
        canvas.put(panel.x, y, shorten(line, panel.width), side_and_cue.BOLD)
        return y + 1 if line else y
    sign = f" {SIDES[side].sign} "
    line = shorten(line, panel.width - cells(sign) - 1)
    canvas.put(panel.x if side == "left" else panel.right - cells(sign), y, sign, Look("work", bold=True, reverse=True))
    canvas.put(panel.x + (cells(sign) + 1 if side == "left" else 0), y, line, side_and_cue.BOLD)
    return y + 1
