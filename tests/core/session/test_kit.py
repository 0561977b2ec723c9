"""What becomes of an exercise when kit is missing."""

from __future__ import annotations

from glutetimer.core.session.kit import KIT, KitChoice, choose, missing_needs, not_here
from tests.helpers.core import hold, reps, session

NONE: frozenset[str] = frozenset()


def without(*words: str) -> frozenset[str]:
    return frozenset(words)


def test_with_all_kit_the_exercise_is_done_as_it_is() -> None:
    step_up = reps(needs=(("step",),), band="knees")
    assert choose(step_up, NONE) == KitChoice(step_up)


def test_the_band_is_implied_by_where_it_sits() -> None:
    assert missing_needs(reps(band="ankles"), without("band")) == ("band",)


def test_an_exercise_without_a_band_does_not_miss_it() -> None:
    assert missing_needs(reps(), without("band", "chair")) == ()


def test_either_of_two_things_will_do() -> None:
    hip_lift = reps(needs=(("chair", "sofa"),))
    assert choose(hip_lift, without("chair")) == KitChoice(hip_lift)


def test_a_need_is_missing_when_all_that_would_do_is_and_is_named_as_written() -> None:
    hip_lift = reps(needs=(("chair", "sofa"), ("step",)), band="knees")
    assert missing_needs(hip_lift, without("chair", "sofa", "band")) == ("band", "chair or sofa")


def test_a_substitute_takes_its_place() -> None:
    press = hold("press")
    walk = reps("walk", band="above-knees", without=(("band", press),))
    assert choose(walk, without("band")) == KitChoice(press, ("band",))


def test_the_first_substitute_that_matches_is_taken() -> None:
    walk = reps(band="knees", needs=(("step",),), without=(("band", hold("first")), ("step", hold("second"))))
    chosen = choose(walk, without("step", "band")).exercise
    assert chosen is not None
    assert chosen.id == "first"


def test_a_substitute_for_kit_that_is_there_is_passed_over() -> None:
    walk = reps(band="knees", needs=(("step",),), without=(("band", hold("first")), ("step", hold("second"))))
    assert choose(walk, without("step")).exercise == hold("second")


def test_a_substitute_for_one_of_two_things_is_passed_over_while_the_other_will_do() -> None:
    """The sofa is there: what is missing is the band, so the band's substitute is the one."""
    lift = reps(
        band="knees", needs=(("chair", "sofa"),), without=(("chair", hold("no-chair")), ("band", hold("no-band")))
    )
    assert choose(lift, without("chair", "band")).exercise == hold("no-band")


def test_a_substitute_that_lacks_kit_itself_is_passed_over() -> None:
    press = hold("press", needs=(("sofa",),))
    walk = reps(band="knees", without=(("band", press), ("band", hold("wall"))))
    assert choose(walk, without("band", "sofa")).exercise == hold("wall")


def test_a_substitute_may_be_done_unbanded() -> None:
    other = reps("other", band="knees", unbanded=True)
    step_up = reps("step-up", needs=(("step",),), without=(("step", other),))
    chosen = choose(step_up, without("step", "band")).exercise
    assert chosen is not None
    assert (chosen.id, chosen.band) == ("other", "none")


def test_without_a_substitute_the_band_is_left_off_where_that_may_be() -> None:
    kick = reps(band="ankles", unbanded=True)
    assert choose(kick, without("band")) == KitChoice(reps(unbanded=True), ("band",))


def test_a_substitute_comes_before_leaving_the_band_off() -> None:
    kick = reps(band="ankles", unbanded=True, without=(("band", hold("press")),))
    assert choose(kick, without("band")).exercise == hold("press")


def test_leaving_the_band_off_is_no_help_where_something_else_is_missing_too() -> None:
    kick = reps(band="ankles", unbanded=True, needs=(("wall",),))
    assert choose(kick, without("band", "wall")) == KitChoice(None, ("band", "wall"))


def test_what_cannot_be_done_is_left_out_with_what_it_needs() -> None:
    assert choose(reps(needs=(("step",),)), without("step")) == KitChoice(None, ("step",))


#: Needs a band, a step, and a chair or a sofa; instead of the step, a wall.
KITTED = session(
    reps("kick", band="ankles"),
    reps("up", needs=(("step",),), without=(("step", hold("lean", needs=(("wall",),))),)),
    hold("lift", needs=(("chair", "sofa"), ("rope",))),
)


def test_who_never_said_what_is_at_home_has_everything() -> None:
    assert not_here(KITTED, None) == ()


def test_all_that_the_session_could_use_is_missing_where_there_is_nothing() -> None:
    """Those of substitutes too, in the program's order; what it never asks about is there."""
    assert not_here(KITTED, ()) == ("band", "chair", "step", "wall", "sofa")


def test_what_is_at_home_is_not_missing_and_other_things_there_do_no_harm() -> None:
    assert not_here(KITTED, ("sofa", "band", "kettlebell", "step")) == ("chair", "wall")


def test_kit_that_the_session_cannot_use_is_not_missed() -> None:
    assert not_here(session(reps()), ()) == ()
    assert not_here(KITTED, KIT) == ()
