"""The run screen: a view and a size in, a canvas out."""

from __future__ import annotations

from glutetimer.core.view import View
from glutetimer.tui.paint import parts
from glutetimer.tui.paint.canvas import Canvas, Look
from glutetimer.tui.paint.glyphs import word, word_width
from glutetimer.tui.paint.layout import LEAST, fits, grid
from glutetimer.tui.paint.notes import Notes
from glutetimer.tui.paint.rest import paint_break
from glutetimer.tui.paint.texts import wrap
from glutetimer.tui.paint.work import paint_work


def paint(view: View, width: int, height: int, notes: Notes) -> Canvas:
    """The picture of a run at one moment."""
    canvas = Canvas(width, height)
    if not fits(width, height):
        _too_small(canvas, view)
        return canvas
    places = grid(width, height)
    parts.header(canvas, view, places, notes)
    if view.stage in ("setup", "rest", "switch"):
        paint_break(canvas, view, places, notes)
    elif view.stage == "over":
        _over(canvas, view)
    else:
        paint_work(canvas, view, places, notes)
    if not notes.covered:  # A card names its own keys.
        parts.footer(canvas, view, places, notes)
    if notes.covered or view.paused is not None:
        canvas.dim(keep=1 if notes.problem else 0)
    return canvas


def _too_small(canvas: Canvas, view: View) -> None:
    what = "The run waits." if view.paused else "The run goes on."
    text = f"Make the window {LEAST[0]}x{LEAST[1]} (now {canvas.width}x{canvas.height}). {what}"
    for y, line in enumerate(wrap(text, max(1, canvas.width), max(1, canvas.height))):
        canvas.put(0, y, line, Look("text", bold=True))


def _over(canvas: Canvas, view: View) -> None:
    text = "WELL DONE" if view.end == "finished" else "ENDED"
    size = 2 if (word_width(text, 2) or canvas.width) < canvas.width - 4 else 1
    canvas.block(2, 2, word(text, size) or [], Look("good"))
