"""Form, pain, skipping, jumping, finishing: whatever ends something before its time."""

from __future__ import annotations

import pytest
from builders import Doing, each, hold, names, reps

from glutetimer.core import events as ev
from glutetimer.core.commands import Correct, Do, Finish, Jump, NameCue, TellPain
from glutetimer.core.record import Result
from glutetimer.core.session import Exercise, Span

# Left 15-27, switch, right 32-44, rest 44-74, plank 74-94.
EXERCISES = (each("kick", 4), hold("plank", 20))
UNREACHED = Result("not-reached", 0, 0.0, "program")
SKIPPED = Result("skipped", 0, 0.0, "program")


def outcomes(doing: Doing) -> list[str | None]:
    return [result.outcome if result else None for result in doing.results]


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


def test_pain_stops_everything_at_once() -> None:
    doing = Doing(*EXERCISES)
    assert doing.press(Do.PAIN, 22.5) == [
        ev.BoutEnded(22.5, 1, 0, "pain", 2, 7.5, "program"),
        ev.PainFelt(22.5, 1, 0),
        ev.Paused(22.5, 1, 0, "pain"),
    ]
    assert doing.to(1000.0) == []
    assert doing.press(Do.PAIN) == []


def test_pain_in_a_pause_needs_no_going_on() -> None:
    doing = Doing(*EXERCISES)
    doing.press(Do.PAUSE, 22.5)
    assert names(doing.press(Do.PAIN, 25.0)) == ["BoutEnded", "PainFelt", "Paused"]
    assert doing.engine.paused == "pain"


def test_pain_is_told_to_the_bout() -> None:
    doing = Doing(*EXERCISES)
    doing.press(Do.PAIN, 22.5)
    assert doing.press(TellPain(4, "knee", "left")) == [ev.BoutAmended(22.5, 1, 0)]
    assert doing.results[0] == Result("pain", 2, 7.5, "program", pain=4, place="knee", pain_side="left")


def test_pain_in_a_rest_is_told_to_the_bout_before_and_takes_nothing_from_it() -> None:
    doing = Doing(*EXERCISES)
    assert names(doing.press(Do.PAIN, 50.0)) == ["PainFelt", "Paused"]
    doing.press(TellPain(4, "knee"))
    assert doing.results[1] == Result("done", 4, 12.0, "program", pain=4, place="knee")
    doing.press(Do.GO_ON, 90.0)
    doing.out()
    assert outcomes(doing) == ["done", "done", "done"]


def test_pain_in_the_set_up_has_no_bout_to_be_told_to() -> None:
    doing = Doing(*EXERCISES)
    doing.press(Do.PAIN, 5.0)
    assert doing.press(TellPain(4, "knee")) == []
    doing.press(Do.GO_ON, 9.0)
    assert doing.press(TellPain(4, "knee")) == []


def test_pain_is_told_only_while_the_clock_stands_for_it() -> None:
    doing = Doing(*EXERCISES)
    doing.press(Do.PAIN, 22.5)
    doing.press(Do.GO_ON, 30.0)
    assert doing.press(TellPain(4, "knee")) == []
    assert doing.press(Do.OTHER_SIDE) == []


def test_pain_before_a_bout_is_done_again_leaves_its_result() -> None:
    doing = Doing(*EXERCISES)
    doing.press(Do.BACK, 28.0)
    doing.press(Do.PAIN, 29.0)
    assert doing.results[0] == Result("done", 4, 12.0, "program")
    assert names(doing.press(Do.GO_ON, 40.0))[:2] == ["Resumed", "LeadStarted"]


def test_pain_in_the_count_in_of_a_bout_without_a_result_ends_it() -> None:
    doing = Doing(*EXERCISES)
    doing.press(Do.BACK, 20.0)
    doing.press(Do.PAIN, 21.0)
    assert doing.result(0).outcome == "pain"


def test_a_pain_stays_written_when_the_bout_is_done_again() -> None:
    doing = Doing(*EXERCISES)
    doing.press(Do.PAIN, 22.5)
    doing.press(TellPain(4, "knee", "left"))
    doing.press(Do.AGAIN, 30.0)
    doing.out()
    assert doing.results[0] == Result("done", 4, 12.0, "program", pain=4, place="knee", pain_side="left")


