"""Session and options -> Plan. Later code never asks about rounds, sides or kit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from msgspec import Struct

from glutetimer.core.plan.breaks import lay_out
from glutetimer.core.plan.in_time import Counts, fitted
from glutetimer.core.plan.options import Options
from glutetimer.core.plan.plan import Bout, LeftOut, Lengths, Plan
from glutetimer.core.plan.substitute import Adapted, Todo, adapt, why_nothing
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
    wanted = tuple(_count(session, adapted, rounds, options) for adapted in todo.exercises)
    _check_number(list(_all_bouts(session, todo, wanted, options)))
    lengths = lengths_of(options)
    counts = _in_time(session, todo, wanted, options)
    breaks, bouts = lay_out(list(_all_bouts(session, todo, counts, options)), lengths)
    return Plan(
        session=session.id,
        name=session.name,
        order=session.order,
        mode=options.mode,
        rounds=rounds,
        rest=session.rest if options.rest is None else options.rest,
        without=options.without,
        left_out=(*todo.left_out, *_dropped(todo, wanted, counts, options)),
        replaced=todo.replaced,
        breaks=tuple(breaks),
        bouts=numbered(bouts),
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


def _count(session: Session, adapted: Adapted, rounds: int, options: Options) -> int:
    """Sets of an exercise in straight order, rounds of it in a circuit."""
    return rounds if session.order == "circuit" else adapted.sets(rounds, full=options.mode == "full")


def _all_bouts(session: Session, todo: Todo, counts: Counts, options: Options) -> Iterator[Bout]:
    for a_set in _sets(session, todo.exercises, counts):
        yield from _bouts(session, a_set, options)


def _sets(session: Session, exercises: tuple[Adapted, ...], counts: Counts) -> Iterator[_Set]:
    pairs = list(zip(exercises, counts, strict=True))
    if session.order == "circuit":
        for number in range(1, max(counts) + 1):
            yield from (_Set(adapted, number, 1) for adapted, count in pairs if number <= count)
        return
    for adapted, count in pairs:
        yield from (_Set(adapted, 1, number) for number in range(1, count + 1))


def _check_number(bouts: list[Bout]) -> None:
    if len(bouts) > MOST_BOUTS:
        raise EmptyPlan(
            f"{len(bouts)} is too many, sides counted; at most {MOST_BOUTS} can be logged (take fewer rounds)"
        )


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


def _in_time(session: Session, todo: Todo, wanted: Counts, options: Options) -> Counts:
    """Number of sets of each exercise in the minutes at hand. Raises EmptyPlan where not one set fits."""
    if options.minutes is None:
        return wanted
    limit = options.minutes * 60.0

    def seconds(counts: Counts) -> float:
        _, bouts = lay_out(list(_all_bouts(session, todo, counts, options)), lengths_of(options))
        return bouts[-1].start + bouts[-1].seconds

    counts = fitted(wanted, [adapted.key for adapted in todo.exercises], lambda some: seconds(some) <= limit)
    if not any(counts):
        alone = (tuple(int(at == move) for at in range(len(wanted))) for move in range(len(wanted)))
        needed = int(-(-min(map(seconds, alone)) // 60))
        raise EmptyPlan(f"nothing fits into {options.minutes} min (the shortest set needs {needed} min)")
    return counts


def _dropped(todo: Todo, wanted: Counts, counts: Counts, options: Options) -> Iterator[LeftOut]:
    for adapted, before, now in zip(todo.exercises, wanted, counts, strict=True):
        if now < before:
            done = adapted.exercise
            yield LeftOut(done.id, done.name, sets=before - now, minutes=options.minutes or 0)


def numbered(bouts: list[Bout]) -> tuple[Bout, ...]:
    """Number the bouts that are left: give each the number of sets left of its exercise."""
    counts = _set_counts(bouts)
    return tuple(replace(bout, sets=counts[bout.exercise.id]) for bout in bouts)


def _set_counts(bouts: list[Bout]) -> Counter[str]:
    """Count the sets (circuit: rounds) of each exercise."""
    return Counter(key[0] for key in dict.fromkeys(bout.set_key for bout in bouts))
