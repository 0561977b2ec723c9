"""What is asked about a pain."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glutetimer.core.pain.body_places import GROIN, LOWER_BACK, PLACES
from glutetimer.core.pain.questions import PainChoices, Question, next_question, telling, topics_after
from glutetimer.core.pain.tellings import Telling


def asked(*answers: str) -> str | None:
    question = next_question(answers)
    return question.topic if question else None


def test_one_question_after_the_other() -> None:
    assert [asked(), asked("3"), asked("3", "knee"), asked("3", "knee", "left")] == ["score", "place", "side", None]
    assert [asked("4", "knee", "left"), asked("4", "knee", "left", "none")] == ["flag", None]
    assert asked("1", GROIN, "both") == "flag"
    assert asked("0") is None


def test_the_lower_back_has_a_warning_sign_of_its_own() -> None:
    question = next_question(("1", LOWER_BACK, "both"))
    assert question is not None
    assert [reply.value for reply in question.replies][:2] == ["none", "numb-between-legs"]


@pytest.mark.parametrize(("worked", "marked"), [("left", 0), ("right", 1), ("both", 2), ("alternate", 2)])
def test_the_side_at_work_is_marked(worked: str, marked: int) -> None:
    question = next_question(("3", "knee"), worked)  # type: ignore[arg-type]  # sides as words
    assert question is not None
    assert question.marked == marked


def test_answers_tell_what_was_answered_and_nothing_else() -> None:
    assert telling(("5", "knee", "left", "limp"), "lunge") == Telling("knee", "left", 5, "limp", "lunge")
    assert telling(("2", "knee", "both")) == Telling("knee", "both", 2, None)
    assert telling(()) == Telling("", None, None, None)


def test_every_reply_has_a_key_or_stands_on_the_scale_and_none_twice() -> None:
    for answers in ((), ("3",), ("3", "knee"), ("5", LOWER_BACK, "left")):
        question = next_question(answers)
        assert question is not None
        keys = [reply.key for reply in question.replies if reply.key]
        assert len(keys) == len(set(keys)) >= len(question.replies) - 1


@given(st.data())
def test_no_order_of_answers_loses_a_pain_or_makes_none_of_what_is_unknown(data: st.DataObject) -> None:
    """Answers given and taken back at random, until all is told or nobody answers any more."""
    answers: PainChoices = ()
    for _ in range(data.draw(st.integers(0, 30))):
        question = next_question(answers)
        if question is None or (answers and data.draw(st.booleans())):
            answers = answers[:-1]
        else:
            answers = (*answers, data.draw(st.sampled_from(question.replies)).value)
    told = telling(answers)
    _holds(answers, told)


def _holds(answers: PainChoices, told: Telling) -> None:
    topics = topics_after(answers)
    assert (told.score is None) is (not answers)
    assert told.flag is None or "flag" in topics[: len(answers)]
    assert (told.place == "") is (len(answers) < 2)
    assert told.place in {"", *(place.words for place in PLACES)}
    if answers and answers[0] != "0":
        assert told.score == int(answers[0]) > 0


def test_a_question_is_data() -> None:
    question = next_question(("3",))
    assert isinstance(question, Question)
    assert [reply.label for reply in question.replies][:2] == ["Outer hip", "Groin or deep hip"]
