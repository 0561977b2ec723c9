"""Picture of rest, set-up and switch: the time on top, the next bout below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glutetimer.core.text.vocabulary import SIDES
from glutetimer.tui.drawing.block_letters import digits, digits_width, word, word_height
from glutetimer.tui.drawing.canvas import Canvas, Look, Role
from glutetimer.tui.drawing.text import cells, shorten
from glutetimer.tui.run.paint import gauges, side_and_cue, words
from glutetimer.tui.run.paint.fitting import largest, word_size
from glutetimer.tui.run.paint.gauges import strip
from glutetimer.tui.run.paint.layout import Grid, rest_rows
from glutetimer.tui.run.paint.next_up import Panel, paint_next

if TYPE_CHECKING:
    from glutetimer.core.run.view import View
    from glutetimer.tui.run.paint.notes import Notes

TITLES = {"setup": "GET READY", "rest": "REST", "switch": "SWITCH"}


def paint_break(canvas: Canvas, view: View, places: Grid, notes: Notes) -> list[str]:
    """Draw a whole break but its header and footer; return the remarks without room."""
    top = 4 if places.large else 2 if places.roomy else 1
    scale = _scale(view, places)
    _time(canvas, view, places, top, scale)
    first = top + 5 * scale + 1
    last = places.strip - (2 if places.large else 1)
    _frame(canvas, view, places, first, last)
    panel = Panel(places.margin + 2, first + 1, places.right - 2, last)
    strip(canvas, view, places)
    if view.stage == "switch" and not notes.how:
        _switch(canvas, view, places, panel)
        return []
    return paint_next(canvas, view, places, notes, panel)


def _role(view: View) -> Role:
    return "rest" if view.stage == "rest" else "ready"


def _scale(view: View, places: Grid) -> int:
    """Largest scale at which the time leaves room for the longest word of the title."""
    slot = words.time_slot(view.total)
    scale = max(1, rest_rows(places.height) // 5)
    while scale > 1 and not _title(view, places, _beside(places, slot, scale), 5 * scale):
        scale -= 1
    return scale


def _beside(places: Grid, slot: str, scale: int) -> int:
    return places.margin + digits_width(slot, scale) + places.gap


def _title(view: View, places: Grid, x: int, rows: int) -> list[str]:
    """Title in blocks, above the bar."""
    text, width = TITLES[view.stage], places.right - x
    if " " not in text:
        size = word_size((text,), width, max(3, rows // 3))
        return (word(text, size) or []) if size else []
    return largest(text, width, rows - (3 if places.large else 2)) or largest(text.split()[-1], width, 3)


def _time(canvas: Canvas, view: View, places: Grid, y: int, scale: int) -> None:
    role = _role(view)
    slot = words.time_slot(view.total)
    canvas.block(places.margin, y, digits(words.shown_time(view.shown_seconds, slot), scale), Look(role))
    x = _beside(places, slot, scale)
    if rows := _title(view, places, x, 5 * scale):
        canvas.block(x, y, rows, Look(role))
    else:
        canvas.put(x, y, shorten(TITLES[view.stage], places.right - x), Look(role, bold=True))
    tall = 2 if places.large else 1
    share = view.seconds / view.total if view.total else 0.0
    gauges.bar(canvas, x, y + 5 * scale - tall, (places.right - x, tall), share, role)


def _frame(canvas: Canvas, view: View, places: Grid, first: int, last: int) -> None:
    left, right = places.margin, places.right - 1
    line = Look("muted")
    for y, corners in ((first, "┌┐"), (last, "└┘")):
        canvas.put(left, y, corners[0] + "─" * (right - left - 1) + corners[1], line)
    for y in range(first + 1, last):
        canvas.put(left, y, "│", line)
        canvas.put(right, y, "│", line)
    title = f"{view.bout.exercise.name}, {words.set_of(view)}" if view.stage == "switch" else "Next"
    canvas.put(left + 2, first, f" {shorten(title, right - left - 6)} ", Look("muted", bold=True))


def _switch(canvas: Canvas, view: View, places: Grid, panel: Panel) -> None:
    """Draw the new side as large as fits, on its own edge; or the new direction."""
    text = _new(view)
    free = 1 if places.large else 0
    size = word_size((text,), panel.width, panel.last - panel.y - 2 * free - 1)
    y = panel.y + free
    rows = word(text, size) if size else None
    if rows:
        canvas.block(panel.x if view.side != "right" else panel.right - cells(rows[0]), y, rows, Look("work"))
        y += word_height(size) + free
    else:
        _on_edge(canvas, view, panel, y, text, Look("work", bold=True))
        y += 1
    _on_edge(canvas, view, panel, min(y, panel.last - 1), side_and_cue.side_line(view), side_and_cue.BOLD)


def _on_edge(canvas: Canvas, view: View, panel: Panel, y: int, text: str, look: Look) -> None:
    """Write a text on the edge of the side."""
    text = shorten(text, panel.width)
    canvas.put(panel.x if view.side != "right" else panel.right - cells(text), y, text, look)


def _new(view: View) -> str:
    """Word for the switch: another side or, on the same side, another direction."""
    last = None if view.last is None else view.bouts[view.last]
    same_side = view.before is view.bout.exercise and last is not None and last.side == view.bout.side
    return words.direction(view.bout).upper() if same_side else SIDES[view.side].blocks
