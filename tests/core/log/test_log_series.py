"""One exercise over time."""

from __future__ import annotations

from datetime import date, timedelta

from side_rows_help import TODAY, side

from glutetimer.core.log.rows import SideRow
from glutetimer.core.log.series import Best, Point, Series, bests_of, series


def made(rows: list[SideRow], weeks: int = 4, measure: str = "best") -> Series:
    """The series, which is there."""
    found = series(rows, TODAY, weeks, measure)  # type: ignore[arg-type]
    assert found is not None
    return found


def test_no_rows_no_series() -> None:
    """An exercise that was never begun."""
    assert series([], TODAY, 4) is None


def test_a_point_a_week_and_gaps_between() -> None:
    """The oldest week first; a week without is empty."""
    found = made([side("left", 10, days=0), side("left", 6, days=14)])
    assert found.mondays == (date(2026, 10, 26), date(2026, 11, 2), date(2026, 11, 9), date(2026, 11, 16))
    assert [point and point.value for point in found.lines[0].points] == [None, 3, None, 5]


def test_sides_are_apart_left_first() -> None:
    """Whatever the order of the rows."""
    assert [line.side for line in made([side("right"), side("left")]).lines] == ["left", "right"]
    assert [line.side for line in made([side("both")]).lines] == ["both"]


def test_three_measures() -> None:
    """The most in one bout, all of the week, the time worked."""
    rows = [side("left", 10, days=0, best=6), side("left", 8, days=1, best=5)]
    values = {measure: made(rows, 1, measure).lines[0].points[0] for measure in ("best", "sum", "time")}
    assert {measure: point and point.value for measure, point in values.items()} == {"best": 6, "sum": 18, "time": 60}


def test_of_some_weeks_with_the_bests_it_is_the_same_as_of_all() -> None:
    """A side that was not done in these weeks has its line, and each line the best there ever was."""
    rows = [side("right", days=200, best=20), side("left", days=100, best=9), side("left", days=1, best=7)]
    rows += [side("both", days=300, best=30, kind="hold"), side("alternate", days=90, best=5, evidence=False)]
    lately = [row for row in rows if row.started.date() >= TODAY - timedelta(weeks=4)]
    assert series(lately, TODAY, 4, bests=bests_of(rows)) == series(rows, TODAY, 4)
    assert [(line.side, line.best and line.best.value) for line in made(rows).lines] == [
        ("left", 9), ("right", 20), ("alternate", None)
    ]  # fmt: skip


def test_form_and_pain_of_a_week() -> None:
    """All form breaks, the worst pain, over all workouts of it."""
    rows = [side(days=0, form_breaks=1, pain=2), side(days=1, form_breaks=2, pain=5), side(days=2)]
    point = made(rows, 1).lines[0].points[0]
    assert point == Point(date(2026, 11, 16), 5, 3, 3, 5, True, True)


def test_what_is_confirmed_goes_before_what_is_not() -> None:
    """In the same week; alone, it is shown as not sure."""
    rows = [side(days=0, best=5), side(days=1, best=20, evidence=False), side(days=8, best=9, evidence=False)]
    points = made(rows, 2).lines[0].points
    assert [(point.value, point.sure) for point in points if point] == [(9, False), (5, True)]


def test_sums_are_of_all_that_was_counted() -> None:
    """And sure only where all of it is."""
    rows = [side("left", 10, days=0), side("left", 8, days=1, evidence=False)]
    points = {measure: made(rows, 1, measure).lines[0].points[0] for measure in ("sum", "time")}
    assert {name: (point.value, point.sure) for name, point in points.items() if point} == {
        "sum": (18, False),
        "time": (60, False),
    }


def test_the_best_is_the_first_time_of_the_most_with_evidence() -> None:
    """Ever, also before the weeks that are shown."""
    rows = [side(days=400, best=9), side(days=100, best=9), side(days=3, best=30, evidence=False), side(days=0, best=4)]
    line = made(rows, 4).lines[0]
    assert line.best == Best(9, date(2025, 10, 16))
    assert line.now is not None
    assert line.now.value == 4


def test_no_evidence_no_best() -> None:
    """Nobody confirmed anything."""
    assert made([side(evidence=False)]).lines[0].best is None


def test_reps_that_became_a_hold() -> None:
    """Only what it was last is shown."""
    found = made([side(days=30, best=90), side(days=0, best=45, kind="hold")], 8)
    assert (found.kind, found.unit, found.top) == ("hold", "s", 45)
    assert sum(point is not None for point in found.lines[0].points) == 1


def test_one_scale_for_all_sides() -> None:
    """The higher of both."""
    assert made([side("left", best=4), side("right", best=7)]).top == 7
    assert made([side("left", days=300)]).top == 0
    assert made([side("left")], measure="time").unit == "s"


def test_nothing_is_no_best_and_no_point() -> None:
    """A side that was only left out has no week; zero reps are a week, but no best."""
    assert made([side("left"), side("right", 0, bouts=0, skipped=10, best=0)]).lines[0].side == "left"
    assert len(made([side("left"), side("right", 0, bouts=0, skipped=10, best=0)]).lines) == 1
    line = made([side("left", 0)]).lines[0]
    assert line.best is None
    assert line.now is not None
    assert line.now.value == 0
