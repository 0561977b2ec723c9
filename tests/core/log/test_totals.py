"""A span of weeks in sums."""

from __future__ import annotations

from datetime import date

from glutetimer.core.log.totals import SessionTotal, next_session, since, totals
from tests.helpers.side_rows import NOON, TODAY, ago, side, workout


def test_nothing_was_done() -> None:
    """Zeros, and no mean of nothing."""
    none = totals([], [])
    assert (none.workouts, none.reps, none.effort, none.worst_pain, none.sessions) == (0, 0, None, None, ())


def test_sums_of_workouts() -> None:
    """Modes, minutes, bouts, what was told."""
    rows = [
        workout(0, effort=4, pain=0),
        workout(1, effort=7, pain=3, mode="post-run", form_breaks=2, as_planned=2, confirmed=False),
        workout(2),
    ]
    made = totals(rows, [])
    assert (made.workouts, made.full, made.rounds, made.seconds) == (3, 2, 1, 3600.0)
    assert (made.bouts, made.begun, made.as_planned, made.form_breaks) == (12, 12, 10, 2)
    assert (made.effort, made.pains, made.worst_pain, made.confirmed) == (5.5, 1, 3, 2)


def test_bouts_that_nobody_counted_are_counted_apart() -> None:
    """They are in no sum."""
    unknown = side("left", 0, best=0, counted=False, evidence=False)
    made = totals([workout()], [side("left", 10), unknown])
    assert (made.reps, made.uncounted) == (10, 2)


def test_what_does_not_count_is_in_no_sum() -> None:
    """Rehearsals, copies, workouts in which nothing was done."""
    assert totals([workout(0, speed=20.0), workout(1, copy=True), workout(2, worked=False)], []).workouts == 0


def test_where_one_time_was_not_measured_the_sum_is_about() -> None:
    rows = [workout(0, session="a"), workout(1, session="b", about=True)]
    made = totals(rows, [])
    assert (made.about, {one.session: one.about for one in made.sessions}) == (True, {"a": False, "b": True})
    assert not totals(rows[:1], []).about


def test_reps_of_both_sides_together() -> None:
    """Where sides take turns they are counted per side, so twice; holds are seconds."""
    parts = [side("left", 10), side("right", 8), side("alternate", 5), side("both", 3), side("left", 45, kind="hold")]
    assert (totals([], parts).reps, totals([], parts).hold_seconds) == (31, 45)


def test_sessions_under_their_newest_name() -> None:
    """The one done most often first."""
    rows = [workout(0, session="b", name="B"), workout(3, name="Old"), workout(1, name="New")]
    assert totals(rows, []).sessions == (
        SessionTotal("hips", "New", 2, 2400.0),
        SessionTotal("b", "B", 1, 1200.0),
    )


def test_next_is_the_habit_left_longest() -> None:
    """What was not done for eight weeks is none."""
    last = {"a": ago(2), "b": ago(9), "c": ago(100)}
    assert next_session(last, NOON) == "b"
    assert next_session({"c": ago(100)}, NOON) == ""
    assert next_session({}, NOON) == ""


def test_the_last_weeks_begin_on_a_monday() -> None:
    """The running one is one of them."""
    assert since(TODAY, 1) == date(2026, 11, 16)
    assert since(TODAY, 8) == date(2026, 9, 28)


def test_pain_without_a_number_is_pain() -> None:
    """It counts; the worst is the worst of those told."""
    made = totals([workout(0, hurt=True), workout(1, pain=3)], [])
    assert (made.pains, made.worst_pain) == (2, 3)