def test_after_pain_going_on_leads_to_the_next_bout() -> None:
    doing = Doing(*EXERCISES)
    doing.press(Do.PAIN, 22.5)
    assert doing.press(Do.GO_ON, 60.0) == [ev.Resumed(22.5, 1, 0), ev.SwitchStarted(22.5, 2, 1, 5.0)]


def test_after_pain_the_other_side_only() -> None:
    doing = Doing(each("kick", 4), hold("plank"), rounds=Span(2, 2))
    doing.press(Do.PAIN, 22.5)
    events = doing.press(Do.OTHER_SIDE, 30.0)
    assert names(events) == ["Resumed", "BoutEnded", "SwitchStarted"]
    assert outcomes(doing) == ["pain", None, "skipped", None, None, None]


def test_pain_while_asked_about_form_still_offers_the_other_side() -> None:
    doing = Doing(*EXERCISES, rounds=Span(2, 2))
    doing.press(Do.FORM_BROKE, 20.0)
    doing.press(Do.PAIN, 21.0)
    doing.press(Do.OTHER_SIDE, 30.0)
    assert outcomes(doing)[:4] == ["form-broke", None, "skipped", None]


def test_without_sides_there_is_no_other_side() -> None:
    doing = Doing(reps("squat"), hold("plank"), rounds=Span(2, 2))
    doing.press(Do.PAIN, 22.5)
    assert doing.press(Do.OTHER_SIDE, 30.0) == []
    assert doing.engine.paused == "pain"


def test_the_other_side_from_a_rest_goes_on_resting_before_another_bout() -> None:
    doing = Doing(*EXERCISES, rounds=Span(1, 1))
    doing.press(Do.PAIN, 30.0)
    doing.press(Do.OTHER_SIDE, 40.0)
    assert (doing.view.index, doing.view.stage, outcomes(doing)) == (1, "ready", ["done", None, None])


def test_naming_a_cue_answers_no_question_about_pain() -> None:
    doing = Doing(*EXERCISES)
    doing.press(Do.PAIN, 22.5)
    assert doing.press(NameCue("hips")) == []


def test_skipping_leaves_out_what_is_open_of_the_exercise() -> None:
    doing = Doing(each("kick"), hold("plank"), rounds=Span(2, 2))
    doing.press(Do.SKIP, 50.0)
    assert outcomes(doing) == ["done", "done", "skipped", "skipped", None, None]
    assert doing.view.bout.exercise.id == "plank"
    assert doing.results[2] == SKIPPED


def test_reps_already_done_in_a_skipped_bout_stay() -> None:
    doing = Doing(*EXERCISES)
    doing.press(Do.SKIP, 22.5)
    assert doing.results[:2] == (Result("short", 2, 7.5, "program"), SKIPPED)


def test_even_one_rep_stays() -> None:
    doing = Doing(*EXERCISES)
    doing.press(Do.SKIP, 19.0)
    assert doing.result(0).outcome == "short"


def test_a_bout_skipped_before_its_first_rep_is_skipped() -> None:
    doing = Doing(*EXERCISES)
    doing.press(Do.SKIP, 16.0)
    assert doing.results[0] == SKIPPED


def test_a_hold_past_its_target_is_done_even_when_the_rest_is_skipped() -> None:
    doing = Doing(hold("plank", 20, pace="tap"), rounds=Span(2, 2))
    doing.press(Do.SKIP, 40.0)
    assert outcomes(doing) == ["done", "skipped"]


def test_skipping_the_last_exercise_ends_the_run() -> None:
    doing = Doing(*EXERCISES)
    assert names(doing.press(Do.SKIP, 80.0)) == ["BoutEnded", "Finished"]


def test_skipping_while_asked_leaves_the_exercise_for_today() -> None:
    doing = Doing(*EXERCISES)
    doing.press(Do.FORM_BROKE, 20.0)
    doing.press(Do.SKIP, 22.0)
    assert outcomes(doing) == ["form-broke", "skipped", None]


