"""Session and options -> Plan. After this nobody asks about rounds, sides or kit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from glutetimer.core.kit import choose
from glutetimer.core.options import Options
from glutetimer.core.plan import Bout, Break, Change, LeftOut, Plan, Replaced
from glutetimer.core.session import LYING, Exercise, Session, Side

SETUP = 15.0
SWITCH_DIRECTION = 3.0
SWITCH_SIDE = 5.0
SWITCH_SIDE_LYING = 10.0
#: Seconds that a rest holds at least for a change of band or kit, and for getting down or up.
CHANGE = 10.0


class EmptyPlan(ValueError):
    """Nothing is left to do; the message says what could be done instead."""


@dataclass(frozen=True, slots=True)
class _Set:
    exercise: Exercise
    round: int
    number: int


def compile_plan(session: Session, options: Options) -> Plan:
    """The plan for today. Raises EmptyPlan where kit or time leave nothing."""
    exercises, left_out, replaced = _fit_kit(session, options)
    if not exercises:
        raise EmptyPlan(_no_kit(left_out))
    rounds = _rounds(session, options)
    sets = _sets(session, exercises, rounds, options)
    bouts = [bout for a_set in sets for bout in _bouts(session, a_set, options)]
    breaks, bouts = lay_out(bouts)
    fit = _fit_minutes(bouts, options)
    return Plan(
        session=session.id,
        name=session.name,
        order=session.order,
        mode=options.mode,
        rounds=rounds,
        rest=session.rest if options.rest is None else options.rest,
        without=options.without,
        left_out=(*left_out, *_dropped(bouts[fit:], options)),
        replaced=tuple(replaced),
        breaks=tuple(breaks[:fit]),
        bouts=_numbered(bouts[:fit]),
        first_side=options.first_side,
    )


def between(before: Bout | None, bout: Bout) -> Break:
    """The break that leads from one bout (None: standing, with nothing) to another. Its `start` is 0."""
    changes = _changes(before.exercise if before else None, bout.exercise)
    if before is None:
        return Break("setup", 0.0, SETUP, changes)
    if before.set_key == bout.set_key:
        return Break("switch", 0.0, _switch_seconds(before, bout))
    least = CHANGE * (("band" in changes or "kit" in changes) + _up_or_down(before, bout))
    return Break("rest", 0.0, max(before.rest, least), changes)


def lay_out(bouts: list[Bout]) -> tuple[list[Break], list[Bout]]:
    """The bouts with the breaks before them, all with their starts."""
    breaks: list[Break] = []
    placed: list[Bout] = []
    at = 0.0
    for bout in bouts:
        before = between(placed[-1] if placed else None, bout)
        breaks.append(replace(before, start=at))
        at += before.seconds
        placed.append(replace(bout, start=at))
        at += bout.seconds
    return breaks, placed


def bout_seconds(exercise: Exercise, side: Side, target: int) -> float:
    """Seconds of a bout at its tempo (reps) or its target (hold), whatever the pace."""
    if exercise.kind == "hold":
        return float(target)
    return float(target * (2 if side == "alternate" else 1) * exercise.rep_seconds)


def _fit_kit(session: Session, options: Options) -> tuple[list[Exercise], list[LeftOut], list[Replaced]]:
    exercises: list[Exercise] = []
    left_out: list[LeftOut] = []
    replaced: list[Replaced] = []
    for wanted in session.exercises:
        choice = choose(wanted, frozenset(options.without))
        if choice.exercise is None:
            left_out.append(LeftOut(wanted.id, wanted.name, choice.missing))
            continue
        exercises.append(choice.exercise)
        if choice.missing:
            replaced.append(Replaced(wanted.id, wanted.name, choice.exercise.id, choice.exercise.name))
    return exercises, left_out, replaced


def _rounds(session: Session, options: Options) -> int:
    if options.mode != "full":
        return 1
    return session.rounds.start if options.rounds is None else options.rounds


def _sets(session: Session, exercises: list[Exercise], rounds: int, options: Options) -> Iterator[_Set]:
    if session.order == "circuit":
        for number in range(1, rounds + 1):
            yield from (_Set(exercise, number, 1) for exercise in exercises)
        return
    for exercise in exercises:
        own = exercise.sets is not None and options.mode == "full"
        count = exercise.sets.start if own and exercise.sets else rounds
        yield from (_Set(exercise, 1, number) for number in range(1, count + 1))


def _bouts(session: Session, a_set: _Set, options: Options) -> Iterator[Bout]:
    exercise = a_set.exercise
    own_rest = session.rest if exercise.rest is None else exercise.rest
    for side in _sides(exercise, options):
        for direction in exercise.directions or (None,):
            yield Bout(
                start=0.0,
                seconds=bout_seconds(exercise, side, exercise.dose.start),
                exercise=exercise,
                round=a_set.round,
                set=a_set.number,
                sets=0,
                side=side,
                direction=direction,
                target=exercise.dose.start,
                pace=options.pace or exercise.pace,
                rest=float(own_rest if options.rest is None else options.rest),
            )


def _sides(exercise: Exercise, options: Options) -> tuple[Side, ...]:
    if exercise.sides != "each":
        return (exercise.sides,)
    return ("left", "right") if options.first_side == "left" else ("right", "left")


def _switch_seconds(before: Bout, bout: Bout) -> float:
    if before.side == bout.side:
        return SWITCH_DIRECTION
    return SWITCH_SIDE_LYING if bout.exercise.posture in LYING else SWITCH_SIDE


def _changes(before: Exercise | None, after: Exercise) -> tuple[Change, ...]:
    """What the runner has to change: band, kit to fetch, posture."""
    band = before.band if before else "none"
    posture = before.posture if before else "standing"
    needs = before.needs if before else ()
    changes: list[Change] = []
    if after.band != band:
        changes.append("band")
    if set(after.needs) - set(needs):
        changes.append("kit")
    if after.posture != posture:
        changes.append("posture")
    return tuple(changes)


def _up_or_down(before: Bout, bout: Bout) -> bool:
    return (before.exercise.posture in LYING) != (bout.exercise.posture in LYING)


def _fit_minutes(bouts: list[Bout], options: Options) -> int:
    """How many bouts fit into the minutes at hand; a set is never cut."""
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


def _numbered(bouts: list[Bout]) -> tuple[Bout, ...]:
    """The bouts that are left, with how many sets are left of their exercises."""
    counts = _set_counts(bouts)
    return tuple(replace(bout, sets=counts[bout.exercise.id]) for bout in bouts)


def _set_counts(bouts: list[Bout]) -> Counter[str]:
    """How many sets (circuit: rounds) of each exercise there are."""
    return Counter(key[0] for key in dict.fromkeys(bout.set_key for bout in bouts))


def _no_kit(left_out: list[LeftOut]) -> str:
    words = ", ".join(dict.fromkeys(need for item in left_out for need in item.needs))
    return f"nothing is left to do: every exercise needs {words} (leave --without out, or choose another session)"
