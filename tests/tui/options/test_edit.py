"""Changes of what is asked for today, as pure functions."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glutetimer.adapters.files.sessions import built_in_dir, load
from glutetimer.core.plan.compile import EmptyPlan, compile_plan
from glutetimer.core.plan.options import Options, Own
from glutetimer.core.session.session import Exercise, Session, Span
from glutetimer.core.values import replace
from glutetimer.tui.options.edit import Cell, cells_of, flip, more, of_the_day, put, put_all_sets, put_kit, value_of
from tests.helpers.core import each, hold, reps, session

KICK = each("kick", 15, sets=Span(2, 2))
PLANK = hold("plank", 30)
SQUAT = reps("squat", 8, pace="tap")
THREE = session(KICK, PLANK, SQUAT, rounds=Span(3, 3))
BUILT_IN = [load(path) for path in sorted(built_in_dir().glob("*.toml"))]


def after(exercise: Exercise, cell: Cell, *by: int, of: Session = THREE, options: Options | None = None) -> Options:
    """The options after so many steps."""
    out = options or Options()
    for step in by:
        out = more(of, out, exercise, cell, step)
    return out


def test_what_is_written_into_a_file_is_asked_for_no_more() -> None:
    """But for what the settings hold against it."""
    own = (Own("kick", left=9, pace="tap"), Own("plank", left=20))
    asked = Options(rounds=2, rest=45, pace="own", own=own, without=("band",), minutes=15, strength="green")
    day = Options(without=("band",), minutes=15, strength="green")
    assert of_the_day(asked, Options()) == day
    assert of_the_day(asked, Options(rest=30)) == replace(day, rest=45)
    assert of_the_day(asked, Options(pace="counted")) == replace(day, pace="own", own=(Own("kick", pace="tap"),))


def test_sides_change_apart() -> None:
    """The right side gets its own dose; the left one keeps what is written."""
    assert after(KICK, "right", -1, -1, -1).own == (Own("kick", right=12),)


def test_back_to_what_is_written_leaves_no_trace() -> None:
    """So that equal wishes are equal options."""
    assert after(KICK, "left", 1, 1, -1, -1) == Options()
    assert after(SQUAT, "pace", 1, 1, 1) == Options()
    assert after(KICK, "sets", -1, 1) == Options()


def test_wishes_stand_in_the_order_of_the_session() -> None:
    """Whichever was changed first."""
    options = after(KICK, "left", 1, options=after(SQUAT, "left", 1))
    assert [own.exercise for own in options.own] == ["kick", "squat"]


@pytest.mark.parametrize(
    ("now", "by", "then"),
    [(30, 1, 35), (30, -1, 25), (25, -1, 20), (20, -1, 19), (19, 1, 20), (20, 1, 25), (32, 1, 35), (32, -1, 30)],
)
def test_holds_change_by_five_seconds_and_short_ones_by_one(now: int, by: int, then: int) -> None:
    """A hold is not known to the second."""
    plank = hold("plank", now)
    options = more(session(plank), Options(), plank, "left", by)
    assert value_of(session(plank), options, plank, "left") == then


@pytest.mark.parametrize(
    ("exercise", "cell", "by", "end"),
    [
        (reps("r", 199), "left", 1, 200),
        (reps("r", 2), "left", -1, 1),
        (hold("h", 598), "left", 1, 600),
        (hold("h", 2), "left", -1, 1),
        (reps("r", 4, sets=Span(19, 19)), "sets", 1, 20),
        (reps("r", 4, sets=Span(2, 2)), "sets", -1, 1),
    ],
)
def test_values_are_held_at_their_ends(exercise: Exercise, cell: Cell, by: int, end: int) -> None:
    """More than a session file may say, or nothing at all, cannot be asked for."""
    of = session(exercise)
    options = after(exercise, cell, by, by, by, of=of)
    assert value_of(of, options, exercise, cell) == end


def test_pace_goes_round() -> None:
    """From an exercise's own pace on."""
    assert [after(SQUAT, "pace", *[1] * n).own for n in (1, 2)] == [
        (Own("squat", pace="own"),),
        (Own("squat", pace="counted"),),
    ]


def test_a_pace_for_all_is_what_an_exercise_goes_back_to() -> None:
    """An exercise that is set to the pace of all follows it again."""
    everywhere = Options(pace="own")
    assert put(THREE, after(SQUAT, "pace", 1, options=everywhere), SQUAT, "pace", "own") == everywhere


def test_out_and_in_again_keeps_the_doses() -> None:
    """Leaving out forgets nothing."""
    changed = after(KICK, "left", -1)
    out = flip(THREE, changed, KICK)
    assert out.own == (Own("kick", skip=True, left=14),)
    assert flip(THREE, out, KICK) == changed


@pytest.mark.parametrize(
    ("of", "options", "exercise", "cells"),
    [
        (THREE, Options(), KICK, ("sets", "left", "right", "pace")),
        (THREE, Options(), SQUAT, ("sets", "left", "pace")),
        (THREE, Options(mode="post-run"), KICK, ("left", "right", "pace")),
        (replace(THREE, order="circuit"), Options(), SQUAT, ("left", "pace")),
        (THREE, Options(), reps("turns", 5, sides="alternate"), ("sets", "left", "pace")),
    ],
)
def test_which_cells_can_be_changed(of: Session, options: Options, exercise: Exercise, cells: tuple[Cell, ...]) -> None:
    """Sets only in a whole workout in straight order, right only where the sides are done apart."""
    assert cells_of(of, options, exercise) == cells


def test_as_many_sets_of_each() -> None:
    """Exercises with sets of their own and those without get the same number."""
    options = put_all_sets(THREE, Options(), 1)
    assert options == Options(rounds=1, own=(Own("kick", sets=1),))
    assert {bout.sets for bout in compile_plan(THREE, options).bouts} == {1}
    assert put_all_sets(THREE, options, None) == Options()


def test_kit_of_others_stays_missing() -> None:
    """Only the words of the row are put; they stand in the row's order."""
    options = Options(without=("radiator", "step"))
    assert put_kit(options, ("band", "chair", "step"), ("chair",)).without == ("band", "step", "radiator")


STEPS = st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3), st.sampled_from([-1, 0, 1])), max_size=30)


@given(st.sampled_from(BUILT_IN), STEPS)
def test_whatever_is_asked_for_can_be_compiled(of: Session, steps: list[tuple[int, int, int]]) -> None:
    """Any keys in any rows: the plan has the doses that are shown, or nothing is left to do."""
    options = Options()
    for row, column, by in steps:
        exercise = of.exercises[row]
        cells = cells_of(of, options, exercise)
        change = more(of, options, exercise, cells[column % len(cells)], by) if by else flip(of, options, exercise)
        options = change
    if all(own.skip for own in options.own) and len(options.own) == len(of.exercises):
        with pytest.raises(EmptyPlan):
            compile_plan(of, options)
        return
    by_id = {exercise.id: exercise for exercise in of.exercises}
    for bout in compile_plan(of, options).bouts:
        exercise = by_id[bout.exercise.id]
        assert bout.target == value_of(of, options, exercise, "right" if bout.side == "right" else "left")
        assert bout.pace == value_of(of, options, exercise, "pace")
        if of.order == "straight":
            assert bout.sets == value_of(of, options, exercise, "sets")
