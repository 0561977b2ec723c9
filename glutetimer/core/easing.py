"""Easier from here: the next easier variant of an exercise, or a smaller dose."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from glutetimer.core.breaks import lay_out
from glutetimer.core.compile import bout_seconds
from glutetimer.core.kit import choose
from glutetimer.core.plan import Bout, Plan
from glutetimer.core.session import Exercise, Variant


def eased(plan: Plan, bouts: Collection[int]) -> Plan:
    """The plan with these bouts made easier; the same plan where they cannot be."""
    without = frozenset(plan.without)
    wanted = [_easier_bout(bout, without) if i in bouts else bout for i, bout in enumerate(plan.bouts)]
    breaks, placed = lay_out(wanted, plan.lengths)
    return replace(plan, breaks=tuple(breaks), bouts=tuple(placed))


def _easier_bout(bout: Bout, without: frozenset[str]) -> Bout:
    """The next variant for which the kit is there; after the last one, a third less."""
    for number, variant in enumerate(bout.exercise.easier):
        exercise = choose(_changed(bout.exercise, variant, number), without).exercise
        if exercise is not None:
            return replace(bout, exercise=exercise)
    target = max(1, bout.target * 2 // 3)
    return replace(bout, target=target, seconds=bout_seconds(bout.exercise, bout.side, target))


def _changed(exercise: Exercise, variant: Variant, number: int) -> Exercise:
    """The exercise as this easier variant; only what is easier still comes after it."""
    return replace(
        exercise,
        name=variant.name,
        cues=(variant.cue, *exercise.cues),
        band=exercise.band if variant.band is None else variant.band,
        needs=exercise.needs if variant.needs is None else variant.needs,
        easier=exercise.easier[number + 1 :],
        without=(),
    )
