"""Pausing, going on, gaps, and commands given in a pause."""

from __future__ import annotations

import pytest

from glutetimer.core.run import events as ev
from glutetimer.core.run.commands import Command, Correct, Do, Finish, Gap, Jump, Lengthen, NameCue, TellPain
from glutetimer.core.session.session import Span
from tests.helpers.core import Doing, each, hold, names, reps

# Left 15-27, switch, right 32-44, rest 44-74, plank 74-94.
EXERCISES = (each("kick", 4), hold("plank", 20))


def times(kind: type[ev.Event], events: list[ev.Event]) -> list[float]:
    return [event.at for event in events if isinstance(event, kind)]


def paused(at: float, stood: float = 5.0) -> Doing:
    """A run paused by key at `at`, `stood` seconds ago."""
    doing = Doing(*EXERCISES)
    doing.press(Do.PAUSE, at)
    doing.wait(stood)
    return doing


def test_in_a_pause_nothing_happens_and_nothing_is_due() -> None:
    doing = Doing(*EXERCISES)
    assert doing.press(Do.PAUSE, 20.0) == [ev.Paused(20.0, 1, 0, "key")]
    assert doing.to(500.0) == []
    assert doing.engine.next_due() is None
    assert doing.engine.run_time(500.0) == 20.0


@pytest.mark.parametrize("key", [Do.PAUSE, Do.GO_ON, Do.MAIN])
def test_going_on_counts_three_seconds_in_and_goes_on_in_the_middle_of_the_rep(key: Do) -> None:
    """At 19.5 the second rep is 1.5 s old: 0.5 s into going down."""
    doing = paused(19.5)
    assert doing.press(key) == [
        ev.Resumed(19.5, 1, 0),
        ev.LeadStarted(19.5, 1, 0, 3.0),
        ev.CountIn(19.5, 1, 0, 3),
    ]
    assert doing.wait(4.5) == [
        ev.CountIn(20.5, 1, 0, 2),
        ev.CountIn(21.5, 1, 0, 1),
        ev.BoutStarted(22.5, 1, 0),
        ev.RepDone(24.0, 1, 0, 2, 4),
        ev.PhaseStarted(24.0, 1, 0, 3, 0, "up"),
    ]


def test_the_seconds_of_a_bout_leave_out_pause_and_count_in() -> None:
    doing = paused(19.5)
    doing.press(Do.GO_ON)
    doing.out()
    assert doing.result(0).seconds == 12.0


def test_pausing_in_the_count_in_counts_in_again() -> None:
    doing = paused(19.5)
    doing.press(Do.GO_ON)
    doing.press(Do.PAUSE, doing.now + 2.0)
    doing.press(Do.GO_ON, doing.now + 60.0)
    events = doing.wait(4.5)
    assert times(ev.CountIn, events) == [22.5, 23.5]
    assert times(ev.BoutStarted, events) == [24.5]
    assert times(ev.RepDone, events) == [26.0]


def test_pausing_does_not_cut_the_time_to_get_down_on_the_floor() -> None:
    doing = Doing(each("kick", 4, posture="side"))
    doing.press(Do.BACK, 45.0)
    doing.press(Do.BACK, 46.0)
    doing.press(Do.PAUSE, 48.0)
    assert doing.press(Do.GO_ON, 55.0)[1] == ev.LeadStarted(48.0, 1, 0, 8.0)


@pytest.mark.parametrize("stood", [0.8, 10.0])
def test_a_hold_that_was_paused_shortly_goes_on_where_it_stood(stood: float) -> None:
    doing = Doing(hold("plank", 20))
    doing.press(Do.PAUSE, 27.0)
    doing.press(Do.GO_ON, 27.0 + stood)
    doing.out()
    assert times(ev.BoutEnded, doing.events) == [38.0]
    assert doing.result(0).seconds == 20.0


def test_a_hold_that_was_paused_for_more_than_ten_seconds_starts_again() -> None:
    doing = Doing(hold("plank", 20))
    doing.press(Do.PAUSE, 27.0)
    doing.press(Do.GO_ON, 37.1)
    doing.out()
    assert times(ev.BoutStarted, doing.events) == [15.0, 30.0]
    assert times(ev.BoutEnded, doing.events) == [50.0]
    assert doing.result(0).seconds == 20.0


def test_reps_go_on_after_however_long_a_pause() -> None:
    doing = paused(22.0, stood=3600.0)
    doing.press(Do.GO_ON)
    doing.to(doing.now + 3.0)
    assert doing.view.count == 2


def test_a_rest_goes_on_where_it_stood() -> None:
    doing = paused(50.0)
    assert doing.press(Do.GO_ON) == [ev.Resumed(50.0, 4, 2)]
    assert times(ev.BoutStarted, doing.wait(24.0)) == [74.0]


@pytest.mark.parametrize("at", [71.0, 71.5, 73.9])
def test_a_rest_that_was_nearly_over_leaves_the_whole_count_in(at: float) -> None:
    doing = paused(at)
    events = doing.press(Do.GO_ON) + doing.wait(3.0)
    assert times(ev.CountIn, events) == pytest.approx([at, at + 1, at + 2])
    assert times(ev.BoutStarted, events) == pytest.approx([at + 3])


def test_a_rest_that_was_made_longer_so_says_so() -> None:
    doing = paused(73.0)
    assert ev.RestChanged(73.0, 4, 2, 32.0) in doing.press(Do.GO_ON)


def test_a_pause_at_the_first_count_counts_again() -> None:
    doing = paused(71.0)
    assert doing.press(Do.GO_ON) == [ev.Resumed(71.0, 4, 2), ev.CountIn(71.0, 4, 2, 3)]


