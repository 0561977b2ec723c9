"""Easier from here: the next easier variant of an exercise, or a smaller dose."""

from __future__ import annotations

from dataclasses import replace

from glutetimer.core.compile import bout_seconds, lay_out
from glutetimer.core.plan import Bout, Plan
from glutetimer.core.session import Exercise
from glutetimer.core.state import State


def eased(s: State) -> Plan:
    """The plan with the current exercise made easier in the running bout and all its open ones."""
    id_ = s.current.exercise.id
    running = s.bout if s.stage == "bout" else None
    bouts = [
        _easier_bout(bout) if bout.exercise.id == id_ and (s.results[i] is None or i == running) else bout
        for i, bout in enumerate(s.plan.bouts)
    ]
    breaks, placed = lay_out(bouts)
    return replace(s.plan, breaks=tuple(breaks), bouts=tuple(placed))


def _easier_bout(bout: Bout) -> Bout:
    if bout.exercise.easier:
        return replace(bout, exercise=_easier_exercise(bout.exercise))
    target = max(1, bout.target * 2 // 3)
    return replace(bout, target=target, seconds=bout_seconds(bout.exercise, bout.side, target))


def _easier_exercise(exercise: Exercise) -> Exercise:
    variant, *further = exercise.easier
    return replace(
        exercise,
        name=variant.name,
        cues=(variant.cue, *exercise.cues),
        band=exercise.band if variant.band is None else variant.band,
        needs=exercise.needs if variant.needs is None else variant.needs,
        easier=tuple(further),
    )
