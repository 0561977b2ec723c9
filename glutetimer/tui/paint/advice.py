"""What is said about how to move: one cue, or how the exercise is done where it is new."""

from __future__ import annotations

from glutetimer.core.record import Result, did_something
from glutetimer.core.view import View
from glutetimer.tui.paint.notes import Notes


def is_new(view: View, notes: Notes) -> bool:
    """Whether the exercise was never done before, not in this run either."""
    id_ = view.bout.exercise.id
    return id_ in notes.first_time and not any(map(did_something, _results(view)))


def best_cue(view: View, notes: Notes) -> str:
    """The cue that went in this run; in the first set the one that went last time; else the set's own."""
    if view.bout.number > 1 or any(result.reason for result in _results(view)):
        return view.cue
    return notes.failed.get(view.bout.exercise.id) or view.cue


def _results(view: View) -> list[Result]:
    """What is over of this exercise in this run."""
    pairs = zip(view.bouts, view.results, strict=True)
    return [result for bout, result in pairs if result and bout.exercise.id == view.bout.exercise.id]
