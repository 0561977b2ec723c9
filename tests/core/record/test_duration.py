"""How long a workout took, and when it ended."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest

from glutetimer.core.record.duration import Took, elapsed, ended_at, took
from glutetimer.core.record.record import BoutRecord, Result, Workout
from glutetimer.core.values import replace

BERLIN, SUMMER = timezone(timedelta(hours=1)), timezone(timedelta(hours=2))
STARTED = datetime(2026, 11, 20, 21, 0, tzinfo=BERLIN)
MORNING = STARTED + timedelta(hours=10)


def bout(seconds: float, rest: float | None = None) -> BoutRecord:
    result = Result("done", 8, seconds, "program", rest=rest)
    return BoutRecord("kick", "Kick", "reps", 1, 1, "both", None, "none", 8, result)


BOUTS = (bout(60.0, 30.0), bout(90.5), replace(bout(1.0), result=None))


def workout(**changes: Any) -> Workout:
    """Begun in the evening, taken up again in the morning."""
    made = Workout("id", "kicks", "Kicks", "full", "finished", 1, (), 1.0, STARTED, "Europe/Berlin", BOUTS)
    return replace(made, ended=MORNING, **changes) if "ended" not in changes else replace(made, **changes)


def test_run_time_is_what_counts() -> None:
    """Whatever the clock on the wall said."""
    assert took(workout(active=1200.0)) == Took(1200.0)
    assert took(workout(active=1200.0, ended=None)) == Took(1200.0)
    assert took(workout(active=0.0)) == Took(0.0)


@pytest.mark.parametrize(
    ("ended", "seconds"),
    [
        (MORNING, 180.5),
        (STARTED + timedelta(seconds=100), 100.0),
        (None, 180.5),
        (STARTED, 180.5),
        (STARTED - timedelta(hours=1), 180.5),
    ],
)
def test_where_nobody_measured_it_the_smaller_of_elapsed_and_bouts_with_rests(
    ended: datetime | None, seconds: float
) -> None:
    assert took(workout(ended=ended)) == Took(seconds, about=True)


def test_without_bouts_the_clock_is_all_there_is() -> None:
    assert took(workout(bouts=())) == Took(36_000.0, about=True)
    assert took(workout(bouts=(), ended=None)) == Took(0.0, about=False)


def test_elapsed_is_by_the_wall() -> None:
    assert elapsed(workout()) == 36_000.0
    assert elapsed(workout(ended=STARTED)) is None


def end_of(made: Workout, now: datetime) -> datetime:
    """When it ends; its start stays."""
    ended = ended_at(made, now)
    assert ended.started == made.started
    assert ended.ended is not None
    return ended.ended


def test_a_workout_ends_now() -> None:
    assert end_of(workout(active=1200.0), MORNING) == MORNING


@pytest.mark.parametrize("back", [timedelta(minutes=5), timedelta(hours=23)])
def test_a_clock_set_back_takes_nothing_from_the_run_time(back: timedelta) -> None:
    """In the offset of now, which may be another one than that of the start."""
    ended = end_of(workout(active=1200.7), (STARTED - back).astimezone(SUMMER))
    assert ended == STARTED + timedelta(seconds=1200)
    assert ended.utcoffset() == timedelta(hours=2)
    assert end_of(workout(active=None), STARTED - back) == STARTED


def test_a_clock_that_was_wrong_by_days_was_wrong_at_the_start() -> None:
    """A record that begins in days to come would look odd for ever."""
    now = STARTED - timedelta(days=900)
    ended = ended_at(workout(active=1200.7), now)
    assert (ended.started, ended.ended) == (now - timedelta(seconds=1200), now)


def test_the_hour_that_comes_twice_is_no_step_back() -> None:
    """Started at 2:50 in summer time, ended at 2:10 in winter time."""
    begun = datetime(2026, 10, 25, 2, 50, tzinfo=SUMMER)
    now = datetime(2026, 10, 25, 2, 10, tzinfo=BERLIN)
    assert end_of(workout(started=begun, active=1200.0), now) == now
    assert end_of(workout(started=begun, active=1200.0), now).utcoffset() == timedelta(hours=1)


def test_a_rehearsal_lives_faster_than_the_wall() -> None:
    made = workout(active=1200.0, speed=60.0)
    assert end_of(made, STARTED - timedelta(hours=1)) == STARTED + timedelta(seconds=20)


def test_moments_are_compared_and_not_dates() -> None:
    """UTC is no later than Berlin."""
    now = (STARTED + timedelta(minutes=30)).astimezone(UTC)
    assert end_of(workout(active=60.0), now) == now
