"""Doses and counts in words: reps, or seconds of a hold, on which side."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from glutetimer.core.text.english import clock, count

if TYPE_CHECKING:
    from glutetimer.core.plan.plan import Bout
    from glutetimer.core.session.session import Exercise, Kind, Side


def unit(kind: Kind) -> str:
    """Unit behind a number: " s" after seconds, nothing after reps."""
    return " s" if kind == "hold" else ""


def amount(number: int, kind: Kind) -> str:
    """ "15", "30 s"."""
    return f"{number}{unit(kind)}"


def amount_words(number: int, kind: Kind) -> str:
    """ "15 reps", "30 s"."""
    return amount(number, kind) if kind == "hold" else count(number, "rep")


def to_do(number: int, kind: Kind) -> str:
    """ "15 reps", "hold 30 s"."""
    return f"hold {amount(number, kind)}" if kind == "hold" else amount_words(number, kind)


def count_text(done: int | None) -> str:
    """Show a count; "?" where it is unknown."""
    return "?" if done is None else str(done)


def of_target(done: int | None, target: int, kind: Kind) -> str:
    """ "8 of 10", "1 of 45 s"; "? of 10" where nobody counted."""
    return f"{count_text(done)} of {amount(target, kind)}"


def shown_dose(bout: Bout) -> str:
    """Show the dose on the screen: "15 reps", "30 s", "1:30", "5 a side"."""
    if bout.exercise.kind == "hold" and bout.target >= 60:
        return clock(bout.target)
    return _each(bout) or amount_words(bout.target, bout.exercise.kind)


def range_and_last(exercise: Exercise, last: Sequence[int]) -> str:
    """Write the range of a dose and what was done last time beside the target.

    "8 to 15 · last 9, 8" (left, right); "" where the dose does not grow and nothing was done.
    """
    low, most = exercise.dose.start, exercise.dose.most
    grows = f"{low} to {amount(most, exercise.kind)}" if most > low else ""
    counts = ", ".join(map(str, last)) + (unit(exercise.kind) if last else "")
    return " · ".join(filter(None, (grows, f"last {counts}" if counts else "")))


def printed_dose(bout: Bout) -> str:
    """Print the dose in a line: "10 reps", "hold 30 s", "5 a side"."""
    return _each(bout) or to_do(bout.target, bout.exercise.kind)


def _each(bout: Bout) -> str:
    """ "5 a side" where the sides take turns, else ""."""
    return f"{bout.target} a side" if bout.side == "alternate" else ""


def by_side(doses: Iterable[tuple[Side, str]]) -> dict[Side, str]:
    """Join the dose of a set on each side over its directions: {"left": "10+10", "right": "10+10"}."""
    found: dict[Side, str] = {}
    for side, dose in doses:
        found[side] = f"{found[side]}+{dose}" if side in found else dose
    return found


def apart(doses: Mapping[Side, str]) -> str:
    """Show sides that differ: "L 15 R 12"."""
    return " ".join(f"{side[0].upper()} {dose}" for side, dose in doses.items())
