"""Log up to now: workouts that a wrong clock dated later are counted separately, and are in no sum."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta
from typing import Protocol, TypeVar

from msgspec import Struct

from glutetimer.core.log.query import LogRows
from glutetimer.core.log.rows import SideRow, WorkoutRow
from glutetimer.core.log.weeks import monday_of
from glutetimer.core.plan.options import Mode
from glutetimer.core.text.english import count

#: Dates that clocks in two places show at one moment differ by at most this: each is less than a day from UTC.
APART = timedelta(days=2)


class Started(Protocol):
    """Row of a workout, or of a part of it."""

    @property
    def started(self) -> datetime: ...


Row = TypeVar("Row", bound=Started)


def is_later(started: datetime, now: datetime) -> bool:
    """Whether it is dated after now. Compares moments: on the clock where it was done it may be tomorrow."""
    return started > now


def until(rows: Iterable[Row], now: datetime) -> tuple[Row, ...]:
    """Keep the rows that are not dated after now, in their order."""
    return tuple(row for row in rows if not is_later(row.started, now))


def last_day(starts: Iterable[tuple[datetime, Mode]], today: date) -> date:
    """Today, or the later local day on which one of these workouts started: what was done is in its week."""
    return max([today, *(started.date() for started, _ in starts)])


class Until(Struct, frozen=True):
    """Answers of `LogRows` about workouts that started up to `now` (aware)."""

    rows: LogRows
    now: datetime

    @property
    def today(self) -> date:
        """Day on which weeks and spans end."""
        today = self.now.date()
        return last_day(self.starts(today), today)

    def workouts(self, since: date) -> tuple[WorkoutRow, ...]:
        """Workouts from that day on, the newest first."""
        return until(self.rows.workouts(since), self.now)

    def sides(self, since: date) -> tuple[SideRow, ...]:
        """Sides from that day on, the oldest first."""
        return until(self.rows.sides(since), self.now)

    def starts(self, since: date) -> tuple[tuple[datetime, Mode], ...]:
        """Starts from that day on, the newest first."""
        return tuple(one for one in self.rows.starts(since) if not is_later(one[0], self.now))

    def weekly(self) -> Mapping[date, int]:
        """Count the workouts that count in each week that has any, by its Monday."""
        found = Counter(self.rows.weekly())
        found.subtract(monday_of(started.date()) for started in self._later())
        return {monday: workouts for monday, workouts in found.items() if workouts > 0}

    def later(self) -> int:
        """Count the workouts that are dated after now."""
        return len(self._later())

    def _later(self) -> list[datetime]:
        starts = self.rows.starts(self.now.date() - APART)
        return [started for started, _ in starts if is_later(started, self.now)]


def later_words(workouts: int) -> str:
    """ "2 workouts dated later than now are left out."; "" where there are none."""
    are = "is" if workouts == 1 else "are"
    return f"{count(workouts, 'workout')} dated later than now {are} left out." if workouts else ""
