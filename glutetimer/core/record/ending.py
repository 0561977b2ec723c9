"""Endings of bouts, in the words that every front end uses, and the cues that may have failed first."""

from __future__ import annotations

from glutetimer.core.pain.tellings import Telling, pain_words
from glutetimer.core.plan.plan import Bout, Plan
from glutetimer.core.record.record import BoutRecord, Result
from glutetimer.core.run.command_words import bout_name, counted
from glutetimer.core.session.session import Session
from glutetimer.core.text.doses import of_target
from glutetimer.core.text.vocabulary import OUTCOMES

BY_HAND = "by hand"
#: Nobody counted, and nobody knows by how much it is short.
NOT_COUNTED = "not counted"


def ended(bout: BoutRecord) -> str:
    """Say how it ended, as a whole: "stopped at 1 of 45 s", "stopped for pain: 3 of 10, knee, left"."""
    result = bout.result
    if result is not None and result.outcome == "short" and result.done is not None:
        return stopped_at(bout)
    return ended_beside(result)


def ended_beside(result: Result | None) -> str:
    """Say the same beside the count: "stopped short"."""
    if result is None:
        return "open"
    if result.outcome == "short" and result.done is None:
        return NOT_COUNTED
    told = {"form-broke": result.reason, "pain": _pain(result)}.get(result.outcome, "")
    return ": ".join(filter(None, (OUTCOMES[result.outcome].ended, told)))


def stopped_at(bout: BoutRecord) -> str:
    """ "stopped at 1 of 45 s"; the bout has a result."""
    assert bout.result is not None
    return f"stopped at {of_target(bout.result.done, bout.target, bout.kind)}"


def amended(bout: Bout, result: Result) -> str:
    """Repeat what stands in the record of a bout that is over: "Bridge left: 9 of 10, by hand"."""
    parts = [f"{bout_name(bout)}: {counted(bout, result.done)}"]
    if result.outcome in ("form-broke", "pain"):
        parts.append(ended_beside(result))
    elif result.pain is not None:
        parts.append(f"pain {_pain(result)}")
    if result.counted_by == "hand" and result.done is not None and bout.pace != "own":
        parts.append(BY_HAND)
    return ", ".join(parts)


def _pain(result: Result) -> str:
    """ "3 of 10, knee, left"."""
    return pain_words(Telling(result.place, result.pain_side, result.pain, result.pain_flag))


def cues_in(session: Session, exercise: str) -> tuple[str, ...]:
    """Cues of an exercise of the session, or of a substitute done where kit is missing; () where there are none."""
    asked = [*session.exercises]
    asked += [substitute for one in session.exercises for _, substitute in one.without]
    return next((one.cues for one in asked if one.id == exercise), ())


def cues_of(plan: Plan, bout: BoutRecord) -> tuple[str, ...]:
    """Cues of a bout's exercise, all forms in which the plan has it together."""
    same = (other.exercise.cues for other in plan.bouts if other.exercise.id == bout.exercise)
    return tuple(dict.fromkeys(cue for cues in same for cue in cues))
