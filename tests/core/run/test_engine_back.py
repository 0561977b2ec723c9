"""Back: this bout again, the one before, a tap taken back; an end by key is taken back."""

from __future__ import annotations

import pytest

from glutetimer.core.plan.options import Options
from glutetimer.core.run import events as ev
from glutetimer.core.run.commands import Do, Finish
from glutetimer.core.session.session import Phase, Span
from tests.helpers.core import Doing, each, hold, names, reps

# Left 15-27, switch, right 32-44, rest, plank 74-94.
EXERCISES = (each("kick", 4), hold("plank", 20))


def ended(events: list[ev.Event]) -> list[tuple[int, str, int | None]]:
    return [(event.bout, event.outcome, event.done) for event in events if isinstance(event, ev.BoutEnded)]


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
    doing = Doing(each("kick", 6, posture=posture))
    doing.press(Do.BACK, 50.0)
    assert doing.press(Do.BACK, 51.9)[0] == ev.LeadStarted(51.9, 1, 0, lead)


def test_it_is_the_bout_before_that_may_be_on_the_floor() -> None:
    doing = Doing(reps("a", posture="side"), reps("b"), reps("c"))
    doing.press(Do.BACK, 65.0)
    assert doing.press(Do.BACK, 66.0)[0] == ev.LeadStarted(66.0, 1, 0, 10.0)


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


def test_back_takes_back_an_early_end() -> None:
    doing = Doing(*EXERCISES)
    doing.press(Do.MAIN, 22.5)
    events = doing.press(Do.BACK, 26.0)
    assert events[:2] == [ev.TakenBack(26.0, 1, 0, "ended", (0,)), ev.LeadStarted(26.0, 1, 0, 3.0)]
    assert (doing.view.stage, doing.view.count) == ("ready", 2)
    doing.to(29.0)
    assert ended(doing.to(35.0)) == [(0, "done", 4)]
    assert doing.result(0).seconds == 13.5


def test_an_early_end_of_a_hold_is_undone_where_it_stood() -> None:
    doing = Doing(hold("plank", 20), reps())
    doing.press(Do.MAIN, 27.0)
    doing.press(Do.BACK, 28.0)
    assert ended(doing.to(39.0)) == [(0, "done", 20)]


@pytest.mark.parametrize("at", [45.0, 99.0])
def test_it_does_so_for_as_long_as_no_other_bout_has_ended(at: float) -> None:
    doing = Doing(*EXERCISES, rest=60)
    doing.press(Do.MAIN, 40.0)
    doing.press(Do.BACK, at)
    assert (doing.view.index, doing.view.count) == (1, 2)


def test_a_hold_ended_by_key_past_its_target_counts_on() -> None:
    doing = Doing(hold("plank", 20, pace="own"), reps())
    doing.press(Do.MAIN, 35.5)
    doing.press(Do.BACK, 37.0)
    doing.wait(3.0)
    assert doing.view.seconds == 20.5


def test_a_hold_ended_by_key_more_than_ten_seconds_ago_starts_again() -> None:
    doing = Doing(hold("plank", 20), reps())
    doing.press(Do.MAIN, 27.0)
    doing.press(Do.BACK, 37.1)
    assert ended(doing.to(doing.now + 23.0)) == [(0, "done", 20)]


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


def test_an_early_end_is_undone_though_the_next_bout_has_begun_by_itself() -> None:
    """A change of direction takes three seconds: within five of the key the other direction may be under way."""
    doing = Doing(each("kick", 4, directions=("forward", "backward")))
    doing.press(Do.MAIN, 22.5)
    doing.press(Do.BACK, 27.0)
    assert (doing.view.index, doing.view.count) == (0, 2)
    doing.out()
    assert [doing.result(bout).done for bout in range(4)] == [4, 4, 4, 4]


def test_an_early_end_is_undone_where_there_are_no_rests() -> None:
    doing = Doing(reps("a"), rounds=Span(2, 2), rest=0)
    doing.press(Do.MAIN, 22.5)
    doing.press(Do.BACK, 24.0)
    assert (doing.view.index, doing.view.count) == (0, 2)


def test_an_early_end_is_taken_back_though_the_next_bout_was_started_by_key() -> None:
    """Enter twice by mistake: until that next bout has ended, the first of them can be taken back."""
    doing = Doing(*EXERCISES, options=Options(lead=0))
    for at, key in ((22.5, Do.MAIN), (23.5, Do.MAIN), (24.5, Do.BACK)):
        doing.press(key, at)
    assert (doing.view.index, doing.view.count) == (0, 2)


def test_a_bout_begun_again_and_left_before_its_first_rep_stays_as_it_was_done() -> None:
    """Back by mistake in a rest; the main key twice leads out again."""
    doing = Doing(reps("a"), reps("b"))
    for at, key in ((30.0, Do.BACK), (31.0, Do.MAIN), (32.0, Do.MAIN)):
        doing.press(key, at)
    assert (doing.result(0).outcome, doing.result(0).done) == ("done", 4)
    assert (doing.view.stage, doing.view.index) == ("rest", 1)


def test_a_bout_begun_again_and_ended_with_fewer_reps_keeps_the_better_count() -> None:
    doing = Doing(reps("a"), reps("b"))
    for at, key in ((30.0, Do.BACK), (31.0, Do.MAIN), (38.0, Do.MAIN)):
        doing.press(key, at)
    assert (doing.result(0).outcome, doing.result(0).done, doing.result(0).seconds) == ("done", 4, 12.0)


def test_an_early_end_is_no_matter_once_the_next_bout_has_ended_too() -> None:
    """One rep of a second, no rests: Back is about the third set."""
    doing = Doing(reps("a", 1, tempo=(Phase("up", 1.0),)), rounds=Span(3, 3), rest=0)
    doing.press(Do.MAIN, 15.5)
    doing.press(Do.BACK, 17.0)
    assert (doing.view.index, doing.view.bout.set) == (2, 3)


def test_in_tap_pace_back_takes_a_rep_back_however_the_bout_was_begun() -> None:
    """Begun again, started by key and tapped, all within two seconds."""
    doing = Doing(reps("a"), reps("squat", 5, pace="tap"))
    for at, key in ((60.0, Do.BACK), (60.5, Do.MAIN), (61.3, Do.MAIN)):
        doing.press(key, at)
    assert doing.press(Do.BACK, 61.9) == [ev.Recounted(61.9, 3, 1, 0)]


def test_in_the_count_in_of_a_tap_bout_back_begins_it_again() -> None:
    doing = Doing(reps("squat", 5, pace="tap"))
    for at, key in ((16.0, Do.MAIN), (17.0, Do.PAUSE), (18.0, Do.GO_ON)):
        doing.press(key, at)
    assert names(doing.press(Do.BACK, 19.0)) == ["LeadStarted", "CountIn"]