@pytest.mark.parametrize("after", [Do.GO_ON, Do.EASIER])
def test_even_without_rests_one_is_not_thrown_into_the_next_bout(after: Do) -> None:
    doing = Doing(reps("a", 9), reps("b"), rest=0, rounds=Span(2, 2))
    doing.press(Do.PAIN, 20.0)
    events = doing.press(after, 60.0)
    assert names(events)[-3:] == ["RestStarted", "RestChanged", "CountIn"]
    assert times(ev.BoutStarted, doing.wait(3.0)) == [23.0]


def test_a_gap_pauses_as_of_the_last_tick() -> None:
    """Asleep from 20 to 80: not one rep of it is counted."""
    doing = Doing(*EXERCISES)
    doing.to(20.0)
    assert doing.engine.press(Gap(20.0), 80.0) == [ev.Paused(20.0, 1, 0, "gap")]
    assert doing.engine.run_time(80.0) == 20.0
    assert doing.engine.press(Do.GO_ON, 81.0)[0] == ev.Resumed(20.0, 1, 0)


def test_what_was_due_before_the_gap_still_happens() -> None:
    doing = Doing(*EXERCISES)
    doing.to(14.5)
    assert names(doing.engine.press(Gap(15.5), 80.0)) == ["BoutStarted", "PhaseStarted", "Paused"]


def test_a_hold_starts_again_after_a_gap_since_the_clock_may_have_slept_too() -> None:
    doing = Doing(hold("plank", 20))
    doing.to(25.0)
    doing.press(Gap(25.0))
    doing.press(Do.GO_ON, 26.0)
    doing.wait(3.0)
    assert doing.view.shown_seconds == 20


def test_a_gap_in_a_pause_and_after_the_end_is_none() -> None:
    doing = paused(20.0)
    assert doing.press(Gap(doing.now - 1.0)) == []
    over = Doing(reps())
    over.out()
    assert over.press(Gap(20.0)) == []


def test_going_on_where_nothing_stands_does_nothing() -> None:
    doing = Doing(*EXERCISES)
    assert doing.press(Do.GO_ON, 20.0) == []


NONSENSE: list[tuple[float, Command]] = [
    (5.0, Do.FORM_BROKE),
    (50.0, Do.OTHER_SIDE),
    (20.0, Do.OTHER_SIDE),
    (20.0, Lengthen(15)),
    (20.0, NameCue("hips")),
    (20.0, TellPain(3, "hip")),
    (20.0, Jump(-1)),
    (20.0, Jump(3)),
    (5.0, Correct(1)),
    (80.0, Correct(1)),
]


@pytest.mark.parametrize(("at", "command"), NONSENSE)
def test_what_makes_no_sense_does_nothing_and_ends_no_pause(at: float, command: Command) -> None:
    going = Doing(*EXERCISES)
    assert going.press(command, at) == []
    standing = paused(at)
    assert standing.press(command) == []
    assert standing.engine.paused == "key"


def test_again_from_a_pause_begins_the_bout_anew() -> None:
    doing = paused(22.5)
    assert doing.press(Do.AGAIN)[:2] == [ev.Resumed(22.5, 1, 0), ev.LeadStarted(22.5, 1, 0, 3.0)]
    doing.wait(3.0)
    assert doing.view.count == 0


def test_again_in_a_rest_repeats_the_bout_before_it() -> None:
    doing = Doing(*EXERCISES)
    assert doing.press(Do.AGAIN, 50.0)[0] == ev.LeadStarted(50.0, 3, 1, 3.0)


def test_form_broke_from_a_pause_ends_the_bout_as_of_then() -> None:
    doing = paused(22.5)
    assert doing.press(Do.FORM_BROKE) == [
        ev.Resumed(22.5, 1, 0),
        ev.BoutEnded(22.5, 1, 0, "form-broke", 1, 7.5, "program"),
        ev.FormBroke(22.5, 1, 0, 1),
    ]


def test_skipping_from_a_pause_goes_on_with_the_next_exercise() -> None:
    assert names(paused(5.0).press(Do.SKIP)) == ["Resumed", "BoutEnded", "BoutEnded", "Skipped", "SetupStarted"]


def test_easier_from_a_paused_rest_leaves_the_count_in() -> None:
    doing = paused(73.5)
    assert names(doing.press(Do.EASIER)) == ["Resumed", "Eased", "RestChanged", "CountIn"]


def test_finishing_from_a_pause_does_not_go_on_first() -> None:
    doing = paused(22.5)
    assert names(doing.press(Finish())) == ["BoutEnded", "Finished"]
    assert doing.engine.paused is None


def test_counts_rests_and_paces_can_be_changed_while_the_clock_stands() -> None:
    counting = paused(22.5)
    assert counting.press(Correct(-1)) == [ev.Recounted(22.5, 1, 0, 1)]
    assert names(counting.press(Do.PACE)) == ["PaceChanged", "LeadStarted"]
    resting = paused(50.0)
    assert resting.press(Lengthen(15)) == [ev.RestChanged(50.0, 4, 2, 45.0)]
    assert counting.engine.paused == resting.engine.paused == "key"
    assert counting.wait(60.0) == resting.wait(60.0) == []


def test_a_count_corrected_to_the_last_rep_in_a_pause_ends_bout_and_run() -> None:
    doing = Doing(reps("squat", 4))
    doing.press(Do.PAUSE, 25.0)
    assert names(doing.press(Correct(1))) == ["Recounted", "BoutEnded", "Finished"]
    assert doing.engine.paused is None
