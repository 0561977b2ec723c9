"""What shows how far it is: the lift of a rep, the bar of a hold or a rest."""

from __future__ import annotations

from glutetimer.core.session import Phase
from glutetimer.core.view import View
from glutetimer.tui.paint import words
from glutetimer.tui.paint.canvas import Canvas, Look, Role
from glutetimer.tui.paint.layout import Grid, Number

#: Seconds between two steps of the lift.
STEP = 0.5


def bar(canvas: Canvas, x: int, y: int, size: tuple[int, int], share: float, role: Role) -> None:
    """A bar of `size` (columns, rows), filled from the left by `share` (0 to 1)."""
    width, rows = size
    filled = int(width * min(1.0, max(0.0, share)) + 1e-6)
    for row in range(y, y + rows):
        canvas.fill(x, row, filled, "█", Look(role))
        canvas.fill(x + filled, row, width - filled, "░", Look("line"))


def held_share(view: View) -> float:
    """How much of a hold is over; past its target the bar stays full."""
    if not view.total:
        return 1.0
    return view.seconds / view.total if view.counts_up else 1 - view.seconds / view.total


def lift(canvas: Canvas, view: View, place: Number, places: Grid) -> None:
    """The height of the body: filled from below, in whole rows."""
    if place.lift is None:
        return
    filled = round(place.rows * lift_share(view))
    for row in range(place.rows):
        full = place.rows - row <= filled
        canvas.fill(place.lift, place.y + row, places.lift, "▄" if full else "─", Look("text" if full else "muted"))


def lift_share(view: View) -> float:
    """How high the body is, 0 to 1, in steps of half a second; phases under a second show their ends only."""
    phase = view.phase
    if view.bout.pace == "tap" or phase is None:
        return min(1.0, view.count / view.of) if view.of else 0.0
    label, done = phase.label.lower(), _steps_done(phase, view.phase_done)
    if label in words.SINKING:
        return 1.0 - done
    if label == "hold":
        return _kept(view, phase)
    return 1.0 if label in words.RISING and phase.seconds < 1 else done


def _steps_done(phase: Phase, share: float) -> float:
    """The steps of a phase that are over, as a fraction of it."""
    if phase.seconds < 1:
        return 0.0
    return int(share * phase.seconds / STEP + 1e-6) / int(phase.seconds / STEP)


def _kept(view: View, phase: Phase) -> float:
    """A phase that holds keeps the height that the one before it reached."""
    tempo = view.bout.exercise.tempo
    before = tempo[tempo.index(phase) - 1].label.lower()
    return 0.0 if before in words.SINKING else 1.0
