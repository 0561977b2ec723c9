"""A made log: weeks of training with the built-in sessions, always the same."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from functools import cache
from random import Random

from glutetimer.adapters.files.sessions import built_in_dir, load
from glutetimer.core.plan.compile import compile_plan
from glutetimer.core.plan.options import Mode, Options
from glutetimer.core.plan.plan import Plan
from glutetimer.core.record.record import NOT_REACHED, Result, Workout, begin_workout, with_results
from glutetimer.core.session.session import Session
from glutetimer.core.values import replace

BERLIN = timezone(timedelta(hours=1))
LAST = datetime(2026, 11, 20, 19, 30, tzinfo=BERLIN)


@dataclass(frozen=True)
class Done:
    """What a workout of the past is made of."""

    session: str
    mode: Mode = "full"
    effort: int | None = None
    short: bool = False
    form: bool = False
    pain: int | None = None
    early: bool = False
    confirmed: bool = True


#: What is done over and over; the first is the newest.
ROUND = (
    Done("hip-control", effort=6, form=True, short=True),
    Done("glute-strength", effort=7),
    Done("band-hips", "post-run", effort=4),
    Done("hip-control", effort=8, pain=3, early=True),
    Done("get-hip", effort=5, confirmed=False),
    Done("glute-strength", effort=7, short=True),
    Done("mini-band", "pre-run"),
)


@cache
def built_in() -> dict[str, Session]:
    """The program's sessions by id."""
    sessions = (load(path) for path in sorted(built_in_dir().glob("*.toml")))
    return {session.id: session for session in sessions}


def past(count: int = 148, last: datetime = LAST) -> list[Workout]:
    """So many workouts, the newest first, about three a week."""
    return list(_past(count, last))


def _past(count: int, last: datetime) -> Iterator[Workout]:
    random, day = Random(7), last
    for number in range(count):
        yield made(ROUND[number % len(ROUND)], day + timedelta(minutes=random.randrange(-90, 90)), number)
        day -= timedelta(days=random.choice((2, 2, 3)))


def made(done: Done, started: datetime, number: int = 0) -> Workout:
    """One of them."""
    plan = _plan(done.session, done.mode)
    results = _results(plan, done)
    begun = begin_workout(plan, f"{started:%Y%m%dT%H%M%SZ}-{number:08x}", started, "Europe/Berlin")
    seconds = round(plan.seconds * (0.7 if done.early else 1.02))
    whole = replace(
        with_results(begun, plan, tuple(results)),
        state="early" if done.early else "finished",
        ended=started + timedelta(seconds=seconds),
        active=float(seconds),
        confirmed=True if done.confirmed else None,
        effort=done.effort,
        pain=done.pain,
    )
    return replace(whole, harder_side="right", note="The right hip was stiff at first.") if done.form else whole


@cache
def _plan(session: str, mode: Mode) -> Plan:
    return compile_plan(built_in()[session], Options(mode=mode, strength="medium"))


def _results(plan: Plan, done: Done) -> list[Result]:
    results = [Result("done", bout.target, bout.seconds, "program", rest=30.0) for bout in plan.bouts]
    if done.short:
        results[5] = replace(results[5], outcome="short", done=max(1, (results[5].done or 0) - 2))
    if done.form:
        results[-3] = Result("form-broke", 6, 24.0, "program", "Keep both thighs level")
    if done.pain is not None:
        results[-4] = Result("pain", 4, 12.0, "program", pain=done.pain, place="knee", pain_side="left")
    if done.early:
        results[-3:] = [NOT_REACHED] * 3
    return results
