"""Which cue stands on the screen: every cue of an exercise is seen in a workout, also in one round of it."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from glutetimer.core.plan.plan import Bout
from glutetimer.core.record.record import Result

#: Cues of a bout, where the exercise has that many: from the start, and from halfway.
USUAL = 2


def cue_at(cues: Sequence[str], part: float) -> str:
    """Cue of a bout when this part of it is done, 0 to 1; "" where there are none."""
    return cues[min(int(part * len(cues)), len(cues) - 1)] if cues else ""


def cues_of(bouts: Sequence[Bout], index: int, first: str = "") -> tuple[str, ...]:
    """Cues of a bout, each for an equal part of it; all bouts of the exercise together show every cue.

    `first` failed last time and opens each bout. The set's own cue comes next, beside the exercise's.
    """
    bout = bouts[index]
    exercise = bout.exercise
    same = [at for at, other in enumerate(bouts) if other.exercise.id == exercise.id]
    opening = [first] if first else []
    own = exercise.set_cues[min(bout.number, len(exercise.set_cues)) - 1] if exercise.set_cues else ""
    if own and own not in opening:
        opening.append(own)
    others = [cue for cue in exercise.cues if cue not in opening]
    if not others:
        return tuple(opening)
    each = min(len(others), max(USUAL - len(opening), ceil(len(others) / len(same)), 1))
    start = same.index(index) * each
    return (*opening, *(others[(start + place) % len(others)] for place in range(each)))


def went(bouts: Sequence[Bout], results: Sequence[Result | None], exercise: str) -> str:
    """Cue of an exercise (by its id) that failed last in this run; "" where no cue did."""
    for bout, result in zip(reversed(bouts), reversed(results), strict=True):
        if bout.exercise.id == exercise and result and result.reason:
            return result.reason
    return ""
