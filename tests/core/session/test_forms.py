"""Forms: an exercise done in an easier or harder way, and as it is written again."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from glutetimer.core.session.forms import default_id, in_form, next_easier
from glutetimer.core.session.session import Exercise, Variant
from tests.helpers.core import reps

HALF = Variant("half", "Half squat", "Not so low", fit=(1, 2))
BOOKS = Variant("books", "On books", "Heels on books", band="knees", needs=(("books",),))
LOADED = Variant("loaded", "Loaded squat", "Wear a backpack")
SQUAT = reps("squat", cues=("Slow",), band="ankles", easier=(HALF, BOOKS), harder=(LOADED,), fit=(3, 4))


def in_form_of(exercise: Exercise, form: str) -> Exercise:
    found = in_form(exercise, form)
    assert found is not None
    return found


def test_a_form_has_its_own_name_and_cue_and_what_it_changes() -> None:
    half, books = in_form_of(SQUAT, "half"), in_form_of(SQUAT, "books")
    assert (half.name, half.cues, half.band, half.needs, half.fit) == (
        "Half squat",
        ("Not so low", "Slow"),
        "ankles",
        (),
        (1, 2),
    )
    assert (books.band, books.needs, books.fit) == ("knees", (("books",),), (3, 4))


def test_the_exercise_as_it_is_written_is_kept_with_its_own_name() -> None:
    half = in_form_of(SQUAT, "half")
    assert (half.id, half.form, half.as_written) == ("squat", "half", SQUAT)
    assert (SQUAT.form, SQUAT.as_written.name) == ("", "Squat")
    assert in_form(half, "") == SQUAT


@given(st.lists(st.sampled_from(["half", "books", "loaded", ""]), min_size=1))
def test_the_way_to_a_form_does_not_matter(forms: list[str]) -> None:
    """So one that was eased twice can be resumed from its last form alone."""
    exercise = SQUAT
    for form in forms:
        exercise = in_form_of(exercise, form)
    assert exercise == in_form(SQUAT, forms[-1])


def test_easier_forms_come_in_their_order_as_far_as_the_kit_is_there() -> None:
    half = next_easier(SQUAT, frozenset())
    assert half == in_form(SQUAT, "half")
    assert next_easier(in_form_of(SQUAT, "half"), frozenset()) == in_form(SQUAT, "books")
    assert next_easier(in_form_of(SQUAT, "half"), frozenset({"books"})) is None
    assert next_easier(in_form_of(SQUAT, "books"), frozenset()) is None


def test_a_form_that_is_not_there_or_cannot_be_done_is_none() -> None:
    assert in_form(SQUAT, "quarter") is None
    assert in_form(SQUAT, "books", frozenset({"books"})) is None


def test_a_name_without_letters_still_has_an_id_of_its_own() -> None:
    """Not that of the exercise."""
    assert default_id("kick", "★") == "kick-form"
    assert default_id("kick", "Half kick") == "kick-half-kick"
