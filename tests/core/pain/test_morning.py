"""When to ask how a pain was the morning after."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest

from glutetimer.core.pain.body_places import GROIN, Flag, Morning
from glutetimer.core.pain.morning import (
    FLAGGED_ELSE,
    GONE,
    SAME,
    SAME_GROIN,
    WORSE,
    WORSE_GROIN,
    answer_for,
    asked_in_words,
    body_part,
    morning_question,
    noted,
)
from glutetimer.core.pain.tellings import PainDay, Telling
from glutetimer.core.values import replace

BERLIN = timezone(timedelta(hours=1))
EVENING = datetime(2026, 11, 20, 19, 30, tzinfo=BERLIN)
MORNING = datetime(2026, 11, 21, 7, tzinfo=BERLIN)
KNEE = Telling("knee", "left", 3)


def text(now: datetime, *days: PainDay) -> str | None:
    question = morning_question(days, now)
    return question.text if question else None


def test_after_a_night_and_for_a_week() -> None:
    day = PainDay("w", EVENING, (KNEE,))
    assert text(EVENING + timedelta(hours=4), day) is None
    assert text(MORNING, day) == "Your left knee, the morning after?"
    assert text(EVENING + timedelta(days=7), day) is not None
    assert text(EVENING + timedelta(days=7, seconds=1), day) is None


def test_a_night_is_one_on_the_runners_wall() -> None:
    """Half past six in the evening in UTC is the next day's morning in Auckland."""
    day = PainDay("w", EVENING.astimezone(UTC), (KNEE,))
    auckland = EVENING.astimezone(timezone(timedelta(hours=13)))
    assert text(auckland, day) is None
    assert text(auckland + timedelta(hours=18), day) is not None


@pytest.mark.parametrize(
    ("told", "asked"),
    [
        (Telling("knee", "left", 2), None),
        (Telling("knee", "left", None), "Your left knee, the morning after?"),
        (Telling(GROIN, "right", 1), "Your right groin, the morning after?"),
        (Telling("lower back", "both", 4), "Your lower back, the morning after?"),
        (Telling("somewhere else", "left", 4), "The pain, the morning after?"),
    ],
)
def test_from_three_on_and_of_the_groin_always(told: Telling, asked: str | None) -> None:
    assert text(MORNING, PainDay("w", EVENING, (told,))) == asked


def test_the_latest_that_was_not_answered() -> None:
    before = PainDay("before", EVENING - timedelta(days=2), (KNEE,))
    answered = PainDay("w", EVENING, (Telling("glute", "right", 5),), morning="gone")
    question = morning_question([before, answered], MORNING)
    assert question is not None
    assert question.day == before


def test_the_groin_is_asked_about_beside_a_small_pain_elsewhere() -> None:
    day = PainDay("w", EVENING, (Telling("knee", "left", 2), Telling(GROIN, "left", 1)))
    assert text(MORNING, day) == "Your left groin, the morning after?"
    assert text(MORNING, PainDay("w", EVENING, none=True)) is None


def test_a_pain_without_a_place_has_no_name() -> None:
    assert body_part(Telling("", "left", 4)) == "The pain"


def test_the_groin_that_is_worse_is_no_pain_to_run_on() -> None:
    """Also beside a small pain elsewhere: it is the one that was asked about."""
    groin = PainDay("w", EVENING, (Telling("knee", "left", 2), Telling(GROIN, "left", 1)))
    assert noted("worse", groin) == WORSE_GROIN
    assert noted("same", groin) == SAME_GROIN
    assert noted("same", PainDay("w", EVENING, (KNEE,))) == SAME
    assert noted("worse", PainDay("w", EVENING, (KNEE,))) == WORSE


@pytest.mark.parametrize("answer", ["gone", "same", "worse"])
def test_a_warning_sign_is_not_over_because_the_pain_is(answer: Morning) -> None:
    """Nothing reassures whom a doctor should see first."""
    signs: dict[Flag, str] = {"numb-between-legs": "emergency department now", "calf": "see a doctor today"}
    for flag, part in signs.items():
        assert part in noted(answer, PainDay("w", EVENING, (KNEE, Telling("calf", "left", 2, flag))))
    assert noted(answer, PainDay("w", EVENING, (Telling("shin", "left", 5, "bone"),))) == FLAGGED_ELSE
    assert noted(answer, PainDay("w", EVENING, (replace(KNEE, flag="none"),))) in (GONE, SAME, WORSE)


def test_the_printed_question_and_its_answers() -> None:
    question = morning_question([PainDay("w", EVENING, (KNEE,))], MORNING)
    assert question is not None
    words = "Your left knee, the morning after? gone / the same / worse: type the word, or leave it open."
    assert asked_in_words(question) == words
    assert [answer_for(typed) for typed in ("gone", "the same", "Same ", "worse", "q", "")] == [
        "gone", "same", "same", "worse", None, None,
    ]  # fmt: skip


def test_both_halves_of_a_thigh_and_a_somewhere_have_a_name() -> None:
    assert body_part(Telling("front of the thigh", "left", 4)) == "The front of your left thigh"
    assert body_part(Telling("somewhere", "left", 4)) == "The pain"
    assert body_part(Telling("lower back", "left", 4)) == "Your lower back"
