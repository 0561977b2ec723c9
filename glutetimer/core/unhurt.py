"""Pain that was told by mistake, taken back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from glutetimer.core.afterwards import afterwards
from glutetimer.core.record import BoutRecord, Outcome, Workout


def is_hurt(bout: BoutRecord) -> bool:
    """Whether pain was told at the bout, with a number or without."""
    result = bout.result
    return result is not None and (result.outcome == "pain" or result.pain is not None or bool(result.place))


def unhurt(bout: BoutRecord) -> BoutRecord:
    """The bout without its pain. What was stopped for it is short, or done where nothing was left to do."""
    result = bout.result
    if result is None or not is_hurt(bout):
        return bout
    outcome: Outcome = result.outcome
    if outcome == "pain":
        outcome = "short" if result.done is None or result.done < bout.target else "done"
    return replace(bout, result=replace(result, outcome=outcome, pain=None, place="", pain_side=None, pain_flag=None))


def with_bouts(workout: Workout, bouts: tuple[BoutRecord, ...]) -> Workout:
    """The workout with other bouts. Its pain follows them, where it was the worst of theirs and of that afterwards."""
    told = afterwards(workout)
    after = told.score if told else None
    pain = workout.pain
    if pain == _worst(workout.bouts, after):
        pain = _worst(bouts, after)
    return replace(workout, bouts=bouts, pain=pain)


def _worst(bouts: Iterable[BoutRecord], after: int | None) -> int | None:
    pains = (bout.result.pain for bout in bouts if bout.result is not None)
    return max((pain for pain in (after, *pains) if pain is not None), default=None)
