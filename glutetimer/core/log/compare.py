"""Left against right in the log: the last weeks beside as many before them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from msgspec import Struct

from glutetimer.core.log.balance import Balance, balances, beside, unconfirmed, uncounted
from glutetimer.core.log.balance_text import sentences
from glutetimer.core.log.query import LogRows
from glutetimer.core.log.totals import since
from glutetimer.core.log.upto import Row, Until


class Compared(Struct, frozen=True):
    """Exercises of `weeks` weeks from a Monday on, sentences about them, and how many workouts are left out.

    They are left out because nobody confirmed them, or nobody counted.
    """

    weeks: int
    since: date
    balances: tuple[Balance, ...] = ()
    sentences: tuple[str, ...] = ()
    unconfirmed: int = 0
    uncounted: int = 0


def compare(rows: LogRows, now: datetime, weeks: int) -> Compared:
    """Compare the sides in the rows of the last weeks. Slow with a large log."""
    known = Until(rows, now)
    first = since(known.today, weeks)
    earlier = first - timedelta(weeks=weeks)
    sides_before, sides = _split(known.sides(earlier), first)
    workouts_before, workouts = _split(known.workouts(earlier), first)
    found = beside(balances(sides, workouts), balances(sides_before, workouts_before))
    return Compared(weeks, first, found, sentences(found, weeks), unconfirmed(sides), uncounted(sides))


def _split(rows: Sequence[Row], day: date) -> tuple[list[Row], list[Row]]:
    """Split the rows into those before that day, and those from it on."""
    return [row for row in rows if row.started.date() < day], [row for row in rows if row.started.date() >= day]
