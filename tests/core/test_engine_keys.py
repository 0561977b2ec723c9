"""What the main key does, what Back does, and what repeated keys do not do."""

from __future__ import annotations

import pytest
from builders import Doing, each, hold, names, reps

from glutetimer.core import events as ev
from glutetimer.core.commands import Do, Finish, Jump
from glutetimer.core.record import Result

# Left 15-27, switch, right 32-44, rest, plank 74-94.
EXERCISES = (each("kick", 4), hold("plank", 20))


def ended(events: list[ev.Event]) -> list[tuple[int, str, int]]:
    return [(event.bout, event.outcome, event.done) for event in events if isinstance(event, ev.BoutEnded)]


def counts(events: list[ev.Event]) -> list[int]:
    return [event.count for event in events if isinstance(event, ev.RepDone | ev.Recounted)]


@pytest.mark.parametrize(("at", "bout"), [(5.0, 0), (28.0, 1), (50.0, 2)])
def test_in_a_break_the_main_key_starts_now(at: float, bout: int) -> None:
    doing = Doing(*EXERCISES)
    assert doing.press(Do.MAIN, at)[0] == ev.BoutStarted(at, 2 * bout + 1, bout)


def test_a_rest_that_was_cut_short_is_written_as_it_was() -> None:
    doing = Doing(*EXERCISES)
    doing.press(Do.MAIN, 50.5)
    assert doing.result(1).rest == 6.5


def test_the_main_key_ends_a_counted_bout_with_the_reps_so_far() -> None:
    doing = Doing(*EXERCISES)
    events = doing.press(Do.MAIN, 22.5)
    assert events == [ev.BoutEnded(22.5, 1, 0, "short", 2, 7.5, "program"), ev.SwitchStarted(22.5, 2, 1, 5.0)]


def test_the_main_key_ends_a_hold_at_the_whole_seconds_held() -> None:
    doing = Doing(hold("plank", 20))
    assert ended(doing.press(Do.MAIN, 27.9)) == [(0, "short", 12)]


@pytest.mark.parametrize(("pace", "counted_by"), [("tap", "tap"), ("own", "hand")])
def test_a_hold_past_its_target_saves_the_true_seconds(pace: str, counted_by: str) -> None:
    doing = Doing(hold("plank", 20, pace=pace))
    doing.press(Do.MAIN, 48.25)
    assert doing.results == (Result("done", 33, 33.25, counted_by),)  # type: ignore[arg-type]


def test_whole_seconds_are_whole_whatever_the_clock_reads() -> None:
    doing = Doing(reps("a", 1, tempo=EXERCISES[0].tempo[:1]), hold("plank", 20, pace="own"), rest=0)
    doing.press(Do.MAIN, 7.7)
    doing.press(Do.MAIN, 8.7 + 20.0)
    assert doing.result(1).done == 20


def test_in_tap_pace_a_press_is_a_rep_and_the_last_one_ends_the_bout() -> None:
    doing = Doing(reps("squat", 3, pace="tap"))
    doing.to(15.0)
    for at in (17.0, 19.0, 21.0):
        doing.press(Do.MAIN, at)
    assert counts(doing.events) == [1, 2, 3]
    assert doing.results == (Result("done", 3, 6.0, "tap"),)


def test_in_tap_pace_turns_are_tapped() -> None:
    doing = Doing(each("swap", 2, pace="tap", sides="alternate"))
    for at in (16.0, 17.0, 18.0, 19.0):
        doing.press(Do.MAIN, at)
    assert ended(doing.events) == [(0, "done", 2)]


def test_in_own_pace_one_press_is_all_reps() -> None:
    doing = Doing(reps("squat", 8, pace="own"))
    doing.press(Do.MAIN, 40.0)
    assert doing.results == (Result("done", 8, 25.0, "hand"),)


def test_the_main_key_after_the_last_bout_ends_the_run() -> None:
    doing = Doing(reps("squat"))
    assert names(doing.press(Do.MAIN, 20.0)) == ["BoutEnded", "Finished"]


def test_back_begins_the_bout_again_after_three_seconds() -> None:
    doing = Doing(*EXERCISES)
    assert doing.press(Do.BACK, 22.5) == [ev.LeadStarted(22.5, 1, 0, 3.0), ev.CountIn(22.5, 1, 0, 3)]
    assert doing.to(25.5)[2:] == [ev.BoutStarted(25.5, 1, 0), ev.PhaseStarted(25.5, 1, 0, 1, 0, "up")]
    assert ended(doing.to(37.5)) == [(0, "done", 4)]


