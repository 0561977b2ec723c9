"""From the text of a good session file to the session."""

from __future__ import annotations

import pytest

from glutetimer.core.session.forms import forms_of
from glutetimer.core.session.parse import parse_session
from glutetimer.core.session.session import Exercise, Phase, Session, Span, Variant
from tests.helpers.core import exercise, exercise_text

CONTRACT = """
format = 1
name = "Glute strength"
summary = "Three sets of five moves."
source = "Glutes Strength for Runners"
order = "straight"                  # or "circuit"
rounds = { start = 3, most = 3 }    # or one number. circuit: rounds; straight: sets of each exercise
rest = 30                           # 0-600 s, also per exercise
[[exercise]]                        # syntax only
id = "step-up"                      # [a-z0-9-]+, unique in the file, substitutes included
name = "Step-up"
how = "Stand tall on the step each time; the leg on the step does the work."
reps = { start = 8, to = 15 }       # per side; or a number 1-200. Instead of it: hold = 30 or { start = 30, to = 60 }
sets = 3                            # straight order only; a number or { start, most }
sides = "each"                      # both* | each | alternate (reps only)
left = "Left foot on the step"      # what the side means; needed for each and alternate, refused for both
right = "Right foot on the step"
directions = ["forward", "backward"]  # also left, right, clockwise, counter-clockwise
tempo = ["up 1", "hold 2", "down 2"]  # phases in order, 0.2-30 s each; the sum is one rep
pace = "counted"                    # counted* | tap | own (the built-in ones are all counted)
posture = "standing"                # standing* | back | side | front | seated
band = "above-knees"                # none* | laces | ankles | above-knees | knees
unbanded = true                     # may be done without the band (default false)
needs = ["step", "chair or sofa"]   # words [a-z0-9-]+; "a or b" = either; the band is implied by `band`
cues = ["Hip straight at the top", "Push through the heel"]
set_cues = ["Feet just wider than hips", "A little wider", "Wider again"]
[[exercise.harder]]                 # and [[exercise.easier]]: name, cue, and optionally band, needs
name = "Running pose"
cue = "Finish with the knee high"
[exercise.without.band]             # substitute when that kit is missing: exercise keys, no further substitutes
id = "side-press"
hold = 30
"""


def test_the_whole_contract_example_is_a_session() -> None:
    side_press = Exercise(id="side-press", name="Side press", how="", kind="hold", dose=Span(30, 30))
    step_up = Exercise(
        id="step-up",
        name="Step-up",
        how="Stand tall on the step each time; the leg on the step does the work.",
        kind="reps",
        dose=Span(8, 15),
        sets=Span(3, 3),
        sides="each",
        left="Left foot on the step",
        right="Right foot on the step",
        directions=("forward", "backward"),
        tempo=(Phase("up", 1.0), Phase("hold", 2.0), Phase("down", 2.0)),
        posture="standing",
        band="above-knees",
        unbanded=True,
        needs=(("step",), ("chair", "sofa")),
        cues=("Hip straight at the top", "Push through the heel"),
        set_cues=("Feet just wider than hips", "A little wider", "Wider again"),
        harder=(Variant("step-up-running-pose", "Running pose", "Finish with the knee high"),),
        without=(("band", side_press),),
    )
    assert parse_session(CONTRACT, "glute-strength") == Session(
        id="glute-strength",
        name="Glute strength",
        summary="Three sets of five moves.",
        source="Glutes Strength for Runners",
        order="straight",
        rounds=Span(3, 3),
        rest=30,
        exercises=(step_up,),
    )


def test_the_shortest_session_gets_all_defaults() -> None:
    only = Exercise(
        id="a", name="A", how="", kind="reps", dose=Span(10, 10), tempo=(Phase("rep", 4.0),), pace="counted"
    )
    assert parse_session(exercise_text("reps = 10"), "s") == Session(
        id="s",
        name="S",
        summary="",
        source="",
        order="straight",
        rounds=Span(1, 1),
        rest=30,
        exercises=(only,),
    )


def test_a_number_or_a_range_of_rounds() -> None:
    head = 'format = 1\nname = "S"\norder = "circuit"\n'
    assert parse_session(exercise_text("reps = 1", f"{head}rounds = 4\n"), "s").rounds == Span(4, 4)
    ranged = parse_session(exercise_text("reps = 1", f"{head}rounds = {{ start = 2, most = 3 }}\n"), "s")
    assert (ranged.order, ranged.rounds) == ("circuit", Span(2, 3))


