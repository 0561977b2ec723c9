"""Pain in typed lines: one question after the other, what is kept, and that nothing typed goes on with what hurts."""

from __future__ import annotations

from datetime import timedelta

import pytest

from glutetimer.core.pain import advice as say
from glutetimer.core.pain.body_places import Morning
from glutetimer.core.pain.morning import noted
from glutetimer.core.pain.tellings import PainDay, Telling
from glutetimer.core.record.record import MorePain, Result
from glutetimer.core.run.commands import Command, Do, Finish
from glutetimer.core.session.session import Span
from glutetimer.core.tell_pain import tell
from glutetimer.core.values import replace
from glutetimer.plain.choices import HOW_MUCH
from glutetimer.plain.pain import PLACE, SIDE
from glutetimer.plain.pain_questions import Hurting
from tests.helpers.core import each, hold, plan, reps
from tests.helpers.fake_program import FakeLiveRun
from tests.helpers.printed import live, said_by

FLAGS = f"  {say.ASK_FLAGS} Type its number:"
END_EXERCISE = "  Enter or n Go on with the next exercise; q Save and end"


class Hurt:
    """A run that stands for a pain in the left lunge, and what was said."""

    def __init__(self) -> None:
        self.live = FakeLiveRun(plan(each("lunge", 4), hold("plank", 20), order="circuit", rounds=Span(2, 2)))
        self.live.run.start(0.0)
        self.live.clock.t = 22.5
        self.live.run.press(Do.PAIN, 22.5)
        self.said: list[str] = []
        self.hurting = Hurting(lambda told: tell(self.live, told, self.live.clock.now()), self.said.append)

    def types(self, *lines: str) -> list[Command] | None:
        """What the last of these lines asks of the run; the others do what they ask."""
        out: list[Command] | None = None
        for line in lines:
            self.said.clear()
            out = self.hurting.take(f"{line}\n", is_slip=True)
            for command in out or () if line != lines[-1] else ():
                self.live.run.press(command, 23.0)
        return out

    @property
    def result(self) -> tuple[object, ...]:
        one = self.live.run.engine.state.results[0]
        assert isinstance(one, Result)
        return one.pain, one.place, one.pain_side, one.pain_flag

    @property
    def more(self) -> tuple[MorePain, ...]:
        return self.live.run.engine.state.more_pain


def test_a_number_alone_is_asked_further() -> None:
    it = Hurt()
    assert (it.types("4"), it.said) == ([], [PLACE])
    assert (it.types("2"), it.said) == ([], [SIDE])
    assert it.types("l") == []
    assert it.said[0] == FLAGS
    assert it.types("1") == []
    assert it.said[:3] == [f"  {say.GROIN_ONCE}", f"  {say.ENDS_TODAY}", END_EXERCISE]
    assert it.result == (4, "groin or deep hip", "left", "none")


def test_enter_leaves_place_and_side_open_but_no_warning_sign() -> None:
    it = Hurt()
    it.types("4", "", "")
    assert it.said[0] == FLAGS
    assert it.types("") == []
    assert it.said[0] == FLAGS
    assert it.result == (4, "", None, None)


@pytest.mark.parametrize("typed", ["p", " ", "e", "s", "a", "t"])
def test_nothing_typed_goes_on_with_what_hurts(typed: str) -> None:
    """Neither before the warning signs are answered, nor over the limit."""
    it = Hurt()
    it.types("8 knee left")
    assert it.types(typed) == []
    assert it.said[0] == FLAGS
    it.types("1")
    assert it.types(typed) == []
    assert it.said[0] == f"  {say.OVER_LIMIT.format(limit=5)}"


def test_enter_does_what_is_offered_first() -> None:
    it = Hurt()
    assert it.types("8 knee left", "1", "") == [Do.SKIP]
    it = Hurt()
    assert it.types("1 calf left", "2", "") == [Finish()]


def test_what_is_offered_and_the_end_may_be_typed() -> None:
    it = Hurt()
    it.types("8 knee left")
    assert it.types("q") is None
    assert it.types("n") is None
    it.types("1")
    assert it.types("q") is None
    assert it.types("up") is None


def test_a_small_pain_goes_on_as_before() -> None:
    it = Hurt()
    assert it.types("2 knee left", "") is None


def test_another_pain_stays_beside_the_first_and_the_same_one_takes_its_place() -> None:
    it = Hurt()
    it.types("2 knee left", "3 knee left")
    assert (it.result, it.more) == ((3, "knee", "left", None), ())
    it.types("1 calf right", "2")
    assert it.result == (1, "calf", "right", "calf")
    assert it.more == (MorePain(1, 3, "knee", "left"),)


def test_a_sign_outlives_another_number() -> None:
    it = Hurt()
    it.types("2 shin left", "5", "3 shin left")
    assert it.result == (3, "shin", "left", "night")


def test_b_takes_back_what_was_told_last() -> None:
    it = Hurt()
    it.types("2 knee left", "1 calf right", "2")
    assert it.types("b") == [Do.NO_PAIN]
    assert it.said == [HOW_MUCH]


def test_nothing_after_all() -> None:
    it = Hurt()
    assert it.types("0") == [Do.NO_PAIN, Do.BACK]
    assert it.types("4 knee", "l", "6", "0") == [Do.NO_PAIN, Do.BACK]


def test_a_place_of_no_list_is_asked_for_again() -> None:
    it = Hurt()
    it.types("4", "elbow")
    assert it.said == [PLACE]
    assert it.types("deep hip") == []
    assert it.result[1] == "groin or deep hip"


def test_before_anything_is_told_other_lines_are_commands() -> None:
    assert Hurt().types("n") is None


# --- The morning after.


def yesterday(it: FakeLiveRun) -> None:
    at = it.run.workout.started - timedelta(days=1)
    it.pains = (PainDay("before", at, (Telling("knee", "left", 4),), path="x.toml"),)


ASKED = "Your left knee, the morning after? gone / the same / worse: type the word, or leave it open."


@pytest.mark.parametrize(("typed", "answer"), [("gone", "gone"), ("the same", "same"), ("Worse", "worse")])
def test_the_morning_after_is_a_word(typed: str, answer: Morning) -> None:
    it = live(plan(reps("squat", 4)))
    yesterday(it)
    said = said_by(it, {ASKED: f"{typed}\n", noted(answer, PainDay("", it.run.workout.started)): "q\n"}, quick=True)
    assert it.mornings == [("before", answer)]
    assert said.count(ASKED) == 1


def test_unanswered_it_stays_open() -> None:
    it = live(plan(reps("squat", 4)))
    yesterday(it)
    said_by(it, {ASKED: "q\n"}, quick=True)
    assert it.mornings == []


def test_where_nobody_can_type_or_nobody_knows_the_file_it_is_not_asked() -> None:
    it = live(plan(reps("squat", 4)))
    yesterday(it)
    assert ASKED not in said_by(it, {}, None)
    it = live(plan(reps("squat", 4)))
    yesterday(it)
    it.pains = (replace(it.pains[0], path=""),)
    assert ASKED not in said_by(it, {}, quick=True)
