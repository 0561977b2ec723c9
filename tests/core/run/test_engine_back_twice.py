"""Back twice, as people press it: the one before. A held key is one press."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from glutetimer.core.run import events as ev
from glutetimer.core.run.commands import Correct, Do, Gap
from tests.helpers.core import Doing, each, hold, names, reps

# Left 15-27, switch, right 32-44, rest 44-74, plank 74-94.
EXERCISES = (each("kick", 4), hold("plank", 20))
SOON = 0.12


def leads(events: list[ev.Event]) -> list[tuple[float, int]]:
    """When which bout was begun again."""
    return [(round(event.at, 3), event.bout) for event in events if isinstance(event, ev.LeadStarted)]


def pressed(*apart: float) -> Doing:
    """Back at 40 in the right side, and again after each of these seconds; then time passes."""
    doing = Doing(*EXERCISES)
    doing.press(Do.BACK, 40.0)
    for seconds in apart:
        doing.press(Do.BACK, doing.now + seconds)
    doing.wait(0.5)
    return doing


@pytest.mark.parametrize("apart", [0.15, 0.25, 0.4, 0.69])
def test_pressed_again_within_seven_tenths_it_acts_a_moment_later(apart: float) -> None:
    assert leads(pressed(apart).events) == [(40.0, 1), (round(40.0 + apart + SOON, 3), 0)]


@pytest.mark.parametrize("apart", [0.7, 1.0, 1.9])
def test_pressed_again_within_two_seconds_it_acts_at_once(apart: float) -> None:
    assert leads(pressed(apart).events) == [(40.0, 1), (40.0 + apart, 0)]


def test_after_two_seconds_it_is_the_same_bout_once_more() -> None:
    assert leads(pressed(2.1).events) == [(40.0, 1), (42.1, 1)]


@settings(max_examples=300, deadline=None)
@given(st.floats(0.25, 0.66), st.lists(st.floats(0.025, 0.1), min_size=1, max_size=40))
def test_a_held_key_is_one_press_as_terminals_repeat(first: float, then: list[float]) -> None:
    """The first repeat after 250 to 660 ms, the others every 25 to 100 ms."""
    assert leads(pressed(first, *then).events) == [(40.0, 1)]


#: A key held for a second and a half in three terminals: seconds between the presses that come of it.
RECORDED = {
    "xterm": (0.66, *[0.04] * 21),
    "linux console": (0.25, 0.033, 0.034, *[0.033] * 36),
    "busy, over ssh": (0.5, 0.03, 0.1, 0.025, 0.09, 0.03, 0.1, 0.1, 0.025, 0.05),
}


@pytest.mark.parametrize("terminal", RECORDED)
def test_recorded_repeats_are_one_press(terminal: str) -> None:
    assert leads(pressed(*RECORDED[terminal]).events) == [(40.0, 1)]


def test_three_quick_presses_are_two_bouts_back() -> None:
    doing = Doing(reps("a"), reps("b"), reps("c"))
    for at in (105.0, 105.3, 105.6):
        doing.press(Do.BACK, at)
    doing.wait(1.0)
    assert [bout for _, bout in leads(doing.events)] == [2, 1, 0]


def test_a_held_key_counts_for_nothing_until_it_has_been_silent() -> None:
    doing = pressed(0.3, 0.05, 0.05, 0.3)
    assert leads(doing.events) == [(40.0, 1)]
    doing.press(Do.BACK, doing.now + 0.3)
    assert [bout for _, bout in leads(doing.events)] == [1, 0]


def test_a_back_that_waits_is_due() -> None:
    doing = Doing(*EXERCISES)
    doing.press(Do.BACK, 40.0)
    doing.press(Do.BACK, 40.3)
    assert doing.engine.next_due() == pytest.approx(40.42)
    doing.press(Do.BACK, 40.35)
    assert doing.engine.next_due() == 41.0  # The count-in.


def test_what_lies_ahead_knows_of_a_back_that_waits() -> None:
    doing = Doing(*EXERCISES)
    doing.press(Do.BACK, 40.0)
    doing.press(Do.BACK, 40.3)
    before = doing.engine.state
    ahead = doing.engine.lookahead(40.3, 2.5)
    assert doing.engine.state is before
    assert doing.to(42.8) == ahead
    assert leads(ahead) == [(40.42, 0)]


@pytest.mark.parametrize("ticks", [(), (40.35,), (40.35, 40.42, 40.421), (40.9,)])
def test_it_does_not_matter_how_often_one_looks(ticks: tuple[float, ...]) -> None:
    doing = Doing(*EXERCISES)
    doing.press(Do.BACK, 40.0)
    doing.engine.press(Do.BACK, 40.3)
    out: list[ev.Event] = []
    for now in (*ticks, 43.0):
        out += doing.engine.advance(now)
    assert leads(out) == [(40.42, 0)]


def test_another_key_lets_it_act_first() -> None:
    doing = Doing(*EXERCISES)
    doing.press(Do.BACK, 40.0)
    doing.press(Do.BACK, 40.3)
    assert names(doing.press(Do.PAUSE, 40.35)) == ["LeadStarted", "Paused"]
    assert (doing.view.index, doing.engine.paused) == (0, "key")


def test_in_a_pause_it_acts_all_the_same() -> None:
    """Back, pause, Back: the second one is a repeat in time, though a pause lies between."""
    doing = Doing(*EXERCISES)
    doing.press(Do.BACK, 40.0)
    doing.press(Do.PAUSE, 40.2)
    assert doing.press(Do.BACK, 40.4) == []
    assert doing.engine.next_due() == pytest.approx(40.52)
    assert names(doing.wait(0.2)) == ["Resumed", "LeadStarted"]
    assert (doing.view.index, doing.engine.paused) == (0, None)


def test_a_gap_forgets_it() -> None:
    doing = Doing(*EXERCISES)
    doing.press(Do.BACK, 40.0)
    doing.press(Do.BACK, 40.3)
    doing.engine.press(Gap(40.31), 500.0)
    assert (doing.engine.next_due(), doing.engine.paused, doing.view.index) == (None, "gap", 1)


def test_taps_are_taken_back_at_once_and_the_bout_begins_again_a_moment_later() -> None:
    doing = Doing(reps("squat", 5, pace="tap"))
    doing.press(Do.MAIN, 16.0)
    assert doing.press(Do.BACK, 17.0) == [ev.Recounted(17.0, 1, 0, 0)]
    assert doing.press(Do.BACK, 17.3) == []
    assert names(doing.wait(0.2)) == ["LeadStarted", "CountIn"]


def test_an_end_that_was_taken_back_is_not_the_first_of_two() -> None:
    """Back takes the end back; again, the bout from its start; again, the one before."""
    doing = Doing(*EXERCISES)
    doing.press(Do.MAIN, 40.0)
    doing.press(Correct(1), 41.0)
    counts = []
    for at in (42.0, 42.4, 42.8):
        doing.press(Do.BACK, at)
        doing.wait(0.2)
        counts.append((doing.view.index, doing.view.count))
    assert counts == [(1, 3), (1, 0), (0, 0)]
