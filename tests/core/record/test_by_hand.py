"""A workout that is written down afterwards."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

from glutetimer.core.log.rows import workout_row
from glutetimer.core.log.side_rows import side_rows
from glutetimer.core.record.by_hand import past_workout
from glutetimer.core.record.record import Result
from glutetimer.core.record.write import load_record, sure_record
from glutetimer.core.session.session import Phase
from tests.helpers.core import each, hold, plan

STARTED = datetime(2026, 11, 19, 18, 30, tzinfo=timezone(timedelta(hours=1)))
ADDED = STARTED + timedelta(days=2)
PLAN = plan(each("kick", 4), hold("plank", 20))
TOLD = past_workout(PLAN, "20261119T173000Z-7f3a9c21", STARTED, "Europe/Berlin", ADDED)


def test_all_of_it_was_done_as_planned_and_counted_by_hand() -> None:
    """Between two sides is no rest, and after the last bout none either."""
    assert [bout.result for bout in TOLD.bouts] == [
        Result("done", 4, 12.0, "hand"),
        Result("done", 4, 12.0, "hand", rest=30.0),
        Result("done", 20, 20.0, "hand"),
    ]


def test_it_is_over_and_confirmed_and_says_when_it_was_told() -> None:
    assert (TOLD.state, TOLD.confirmed, TOLD.added, TOLD.amended) == ("finished", True, ADDED, ())
    assert TOLD.ended == STARTED + timedelta(seconds=round(PLAN.seconds))
    assert TOLD.ended is not None
    assert TOLD.ended.utcoffset() == STARTED.utcoffset()


def test_nobody_measured_how_long_it_was() -> None:
    assert TOLD.active is None


def test_it_counts_and_its_bouts_are_evidence() -> None:
    assert workout_row(TOLD).counts
    assert {row.evidence for row in side_rows(TOLD)} == {True}


def test_it_reads_back_as_it_is() -> None:
    assert load_record(sure_record(TOLD, seal=True)) == TOLD


def test_half_seconds_do_not_get_into_its_end() -> None:
    """Moments in the log are whole seconds."""
    odd = plan(each("kick", 1, tempo=(Phase("up", 0.7),)))
    told = past_workout(odd, "a", STARTED, "UTC", ADDED)
    assert odd.seconds % 1
    assert told.ended is not None
    assert told.ended.microsecond == 0
