"""Picture of rest, set-up and switch: the time on top, the next bout below."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil
from typing import TYPE_CHECKING

from glutetimer.core.text.doses import range_and_last, shown_dose
from glutetimer.core.text.vocabulary import SIDES
from glutetimer.tui.drawing.block_letters import digits, digits_width, word
from glutetimer.tui.drawing.canvas import Canvas, Look, Role
from glutetimer.tui.drawing.text import cells, shorten
from glutetimer.tui.run.paint import gauges, side_and_cue, words
from glutetimer.tui.run.paint.fitting import largest, word_size
from glutetimer.tui.run.paint.gauges import strip
from glutetimer.tui.run.paint.in_blocks import Form, all_large, in_lines
from glutetimer.tui.run.paint.layout import Grid, rest_rows
from glutetimer.tui.run.paint.next_up import Panel, arranged, paint_next

if TYPE_CHECKING:
    from glutetimer.core.run.view import View
    from glutetimer.tui.run.paint.notes import Notes

#: From this many rows on, there is a free row above what comes next; and, in large windows, above the time.
AIRY, LEAST_AIRY = 27, 38
#: Least share of the rows that the time keeps where what comes next needs rows.
LEAST_SHARE = 0.3


def paint_break(canvas: Canvas, view: View, places: Grid, notes: Notes) -> list[str]:
    """Draw a whole break but its header and footer; return the remarks without room."""
    scale = _scale(view, places, notes)
    panel = _panel(places, scale)
    _time(canvas, view, places, notes, scale)
    _frame(canvas, view, places, panel)
    if places.large or not places.block:
        strip(canvas, view, places)
    if view.stage == "switch" and not notes.how:
        _switch(canvas, view, places, panel)
        return []
    return paint_next(canvas, view, places, notes, panel)


def _top(places: Grid) -> int:
    """First row of the time."""
    if places.large:
        return 4 if places.height >= LEAST_AIRY else 3
    return 2 if places.roomy and not places.block else 1


def _panel(places: Grid, scale: int) -> Panel:
    """Panel below a time of this size, inside its frame or under its rule."""
    first = _top(places) + 5 * scale + 1
    if places.large:
        return Panel(places.margin + 2, first + 1, places.right - 2, places.strip - 2)
    if places.block:
        return Panel(places.margin, first + (places.height >= AIRY), places.right, places.footer)
    return Panel(places.margin, first, places.right, places.strip)


def _role(view: View) -> Role:
    return "rest" if view.stage == "rest" else "ready"


def _scale(view: View, places: Grid, notes: Notes) -> int:
    """Largest scale at which title and all that comes next have room; no less than the least share."""
    least = max(1, ceil(LEAST_SHARE * places.height / 5))
    scale = max(least, rest_rows(places.height) // 5)
    while scale > least and not (_title(view, places, scale) and _all_large(view, places, notes, scale)):
        scale -= 1
    while scale > 1 and not _title(view, places, scale):
        scale -= 1
    return scale


def _all_large(view: View, places: Grid, notes: Notes, scale: int) -> bool:
    if view.stage == "switch" or not places.block:
        return True
    panel = _panel(places, scale)
    return all_large(arranged(view, places, notes, panel.width, panel.last - panel.y))


def _beside(view: View, places: Grid, scale: int) -> int:
    """Column of what stands beside the time."""
    return places.margin + digits_width(words.time_slot(view.total), scale) + places.gap


def _title(view: View, places: Grid, scale: int) -> list[str]:
    """Title in blocks, above the bar."""
    text, width, rows = words.TITLES[view.stage], places.right - _beside(view, places, scale), 5 * scale
    if " " not in text:
        size = word_size((text,), width, max(3, rows // 3))
        return (word(text, size) or []) if size else []
    return largest(text, width, rows - (5 if places.large else 3 if places.block else 2)) or largest(
        text.split()[-1], width, 3
    )


def _time(canvas: Canvas, view: View, places: Grid, notes: Notes, scale: int) -> None:
    role, y = _role(view), _top(places)
    shown = words.shown_time(view.shown_seconds, words.time_slot(view.total))
    canvas.block(places.margin, y, digits(shown, scale), Look(role))
    x = _beside(view, places, scale)
    if rows := _title(view, places, scale):
        canvas.block(x, y, rows, Look(role))
    else:
        canvas.put(x, y, shorten(words.TITLES[view.stage], places.right - x), Look(role, bold=True))
    tall = 2 if places.large else 1
    share = view.seconds / view.total if view.total else 0.0
    bar = y + 5 * scale - tall
    gauges.bar(canvas, x, bar, (places.right - x, tall), share, role)
    _dose(canvas, view, places, notes, x, (y + max(1, len(rows)), bar))


def _dose(canvas: Canvas, view: View, places: Grid, notes: Notes, x: int, rows: tuple[int, int]) -> None:
    """Write how much comes next above the bar, in the rows between; below it the range and what was done last time."""
    first, last = rows
    room = places.right - x
    beside = range_and_last(view.bout.exercise, notes.last.get(view.bout.exercise.id, ()))
    if not places.block:
        canvas.put(x, last - 1, shorten(beside, room), side_and_cue.MUTED)
        return
    y = last - 2 - (1 if last - first > 2 else 0)
    at = canvas.put(x, y, shown_dose(view.bout), side_and_cue.BOLD)
    canvas.put(at, y, shorten(f" · {words.set_of(view)}", places.right - at), side_and_cue.MUTED)
    canvas.put(x, y + 1, shorten(beside, room), side_and_cue.MUTED)


def _frame(canvas: Canvas, view: View, places: Grid, panel: Panel) -> None:
    """Draw a frame where there is much room, else a rule."""
    left, right, first, last = places.margin, places.right - 1, panel.y - 1, panel.last
    line = Look("muted")
    title = f"{view.bout.exercise.name}, {words.set_of(view)}" if view.stage == "switch" else "Next"
    if places.large:
        _lines(canvas, (left, right, first, last), line)
    else:
        canvas.fill(left, first, right - left + 1, "─", line)
    at = left + (2 if places.large else 0)
    canvas.put(at, first, f" {shorten(title, right - left - 6)} "[not places.large :], Look("muted", bold=True))


def _lines(canvas: Canvas, box: tuple[int, int, int, int], line: Look) -> None:
    left, right, first, last = box
    for y, corners in ((first, "┌┐"), (last, "└┘")):
        canvas.put(left, y, corners[0] + "─" * (right - left - 1) + corners[1], line)
    for y in range(first + 1, last):
        canvas.put(left, y, "│", line)
        canvas.put(right, y, "│", line)


def _switch(canvas: Canvas, view: View, places: Grid, panel: Panel) -> None:
    """Draw the new side as large as fits, on its own edge, or the new direction; then how one lies or stands."""
    text, line = _new(view), side_and_cue.side_line(view)
    free = 1 if places.large else 0
    size = word_size((text,), panel.width, panel.last - panel.y - 2 * free - 1)
    y = _edged(canvas, view, panel, panel.y + free, text, size) + free
    for form in _brief(view, places, panel, y):
        y = _rows_on_edge(canvas, view, panel, y, form.rows, "text") + free
    _on_edge(canvas, view, panel, min(y, panel.last - 1), line, side_and_cue.BOLD)


def _brief(view: View, places: Grid, panel: Panel, y: int) -> tuple[Form, ...]:
    """First part of the side's description in blocks, in the rows that the side itself has left; empty without room."""
    brief = view.bout.exercise.side_line(view.side).partition(",")[0]
    forms = in_lines(brief, panel.width, places.block) if brief and places.block else ()
    return tuple(form for form in forms if len(form.rows) <= panel.last - y - 1)[:1]


