"""Workouts by week and by day."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

from hypothesis import given
from hypothesis import strategies as st

from glutetimer.core.log.weeks import Streak, Week, WorkoutDay, calendar, monday_of, streak, weeks
from glutetimer.core.settings.goals import Goals

NOON = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
#: A Monday.
MONDAY = date(2026, 11, 16)
FRIDAY = date(2026, 11, 20)


def test_weeks_begin_on_monday_with_the_runners_own_day() -> None:
    """Sunday late in one zone is Sunday, whatever the day in another."""
    late = datetime(2026, 11, 22, 23, 30, tzinfo=timezone(timedelta(hours=-8)))
    assert weeks([(late, "full")], date(2026, 11, 25), 2, Goals(3).goal_on) == (
        Week(date(2026, 11, 23), 3),
        Week(date(2026, 11, 16), 3, full=1),
    )


def test_one_round_modes_are_counted_apart() -> None:
    """Both modes of one round; all together are the workouts."""
    (week,) = weeks([(NOON, "full"), (NOON, "post-run"), (NOON, "pre-run")], NOON.date(), 1, Goals(3).goal_on)
    assert (week.full, week.rounds, week.workouts) == (1, 2, 3)


def test_monday_of_a_monday_is_itself() -> None:
    """And of a Sunday the Monday before."""
    assert monday_of(date(2026, 11, 16)) == date(2026, 11, 16)
    assert monday_of(date(2026, 11, 22)) == date(2026, 11, 16)


def test_the_calendar_ends_today() -> None:
    """The running week is the last column and has no days to come."""
    columns = calendar([(NOON, "full"), (NOON, "post-run")], FRIDAY, 2)
    assert [len(column) for column in columns] == [7, 5]
    assert columns[0][0] == WorkoutDay(date(2026, 11, 9))
    assert columns[-1][-1] == WorkoutDay(FRIDAY, full=1, rounds=1)


def test_a_year_has_53_columns() -> None:
    """Whatever day it is today, the same day a year ago is in it."""
    for later in range(7):
        today = FRIDAY + timedelta(days=later)
        columns = calendar([], today)
        assert len(columns) == 53
        assert columns[0][0].day <= today - timedelta(days=364)


def weekly(*counts: int) -> dict[date, int]:
    """Workouts in each week, the running one first."""
    return {MONDAY - timedelta(weeks=back): count for back, count in enumerate(counts)}


def test_no_workouts_no_streak() -> None:
    """Nor an end of one."""
    assert streak({}, Goals(3).goal_on, FRIDAY) == Streak(0, 0)


def test_the_running_week_breaks_nothing() -> None:
    """There are days left to meet the goal."""
    assert streak(weekly(0, 3, 4), Goals(3).goal_on, FRIDAY) == Streak(2, 2)
    assert streak(weekly(1, 3, 4), Goals(3).goal_on, FRIDAY) == Streak(2, 2)


def test_the_running_week_counts_once_it_is_met() -> None:
    """On the day itself."""
    assert streak(weekly(3, 3, 4), Goals(3).goal_on, FRIDAY) == Streak(3, 3)


def test_a_week_below_the_goal_ends_a_streak() -> None:
    """The best one stays."""
    assert streak(weekly(3, 2, 3, 3, 3, 1), Goals(3).goal_on, FRIDAY) == Streak(1, 3)
    assert streak(weekly(0, 0, 3, 3), Goals(3).goal_on, FRIDAY) == Streak(0, 2)


@given(st.lists(st.integers(0, 5), max_size=40), st.integers(1, 4), st.integers(0, 6))
def test_a_streak_is_what_counting_by_hand_gives(counts: list[int], goal: int, weekday: int) -> None:
    """The same from a loop over the weeks, the newest first."""
    runs, run = [], 0
    for count in [*counts, 0]:
        run = run + 1 if count >= goal else 0
        runs.append(run)
    lead = counts[1:] if counts and counts[0] < goal else counts
    now = next((index for index, count in enumerate(lead) if count < goal), len(lead))
    assert streak(weekly(*counts), Goals(goal).goal_on, MONDAY + timedelta(days=weekday)) == Streak(now, max(runs))
