"""What a plan leaves out or replaces, in sentences."""

from __future__ import annotations

from glutetimer.core.plan import LeftOut, Plan, Replaced
from glutetimer.core.session import Session


def remarks(plan: Plan) -> tuple[str, ...]:
    """One sentence for every exercise that is not done as the session says."""
    return (*map(_replaced, plan.replaced), *map(_left_out, plan.left_out))


def unused_words(session: Session, without: tuple[str, ...]) -> tuple[str, ...]:
    """One sentence for every kit word that nothing in the session asks for."""
    used = {word for exercise in session.exercises for need in exercise.needs for word in need}
    used |= {"band"} if any(exercise.band != "none" for exercise in session.exercises) else set()
    known = f"it uses {', '.join(sorted(used))}" if used else "it needs no kit"
    return tuple(f'Nothing in {session.name} uses "{word}" ({known}).' for word in without if word not in used)


def _replaced(item: Replaced) -> str:
    if item.by == item.exercise:
        return f"{item.name}: without the band."
    return f"{item.by_name} instead of {item.name}."


def _left_out(item: LeftOut) -> str:
    if item.minutes:
        sets = "1 set" if item.sets == 1 else f"{item.sets} sets"
        return f"Left out: {item.name}, {sets} (more than {item.minutes} min)."
    if not item.needs:
        return f"Left out: {item.name} (your choice)."
    return f"Left out: {item.name} (needs {', '.join(item.needs)})."
