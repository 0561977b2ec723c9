"""A held key and a double press fire once."""

from __future__ import annotations

import pytest

from glutetimer.core.plan.options import Options
from glutetimer.core.run import events as ev
from glutetimer.core.run.commands import Correct, Do, Jump, Lengthen
from tests.helpers.core import Doing, each, hold, names, reps

# Left 15-27, switch, right 32-44, rest, plank 74-94.
EXERCISES = (each("kick", 4), hold("plank", 20))


def counts(events: list[ev.Event]) -> list[int]:
    return [event.count for event in events if isinstance(event, ev.RepDone | ev.Recounted)]


def test_a_double_press_of_a_key_that_ends_a_step_fires_once() -> None:
    doing = Doing(*EXERCISES)
    doing.press(Do.MAIN, 20.0)
    assert doing.press(Do.MAIN, 20.6) == []
    assert names(doing.press(Do.MAIN, 21.31))[0] == "LeadStarted"


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
    assert names(doing.press(Do.BACK, 20.1))[1] == "LeadStarted"


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
    doing = Doing(reps("squat", 9, pace="tap"), options=Options(lead=0))
    for repeat in range(5):
        doing.press(Do.MAIN, 5.0 + repeat * 0.5)
    assert counts(doing.events) == [1, 2, 3]


def test_tapping_on_after_the_last_rep_does_not_cut_the_rest() -> None:
    doing = Doing(reps("squat", 2, pace="tap"), reps("b"))
    for at in (16.0, 17.0, 17.5, 18.0):
        doing.press(Do.MAIN, at)
    assert doing.view.stage == "rest"


def test_corrections_count_however_quickly_they_come() -> None:
    """Up is held: every repeat is one more."""
    doing = Doing(reps("squat", 30))
    doing.to(16.0)
    for _ in range(5):
        doing.press(Correct(1), doing.now + 0.03)
    assert counts(doing.events) == [1, 2, 3, 4, 5]


def test_a_rest_grows_with_every_press() -> None:
    doing = Doing(*EXERCISES)
    for at in (50.0, 50.1, 50.2):
        doing.press(Lengthen(15), at)
    assert doing.view.total == 75.0


def test_a_jump_is_one_key_wherever_it_leads() -> None:
    doing = Doing(*EXERCISES)
    doing.press(Jump(1), 5.0)
    assert doing.press(Jump(2), 5.3) == []
