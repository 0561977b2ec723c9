"""What the printed run asks, what each choice is about, and what is typed for it."""

from __future__ import annotations

import pytest

from glutetimer.core.pain import advice as say
from glutetimer.core.record.record import Result
from glutetimer.core.run.commands import Do, TellPain
from glutetimer.core.session.session import Span
from glutetimer.plain.keys import TYPED, command_for
from glutetimer.plain.pain import flag_for, pain_for
from tests.helpers.core import each, plan, reps
from tests.helpers.printed import live, said_by

HOW_MUCH = "  How much does it hurt, where, which side? Type it as in: 4 knee left"
TOLD_RIGHT = (
    "  n Skip Lunge; s Other side only: left; e Easier from here: Lunge; q Finish for today; Enter Back to the workout"
)
BRIDGE = "Rest, 30 s. Next: Bridge, 4 reps, round 1 of 2"


def lunges(answers: dict[str, str]) -> tuple[list[str], list[Result | None]]:
    """Two rounds of a lunge on each side and a bridge: what is printed, and the results."""
    lunge, bridge = each("lunge", 4, cues=("Knee in line",)), reps("bridge", 4)
    made = live(plan(lunge, bridge, order="circuit", rounds=Span(2, 2)))
    said = said_by(made, answers, quick=True)
    return said, [bout.result for bout in made.kept.sealed[0].bouts]


def outcomes(results: list[Result | None]) -> list[str | None]:
    return [result.outcome if result else None for result in results]


def test_after_a_pain_what_hurts_is_named_and_left_out() -> None:
    said, results = lunges({BRIDGE: "o\n", HOW_MUCH: "3 knee right\n", TOLD_RIGHT: "n\n"})
    assert "  Lunge right" in said
    assert "Skipped: Lunge, 1 round. b takes it back." in said
    assert outcomes(results) == ["done", "done", "done", "skipped", "skipped", "done"]
    hurt = results[1]
    assert hurt is not None
    assert (hurt.pain, hurt.place, hurt.pain_side) == (3, "knee", "right")


def test_the_other_side_only() -> None:
    """Right, told in the left bout."""
    _, results = lunges({"Go": "o\n", HOW_MUCH: "3 knee right\n", TOLD_RIGHT: "s\n"})
    assert outcomes(results) == ["pain", "skipped", "done", "done", "skipped", "done"]


def test_a_form_that_broke_is_admitted_in_the_rest() -> None:
    said, results = lunges({BRIDGE: "f\n", "  1 Knee in line": "1\n"})
    assert "  Lunge right: 3 of 4" in said
    broke = results[1]
    assert broke is not None
    assert (broke.outcome, broke.done, broke.reason) == ("form-broke", 3, "Knee in line")


def test_a_skip_is_taken_back() -> None:
    said, results = lunges({BRIDGE: "n\n", "Skipped: Bridge, 2 rounds. b takes it back.": "b\n"})
    assert "Taken back: Bridge, 2 rounds." in said
    assert outcomes(results) == ["done"] * 6


def test_a_correction_in_the_rest_names_what_it_is_about() -> None:
    said, _ = lunges({BRIDGE: "down\n"})
    assert "  Lunge right: 3 of 4, by hand" in said


def test_what_does_nothing_says_why() -> None:
    said, _ = lunges({"  Left leg": "f\n"})
    assert "Nothing done yet." in said


def test_a_pause_names_the_choices() -> None:
    choices = (
        "  Enter Go on; a Again: Lunge left; f Form broke, 0 of 4: Lunge left; o Pain; "
        "e Easier from here: Lunge; n Skip Lunge; q Finish"
    )
    said, _ = lunges({"  1": "p\n", choices: "\n"})
    assert choices in said


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("4 knee left", TellPain(4, "knee", "left")),
        ("10 back of the thigh right", TellPain(10, "back of the thigh", "right")),
        ("4 left", TellPain(4, "", "left")),
        ("0", TellPain(0, "", None)),
        ("1 groin left", TellPain(1, "groin or deep hip", "left")),
        ("2 foot", TellPain(2, "foot or ankle", None)),
        ("7 hip", "  Where? One of: outer hip, groin or deep hip"),
        ("3 back", "  Where? One of: back of the thigh, lower back"),
        ("11 hip", None),
        ("hip", None),
        ("", None),
    ],
)
def test_a_pain_as_it_is_typed(line: str, told: TellPain | str | None) -> None:
    assert pain_for(line) == told


def test_every_choice_can_be_typed() -> None:
    assert all(command_for("" if word == "Enter" else word) in (command, Do.MAIN) for command, word in TYPED.items())


def test_a_place_of_no_list_is_asked_for() -> None:
    asked = pain_for("4 elbow")
    assert isinstance(asked, str)
    assert asked.startswith("  Where? One of: outer hip, groin or deep hip, glute")


def test_a_warning_sign_stops_the_workout_and_stands_in_the_record() -> None:
    said, results = lunges({BRIDGE: "o\n", HOW_MUCH: "1 groin left\n", "  6 I limp": "6\n", f"  {say.STOP}": "q\n"})
    assert f"  {say.ASK_FLAGS} Type its number:" in said
    assert "  Enter or q Save and end" in said
    hurt = results[1]
    assert hurt is not None
    assert (hurt.pain, hurt.place, hurt.pain_side, hurt.pain_flag) == (1, "groin or deep hip", "left", "limp")
    assert outcomes(results)[2:] == ["not-reached"] * 4


def test_over_the_limit_the_exercise_ends() -> None:
    end = "  Enter or n Go on with the next exercise; q Save and end"
    said, results = lunges({BRIDGE: "o\n", HOW_MUCH: "6 knee left\n", "  6 I limp": "1\n", end: "n\n"})
    assert f"  {say.OVER_LIMIT.format(limit=5)}" in said
    assert outcomes(results) == ["done", "done", "done", "skipped", "skipped", "done"]


def test_what_is_not_answered_is_unknown() -> None:
    """The run is ended before a number is typed."""
    _, results = lunges({BRIDGE: "o\n", HOW_MUCH: "6 knee left\n", "  6 I limp": "q\n"})
    hurt = results[1]
    assert hurt is not None
    assert (hurt.pain, hurt.pain_flag) == (6, None)


def test_no_pain_after_all_goes_on_where_it_was() -> None:
    _, results = lunges({"  1": "o\n", HOW_MUCH: "0\n"})
    assert outcomes(results) == ["done"] * 6


@pytest.mark.parametrize(("line", "flag"), [("1", "none"), ("2", "calf"), ("7", None), ("n", None)])
def test_a_warning_sign_is_its_number(line: str, flag: str | None) -> None:
    assert flag_for(line, "knee") == flag
