"""The form breaks: what counts, what is asked, how it goes on."""

from __future__ import annotations

import pytest

from glutetimer.core.record.record import Result
from glutetimer.core.run import events as ev
from glutetimer.core.run.commands import Correct, Do, NameCue
from tests.helpers.core import Doing, each, hold, reps

# Left 15-27, switch, right 32-44, rest 44-74, plank 74-94.
EXERCISES = (each("kick", 4), hold("plank", 20))


def test_form_broke_freezes_the_bout_one_rep_back() -> None:
    doing = Doing(*EXERCISES)
    assert doing.press(Do.FORM_BROKE, 25.5) == [
        ev.BoutEnded(25.5, 1, 0, "form-broke", 2, 10.5, "program"),
        ev.FormBroke(25.5, 1, 0, 1),
    ]


def test_form_broke_before_the_first_rep_is_no_rep() -> None:
    doing = Doing(*EXERCISES)
    doing.press(Do.FORM_BROKE, 16.0)
    assert doing.result(0).done == 0


@pytest.mark.parametrize(("at", "done"), [(15.0 + 3 * 7 + 0.5, 3), (15.0 + 3 * 6 + 0.5, 2)])
def test_form_broke_takes_one_turn_back_where_sides_take_turns(at: float, done: int) -> None:
    doing = Doing(each("swap", 5, sides="alternate"))
    doing.press(Do.FORM_BROKE, at)
    assert doing.result(0).done == done


def test_form_broke_in_a_hold_keeps_the_seconds() -> None:
    doing = Doing(hold("plank", 20))
    doing.press(Do.FORM_BROKE, 27.5)
    assert doing.results == (Result("form-broke", 12, 12.5, "program"),)


def test_nobody_knows_the_reps_of_ones_own_pace_but_the_runner() -> None:
    doing = Doing(reps(count=8, pace="own"))
    doing.press(Do.FORM_BROKE, 27.5)
    doing.press(Correct(5))
    assert (doing.result(0).done, doing.result(0).counted_by) == (5, "hand")


def test_unanswered_for_fifteen_seconds_it_goes_on_to_the_rest() -> None:
    doing = Doing(*EXERCISES)
    doing.press(Do.FORM_BROKE, 40.0)
    assert doing.to(54.9) == []
    assert doing.to(55.0) == [ev.RestStarted(55.0, 4, 2, 30.0)]


def test_the_cue_that_went_first_is_written_down_and_the_rest_begins() -> None:
    doing = Doing(*EXERCISES)
    doing.press(Do.FORM_BROKE, 40.0)
    assert doing.press(NameCue("Hip straight"), 43.0) == [
        ev.BoutAmended(43.0, 3, 1),
        ev.RestStarted(43.0, 4, 2, 30.0),
    ]
    assert doing.result(1).reason == "Hip straight"


@pytest.mark.parametrize("key", [Do.MAIN, Do.GO_ON])
def test_one_key_goes_on_without_a_cue(key: Do) -> None:
    doing = Doing(*EXERCISES)
    doing.press(Do.FORM_BROKE, 40.0)
    assert doing.press(key, 43.0) == [ev.RestStarted(43.0, 4, 2, 30.0)]


def test_pausing_while_asked_keeps_the_question_open() -> None:
    doing = Doing(*EXERCISES)
    doing.press(Do.FORM_BROKE, 40.0)
    doing.press(Do.PAUSE, 45.0)
    doing.press(Do.GO_ON, 100.0)
    assert doing.view.seconds == 10.0


def test_the_frozen_count_can_be_corrected_but_not_beyond_the_target() -> None:
    doing = Doing(*EXERCISES)
    doing.press(Do.FORM_BROKE, 25.5)
    assert doing.press(Correct(1)) == [ev.BoutAmended(25.5, 1, 0)]
    assert doing.results[0] == Result("form-broke", 3, 10.5, "hand")
    doing.press(Correct(9))
    assert doing.result(0).done == 4
    assert doing.press(Correct(1)) == []


def test_the_second_time_in_an_exercise_says_so() -> None:
    doing = Doing(*EXERCISES)
    doing.press(Do.FORM_BROKE, 20.0)
    doing.press(Do.MAIN, 21.0)
    assert doing.press(Do.FORM_BROKE, 30.0)[1] == ev.FormBroke(30.0, 3, 1, 2)


def test_the_second_time_in_the_same_bout_says_so_too() -> None:
    doing = Doing(*EXERCISES)
    doing.press(Do.FORM_BROKE, 20.0)
    doing.press(Do.AGAIN, 22.0)
    assert doing.press(Do.FORM_BROKE, 30.0)[1] == ev.FormBroke(30.0, 1, 0, 2)


def test_another_exercise_begins_at_one() -> None:
    doing = Doing(*EXERCISES)
    doing.press(Do.FORM_BROKE, 40.0)
    doing.press(Do.MAIN, 41.0)
    assert doing.press(Do.FORM_BROKE, 80.0)[1] == ev.FormBroke(80.0, 5, 2, 1)


def test_in_a_count_in_nothing_has_broken_yet() -> None:
    doing = Doing(*EXERCISES)
    doing.press(Do.BACK, 20.0)
    assert doing.press(Do.FORM_BROKE, 21.0) == []


def test_only_a_broken_form_counts_as_one() -> None:
    doing = Doing(*EXERCISES)
    assert doing.press(Do.FORM_BROKE, 40.0)[1] == ev.FormBroke(40.0, 3, 1, 1)
