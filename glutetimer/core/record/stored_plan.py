"""Plan of a run as it stands: what keys have changed in it, kept in the running file, and the plan again.

Only what keys can change is kept of a bout; its exercise is in the session's text, and its place in its record.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from glutetimer.core.plan.breaks import lay_out
from glutetimer.core.plan.compile import bout_seconds, lengths_of, numbered
from glutetimer.core.plan.options import Options
from glutetimer.core.plan.plan import Bout, LeftOut, Plan, Replaced
from glutetimer.core.record.record import BoutRecord, Workout
from glutetimer.core.session.forms import in_form
from glutetimer.core.session.kit import choose
from glutetimer.core.session.session import Exercise, Pace, Session
from glutetimer.core.text.problems import BadFile, Problem


class StandingBout(Struct, frozen=True):
    """A bout by the id of its `form` ("": as written), `target` in reps or seconds, and the `rest` planned after it."""

    target: int
    pace: Pace
    rest: float
    form: str = ""


class StoredPlan(Struct, frozen=True):
    """A plan as it stands, as far as session, options and records do not give it."""

    bouts: tuple[StandingBout, ...]
    left_out: tuple[LeftOut, ...] = ()
    replaced: tuple[Replaced, ...] = ()


def standing(plan: Plan) -> StoredPlan:
    """Find what is to be kept of a plan."""
    bouts = (StandingBout(bout.target, bout.pace, bout.rest, bout.exercise.form) for bout in plan.bouts)
    return StoredPlan(tuple(bouts), plan.left_out, plan.replaced)


def plan_of(kept: StoredPlan, workout: Workout, session: Session, options: Options) -> Plan:
    """Restore the plan. Raises BadFile where an exercise or its form is not in the session, or bouts are missing."""
    if len(kept.bouts) != len(workout.bouts):
        raise _no_fit("its plan has another number of sets")
    lengths = lengths_of(options)
    breaks, bouts = lay_out(list(_bouts(kept, workout, session, options)), lengths)
    return Plan(
        session=session.id,
        name=session.name,
        order=session.order,
        mode=workout.mode,
        rounds=workout.rounds,
        rest=session.rest if options.rest is None else options.rest,
        without=options.without,
        left_out=kept.left_out,
        replaced=kept.replaced,
        breaks=tuple(breaks),
        bouts=numbered(bouts),
        first_side=options.first_side,
        strength=options.strength,
        lengths=lengths,
    )


def _bouts(kept: StoredPlan, workout: Workout, session: Session, options: Options) -> Iterator[Bout]:
    without = frozenset(options.without)
    known = {one.id: one for one in _as_done(session, without)}
    for record, bout in zip(workout.bouts, kept.bouts, strict=True):
        exercise = known.get(record.exercise)
        formed = None if exercise is None else in_form(exercise, bout.form, without)
        if formed is None:
            raise _no_fit(f"{record.name} is not in its session")
        yield _bout(record, bout, formed)


def _as_done(session: Session, without: frozenset[str]) -> Iterator[Exercise]:
    """Exercises as they are done with the kit that is there: some are substitutes."""
    for wanted in session.exercises:
        chosen = choose(wanted, without).exercise
        if chosen is not None:
            yield chosen


def _bout(record: BoutRecord, kept: StandingBout, exercise: Exercise) -> Bout:
    return Bout(
        start=0.0,
        seconds=bout_seconds(exercise, record.side, kept.target),
        exercise=exercise,
        round=record.round,
        set=record.set,
        sets=0,
        side=record.side,
        direction=record.direction,
        target=kept.target,
        pace=kept.pace,
        rest=kept.rest,
    )


def _no_fit(what: str) -> BadFile:
    return BadFile([Problem(None, what, "save what was done")])
