"""What a session is done with today."""

from __future__ import annotations

from glutetimer.core.defaults import at_home, today, usual, with_band
from glutetimer.core.log.last_times import Past
from glutetimer.core.plan.options import Options
from glutetimer.core.session.kit import not_here
from glutetimer.core.settings.config import Config
from tests.helpers.core import reps, session

BANDED = session(reps(band="ankles"))
STEP = session(reps(needs=(("step",), ("chair", "sofa"), ("kettlebell",))))


def test_usual_settings_are_usual_options() -> None:
    """What is not set is left to the session."""
    assert usual(Config()) == Options()


def test_settings_become_options() -> None:
    """Each setting that changes a plan."""
    config = Config(first_side="right", pace="tap", rest=45, switch=8, setup=20, lead=5)
    assert usual(config) == Options(first_side="right", pace="tap", rest=45, switch=8, setup=20, lead=5)


def test_kit_never_told_is_all_there() -> None:
    """Nobody is asked for what the program does not know."""
    assert at_home(Options(), STEP, Config()) == Options()


def test_kit_that_is_not_at_home_is_missing() -> None:
    """Only words that the session uses and that the program asks about; nothing twice."""
    assert at_home(Options(), STEP, Config(kit=("sofa",))).without == ("chair", "step")
    asked = Options(without=("step", "wall"))
    assert at_home(asked, STEP, Config(kit=("sofa",))).without == ("step", "wall", "chair")


def test_kit_of_substitutes_counts() -> None:
    """What would be done instead may need something, too."""
    plain = session(reps(band="ankles", without=(("band", reps("other", needs=(("sofa",),))),)))
    assert not_here(plain, ()) == ("band", "sofa")
    assert not_here(plain, None) == ()


def test_the_only_band_is_the_one_used() -> None:
    """One there is: that one. Of several nobody knows, but for last time."""
    assert with_band(Options(), BANDED, Config(bands=("green",)), Past()).strength == "green"
    two = Config(bands=("green", "red"))
    assert with_band(Options(), BANDED, two, Past()).strength == ""
    assert with_band(Options(), BANDED, two, Past(strengths={"test": "red"})).strength == "red"
    assert with_band(Options(), BANDED, two, Past(strengths={"test": "gone"})).strength == ""


def test_no_band_no_strength() -> None:
    """Not where the session has none, nor where it is missing; what was said stays."""
    config = Config(bands=("green",))
    assert with_band(Options(), STEP, config, Past()).strength == ""
    assert with_band(Options(without=("band",)), BANDED, config, Past()).strength == ""
    assert with_band(Options(strength="red"), BANDED, config, Past()).strength == "red"


def test_today_is_all_of_it() -> None:
    """Settings, kit and band together."""
    options = today(BANDED, Config(rest=20, kit=("band",), bands=("green",)), Past())
    assert options == Options(rest=20, strength="green")
