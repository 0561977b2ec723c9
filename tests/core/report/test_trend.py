"""Left and right over the weeks."""

from __future__ import annotations

from datetime import date

import pytest

from glutetimer.core.log.side_rows import side_rows
from glutetimer.core.record.record import Workout
from glutetimer.core.report.trend import CONTEXT, MOST_POINTS, Trend, trends
from tests.helpers.reports import NOW, one, workout_of

TODAY = NOW.date()


def trend_of(*workouts: Workout, weeks: int = 4) -> Trend:
    """The only trend of these workouts."""
    (trend,) = trends([row for workout in workouts for row in side_rows(workout)], TODAY, weeks)
    return trend


def test_a_point_is_the_mean_of_a_bout() -> None:
    """Over all bouts of the week, beside what was planned for one."""
    broke = one("Kick", "left", "form-broke", 5)
    trend = trend_of(workout_of(one("Kick", "left"), broke), workout_of(one("Kick", "left", count=9), days_ago=2))
    point = trend.lines[0].last
    assert point is not None
    assert (point.done, point.planned, point.bouts, point.form_breaks, point.sure) == (8.0, 10.0, 3, 1, True)
    assert trend.lines[1].last is None


def test_weeks_before_the_report_are_context() -> None:
    """Twelve weeks are shown, however few are asked for; the last is the running one."""
    trend = trend_of(workout_of(one("Kick", "left")), workout_of(one("Kick", "left", count=7), days_ago=70))
    assert (len(trend.mondays), trend.context) == (CONTEXT, CONTEXT - 4)
    assert trend.mondays[-1] == date(2026, 11, 16)
    assert [index for index, point in enumerate(trend.lines[0].points) if point] == [1, 11]


@pytest.mark.parametrize(("weeks", "every"), [(4, 1), (52, 1), (53, 2), (520, 10), (1040, 20)])
def test_many_weeks_share_a_point(weeks: int, every: int) -> None:
    """Up to MOST_POINTS; the day of today always has one."""
    trend = trend_of(workout_of(one("Kick", "left")), workout_of(one("Kick", "left"), days_ago=300), weeks=weeks)
    assert (trend.every, len(trend.mondays) <= MOST_POINTS) == (every, True)
    assert trend.lines[0].points[-1] is not None


def test_what_nobody_confirmed_is_shown_only_where_nothing_else_is() -> None:
    unsure = workout_of(one("Kick", "left", count=20, counted_by="program"), confirmed=None, days_ago=8)
    mixed = workout_of(one("Kick", "left", count=20, counted_by="program"), one("Kick", "left"), confirmed=None)
    points = [point for point in trend_of(unsure, mixed).lines[0].points if point]
    assert [(point.done, point.sure) for point in points] == [(20.0, False), (10.0, True)]


def test_only_two_sided_exercises_of_the_report_have_a_trend() -> None:
    """What was done only in the weeks before, or with both sides at once, has none."""
    rows = [
        row
        for workout in (workout_of(one("Squat", "both")), workout_of(one("Kick", "left"), days_ago=60))
        for row in side_rows(workout)
    ]
    assert trends(rows, TODAY, 4) == ()


def test_reps_and_seconds_are_not_mixed() -> None:
    """Only what it was last."""
    trend = trend_of(workout_of(one("Press", "left"), days_ago=9), workout_of(one("Press", "left", kind="hold")))
    assert (trend.kind, sum(point is not None for point in trend.lines[0].points)) == ("hold", 1)
