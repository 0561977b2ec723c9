"""Back takes back what the last key ended, skipped, eased or jumped: whole, until another bout has ended."""

from __future__ import annotations

import pytest

from glutetimer.core.run import events as ev
from glutetimer.core.run.commands import Command, Correct, Do, Jump, NameCue, TellPain
from glutetimer.core.session.session import Span, Variant
from tests.helpers.core import Doing, each, hold, names, reps

THREE = Span(3, 3)
BENT = Variant("bent", "Bent knees", "Bend both knees")


def outcomes(doing: Doing) -> list[str | None]:
    return [result.outcome if result else None for result in doing.results]


def done(doing: Doing) -> list[int | None]:
    return [result.done if result else None for result in doing.results]


def test_a_skip_in_the_first_of_three_sets_comes_back_whole() -> None:
    """The reps that were done, and all three sets."""
    doing = Doing(reps("squat", 4), hold("plank"), rounds=THREE)
    doing.press(Do.SKIP, 22.5)
    assert outcomes(doing) == ["short", "skipped", "skipped", None, None, None]
    events = doing.press(Do.BACK, 30.0)
    assert events[0] == ev.TakenBack(30.0, 1, 0, "skipped", (0, 1, 2))
    assert (outcomes(doing), doing.view.index, doing.view.count) == ([None] * 6, 0, 2)
    doing.to(33.0 + 6.0)
    assert done(doing)[:2] == [4, None]


def test_a_skip_says_what_it_skipped() -> None:
    doing = Doing(reps("squat", 4), hold("plank"), rounds=THREE)
    assert ev.Skipped(22.5, 3, 1, (1, 2)) in doing.press(Do.SKIP, 22.5)


def test_a_skip_in_a_rest_comes_back_as_a_rest() -> None:
    doing = Doing(reps("a"), reps("b"), reps("c"))
    doing.press(Do.SKIP, 40.0)
    assert names(doing.press(Do.BACK, 45.0)) == ["TakenBack", "RestStarted"]
    assert (doing.view.stage, doing.view.index, outcomes(doing)) == ("rest", 1, ["done", None, None])


def test_a_skip_in_the_set_up_comes_back_as_a_set_up() -> None:
    doing = Doing(reps("a"), reps("b"))
    doing.press(Do.SKIP, 5.0)
    assert names(doing.press(Do.BACK, 8.0)) == ["TakenBack", "SetupStarted"]
    assert doing.view.index == 0


def test_two_skips_come_back_one_after_the_other() -> None:
    doing = Doing(reps("a"), reps("b"), reps("c"))
    doing.press(Do.SKIP, 5.0)
    doing.press(Do.SKIP, 8.0)
    doing.press(Do.BACK, 10.0)
    assert outcomes(doing) == ["skipped", None, None]
    doing.press(Do.BACK, 13.0)
    assert outcomes(doing) == [None, None, None]


def test_once_the_next_bout_has_ended_a_skip_stays() -> None:
    doing = Doing(reps("a"), reps("b"), reps("c"))
    doing.press(Do.SKIP, 5.0)
    doing.to(40.0)
    assert (doing.view.stage, doing.view.index) == ("rest", 2)
    doing.press(Do.BACK)
    assert (outcomes(doing)[:2], doing.view.index) == (["skipped", "done"], 1)


def test_while_the_next_bout_runs_a_skip_comes_back_with_time_to_get_there() -> None:
    doing = Doing(reps("a", posture="side"), reps("b"), reps("c"))
    doing.press(Do.SKIP, 21.5)
    doing.to(55.0)
    assert (doing.view.stage, doing.view.index) == ("reps", 1)
    assert ev.LeadStarted(55.0, 1, 0, 10.0) in doing.press(Do.BACK)


