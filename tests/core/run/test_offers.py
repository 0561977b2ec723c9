"""The choices of a question: each does something, its subject is named, and none leaves the run standing."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from glutetimer.core.plan.plan import Plan
from glutetimer.core.run.choices import does, ends, is_empty, leave_offer, pain_offers, pause_offers
from glutetimer.core.run.commands import Command, Do, Finish, Jump, TellPain
from glutetimer.core.run.engine import Engine
from glutetimer.core.session.session import Span
from tests.core.run.test_engine_props import COMMANDS, plans
from tests.helpers.core import Doing, each, hold, reps

LEFT = TellPain(4, "knee", "left")


def doing(*presses: tuple[float, Command]) -> Doing:
    """Two rounds of a lunge on each side and a plank: left 15-27, right 32-44, rest -74, plank -94."""
    out = Doing(each("lunge", 4), hold("plank", 20), order="circuit", rounds=Span(2, 2))
    for at, command in presses:
        out.press(command, at)
    return out


def labels(it: Doing, told: TellPain | None = None) -> list[str]:
    offers = pain_offers(it.engine.state, told) if it.engine.paused == "pain" else pause_offers(it.engine.state)
    return [offer.label for offer in offers]


def test_in_a_pause_every_choice_names_what_it_is_about() -> None:
    assert labels(doing((22.5, Do.PAUSE))) == [
        "Go on", "Again: Lunge left", "Form broke, 1 of 4: Lunge left", "Pain", "Easier from here: Lunge",
        "Skip Lunge", "Finish",
    ]  # fmt: skip


def test_in_a_paused_rest_two_exercises_are_near() -> None:
    assert labels(doing((60.0, Do.PAUSE))) == [
        "Go on", "Again: Lunge right", "Form broke, 3 of 4: Lunge right", "Pain", "Easier from here: Plank",
        "Skip Plank", "Finish",
    ]  # fmt: skip


def test_in_the_set_up_nothing_was_done_yet() -> None:
    assert labels(doing((5.0, Do.PAUSE))) == [
        "Go on", "Again: get ready", "Pain", "Easier from here: Lunge", "Skip Lunge", "Finish",
    ]  # fmt: skip


def test_after_a_pain_the_choices_are_about_what_hurts() -> None:
    assert labels(doing((60.0, Do.PAIN)), LEFT) == [
        "Skip Lunge", "Other side only: right", "Easier from here: Lunge", "Finish for today", "Back to the workout",
    ]  # fmt: skip


@pytest.mark.parametrize(("told", "offered"), [("left", "right"), ("right", "left"), ("both", "")])
def test_the_other_side_is_the_one_that_was_not_told(told: str, offered: str) -> None:
    it = doing((22.5, Do.PAIN))
    out = [label for label in labels(it, TellPain(4, "knee", told)) if label.startswith("Other")]  # type: ignore[arg-type]
    assert out == ([f"Other side only: {offered}"] if offered else [])


def test_of_an_exercise_that_is_over_nothing_can_be_left_out_or_made_easier() -> None:
    it = Doing(reps("a"), reps("b"))
    it.press(Do.PAIN, 40.0)
    assert labels(it, LEFT) == ["Finish for today", "Back to the workout"]


def test_to_leave_an_exercise_is_offered_the_second_time_where_something_is_left() -> None:
    it = doing((22.5, Do.FORM_BROKE))
    assert leave_offer(it.engine.state, 1) == ""
    assert leave_offer(it.engine.state, 2) == "Leave Lunge for today"
    last = Doing(reps("a"), reps("b"))
    last.press(Do.FORM_BROKE, 22.5)
    assert leave_offer(last.engine.state, 2) == ""


@pytest.mark.parametrize(("at", "key", "empty"), [
    (5.0, Do.GO_ON, True), (5.0, Do.SKIP, True), (15.0, Do.SKIP, True), (16.0, Do.GO_ON, False),
    (16.0, Do.MAIN, False), (50.0, Do.GO_ON, False),
])  # fmt: skip
def test_what_there_is_to_lose(at: float, key: Do, empty: bool) -> None:
    it = doing((at, key))
    assert is_empty(it.engine.state) is empty


def test_skipping_what_comes_last_ends_the_run() -> None:
    assert [ends(doing((at, Do.GO_ON)).engine.state, Do.SKIP) for at in (50.0, 200.0)] == [False, True]


def test_one_rep_gets_no_easier() -> None:
    it = Doing(reps("a", 1), reps("b"))
    it.press(Do.PAUSE, 5.0)
    assert "Easier from here: A" not in labels(it)


@settings(max_examples=150, deadline=None)
@given(plans, st.lists(st.tuples(st.floats(0, 25), COMMANDS), max_size=12), st.data())
def test_no_choice_leaves_the_run_standing_without_a_question(
    made: Plan, presses: list[tuple[float, Command]], data: st.DataObject
) -> None:
    """Whatever was pressed before: a choice lets the run go on, ends it, or asks the next question."""
    engine, now = Engine(made), 0.0
    engine.start(now)
    for wait, command in presses:
        now += wait
        engine.press(command, now)
    if engine.paused is None:
        engine.press(data.draw(st.sampled_from([Do.PAUSE, Do.PAIN])), now + 1.0)
    if engine.over:  # By one of them, or by itself before the last one.
        return
    now += 5.0
    told = TellPain(data.draw(st.integers(0, 10)), "hip", data.draw(st.sampled_from(["left", "right", "both"])))
    hurts = engine.paused == "pain"
    offers = pain_offers(engine.state, told) if hurts else pause_offers(engine.state)
    assert {Do.GO_ON, Finish()} <= {offer.command for offer in offers}
    chosen = data.draw(st.sampled_from(offers))
    if hurts:
        engine.press(told, now)
    assert engine.press(chosen.command, now)
    assert engine.over or engine.paused == ("pain" if chosen.command is Do.PAIN else None)


@settings(max_examples=150, deadline=None)
@given(plans, st.lists(st.tuples(st.floats(0, 25), COMMANDS), max_size=12))
def test_what_is_not_offered_would_do_nothing(made: Plan, presses: list[tuple[float, Command]]) -> None:
    engine, now = Engine(made), 0.0
    engine.start(now)
    for wait, command in presses:
        now += wait
        engine.press(command, now)
    if engine.over:
        return
    offered = {offer.command for offer in pause_offers(engine.state)}
    for command in (Do.AGAIN, Do.FORM_BROKE, Do.EASIER, Do.SKIP):
        assert does(engine.state, command) == (command in offered)


def test_looking_at_what_is_offered_changes_nothing() -> None:
    it = doing((22.5, Do.PAUSE))
    before = it.engine.state
    pause_offers(before)
    assert it.engine.state is before


@pytest.mark.parametrize(
    ("at", "presses", "command", "why"),
    [
        (5.0, (), Do.FORM_BROKE, "Nothing done yet"),
        (80.0, (), Do.OTHER_SIDE, "Only after pain"),
        (20.0, ((18.0, Do.PAIN),), Do.PAUSE, ""),
    ],
)
def test_a_key_that_does_nothing_says_why(
    at: float, presses: tuple[tuple[float, Command], ...], command: Do, why: str
) -> None:
    it = doing(*presses)
    it.press(command, at)
    assert it.engine.declined == why


def test_a_key_that_does_something_has_nothing_to_say() -> None:
    it = doing((5.0, Do.FORM_BROKE))
    it.press(Jump(2), 6.0)
    assert it.engine.declined == ""
