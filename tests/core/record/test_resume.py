from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

from glutetimer.core.record.record import NOT_REACHED, BoutRecord, Result, Workout
from glutetimer.core.record.resume import break_off
from glutetimer.core.values import replace

TAPPED = Result("done", 8, 21.5, "tap", rest=30.0)
OVER = BoutRecord("kick", "Kick", "reps", 1, 1, "left", None, "ankles", 8, TAPPED)
OPEN = replace(OVER, side="right", result=None)
STARTED = datetime(2026, 11, 20, 19, 30, 5, tzinfo=timezone(timedelta(hours=1)))
ENDED = datetime(2026, 11, 20, 18, 40, tzinfo=UTC)
RUNNING = Workout(
    "20261120T183005Z-7f3a9c21", "kicks", "Kicks", "full", "running", 1, (), 1.0, STARTED, "Europe/Berlin", (OVER, OPEN)
)


def test_open_bouts_were_not_reached_and_the_others_stay() -> None:
    found = break_off(RUNNING, ENDED)
    assert found.state == "early"
    assert [bout.result for bout in found.bouts] == [TAPPED, NOT_REACHED]


def test_it_ended_when_it_was_last_saved_told_in_the_offset_of_the_start() -> None:
    found = break_off(RUNNING, ENDED).ended
    assert found is not None
    assert found.isoformat() == "2026-11-20T19:40:00+01:00"


def test_it_never_ended_before_it_started() -> None:
    assert break_off(RUNNING, ENDED - timedelta(hours=20)).ended == STARTED


def test_a_clock_that_was_set_back_takes_nothing_from_its_run_time() -> None:
    lived = replace(RUNNING, active=600.9)
    assert break_off(lived, ENDED - timedelta(hours=20)).ended == STARTED + timedelta(seconds=600)


def test_its_run_time_is_what_was_kept_of_it() -> None:
    """Not the time until somebody saved it."""
    assert break_off(replace(RUNNING, active=321.5), ENDED).active == 321.5


def test_with_every_bout_over_it_is_finished() -> None:
    assert break_off(replace(RUNNING, bouts=(OVER,)), ENDED).state == "finished"


def test_a_workout_that_is_over_stays_as_it_is() -> None:
    early = replace(RUNNING, state="early", ended=STARTED)
    assert break_off(early, ENDED) == early
