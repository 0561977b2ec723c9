"""Minutes at hand: fewer sets before fewer moves, one round of all before two of some, and the key move to the last."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glutetimer.core.plan.compile import EmptyPlan, compile_plan
from glutetimer.core.plan.options import Options
from glutetimer.core.plan.plan import Plan
from glutetimer.core.session.session import Exercise, Session, Span
from tests.core.audio.test_heard_ahead import SESSIONS
from tests.helpers.core import each, hold, plan, reps, session

TWO = Span(2, 2)


def counts(made: Plan, whole: Session) -> list[int]:
    """Sets (rounds) of each move of the session."""
    keys = {bout.set_key for bout in made.bouts}
    return [sum(key[0] == exercise.id for key in keys) for exercise in whole.exercises]


def judge(whole: Session, minutes: int, **options: Any) -> list[int]:
    """What any plan for these minutes must be; return the sets of each move that it keeps."""
    wanted = counts(compile_plan(whole, Options(**options)), whole)
    try:
        made = compile_plan(whole, Options(minutes=minutes, **options))
    except EmptyPlan:
        return [0] * len(wanted)
    kept = counts(made, whole)
    assert made.seconds <= minutes * 60
    short = [have for have, want in zip(kept, wanted, strict=True) if have < want]
    assert all(have <= least + 1 for have in kept for least in short), "a move has two sets more than another"
    told = {item.exercise: item.sets for item in made.left_out}
    less = {one.id: want - have for one, have, want in zip(whole.exercises, kept, wanted, strict=True) if have < want}
    assert told == less
    return kept


@pytest.mark.parametrize("minutes", range(5, 31))
@pytest.mark.parametrize("mode", ["full", "post-run"])
@pytest.mark.parametrize("name", SESSIONS)
def test_every_session_in_five_to_thirty_minutes(name: str, mode: str, minutes: int) -> None:
    """No plan is longer than asked, no move is dropped while another has two sets, a key move is the last to go."""
    whole = SESSIONS[name]
    kept = judge(whole, minutes, mode=mode)
    assert any(kept)
    assert all(have for one, have in zip(whole.exercises, kept, strict=True) if one.key)


@st.composite
def sessions(draw: st.DrawFn) -> Session:
    """Up to five moves of any length, in either order; some are key moves."""
    exercises: list[Exercise] = []
    for number in range(draw(st.integers(1, 5))):
        make = draw(st.sampled_from([reps, each, hold]))
        sets = draw(st.none() | st.integers(1, 4).map(lambda most: Span(most, most)))
        posture = draw(st.sampled_from(["standing", "back", "side"]))
        dose = draw(st.integers(1, 60))
        exercises.append(make(f"m{number}", dose, sets=sets, posture=posture, key=draw(st.booleans())))
    order = draw(st.sampled_from(["straight", "circuit"]))
    return session(*exercises, rounds=draw(st.integers(1, 4).map(lambda most: Span(most, most))), order=order)


@given(sessions(), st.integers(1, 40))
def test_any_session_in_any_time(whole: Session, minutes: int) -> None:
    kept = judge(whole, minutes)
    alone = {one.id: compile_plan(session(one), Options(mode="post-run")).seconds for one in whole.exercises}
    if not any(kept):
        assert min(alone.values()) > minutes * 60
    # A key move that is left out does not even fit alone, unless another key move took its time.
    keys = [(one, have) for one, have in zip(whole.exercises, kept, strict=True) if one.key]
    assert all(have or alone[one.id] > minutes * 60 or any(other for _, other in keys) for one, have in keys)


def test_a_round_of_all_comes_before_two_of_some() -> None:
    """Set-up 15 s, sets of 15 s, rests of 30 s: five sets end at 210 s, six at 255 s."""
    made = plan(reps("a", 5), reps("b", 5), reps("c", 5), rounds=TWO, order="circuit", options=Options(minutes=4))
    assert [(bout.exercise.id, bout.round) for bout in made.bouts] == [
        ("a", 1),
        ("b", 1),
        ("c", 1),
        ("a", 2),
        ("b", 2),
    ]


def test_the_key_move_stays_where_only_one_fits() -> None:
    made = plan(reps("a"), reps("b", key=True), reps("c"), rounds=TWO, options=Options(minutes=1))
    assert made.exercise_ids == ("b",)


def test_the_last_set_of_a_round_goes_before_that_of_the_key_move() -> None:
    made = plan(reps("a"), reps("b", key=True), rounds=TWO, options=Options(minutes=2))
    assert counts(made, session(reps("a"), reps("b"))) == [1, 2]


def test_a_short_move_takes_the_place_of_a_long_one_that_does_not_fit() -> None:
    made = plan(reps("a"), hold("b", 80), reps("c"), options=Options(minutes=2))
    assert made.exercise_ids == ("a", "c")


def test_what_takes_the_place_of_a_key_move_is_one() -> None:
    walk = reps("walk", band="knees", key=True, without=(("band", reps("press")),))
    made = plan(reps("a"), walk, options=Options(minutes=1, without=("band",)))
    assert made.exercise_ids == ("press",)
