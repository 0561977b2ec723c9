"""Times of each bout of a workout, as far as its record has them; whole milliseconds from its start.

A record says how long each bout was worked and how long each rest was, but not when. Nor does it say how long the
set-up and the changes of side were: together they are what its run time is longer than its bouts and rests.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise

from msgspec import Struct

from glutetimer.core.plan.plan import Lengths
from glutetimer.core.record.duration import elapsed, took
from glutetimer.core.record.record import BEGUN, BoutRecord, Result, Workout

_USUAL = Lengths()

Begun = Sequence[tuple[BoutRecord, Result]]


class PlacedBout(Struct, frozen=True):
    """A bout that was started: from `start` on `work` of work, then `rest` of rest, in milliseconds."""

    bout: BoutRecord
    result: Result
    start: int
    work: int
    rest: int


class Timeline(Struct, frozen=True):
    """Bouts in the order of the plan. `timer` is the run time, `elapsed` the time on the wall."""

    placed: tuple[PlacedBout, ...]
    timer: int
    elapsed: int


def timeline(workout: Workout) -> Timeline:
    """Place the started bouts one after the other, with no overlap and within the run time.

    First comes the usual set-up, and the usual change between the bouts of a set, as far as there is time for them;
    what remains is left at the end, as are all pauses. In a record that says more than there was time for (its times
    were edited) the rests give way, and where that is not enough, the bouts.
    """
    begun = [(bout, bout.result) for bout in workout.bouts if bout.result and bout.result.outcome in BEGUN]
    timer = _ms(took(workout).seconds)
    work = [_ms(result.seconds) for _, result in begun]
    rest = [_ms(result.rest or 0.0) for _, result in begun]
    work = _squeezed(work, timer)
    rest = _squeezed(rest, timer - sum(work))
    gaps = _taken([*_wishes(begun)], timer - sum(work) - sum(rest))
    ends = [*accumulate(map(sum, zip(gaps, work, rest, strict=True)))]
    rows = zip(begun, ends, work, rest, strict=True)
    placed = tuple(PlacedBout(bout, result, end - y - x, x, y) for (bout, result), end, x, y in rows)
    return Timeline(placed, timer, max(timer, _ms(elapsed(workout) or 0.0)))


def _ms(seconds: float) -> int:
    return round(seconds * 1000)


def _squeezed(parts: list[int], room: int) -> list[int]:
    """Shorten all parts alike where they do not fit."""
    whole = sum(parts)
    return parts if whole <= room else [part * room // whole for part in parts]


def _wishes(begun: Begun) -> Iterator[int]:
    """Milliseconds that usually lie before each bout, where no rest does."""
    if begun:
        yield _ms(_USUAL.setup)
    for (one, _), (other, _) in pairwise(begun):
        same_set = (one.exercise, one.round, one.set) == (other.exercise, other.round, other.set)
        yield _ms(_USUAL.direction if one.side == other.side else _USUAL.side) if same_set else 0


def _taken(wishes: list[int], room: int) -> list[int]:
    """Take as much of each wish as there is room for, in their order."""
    ends = [min(end, room) for end in accumulate(wishes)]
    return [end - before for before, end in pairwise([0, *ends])]