@pytest.mark.parametrize("key", [Do.SKIP, Finish(), Jump(2)])
def test_a_finished_bout_that_is_done_again_is_not_lost(key: Do | Finish | Jump) -> None:
    doing = Doing(*EXERCISES)
    doing.press(Do.BACK, 29.0)
    doing.press(key, 29.0 + 3.0 + 7.0)
    assert doing.results[0] == Result("done", 4, 12.0, "program")


def test_a_rest_begun_anew_adds_to_the_rest_taken() -> None:
    doing = Doing(reps("a"), reps("b"), reps("c"))
    doing.press(Do.SKIP, 37.0)
    doing.press(Do.MAIN, 57.0)
    assert doing.result(0).rest == 30.0


def test_jumping_forward_skips_what_lies_between_and_prepares() -> None:
    doing = Doing(*EXERCISES)
    assert doing.press(Jump(2), 22.5) == [
        ev.BoutEnded(22.5, 1, 0, "short", 2, 7.5, "program"),
        ev.BoutEnded(22.5, 3, 1, "skipped", 0, 0.0, "program"),
        ev.RestStarted(22.5, 4, 2, 30.0),
    ]


def test_jumping_back_prepares_and_then_goes_on_with_what_is_open() -> None:
    doing = Doing(*EXERCISES)
    assert doing.press(Jump(0), 50.0)[0] == ev.SwitchStarted(50.0, 0, 0, 5.0)
    doing.out()
    assert [event.bout for event in doing.events if isinstance(event, ev.BoutStarted)] == [0, 1, 0, 2]


def test_jumping_before_anything_was_done_is_a_set_up() -> None:
    doing = Doing(*EXERCISES)
    assert doing.press(Jump(2), 5.0)[-1] == ev.SetupStarted(5.0, 4, 2, 15.0)


def test_a_jump_past_kit_and_floor_gives_time_for_both() -> None:
    doing = Doing(reps("a"), reps("b"), reps("c", band="knees", posture="back"), rest=5)
    assert doing.press(Jump(2), 28.0)[-1] == ev.RestStarted(28.0, 4, 2, 20.0)


def test_finishing_keeps_the_reps_and_says_what_was_never_begun() -> None:
    doing = Doing(*EXERCISES)
    assert doing.press(Finish(), 22.5)[-1] == ev.Finished(22.5, 1, 0, "early")
    assert doing.results == (Result("short", 2, 7.5, "program"), UNREACHED, UNREACHED)


@pytest.mark.parametrize("exercise", [reps(), reps(pace="own"), hold()])
def test_a_bout_that_was_begun_is_not_unreached(exercise: Exercise) -> None:
    doing = Doing(exercise)
    doing.press(Finish(), 15.5)
    assert (doing.result(0).outcome, doing.result(0).done, doing.result(0).seconds) == ("short", 0, 0.5)


def test_a_bout_that_was_only_prepared_is_unreached() -> None:
    doing = Doing(*EXERCISES)
    doing.press(Finish(), 30.0)
    assert outcomes(doing) == ["done", "not-reached", "not-reached"]


def test_finishing_in_a_rest_keeps_the_rest_so_far() -> None:
    doing = Doing(*EXERCISES)
    doing.press(Finish(), 50.0)
    assert doing.result(1).rest == 6.0


def test_ending_in_the_last_bout_leaves_nothing_out() -> None:
    doing = Doing(*EXERCISES)
    assert doing.press(Finish(), 80.0)[-1] == ev.Finished(80.0, 5, 2, "finished")


def test_discarding_says_so() -> None:
    doing = Doing(*EXERCISES)
    assert doing.press(Finish(keep=False), 22.5) == [ev.Finished(22.5, 1, 0, "discarded")]


def test_after_the_end_no_command_does_anything() -> None:
    doing = Doing(*EXERCISES)
    doing.press(Finish(), 22.5)
    assert [doing.press(command, 30.0) for command in (*Do, Correct(1), Jump(0), Finish(keep=False))] == [[]] * 14
