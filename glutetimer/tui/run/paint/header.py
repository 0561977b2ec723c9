"""First rows: the place in the session, messages, the time that is left, the exercise."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from glutetimer.core.text.english import clock
from glutetimer.tui.drawing.canvas import Canvas, Look
from glutetimer.tui.drawing.text import cells, shorten
from glutetimer.tui.run.paint import words

if TYPE_CHECKING:
    from glutetimer.core.run.view import View
    from glutetimer.tui.run.paint.layout import Grid
    from glutetimer.tui.run.paint.notes import Notes

BREAKS = ("setup", "rest", "switch")
#: Seconds for which each remark stands in turn.
REMARK = 3
MUTED = Look("muted")


def first_rows(canvas: Canvas, view: View, places: Grid, notes: Notes, remarks: Sequence[str] = ()) -> None:
    """Session and exercise on the left, time left on the right.

    A problem takes the left part; remarks that have no room of their own stand there, one after another.
    """
    room = places.right - places.margin
    left = room - cells(_time_left(view, places, notes)) - 2
    if cells(notes.told) <= left:  # The message about a key goes before the time, for as long as it stands there.
        canvas.put_right(places.right, 0, _time_left(view, places, notes), MUTED)
        room = left
    if notes.told:
        canvas.put(places.margin, 0, shorten(notes.told, room), Look("work", bold=True))
    elif notes.problem and has_room(view, places):
        canvas.put(places.margin, 0, shorten(notes.problem, room), Look("alarm", bold=True))
    elif remarks:
        _remark(canvas, view, places, remarks, room)
    elif has_room(view, places):
        canvas.put(places.margin, 0, shorten(_where(view), room), MUTED)
    if places.large:
        _rule(canvas, view, places)


def _remark(canvas: Canvas, view: View, places: Grid, remarks: Sequence[str], room: int) -> None:
    """Write the remark whose turn it is behind the place in the session, or else in turn with it."""
    turn = int(view.total - view.shown_seconds) // REMARK
    both = f"{_where(view)}   {remarks[turn % len(remarks)]}"
    texts = (*remarks, _where(view))
    canvas.put(places.margin, 0, both if cells(both) <= room else shorten(texts[turn % len(texts)], room), MUTED)


def has_room(view: View, places: Grid) -> bool:
    """Whether the first row is free.

    In a low window it is the exercise's during work, and a problem replaces the cue.
    """
    return places.name > 0 or view.stage in BREAKS


def _time_left(view: View, places: Grid, notes: Notes) -> str:
    """Time to the end, and whether it is quiet; in a low window behind the set, in a pause behind that word."""
    first = "Paused" if view.paused else "" if has_room(view, places) else words.set_of(view)
    quiet = "quiet" if notes.quiet else ""
    return " · ".join(filter(None, (first, quiet, f"{clock(view.left)} left")))


def _where(view: View) -> str:
    return f"{view.session} · exercise {view.exercise_number} of {view.exercises}"


def _rule(canvas: Canvas, view: View, places: Grid) -> None:
    """Draw how much of the run is over: a double line, and a single line for the rest."""
    wide = places.right - places.margin
    done = sum(result is not None for result in view.results) * wide // max(1, len(view.results))
    canvas.fill(places.margin, 1, done, "═", MUTED)
    canvas.fill(places.margin + done, 1, wide - done, "─", Look("line"))


def name(canvas: Canvas, view: View, places: Grid, notes: Notes) -> None:
    """Write the exercise, and the number of its set."""
    room = places.right - places.margin
    if places.name > 0:
        x = canvas.put_right(places.right, places.name, words.set_of(view), MUTED)
        room = x - places.margin - 2
    elif notes.told or (notes.problem and has_room(view, places)):
        return
    else:
        room -= cells(_time_left(view, places, notes)) + 2
    canvas.put(places.margin, places.name, shorten(view.bout.exercise.name, room), Look("text", bold=True))
