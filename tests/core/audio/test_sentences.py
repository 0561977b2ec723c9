"""Which sentences belong to a step."""

from __future__ import annotations

from typing import Any

import pytest

from glutetimer.core.audio.sentences import HALFWAY, break_sentences, lead_sentences, plan_sentences, turn_sentence
from glutetimer.core.plan.plan import Plan
from glutetimer.core.session.session import Exercise, Phase, Span
from glutetimer.core.text.doses import spoken_dose
from tests.helpers.core import each, hold, plan, reps


def said(wanted: Plan) -> list[tuple[str, ...]]:
    """The sentences of each break."""
    return [break_sentences(*pair) for pair in zip(wanted.breaks, wanted.bouts, strict=True)]


CLAM: dict[str, Any] = {"left": "Lie on the right, left knee on top", "right": "Lie on the left, right knee on top"}


def test_the_first_break_names_exercise_change_side_and_dose() -> None:
    found = said(plan(each("clam-shell", 10, name="Clam shell", posture="side", band="knees", **CLAM)))
    assert found[0] == (
        "Clam shell.",
        "Band around your knees.",
        "Lie on the right, left knee on top.",
        "10.",
    )


def test_a_rest_names_what_is_next() -> None:
    assert said(plan(reps("squat"), hold("plank", 30)))[1] == ("Next: Plank.", "30 seconds.")


def test_the_same_exercise_again_is_named_with_its_set() -> None:
    found = said(plan(reps("squat"), rounds=Span(3, 3)))
    assert [sentences[0] for sentences in found] == ["Squat.", "Next: Squat, set 2.", "Next: Squat, set 3."]


def test_a_second_round_is_called_one() -> None:
    found = said(plan(reps("squat"), hold("plank"), order="circuit", rounds=Span(2, 2)))
    assert found[2][0] == "Next: Squat, round 2."


def test_a_switch_names_the_side_and_what_it_looks_like() -> None:
    assert said(plan(each("kick")))[1] == ("Right side.", "Right leg.")


def test_a_change_of_direction_names_only_that() -> None:
    found = said(plan(each("circles", directions=("forward", "backward"))))
    assert found[1:] == [("Backward.",), ("Right side.", "Right leg.", "Forward."), ("Backward.",)]


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"band": "laces"}, "Band around your laces."),
        ({"needs": (("chair", "sofa"), ("step",))}, "You need a chair or sofa and a step."),
        ({"posture": "back"}, "Lie on your back."),
        ({"posture": "front"}, "Lie face down."),
        ({"posture": "seated"}, "Sit down."),
    ],
)
def test_what_to_change_is_said(changes: dict[str, Any], sentence: str) -> None:
    assert said(plan(reps("squat"), reps("other", **changes)))[1] == ("Next: Other.", sentence, "4.")


def test_what_to_take_off_is_said() -> None:
    assert said(plan(reps("squat", band="knees"), reps("other")))[1][1] == "Band off."


def test_who_got_down_is_told_to_get_up() -> None:
    assert said(plan(reps("bridge", posture="back"), reps("squat")))[1][1] == "Stand up."


def test_lying_on_the_side_is_said_by_the_side_s_own_line() -> None:
    assert "Lie on your side." in said(plan(reps("a"), reps("b", posture="side")))[1]
    assert "Lie on your side." not in said(plan(reps("a"), each("b", posture="side", **CLAM)))[1]


@pytest.mark.parametrize(
    ("exercise", "words"),
    [
        (reps("a", 10), "10."),
        (hold("a", 30), "30 seconds."),
        (reps("a", 5, sides="alternate", left="l", right="r"), "5 a side."),
    ],
)
def test_doses(exercise: Exercise, words: str) -> None:
    assert spoken_dose(plan(exercise).bouts[0]) == words


def test_a_sentence_keeps_its_own_end() -> None:
    kick = each("kick", left="Left leg. Straight!", right="Right leg")
    assert lead_sentences(plan(kick).bouts[0]) == ("Kick.", "Left leg. Straight!")


def test_each_turn_has_the_words_of_the_session() -> None:
    swap = reps("swap", 5, sides="alternate", left="l", right="r", say_left="Right off", tempo=(Phase("swap", 3.0),))
    bout = plan(swap).bouts[0]
    assert (turn_sentence(bout, "left"), turn_sentence(bout, "right")) == ("Right off.", "")


def test_a_plan_s_sentences_are_told_once_in_the_order_of_the_run() -> None:
    found = plan_sentences(plan(each("kick"), hold("plank"), rounds=Span(2, 2)))
    assert found[:6] == ("Kick.", "Left leg.", "4.", HALFWAY, "Right side.", "Right leg.")
    assert len(set(found)) == len(found)
    assert "10." not in found
    assert plan_sentences(plan(hold("plank")), count_from=3)[2:5] == ("3.", "2.", "1.")
