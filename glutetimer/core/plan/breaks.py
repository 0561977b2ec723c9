"""Breaks between bouts: how long they are, and what has to be changed in them."""

from __future__ import annotations

from glutetimer.core.plan.plan import Bout, Break, Change, Lengths
from glutetimer.core.session.session import LYING, Exercise
from glutetimer.core.values import replace

#: Seconds that a rest before another exercise lasts at least: to hear which exercise it is, and the count-in.
OTHER = 5.0
#: Seconds that a rest lasts at least for a change of band or kit, and for getting down or up.
CHANGE = 10.0


def between(before: Bout | None, bout: Bout, lengths: Lengths) -> Break:
    """Plan the break that leads from one bout (None: standing, with nothing) to another. Its `start` is 0."""
    new = changes(before.exercise if before else None, bout.exercise)
    if before is None:
        return Break("setup", 0.0, max(lengths.setup, _least_setup(bout, new)), new)
    if before.set_key == bout.set_key:
        return Break("switch", 0.0, _switch_seconds(before, bout, lengths))
    other = OTHER if before.exercise.id != bout.exercise.id else 0.0
    least = CHANGE * (_fetches(new) + _up_or_down(before, bout))
    return Break("rest", 0.0, max(before.rest, other, least), new)


def lay_out(bouts: list[Bout], lengths: Lengths) -> tuple[list[Break], list[Bout]]:
    """Lay out the bouts with the breaks before them, all with their starts."""
    breaks: list[Break] = []
    placed: list[Bout] = []
    at = 0.0
    for bout in bouts:
        before = between(placed[-1] if placed else None, bout, lengths)
        breaks.append(replace(before, start=at))
        at += before.seconds
        placed.append(replace(bout, start=at))
        at += bout.seconds
    return breaks, placed


def _least_setup(bout: Bout, new: tuple[Change, ...]) -> float:
    """Seconds that a set-up takes at least: for band or kit, for the floor, and as long again to get ready."""
    busy = _fetches(new) + (bout.exercise.posture in LYING)
    return CHANGE * (busy + 1) if busy else 0.0


def _fetches(new: tuple[Change, ...]) -> bool:
    return "band" in new or "kit" in new


def _switch_seconds(before: Bout, bout: Bout, lengths: Lengths) -> float:
    if before.side == bout.side:
        return lengths.direction
    usual = lengths.side_lying if bout.exercise.posture in LYING else lengths.side
    return max(usual, float(bout.exercise.switch or 0))


def changes(before: Exercise | None, after: Exercise) -> tuple[Change, ...]:
    """List what the runner has to change: band, kit to fetch, posture."""
    band = before.band if before else "none"
    posture = before.posture if before else "standing"
    needs = before.needs if before else ()
    found: list[Change] = []
    if after.band != band:
        found.append("band")
    if set(after.needs) - set(needs):
        found.append("kit")
    if after.posture != posture:
        found.append("posture")
    return tuple(found)


def _up_or_down(before: Bout, bout: Bout) -> bool:
    return (before.exercise.posture in LYING) != (bout.exercise.posture in LYING)
