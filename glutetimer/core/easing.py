"""Easier from here: the next easier form of an exercise, or a smaller dose."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from glutetimer.core.breaks import lay_out
from glutetimer.core.compile import bout_seconds
from glutetimer.core.forms import next_easier
from glutetimer.core.plan import Bout, Plan


def eased(plan: Plan, bouts: Collection[int]) -> Plan:
    """The plan with these bouts made easier; the same plan where they cannot be."""
    without = frozenset(plan.without)
    wanted = [_easier_bout(bout, without) if i in bouts else bout for i, bout in enumerate(plan.bouts)]
    breaks, placed = lay_out(wanted, plan.lengths)
    return replace(plan, breaks=tuple(breaks), bouts=tuple(placed))


def _easier_bout(bout: Bout, without: frozenset[str]) -> Bout:
    """The next easier form for which the kit is there; after the last one, a third less."""
    exercise = next_easier(bout.exercise, without)
    if exercise is not None:
        return replace(bout, exercise=exercise)
    target = max(1, bout.target * 2 // 3)
    return replace(bout, target=target, seconds=bout_seconds(bout.exercise, bout.side, target))
