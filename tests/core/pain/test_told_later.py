"""What is said of a pain that is told of a workout of the log: the earlier ones and the runner's limit count."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from glutetimer.core.pain import advice
from glutetimer.core.pain.body_places import GROIN
from glutetimer.core.pain.tellings import PainDay, Telling, pain_day
from glutetimer.core.pain.told_later import Grounds, all_told, said_later
from glutetimer.core.record.record import MorePain, Workout
from glutetimer.core.values import replace

NOW = datetime(2026, 11, 30, 19, tzinfo=UTC)
BARE = Workout("w", "s", "S", "full", "finished", 1, (), 1.0, NOW, "UTC", ())


def knee(*scores: int) -> tuple[PainDay, ...]:
    """The left knee in workouts before, the last of them a week ago."""
    first = NOW - timedelta(days=7 * len(scores))
    return tuple(
        PainDay(f"w{n}", first + timedelta(days=7 * n), (Telling("knee", "left", score),))
        for n, score in enumerate(scores)
    )


def said(told: Telling, grounds: Grounds) -> tuple[str, ...]:
    workout = replace(BARE, more_pain=(MorePain(None, told.score, told.place, told.side, told.flag),))
    return said_later(pain_day(workout).tellings, workout, grounds)


@pytest.mark.parametrize(
    ("told", "grounds", "words"),
    [
        (Telling(GROIN, "left", 1, "none"), Grounds(), [advice.GROIN_ONCE]),
        (Telling(GROIN, "left", 1, "none"), Grounds((PainDay("a", NOW, (Telling(GROIN, "left", 1),)),)), [advice.STOP]),
        (Telling("knee", "left", 4), Grounds(limit=3), [advice.OVER_AFTER.format(limit=3)]),
        (Telling("knee", "left", 4), Grounds(), [advice.HOLD_AFTER]),
        (Telling("knee", "left", 4), Grounds(knee(2, 3)), [advice.HOLD_AFTER, advice.RISING]),
        (Telling("knee", "left", 2), Grounds(knee(2, 3)), [advice.NOT_EASING]),
        (Telling("knee", "left", 1), Grounds(knee(2, 3)), []),
    ],
)
def test_the_workouts_before_and_the_limit_count(told: Telling, grounds: Grounds, words: list[str]) -> None:
    assert list(said(told, grounds)) == words


def test_a_sentence_is_said_once() -> None:
    two = replace(BARE, more_pain=(MorePain(None, 4, "knee"),), pain_after=5, place_after="shin")
    assert said_later(pain_day(two).tellings, two, Grounds()) == (advice.HOLD_AFTER,)


def test_a_number_without_a_place_is_told_too() -> None:
    assert all_told(replace(BARE, pain=6)) == (Telling("", None, 6),)
    assert all_told(replace(BARE, pain=0)) == all_told(BARE) == ()
    assert [one.score for one in all_told(replace(BARE, pain=6, pain_after=6))] == [6]
