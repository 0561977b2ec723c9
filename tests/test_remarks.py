"""What a plan leaves out or replaces, in sentences."""

from __future__ import annotations

from builders import hold, plan, reps

from glutetimer.cli.remarks import remarks
from glutetimer.core.options import Options, Own
from glutetimer.core.session import Span


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
        "Left out: Plank, 1 set (more than 3 min).",
    )


def test_what_is_replaced_says_by_what() -> None:
    walk = reps("walk", band="knees", without=(("band", hold("press")),))
    made = plan(walk, reps("kick", band="knees", unbanded=True), options=Options(without=("band",)))
    assert remarks(made) == ("Press instead of Walk.", "Kick: without the band.")
