"""Which bout a command is about. In a break two are near: the bout that has just ended, and the bout that comes."""

from __future__ import annotations

from collections.abc import Iterator

from glutetimer.core.run.commands import Correct, Do, Jump, NameCue, TellPain, Wish
from glutetimer.core.run.state import State
from glutetimer.core.session.session import Side

#: After a pain these commands are about the exercise that hurts.
_FOLLOWS = (Do.SKIP, Do.EASIER, Do.OTHER_SIDE)


def subject(s: State, command: Wish) -> int | None:
    """Index of the bout that a command is about; None where there is none.

    Pain, a broken form and corrections are about what was just done: the running bout, or in a break the bout that has
    just ended. The choices after a pain are about what hurts. All else is about the bout that runs or comes.
    """
    if s.stage == "over":
        return None
    match command:
        case TellPain():
            return s.pained
        case NameCue():
            return s.bout if s.stage == "asking" else None
        case Correct() | Do.FORM_BROKE:
            return just_done(s)
        case Do.PAIN:
            return s.bout if _is_open(s) else s.last
        case Jump(bout):
            return bout
        case Do.AGAIN | Do.BACK:
            return s.bout if s.stage == "bout" or s.last is None else s.last
        case Do.OTHER_SIDE:
            return s.pained
        case _:
            return s.pained if command in _FOLLOWS and s.pained is not None else s.bout


def just_done(s: State) -> int | None:
    """Bout that is at work, or in a break the bout that has just ended; None in a count-in before any work."""
    if s.stage == "bout":
        return s.bout if s.worked or s.t >= s.go else None
    return s.bout if s.stage == "asking" else s.last


def _is_open(s: State) -> bool:
    """Whether a running bout would end with a pain: a bout that is done again would not before its first moment."""
    return s.stage == "bout" and (s.worked > 0 or s.results[s.bout] is None)


def open_of(s: State, bout: int | None) -> tuple[int, ...]:
    """Bouts of the same exercise that are still to be done, the current one included."""
    if bout is None:
        return ()
    at_hand = None if s.stage == "asking" else s.bout
    same = s.plan.bouts[bout].exercise.id
    return tuple(
        i
        for i, other in enumerate(s.plan.bouts)
        if other.exercise.id == same and (s.results[i] is None or i == at_hand)
    )


def hurt_side(s: State) -> Side | None:
    """Side that hurts: the side that the runner named, else the bout's own; None where both do, or there are no sides.

    Every pain of this exercise today counts: a side that hurt before is no side to go on with.
    """
    bout = None if s.pained is None else s.plan.bouts[s.pained]
    if bout is None or bout.side not in ("left", "right"):
        return None
    told = set(_told_sides(s, bout.exercise.id)) or {bout.side}
    return None if "both" in told or len(told) > 1 else next(iter(told))


def _told_sides(s: State, exercise: str) -> Iterator[Side]:
    """Sides on which an exercise hurt, as the runner named them."""
    same = {i for i, bout in enumerate(s.plan.bouts) if bout.exercise.id == exercise}
    results = (result for i, result in enumerate(s.results) if i in same and result is not None)
    yield from (result.pain_side for result in results if result.pain and result.pain_side)
    beside = (one for one in s.more_pain if one.bout is not None and one.bout - 1 in same)
    yield from (one.pain_side for one in beside if one.pain and one.pain_side)
