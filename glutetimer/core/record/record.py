"""Workout record as data: what was planned, what was done, who counted."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from msgspec import Struct

from glutetimer.core.pain.body_places import Flag, Morning
from glutetimer.core.plan.options import Mode
from glutetimer.core.plan.plan import Bout, Plan
from glutetimer.core.session.session import Band, Direction, Kind, Side
from glutetimer.core.values import replace

Outcome = Literal["done", "short", "form-broke", "pain", "skipped", "not-reached"]
CountedBy = Literal["program", "tap", "hand"]
WorkoutState = Literal["finished", "early", "running"]
HarderSide = Literal["left", "right", "same"]
PainSide = Literal["left", "right", "both"]

#: Outcomes of bouts that were started: their counts say something.
BEGUN: frozenset[Outcome] = frozenset({"done", "short", "form-broke", "pain"})
#: Outcomes of bouts whose count may be unknown.
ON_ITS_WAY: frozenset[Outcome] = frozenset({"short", "form-broke", "pain"})


class Result(Struct, frozen=True):
    """Result of a bout. `done` in reps per side or whole seconds; `seconds` worked; `rest` seconds taken after it.

    `done` is None where nobody counted: unknown, which is not 0. Only a bout that the runner was to count (by hand)
    and that ended on its way can be unknown. `reason` is the cue that failed first; `pain` (0-10), `place`,
    `pain_side` and `pain_flag` (the warning sign that was answered) are set where there was pain.
    """

    outcome: Outcome
    done: int | None
    seconds: float
    counted_by: CountedBy
    reason: str = ""
    rest: float | None = None
    pain: int | None = None
    place: str = ""
    pain_side: PainSide | None = None
    pain_flag: Flag | None = None


#: Result of a bout that never came: nobody measured any seconds.
NOT_REACHED = Result("not-reached", 0, 0.0, "program")


class MorePain(Struct, frozen=True):
    """A pain beside the one that a bout's result has room for, or a pain that belongs to no bout.

    `bout` is the bout's number from 1, None where it belongs to no bout. The rest as in `Result`.
    """

    bout: int | None = None
    pain: int | None = None
    place: str = ""
    pain_side: PainSide | None = None
    pain_flag: Flag | None = None


class BoutRecord(Struct, frozen=True):
    """A planned bout beside its result (None until it is over). `strength` names the band in use, if it is known.

    `form` is the id of the easier or harder form it was done in; "" as written (in a workout that has `active`).
    """

    exercise: str
    name: str
    kind: Kind
    round: int
    set: int
    side: Side
    direction: Direction | None
    band: Band
    target: int
    result: Result | None = None
    strength: str = ""
    form: str = ""


class Workout(Struct, frozen=True):
    """A session done once. `speed` other than 1 is a rehearsal; times carry a fixed offset.

    `active` is its run time in seconds, without pauses; None where nobody measured it. `pain_after` (0-10),
    `place_after`, `pain_side_after` and `pain_flag_after` are the answers at the finish, `morning` how the worst
    pain was the morning after; `more_pain` are its pains that stand at no bout. `amended` is when it was corrected
    after its finish was left, the latest last; `added` when it was written down, where no program watched it.
    """

    id: str
    session: str
    name: str
    mode: Mode
    state: WorkoutState
    rounds: int
    without: tuple[str, ...]
    speed: float
    started: datetime
    zone: str
    bouts: tuple[BoutRecord, ...]
    ended: datetime | None = None
    confirmed: bool | None = None
    harder_side: HarderSide | None = None
    effort: int | None = None
    pain: int | None = None
    note: str = ""
    amended: tuple[datetime, ...] = ()
    added: datetime | None = None
    active: float | None = None
    pain_after: int | None = None
    place_after: str = ""
    pain_side_after: PainSide | None = None
    pain_flag_after: Flag | None = None
    morning: Morning | None = None
    more_pain: tuple[MorePain, ...] = ()


def is_known(result: Result | None) -> bool:
    """Whether it is known what was done: the bout is over, and somebody counted."""
    return result is not None and result.done is not None


def is_uncounted(result: Result | None) -> bool:
    """Whether it is over, and it is unknown what was done."""
    return result is not None and result.done is None


def did_something(result: Result | None) -> bool:
    """Whether anything was done: a rep, a second of a hold, or work without a known count."""
    return result is not None and (result.seconds > 0 if result.done is None else result.done > 0)


def bout_record(bout: Bout, result: Result | None, strength: str = "") -> BoutRecord:
    """Make the record of one planned bout; `strength` of the band is kept where it has one.

    Its name is that of the form in which it is done.
    """
    exercise = bout.exercise
    return BoutRecord(
        exercise=exercise.id,
        name=exercise.name,
        kind=exercise.kind,
        round=bout.round,
        set=bout.set,
        side=bout.side,
        direction=bout.direction,
        band=exercise.band,
        target=bout.target,
        result=result,
        strength="" if exercise.band == "none" else strength,
        form=exercise.form,
    )


def begin_workout(plan: Plan, id_: str, started: datetime, zone: str, speed: float = 1.0) -> Workout:
    """Make a running workout in which nothing is done yet, and no time has passed."""
    return Workout(
        id=id_,
        session=plan.session,
        name=plan.name,
        mode=plan.mode,
        state="running",
        rounds=plan.rounds,
        without=plan.without,
        speed=speed,
        started=started,
        zone=zone,
        bouts=tuple(bout_record(bout, None, plan.strength) for bout in plan.bouts),
        active=0.0,
    )


def with_results(workout: Workout, plan: Plan, results: tuple[Result | None, ...]) -> Workout:
    """Update the workout's bouts from the plan (which may have been eased) and the results.

    A bout stays as it was written with its result: later easing or compiling does not change it.
    """
    bouts = (
        old if old.result is not None and old.result == result else bout_record(bout, result, plan.strength)
        for old, bout, result in zip(workout.bouts, plan.bouts, results, strict=True)
    )
    return replace(workout, bouts=tuple(bouts))
