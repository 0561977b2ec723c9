"""Time to get to the mat: "start now" counts in, and Back takes it back."""

from __future__ import annotations

import pytest

from glutetimer.core.plan.options import Options
from glutetimer.core.run import events as ev
from glutetimer.core.run.commands import Do, Lengthen
from tests.helpers.core import Doing, each, hold, names

# Set-up 0-15, left 15-27, switch, right 32-44, rest 44-74, plank 74-94.
EXERCISES = (each("kick", 4), hold("plank", 20))


def goes(events: list[ev.Event]) -> list[float]:
    return [event.at for event in events if isinstance(event, ev.BoutStarted)]


@pytest.mark.parametrize(("at", "bout"), [(5.0, 0), (27.5, 1), (50.0, 2)])
def test_start_now_counts_three_seconds_in(at: float, bout: int) -> None:
    doing = Doing(*EXERCISES)
    assert doing.press(Do.MAIN, at) == [
        ev.LeadStarted(at, 2 * bout, bout, 3.0),
        ev.CountIn(at, 2 * bout, bout, 3),
    ]
    assert (doing.view.stage, doing.view.seconds, doing.view.main) == ("ready", 3.0, "start")
    assert names(doing.wait(3.0))[:3] == ["CountIn", "CountIn", "BoutStarted"]
    assert goes(doing.events)[-1] == at + 3.0


@pytest.mark.parametrize("lead", range(11))
@pytest.mark.parametrize("left", [0.5, 2.0, 3.0, 3.5, 7.0, 10.0, 14.0])
def test_no_lead_in_is_later_than_the_end_of_the_break(lead: int, left: float) -> None:
    doing = Doing(*EXERCISES, options=Options(lead=lead))
    doing.press(Do.MAIN, 15.0 - left)
    doing.to(15.0)
    assert goes(doing.events) == [min(15.0, 15.0 - left + lead)]
    counted = [event.left for event in doing.events if isinstance(event, ev.CountIn)]
    assert len(counted) == len(set(counted))


@pytest.mark.parametrize("lead", [1, 3, 10])
def test_start_now_in_a_lead_in_starts_at_once(lead: int) -> None:
    doing = Doing(*EXERCISES, options=Options(lead=lead))
    doing.press(Do.MAIN, 50.0)
    assert goes(doing.press(Do.MAIN, 50.8)) == [50.8]


def test_a_long_lead_in_looks_like_one_and_not_like_a_rest() -> None:
    doing = Doing(*EXERCISES, options=Options(lead=10))
    doing.press(Do.MAIN, 50.0)
    assert (doing.view.stage, doing.view.seconds) == ("ready", 10.0)


def test_back_in_a_lead_in_lets_the_rest_go_on_to_where_it_would_have_ended() -> None:
    doing = Doing(*EXERCISES)
    doing.press(Do.MAIN, 50.0)
    before = doing.view
    assert before.undo == "started"
    assert doing.press(Do.BACK, 51.0) == [ev.TakenBack(51.0, 4, 2, "started", ()), ev.RestChanged(51.0, 4, 2, 30.0)]
    after = doing.view
    assert (after.stage, after.seconds, after.undo) == ("rest", 23.0, None)
    assert goes(doing.out())[0] == 74.0


def test_back_after_a_pause_in_a_lead_in_still_gives_the_rest_back() -> None:
    doing = Doing(*EXERCISES)
    doing.press(Do.MAIN, 50.0)
    doing.press(Do.PAUSE, 51.0)
    doing.press(Do.BACK, 90.0)
    assert (doing.view.stage, doing.view.seconds) == ("rest", 23.0)


def test_a_pause_in_a_lead_in_counts_three_seconds_in_again() -> None:
    doing = Doing(*EXERCISES)
    doing.press(Do.MAIN, 50.0)
    doing.press(Do.PAUSE, 52.0)
    doing.press(Do.GO_ON, 60.0)
    assert (doing.view.stage, doing.view.seconds) == ("ready", 3.0)


def test_a_longer_rest_is_a_lead_in_no_more() -> None:
    doing = Doing(*EXERCISES)
    doing.press(Do.MAIN, 50.0)
    doing.press(Lengthen(15.0), 51.0)
    assert (doing.view.stage, doing.view.undo) == ("rest", None)
    assert names(doing.press(Do.MAIN, 52.0))[0] == "LeadStarted"


def test_pain_in_a_lead_in_is_that_of_the_bout_before_it() -> None:
    """The clock stands, and Back does the bout again, as in a rest."""
    doing = Doing(*EXERCISES)
    doing.press(Do.MAIN, 50.0)
    doing.press(Do.PAIN, 51.0)
    assert (doing.view.just, doing.view.undo) == (1, None)
    doing.press(Do.BACK, 60.0)
    assert (doing.view.stage, doing.view.index) == ("ready", 1)
