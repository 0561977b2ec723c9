"""Days, times and spans in words."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from glutetimer.core.text.english import (
    ago,
    clock,
    day_at,
    duration,
    full_day,
    long_day,
    minutes,
    moment_words,
    near_day,
    stamp,
    week_words,
)

FRIDAY = date(2026, 11, 20)
EVENING = datetime(2026, 3, 9, 18, 30)


def test_days_in_words() -> None:
    assert long_day(FRIDAY) == "Fri 20 Nov 2026"
    assert near_day(FRIDAY, FRIDAY) == "Fri 20 Nov"
    assert near_day(date(2025, 11, 20), FRIDAY) == "20 Nov 2025"


def test_weeks_in_words() -> None:
    assert week_words(date(2026, 11, 16)) == "16 to 22 Nov"
    assert week_words(date(2026, 9, 28)) == "28 Sep to 4 Oct"


def test_how_long_ago() -> None:
    """A day to come is there where a clock went wrong."""
    days = (FRIDAY, date(2026, 11, 19), date(2026, 11, 1), date(2026, 11, 30))
    assert [ago(day, FRIDAY) for day in days] == ["today", "yesterday", "19 days ago", "today"]


def test_how_long_something_took_is_rounded_to_the_nearest_minute() -> None:
    """Eight minutes and 21 seconds are eight; what is shorter than a minute is told in seconds."""
    seconds = (0, 20, 59.6, 61, 89, 90, 501, 1168, 3569, 3570, 3600, 26000, 4_000_000)
    assert [duration(one) for one in seconds] == [
        "0 s", "20 s", "1 min", "1 min", "1 min", "2 min", "8 min", "19 min", "59 min", "1 h 0 min", "1 h 0 min",
        "7 h 13 min", "1,111 h 7 min",
    ]  # fmt: skip


def test_the_same_day_for_each_purpose() -> None:
    assert (full_day(EVENING), moment_words(EVENING), stamp(EVENING)) == (
        "9 Mar 2026",
        "09 Mar 18:30",
        "2026-03-09 18:30",
    )
    assert (day_at(EVENING, FRIDAY), day_at(date(2025, 3, 9), FRIDAY)) == ("9 Mar", "9 Mar 2025")


@pytest.mark.parametrize(
    ("seconds", "said"), [(-1.0, "0:00"), (0.0, "0:00"), (59.6, "1:00"), (65.0, "1:05"), (3600.0, "60:00")]
)
def test_a_clock_shows_minutes_and_seconds(seconds: float, said: str) -> None:
    assert clock(seconds) == said


def test_planned_minutes_are_rounded_up() -> None:
    assert [minutes(seconds) for seconds in (0.0, 1.0, 60.0, 61.0)] == ["0 min", "1 min", "1 min", "2 min"]
