"""How a bout ended, in words that are so."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from glutetimer.core.record.ending import amended, ended, ended_beside
from glutetimer.core.record.record import Result, begin_workout
from glutetimer.core.session.session import Exercise
from glutetimer.core.values import replace
from tests.helpers.core import each, hold, plan, reps

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)


def result(outcome: str = "done", done: int = 4, counted_by: str = "program", **told: object) -> Result:
    return Result(outcome, done, 12.0, counted_by, **told)  # type: ignore[arg-type]


def ends(exercise: Exercise, given: Result | None) -> str:
    """How its first bout ended."""
    bout = begin_workout(plan(exercise), "id", NOON, "UTC").bouts[0]
    return ended(replace(bout, result=given))


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (None, "open"),
        (result(), "as planned"),
        (result("form-broke", 6), "stopped for form"),
        (result("form-broke", 6, reason="Hips level"), "stopped for form: Hips level"),
        (result("pain", 3), "stopped for pain"),
        (result("pain", 3, pain=4, place="knee", pain_side="left"), "stopped for pain: 4 of 10, knee, left"),
        (result("pain", 3, pain=4, place="hip", pain_side="both"), "stopped for pain: 4 of 10, hip, both"),
        (result("not-reached", 0), "not reached"),
    ],
)
def test_how_a_bout_ended_in_words(given: Result | None, words: str) -> None:
    """As much as was told."""
    assert ends(reps(), given) == ended_beside(given) == words


def test_one_of_45_seconds_is_not_a_little_short() -> None:
    assert ends(hold(seconds=45), result("short", 1)) == "stopped at 1 of 45 s"
    assert ends(reps(count=10), result("short", 9)) == "stopped at 9 of 10"
    assert ended_beside(result("short", 1)) == "stopped short"


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (result(done=3, counted_by="hand"), "Kick left: 3 of 4, by hand"),
        (result("form-broke", 2, reason="Hips level"), "Kick left: 2 of 4, stopped for form: Hips level"),
        (result("form-broke", 2, "hand"), "Kick left: 2 of 4, stopped for form, by hand"),
        (result("pain", 2, pain=3, place="knee"), "Kick left: 2 of 4, stopped for pain: 3 of 10, knee"),
        (result(pain=3, place="knee"), "Kick left: 4 of 4, pain 3 of 10, knee"),
        (result(done=4, counted_by="tap"), "Kick left: 4 of 4"),
    ],
)
def test_what_was_written_down_is_by_hand_only_where_a_hand_counted(given: Result, words: str) -> None:
    assert amended(plan(each()).bouts[0], given) == words


def test_seconds_are_told_as_such() -> None:
    assert amended(plan(hold(seconds=45)).bouts[0], result("short", 1, "hand")) == "Plank: 1 of 45 s, by hand"
