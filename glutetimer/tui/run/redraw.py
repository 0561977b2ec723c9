"""Compute when the picture changes next: nothing wakes in between."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glutetimer.core.run import events as ev
from glutetimer.tui.run.paint.gauges import lift_steps

if TYPE_CHECKING:
    from glutetimer.core.run.view import View

#: Run seconds between two looks at the clock, however little changes: a gap must be noticed.
LOOK = 1.0
#: Run seconds between two frames without a key: never more than two a second.
LEAST_APART = 0.5
#: Real seconds between two frames of a rehearsal, which would otherwise draw hundreds a second.
LEAST_FRAME = 0.1
#: Real seconds until the next look, where the last one was a hair too early.
LEAST_WAIT = 0.001
#: Run seconds that count as none.
NONE = 1e-6

#: Seconds for which the screen is reversed, and least seconds between the starts of two flashes: two a second are safe
#: for eyes that cannot bear flicker.
FLASH = 0.4
FLASH_APART = 0.5

#: Events that leave the picture as it would be without them: `until_change` knows when it changes.
QUIET = (ev.PhaseStarted, ev.RepDone, ev.Halfway, ev.LastSeconds, ev.CountIn, ev.TargetReached, ev.Said)

#: Events for which the screen flashes once.
ONCE = (ev.BoutStarted, ev.Halfway, ev.TargetReached, ev.SwitchStarted, ev.RestStarted)


def flashes(event: ev.Event, sound: str) -> int:
    """Number of flashes for an event where nothing is heard.

    One for a start and at halfway, two where a bout is done; none for counting along, or where another signal goes
    before (`sound` is "").
    """
    if isinstance(event, ONCE):
        return 1 if sound else 0
    return 2 if isinstance(event, ev.BoutEnded) and event.outcome == "done" else 0


def stirs(event: ev.Event) -> bool:
    """Whether this event changes the picture."""
    return not isinstance(event, QUIET)


def until_change(view: View) -> float:
    """Run seconds until the view looks different without an event; at most `LOOK`."""
    if view.stage == "reps":
        return min(LOOK, _until_step(view)) if view.phase is not None else LOOK
    if view.counts_up:
        return view.shown_seconds + 1.0 - view.seconds
    return min(LOOK, max(NONE, view.seconds - view.shown_seconds + 1.0))


def _until_step(view: View) -> float:
    """Run seconds until the lift's next step; the last one is the end of the phase."""
    assert view.phase is not None
    length = view.phase.seconds / lift_steps(view.phase)
    into = view.phase_done * view.phase.seconds
    return max(NONE, (int(into / length + NONE) + 1) * length - into)
