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
    """How high the body is, 0 to 1, in steps of half a second; phases under a second show their ends only.

    Where the height would say nothing, because it never changes, a rung stands for a rep, as in tap pace.
    """
    phase, tempo = view.phase, view.bout.exercise.tempo
    if view.bout.pace == "tap" or phase is None or not _moves(tempo):
        return min(1.0, view.count / view.of) if view.of else 0.0
    end = _height(tempo, view.phase_number)
    if _keeps(phase) or phase.seconds < 1:
        return end
    steps = lift_steps(phase)
    done = int(view.phase_done * steps + 1e-6) / steps
    return done if end else 1.0 - done


def lift_steps(phase: Phase) -> int:
    """In how many steps the lift goes through a phase, each at least half a second long; 1 where it does not move."""
    return 1 if _keeps(phase) or phase.seconds < 1 else int(phase.seconds / STEP + 1e-6)


def _moves(tempo: tuple[Phase, ...]) -> bool:
    """Whether the body is seen to move: within a phase, or between two short ones."""
    seen = any(phase.seconds >= 1 and not _keeps(phase) for phase in tempo)
    return seen or len({_height(tempo, number) for number in range(len(tempo))}) > 1


def _height(tempo: tuple[Phase, ...], number: int) -> float:
    """Where the body is at the end of a phase; "hold" keeps what the phases before it reached."""
    for back in range(len(tempo)):
        phase = tempo[number - back]
        if not _keeps(phase):
            return 0.0 if phase.label.lower() in words.SINKING else 1.0
    return 1.0


def _keeps(phase: Phase) -> bool:
    return phase.label.lower() == "hold"
