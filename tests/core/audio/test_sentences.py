"""Which sentences belong to a step."""

from __future__ import annotations

from typing import Any

import pytest

from glutetimer.core.audio.all_sentences import plan_sentences
from glutetimer.core.audio.break_words import FURTHER, KNOWN, NEW, BreakWords, break_words
from glutetimer.core.audio.manner import Manner
from glutetimer.core.audio.sentences import dose_sentence, lead_sentences, switch_sentences, turn_sentence
from glutetimer.core.audio.spoken_lines import USUAL
from glutetimer.core.plan.plan import Plan
from glutetimer.core.session.session import Exercise, Phase, Span
from tests.helpers.core import each, hold, plan, reps
from tests.helpers.transcript import session_plan
from tests.make.transcript import SESSIONS


def words(wanted: Plan, manner: Manner = USUAL) -> list[BreakWords]:
    """The words of each break."""
    return [break_words(wanted, index, before, manner) for index, before in enumerate(wanted.breaks)]


def said(wanted: Plan, manner: Manner = USUAL) -> list[tuple[str, ...]]:
    """The sentences of each break, but for what is said again."""
    return [(one.first, *one.others) for one in words(wanted, manner)]


CLAM: dict[str, Any] = {"left": "Lie on the right, left knee on top", "right": "Lie on the left, right knee on top"}
STAND: dict[str, Any] = {"left": "Left leg stands, right knee presses", "right": "Right leg stands, left knee presses"}


def test_the_first_break_names_exercise_change_side_and_dose() -> None:
    found = said(plan(each("clam-shell", 10, name="Clam shell", posture="side", band="knees", **CLAM)))
    assert found[0] == (
        "Clam shell, left.",
        "Band around your knees.",
        "Lie on the right, left knee on top.",
        "Ten reps.",
    )


def test_a_rest_names_what_is_next() -> None:
    assert said(plan(reps("squat"), hold("plank", 30)))[1] == ("Next: plank.", "Thirty seconds.")


def test_what_is_new_is_named_so_and_explained() -> None:
    wanted = plan(reps("squat"), reps("bridge", spoken="Knees bent. Lift the hips."))
    assert said(wanted, Manner(new=frozenset({"bridge"})))[1] == (
        "New: bridge.",
        "Knees bent.",
        "Lift the hips.",
        "Four reps.",
    )


@pytest.mark.parametrize(("how", "explained"), [("first", False), ("always", True), ("never", False)])
def test_what_is_known_is_explained_where_that_is_wanted(how: Any, explained: bool) -> None:
    wanted = plan(reps("bridge", spoken="Knees bent."))
    assert ("Knees bent." in said(wanted, Manner(how=how))[0]) is explained


def test_nothing_is_explained_where_that_is_not_wanted() -> None:
    wanted = plan(reps("bridge", spoken="Knees bent."))
    assert "Knees bent." not in said(wanted, Manner(how="never", new=frozenset({"bridge"})))[0]


def test_the_same_exercise_again_is_named_by_its_set() -> None:
    found = said(plan(reps("squat"), rounds=Span(3, 3)))
    assert found[1:] == [("Set two.",), ("Set three.",)]


def test_a_second_round_is_called_one() -> None:
    found = said(plan(reps("squat"), hold("plank"), order="circuit", rounds=Span(2, 2)))
    assert found[2] == ("Round two: squat.",)


def test_a_switch_names_how_the_other_side_begins() -> None:
    wanted = plan(each("clam", **CLAM), hold("press", sides="each", **STAND))
    assert [switch_sentences(wanted.bouts[at]) for at in (1, 3)] == [
        ("Change sides. Lie on the left.", "Right side."),
        ("Turn round. Right leg stands.", "Right side."),
    ]


def test_a_change_of_direction_names_only_that() -> None:
    found = said(plan(each("circles", directions=("forward", "backward"))))
    assert found[1:] == [("Backward.",), ("Change sides. Right leg. Forward.",), ("Backward.",)]


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
    assert said(plan(reps("squat"), reps("other", **changes)))[1] == ("Next: other.", sentence, "Four reps.")


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
        (reps("a", 10), "Ten reps."),
        (reps("a", 1), "One rep."),
        (hold("a", 45), "Forty-five seconds."),
        (hold("a", 120), "One hundred twenty seconds."),
        (reps("a", 5, sides="alternate", left="l", right="r"), "Five reps each side."),
    ],
)
def test_doses(exercise: Exercise, words: str) -> None:
    assert dose_sentence(plan(exercise).bouts[0]) == words


def test_the_essential_comes_again_with_a_cue_or_the_standing_leg() -> None:
    cues = ("Feet stay together", "Hips stacked")
    wanted = plan(reps("a"), each("clam", cues=cues, **CLAM), hold("press", sides="each", cues=cues, **STAND))
    assert [words(wanted)[at].reminder for at in (1, 3)] == [
        "Clam, left. Feet stay together.",
        "Press, left leg stands.",
    ]


def test_a_short_rest_says_nothing_again() -> None:
    assert words(plan(reps("a"), reps("b"), rest=20))[1].reminder == ""


@pytest.mark.parametrize("session", SESSIONS)
@pytest.mark.parametrize("known", [False, True])
def test_every_rest_keeps_to_its_budget(session: str, known: bool) -> None:
    """In the built-in sessions; the name and what changes are always said."""
    wanted = session_plan(session)
    manner = Manner(new=frozenset() if known else frozenset(wanted.exercise_ids))
    for at, one in enumerate(words(wanted, manner)):
        if wanted.breaks[at].kind == "switch":
            continue
        again = at > 0 and wanted.bouts[at - 1].exercise.id == wanted.bouts[at].exercise.id
        assert one.count <= (FURTHER if again else NEW if one.spoken else KNOWN), one


def test_a_sentence_keeps_its_own_end() -> None:
    kick = each("kick", left="Left leg. Straight!", right="Right leg")
    assert lead_sentences(plan(kick).bouts[0]) == ("Kick.", "Left leg. Straight!")


def test_each_turn_has_the_words_of_the_session() -> None:
    swap = reps("swap", 5, sides="alternate", left="l", right="r", say_left="Right off", tempo=(Phase("swap", 3.0),))
    bout = plan(swap).bouts[0]
    assert (turn_sentence(bout, "left"), turn_sentence(bout, "right")) == ("Right off.", "")


def test_a_plan_s_sentences_are_told_once_in_the_order_of_the_run() -> None:
    found = plan_sentences(plan(each("kick"), hold("plank"), rounds=Span(2, 2)))
    assert found[:7] == (
        "Kick, left.",
        "Left leg.",
        "Four reps.",
        "One.",
        "Two.",
        "One more.",
        "Change sides. Right leg.",
    )
    assert len(set(found)) == len(found)
