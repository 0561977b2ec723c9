"""Exercises of a session as they are done today: kit that is missing, and the runner's own choices."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from glutetimer.core.plan.options import Options, Own
from glutetimer.core.plan.plan import LeftOut, Replaced
from glutetimer.core.session.forms import next_easier
from glutetimer.core.session.kit import choose
from glutetimer.core.session.session import Exercise, Pace, Session, Side

#: An exercise that replaces another is done as written: the runner's choices are not for it.
AS_WRITTEN = Own("")


class Adapted(Struct, frozen=True):
    """An exercise as it is done today, with the doses that the runner gave it; `key`: it stays longest."""

    exercise: Exercise
    own: Own
    key: bool = False

    def target(self, side: Side) -> int:
        """Reps or seconds on a side."""
        written = self.exercise.dose_of(side)
        given = self.own.right if side == "right" else self.own.left
        return written if given is None else given

    def sets(self, rounds: int, *, full: bool) -> int:
        """Number of sets in straight order; `rounds` where nothing else is set, or where not `full`."""
        if not full:
            return rounds
        if self.own.sets is not None:
            return self.own.sets
        return self.exercise.sets.start if self.exercise.sets else rounds

    def pace(self, options: Options) -> Pace:
        """Who counts."""
        return self.own.pace or options.pace or self.exercise.pace


class Todo(Struct, frozen=True):
    """Exercises to do, those left out and those replaced."""

    exercises: tuple[Adapted, ...]
    left_out: tuple[LeftOut, ...]
    replaced: tuple[Replaced, ...]


def adapt(session: Session, options: Options) -> Todo:
    """Adapt the exercises to today: what is done, left out, replaced. Own doses are not those of a substitute."""
    own = {wish.exercise: wish for wish in options.own}
    exercises: list[Adapted] = []
    left_out: list[LeftOut] = []
    replaced: list[Replaced] = []
    for wanted in session.exercises:
        wish = own.get(wanted.id, AS_WRITTEN)
        choice = choose(wanted, frozenset(options.without))
        if wish.skip:
            left_out.append(LeftOut(wanted.id, wanted.name))
        elif choice.exercise is None:
            left_out.append(LeftOut(wanted.id, wanted.name, choice.missing))
        else:
            done = _landing_softly(choice.exercise, options, wish)
            exercises.append(Adapted(done, wish if done.id == wanted.id else AS_WRITTEN, wanted.key))
            if choice.missing or done != choice.exercise:
                replaced.append(Replaced(wanted.id, wanted.name, done.id, done.name))
    return Todo(tuple(exercises), tuple(left_out), tuple(replaced))


def _landing_softly(exercise: Exercise, options: Options, wish: Own) -> Exercise:
    """With a run on the same day, the easier form of what jumps, unless wanted otherwise: legs that ran land badly."""
    if options.mode == "full" or not exercise.impact or wish.impact:
        return exercise
    return next_easier(exercise, frozenset(options.without)) or exercise


def why_nothing(todo: Todo) -> str:
    """Say why nothing is left to do, and what could be done instead."""
    needs = tuple(dict.fromkeys(_needs(todo)))
    if not needs:
        return "nothing is left to do: every exercise is left out (take one in again)"
    which = "every exercise" if all(item.needs for item in todo.left_out) else "what is not left out"
    return f"nothing is left to do: {which} needs {', '.join(needs)} (get it, or choose another session)"


def _needs(todo: Todo) -> Iterator[str]:
    for item in todo.left_out:
        yield from item.needs
