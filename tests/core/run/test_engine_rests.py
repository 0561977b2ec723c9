"""Rests made longer and shorter, and how long one rested."""

from __future__ import annotations

from glutetimer.core.run import events as ev
from glutetimer.core.run.commands import Do, Lengthen
from tests.helpers.core import Doing, each, hold

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


def test_longer_and_shorter_rests() -> None:
    doing = Doing(*EXERCISES)
    assert doing.press(Lengthen(15), 50.0) == [ev.RestChanged(50.0, 4, 2, 45.0)]
    assert doing.press(Lengthen(-15), 51.0) == [ev.RestChanged(51.0, 4, 2, 30.0)]
    assert times(ev.BoutStarted, doing.to(80.0)) == [74.0]


def test_a_shortened_rest_leaves_the_whole_count_in() -> None:
    doing = Doing(*EXERCISES)
    events = doing.press(Lengthen(-15), 64.5) + doing.to(68.0)
    assert events[0] == ev.RestChanged(64.5, 4, 2, 23.5)
    assert times(ev.CountIn, events) == [64.5, 65.5, 66.5]
    assert times(ev.BoutStarted, events) == [67.5]


def test_a_rest_in_its_count_in_cannot_be_shortened() -> None:
    doing = Doing(*EXERCISES)
    assert doing.press(Lengthen(-15), 72.0) == []


def test_a_lengthened_rest_is_counted_in_again_and_written_as_taken() -> None:
    doing = Doing(*EXERCISES)
    doing.press(Lengthen(15), 73.0)
    assert times(ev.CountIn, doing.to(89.0)) == [86.0, 87.0, 88.0]
    assert doing.result(1).rest == 45.0


def test_the_set_up_can_be_made_longer_too() -> None:
    doing = Doing(*EXERCISES)
    assert doing.press(Lengthen(15), 5.0) == [ev.RestChanged(5.0, 0, 0, 30.0)]


def test_a_pause_is_no_rest() -> None:
    doing = paused(50.0, stood=100.0)
    doing.press(Do.GO_ON)
    doing.out()
    assert doing.result(1).rest == 30.0
