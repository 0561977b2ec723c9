"""From a session to a plan: order, breaks, modes."""

from __future__ import annotations

import pytest

from glutetimer.core.plan.options import Options
from glutetimer.core.plan.plan import Plan
from glutetimer.core.session.session import Band, Exercise, Phase, Posture, Span
from tests.helpers.core import each, hold, plan, reps


def walk(plan: Plan) -> list[tuple[str, int, int, str, str | None]]:
    """Exercise, round, set, side and direction of every bout."""
    return [(b.exercise.id, b.round, b.set, b.side, b.direction) for b in plan.bouts]


def breaks(plan: Plan) -> list[tuple[str, float]]:
    return [(each.kind, each.seconds) for each in plan.breaks]


def test_a_circuit_goes_by_round_exercise_side_direction() -> None:
    made = plan(each("a", directions=("forward", "backward")), reps("b"), order="circuit", rounds=Span(2, 3))
    one_round = [
        ("a", 1, "left", "forward"),
        ("a", 1, "left", "backward"),
        ("a", 1, "right", "forward"),
        ("a", 1, "right", "backward"),
        ("b", 1, "both", None),
    ]
    assert walk(made) == [(id_, round_, *rest) for round_ in (1, 2) for id_, *rest in one_round]


def test_straight_order_goes_by_exercise_set_side() -> None:
    made = plan(each("a"), reps("b"), rounds=Span(2, 2))
    assert walk(made) == [
        ("a", 1, 1, "left", None),
        ("a", 1, 1, "right", None),
        ("a", 1, 2, "left", None),
        ("a", 1, 2, "right", None),
        ("b", 1, 1, "both", None),
        ("b", 1, 2, "both", None),
    ]


def test_an_exercise_in_straight_order_may_have_its_own_sets() -> None:
    made = plan(reps("a", sets=Span(3, 4)), reps("b"), rounds=Span(2, 2))
    assert [bout.exercise.id for bout in made.bouts] == ["a", "a", "a", "b", "b"]
    assert [bout.sets for bout in made.bouts] == [3, 3, 3, 2, 2]


def test_rounds_on_the_day_stand_in_for_those_of_the_file() -> None:
    made = plan(reps("a", sets=Span(3, 4)), reps("b"), rounds=Span(2, 2), options=Options(rounds=1))
    assert [bout.exercise.id for bout in made.bouts] == ["a", "a", "a", "b"]
    assert made.rounds == 1


@pytest.mark.parametrize("mode", ["post-run", "pre-run"])
def test_a_one_round_mode_does_each_once(mode: str) -> None:
    options = Options(mode="post-run" if mode == "post-run" else "pre-run")
    straight = plan(reps("a", sets=Span(3, 4)), reps("b"), rounds=Span(2, 2), options=options)
    circuit = plan(reps("a"), reps("b"), order="circuit", rounds=Span(3, 3), options=options)
    assert [bout.exercise.id for bout in straight.bouts] == ["a", "b"] == [b.exercise.id for b in circuit.bouts]
    assert (straight.mode, straight.rounds, circuit.rounds) == (mode, 1, 1)


def test_the_first_side_may_be_the_right_one() -> None:
    made = plan(each("a"), options=Options(first_side="right"))
    assert [bout.side for bout in made.bouts] == ["right", "left"]
    assert made.first_side == "right"


def test_alternating_is_one_bout_of_twice_the_reps_and_seconds() -> None:
    bout = plan(each("a", 5, sides="alternate", tempo=(Phase("swap", 3.0),))).bouts[0]
    assert (bout.side, bout.target, bout.turns, bout.seconds) == ("alternate", 5, 10, 30.0)


@pytest.mark.parametrize("pace", ["counted", "tap", "own"])
def test_the_seconds_are_the_target_at_its_tempo_at_every_pace(pace: str) -> None:
    assert plan(reps("a", 8, pace=pace)).bouts[0].seconds == 24.0


def test_a_hold_lasts_its_target() -> None:
    bout = plan(hold("a", 45, pace="own")).bouts[0]
    assert (bout.target, bout.seconds) == (45, 45.0)


def test_the_target_is_where_the_range_starts() -> None:
    assert plan(reps("a", dose=Span(8, 15))).bouts[0].target == 8


def test_the_pace_of_the_day_holds_for_every_exercise() -> None:
    made = plan(reps("a", pace="own"), hold("b"), options=Options(pace="tap"))
    assert [bout.pace for bout in made.bouts] == ["tap", "tap"]


def test_a_set_up_comes_first_and_only_once() -> None:
    assert breaks(plan(reps("a"), reps("b"), reps("c"))) == [("setup", 15.0), ("rest", 30.0), ("rest", 30.0)]


