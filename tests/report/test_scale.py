"""Where numbers come to lie in a chart."""

from __future__ import annotations

import re
from datetime import date, timedelta
from itertools import pairwise
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glutetimer.report.charts import trend_figure, weekly_figure
from glutetimer.report.svg import LETTER, Frame, apart, labelled, ticks, weeks_below
from tests.helpers.reports import months, one, report_of, workout_of


@pytest.mark.parametrize(
    ("top", "found"), [(0, (0, 1)), (1, (0, 1)), (3, (0, 1, 2, 3)), (8, (0, 2, 4, 6, 8)), (15, (0, 5, 10, 15))]
)
def test_ticks(top: int, found: tuple[int, ...]) -> None:
    assert ticks(top) == found


@given(st.integers(0, 10**6), st.integers(1, 9))
def test_ticks_reach_the_top_in_few_equal_steps(top: int, most: int) -> None:
    found = ticks(top, most)
    assert found[0] == 0
    assert found[-1] >= top
    assert len(found) <= most + 1 or top == 0
    assert len({after - before for before, after in pairwise(found)}) == 1


@given(st.integers(1, 1040), st.integers(1, 12))
def test_the_last_week_is_always_named(slots: int, most: int) -> None:
    found = labelled(slots, most)
    assert found[-1] == slots - 1
    assert len(found) <= most


@given(st.tuples(st.floats(0, 200), st.floats(0, 200)))
def test_two_words_stand_apart_in_their_order(heights: tuple[float, float]) -> None:
    upper, lower = sorted(apart(heights, 13.0))
    assert lower - upper > 12.99
    first, second = apart(heights, 13.0)
    assert (first < second) == (heights[0] <= heights[1])


@given(st.integers(1, 60), st.integers(1, 1000), st.floats(0, 1))
def test_values_lie_between_floor_and_top(slots: int, top: int, share: float) -> None:
    frame = Frame(240.0, 116.0, slots, top)
    assert frame.top_edge - 0.01 <= frame.y(top * share) <= frame.floor
    assert frame.left_edge < frame.x(0) <= frame.x(slots - 1) < frame.right


@pytest.mark.parametrize("weeks", [4, 12, 30, 200])
def test_nothing_is_drawn_outside_the_picture(weeks: int) -> None:
    """Marks, letters and columns have their middle inside."""
    report = report_of(list(months(max(weeks, 14))), weeks)
    for figure in (weekly_figure(report), *(trend_figure(trend, 1) for trend in report.trends)):
        svg = next(ElementTree.fromstring(figure).iter("svg"))
        *_, width, height = map(float, (svg.get("viewBox") or "").split())
        for part in svg.iter():
            across = [float(part.get(name) or 0) for name in ("x", "x1", "x2", "cx")]
            down = [float(part.get(name) or 0) for name in ("y", "y1", "y2", "cy")]
            assert 0 <= min(across) <= max(across) <= width
            assert 0 <= min(down) <= max(down) <= height


def test_sides_differ_in_shape_and_line() -> None:
    """A circle and a full line, a square and a dashed one; a cross for what nobody confirmed."""
    old = workout_of(one("Kick", "left", counted_by="program"), confirmed=None, days_ago=15)
    made = [workout_of(one("Kick", "left"), one("Kick", "right"), days_ago=days) for days in (1, 8)]
    figure = trend_figure(report_of([old, *made]).trends[0], 1)
    assert (figure.count("<circle"), len(re.findall('<rect[^>]*class="right"', figure))) == (2, 2)
    assert figure.count('class="unsure"') == 1
    assert figure.count("<polyline") == 2


def test_form_and_pain_are_marked_on_their_side() -> None:
    """Letters in a row of the side; the description says how often and how strong."""
    hurt = workout_of(one("Kick", "left", "form-broke", 5), one("Kick", "right", "pain", 5, pain=3))
    figure = trend_figure(report_of([hurt]).trends[0], 1)
    letters = re.findall(r'<text x="([\d.]+)" y="([\d.]+)"[^>]*class="mark">([^<]+)<', figure)
    assert [(row, word) for _, row, word in letters] == [("10", "L"), ("10", "f"), ("23", "R"), ("23", "p")]
    assert "Left: 16 Nov 5 (of 10 planned, form broke once). Right: 16 Nov 5 (of 10 planned, pain 3)." in figure


def test_the_axis_has_numbers_with_their_unit() -> None:
    reps = report_of([workout_of(one("Kick", "left"))]).trends[0]
    hold = report_of([workout_of(one("Press", "left", kind="hold", target=30, count=30))]).trends[0]
    assert ">10 reps</text>" in trend_figure(reps, 1)
    assert ">30 s</text>" in trend_figure(hold, 1)


@given(st.integers(1, 120), st.integers(1, 30), st.sampled_from([240.0, 340.0, 720.0]))
def test_weeks_below_the_axis_stand_apart(slots: int, most: int, width: float) -> None:
    """No two reach into each other, and the last one is always there."""
    mondays = [date(2025, 1, 6) + timedelta(weeks=week) for week in range(slots)]
    frame = Frame(width, 92.0, slots, 10)
    drawn = "".join(map(str, weeks_below(frame, mondays, labelled(slots, most))))
    found = sorted((float(x), words) for x, words in re.findall(r'<text x="([0-9.]+)"[^>]*>([^<]+)<', drawn))
    assert found[-1][0] == pytest.approx(frame.x(slots - 1), abs=1.0)
    for (left, words), (right, others) in pairwise(found):
        assert right - left >= (len(words) + len(others)) * LETTER / 2