def test_back_in_a_break_repeats_the_bout_before_it() -> None:
    doing = Doing(*EXERCISES)
    assert doing.press(Do.BACK, 50.0)[0] == ev.LeadStarted(50.0, 3, 1, 3.0)


def test_back_in_the_set_up_begins_it_again() -> None:
    doing = Doing(*EXERCISES)
    assert doing.press(Do.BACK, 10.0) == [ev.SetupStarted(10.0, 0, 0, 15.0)]


@pytest.mark.parametrize(("posture", "lead"), [("standing", 5.0), ("side", 10.0)])
def test_back_twice_goes_to_the_bout_before_with_time_to_get_there(posture: str, lead: float) -> None:
    doing = Doing(each("kick", 4, posture=posture))
    doing.press(Do.BACK, 40.0)
    assert doing.press(Do.BACK, 41.9)[0] == ev.LeadStarted(41.9, 1, 0, lead)


def test_it_is_the_bout_before_that_may_be_on_the_floor() -> None:
    doing = Doing(reps("a", posture="side"), reps("b"), reps("c"))
    doing.press(Do.BACK, 60.0)
    assert doing.press(Do.BACK, 61.0)[0] == ev.LeadStarted(61.0, 1, 0, 10.0)


def test_back_twice_but_slowly_is_this_bout_twice() -> None:
    doing = Doing(*EXERCISES)
    doing.press(Do.BACK, 40.0)
    assert doing.press(Do.BACK, 42.1)[0] == ev.LeadStarted(42.1, 3, 1, 3.0)


def test_before_the_first_bout_there_is_none() -> None:
    doing = Doing(*EXERCISES)
    doing.press(Do.BACK, 20.0)
    assert doing.press(Do.BACK, 21.0)[0] == ev.LeadStarted(21.0, 1, 0, 3.0)


def test_after_a_bout_done_again_the_run_goes_on_with_what_is_open() -> None:
    doing = Doing(*EXERCISES)
    doing.press(Do.BACK, 45.0)
    doing.press(Do.BACK, 46.0)
    doing.out()
    assert [event.bout for event in doing.events if isinstance(event, ev.BoutStarted)] == [0, 1, 0, 2]


def test_the_main_key_leaves_out_the_rest_of_a_count_in() -> None:
    doing = Doing(*EXERCISES)
    doing.press(Do.BACK, 22.5)
    assert doing.press(Do.MAIN, 23.5)[0] == ev.BoutStarted(23.5, 1, 0)
    assert doing.view.count == 0


def test_in_tap_pace_back_takes_reps_back_one_by_one_before_it_begins_again() -> None:
    doing = Doing(reps("squat", 5, pace="tap"))
    for at in (16.0, 17.0):
        doing.press(Do.MAIN, at)
    assert doing.press(Do.BACK, 18.0) == [ev.Recounted(18.0, 1, 0, 1)]
    assert doing.press(Do.BACK, 18.2) == [ev.Recounted(18.2, 1, 0, 0)]
    assert doing.press(Do.BACK, 19.0)[0] == ev.LeadStarted(19.0, 1, 0, 3.0)


def test_back_from_a_pause_takes_a_tap_back_and_counts_in() -> None:
    doing = Doing(reps("squat", 5, pace="tap"))
    doing.press(Do.MAIN, 16.0)
    doing.press(Do.PAUSE, 17.0)
    assert names(doing.press(Do.BACK, 20.0)) == ["Resumed", "Recounted", "LeadStarted", "CountIn"]
    assert (doing.view.count, doing.view.seconds) == (0, 3.0)


def test_a_tap_taken_back_is_still_counted_by_taps() -> None:
    doing = Doing(reps("squat", 2, pace="tap"))
    for at, key in ((16.0, Do.MAIN), (17.0, Do.BACK), (18.0, Do.MAIN), (19.0, Do.MAIN)):
        doing.press(key, at)
    assert doing.result(0).counted_by == "tap"


