"""Done against planned, from records."""

from __future__ import annotations

from glutetimer.core.report.done import BandUsed, sessions_done
from glutetimer.core.values import replace
from tests.helpers.reports import one, workout_of


def test_each_side_is_counted_against_all_that_was_planned() -> None:
    """Skipped and unreached bouts are planned ones, too."""
    workout = workout_of(
        one("Kick", "left"),
        one("Kick", "right", "form-broke", 6, reason="Slow"),
        one("Kick", "left", "skipped", 0),
        one("Kick", "right", "not-reached"),
    )
    (session,) = sessions_done([workout])
    left, right = session.exercises[0].sides
    assert (left.side, left.done, left.planned, left.missed, left.form_breaks) == ("left", 10, 20, 1, 0)
    assert (right.side, right.done, right.planned, right.missed, right.form_breaks) == ("right", 6, 20, 1, 1)


def test_only_what_the_program_counted_alone_is_unsure() -> None:
    """Taps need nobody to confirm them; a confirmed workout is sure."""
    bouts = (one("Kick", "left", counted_by="program"), one("Kick", "left", count=8))
    unsure, sure = workout_of(*bouts, confirmed=None, days_ago=1), workout_of(*bouts)
    (session,) = sessions_done([unsure, sure])
    (left,) = session.exercises[0].sides
    assert (left.done, left.unsure) == (36, 10)


def test_the_dose_is_told_as_it_was_and_as_it_is() -> None:
    """Of whole workouts, where there are any: one round is no smaller plan."""
    first = workout_of(one("Kick", "left", target=8), one("Kick", "right", target=8), days_ago=9)
    whole = workout_of(*(one("Kick", side, set=set_) for set_ in (1, 2) for side in ("left", "right")), days_ago=4)
    short = workout_of(one("Kick", "left"), one("Kick", "right"), mode="post-run")
    (session,) = sessions_done([first, whole, short])
    kick = session.exercises[0]
    assert (kick.first_dose, kick.last_dose, kick.workouts) == ("1 × 8", "2 × 10", 3)


def test_bands_with_their_strengths_the_newest_first() -> None:
    old = workout_of(one("Kick", "left", band="ankles", strength="light"), days_ago=3)
    new = workout_of(one("Kick", "left", band="ankles", strength="green"), one("Kick", "left", band="knees"))
    skipped = workout_of(one("Kick", "left", "skipped", 0, band="laces"))
    (session,) = sessions_done([old, new, skipped])
    assert session.exercises[0].bands == (BandUsed("ankles", ("green", "light")), BandUsed("knees"))


def test_sessions_by_how_often_and_exercises_in_their_order() -> None:
    """An easier variant is a row of its own; so is an exercise whose sides were together once."""
    often = [workout_of(one("Kick", "left"), one("Squat", "both"), days_ago=days) for days in (5, 3)]
    half = replace(one("Half squat", "both", exercise="squat"), form="squat-half-squat")
    easier = workout_of(half, one("Kick", "both"), days_ago=1)
    seldom = workout_of(one("Plank", "both", kind="hold"), session="core", name="Core")
    sessions = sessions_done([*often, easier, seldom])
    assert [(session.name, session.workouts) for session in sessions] == [("Kicks", 3), ("Core", 1)]
    names = [(done.name, tuple(side.side for side in done.sides)) for done in sessions[0].exercises]
    assert names == [("Half squat", ("both",)), ("Kick", ("both",)), ("Kick", ("left",)), ("Squat", ("both",))]


def test_what_nobody_counted_is_in_no_sum() -> None:
    """Neither in what was done nor in what was planned; its time is."""
    unknown = one("Kick", "left", "short", counted_by="hand")
    assert unknown.result is not None
    unknown = replace(unknown, result=replace(unknown.result, done=None))
    (session,) = sessions_done([workout_of(one("Kick", "left"), unknown)])
    (left,) = session.exercises[0].sides
    assert (left.done, left.planned, left.bouts, left.uncounted, left.missed, left.seconds) == (10, 10, 2, 1, 0, 40.0)


def test_two_exercises_of_one_name_are_two() -> None:
    workout = workout_of(one("Kick", "both"), one("Kick", "both", exercise="side-kick"))
    assert [done.exercise for done in sessions_done([workout])[0].exercises] == ["kick", "side-kick"]


def test_a_session_has_its_newest_name() -> None:
    old, new = workout_of(one("Kick", "left"), days_ago=2, name="Old"), workout_of(one("Kick", "left"), name="New")
    assert sessions_done([old, new])[0].name == "New"