@pytest.mark.parametrize(("posture", "seconds"), [("standing", 5.0), ("seated", 5.0), ("side", 10.0), ("front", 10.0)])
def test_changing_sides_takes_longer_when_lying(posture: Posture, seconds: float) -> None:
    made = plan(each("a", directions=("forward", "backward"), posture=posture))
    assert breaks(made)[1:] == [("switch", 3.0), ("switch", seconds), ("switch", 3.0)]


def test_sets_of_one_exercise_are_parted_by_a_rest() -> None:
    assert breaks(plan(each("a"), rounds=Span(2, 2)))[1:] == [("switch", 5.0), ("rest", 30.0), ("switch", 5.0)]


def test_an_exercise_done_twice_in_a_circuit_rests_between_the_rounds() -> None:
    made = plan(reps("a"), order="circuit", rounds=Span(2, 2))
    assert breaks(made) == [("setup", 15.0), ("rest", 30.0)]


def rest_between(before: Exercise, after: Exercise, rest: int = 0) -> tuple[float, tuple[str, ...]]:
    """Seconds and changes of the rest between two exercises."""
    between = plan(before, after, rest=rest).breaks[1]
    return between.seconds, between.changes


@pytest.mark.parametrize(
    ("before", "after", "seconds", "changes"),
    [
        (reps("a"), reps("b"), 5.0, ()),
        (reps("a", band="laces"), reps("b", band="ankles"), 10.0, ("band",)),
        (reps("a", band="laces"), reps("b"), 10.0, ("band",)),
        (reps("a"), reps("b", needs=(("step",),)), 10.0, ("kit",)),
        (reps("a", needs=(("step",),)), reps("b"), 5.0, ()),
        (reps("a", band="laces"), reps("b", needs=(("step",),)), 10.0, ("band", "kit")),
        (reps("a"), reps("b", posture="side"), 10.0, ("posture",)),
        (reps("a", posture="back"), reps("b"), 10.0, ("posture",)),
        (reps("a", posture="back"), reps("b", posture="side"), 5.0, ("posture",)),
        (reps("a"), reps("b", posture="seated"), 5.0, ("posture",)),
        (reps("a", band="laces"), reps("b", posture="side"), 20.0, ("band", "posture")),
    ],
)
def test_a_rest_holds_what_has_to_be_changed(
    before: Exercise, after: Exercise, seconds: float, changes: tuple[str, ...]
) -> None:
    assert rest_between(before, after) == (seconds, changes)


def test_a_rest_that_is_long_enough_is_not_made_longer_by_changes() -> None:
    assert rest_between(reps("a", band="laces"), reps("b", posture="side"), rest=30)[0] == 30.0


@pytest.mark.parametrize(
    ("posture", "band", "changes"), [("side", "none", ("posture",)), ("standing", "knees", ("band",))]
)
def test_the_set_up_names_what_the_first_exercise_wants(posture: Posture, band: Band, changes: tuple[str, ...]) -> None:
    assert plan(reps("a", posture=posture, band=band)).breaks[0].changes == changes


def test_an_exercise_may_have_its_own_rest_after_it() -> None:
    assert breaks(plan(reps("a", rest=60), reps("b"), reps("c")))[1:] == [("rest", 60.0), ("rest", 30.0)]


def test_the_rest_of_the_day_stands_in_for_every_other() -> None:
    made = plan(reps("a", rest=60), reps("b"), reps("c"), options=Options(rest=8))
    assert breaks(made)[1:] == [("rest", 8.0), ("rest", 8.0)]
    assert made.rest == 8


@pytest.mark.parametrize("rest", [0, 2, 5])
def test_another_exercise_has_five_seconds_to_be_named_in(rest: int) -> None:
    """Sets of one exercise may follow on each other at once."""
    made = plan(reps("a"), reps("b"), rounds=Span(2, 2), options=Options(rest=rest))
    assert breaks(made)[1:] == [("rest", float(rest)), ("rest", 5.0), ("rest", float(rest))]


def test_a_round_anew_of_the_only_exercise_is_no_change() -> None:
    assert breaks(plan(reps("a"), order="circuit", rounds=Span(2, 2), rest=0))[1:] == [("rest", 0.0)]


def test_the_plan_ends_with_its_last_bout() -> None:
    """No rest after the last set: 15 s set-up, 12 s, 30 s rest, 12 s."""
    made = plan(reps("a"), reps("b"))
    assert made.seconds == 69.0
    assert made.steps[-1] is made.bouts[-1]


def test_every_step_begins_where_the_one_before_ends() -> None:
    steps = plan(each("a", tempo=(Phase("up", 0.7), Phase("down", 1.1))), hold("b"), rounds=Span(2, 2)).steps
    ends = [step.start + step.seconds for step in steps]
    assert [step.start for step in steps] == [0.0, *ends[:-1]]


def test_each_exercise_is_listed_once() -> None:
    assert plan(each("a"), reps("b"), order="circuit", rounds=Span(2, 2)).exercise_ids == ("a", "b")
