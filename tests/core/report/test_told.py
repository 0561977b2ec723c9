"""Pain, cues and notes, from records."""

from __future__ import annotations

from typing import Literal

import pytest

from glutetimer.core.record.answers import Answers, answered
from glutetimer.core.record.record import Workout
from glutetimer.core.report.told import cues_lost, notes_told, pains_told
from glutetimer.core.values import replace
from tests.helpers.reports import one, workout_of


def told(workout: Workout) -> list[tuple[int | None, str, str, bool]]:
    """Score, place, exercise, afterwards."""
    return [(pain.score, pain.place, pain.exercise, pain.afterwards) for pain in pains_told([workout])]


def test_pain_in_a_bout_has_its_place() -> None:
    """And the workout's own score, which is that of its worst bout, is not told twice."""
    hurt = one("Kick", "left", "pain", 4, pain=4, place="knee", pain_side="right", set=2)
    (pain,) = pains_told([workout_of(hurt, pain=4)])
    assert (pain.score, pain.place, pain.side, pain.exercise, pain.set, pain.worked) == (
        4,
        "knee",
        "right",
        "Kick",
        2,
        "left",
    )


@pytest.mark.parametrize(("place", "score", "side"), [("Knee", 5, "left"), ("Lower back", None, None)])
def test_pain_afterwards_is_told_with_its_place_and_side(
    place: str, score: int | None, side: Literal["left"] | None
) -> None:
    answers = Answers(pain=score, place=place, side=side, note="Fine else.")
    workout = answered(workout_of(one("Kick", "left")), answers)
    assert told(workout) == [(score, place.lower(), "", True)]
    assert [pain.side for pain in pains_told([workout])] == [side]
    assert [found.text for found in notes_told([workout])] == ["Fine else."]


@pytest.mark.parametrize(("pain", "said"), [(3, [(3, "knee", "", True)]), (0, []), (5, [(5, "knee", "", True)])])
def test_pain_in_the_note_of_an_older_program_is_told_as_corrected(
    pain: int, said: list[tuple[int, str, str, bool]]
) -> None:
    """The note still has the old number where somebody changed only the other one in an editor."""
    workout = replace(
        workout_of(one("Kick", "left")), active=None, note="Pain afterwards: knee, 5 of 10. Cold.", pain=pain
    )
    assert told(workout) == said
    assert [found.text for found in notes_told([workout])] == ["Cold."]


def test_a_note_that_says_no_pain_is_a_note() -> None:
    workout = replace(workout_of(one("Kick", "left")), note="Pain afterwards: none.")
    assert told(workout) == []
    assert [found.text for found in notes_told([workout])] == ["Pain afterwards: none."]


def test_pain_of_the_whole_workout_is_told_where_no_bout_says_so() -> None:
    """A score that is higher than those of the bouts came between them."""
    hurt = one("Kick", "left", "pain", 4, pain=2)
    assert told(workout_of(hurt, pain=6)) == [(2, "", "Kick", False), (6, "", "", False)]
    assert told(workout_of(one("Kick", "left"), pain=6)) == [(6, "", "", False)]


def test_no_pain_is_no_pain() -> None:
    """0 was answered, or nothing; but what was stopped for pain was, with a score or without."""
    assert told(workout_of(one("Kick", "left"), pain=0)) == []
    assert told(workout_of(one("Kick", "left"), one("Kick", "left", pain=0))) == []
    assert told(workout_of(one("Kick", "left", "pain", 2))) == [(None, "", "Kick", False)]


def test_cues_by_how_often_they_went_first() -> None:
    """Left and right apart; a broken form that nobody explained is counted, too."""
    broke = [one("Kick", side, "form-broke", 5, reason="Slow") for side in ("left", "left", "right")]
    silent, both = one("Kick", "left", "form-broke", 5), one("Squat", "both", "form-broke", 5, reason="Slow")
    found = cues_lost([workout_of(*broke, silent), workout_of(both, one("Squat", "both", "short", 2, reason="No"))])
    assert [(cue.exercise, cue.cue, cue.left, cue.right, cue.other) for cue in found] == [
        ("Kick", "Slow", 2, 1, 0),
        ("Kick", "", 1, 0, 0),
        ("Squat", "Slow", 0, 0, 1),
    ]
