"""Plan in words: how long, how many sets, each exercise with its dose. Pure; the screens draw it."""

from __future__ import annotations

from msgspec import Struct

from glutetimer.core.plan.plan import Bout, LeftOut, Plan
from glutetimer.core.session.session import Exercise
from glutetimer.core.text.doses import amount, apart, by_side
from glutetimer.core.text.english import count
from glutetimer.core.text.vocabulary import BANDS, SIDES


class DoseLine(Struct, frozen=True):
    """Exercise of a plan: its name, its dose ("3 × 10+10, L R"), band and how it is done."""

    exercise: Exercise
    dose: str
    band: str


def lines(plan: Plan) -> tuple[DoseLine, ...]:
    """Exercises of the plan in their order."""
    found = {bout.exercise.id: bout.exercise for bout in plan.bouts}
    return tuple(
        DoseLine(exercise, _dose([b for b in plan.bouts if b.exercise.id == id_]), band_of(exercise))
        for id_, exercise in found.items()
    )


def band_of(exercise: Exercise) -> str:
    """Band in words: "band: ankles", or "" without a band."""
    return "" if exercise.band == "none" else f"band: {BANDS[exercise.band].brief}"


def _dose(bouts: list[Bout]) -> str:
    """Dose in words: "2 × 15, L R"; reps of two directions as 10+10; of two sides that differ as "L 15 R 12"."""
    one = [bout for bout in bouts if bout.set_key == bouts[0].set_key]
    sets = f"{bouts[0].sets} × "
    doses = by_side((bout.side, amount(bout.target, bout.exercise.kind)) for bout in one)
    counts = list(doses.values())
    if one[0].side == "alternate":
        return f"{sets}{one[0].target} a side"
    if len(counts) == 1:
        return sets + counts[0]
    if len(set(counts)) == 1:
        return f"{sets}{counts[0]}, {' '.join(SIDES[side].letter for side in doses)}"
    return sets + apart(doses)


def sets_of(plan: Plan) -> str:
    """Sets in words: "3 sets", "2 rounds", "1 round"; "" where the exercises differ."""
    if plan.mode != "full":
        return "1 round"
    counts = {bout.sets for bout in plan.bouts}
    if len(counts) > 1:
        return f"{min(counts)}-{max(counts)} sets"
    word = "round" if plan.order == "circuit" else "set"
    return count(counts.pop(), word)


def left_out(plan: Plan) -> tuple[str, ...]:
    """Replaced and dropped exercises, a short sentence each."""
    replaced = (
        f"{item.name} without the band" if item.only_unbanded else f"{item.by_name} instead of {item.name}"
        for item in plan.replaced
    )
    return (*replaced, *(_dropped(item, plan) for item in plan.left_out))


def _dropped(item: LeftOut, plan: Plan) -> str:
    if item.minutes and item.exercise in plan.exercise_ids:
        return f"{item.name}: {count(item.sets, 'round' if plan.order == 'circuit' else 'set')} less"
    if item.minutes:
        return f"No {item.name} (no time)"
    if item.needs:
        return f"No {item.name} (needs {', '.join(item.needs)})"
    return f"No {item.name} (left out)"
