"""The cues of an exercise by its id: what may have gone first when its form broke."""

from __future__ import annotations

from glutetimer.core.plan import Plan
from glutetimer.core.record import BoutRecord
from glutetimer.core.session import Session


def cues_in(session: Session, exercise: str) -> tuple[str, ...]:
    """Those of an exercise of the session, or of one that is done where kit is missing; () where there is none."""
    asked = [*session.exercises]
    asked += [substitute for one in session.exercises for _, substitute in one.without]
    return next((one.cues for one in asked if one.id == exercise), ())


def cues_of(plan: Plan, bout: BoutRecord) -> tuple[str, ...]:
    """Those of a bout's exercise, all forms in which the plan has it together."""
    same = (other.exercise.cues for other in plan.bouts if other.exercise.id == bout.exercise)
    return tuple(dict.fromkeys(cue for cues in same for cue in cues))
