"""What the log says at a glance."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

from builders import each, plan, reps

from glutetimer.core.record import Result, Workout, begin_workout, with_results
from glutetimer.core.review import Past, Week, monday_of, past_of, weeks

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
    assert past_of([]) == Past()


def test_the_newest_counts_whatever_the_order() -> None:
    """Last done is the latest start; `starts` goes from old to new."""
    older = workout(done(), started=NOON - timedelta(days=3))
    past = past_of([workout(done()), older])
    assert past.last == {"test": NOON}
    assert [start for start, _ in past.starts] == [older.started, NOON]


def test_rehearsals_do_not_count() -> None:
    """Speed other than 1 leaves no trace."""
    assert past_of([workout(done(), speed=20.0)]) == Past()


def test_tried_is_what_was_done_at_all() -> None:
    """Skipped and not reached exercises are still new."""
    past = past_of([workout(done("short"), done("skipped"), done("not-reached"))])
    assert past.tried == {"kick"}


def test_the_cue_that_failed_last_time() -> None:
    """The last one of the workout, until a workout in which none failed."""
    failed = workout(done("form-broke", "Slow"), done("form-broke", "Straight"), done())
    assert past_of([failed]).failed == {"kick": "Straight"}
    good = workout(done(), done(), done(), started=NOON + timedelta(days=1))
    assert past_of([good, failed]).failed == {}
    not_done = workout(done("skipped"), started=NOON + timedelta(days=2))
    assert past_of([failed, not_done]).failed == {"kick": "Straight"}


def test_nothing_done_is_no_workout() -> None:
    """Neither last done nor a mark in the week."""
    assert past_of([workout(done("skipped"), done("not-reached"))]) == Past()


def test_the_band_used_last() -> None:
    """By session, from the bouts that name it."""
    used = workout(done())
    used = replace(used, bouts=tuple(replace(bout, strength="green") for bout in used.bouts))
    assert past_of([used]).strengths == {"test": "green"}
    assert past_of([workout(done())]).strengths == {}


def test_weeks_begin_on_monday_with_the_runners_own_day() -> None:
    """Sunday late in one zone is Sunday, whatever the day in another."""
    late = datetime(2026, 11, 22, 23, 30, tzinfo=timezone(timedelta(hours=-8)))
    assert weeks([(late, "full")], date(2026, 11, 25), 2) == (
        Week(date(2026, 11, 23)),
        Week(date(2026, 11, 16), full=1),
    )


def test_one_round_modes_are_counted_apart() -> None:
    """Both modes of one round; all together are the workouts."""
    (week,) = weeks([(NOON, "full"), (NOON, "post-run"), (NOON, "pre-run")], NOON.date(), 1)
    assert (week.full, week.rounds, week.workouts) == (1, 2, 3)


def test_monday_of_a_monday_is_itself() -> None:
    """And of a Sunday the Monday before."""
    assert monday_of(date(2026, 11, 16)) == date(2026, 11, 16)
    assert monday_of(date(2026, 11, 22)) == date(2026, 11, 16)
