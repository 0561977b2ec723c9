"""The picture of rest, set-up and switch: the time on top, what comes next below."""

from __future__ import annotations

from glutetimer.core.view import View
from glutetimer.tui.paint import parts, words
from glutetimer.tui.paint.canvas import Canvas, Look, Role, shorten, wrap
from glutetimer.tui.paint.glyphs import digits, digits_width, word, word_height, word_width
from glutetimer.tui.paint.layout import Grid, rest_rows, word_size
from glutetimer.tui.paint.notes import Notes

TITLES = {"setup": "GET READY", "rest": "REST", "switch": "SWITCH"}


def paint_break(canvas: Canvas, view: View, places: Grid, notes: Notes) -> None:
    """The whole of a break but its header and footer."""
    top = 4 if places.large else 2 if places.roomy else 1
    scale = max(1, _scale(view, places))
    _time(canvas, view, places, top, scale)
    first = top + 5 * scale + (1 if places.height < 60 else 2)
    last = places.strip - (2 if places.large else 1)
    _frame(canvas, view, places, first, last)
    inner = (places.margin + 2, first + 1, places.right - 2, last)
    if view.stage == "switch":
        _switch_side(canvas, view, places, inner)
    else:
        _next(canvas, view, places, notes, inner)
    parts.strip(canvas, view, places)


def _scale(view: View, places: Grid) -> int:
    slot = words.time_slot(view.total)
    title = word_width(TITLES[view.stage], 1) or 0
    scale = rest_rows(places.height) // 5
    while scale > 1 and digits_width(slot, scale) + places.gap + title > places.right - places.margin:
        scale -= 1
    return scale


