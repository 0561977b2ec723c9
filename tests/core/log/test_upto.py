"""The log up to now: what a wrong clock dated later is in no sum, and counted. Moments are compared, not days."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glutetimer.core.log.query import LogRows
from glutetimer.core.log.rows import SideRow, WorkoutRow, workout_row
from glutetimer.core.log.side_rows import side_rows
from glutetimer.core.log.upto import Until, is_later, last_day, later_words, until
from glutetimer.core.log.weeks import calendar, monday_of, weeks
from glutetimer.core.plan.options import Mode
from glutetimer.core.values import replace
from tests.helpers.log_maker import workouts

MADE = next(one for one in workouts(5, 20) if workout_row(one).counts)
FRIDAY = date(2026, 11, 20)
NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)
#: From Niue and Baker Island to Kiritimati.
OFFSETS = st.integers(-12 * 4, 14 * 4).map(lambda quarters: timezone(timedelta(minutes=15 * quarters)))
MOMENTS = st.lists(
    st.tuples(st.integers(-40 * 24 * 60, 40 * 24 * 60), OFFSETS).map(
        lambda one: (NOON + timedelta(minutes=one[0])).astimezone(one[1])
    ),
    max_size=12,
)


def at(words: str) -> datetime:
    return datetime.fromisoformat(words)


@dataclass(frozen=True)
class Rows:
    """A workout for each moment."""

    moments: list[datetime]

    def _since(self, since: date) -> list[datetime]:
        return [moment for moment in sorted(self.moments, reverse=True) if moment.date() >= since]

    def workouts(self, since: date) -> tuple[WorkoutRow, ...]:
        return tuple(workout_row(replace(MADE, started=moment)) for moment in self._since(since))

    def sides(self, since: date) -> tuple[SideRow, ...]:
        return tuple(row for moment in self._since(since) for row in side_rows(replace(MADE, started=moment)))

    def starts(self, since: date) -> tuple[tuple[datetime, Mode], ...]:
        return tuple((moment, "full") for moment in self._since(since))

    def weekly(self) -> dict[date, int]:
        return dict(Counter(monday_of(moment.date()) for moment in self.moments))


def of(moments: list[datetime], now: datetime = NOON) -> Until:
    return Until(cast(LogRows, Rows(moments)), now)


@given(MOMENTS, OFFSETS)
def test_what_is_later_is_nowhere_and_counted(moments: list[datetime], here: timezone) -> None:
    """All answers are those of a log without it, wherever the clock that is looked at hangs."""
    now = NOON.astimezone(here)
    known, past = of(moments, now), of([moment for moment in moments if moment <= NOON], now)
    for since in (date.min, FRIDAY - timedelta(days=5), FRIDAY):
        assert known.workouts(since) == past.workouts(since)
        assert known.sides(since) == past.sides(since)
        assert known.starts(since) == past.starts(since)
    assert known.weekly() == past.weekly()
    assert known.today == past.today
    assert (known.later(), past.later()) == (sum(moment > NOON for moment in moments), 0)


@given(MOMENTS, OFFSETS)
def test_what_is_not_later_is_in_a_week_and_on_a_day(moments: list[datetime], here: timezone) -> None:
    """The last weeks and the calendar add up to all of it: nothing falls between now and tomorrow."""
    known = of(moments, NOON.astimezone(here))
    starts = known.starts(date.min)
    assert (
        sum(week.workouts for week in weeks(starts, known.today, 8, lambda _: 3))
        == len(starts)
        == sum(known.weekly().values())
    )
    assert sum(day.full for week in calendar(starts, known.today, 8) for day in week) == len(starts)


@pytest.mark.parametrize(
    ("started", "now", "later"),
    [
        ("2026-11-21T08:00+13:00", "2026-11-20T20:00+00:00", False),  # Auckland an hour ago, read in London
        ("2026-11-20T20:00+00:00", "2026-11-21T10:00+13:00", False),  # and the other way round
        ("2026-11-21T00:30+14:00", "2026-11-19T23:45-11:00", False),  # Kiritimati, two days after Niue, just now
        ("2026-11-20T20:01+00:00", "2026-11-20T20:00+00:00", True),  # later this evening, by a clock that was wrong
        ("2026-11-20T20:00-11:00", "2026-11-21T11:00+13:00", True),  # yesterday's date in Niue, and still to come
        ("2026-10-25T02:30+02:00", "2026-10-25T02:10+01:00", False),  # the clocks went back between
        ("2026-10-25T02:10+01:00", "2026-10-25T02:30+02:00", True),
        ("2026-03-29T01:59+01:00", "2026-03-29T03:00+02:00", False),  # and forward
        ("2030-01-01T00:00+01:00", "2026-11-20T20:00+00:00", True),
        ("2026-11-20T20:00+00:00", "2026-11-20T20:00+00:00", False),
    ],
)
def test_later_is_a_matter_of_moments(started: str, now: str, later: bool) -> None:
    known = of([at(started)], at(now))
    assert is_later(at(started), at(now)) == later
    assert (known.later(), len(known.starts(date.min)), sum(known.weekly().values())) == (later, not later, not later)


def test_the_day_may_have_begun_where_something_was_just_done() -> None:
    """Sunday evening in London, Monday morning in Auckland: what was done there is in the week of this Monday."""
    now = at("2026-11-22T20:00+00:00")
    assert of([], now).today == date(2026, 11, 22)
    known = of([at("2026-11-23T08:00+13:00"), at("2026-11-24T08:00+13:00")], now)
    assert known.today == date(2026, 11, 23)
    assert known.weekly() == {date(2026, 11, 23): 1}
    assert last_day(known.starts(date.min), date(2026, 11, 25)) == date(2026, 11, 25)


def test_rows_that_are_not_later_stay_in_their_order() -> None:
    rows = [workout_row(replace(MADE, started=NOON + hours * HOUR)) for hours in (1, 0, -1)]
    assert until(rows, NOON) == tuple(rows[1:])


def test_the_running_week_keeps_what_was_done_in_it() -> None:
    """Friday and Saturday are of one week."""
    day = timedelta(days=1)
    assert of([NOON, NOON + day, NOON + 9 * day]).weekly() == {date(2026, 11, 16): 1}


@pytest.mark.parametrize(
    ("workouts", "words"),
    [
        (0, ""),
        (1, "1 workout dated later than now is left out."),
        (2, "2 workouts dated later than now are left out."),
    ],
)
def test_it_is_named(workouts: int, words: str) -> None:
    assert later_words(workouts) == words
