"""Paint the whole run screen: a view and a size in, a canvas out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from glutetimer.tui.drawing.canvas import Canvas, Look, Role
from glutetimer.tui.drawing.text import wrap
from glutetimer.tui.run.paint import header, side_and_cue
from glutetimer.tui.run.paint.fitting import largest
from glutetimer.tui.run.paint.layout import LEAST, Grid, fits, grid
from glutetimer.tui.run.paint.rest import paint_break
from glutetimer.tui.run.paint.work import paint_work

if TYPE_CHECKING:
    from glutetimer.core.run.view import Stage, View
    from glutetimer.tui.run.paint.notes import Notes

#: Colours of the stages; work has its own.
ROLES: dict[Stage, Role] = {"setup": "ready", "rest": "rest", "switch": "ready", "ready": "ready", "over": "good"}


def paint(view: View, width: int, height: int, notes: Notes) -> Canvas:
    """Paint a run at one moment; in a flash all of it is reversed, also around a card."""
    canvas = _picture(view, width, height, notes)
    if notes.flash:
        canvas.flash(ROLES.get(view.stage, "work"))
    return canvas


def _picture(view: View, width: int, height: int, notes: Notes) -> Canvas:
    canvas = Canvas(width, height)
    if not fits(width, height):
        _too_small(canvas, view)
        return canvas
    places = grid(width, height)
    remarks: Sequence[str] = ()
    if view.stage in ("setup", "rest", "switch"):
        remarks = paint_break(canvas, view, places, notes)
    elif view.stage == "over":
        _over(canvas, view, places)
    else:
        paint_work(canvas, view, places, notes)
    header.first_rows(canvas, view, places, notes, remarks)
    if not notes.covered:  # A card names its own keys.
        side_and_cue.footer(canvas, view, places, notes)
    if notes.covered or view.paused is not None:
        canvas.dim(keep=1 if notes.problem else 0)
    return canvas


def _too_small(canvas: Canvas, view: View) -> None:
    what = "The workout waits." if view.paused else "The workout goes on."
    text = f"Make the window {LEAST[0]}x{LEAST[1]} (now {canvas.width}x{canvas.height}). {what}"
    for y, line in enumerate(wrap(text, max(1, canvas.width), max(1, canvas.height))):
        canvas.put(0, y, line, Look("text", bold=True))


def _over(canvas: Canvas, view: View, places: Grid) -> None:
    text = "WELL DONE" if view.end == "finished" else "ENDED"
    rows = largest(text, places.right - places.margin, places.footer - places.number - 1)
    canvas.block(places.margin, places.number, rows, Look("good"))