def test_a_jump_comes_back_with_all_that_it_jumped_over() -> None:
    doing = Doing(reps("a"), reps("b"), reps("c"), reps("d"))
    doing.press(Jump(3), 22.5)
    assert outcomes(doing) == ["short", "skipped", "skipped", None]
    doing.press(Do.BACK, 26.0)
    assert (outcomes(doing), doing.view.index, doing.view.count) == ([None] * 4, 0, 2)


def test_a_jump_back_comes_back_to_where_it_was() -> None:
    doing = Doing(reps("a"), reps("b"), reps("c"))
    doing.press(Jump(0), 80.0)
    assert names(doing.press(Do.BACK, 85.0)) == ["TakenBack", "RestStarted"]
    assert doing.view.index == 2


def test_easier_comes_back_and_the_reps_since_stay() -> None:
    doing = Doing(each("kick", 6, easier=(BENT,)))
    doing.press(Do.EASIER, 22.0)
    doing.to(22.0 + 3.0 + 4.0)
    assert (doing.view.bout.exercise.name, doing.view.count) == ("Bent knees", 3)
    events = doing.press(Do.BACK)
    assert (events[0], names(events)[1]) == (ev.TakenBack(29.0, 1, 0, "eased", ()), "LeadStarted")
    assert (doing.view.bout.exercise.name, doing.view.count) == ("Kick", 3)
    assert {bout.exercise.name for bout in doing.engine.state.plan.bouts} == {"Kick"}


def test_easier_that_ended_the_bout_comes_back_with_it() -> None:
    doing = Doing(reps("squat", 6), reps("b"))
    doing.press(Do.EASIER, 27.5)
    assert outcomes(doing) == ["done", None]
    doing.press(Do.BACK, 30.0)
    assert (outcomes(doing), doing.view.bout.target, doing.view.count) == ([None, None], 6, 4)


def test_easier_in_a_rest_comes_back_and_the_rest_goes_on() -> None:
    off = Variant("off", "No band", "Without the band", band="none")
    doing = Doing(reps("a"), reps("b", band="knees", easier=(off,)))
    doing.press(Do.EASIER, 40.0)
    doing.press(Do.BACK, 42.0)
    assert (doing.view.stage, doing.view.changes, doing.view.seconds) == ("rest", ("band",), 15.0)


def test_a_pace_chosen_since_stays() -> None:
    doing = Doing(reps("a"), reps("b", 9))
    for at, key in ((40.0, Do.EASIER), (41.0, Do.PACE), (42.0, Do.BACK)):
        doing.press(key, at)
    bout = doing.view.bout
    assert (bout.target, bout.pace) == (9, "tap")


def test_a_broken_form_comes_back_with_its_rep_and_its_cue() -> None:
    doing = Doing(reps("a", 6), reps("b"))
    for at, key in ((25.5, Do.FORM_BROKE), (27.0, NameCue("Slow")), (35.0, Do.BACK)):
        doing.press(key, at)
    assert (outcomes(doing), doing.view.count) == ([None, None], 3)


def test_the_last_tap_comes_back() -> None:
    doing = Doing(reps("squat", 3, pace="tap"), reps("b"))
    for at in (16.0, 17.0, 18.0):
        doing.press(Do.MAIN, at)
    doing.press(Do.BACK, 20.0)
    assert (outcomes(doing), doing.view.count) == ([None, None], 2)


def test_ones_own_bout_goes_on_with_its_seconds() -> None:
    doing = Doing(reps("squat", 8, pace="own"), reps("b"))
    doing.press(Do.MAIN, 25.0)
    doing.press(Do.BACK, 30.0)
    doing.press(Do.MAIN, 40.0)
    assert (doing.result(0).done, doing.result(0).seconds) == (8, 17.0)


def test_a_count_corrected_to_the_target_comes_back() -> None:
    doing = Doing(reps("squat", 6), reps("b"))
    doing.press(Correct(4), 22.0)
    assert outcomes(doing) == ["done", None]
    doing.press(Do.BACK, 24.0)
    assert (outcomes(doing), doing.view.count) == ([None, None], 2)


