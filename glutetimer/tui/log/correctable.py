"""Bouts that were never begun, made such that a count can be given to them afterwards. Pure."""

from __future__ import annotations

from dataclasses import replace

from glutetimer.core.record import BoutRecord, Result, Workout

#: In the place of no result at all. Nobody measured any seconds: they stay 0 when a count is told.
_NOTHING = Result("not-reached", 0, 0.0, "program")


def correctable(workout: Workout) -> Workout:
    """Every bout has a result."""
    return replace(workout, bouts=tuple(_with_result(bout) for bout in workout.bouts))


def _with_result(bout: BoutRecord) -> BoutRecord:
    return bout if bout.result is not None else replace(bout, result=_NOTHING)


def as_corrected(before: Workout, after: Workout) -> Workout:
    """What was open before and was given no count is open still."""
    pairs = zip(before.bouts, after.bouts, strict=True)
    return replace(after, bouts=tuple(old if new == _with_result(old) else new for old, new in pairs))


def corrections(before: Workout, after: Workout) -> int:
    """How many bouts differ."""
    return sum(old != new for old, new in zip(before.bouts, after.bouts, strict=True))
