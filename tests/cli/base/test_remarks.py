"""What a plan leaves out or replaces, in sentences."""

from __future__ import annotations

from glutetimer.cli.base.remarks import fixed_sets, remarks
from glutetimer.core.plan.options import Options, Own
from glutetimer.core.session.session import Span
from tests.helpers.core import hold, plan, reps, session


def test_what_is_left_out_says_why() -> None:
    made = plan(
        reps("step-up", needs=(("step",),)),
        reps("squat"),
        reps("lunge"),
        hold("plank", 60),
        rounds=Span(2, 2),
        options=Options(without=("step",), minutes=3, own=(Own("squat", skip=True),)),
    )
    assert remarks(made) == (
        "Left out: Step-Up (needs step).",
        "Left out: Squat (your choice).",
        "Plank: 1 set less, to fit 3 min.",
    )
    assert remarks(plan(reps("lunge"), hold("plank", 60), options=Options(minutes=1))) == (
        "Left out: Plank (no time for it in 1 min).",
    )


def test_rounds_that_change_nothing_say_so() -> None:
    """Of exercises with sets of their own; a circuit's rounds are for all, and what is asked for may be so already."""
    own = session(reps("a", sets=Span(3, 3)), reps("b", sets=Span(1, 2)), reps("c"), rounds=Span(2, 2))
    assert fixed_sets(own, Options(rounds=1)) == (
        "--rounds 1 leaves exercises with sets of their own as they are: A (3 sets); --post-run does one set of each.",
    )
    assert fixed_sets(own, Options(rounds=4)) == (
        "--rounds 4 leaves exercises with sets of their own as they are: A (3 sets), B (1 set).",
    )
    assert fixed_sets(own, Options()) == fixed_sets(session(reps("a")), Options(rounds=1)) == ()
    assert fixed_sets(session(reps("a"), order="circuit"), Options(rounds=1)) == ()


def test_what_is_replaced_says_by_what() -> None:
    walk = reps("walk", band="knees", without=(("band", hold("press")),))
    made = plan(walk, reps("kick", band="knees", unbanded=True), options=Options(without=("band",)))
    assert remarks(made) == ("Press instead of Walk.", "Kick: without the band.")
