"""Session and options -> Plan. Later code never asks about rounds, sides or kit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from msgspec import Struct

from glutetimer.core.plan.breaks import lay_out
from glutetimer.core.plan.options import Options
from glutetimer.core.plan.plan import Bout, LeftOut, Lengths, Plan
from glutetimer.core.plan.substitute import Adapted, adapt, why_nothing
from glutetimer.core.session.session import MOST_BOUTS, Exercise, Session, Side
from glutetimer.core.values import replace


class EmptyPlan(ValueError):
    """Nothing is left to do; the message says what could be done instead."""


class _Set(Struct, frozen=True):
    adapted: Adapted
    round: int
    number: int


def compile_plan(session: Session, options: Options) -> Plan:
    """Compile a session and options into a plan for today. Raises EmptyPlan where kit or time leave nothing."""
    todo = adapt(session, options)
    if not todo.exercises:
        raise EmptyPlan(why_nothing(todo))
    rounds = _rounds(session, options)
    sets = _sets(session, todo.exercises, rounds, options)
    bouts = [bout for a_set in sets for bout in _bouts(session, a_set, options)]
    if len(bouts) > MOST_BOUTS:
        raise EmptyPlan(f"that makes {len(bouts)} bouts, and at most {MOST_BOUTS} can be logged (take fewer rounds)")
    lengths = lengths_of(options)
    breaks, bouts = lay_out(bouts, lengths)
    fit = _fit_minutes(bouts, options)
    return Plan(
        session=session.id,
        name=session.name,
        order=session.order,
        mode=options.mode,
        rounds=rounds,
        rest=session.rest if options.rest is None else options.rest,
        without=options.without,
        left_out=(*todo.left_out, *_dropped(bouts[fit:], options)),
        replaced=todo.replaced,
        breaks=tuple(breaks[:fit]),
        bouts=numbered(bouts[:fit]),
        first_side=options.first_side,
        strength=options.strength,
        lengths=lengths,
    )


def bout_seconds(exercise: Exercise, side: Side, target: int) -> float:
    """Seconds of a bout at its tempo (reps) or its target (hold), whatever the pace."""
    if exercise.kind == "hold":
        return float(target)
    return float(target * (2 if side == "alternate" else 1) * exercise.rep_seconds)


def _rounds(session: Session, options: Options) -> int:
    if options.mode != "full":
        return 1
    return session.rounds.start if options.rounds is None else options.rounds


def lengths_of(options: Options) -> Lengths:
    """Seconds of the breaks, as the runner wants them."""
    usual = Lengths()
    return Lengths(
        setup=usual.setup if options.setup is None else float(options.setup),
        side=usual.side if options.switch is None else float(options.switch),
        lead=usual.lead if options.lead is None else float(options.lead),
    )


def _sets(session: Session, exercises: tuple[Adapted, ...], rounds: int, options: Options) -> Iterator[_Set]:
    if session.order == "circuit":
        for number in range(1, rounds + 1):
            yield from (_Set(adapted, number, 1) for adapted in exercises)
        return
    for adapted in exercises:
        count = adapted.sets(rounds, full=options.mode == "full")
        yield from (_Set(adapted, 1, number) for number in range(1, count + 1))


def _bouts(session: Session, a_set: _Set, options: Options) -> Iterator[Bout]:
    adapted, exercise = a_set.adapted, a_set.adapted.exercise
    own_rest = session.rest if exercise.rest is None else exercise.rest
    for side in _sides(exercise, options):
        target = adapted.target(side)
        for direction in exercise.directions or (None,):
            yield Bout(
                start=0.0,
                seconds=bout_seconds(exercise, side, target),
                exercise=exercise,
                round=a_set.round,
                set=a_set.number,
                sets=0,
                side=side,
                direction=direction,
                target=target,
                pace=adapted.pace(options),
                rest=float(own_rest if options.rest is None else options.rest),
            )


def _sides(exercise: Exercise, options: Options) -> tuple[Side, ...]:
    if exercise.sides != "each":
        return (exercise.sides,)
    return ("left", "right") if options.first_side == "left" else ("right", "left")


def _fit_minutes(bouts: list[Bout], options: Options) -> int:
    """Count the bouts that fit into the minutes available; a set is never cut."""
    if options.minutes is None:
        return len(bouts)
    limit = options.minutes * 60.0
    fit = 0
    for index, bout in enumerate(bouts, 1):
        last_of_set = index == len(bouts) or bouts[index].set_key != bout.set_key
        if last_of_set and bout.start + bout.seconds <= limit:
            fit = index
    if not fit:
        first_set = [bout for bout in bouts if bout.set_key == bouts[0].set_key]
        needed = int(-(-(first_set[-1].start + first_set[-1].seconds) // 60))
        raise EmptyPlan(f"nothing fits into {options.minutes} min (the first set needs {needed} min)")
    return fit


def _dropped(bouts: list[Bout], options: Options) -> list[LeftOut]:
    names = {bout.exercise.id: bout.exercise.name for bout in bouts}
    minutes = options.minutes or 0
    return [LeftOut(id_, names[id_], sets=count, minutes=minutes) for id_, count in _set_counts(bouts).items()]


def numbered(bouts: list[Bout]) -> tuple[Bout, ...]:
    """Number the bouts that are left: give each the number of sets left of its exercise."""
    counts = _set_counts(bouts)
    return tuple(replace(bout, sets=counts[bout.exercise.id]) for bout in bouts)


def _set_counts(bouts: list[Bout]) -> Counter[str]:
    """Count the sets (circuit: rounds) of each exercise."""
    return Counter(key[0] for key in dict.fromkeys(bout.set_key for bout in bouts))
