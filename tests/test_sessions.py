"""The five built-in sessions hold the doses of their articles (this table was not made from the files)."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest

from glutetimer.adapters.files.sessions import all_sessions, load
from glutetimer.core.plan.compile import compile_plan
from glutetimer.core.plan.options import Options
from glutetimer.core.session.session import Exercise, Session, Span

NO_USER = Path(__file__).parent / "no-such-folder"
SESSIONS = {found.path.stem: load(found.path) for found in all_sessions(NO_USER)}
EXERCISES = {
    (name, exercise.id): exercise
    for name, session in SESSIONS.items()
    for top in session.exercises
    for exercise in (top, *(substitute for _, substitute in top.without))
}


class Row(NamedTuple):
    """One exercise as its article has it. `sets` 0: the rounds decide. Defaults are those of most rows."""

    session: str
    id: str
    start: int
    to: int
    sides: str
    tempo: str
    band: str = "none"
    posture: str = "standing"
    sets: int = 0
    directions: str = ""
    needs: str = ""
    kind: str = "reps"
    unbanded: bool = False


ROWS = [
    Row("band-hips", "high-knees", 10, 10, "alternate", "up 0.5", "laces", unbanded=True),
    Row("band-hips", "squat-side-lift", 10, 10, "each", "down 2 lift 1.5 in 1", "ankles", unbanded=True),
    Row("band-hips", "reverse-leg-raise", 10, 10, "each", "up 2 down 2", "ankles", unbanded=True),
    Row("band-hips", "sumo-squat-tuck-jump", 10, 10, "both", "down 2 up 1 land 1", "ankles", unbanded=True),
    Row("glute-strength", "step-up", 8, 15, "each", "up 1 hold 1 down 2", needs="step"),
    Row("glute-strength", "single-leg-floor-bridge", 8, 15, "each", "up 1 hold 1 down 2", posture="back"),
    Row("glute-strength", "sideways-band-walk", 8, 15, "each", "out 1.5 in 1.5", "above-knees"),
    Row("glute-strength", "side-press", 30, 30, "each", "", needs="sofa|radiator", kind="hold"),
    Row("glute-strength", "hip-lift", 8, 15, "both", "down 3 up 1", posture="seat", needs="chair|sofa"),
    Row("glute-strength", "floor-bridge", 8, 15, "both", "up 1 hold 1 down 2", posture="back"),
    Row("glute-strength", "lunge", 8, 15, "alternate", "down 2 up 2"),
    Row("glute-strength", "squat", 8, 15, "both", "down 2 up 2"),
    Row(
        "mini-band",
        "single-leg-bridge-band",
        10,
        10,
        "each",
        "up 1 hold 1 down 2",
        "above-knees",
        "back",
        unbanded=True,
    ),
    Row("mini-band", "lateral-shuffle", 10, 10, "both", "out 0.75 in 0.75", "ankles", directions="left right"),
    Row("mini-band", "monster-walk", 10, 10, "both", "step 1.5", "ankles", directions="forward backward"),
    Row("mini-band", "lying-kickback", 15, 20, "each", "up 1 hold 1 down 2", "ankles", "front", unbanded=True),
    Row("hip-control", "hip-circles", 10, 10, "each", "loop 2", "none", "side", 3, directions="forward backward"),
    Row("hip-control", "standing-hip-abduction", 15, 15, "each", "out 2 back 2", "ankles", sets=2),
    Row("hip-control", "single-leg-bridge", 15, 15, "each", "up 2 down 2", "none", "back", 2),
    Row("hip-control", "alternating-squeeze-bridge", 5, 5, "alternate", "swap 3", "none", "back", 2),
    Row("get-hip", "hip-thrust", 10, 10, "each", "up 2 down 2", posture="back"),
    Row("get-hip", "bridge", 10, 10, "both", "up 1 hold 1 down 2", posture="back"),
    Row("get-hip", "lateral-raise", 10, 10, "each", "up 2 down 2", posture="side"),
    Row("get-hip", "clam-shell", 10, 10, "each", "up 2 down 2", posture="side"),
    Row("get-hip", "lateral-steps", 10, 10, "both", "out 0.75 in 0.75", "ankles", directions="left right"),
]

#: session -> order, rounds, most rounds, the exercises in their order
WHOLE = {
    "band-hips": ("circuit", 2, 3, "high-knees squat-side-lift reverse-leg-raise sumo-squat-tuck-jump"),
    "glute-strength": ("straight", 3, 3, "step-up sideways-band-walk hip-lift lunge squat"),
    "mini-band": ("straight", 1, 1, "single-leg-bridge-band lateral-shuffle monster-walk lying-kickback"),
    "hip-control": (
        "straight",
        3,
        3,
        "hip-circles standing-hip-abduction single-leg-bridge alternating-squeeze-bridge",
    ),
    "get-hip": ("straight", 1, 3, "hip-thrust bridge lateral-raise clam-shell lateral-steps"),
}

#: exercise -> its ways in order: e or h (easier, harder), the band or "", the needs or ""
WAYS = {
    "sumo-squat-tuck-jump": ["e::"],
    "step-up": ["h::"],
    "lunge": ["h::", "h::backpack"],
    "squat": ["e::books", "h::backpack"],
    "bridge": ["h::ball"],
    "lateral-raise": ["h:ankles:"],
    "clam-shell": ["h:knees:"],
}


def test_there_are_these_five_and_these_exercises_and_no_more() -> None:
    assert set(SESSIONS) == set(WHOLE)
    assert set(EXERCISES) == {(row.session, row.id) for row in ROWS}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.id)
def test_doses(row: Row) -> None:
    made = EXERCISES[row.session, row.id]
    assert (made.kind, made.dose) == (row.kind, Span(row.start, row.to))
    assert made.sets == (Span(row.sets, row.sets) if row.sets else None)
    assert (made.sides, " ".join(made.directions)) == (row.sides, row.directions)
    assert " ".join(f"{phase.label} {phase.seconds:g}" for phase in made.tempo) == row.tempo
    assert (made.band, made.unbanded, made.posture) == (row.band, row.unbanded, row.posture)
    assert " ".join("|".join(need) for need in made.needs) == row.needs
    assert (made.pace, made.rest) == ("counted", None)


@pytest.mark.parametrize("name", WHOLE)
def test_order_rounds_and_rest(name: str) -> None:
    order, rounds, most, ids = WHOLE[name]
    session = SESSIONS[name]
    assert (session.order, session.rounds, session.rest) == (order, Span(rounds, most), 30)
    assert " ".join(exercise.id for exercise in session.exercises) == ids
    assert session.id == name
    assert session.name
    assert session.summary
    assert session.source


@pytest.mark.parametrize(("key", "made"), EXERCISES.items(), ids=lambda value: str(value)[:40])
def test_easier_and_harder_ways(key: tuple[str, str], made: Exercise) -> None:
    ways = [("e", way) for way in made.easier] + [("h", way) for way in made.harder]
    found = [f"{kind}:{way.band or ''}:{' '.join(map('|'.join, way.needs or ()))}" for kind, way in ways]
    assert found == WAYS.get(key[1], [])


def test_what_has_a_substitute() -> None:
    found = {
        exercise.id: [(word, substitute.id) for word, substitute in exercise.without]
        for session in SESSIONS.values()
        for exercise in session.exercises
        if exercise.without
    }
    assert found == {
        "step-up": [("step", "single-leg-floor-bridge")],
        "sideways-band-walk": [("band", "side-press")],
        "hip-lift": [("chair", "floor-bridge")],
    }


def test_a_substitute_has_the_dose_of_what_it_replaces() -> None:
    """But for the side press, which is held and does not grow."""
    pairs = [
        (exercise, substitute)
        for session in SESSIONS.values()
        for exercise in session.exercises
        for _, substitute in exercise.without
        if substitute.kind == "reps"
    ]
    assert len(pairs) == 2
    assert all((one.dose, one.sides, one.sets) == (other.dose, other.sides, other.sets) for one, other in pairs)


@pytest.mark.parametrize(
    ("name", "without", "left"),
    [
        (
            "glute-strength",
            ("band", "chair", "sofa", "step"),
            "single-leg-floor-bridge side-press floor-bridge lunge squat",
        ),
        ("glute-strength", ("chair",), "step-up sideways-band-walk hip-lift lunge squat"),
        ("mini-band", ("band",), "single-leg-bridge-band lying-kickback"),
    ],
)
def test_what_is_done_without_kit(name: str, without: tuple[str, ...], left: str) -> None:
    made = compile_plan(SESSIONS[name], Options(without=without))
    assert " ".join(made.exercise_ids) == left
    assert all(bout.exercise.band == "none" for bout in made.bouts if "band" in without)


def test_a_side_press_leaves_ten_seconds_to_turn() -> None:
    made = compile_plan(SESSIONS["glute-strength"], Options(without=("band",)))
    turns = {
        pair[0].seconds for pair in zip(made.breaks, made.bouts, strict=True) if pair[1].exercise.id == "side-press"
    }
    assert 10.0 in turns
    assert 5.0 not in turns


def test_the_key_move_is_the_squeeze_bridge() -> None:
    assert [key for key, made in EXERCISES.items() if made.key] == [("hip-control", "alternating-squeeze-bridge")]


def test_the_squat_gets_wider_from_set_to_set() -> None:
    assert len(EXERCISES["glute-strength", "squat"].set_cues) == 3
    assert [key for key, made in EXERCISES.items() if made.set_cues] == [("glute-strength", "squat")]


def test_an_id_is_used_in_one_session_only() -> None:
    """History goes by the id, and these moves are not the same."""
    ids = [exercise_id for _, exercise_id in EXERCISES]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("session", SESSIONS.values(), ids=SESSIONS.keys())
def test_slow_moves_take_four_seconds(session: Session) -> None:
    quick = {
        "high-knees": 0.5,
        "squat-side-lift": 4.5,
        "sideways-band-walk": 3,
        "lateral-shuffle": 1.5,
        "monster-walk": 1.5,
        "lateral-steps": 1.5,
        "hip-circles": 2,
        "alternating-squeeze-bridge": 3,
    }
    for exercise in session.exercises:
        assert exercise.rep_seconds == quick.get(exercise.id, 4)


@pytest.mark.parametrize("made", EXERCISES.values(), ids=lambda made: made.id)
def test_words_fit_the_screen(made: Exercise) -> None:
    """The first cue and those of a set are drawn in blocks, the others and the side lines in one line."""
    assert made.cues
    assert all(len(cue) <= 23 for cue in (made.cues[0], *made.set_cues))
    ways = (*made.easier, *made.harder)
    assert all(len(line) <= 44 for line in (*made.cues, made.left, made.right, *(way.cue for way in ways)))
    assert 0 < len(made.how) <= 160
    assert all(len(phase.label) <= 4 for phase in made.tempo)


@pytest.mark.parametrize("made", EXERCISES.values(), ids=lambda made: made.id)
def test_left_and_right_are_mirrored(made: Exercise) -> None:
    swapped = {"left": "right", "right": "left", "Left": "Right", "Right": "Left"}
    words = [swapped.get(word, word) for word in made.left.replace(",", " ,").split()]
    assert " ".join(words).replace(" ,", ",") == made.right
