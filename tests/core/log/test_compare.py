"""The last weeks beside as many before them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from glutetimer.core.log.compare import compare
from glutetimer.core.log.query import LogRows
from glutetimer.core.log.rows import SideRow, WorkoutRow
from glutetimer.core.plan.options import Mode
from tests.helpers.side_rows import NOON, TODAY, side, workout


@dataclass
class Rows:
    """As much of a log as is asked for here."""

    rows: list[SideRow]

    def sides(self, since: date) -> tuple[SideRow, ...]:
        return tuple(row for row in self.rows if row.started.date() >= since)

    def starts(self, since: date) -> tuple[tuple[datetime, Mode], ...]:
        return tuple((row.started, "full") for row in self.rows if row.started.date() >= since)

    def workouts(self, since: date) -> tuple[WorkoutRow, ...]:
        days = {(TODAY - row.started.date()).days for row in self.rows}
        return tuple(workout(day) for day in days if workout(day).started.date() >= since)


def both(days: range, right: int) -> list[SideRow]:
    """Each day ten on the left and so many on the right."""
    return [side(name, clean, days=day) for day in days for name, clean in (("left", 10), ("right", right))]


def compared(rows: list[SideRow], weeks: int = 1) -> tuple[str, str]:
    """The word of the only exercise, and how it was."""
    log: LogRows = Rows(rows)  # type: ignore[assignment]
    (one,) = compare(log, NOON, weeks).balances
    return one.word, one.before


def test_weeks_begin_on_monday_and_those_before_are_as_many() -> None:
    """This week from Monday to Friday, last week from Monday to Sunday."""
    assert compared(both(range(5), 8) + both(range(5, 12), 5) + both(range(12, 19), 10)) == ("R -20 %", "was R -50 %")


def test_what_is_dated_later_is_in_no_week() -> None:
    """A wrong clock, or a slip of the hand in a file."""
    assert compared(both(range(5), 8) + both(range(-9, 0), 2)) == ("R -20 %", "")
