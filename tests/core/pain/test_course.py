"""How a pain goes on from workout to workout."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from glutetimer.core.pain.body_places import GROIN, Morning
from glutetimer.core.pain.tellings import PainDay, Telling
from glutetimer.core.pain.trend import Course, course_of, courses, may_be_same, opens, same_pain

START = datetime(2026, 11, 2, 19, tzinfo=UTC)


def day(number: int, *told: Telling, none: bool = False, morning: Morning | None = None) -> PainDay:
    return PainDay(f"w{number}", START + timedelta(days=number), told, none, morning)


def knee(score: int | None, side: str | None = "left") -> Telling:
    return Telling("knee", side, score)  # type: ignore[arg-type]  # the tests name sides as words


def the_knee(*days: PainDay) -> Course | None:
    return course_of("knee", "left", courses(days))


@pytest.mark.parametrize(
    ("told", "is_open"),
    [
        (knee(3), False),
        (knee(4), True),
        (knee(None), False),
        (Telling(GROIN, "left", 1), True),
        (Telling(GROIN, "left", None), True),
        (Telling(GROIN, "left", 0), False),
    ],
)
def test_a_pain_is_open_from_four_on_and_of_the_groin_always(told: Telling, is_open: bool) -> None:
    assert opens(told) is is_open
    assert [one.is_open for one in courses([day(1, told)])] == [is_open]


def test_two_workouts_that_say_none_close_it_and_silence_does_not() -> None:
    told, none, silent = day(1, knee(5)), day(2, none=True), day(3)
    assert the_knee(told, none, silent) == Course("knee", "left", True, the_knee(told).points, 1)  # type: ignore[union-attr]
    assert the_knee(told, none, silent, day(4, none=True)) is None


def test_what_is_told_again_counts_the_workouts_without_it_from_there() -> None:
    again = the_knee(day(1, knee(5)), day(2, none=True), day(3, knee(1)), day(4, none=True))
    assert again is not None
    assert (again.is_open, [point.score for point in again.points]) == (True, [5, 1])


@pytest.mark.parametrize(
    ("scores", "rising"),
    [
        ([2, 3, 4], True),
        ([1, 2, 3], False),
        ([4, 4, 5], False),
        ([9, 2, 3, 5], True),
        ([3, 4], False),
        ([2, None, 4], False),
    ],
)
def test_a_pain_rises_when_each_of_three_is_higher_and_the_last_is_four(scores: list[int | None], rising: bool) -> None:
    found = the_knee(*(day(number, knee(score)) for number, score in enumerate(scores)))
    assert found is not None
    assert found.rising is rising


@pytest.mark.parametrize(
    ("told", "not_easing"),
    [
        ([(0, 3), (7, 2), (14, 3)], True),
        ([(0, 3), (7, 4), (14, 2)], False),
        ([(0, 3), (7, 3), (43, 3)], False),
        ([(0, 3), (7, 3), (42, 3)], True),
        ([(0, 3), (7, 3)], False),
        ([(0, 3), (7, None), (14, 3)], False),
    ],
)
def test_a_pain_does_not_ease_when_the_last_of_three_in_six_weeks_is_not_below_the_first(
    told: list[tuple[int, int | None]], not_easing: bool
) -> None:
    found = the_knee(*(day(number, knee(score)) for number, score in told))
    assert found is not None
    assert found.not_easing is not_easing


def test_the_highest_of_a_workout_counts() -> None:
    found = the_knee(day(1, knee(2), knee(5), knee(1)))
    assert found is not None
    assert [point.score for point in found.points] == [5]


def test_worse_the_morning_after_opens_the_pain_that_was_worst() -> None:
    glute = Telling("glute", "right", 1)
    found = courses([day(1, knee(3), glute, morning="worse")])
    assert {(one.place, one.is_open) for one in found} == {("knee", True), ("glute", False)}
    assert [one.is_open for one in courses([day(1, knee(3), morning="same")])] == [False]


@pytest.mark.parametrize(
    ("side", "other", "same"),
    [
        ("left", "left", True),
        ("left", "right", False),
        ("left", "both", True),
        ("both", "right", True),
        (None, None, True),
        (None, "left", False),
        (None, "both", False),
    ],
)
def test_the_same_pain_is_one_of_the_same_place_and_side(side: str | None, other: str | None, same: bool) -> None:
    assert same_pain("knee", side, knee(2, other)) is same  # type: ignore[arg-type]
    assert not same_pain("glute", side, knee(2, other))  # type: ignore[arg-type]


def test_what_hurt_on_both_sides_goes_on_as_the_pain_of_one() -> None:
    found = the_knee(day(1, knee(2)), day(2, knee(3, "both")), day(3, knee(4)))
    assert found is not None
    assert found.rising
    assert course_of("knee", "both", courses([day(1, knee(2)), day(2, knee(3, "both"))])) is not None


def test_a_pain_without_a_place_is_no_course() -> None:
    assert courses([day(1, Telling("", "left", 6))]) == ()


def test_worse_the_morning_after_counts_like_pain_over_the_limit() -> None:
    """It opens the pain, and counts more than any limit in its course."""
    (one,) = courses([day(1, knee(3), morning="worse")])
    assert (one.is_open, [point.score for point in one.points]) == (True, [6])
    (higher,) = courses([day(1, knee(8), morning="worse")])
    assert [point.score for point in higher.points] == [8]
    rising = the_knee(day(1, knee(2)), day(2, knee(3)), day(3, knee(3), morning="worse"))
    assert rising is not None
    assert rising.rising


def test_worse_belongs_to_the_pain_that_was_asked_about() -> None:
    """The groin beside a small pain elsewhere."""
    found = courses([day(1, knee(2), Telling(GROIN, "left", 1), morning="worse")])
    assert {one.place: [point.score for point in one.points] for one in found} == {"knee": [2], GROIN: [6]}


def test_a_side_that_nobody_told_may_be_either() -> None:
    assert may_be_same(Telling(GROIN, None), Telling(GROIN, "left"))
    assert may_be_same(Telling(GROIN, "both"), Telling(GROIN, "left"))
    assert not may_be_same(Telling(GROIN, "right"), Telling(GROIN, "left"))
    assert not may_be_same(Telling("", None), Telling("", None))
