"""Remarks on a plan: what it leaves out or replaces."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glutetimer.core.text.english import count

if TYPE_CHECKING:
    from glutetimer.core.plan.options import Options
    from glutetimer.core.plan.plan import LeftOut, Plan, Replaced
    from glutetimer.core.session.session import Session


def remarks(plan: Plan) -> tuple[str, ...]:
    """One sentence for every exercise that is not done as the session file says."""
    return (*map(_replaced, plan.replaced), *(_left_out(item, plan) for item in plan.left_out))


def unused_words(session: Session, without: tuple[str, ...]) -> tuple[str, ...]:
    """One sentence for every kit word that nothing in the session uses."""
    used = {word for exercise in session.exercises for need in exercise.needs for word in need}
    used |= {"band"} if any(exercise.band != "none" for exercise in session.exercises) else set()
    known = f"it uses {', '.join(sorted(used))}" if used else "it needs no kit"
    return tuple(f'Nothing in {session.name} uses "{word}" ({known}).' for word in without if word not in used)


def fixed_sets(session: Session, options: Options) -> tuple[str, ...]:
    """One sentence for the exercises that keep their sets, whatever number of rounds is given."""
    if options.rounds is None or session.order == "circuit":
        return ()
    own = [(one.name, one.sets.start) for one in session.exercises if one.sets and one.sets.start != options.rounds]
    stay = ", ".join(f"{name} ({count(sets, 'set')})" for name, sets in own)
    instead = "; --post-run does one set of each" if options.rounds == 1 else ""
    words = f"--rounds {options.rounds} leaves exercises with sets of their own as they are: {stay}{instead}."
    return (words,) if own else ()


def _replaced(item: Replaced) -> str:
    if item.only_unbanded:
        return f"{item.name}: without the band."
    return f"{item.by_name} instead of {item.name}."


def _left_out(item: LeftOut, plan: Plan) -> str:
    if item.minutes and item.exercise in plan.exercise_ids:
        word = "round" if plan.order == "circuit" else "set"
        return f"{item.name}: {count(item.sets, word)} less, to fit {item.minutes} min."
    if item.minutes:
        return f"Left out: {item.name} (no time for it in {item.minutes} min)."
    if not item.needs:
        return f"Left out: {item.name} (your choice)."
    return f"Left out: {item.name} (needs {', '.join(item.needs)})."
