"""A session as the runner changed it, kept as one of its own."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from glutetimer.adapters.files.sessions import built_in_dir
from glutetimer.core.plan.compile import EmptyPlan, compile_plan
from glutetimer.core.plan.options import Options, Own
from glutetimer.core.plan.plan import Plan
from glutetimer.core.plan.save_as import own_id, own_session
from glutetimer.core.session.parse import parse_session
from glutetimer.core.session.session import Exercise, Session
from glutetimer.core.text.problems import BadFile

FILES: list[Path] = sorted(built_in_dir().glob("*.toml"))


def text(name: str) -> str:
    return (built_in_dir() / f"{name}.toml").read_text("utf-8")


def bouts(plan: Plan) -> list[tuple[Any, ...]]:
    """What one notices of a plan."""
    return [
        (b.exercise.id, b.side, b.direction, b.set, b.round, b.target, b.pace, b.seconds, b.rest) for b in plan.bouts
    ]


def wishes(exercise: Exercise) -> st.SearchStrategy[Own]:
    most = 600 if exercise.kind == "hold" else 200
    dose = st.none() | st.integers(1, most)
    return st.builds(
        Own,
        exercise=st.just(exercise.id),
        skip=st.booleans(),
        sets=st.none() | st.integers(1, 20),
        left=dose,
        right=dose if exercise.sides == "each" else st.none(),
        pace=st.none() | st.sampled_from(["counted", "tap", "own"]),
    )


@st.composite
def changed(draw: st.DrawFn) -> tuple[str, Session, Options]:
    """A built-in session's text, and what a runner may want otherwise."""
    path = draw(st.sampled_from(FILES))
    session = parse_session(path.read_text("utf-8"), path.stem)
    own = [draw(st.none() | wishes(exercise)) for exercise in session.exercises]
    options = Options(
        rounds=draw(st.none() | st.integers(1, 20)),
        rest=draw(st.none() | st.integers(0, 600)),
        pace=draw(st.none() | st.sampled_from(["counted", "tap", "own"])),
        own=tuple(wish for wish in own if wish is not None),
    )
    return path.read_text("utf-8"), session, options


@settings(deadline=None)
@given(changed())
def test_the_saved_session_is_the_changed_one(case: tuple[str, Session, Options]) -> None:
    """Its plan without options is that of the old one with them; and it can be saved again, unchanged."""
    old, session, options = case
    try:
        wanted = compile_plan(session, options)
    except EmptyPlan:
        with pytest.raises(EmptyPlan):
            own_session(old, options, "Mine")
        return
    new = own_session(old, options, "Mine")
    assert bouts(compile_plan(parse_session(new, "mine"), Options())) == bouts(wanted)
    assert own_session(new, Options(), "Mine") == new


def test_comments_and_all_else_stay() -> None:
    """Only what was changed is another line."""
    old = text("hip-control").splitlines()
    new = own_session(text("hip-control"), Options(own=(Own("single-leg-bridge", left=12, right=9),)), "Mine")
    assert [line for line in new.splitlines() if line not in old] == ['name = "Mine"', "reps = 12", "right_dose = 9"]
    assert [line for line in old if line not in new.splitlines()] == ['name = "Hip control"']
    assert new.startswith("#:schema ./session.schema.json\n")


def test_sets_in_a_circuit_are_passed_over() -> None:
    """The rounds decide, in the plan as in the file."""
    assert own_session(text("band-hips"), Options(own=(Own("high-knees", sets=3),)), "Band hips") == text("band-hips")


def test_what_is_out_of_its_range_is_refused() -> None:
    """As in any session file."""
    with pytest.raises(BadFile, match="reps cannot be 201"):
        own_session(text("get-hip"), Options(own=(Own("bridge", left=201),)), "Mine")


def test_a_left_out_exercise_goes_with_its_substitute() -> None:
    """Nothing of it is left in the file."""
    new = own_session(text("glute-strength"), Options(own=(Own("sideways-band-walk", skip=True),)), "Mine")
    assert "sideways-band-walk" not in new
    assert "side-press" not in new
    assert "step-up" in new


def test_nothing_left_is_refused() -> None:
    """There is no session without an exercise."""
    session = parse_session(text("get-hip"), "get-hip")
    skipped = tuple(Own(exercise.id, skip=True) for exercise in session.exercises)
    with pytest.raises(EmptyPlan, match="take one in again"):
        own_session(text("get-hip"), Options(own=skipped), "Mine")


@pytest.mark.parametrize("name", ["", "   ", "\x1b[2J"])
def test_a_name_that_is_none_keeps_the_old_one(name: str) -> None:
    """Or what is left of it, cleaned."""
    new = parse_session(own_session(text("get-hip"), Options(), name), "x")
    assert new.name in ("Get hip", "[2J")


@pytest.mark.parametrize(
    ("name", "id_"),
    [
        ("Hip control (mine)", "hip-control-mine"),
        ("Hüfte für Läufer", "hufte-fur-laufer"),
        ("!!!", "session"),
        ("漢字", "session"),
        ("x" * 100, "x" * 40),
        ("get hip", "get-hip-3"),
        ("Con", "con-2"),
        ("Straße", "strasse"),
        ("Mine", "mine-2"),
    ],
)
def test_ids_are_file_names(name: str, id_: str) -> None:
    """Unaccented, with dashes, and never one that is taken."""
    assert own_id(name, {"get-hip", "get-hip-2", "MINE"}) == id_
