"""What the first start offers and says, without a screen."""

from __future__ import annotations

import pytest

from glutetimer.core.settings.config import Config
from glutetimer.core.values import replace
from glutetimer.tui.welcome.steps import STEPS, TOO_SMALL, WHAT, offer, way
from tests.helpers.core import reps, session

SHORT = replace(session(reps(count=4)), id="short", name="Short")
LONG = replace(session(reps(count=40)), id="long", name="Long")
GET_HIP = replace(LONG, id="get-hip", name="Get hip")
STEPPING = replace(session(reps(needs=(("step",),))), id="get-hip", name="Get hip")


def test_the_session_made_for_it_is_offered() -> None:
    """Even where another one is shorter."""
    found = offer([SHORT, GET_HIP], Config())
    assert found is not None
    assert (found.session.id, found.why) == ("get-hip", "the gentlest")


def test_without_it_the_shortest() -> None:
    """Whatever its place in the list; its name and minutes in words."""
    found = offer([LONG, SHORT], Config())
    assert found is not None
    assert (found.session.id, found.why) == ("short", "the shortest")
    assert found.words == "Short, 1 min"


def test_what_cannot_be_done_with_this_kit_is_not_offered() -> None:
    """No step at home: the other one; and none at all where nothing else is there."""
    at_home = Config(kit=())
    found = offer([STEPPING, LONG], at_home)
    assert found is not None
    assert found.session.id == "long"
    assert offer([STEPPING], at_home) is None
    assert offer([], Config()) is None


def test_the_settings_make_its_minutes() -> None:
    """A longer set-up is a longer session."""
    usual, slow = offer([SHORT], Config()), offer([SHORT], Config(setup=120))
    assert usual is not None
    assert slow is not None
    assert slow.seconds - usual.seconds == 105


@pytest.mark.parametrize(("at", "shown"), [(0, "► · · ·   Step 1 of 4"), (2, "■ ■ ► ·   Step 3 of 4")])
def test_the_way(at: int, shown: str) -> None:
    """What is done, where one is, what is to come."""
    assert way(at) == shown


def test_every_sentence_fits_the_least_window() -> None:
    """58 columns are left of 60."""
    lines = [*WHAT, TOO_SMALL, *(line for step in STEPS for line in (step.title, step.about))]
    assert [line for text in lines for line in text.split("\n") if len(line) > 58] == []
