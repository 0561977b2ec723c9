"""Pain told at the finish: its own keys, and what only older programs put at the head of a note."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from glutetimer.core.log.rows import workout_row
from glutetimer.core.record.answers import repained
from glutetimer.core.record.pain_keys import Afterwards, afterwards, own_note
from glutetimer.core.record.record import BoutRecord, Result, Workout
from glutetimer.core.values import replace

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)
DONE = BoutRecord("a", "A", "reps", 1, 1, "both", None, "none", 10, Result("done", 10, 20.0, "tap"))


def a_workout(**changes: Any) -> Workout:
    """A finished workout; one without `active` is of an older program."""
    given: dict[str, Any] = {"id": "w", "session": "s", "name": "S", "mode": "full", "state": "finished"}
    given |= {"rounds": 1, "without": (), "speed": 1.0, "started": NOON, "zone": "UTC", "bouts": (DONE,)}
    return Workout(**(given | changes))


def older(note: str, **changes: Any) -> Workout:
    return a_workout(note=note, **changes)


@pytest.mark.parametrize(
    ("note", "pain", "told"),
    [
        ("Pain afterwards: knee, 4 of 10. Fine, else.", 4, Afterwards(4, "knee", None, "Fine, else.")),
        ("Pain afterwards: knee, 10 of 10.", 10, Afterwards(10, "knee", None, "")),
        ("Pain afterwards: lower back.", None, Afterwards(None, "lower back", None, "")),
        ("Pain afterwards: somewhere else. A.", 2, Afterwards(None, "somewhere else", None, "A.")),
        ("Pain afterwards: knee, 5 of 10.", 3, Afterwards(3, "knee", None, "")),
    ],
)
def test_what_an_older_program_wrote_is_read(note: str, pain: int | None, told: Afterwards) -> None:
    """A number that is more than the worst of all is older than a correction."""
    workout = older(note, pain=pain)
    assert afterwards(workout) == told
    assert (own_note(workout), workout_row(workout).hurt, workout_row(workout).place) == (told.note, True, told.place)


@pytest.mark.parametrize(
    "note",
    [
        "Pain afterwards: none.",
        "Pain afterwards: none, 0 of 10.",
        "Pain afterwards: knee, 0 of 10.",
        "Pain afterwards: knee, 11 of 10.",
        "Pain afterwards: Knee, 4 of 10.",
        "Pain afterwards: my left knee.",
        "Pain afterwards: knee, 4 of 10.Fine",
        "No. Pain afterwards: knee, 4 of 10.",
        "pain afterwards: knee.",
    ],
)
def test_any_other_note_is_a_note(note: str) -> None:
    """Free text is never parsed for facts."""
    workout = older(note)
    assert afterwards(workout) is None
    assert (own_note(workout), workout_row(workout).hurt, workout_row(workout).place) == (note, False, "")


def test_a_pain_corrected_to_none_is_none_whatever_the_note_still_says() -> None:
    workout = older("Pain afterwards: knee, 4 of 10. Cold.", pain=0)
    assert (afterwards(workout), own_note(workout), workout_row(workout).hurt) == (None, "Cold.", False)


@pytest.mark.parametrize("changes", [{"active": 60.0}, {"added": NOON}])
def test_where_no_older_program_wrote_it_the_same_words_are_a_note(changes: dict[str, Any]) -> None:
    workout = older("Pain afterwards: knee, 4 of 10.", **changes)
    assert afterwards(workout) is None
    assert not workout_row(workout).hurt


def test_the_keys_go_before_the_note() -> None:
    told = {"pain_after": 4, "place_after": "knee", "pain_side_after": "left", "pain": 6}
    workout = older("Pain afterwards: hip.", **told)
    assert afterwards(workout) == Afterwards(4, "knee", "left", "Pain afterwards: hip.")
    assert afterwards(replace(workout, pain_after=0, place_after="")) is None


def test_a_place_without_a_number_hurts() -> None:
    row = workout_row(a_workout(active=1.0, place_after="knee"))
    assert (row.hurt, row.pain, row.place) == (True, None, "knee")


@pytest.mark.parametrize(
    ("pain", "after"),
    [(6, (4, "knee", "left")), (5, (4, "knee", "left")), (3, (3, "knee", "left")), (0, (0, "", None))],
)
def test_a_corrected_worst_takes_it_along(pain: int, after: tuple[int | None, str, str | None]) -> None:
    """The worst, 6, came in the run."""
    workout = a_workout(active=1.0, pain=6, pain_after=4, place_after="knee", pain_side_after="left", note="Cold.")
    found = repained(workout, pain)
    assert (found.pain, (found.pain_after, found.place_after, found.pain_side_after)) == (pain, after)
    assert found.note == "Cold."


def test_a_worst_that_came_afterwards_is_corrected_in_both_places() -> None:
    workout = a_workout(active=1.0, pain=4, pain_after=4, place_after="knee")
    assert (repained(workout, 7).pain_after, repained(workout, None).pain_after) == (7, None)


@pytest.mark.parametrize(
    ("pain", "note"),
    [
        (3, "Pain afterwards: knee, 3 of 10. Fine, else."),
        (0, "Fine, else."),
        (None, "Fine, else."),
        (5, "Pain afterwards: knee, 5 of 10. Fine, else."),
    ],
)
def test_the_note_of_an_older_program_follows_a_corrected_pain(pain: int | None, note: str) -> None:
    workout = older("Pain afterwards: knee, 5 of 10. Fine, else.", pain=5)
    assert (repained(workout, pain).pain, repained(workout, pain).note) == (pain, note)


def test_a_note_that_told_of_less_than_the_worst_keeps_its_number() -> None:
    workout = older("Pain afterwards: knee, 3 of 10.", pain=5)
    assert repained(workout, 4).note == "Pain afterwards: knee, 3 of 10."
    assert repained(workout, 2).note == "Pain afterwards: knee, 2 of 10."
    assert repained(replace(workout, note="Pain afterwards: knee."), 2).note == "Pain afterwards: knee."


def test_a_note_of_something_else_stays() -> None:
    assert repained(older("Fine."), 3).note == "Fine."