@pytest.mark.parametrize("keys", ["hold = { start = 30, to = 60 }", "hold.start = 30\nhold.to = 60"])
def test_a_hold_that_grows_has_no_tempo(keys: str) -> None:
    assert exercise(keys).kind == "hold"
    assert exercise(keys).dose == Span(30, 60)
    assert exercise(keys).tempo == ()


def test_a_range_of_sets() -> None:
    assert exercise("reps = 1\nsets = { start = 1, most = 3 }").sets == Span(1, 3)


@pytest.mark.parametrize("rest", [0, 600])
def test_an_exercise_has_its_own_rest(rest: int) -> None:
    assert exercise(f"reps = 1\nrest = {rest}").rest == rest


def test_tempo_takes_parts_of_a_second() -> None:
    assert exercise('reps = 1\ntempo = ["knee-up 0.5"]').tempo == (Phase("knee-up", 0.5),)


def test_a_phase_may_last_from_a_fifth_of_a_second_to_thirty() -> None:
    assert exercise('reps = 1\ntempo = ["up 0.2", "down 30"]').rep_seconds == pytest.approx(30.2)


def test_variants_keep_what_they_do_not_change() -> None:
    made = exercise(
        'reps = 1\n[[exercise.easier]]\nname = "E"\ncue = "c"\nneeds = ["a or b", "c"]\nband = "knees"\n'
        '[[exercise.harder]]\nname = "H"\ncue = "c"\nneeds = []\nband = "none"\n'
    )
    assert made.easier == (Variant("a-e", "E", "c", band="knees", needs=(("a", "b"), ("c",))),)
    assert made.harder == (Variant("a-h", "H", "c", band="none", needs=()),)


def test_a_form_may_name_its_id() -> None:
    """Else it is that of the exercise, a hyphen, and its name in words."""
    made = exercise(
        'reps = 1\n[[exercise.easier]]\nname = "E"\nid = "easy"\ncue = "c"\n'
        '[[exercise.harder]]\nname = "  Übung 2: (no) jump! "\ncue = "c"\n'
        '[[exercise.harder]]\nname = "Полу"\ncue = "c"\n'
    )
    assert [form.id for form in forms_of(made)] == ["easy", "a-ubung-2-no-jump", "a-полу"]


def test_a_substitute_inherits_nothing() -> None:
    made = exercise(
        'reps = 9\nhow = "h"\nrest = 9\ncues = ["c"]\nposture = "side"\nneeds = ["chair", "mat"]\n'
        "[exercise.without.chair]\n"
        'id = "b"\nreps = 3\n[exercise.without.mat]\nid = "c-d"\nreps = 4\n'
    )
    assert made.without == (
        ("chair", Exercise("b", "B", "", "reps", Span(3, 3), tempo=(Phase("rep", 4.0),))),
        ("mat", Exercise("c-d", "C d", "", "reps", Span(4, 4), tempo=(Phase("rep", 4.0),))),
    )


def test_a_substitute_may_have_easier_ways() -> None:
    text = 'reps = 9\nneeds = ["mat"]\n[exercise.without.mat]\nid = "b"\nreps = 3\n'
    variant = '[[exercise.without.mat.easier]]\nname = "E"\ncue = "c"\n'
    assert exercise(text + variant).without[0][1].easier == (Variant("b-e", "E", "c"),)


def test_an_id_of_hyphens_is_its_own_name() -> None:
    text = 'reps = 9\nneeds = ["mat"]\n[exercise.without.mat]\nid = "-"\nreps = 3\n'
    assert exercise(text).without[0][1].name == "-"


def test_texts_are_cleaned_once_and_markup_is_kept() -> None:
    made = exercise('reps = 1\nname = "[b]A\\u001b[31m\\u202e[/b] "\nhow = """\nOne\n  two."""')
    assert made.name == "[b]A[31m[/b]"
    assert made.how == "One two."


def test_the_id_from_the_file_name_is_cleaned_too() -> None:
    assert parse_session(exercise_text("reps = 1"), "my\x1b hips").id == "my hips"


def test_a_byte_order_mark_and_windows_line_ends_are_no_matter() -> None:
    text = "\ufeff" + exercise_text("reps = 1").replace("\n", "\r\n")
    assert parse_session(text, "s") == parse_session(exercise_text("reps = 1"), "s")


def test_exercises_may_stand_in_one_list() -> None:
    text = 'format = 1\nname = "S"\nexercise = [{ id = "a", reps = 1 }, { id = "b", hold = 2 }]'
    assert [made.id for made in parse_session(text, "s").exercises] == ["a", "b"]