def _time(canvas: Canvas, view: View, places: Grid, y: int, scale: int) -> None:
    role: Role = "rest" if view.stage == "rest" else "ready"
    slot = words.time_slot(view.total)
    canvas.block(places.margin, y, digits(words.shown_time(view.shown_seconds, slot), scale), Look(role))
    x = places.margin + digits_width(slot, scale) + places.gap
    width = places.right - x
    size = word_size((TITLES[view.stage],), width, max(3, 5 * scale // 3))
    if size:
        canvas.block(x, y, word(TITLES[view.stage], size) or [], Look(role))
    else:
        canvas.put(x, y, shorten(TITLES[view.stage], width), Look(role, bold=True))
    rows = 2 if places.large else 1
    filled = int(width * min(1.0, view.seconds / view.total if view.total else 0))
    for row in range(rows):
        canvas.fill(x, y + 5 * scale - rows + row, filled, "█", Look(role))
        canvas.fill(x + filled, y + 5 * scale - rows + row, width - filled, "░", Look("line"))


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


Inner = tuple[int, int, int, int]


def _switch_side(canvas: Canvas, view: View, places: Grid, inner: Inner) -> None:
    """The new side as large as fits, on its own edge; or the new direction."""
    x, y, right, last = inner
    turned = view.before is view.bout.exercise and _same_side(view)
    text = words.direction(view.bout).upper() if turned else parts.SIDE_BLOCKS.get(view.side, "")
    line = parts.side_line(view)
    size = word_size((text,), right - x, last - y - 2)
    on_right = view.side == "right"
    rows = word(text, size) if size else None
    if rows is None:
        canvas.put(x, y, shorten(text, right - x), Look("work", bold=True))
        rows = [""]
    else:
        wide = word_width(text, size) or 0
        canvas.block(right - wide if on_right else x, y, rows, Look("work"))
    below = min(last - 1, y + len(rows) + (1 if places.large else 0))
    text = shorten(line, right - x)
    if on_right:
        canvas.put_right(right, below, text, parts.BOLD)
    else:
        canvas.put(x, below, text, parts.BOLD)


def _same_side(view: View) -> bool:
    last = None if view.last is None else view.bouts[view.last]
    return last is not None and last.side == view.bout.side


def _next(canvas: Canvas, view: View, places: Grid, notes: Notes, inner: Inner) -> None:
    """Everything needed for what is next, the most important first."""
    x, y, right, last = inner
    large = places.large
    y = _next_large(canvas, view, places, inner) if large else _next_small(canvas, view, x, y, right)
    for thing, what in _plain_changes(view, places):
        if y < last:
            _change(canvas, x, y, right, thing, what)
            y += 1
    texts = [view.bout.exercise.how or view.cue, *notes.remarks]
    for text in texts:
        look = Look("text") if text not in notes.remarks else parts.MUTED
        for line in wrap(text, right - x, max(0, last - y)) if y < last else []:
            canvas.put(x, y, line, look)
            y += 1


def _plain_changes(view: View, places: Grid) -> list[tuple[str, str]]:
    """The changes that are not drawn in blocks."""
    return [change for change in words.changes(view) if not (places.large and change[0] == "Band")]


def _change(canvas: Canvas, x: int, y: int, right: int, thing: str, what: str) -> None:
    at = canvas.put(x, y, f"■ {thing:6}", Look("work", bold=True))
    canvas.put(at, y, shorten(what, right - at), parts.BOLD)


def _next_small(canvas: Canvas, view: View, x: int, y: int, right: int) -> int:
    at = canvas.put_right(right, y, f"{words.set_of(view)} · {words.dose(view.bout)}", parts.MUTED)
    canvas.put(x, y, shorten(view.bout.exercise.name, at - x - 2), parts.BOLD)
    line = parts.side_line(view)
    if view.bout.side not in ("left", "right"):
        return y + 1 + _line(canvas, x, y + 1, right, line if view.bout.side == "both" else "sides take turns")
    chip = f" {parts.SIDE_WORDS[view.side]} "
    chip_look = Look("work", bold=True, reverse=True)
    if view.side == "left":
        at = canvas.put(x, y + 1, chip, chip_look)
        canvas.put(at + 1, y + 1, shorten(line, right - at - 1), parts.BOLD)
    else:
        at = canvas.put_right(right, y + 1, chip, chip_look)
        canvas.put(x, y + 1, shorten(line, at - x - 1), parts.BOLD)
    return y + 2


def _line(canvas: Canvas, x: int, y: int, right: int, text: str) -> int:
    """A line where there is a text for it; the rows it took."""
    if not text:
        return 0
    canvas.put(x, y, shorten(text, right - x), parts.BOLD)
    return 1


def _next_large(canvas: Canvas, view: View, places: Grid, inner: Inner) -> int:
    """Name, side and band in blocks, a free row between."""
    x, y, right, last = inner
    info = f"{words.set_of(view)} · {words.dose(view.bout)}"
    size = places.block
    y += 1
    tall = word_height(size)
    title = view.bout.exercise.name
    wide = word_width(title, size)
    if wide is not None and wide + len(info) + 3 <= right - x:
        canvas.block(x, y, word(title, size) or [], Look("text"))
        canvas.put_right(right, y + tall // 2, info, parts.MUTED)
        y += tall + 1
    else:
        at = canvas.put_right(right, y, info, parts.MUTED)
        canvas.put(x, y, shorten(title, at - x - 2), parts.BOLD)
        y += 2
    y = _large_side(canvas, view, x, y, right, size)
    band = next((what for thing, what in words.changes(view) if thing == "Band"), "")
    if band:
        text = f"BAND {words.BANDS[view.bout.exercise.band]}"
        if y + tall <= last - 2 and (word_width(text, size) or right) <= right - x:
            canvas.block(x, y, word(text, size) or [], Look("work"))
            return y + tall
        _change(canvas, x, y, right, "Band", band)
        return y + 1
    return y


def _large_side(canvas: Canvas, view: View, x: int, y: int, right: int, size: int) -> int:
    line = parts.side_line(view)
    if view.bout.side not in ("left", "right"):
        text = line if view.bout.side == "both" else "Sides take turns"
        return y + 2 * _line(canvas, x, y, right, text)
    sign = parts.SIDE_BLOCKS[view.side]
    wide, middle = word_width(sign, size) or 0, y + word_height(size) // 2
    if view.side == "left":
        canvas.block(x, y, word(sign, size) or [], Look("work"))
        canvas.put(x + wide + 3, middle, shorten(line, right - x - wide - 3), parts.BOLD)
    else:
        canvas.block(right - wide, y, word(sign, size) or [], Look("work"))
        canvas.put_right(right - wide - 3, middle, shorten(line, right - x - wide - 3), parts.BOLD)
    return y + word_height(size) + 1
