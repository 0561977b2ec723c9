"""The strip: the bouts of the exercise, or of this set where they are too many, and what comes after."""

from __future__ import annotations

from collections.abc import Sequence

from glutetimer.core.view import BoutView, View
from glutetimer.tui.paint import words
from glutetimer.tui.paint.canvas import Canvas, Look
from glutetimer.tui.paint.layout import Grid
from glutetimer.tui.paint.texts import cells

GAP = 3
BREAKS = ("setup", "rest", "switch")


def strip(canvas: Canvas, view: View, places: Grid) -> None:
    """■ done with its count, ► now, · to come; what comes after on the right, where there is room."""
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
    """Draw as many as fit; the column after the last."""
    x = places.margin
    for item in items:
        text = words.strip_item(item, working=working)
        if x + cells(text) > places.right:
            break
        look = Look("text", bold=True) if item.now and working else Look("muted")
        x = canvas.put(x, places.strip, text, look) + GAP
    return x


def _from_now(items: Sequence[BoutView], room: int, *, working: bool) -> Sequence[BoutView]:
    """Without the first bouts where the one at work would have no room."""
    while _width(items, working=working) > room and not items[0].now and any(item.now for item in items):
        items = items[1:]
    return items


def _width(items: Sequence[BoutView], *, working: bool) -> int:
    return sum(cells(words.strip_item(item, working=working)) + GAP for item in items) - GAP


def _exercise_bouts(view: View) -> Sequence[BoutView]:
    """The bouts of all sets or rounds of this exercise."""
    return [
        BoutView(bout, result, i == view.index and view.stage != "over")
        for i, (bout, result) in enumerate(zip(view.bouts, view.results, strict=True))
        if bout.exercise.id == view.bout.exercise.id
    ]


def _after(view: View) -> str:
    other = view.after is not None and view.after.exercise.id != view.bout.exercise.id
    return f"then {view.after.exercise.name}" if other and view.after else ""
