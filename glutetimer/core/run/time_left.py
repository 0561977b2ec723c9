"""How long it goes on if no key is pressed."""

from __future__ import annotations

from glutetimer.core.run.actions.transitions import LEAST_LEFT
from glutetimer.core.run.state import State


def time_left(s: State, t: float) -> float:
    """Seconds to the end of the run if no key is pressed: this step, then every open bout."""
    if s.stage == "over":
        return 0.0
    later = sum(
        s.plan.breaks[i].seconds + bout.seconds
        for i, bout in enumerate(s.plan.bouts)
        if s.results[i] is None and i != s.bout
    )
    if s.stage == "break":
        return later + max(0.0, s.go - t) + s.current.seconds
    if s.stage == "asking" or (s.due and s.due[-1].what == "end"):
        return later + _part_of_break(s) + due_in(s, t)
    return later + max(0.0, s.go - t) + max(0.0, s.current.seconds - (max(t, s.go) - s.began))


def due_in(s: State, t: float) -> float:
    """Seconds until the last thing that is due in this step; 0 where nothing is."""
    return max(0.0, s.due[-1].at - t) if s.due else 0.0


def _part_of_break(s: State) -> float:
    """What a break that waits for an answer adds to the open bouts: below 0, for a part of it is over."""
    if s.waits is None:
        return 0.0
    index, left = s.waits
    bout, whole = s.plan.bouts[index], s.plan.breaks[index].seconds
    return max(left, LEAST_LEFT) - (whole if s.results[index] is None else -bout.seconds)
