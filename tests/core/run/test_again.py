"""A bout done again keeps the better count, any broken form, and the higher pain of both."""

from __future__ import annotations

import pytest

from glutetimer.core.record.record import Result
from glutetimer.core.run.actions.again import merged
from glutetimer.core.run.commands import Correct, Do, TellPain
from tests.helpers.core import Doing, hold, reps

DONE = Result("done", 3, 9.0, "program")
SHORT = Result("short", 1, 3.0, "tap")
BROKE = Result("form-broke", 2, 7.0, "program", reason="Slow")
HURT = Result("pain", 2, 7.0, "program", pain=6, place="knee", pain_side="left")

UNKNOWN = Result("short", None, 5.0, "hand")

CASES: list[tuple[Result, Result, tuple[str, int | None, float, str, str, int | None, str]]] = [
    # before, now -> outcome, done, seconds, counted by, reason, pain, place
    (DONE, SHORT, ("done", 3, 9.0, "program", "", None, "")),
    (SHORT, DONE, ("done", 3, 9.0, "program", "", None, "")),
    (BROKE, DONE, ("form-broke", 3, 9.0, "program", "Slow", None, "")),
    (DONE, BROKE, ("form-broke", 3, 9.0, "program", "Slow", None, "")),
    (HURT, DONE, ("done", 3, 9.0, "program", "", 6, "knee")),
    (HURT, SHORT, ("short", 2, 7.0, "program", "", 6, "knee")),
    (DONE, Result("pain", 1, 2.0, "program"), ("pain", 3, 9.0, "program", "", None, "")),
    (Result("pain", 1, 2.0, "program"), DONE, ("pain", 3, 9.0, "program", "", None, "")),
    (BROKE, HURT, ("pain", 2, 7.0, "program", "Slow", 6, "knee")),
    (UNKNOWN, SHORT, ("short", 1, 3.0, "tap", "", None, "")),
    (DONE, UNKNOWN, ("done", 3, 9.0, "program", "", None, "")),
    (Result("short", 0, 2.0, "program"), UNKNOWN, ("short", None, 5.0, "hand", "", None, "")),
    (Result("skipped", 0, 0.0, "program"), SHORT, ("short", 1, 3.0, "tap", "", None, "")),
]


@pytest.mark.parametrize(("before", "now", "kept"), CASES)
def test_what_is_kept_of_both(before: Result, now: Result, kept: tuple[object, ...]) -> None:
    both = merged(now, before)
    assert (both.outcome, both.done, both.seconds, both.counted_by, both.reason, both.pain, both.place) == kept


def test_three_of_three_stays_where_back_was_an_accident() -> None:
    doing = Doing(reps("a", 3), reps("b"))
    doing.to(26.0)
    doing.press(Do.BACK)
    doing.press(Do.MAIN, 33.0)
    assert (doing.result(0).outcome, doing.result(0).done) == ("done", 3)


def test_it_can_be_corrected_by_hand_all_the_same_downwards_too() -> None:
    doing = Doing(reps("a", 3), reps("b"))
    for at, key in ((26.0, Do.BACK), (33.0, Do.MAIN)):
        doing.press(key, at)
    doing.press(Correct(-2), 35.0)
    assert (doing.result(0).outcome, doing.result(0).done, doing.result(0).counted_by) == ("short", 1, "hand")


def test_a_hold_keeps_its_longer_seconds() -> None:
    doing = Doing(hold("plank", 20), reps())
    doing.press(Do.BACK, 40.0)
    doing.press(Do.MAIN, 50.0)
    assert (doing.result(0).done, doing.result(0).seconds) == (20, 20.0)


@pytest.mark.parametrize(("first", "second", "kept"), [(6, 3, 6), (3, 6, 6)])
def test_the_higher_pain_is_kept_with_its_place(first: int, second: int, kept: int) -> None:
    doing = Doing(reps("a"), reps("b"))
    for start, score, place in ((22.0, first, "knee"), (40.0, second, "hip")):
        doing.press(Do.PAIN, start)
        doing.press(TellPain(score, place, "left"))
        doing.press(Do.AGAIN, start + 5.0)
    assert (doing.result(0).pain, doing.result(0).place) == (kept, "knee" if first == kept else "hip")
