"""When the picture changes next, so that nothing wakes in between."""

from __future__ import annotations

from glutetimer.core import events as ev
from glutetimer.core.view import View

#: Seconds between two steps of the lift.
LIFT_STEP = 0.5
#: However little changes, the clock is looked at this often (run seconds): a gap must be noticed.
LOOK = 1.0
#: Real seconds between two frames of a rehearsal, which would otherwise draw hundreds a second.
LEAST_FRAME = 0.1

#: Seconds for which the screen is reversed, and between two beginnings of that.
FLASH = 0.4
FLASH_APART = 0.5


def flashes(event: ev.Event) -> int:
    """How often the screen flashes for an event where nothing is heard: at go, halfway and the end; not per rep."""
    if isinstance(event, ev.BoutStarted | ev.Halfway):
        return 1
    return 2 if isinstance(event, ev.BoutEnded) and event.outcome == "done" else 0


def until_change(view: View) -> float:
    """Run seconds until the view looks different by itself."""
    if view.stage == "reps" and view.phase is not None:
        into = view.phase_done * view.phase.seconds
        return LIFT_STEP - into % LIFT_STEP
    if view.counts_up:
        return 1.0 - view.seconds % 1.0
    return view.seconds % 1.0 or LOOK
