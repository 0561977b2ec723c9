"""Each exercise beside its name: what its best set was at the beginning of some weeks, and what it is now. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from glutetimer.core.log.book import KnownExercise
from glutetimer.core.log.rows import SideRow
from glutetimer.core.log.series import Series, SideLine, series
from glutetimer.core.log.totals import since
from glutetimer.core.log.until import Until
from glutetimer.core.nouns import count
from glutetimer.tui.card import Card, Choice

#: More weeks than a year are not looked through for a list.
MOST = 52


def ways(known: Until, weeks: int) -> Mapping[str, str]:
    """ "7 → 15 · 5 → 12" (left, right) by exercise id, of those done in the last weeks. Slow with a large log."""
    today = known.today
    return by_exercise(known.sides(since(today, weeks)), today, weeks)


def by_exercise(sides: Iterable[SideRow], today: date, weeks: int) -> Mapping[str, str]:
    """The same from these rows."""
    found: dict[str, list[SideRow]] = {}
    for row in sides:
        found.setdefault(row.exercise, []).append(row)
    made = ((exercise, series(same, today, weeks)) for exercise, same in found.items())
    return {exercise: way(one) for exercise, one in made if one is not None}


def way(shown: Series) -> str:
    """By what is confirmed or counted by hand; "" where there is nothing of that."""
    sides = [side for side in map(_side, shown.lines) if side]
    unit = " s" if shown.unit == "s" and sides else ""
    return " · ".join(sides) + unit


def _side(line: SideLine) -> str:
    sure = [point.value for point in line.points if point and point.sure]
    return f"{sure[0]} → {sure[-1]}" if len(sure) > 1 else str(sure[0]) if sure else ""


def exercise_card(
    known: Sequence[KnownExercise], here: KnownExercise | None, said: Mapping[str, str], weeks: int
) -> Card:
    """All of them by name."""
    by_name = sorted(known, key=lambda one: one.name.casefold())
    at = next((i for i, one in enumerate(by_name) if one == here), 0)
    wide = max((len(words) for words in said.values()), default=0)
    choices = [Choice(one.id, one.name, note=f"{said.get(one.id, ''):>{wide}}") for one in by_name]
    return Card(f"Best set (left · right), last {count(weeks, 'week')}", choices, chosen=at, harmless=at, blocks=False)
