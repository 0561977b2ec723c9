"""Gauges of progress: the lift of a rep, the bar of a hold or rest, the strip of an exercise's sets."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from glutetimer.core.run.view import BoutView, View
from glutetimer.tui.drawing.canvas import Canvas, Look, Role
from glutetimer.tui.drawing.text import cells
from glutetimer.tui.run.paint import words

if TYPE_CHECKING:
    from glutetimer.core.session.session import Phase
    from glutetimer.tui.run.paint.layout import Grid, NumberPlace

#: Seconds between two steps of the lift.
STEP = 0.5


def bar(canvas: Canvas, x: int, y: int, size: tuple[int, int], share: float, role: Role) -> None:
    """Draw a bar of `size` (columns, rows), filled from the left by `share` (0 to 1)."""
    width, rows = size
    filled = int(width * min(1.0, max(0.0, share)) + 1e-6)
    for row in range(y, y + rows):
        canvas.fill(x, row, filled, "█", Look(role))
        canvas.fill(x + filled, row, width - filled, "░", Look("line"))


def held_share(view: View) -> float:
    """Share of a hold that is over; past its target the bar stays full."""
    if not view.total:
        return 1.0
    return view.seconds / view.total if view.counts_up else 1 - view.seconds / view.total


def lift(canvas: Canvas, view: View, place: NumberPlace, places: Grid) -> None:
    """Draw the height of the body: filled from below, in whole rows."""
    if place.lift is None:
        return
    filled = round(place.rows * lift_share(view))
    for row in range(place.rows):
        full = place.rows - row <= filled
        canvas.fill(place.lift, place.y + row, places.lift, "▄" if full else "─", Look("text" if full else "muted"))


def lift_share(view: View) -> float:
    """Height of the body, 0 to 1, in steps of half a second; phases under a second show their ends only.

    Where the height never changes and says nothing, a rung stands for a rep, as in tap pace.
    """
    phase, tempo = view.phase, view.bout.exercise.tempo
    if view.bout.pace == "tap" or phase is None or not _moves(tempo):
        return min(1.0, view.count / view.of) if view.of else 0.0
    end = _height(tempo, view.phase_number)
    if phase.motion == "hold" or phase.seconds < 1:
        return end
    steps = lift_steps(phase)
    done = int(view.phase_done * steps + 1e-6) / steps
    return done if end else 1.0 - done


def lift_steps(phase: Phase) -> int:
    """Number of steps of the lift in a phase, each at least half a second long; 1 where it does not move."""
    return 1 if phase.motion == "hold" or phase.seconds < 1 else int(phase.seconds / STEP + 1e-6)


def _moves(tempo: tuple[Phase, ...]) -> bool:
    """Whether the body visibly moves: within a phase, or between two short ones."""
    seen = any(phase.seconds >= 1 and phase.motion != "hold" for phase in tempo)
    return seen or len({_height(tempo, number) for number in range(len(tempo))}) > 1


def _height(tempo: tuple[Phase, ...], number: int) -> float:
    """Height of the body at the end of a phase; "hold" keeps the height of the phases before it."""
    for back in range(len(tempo)):
        phase = tempo[number - back]
        if phase.motion != "hold":
            return 0.0 if phase.motion == "down" else 1.0
    return 1.0


GAP = 3
BREAKS = ("setup", "rest", "switch")


def strip(canvas: Canvas, view: View, places: Grid) -> None:
    """Draw the strip: ■ done with its count, ► now, · to come; the next exercise on the right, where there is room."""
    working = view.stage not in BREAKS
    after = _after(view)
    room = places.right - places.margin - (cells(after) + GAP if after else 0)
    items = _exercise_bouts(view)
    if _width(items, working=working) > room:
        items = _from_now(view.set_bouts, places.right - places.margin, working=working)
    x = _items(canvas, items, places, working=working)
    if after and x + cells(after) <= places.right:
        canvas.put_right(places.right, places.strip, after, Look("muted"))


def _items(canvas: Canvas, items: Sequence[BoutView], places: Grid, *, working: bool) -> int:
    """Draw as many as fit; return the column after the last."""
    x = places.margin
    for item in items:
        text = words.strip_item(item, working=working)
        if x + cells(text) > places.right:
            break
        look = Look("text", bold=True) if item.now and working else Look("muted")
        x = canvas.put(x, places.strip, text, look) + GAP
    return x


def _from_now(items: Sequence[BoutView], room: int, *, working: bool) -> Sequence[BoutView]:
    """Drop the first bouts where the current one would have no room."""
    while _width(items, working=working) > room and not items[0].now and any(item.now for item in items):
        items = items[1:]
    return items


def _width(items: Sequence[BoutView], *, working: bool) -> int:
    return sum(cells(words.strip_item(item, working=working)) + GAP for item in items) - GAP


def _exercise_bouts(view: View) -> Sequence[BoutView]:
    """Bouts of all sets or rounds of this exercise."""
    return [
        BoutView(bout, result, i == view.index and view.stage != "over")
        for i, (bout, result) in enumerate(zip(view.bouts, view.results, strict=True))
        if bout.exercise.id == view.bout.exercise.id
    ]


def _after(view: View) -> str:
    other = view.after is not None and view.after.exercise.id != view.bout.exercise.id
    return f"then {view.after.exercise.name}" if other and view.after else ""
