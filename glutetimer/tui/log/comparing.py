"""Left against right, asked of the rows: the last weeks beside as many before them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from glutetimer.core.log.balance import Balance, balances, unconfirmed
from glutetimer.core.log.balance_words import sentences
from glutetimer.core.log.book import LogRows
from glutetimer.core.log.rows import SideRow, WorkoutRow
from glutetimer.core.log.totals import since

Row = TypeVar("Row", SideRow, WorkoutRow)


@dataclass(frozen=True, slots=True)
class Compared:
    """The exercises of the last `weeks` weeks, what they say, and how many workouts nobody confirmed."""

    weeks: int
    balances: tuple[Balance, ...] = ()
    sentences: tuple[str, ...] = ()
    unconfirmed: int = 0


def compare(rows: LogRows, today: date, weeks: int) -> Compared:
    """What the rows say of these weeks. Slow with a large log."""
    earlier, now = since(today, 2 * weeks), since(today, weeks)
    sides_before, sides = _split(rows.sides(earlier), now)
    workouts_before, workouts = _split(rows.workouts(earlier), now)
    found = balances(sides, workouts)
    said = sentences(found, balances(sides_before, workouts_before), weeks)
    return Compared(weeks, found, said, unconfirmed(sides))


def _split(rows: Sequence[Row], day: date) -> tuple[list[Row], list[Row]]:
    """The rows before that day, and those from it on."""
    return [row for row in rows if row.started.date() < day], [row for row in rows if row.started.date() >= day]
