"""What session files say of exercises and forms."""

from __future__ import annotations

from glutetimer.core.log.forms import known_forms, own_name
from glutetimer.core.session.session import Variant
from tests.helpers.core import reps, session

LOW = Variant("squat-low", "Low squat", "Lower")
HALF = Variant("squat-half-squat", "Half squat", "Not so low")


def test_forms_go_by_their_names_and_an_own_name_goes_first() -> None:
    """A name may be that of a form here and of the exercise there."""
    instead = reps("press", easier=(Variant("press-knees", "On the knees", "Knees down"),))
    first = session(reps("squat", easier=(HALF,), harder=(LOW,), without=(("band", instead),)))
    second = session(reps("squat", name="Low squat"))
    forms = known_forms([first, second])
    assert [forms.of("squat", name) for name in ("Squat", "Half squat", "Low squat", "High squat")] == [
        "",
        "squat-half-squat",
        "",
        None,
    ]
    assert forms.of("press", "On the knees") == "press-knees"
    assert forms.of("lunge", "Squat") is None
    assert (forms.own_names["squat"], forms.own_names["press"]) == ("Squat", "Press")


def test_the_own_name_of_an_exercise() -> None:
    forms = known_forms([session(reps("squat"))])
    assert own_name("squat", [("a", "Half squat"), ("", "Deep squat"), ("", "Squat")], forms) == "Deep squat"
    assert own_name("squat", [("a", "Half squat"), (None, "Low squat")], forms) == "Squat"
    assert own_name("side-kick", [("a", "Half kick"), (None, "Kick")], forms) == "Kick"
    assert own_name("side-kick", [("a", "Half kick")], forms) == "Side kick"