def _rows_on_edge(canvas: Canvas, view: View, panel: Panel, y: int, rows: Sequence[str], role: Role) -> int:
    """Draw rows of blocks, each on the edge of the side; return the row after them."""
    wide = max(map(cells, rows))
    canvas.block(panel.x if view.side != "right" else panel.right - wide, y, list(rows), Look(role))
    return y + len(rows)


def _edged(canvas: Canvas, view: View, panel: Panel, y: int, text: str, size: int) -> int:
    """Draw a text on the edge of the side, in blocks if it has a size; return the row after it."""
    if rows := word(text, size) if size else None:
        return _rows_on_edge(canvas, view, panel, y, rows, "work") + (1 if size % 2 == 0 else 0)
    _on_edge(canvas, view, panel, y, text, Look("work", bold=True))
    return y + 1


def _on_edge(canvas: Canvas, view: View, panel: Panel, y: int, text: str, look: Look) -> None:
    """Write a text on the edge of the side."""
    text = shorten(text, panel.width)
    canvas.put(panel.x if view.side != "right" else panel.right - cells(text), y, text, look)


def _new(view: View) -> str:
    """Word for the switch: another side or, on the same side, another direction."""
    last = None if view.last is None else view.bouts[view.last]
    same_side = view.before is view.bout.exercise and last is not None and last.side == view.bout.side
    return words.direction(view.bout).upper() if same_side else SIDES[view.side].blocks
