"""Parts that every stage shares: side, cue, how an exercise is done, footer."""

from __future__ import annotations

from glutetimer.core.record.record import Result, did_something
from glutetimer.core.run.view import View
from glutetimer.core.session.session import Side
from glutetimer.core.text.vocabulary import SIDES
from glutetimer.tui.drawing.block_letters import word, word_height, word_width
from glutetimer.tui.drawing.canvas import Canvas, Look, Role
from glutetimer.tui.drawing.text import cells, shorten, wrap
from glutetimer.tui.run.paint import words
from glutetimer.tui.run.paint.fitting import word_size
from glutetimer.tui.run.paint.header import has_room
from glutetimer.tui.run.paint.layout import Grid
from glutetimer.tui.run.paint.notes import Notes

MUTED = Look("muted")
BOLD = Look("text", bold=True)
KEY = Look("text", bold=True, reverse=True)


def side(canvas: Canvas, view: View, places: Grid, role: Role) -> None:
    """Draw the side on its own edge, and its description; both sides where they alternate, the current one lit."""
    lit = Look(role, bold=True, reverse=not places.block)
    if view.bout.side == "both":
        _direction(canvas, view, places, lit)
    elif view.bout.side == "alternate":
        _both_sides(canvas, view, places, lit)
    else:
        wide = side_sign(canvas, view.side, places, places.side, lit)
        _side_line(canvas, view, places, wide, wide)


def _direction(canvas: Canvas, view: View, places: Grid, lit: Look) -> None:
    """Draw the direction in the place of the side, where there are no sides: left and right on their edges."""
    way = view.bout.direction
    if way in ("left", "right"):
        side_sign(canvas, way, places, places.side, lit)
    elif way and places.block:
        canvas.block(places.margin, places.side, word(way, places.block) or [], lit)
    elif way:
        canvas.put(places.margin, places.side, f" {way.upper()} ", lit)


def _both_sides(canvas: Canvas, view: View, places: Grid, lit: Look) -> None:
    """Draw both signs; where two in blocks leave no room for a text, the side that waits is a small one."""
    small = not places.large
    off = Look("muted" if small else "line")
    waits: Side = "left" if view.side == "right" else "right"
    lit_wide = side_sign(canvas, "right" if waits == "left" else "left", places, places.side, lit)
    if small and places.block:
        text = SIDES[waits].sign
        x = places.margin if waits == "left" else places.right - cells(text)
        canvas.put(x, places.side + 1, text, off)
        other = cells(text)
    else:
        other = side_sign(canvas, waits, places, places.side, off)
    _side_line(canvas, view, places, lit_wide, lit_wide + other)


def _side_line(canvas: Canvas, view: View, places: Grid, wide: int, taken: int) -> None:
    """Describe the side beside its sign, in as many lines as the sign has; in a small window from the left edge on."""
    gap = 3 if places.block else 1
    room = places.right - places.margin - taken - 2 * gap
    tall = word_height(places.block) if places.block else 1
    lines = wrap(side_line(view), room, tall)
    for y, text in enumerate(lines, places.side + (tall - len(lines)) // 2):
        if view.side != "right":
            canvas.put(places.margin + wide + gap, y, text, BOLD)
        elif view.bout.side == "alternate" or places.block:
            canvas.put_right(places.right - wide - gap, y, text, BOLD)
        else:
            canvas.put(places.margin, y, text, BOLD)


def side_line(view: View) -> str:
    """Description of the current side, with the direction."""
    exercise = view.bout.exercise
    line = "Sides take turns" if view.side == "alternate" else exercise.side_line(view.side)
    direction = words.direction(view.bout)
    return f"{direction} · {line}" if direction and line else direction or line


def side_sign(canvas: Canvas, side: Side, places: Grid, y: int, look: Look) -> int:
    """Draw the word LEFT or RIGHT with its triangle on its edge; return its width."""
    if places.block:
        rows = word(SIDES[side].blocks, places.block) or []
        wide = word_width(SIDES[side].blocks, places.block) or 0
        canvas.block(places.margin if side == "left" else places.right - wide, y, rows, look)
        return wide
    text = f" {SIDES[side].sign} "
    canvas.put(places.margin if side == "left" else places.right - len(text), y, text, look)
    return len(text)


def cue(canvas: Canvas, view: View, places: Grid, notes: Notes) -> None:
    """Draw one cue, in blocks where it fits; or, when asked, how the exercise is done, in place of the strip."""
    width = places.right - places.margin
    if notes.how and view.bout.exercise.how:
        lines = wrap(view.bout.exercise.how, width, places.footer - places.cue - (1 if places.large else 0))
        for down, line in enumerate(lines):
            canvas.put(places.margin, places.cue + down, line, BOLD)
        return
    tall, text = word_height(places.block), best_cue(view, notes)
    middle = places.cue + (1 if places.block else 0)
    if notes.problem and not has_room(view, places):
        canvas.put(places.margin, middle, shorten(notes.problem, width), Look("alarm", bold=True))
        return
    size = word_size((text,), width, tall) if places.block else 0
    if size:
        y = places.cue + tall - word_height(size)
        canvas.block(places.margin, y, word(text, size) or [], Look("text"))
    else:
        canvas.put(places.margin, middle, shorten(text, width), BOLD)


def footer(canvas: Canvas, view: View, places: Grid, notes: Notes) -> None:
    """Draw the main key and its label, always bottom left; other keys as far as there is room."""
    x = places.margin
    label = words.main_label(view)
    if label:
        x = canvas.put(x, places.footer, " Enter ", KEY)
        x = canvas.put(x + 1, places.footer, label, BOLD)
    hints = [f"{key} {what}" for key, what in notes.footer]
    while hints and x + 3 + cells("   ".join(hints)) > places.right:
        hints.pop(0)
    canvas.put_right(places.right, places.footer, "   ".join(hints), MUTED)


def is_new(view: View, notes: Notes) -> bool:
    """Whether the exercise was never done before, not in this run either."""
    id_ = view.bout.exercise.id
    return id_ in notes.first_time and not any(map(did_something, _results(view)))


def best_cue(view: View, notes: Notes) -> str:
    """Cue for now; the cue that went in this run, or else last time, comes first."""
    return view.cue(_failed(view, notes))


def opening_cues(view: View, notes: Notes) -> tuple[str, ...]:
    """Cues to mind from the start: the cue for now, and the set's own beside it."""
    return view.cues(_failed(view, notes))[: 2 if view.bout.exercise.set_cues else 1]


def _failed(view: View, notes: Notes) -> str:
    return notes.failed.get(view.bout.exercise.id, "")


def _results(view: View) -> list[Result]:
    """Results of this exercise in this run."""
    pairs = zip(view.bouts, view.results, strict=True)
    return [result for bout, result in pairs if result and bout.exercise.id == view.bout.exercise.id]