def test_a_count_corrected_since_is_gone_on_from() -> None:
    doing = Doing(reps("squat", 6), reps("b"))
    for at, key in ((22.5, Do.MAIN), (24.0, Correct(1)), (26.0, Do.BACK)):
        doing.press(key, at)
    assert doing.view.count == 3
    doing.out()
    assert doing.result(0).counted_by == "hand"


def test_run_time_is_never_taken_back() -> None:
    doing = Doing(reps("a"), reps("b"))
    doing.press(Do.SKIP, 20.0)
    doing.press(Do.BACK, 29.0)
    assert doing.engine.state.t == 29.0


def test_rests_are_never_taken_back() -> None:
    """5 s before the end was taken back, and 30 s after it came again."""
    doing = Doing(reps("a"), reps("b"))
    doing.press(Do.MAIN, 22.5)
    doing.press(Do.BACK, 27.5)
    doing.out()
    assert (doing.result(0).done, doing.result(0).rest) == (4, 35.0)


def test_a_pain_told_in_between_is_never_taken_back() -> None:
    doing = Doing(reps("a"), reps("b"))
    presses: list[tuple[float, Command]] = [
        (22.5, Do.MAIN), (24.0, Do.PAIN), (24.0, TellPain(4, "knee", "left")), (26.0, Do.GO_ON), (28.0, Do.BACK),
    ]  # fmt: skip
    for at, key in presses:
        doing.press(key, at)
    assert (doing.view.index, doing.view.count, doing.result(0).pain) == (0, 2, 4)
    doing.out()
    assert (doing.result(0).done, doing.result(0).outcome, doing.result(0).pain) == (4, "done", 4)


def test_after_a_told_pain_back_is_the_bout_again() -> None:
    doing = Doing(reps("a"), reps("b"))
    doing.press(Do.PAIN, 22.5)
    doing.press(TellPain(4, "knee", "left"))
    doing.press(Do.GO_ON, 26.0)
    doing.press(Do.BACK, 28.0)
    assert (doing.view.count, doing.result(0).outcome, doing.result(0).pain) == (0, "pain", 4)


def test_a_pain_that_was_passed_on_from_is_no_slip_of_the_hand() -> None:
    doing = Doing(reps("a"), reps("b"))
    doing.press(Do.PAIN, 22.5)
    doing.press(Do.GO_ON, 26.0)
    assert doing.view.undo is None
    doing.press(Do.BACK, 28.0)
    assert doing.result(0).outcome == "pain"


def test_what_is_skipped_after_a_pain_comes_back_and_the_pain_stays() -> None:
    doing = Doing(each("kick", 4), reps("b"), rounds=Span(2, 2))
    doing.press(Do.PAIN, 22.5)
    doing.press(TellPain(4, "knee", "left"))
    doing.press(Do.SKIP, 30.0)
    assert outcomes(doing)[:4] == ["pain", "skipped", "skipped", "skipped"]
    doing.press(Do.BACK, 35.0)
    assert outcomes(doing)[:4] == ["pain", None, None, None]
    assert (doing.view.index, doing.result(0).pain) == (1, 4)


def test_from_a_pause_it_is_taken_back_too() -> None:
    doing = Doing(reps("a"), reps("b"))
    doing.press(Do.SKIP, 20.0)
    doing.press(Do.PAUSE, 21.0)
    assert names(doing.press(Do.BACK, 25.0))[:3] == ["Resumed", "TakenBack", "LeadStarted"]


@pytest.mark.parametrize("key", [Do.GO_ON, Do.PAUSE, Do.AGAIN])
def test_what_ends_nothing_leaves_nothing_to_take_back(key: Do) -> None:
    doing = Doing(reps("a"), reps("b"))
    doing.press(key, 5.0)
    assert doing.view.undo is None