def test_back_within_five_seconds_undoes_an_early_end() -> None:
    doing = Doing(*EXERCISES)
    doing.press(Do.MAIN, 22.5)
    assert doing.press(Do.BACK, 26.0)[0] == ev.LeadStarted(26.0, 1, 0, 3.0)
    assert (doing.view.stage, doing.view.count) == ("ready", 2)
    doing.to(29.0)
    assert ended(doing.to(35.0)) == [(0, "done", 4)]
    assert doing.result(0).seconds == 13.5


def test_an_early_end_of_a_hold_is_undone_where_it_stood() -> None:
    doing = Doing(hold("plank", 20), reps())
    doing.press(Do.MAIN, 27.0)
    doing.press(Do.BACK, 28.0)
    assert ended(doing.to(39.0)) == [(0, "done", 20)]


def test_after_five_seconds_back_is_this_bout_again() -> None:
    doing = Doing(*EXERCISES, rest=60)
    doing.press(Do.MAIN, 40.0)
    doing.press(Do.BACK, 45.1)
    assert (doing.view.index, doing.view.count) == (1, 0)


def test_back_after_a_bout_that_was_done_is_this_bout_again() -> None:
    doing = Doing(*EXERCISES)
    doing.press(Do.BACK, 46.0)
    assert (doing.view.index, doing.view.count) == (1, 0)


def test_an_undone_early_end_keeps_what_comes_after_it_when_the_run_is_ended() -> None:
    doing = Doing(each("kick", 8))
    doing.press(Do.MAIN, 22.5)
    doing.press(Do.BACK, 24.0)
    doing.press(Finish(), 27.0 + 9.5)
    assert ended(doing.events) == [(0, "short", 2), (0, "short", 5)]


def test_a_double_press_of_a_key_that_ends_a_step_fires_once() -> None:
    doing = Doing(*EXERCISES)
    doing.press(Do.MAIN, 20.0)
    assert doing.press(Do.MAIN, 20.6) == []
    assert names(doing.press(Do.MAIN, 21.31))[0] == "BoutStarted"


@pytest.mark.parametrize("key", [Do.MAIN, Do.BACK, Do.PAUSE, Do.AGAIN, Do.EASIER, Do.PACE, Do.SKIP, Jump(1)])
@pytest.mark.parametrize("first", [0.25, 0.66])
def test_a_key_held_for_three_seconds_fires_once(key: Do | Jump, first: float) -> None:
    doing, once = Doing(*EXERCISES), Doing(*EXERCISES)
    doing.press(key, 20.0)
    once.press(key, 20.0)
    for repeat in range(80):
        doing.press(key, 20.0 + first + repeat * 0.03)
    once.to(doing.now)
    assert doing.events == once.events


def test_keys_for_pausing_and_going_on_are_one_key() -> None:
    doing = Doing(*EXERCISES)
    doing.press(Do.PAUSE, 20.0)
    assert doing.press(Do.GO_ON, 20.5) == []
    assert doing.engine.paused == "key"


def test_two_keys_are_two_keys() -> None:
    doing = Doing(*EXERCISES)
    doing.press(Do.MAIN, 20.0)
    assert names(doing.press(Do.BACK, 20.1))[0] == "LeadStarted"


def test_taps_are_told_apart_at_120_milliseconds() -> None:
    doing = Doing(reps("squat", 9, pace="tap"))
    for at in (16.0, 16.11, 16.22, 16.35, 16.6):
        doing.press(Do.MAIN, at)
    assert counts(doing.events) == [1, 2, 3]


@pytest.mark.parametrize("first", [0.25, 0.66])
def test_a_held_key_that_starts_a_tap_bout_taps_nothing(first: float) -> None:
    doing = Doing(reps("squat", 9, pace="tap"))
    doing.press(Do.MAIN, 5.0)
    for repeat in range(80):
        doing.press(Do.MAIN, 5.0 + first + repeat * 0.03)
    assert counts(doing.events) == []


def test_quick_taps_after_starting_by_key_count_once_the_key_has_had_its_time() -> None:
    doing = Doing(reps("squat", 9, pace="tap"))
    for repeat in range(5):
        doing.press(Do.MAIN, 5.0 + repeat * 0.5)
    assert counts(doing.events) == [1, 2, 3]


def test_tapping_on_after_the_last_rep_does_not_cut_the_rest() -> None:
    doing = Doing(reps("squat", 2, pace="tap"), reps("b"))
    for at in (16.0, 17.0, 17.5, 18.0):
        doing.press(Do.MAIN, at)
    assert doing.view.stage == "rest"
