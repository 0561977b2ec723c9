"""The log up to a day: what a wrong clock dated later is in no sum, and counted."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st
from log_maker import workouts

from glutetimer.core.log.book import LogRows
from glutetimer.core.log.rows import SideRow, WorkoutRow, workout_row
from glutetimer.core.log.side_rows import side_rows
from glutetimer.core.log.until import Until, later_words
from glutetimer.core.log.weeks import monday_of
from glutetimer.core.options import Mode

MADE = next(one for one in workouts(5, 20) if workout_row(one).counts)
FRIDAY = date(2026, 11, 20)
DAYS = st.lists(st.integers(-20, 20), max_size=12)


@dataclass(frozen=True)
class Rows:
    """A workout so many days after the Friday for each number."""

    days: list[int]

    @property
    def moments(self) -> list[datetime]:
        noon = datetime(FRIDAY.year, FRIDAY.month, FRIDAY.day, 12, tzinfo=MADE.started.tzinfo)
        return [noon + timedelta(days=day) for day in sorted(self.days, reverse=True)]

    def workouts(self, since: date) -> tuple[WorkoutRow, ...]:
        made = (workout_row(replace(MADE, started=moment)) for moment in self.moments)
        return tuple(row for row in made if row.started.date() >= since)

    def sides(self, since: date) -> tuple[SideRow, ...]:
        rows = (row for moment in self.moments for row in side_rows(replace(MADE, started=moment)))
        return tuple(row for row in rows if row.started.date() >= since)

    def starts(self, since: date) -> tuple[tuple[datetime, Mode], ...]:
        return tuple((moment, "full") for moment in self.moments if moment.date() >= since)

    def weekly(self) -> dict[date, int]:
        return dict(Counter(monday_of(moment.date()) for moment in self.moments))


def of(days: list[int]) -> Until:
    return Until(cast(LogRows, Rows(days)), FRIDAY)


@given(DAYS)
def test_what_is_later_is_nowhere_and_counted(days: list[int]) -> None:
    """All answers are those of a log without it."""
    known, past = of(days), of([day for day in days if day <= 0])
    for since in (date.min, FRIDAY - timedelta(days=5), FRIDAY):
        assert known.workouts(since) == past.workouts(since)
        assert known.sides(since) == past.sides(since)
        assert known.starts(since) == past.starts(since)
    assert known.weekly() == past.weekly()
    assert (known.later(), past.later()) == (sum(day > 0 for day in days), 0)


def test_the_running_week_keeps_what_was_done_in_it() -> None:
    """Friday and Saturday are of one week."""
    assert of([0, 1, 9]).weekly() == {date(2026, 11, 16): 1}


def test_there_is_no_day_after_the_last_one() -> None:
    assert Until(cast(LogRows, Rows([0])), date.max).later() == 0


@pytest.mark.parametrize(
    ("workouts", "words"),
    [
        (0, ""),
        (1, "1 workout dated after this day is left out."),
        (2, "2 workouts dated after this day are left out."),
    ],
)
def test_it_is_named(workouts: int, words: str) -> None:
    assert later_words(workouts) == words
