"""What a run is told of the log while it is under way."""

from __future__ import annotations

from threading import Event

from glutetimer.cli.wiring.exercise_history import ExerciseHistory
from glutetimer.core.log.last_times import Past
from tests.helpers.core import each, plan, reps

PLAN = plan(each("kick"), reps("squat"))


def read(lore: ExerciseHistory) -> ExerciseHistory:
    """When the log has been read, whatever came of it."""
    lore._past.exception(timeout=60)
    return lore


def test_nothing_is_said_until_the_log_is_read() -> None:
    """A slow disk holds nothing up."""
    gate = Event()

    def slowly() -> Past:
        gate.wait(60)
        return Past(tried=frozenset({"kick"}), failed={"kick": "Slow"})

    lore = ExerciseHistory(PLAN, slowly)
    assert not lore.first_time
    assert not lore.failed_cues
    gate.set()
    read(lore)
    assert lore.first_time == {"squat"}
    assert lore.failed_cues == {"kick": "Slow"}


def test_an_empty_log_makes_all_new() -> None:
    """The first workout explains everything."""
    assert read(ExerciseHistory(PLAN, Past)).first_time == {"kick", "squat"}


def test_a_log_that_cannot_be_read_says_nothing() -> None:
    """Then nobody knows what is new, and nobody is bothered."""

    def broken() -> Past:
        raise OSError("gone")

    lore = read(ExerciseHistory(PLAN, broken))
    assert not lore.first_time
    assert not lore.failed_cues
