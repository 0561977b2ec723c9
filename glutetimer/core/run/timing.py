"""Moments due in a step: every timing rule of a run, as pure tables of offsets in seconds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

from msgspec import Struct

from glutetimer.core.plan.plan import Bout
from glutetimer.core.values import replace

What = Literal["count", "start", "phase", "rep", "half", "last", "target", "end"]

#: The last seconds of a break, a lead-in and a hold are counted.
COUNTED = (3, 2, 1)
#: Shorter bouts have no halfway signal: it would come among the last three.
LEAST_REPS_WITH_HALF = 6
LEAST_HOLD_WITH_HALF = 10


class Mark(Struct, frozen=True):
    """Something due at `at`: an offset in these tables, run time in the engine.

    `n` is seconds left (count, last), the rep's number (phase, rep) or the phase's (in `phase`).
    """

    at: float
    what: What
    n: int = 0
    phase: int = 0


def break_marks(seconds: float) -> tuple[Mark, ...]:
    """Count-in and end of a break."""
    return (*count_in(seconds), Mark(seconds, "end"))


def count_in(until: float) -> tuple[Mark, ...]:
    """Three, two, one before `until`, as far as there is time."""
    return tuple(Mark(until - left, "count", left) for left in COUNTED if until >= left)


def bout_marks(bout: Bout, count: int = 0, *, unattended: bool = False) -> tuple[Mark, ...]:
    """Moments of a bout that goes on from `count` reps.

    Where nobody can press (`unattended`), tap and own end after their estimated seconds.
    """
    if bout.exercise.kind == "hold":
        return tuple(_hold(bout, unattended))
    if bout.pace == "counted":
        return tuple(_reps(bout, count))
    left = (bout.turns - count) * bout.exercise.rep_seconds
    return (Mark(left, "end"),) if unattended else ()


def shifted(marks: Iterable[Mark], by: float) -> tuple[Mark, ...]:
    """Move the marks `by` seconds later."""
    return tuple(replace(mark, at=mark.at + by) for mark in marks)


def _reps(bout: Bout, count: int) -> Iterator[Mark]:
    length = bout.exercise.rep_seconds
    half = bout.turns // 2 if bout.turns >= LEAST_REPS_WITH_HALF else 0
    for rep in range(count + 1, bout.turns + 1):
        begins = (rep - count - 1) * length
        for number, phase in enumerate(bout.exercise.tempo):
            yield Mark(begins, "phase", rep, number)
            begins += phase.seconds
        ends = (rep - count) * length
        yield Mark(ends, "rep", rep)
        if rep == half:
            yield Mark(ends, "half")
    yield Mark((bout.turns - count) * length, "end")


def _hold(bout: Bout, unattended: bool) -> Iterator[Mark]:
    target = float(bout.target)
    marks = [Mark(target - left, "last", left) for left in COUNTED if target > left]
    if target >= LEAST_HOLD_WITH_HALF:
        marks.append(Mark(target / 2, "half"))
    yield from sorted(marks, key=lambda mark: mark.at)
    yield Mark(target, "end" if bout.pace == "counted" or unattended else "target")
