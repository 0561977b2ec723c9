"""What the next workout wants to know of the ones before."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from glutetimer.core.log.last_times import Past, past_of_records
from glutetimer.core.record.record import Result, Workout, begin_workout, with_results
from glutetimer.core.values import replace
from tests.helpers.core import each, plan, reps

NOON = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)


def workout(*results: Result | None, started: datetime = NOON, speed: float = 1.0) -> Workout:
    """Kicks on both sides, then squats, with these results."""
    made = plan(each("kick", band="ankles"), reps("squat"))
    begun = begin_workout(made, "id", started, "UTC", speed)
    return with_results(begun, made, (*results, *[None] * (len(made.bouts) - len(results))))


def done(outcome: str = "done", reason: str = "") -> Result:
    return Result(outcome, 4, 12.0, "program", reason)  # type: ignore[arg-type]


def test_no_workouts_no_past() -> None:
    """An empty log is an empty past."""
    assert past_of_records([]) == Past()


def test_the_newest_counts_whatever_the_order() -> None:
    """Last done is the latest start; `starts` begins with it."""
    older = workout(done(), started=NOON - timedelta(days=3))
    past = past_of_records([workout(done()), older])
    assert past.last == {"test": NOON}
    assert [start for start, _ in past.starts] == [NOON, older.started]


def test_rehearsals_do_not_count() -> None:
    """Speed other than 1 leaves no trace."""
    assert past_of_records([workout(done(), speed=20.0)]) == Past()


def test_tried_is_what_was_done_at_all() -> None:
    """Skipped and not reached exercises are still new."""
    past = past_of_records([workout(done("short"), done("skipped"), done("not-reached"))])
    assert past.tried == {"kick"}


def test_the_cue_that_failed_last_time() -> None:
    """The last one of the workout, until a workout in which none failed."""
    failed = workout(done("form-broke", "Slow"), done("form-broke", "Straight"), done())
    assert past_of_records([failed]).failed == {"kick": "Straight"}
    good = workout(done(), done(), done(), started=NOON + timedelta(days=1))
    assert past_of_records([good, failed]).failed == {}
    not_done = workout(done("skipped"), started=NOON + timedelta(days=2))
    assert past_of_records([failed, not_done]).failed == {"kick": "Straight"}


def test_what_was_done_last_time() -> None:
    """The most in one bout of the newest workout, left before right; what nobody did is not there."""
    older = workout(Result("done", 9, 30.0, "hand"), done(), done(), started=NOON - timedelta(days=3))
    newest = workout(Result("done", 6, 12.0, "hand"), Result("done", 5, 12.0, "hand"))
    assert past_of_records([newest, older]).done == {"kick": (6, 5), "squat": (4,)}


def test_nothing_done_is_no_workout() -> None:
    """Neither last done nor a mark in the week."""
    assert past_of_records([workout(done("skipped"), done("not-reached"))]) == Past()


def test_the_band_used_last() -> None:
    """By session, from the bouts that name it."""
    used = workout(done())
    used = replace(used, bouts=tuple(replace(bout, strength="green") for bout in used.bouts))
    assert past_of_records([used]).strengths == {"test": "green"}
    assert past_of_records([workout(done())]).strengths == {}
