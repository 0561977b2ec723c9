"""A run that broke off: what is needed to go on, and what becomes of it where nobody does."""

from __future__ import annotations

from datetime import datetime

from msgspec import Struct

from glutetimer.core.plan.compile import compile_plan
from glutetimer.core.plan.options import Options
from glutetimer.core.plan.plan import Plan
from glutetimer.core.record.duration import ended_at
from glutetimer.core.record.record import NOT_REACHED, Workout
from glutetimer.core.record.stored_plan import StoredPlan, plan_of
from glutetimer.core.session.parse import parse_session
from glutetimer.core.text.problems import BadFile, Problem
from glutetimer.core.values import replace


class Resume(Struct, frozen=True):
    """Id and exact text of the session, the options it was compiled with, and the plan as it stands.

    Older running files have no `standing`: only what they were compiled from.
    """

    session: str
    text: str
    options: Options
    standing: StoredPlan | None = None


def plan_again(workout: Workout, resume: Resume) -> Plan:
    """Restore the plan that a run goes on with. Raises BadFile or EmptyPlan where there is none any more."""
    session = parse_session(resume.text, resume.session)
    if resume.standing is not None:
        return plan_of(resume.standing, workout, session, resume.options)
    plan = compile_plan(session, resume.options)
    if len(workout.bouts) != len(plan.bouts):
        raise BadFile([Problem(None, "its sets do not fit its session", "save what was done")])
    return plan


def break_off(workout: Workout, ended: datetime) -> Workout:
    """End a running workout that nobody goes on with; a workout that is over stays as it is.

    Bouts without a result were not reached. With every bout over it is finished: only the seal was missing.
    """
    if workout.state != "running":
        return workout
    is_open = any(bout.result is None for bout in workout.bouts)
    bouts = tuple(bout if bout.result else replace(bout, result=NOT_REACHED) for bout in workout.bouts)
    whole = replace(workout, state="early" if is_open else "finished", bouts=bouts)
    return ended_at(whole, ended.astimezone(workout.started.tzinfo))
