"""The log up to a day: what a wrong clock dated later is counted apart, and in no sum."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TypeVar

from glutetimer.core.log.book import LogRows
from glutetimer.core.log.english import count
from glutetimer.core.log.rows import SideRow, WorkoutRow
from glutetimer.core.log.weeks import monday_of
from glutetimer.core.options import Mode

Row = TypeVar("Row", SideRow, WorkoutRow)


@dataclass(frozen=True, slots=True)
class Until:
    """What `LogRows` answers, of workouts that were begun on the day `last` or before."""

    rows: LogRows
    last: date

    def workouts(self, since: date) -> tuple[WorkoutRow, ...]:
        """From that day on, the newest first."""
        return until(self.rows.workouts(since), self.last)

    def sides(self, since: date) -> tuple[SideRow, ...]:
        """From that day on, the oldest first."""
        return until(self.rows.sides(since), self.last)

    def starts(self, since: date) -> tuple[tuple[datetime, Mode], ...]:
        """From that day on, the newest first."""
        return tuple((started, mode) for started, mode in self.rows.starts(since) if started.date() <= self.last)

    def weekly(self) -> Mapping[date, int]:
        """How many workouts count in each week that has any, by its Monday."""
        found = Counter(self.rows.weekly())
        found.subtract(monday_of(started.date()) for started in self._later())
        return {monday: workouts for monday, workouts in found.items() if workouts > 0}

    def later(self) -> int:
        """How many are dated after that day."""
        return len(self._later())

    def _later(self) -> list[datetime]:
        if self.last == date.max:
            return []
        return [started for started, _ in self.rows.starts(self.last + timedelta(days=1))]


def until(rows: Iterable[Row], last: date) -> tuple[Row, ...]:
    """The rows of that day and of those before, in their order."""
    return tuple(row for row in rows if row.started.date() <= last)


def later_words(workouts: int) -> str:
    """ "2 workouts dated after this day are left out."; "" where there are none."""
    are = "is" if workouts == 1 else "are"
    return f"{count(workouts, 'workout')} dated after this day {are} left out." if workouts else ""
