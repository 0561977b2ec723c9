"""Change the options of today: options -> options. Pure.

A value that is back at its usual one leaves no trace: equal wishes are equal options.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal

from glutetimer.core.plan.compile import EmptyPlan, compile_plan
from glutetimer.core.plan.options import Options, Own
from glutetimer.core.plan.substitute import Adapted
from glutetimer.core.session.session import PACES, Exercise, Pace, Session
from glutetimer.core.values import replace

#: Values of an exercise that can be changed.
Cell = Literal["sets", "left", "right", "pace"]

MOST_SETS, MOST_REPS, MOST_SECONDS = 20, 200, 600
#: From here on a hold changes by 5 s.
COARSE = 20
#: Minutes at hand; those of the session's own length and above are not offered.
MINUTES = (5, 6, 8, 10, 12, 15, 20, 25, 30, 35, 40, 45, 60)


def of_the_day(options: Options, usual: Options) -> Options:
    """Options that a saved session still needs beside it: kit, minutes, first side.

    A rest or a pace in the settings goes before the session's own, and must stay in the options.
    """
    rest = options.rest if usual.rest is not None else None
    pace = options.pace if usual.pace is not None else None
    paced = (Own(wish.exercise, pace=wish.pace) for wish in options.own if wish.pace and not wish.skip)
    own = tuple(paced) if usual.pace is not None else ()
    return replace(options, rounds=None, rest=rest, pace=pace, own=own)


def cells_of(session: Session, options: Options, exercise: Exercise) -> tuple[Cell, ...]:
    """Values of the exercise that can be changed; rounds belong to the session, and one round has one set of each."""
    sets: tuple[Cell, ...] = ("sets",) if session.order == "straight" and options.mode == "full" else ()
    right: tuple[Cell, ...] = ("right",) if exercise.sides == "each" else ()
    return (*sets, "left", *right, "pace")


def value_of(session: Session, options: Options, exercise: Exercise, cell: Cell) -> int | Pace:
    """Sets, reps or seconds on a side (`left` where the sides do not differ), or the pace."""
    adapted = Adapted(exercise, wish_of(options, exercise))
    if cell == "pace":
        return adapted.pace(options)
    if cell == "sets":
        return sets_of(session, options, exercise)
    return adapted.target(cell)


def sets_of(session: Session, options: Options, exercise: Exercise) -> int:
    """Sets of the exercise in straight order, in a whole workout or in one round."""
    full = options.mode == "full"
    rounds = (session.rounds.start if options.rounds is None else options.rounds) if full else 1
    return Adapted(exercise, wish_of(options, exercise)).sets(rounds, full=full)


def wish_of(options: Options, exercise: Exercise) -> Own:
    """Wish for the exercise."""
    return next((own for own in options.own if own.exercise == exercise.id), Own(exercise.id))


def flip(session: Session, options: Options, exercise: Exercise) -> Options:
    """Leave the exercise out, or take it in again; its doses stay as they were.

    What goes easier with a run on the same day is first taken as it is written.
    """
    wish = wish_of(options, exercise)
    if lands_softly(options, exercise) and not wish.skip:
        return _wish(session, options, replace(wish, skip=bool(wish.impact), impact=None if wish.impact else True))
    return _wish(session, options, replace(wish, skip=not wish.skip))


def lands_softly(options: Options, exercise: Exercise) -> bool:
    """Whether the exercise goes easier because a run is on the same day, if nothing else is wanted."""
    return options.mode != "full" and exercise.impact and bool(exercise.easier)


def more(session: Session, options: Options, exercise: Exercise, cell: Cell, by: int) -> Options:
    """Change a value by one more (+1) or less (-1), held at the ends; the pace goes round."""
    now = value_of(session, options, exercise, cell)
    if isinstance(now, str):
        return put(session, options, exercise, cell, PACES[(PACES.index(now) + by) % len(PACES)])
    if cell == "sets":
        return put(session, options, exercise, cell, _held(now + by, MOST_SETS))
    if exercise.kind == "reps":
        return put(session, options, exercise, cell, _held(now + by, MOST_REPS))
    return put(session, options, exercise, cell, _held(_seconds(now, by), MOST_SECONDS))


def put(session: Session, options: Options, exercise: Exercise, cell: Cell, value: int | Pace) -> Options:
    """Set the value; remove the wish where it is what would be done anyway."""
    unsaid: dict[str, Any] = {cell: None}
    said: dict[str, Any] = {cell: value}
    wish = wish_of(options, exercise)
    without = _wish(session, options, replace(wish, **unsaid))
    if value_of(session, without, exercise, cell) == value:
        return without
    return _wish(session, options, replace(wish, **said))


def put_all_sets(session: Session, options: Options, count: int | None) -> Options:
    """Set as many sets of each exercise in straight order; None: as many as written."""
    rounds = None if count == session.rounds.start else count
    out = replace(options, rounds=rounds)
    for exercise in session.exercises:
        out = _wish(session, out, replace(wish_of(out, exercise), sets=None))
        if count is not None and exercise.sets is not None and exercise.sets.start != count:
            out = _wish(session, out, replace(wish_of(out, exercise), sets=count))
    return out


def with_minutes(session: Session, options: Options, by: int) -> Options:
    """Set fewer minutes at hand (-1), or more (+1); above the session's own length all of it fits again."""
    try:
        whole = compile_plan(session, replace(options, minutes=None)).seconds
    except EmptyPlan:  # no time brings back what kit or choice leave out
        return options
    steps = [None, *(minutes for minutes in reversed(MINUTES) if minutes * 60 < whole)]
    place = steps.index(options.minutes) - by if options.minutes in steps else 0
    return replace(options, minutes=steps[place % len(steps)])


def put_kit(options: Options, words: Sequence[str], here: Sequence[str]) -> Options:
    """Set which of these kit words are here; other missing kit stays missing."""
    missing = tuple(word for word in words if word not in here)
    return replace(options, without=(*missing, *(word for word in options.without if word not in words)))


def _wish(session: Session, options: Options, own: Own) -> Options:
    """Replace the wish for the exercise; remove it where it asks for nothing."""
    wishes = {wish.exercise: wish for wish in (*options.own, own)}
    kept = (wishes.get(exercise.id) for exercise in session.exercises)
    return replace(options, own=tuple(wish for wish in kept if wish is not None and wish != Own(wish.exercise)))


def _held(value: int, most: int) -> int:
    return max(1, min(value, most))


def _seconds(now: int, by: int) -> int:
    """Next length of a hold: whole fives from COARSE on, every second below."""
    if now < COARSE or (now == COARSE and by < 0):
        return now + by
    return (now // 5 + 1) * 5 if by > 0 else (now - 1) // 5 * 5
