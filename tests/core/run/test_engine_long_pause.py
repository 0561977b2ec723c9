"""A hold that was paused for long starts again: whatever one goes on with, and unless it was held already."""

from __future__ import annotations

import pytest

from glutetimer.core.record.record import Result
from glutetimer.core.run.commands import Do, Gap
from tests.helpers.core import Doing, hold, names, reps


def stood(seconds: float, held: float, pace: str = "counted") -> Doing:
    """A hold of 30 s, paused `seconds` ago when it had been `held` for so long."""
    doing = Doing(hold("plank", 30, pace=pace), reps("b"))
    doing.press(Do.PAUSE, 15.0 + held)
    doing.wait(seconds)
    return doing


@pytest.mark.parametrize(("seconds", "left"), [(10.0, 10), (10.1, 20)])
def test_an_easier_hold_starts_again_too(seconds: float, left: int) -> None:
    """Of 20 s; after a short pause the ten that were held count."""
    doing = stood(seconds, 10.0)
    assert names(doing.press(Do.EASIER)) == ["Resumed", "Eased", "LeadStarted", "CountIn"]
    doing.wait(3.0)
    assert doing.view.shown_seconds == left


@pytest.mark.parametrize("pace", ["counted", "tap"])
def test_a_hold_that_was_held_long_enough_for_the_easier_one_is_not_done_again(pace: str) -> None:
    """25 s held, 20 s asked for now."""
    doing = stood(60.0, 25.0, pace=pace)
    doing.press(Do.EASIER)
    doing.press(Do.SKIP, doing.now + 4.0)
    assert (doing.result(0).outcome, doing.result(0).done) == ("done", 25 if pace == "counted" else 26)


def test_reps_made_easier_after_a_long_pause_keep_their_count() -> None:
    doing = Doing(reps("squat", 12))
    doing.press(Do.PAUSE, 22.0)
    doing.press(Do.EASIER, 122.0)
    doing.wait(3.0)
    assert doing.view.count == 2


def test_easier_without_a_pause_keeps_the_seconds_held() -> None:
    doing = Doing(hold("plank", 30))
    doing.press(Do.EASIER, 25.0)
    doing.wait(3.0)
    assert doing.view.shown_seconds == 10


@pytest.mark.parametrize("key", [Do.GO_ON, Do.MAIN, Do.PAUSE])
def test_a_hold_past_its_target_is_done_when_one_comes_back(key: Do) -> None:
    """Nobody is to hold it twice; the rest begins."""
    doing = stood(60.0, 33.5, pace="own")
    assert names(doing.press(key)) == ["Resumed", "BoutEnded", "RestStarted"]
    assert doing.results[0] == Result("done", 33, 33.5, "hand")


def test_closing_the_lid_does_not_take_away_a_hold_that_was_held() -> None:
    doing = Doing(hold("plank", 30, pace="tap"))
    doing.to(50.0)
    doing.engine.press(Gap(50.0), 4000.0)
    doing.engine.press(Do.GO_ON, 4001.0)
    assert doing.engine.state.end == "finished"
    assert doing.result(0).done == 35


def test_after_a_short_pause_a_hold_past_its_target_counts_on() -> None:
    doing = stood(5.0, 33.0, pace="tap")
    doing.press(Do.GO_ON)
    doing.wait(5.0)
    assert (doing.view.stage, doing.view.seconds) == ("hold", 35.0)


@pytest.mark.parametrize("pace", ["counted", "tap"])
def test_a_hold_just_short_of_its_target_starts_again(pace: str) -> None:
    doing = stood(60.0, 29.5, pace=pace)
    doing.press(Do.GO_ON)
    doing.wait(3.0)
    assert doing.view.seconds == (30.0 if pace == "counted" else 0.0)
