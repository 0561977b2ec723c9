"""Every answer -> what is said, and what ends."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from glutetimer.core.pain import advice as say
from glutetimer.core.pain.advice import Advice, advise
from glutetimer.core.pain.body_places import (
    FLAGS,
    GROIN,
    LOWER_BACK,
    PLACES,
    SOMEWHERE_ELSE,
    Flag,
    asks_for_flags,
    flag_words,
    flags_for,
)
from glutetimer.core.pain.tellings import PainDay, Telling

NOW = datetime(2026, 11, 30, 19, tzinfo=UTC)
TODAY = PainDay("today", NOW)


def ago(days: int, *told: Telling, none: bool = False) -> PainDay:
    return PainDay(f"ago-{days}", NOW - timedelta(days=days), told, none)


def told(score: int | None, place: str = "knee", flag: Flag | None = "none", exercise: str = "lunge") -> Telling:
    return Telling(place, "left", score, flag, exercise)


@pytest.mark.parametrize("place", [place.words for place in PLACES])
@pytest.mark.parametrize("flag", [flag for flag in FLAGS if flag != "none"])
def test_a_warning_sign_stops_the_workout_wherever_it_hurts(place: str, flag: Flag) -> None:
    said = {"numb-between-legs": say.EMERGENCY, "calf": say.DOCTOR_TODAY}.get(flag, say.STOP)
    for score in (1, 4, 10, None):
        assert advise(told(score, place, flag), TODAY) == Advice((said,), "workout")


@pytest.mark.parametrize(
    ("score", "expected"),
    [
        (0, Advice()),
        (3, Advice()),
        (4, Advice((say.HOLD,))),
        (5, Advice((say.HOLD,))),
        (6, Advice((say.OVER_LIMIT.format(limit=5),), "exercise")),
        (10, Advice((say.OVER_LIMIT.format(limit=5),), "exercise")),
        (None, Advice()),
    ],
)
def test_limits_of_the_pain_monitoring_model(score: int | None, expected: Advice) -> None:
    assert advise(told(score), TODAY) == expected


@pytest.mark.parametrize("limit", [2, 3, 4, 5])
def test_the_limit_is_the_runners(limit: int) -> None:
    assert advise(told(limit), TODAY, limit=limit).ends == "nothing"
    assert advise(told(limit + 1), TODAY, limit=limit) == Advice((say.OVER_LIMIT.format(limit=limit),), "exercise")


def test_the_groin_ends_the_exercise_and_the_second_time_the_workout() -> None:
    once = advise(told(1, GROIN), TODAY)
    assert once == Advice((say.GROIN_ONCE, say.ENDS_TODAY), "exercise")
    elsewhere = PainDay("today", NOW, (told(1, GROIN, exercise="squat"),))
    assert advise(told(1, GROIN), elsewhere) == Advice((say.STOP,), "workout")
    same = PainDay("today", NOW, (told(1, GROIN),))
    assert advise(told(2, GROIN), same) == Advice((say.GROIN_ONCE, say.ENDS_TODAY), "exercise")
    assert advise(told(1, GROIN), TODAY, [ago(300, told(2, GROIN))]) == Advice((say.STOP,), "workout")


def test_a_groin_that_two_workouts_said_was_gone_is_told_for_the_first_time_again() -> None:
    past = [ago(30, told(2, GROIN)), ago(20, none=True), ago(10, none=True)]
    assert advise(told(1, GROIN), TODAY, past) == Advice((say.GROIN_ONCE, say.ENDS_TODAY), "exercise")
    assert advise(told(1, GROIN), TODAY, past[:2]) == Advice((say.STOP,), "workout")


def test_no_pain_of_the_groin_ends_nothing() -> None:
    assert advise(told(0, GROIN), TODAY) == Advice()


def test_rising_and_not_easing_are_said_beside_the_rest() -> None:
    rising = [ago(8, told(2)), ago(4, told(3))]
    assert advise(told(4), TODAY, rising) == Advice((say.HOLD, say.RISING))
    same = [ago(8, told(3)), ago(4, told(2))]
    assert advise(told(3), TODAY, same) == Advice((say.NOT_EASING,))
    assert advise(told(2), TODAY, same) == Advice()


def test_nothing_milder_stands_beside_a_warning_or_the_groin() -> None:
    """A second sentence would take back the first."""
    rising = [ago(8, told(2)), ago(4, told(3))]
    signs: dict[Flag, str] = {"limp": say.STOP, "numb-between-legs": say.EMERGENCY, "calf": say.DOCTOR_TODAY}
    for flag, words in signs.items():
        assert advise(told(4, flag=flag), TODAY, rising) == Advice((words,), "workout")
    groins = [ago(8, told(2, GROIN)), ago(4, told(3, GROIN))]
    assert advise(told(4, GROIN), TODAY, groins) == Advice((say.STOP,), "workout")


def test_somewhere_else_may_be_the_chest() -> None:
    assert advise(told(1, SOMEWHERE_ELSE), TODAY) == Advice((say.CHEST,))
    assert advise(told(9, SOMEWHERE_ELSE), TODAY).says[0] == say.CHEST
    assert advise(told(0, SOMEWHERE_ELSE), TODAY) == Advice()


@pytest.mark.parametrize("place", [place.words for place in PLACES])
def test_warning_signs_are_asked_from_four_on_and_where_it_may_be_more_from_one_on(place: str) -> None:
    watched = place in {GROIN, LOWER_BACK, "shin", "calf", "foot or ankle"}
    assert [asks_for_flags(place, score) for score in (0, 1, 3, 4, 10, None)] == [
        False,
        watched,
        watched,
        True,
        True,
        True,
    ]
    assert ("numb-between-legs" in flags_for(place)) is (place == LOWER_BACK)
    assert flags_for(place)[0] == "none"


def test_every_warning_sign_has_words() -> None:
    assert len({flag_words(flag) for flag in FLAGS}) == len(FLAGS)
