"""Pain told of a workout afterwards: of all of it, and of the time after it."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from glutetimer.core.pain.afterwards import after_pain_told, whole_pain, whole_score, with_after, with_whole
from glutetimer.core.pain.tellings import Telling, pain_day
from glutetimer.core.record.record import MorePain, Workout
from glutetimer.core.values import replace

NOW = datetime(2026, 11, 30, 19, tzinfo=UTC)
BARE = Workout("w", "s", "S", "full", "finished", 1, (), 1.0, NOW, "UTC", ())
KNEE = Telling("knee", "left", 4, "none")


def test_what_is_told_of_the_whole_stands_beside_the_bouts() -> None:
    told = with_whole(BARE, KNEE)
    assert told.more_pain == (MorePain(None, 4, "knee", "left", "none"),)
    assert (told.pain, whole_pain(told), whole_score(told)) == (4, KNEE, 4)
    assert [(one.place, one.flag) for one in pain_day(told).tellings] == [("knee", "none")]


def test_another_answer_takes_its_place_and_leaves_the_pains_of_bouts() -> None:
    at_a_bout = MorePain(3, 2, "calf")
    told = with_whole(replace(BARE, more_pain=(at_a_bout, MorePain(None, 4, "knee"))), Telling("shin", None, 5))
    assert told.more_pain == (MorePain(None, 5, "shin"), at_a_bout)
    assert with_whole(told, None).more_pain == (at_a_bout,)


def test_a_number_alone_is_the_workouts_own() -> None:
    told = with_whole(BARE, Telling("", None, 4))
    assert (told.pain, told.more_pain, whole_score(told)) == (4, (), 4)


def test_a_number_that_belongs_elsewhere_is_not_that_of_the_whole() -> None:
    assert whole_score(replace(BARE, pain=4, more_pain=(MorePain(2, 4, "knee"),))) is None
    assert whole_score(replace(BARE, pain=4, pain_after=4)) is None
    assert whole_score(BARE) is None


@pytest.mark.parametrize("score", [None, 0, 3])
def test_afterwards_has_keys_of_its_own(score: int | None) -> None:
    told = with_after(replace(BARE, pain=2), score, Telling("shin", "right", score, "limp"))
    keys = (told.pain_after, told.place_after, told.pain_side_after, told.pain_flag_after)
    if score == 0:
        assert keys == (0, "", None, None)
        assert after_pain_told(told) is None
    else:
        assert keys == (score, "shin", "right", "limp")
        assert after_pain_told(told) == Telling("shin", "right", score, "limp")
    assert told.pain == max(2, score or 0)


def test_nothing_said_is_neither_pain_nor_none() -> None:
    day = pain_day(with_after(BARE, None, None))
    assert (day.tellings, day.none, day.says_something) == ((), False, False)
