"""What is offered after a pain was told."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from glutetimer.core.pain import advice as say
from glutetimer.core.pain.body_places import GROIN, Flag
from glutetimer.core.pain.tellings import PainDay, Telling
from glutetimer.core.run.commands import Command, Do, Finish, TellPain
from glutetimer.core.run.pain_choices import NEXT, WHAT_NOW, After, after_pain, first_words, today_of
from glutetimer.core.session.session import Span
from tests.helpers.core import Doing, each, hold

TODAY = PainDay("today", datetime(2026, 11, 30, 19, tzinfo=UTC))


def hurting(at: float = 22.5) -> Doing:
    """Two rounds of a lunge on each side and a plank, standing for a pain."""
    out = Doing(each("lunge", 4), hold("plank", 20), order="circuit", rounds=Span(2, 2))
    out.press(Do.PAIN, at)
    return out


def after(it: Doing, score: int, place: str = "knee", flag: Flag | None = "none") -> After:
    state = it.engine.state
    return after_pain(state, TellPain(score, place, "left", flag), today_of(state, TODAY))


def commands(found: After) -> list[Command]:
    return [offer.command for offer in found.offers]


def test_a_small_pain_leaves_every_choice() -> None:
    found = after(hurting(), 3)
    assert (found.says, commands(found)) == ((WHAT_NOW,), [Do.SKIP, Do.OTHER_SIDE, Do.EASIER, Finish(), Do.GO_ON])


def test_over_the_limit_the_exercise_ends_on_both_sides() -> None:
    found = after(hurting(), 6)
    assert found.says == (say.OVER_LIMIT.format(limit=5),)
    assert [(offer.command, offer.label) for offer in found.offers] == [(Do.SKIP, NEXT), (Finish(), "Save and end")]


@pytest.mark.parametrize("flag", ["calf", "numb-leg", "bone", "night", "limp"])
def test_a_warning_sign_marks_to_save_and_end(flag: Flag) -> None:
    found = after(hurting(), 1, "shin", flag)
    assert commands(found) == [Finish()]
    assert found.says == (say.DOCTOR_TODAY if flag == "calf" else say.STOP,)


def test_the_groin_told_again_in_another_exercise_stops_the_workout() -> None:
    it = hurting()
    assert commands(after(it, 1, GROIN)) == [Do.SKIP, Finish()]
    it.press(TellPain(1, GROIN, "left", "none"), 23.0)
    it.press(Do.SKIP, 24.0)
    it.press(Do.PAIN, 60.0)
    found = after(it, 1, GROIN)
    assert (found.says, commands(found)[0]) == ((say.STOP,), Finish())


def test_where_nothing_of_the_exercise_is_left_the_run_goes_on() -> None:
    it = Doing(each("lunge", 4), hold("plank", 20))
    it.press(Do.PAIN, 60.0)
    assert commands(after(it, 7)) == [Do.GO_ON, Finish()]


def test_after_the_last_exercise_there_is_none_to_go_on_with() -> None:
    it = Doing(hold("plank", 20), each("lunge", 4))
    it.press(Do.PAIN, 70.0)
    assert it.engine.state.pained is not None
    found = after(it, 7)
    assert [(offer.command, offer.label) for offer in found.offers] == [(Finish(), "Save and end")]


def test_what_is_no_muscle_burn_is_said_at_the_first_pain_only() -> None:
    it = hurting()
    assert first_words(PainDay("today", TODAY.at)) == (say.FIRST,)
    assert first_words(today_of(it.engine.state, TODAY)) == (say.FIRST,)
    it.press(TellPain(2, "knee", "left"), 23.0)
    assert first_words(today_of(it.engine.state, TODAY)) == ()


def test_this_workout_tells_what_was_told_in_it() -> None:
    it = hurting()
    it.press(TellPain(4, "knee", "left", "none"), 23.0)
    assert today_of(it.engine.state, TODAY).tellings == (Telling("knee", "left", 4, "none", "lunge"),)
