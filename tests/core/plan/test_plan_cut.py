"""What is left out of a plan for want of kit or time, and the plan as JSON."""

from __future__ import annotations

import pytest

from glutetimer.core.plan.compile import EmptyPlan
from glutetimer.core.plan.options import Options
from glutetimer.core.plan.plan import LeftOut, Replaced, plan_json
from glutetimer.core.session.session import Span
from tests.helpers.core import each, hold, plan, reps


def test_what_cannot_be_done_is_left_out_and_named() -> None:
    made = plan(reps("step-up", needs=(("step",),)), reps("b"), options=Options(without=("step",)))
    assert made.left_out == (LeftOut("step-up", "Step-Up", ("step",)),)
    assert made.exercise_ids == ("b",)
    assert made.without == ("step",)


def test_a_substitute_is_named_beside_what_it_replaces() -> None:
    walk = reps("walk", band="knees", without=(("band", hold("press")),))
    made = plan(walk, options=Options(without=("band",)))
    assert made.replaced == (Replaced("walk", "Walk", "press", "Press"),)
    assert made.exercise_ids == ("press",)


def test_an_exercise_done_without_its_band_replaces_itself() -> None:
    made = plan(reps("kick", band="knees", unbanded=True), options=Options(without=("band",)))
    assert made.replaced == (Replaced("kick", "Kick", "kick", "Kick"),)
    assert made.bouts[0].exercise.band == "none"


def test_kit_that_no_exercise_needs_changes_nothing() -> None:
    made = plan(reps("a"), options=Options(without=("band",)))
    assert (made.left_out, made.replaced) == ((), ())


def test_a_plan_with_nothing_left_is_refused_with_a_way_out() -> None:
    with pytest.raises(EmptyPlan) as caught:
        plan(
            reps("a", needs=(("step",),)),
            reps("b", band="knees", needs=(("step",),)),
            options=Options(without=("step", "band")),
        )
    assert str(caught.value) == (
        "nothing is left to do: every exercise needs step, band (get it, or choose another session)"
    )


def test_sets_that_do_not_fit_into_the_minutes_are_dropped_before_moves_and_named() -> None:
    """Set-up 15 s, sets of 12 s, rests of 30 s: the third set ends at 111 s, the fourth at 153 s."""
    made = plan(reps("a"), reps("b"), reps("c"), rounds=Span(2, 2), options=Options(minutes=2))
    assert [bout.exercise.id for bout in made.bouts] == ["a", "b", "c"]
    assert made.left_out == tuple(LeftOut(id_, id_.upper(), sets=1, minutes=2) for id_ in "abc")
    assert made.seconds == 111.0


def test_what_is_left_knows_how_many_sets_are_left() -> None:
    made = plan(reps("a"), reps("b"), order="circuit", rounds=Span(2, 2), options=Options(minutes=2))
    assert [(bout.exercise.id, bout.number, bout.sets) for bout in made.bouts] == [
        ("a", 1, 2),
        ("b", 1, 1),
        ("a", 2, 2),
    ]


def test_a_set_is_never_cut_in_half() -> None:
    """The left side would end at 57 s, the right one at 104 s."""
    made = plan(reps("a", 1), each("b", 14), options=Options(minutes=1, rest=0))
    assert [bout.exercise.id for bout in made.bouts] == ["a"]


def test_a_set_that_ends_just_in_time_stays() -> None:
    """15 s and a hold of 45 s."""
    assert len(plan(hold("a", 45), options=Options(minutes=1)).bouts) == 1


def test_with_minutes_to_spare_nothing_is_left_out() -> None:
    assert plan(reps("a"), options=Options(minutes=1)).left_out == ()


def test_too_few_minutes_for_any_set_are_refused_with_how_many_it_needs() -> None:
    """Set-up 15 s, 60 s, switch 5 s, 60 s: 140 s."""
    with pytest.raises(EmptyPlan) as caught:
        plan(each("a", 20), each("b", 30), options=Options(minutes=1))
    assert str(caught.value) == "nothing fits into 1 min (the shortest set needs 3 min)"


def test_a_minute_that_is_just_begun_is_needed_whole() -> None:
    """15 s and a hold of 106 s: 121 s."""
    with pytest.raises(EmptyPlan, match=r"needs 3 min"):
        plan(hold("a", 106), options=Options(minutes=2))


def test_the_plan_as_json_is_that_of_the_contract() -> None:
    circles = each("circles", 2, posture="side", directions=("forward",), pace="tap")
    step_up = reps("step-up", needs=(("step",),))
    made = plan(circles, step_up, hold("plank", 20), options=Options(without=("step",)))
    assert plan_json(made) == {
        "format": 1,
        "session": "test",
        "name": "Test",
        "order": "straight",
        "mode": "full",
        "rounds": 1,
        "rest": 30,
        "without": ["step"],
        "left_out": [{"exercise": "step-up", "needs": ["step"]}],
        "seconds": 92.0,
        "steps": [
            {"kind": "setup", "start": 0.0, "seconds": 20.0, "exercise": "circles", "changes": ["posture"]},
            {
                "kind": "reps",
                "start": 20.0,
                "seconds": 6.0,
                "exercise": "circles",
                "name": "Circles",
                "round": 1,
                "set": 1,
                "side": "left",
                "direction": "forward",
                "target": 2,
                "pace": "tap",
            },
            {"kind": "switch", "start": 26.0, "seconds": 10.0, "exercise": "circles"},
            {
                "kind": "reps",
                "start": 36.0,
                "seconds": 6.0,
                "exercise": "circles",
                "name": "Circles",
                "round": 1,
                "set": 1,
                "side": "right",
                "direction": "forward",
                "target": 2,
                "pace": "tap",
            },
            {"kind": "rest", "start": 42.0, "seconds": 30.0, "exercise": "plank", "changes": ["posture"]},
            {
                "kind": "hold",
                "start": 72.0,
                "seconds": 20.0,
                "exercise": "plank",
                "name": "Plank",
                "round": 1,
                "set": 1,
                "side": "both",
                "target": 20,
                "pace": "counted",
            },
        ],
    }


def test_the_json_says_what_was_replaced_and_which_sets_did_not_fit() -> None:
    walk = reps("walk", band="knees", without=(("band", hold("press")),))
    out = plan_json(plan(walk, reps("b", 20), options=Options(without=("band",), minutes=1)))
    assert out["replaced"] == [{"exercise": "walk", "by": "press"}]
    assert out["left_out"] == [{"exercise": "b", "sets": 1, "minutes": 1}]
