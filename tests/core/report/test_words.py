"""The sentences of a report, and what it leaves out."""

from __future__ import annotations

from datetime import timedelta

import pytest

from glutetimer.core.report.data import Material, ReportSpan, UnreadRecords, gather, honesty
from glutetimer.core.report.text import place, summary
from glutetimer.core.settings.goals import Goals
from glutetimer.core.values import replace
from tests.helpers.reports import NOW, months, one, report_of, workout_of


def test_a_report_in_sentences() -> None:
    kicks = [workout_of(one("Kick", "left"), one("Kick", "right"), days_ago=days, effort=6) for days in (20, 8, 1)]
    kicks[1] = replace(kicks[1], mode="post-run", harder_side="left", pain=0)
    kicks[2] = replace(kicks[2], effort=None, bouts=(one("Kick", "left", "form-broke", 4), *kicks[2].bouts[1:]))
    assert summary(report_of(kicks)) == (
        "3 workouts in 4 weeks (2 whole, 1 of one round before or after a run): Kicks 3 times.",
        "The goal is 3 workouts a week; it was met in 0 of 3 full weeks (0.7 a week on average), "
        "and this week stands at 1.",
        "1 h 0 min in all, rests included: 54 reps.",
        "5 of 6 done as planned; 1 set ended because form broke (Kick).",
        "Effort: 6.0 of 10 on average (6 to 6, given 2 times).",
        "Pain: none reported. After 1 workout the answer was none. After 2 workouts nobody answered.",
        "Said to be the harder side: left once.",
    )


def test_pain_in_a_sentence() -> None:
    """In how many workouts, how strong, where."""
    hurt = one("Kick", "left", "pain", 2, pain=4, place="knee", pain_side="left")
    again = replace(
        workout_of(hurt, one("Kick", "right"), days_ago=2), active=None, note="Pain afterwards: hip, 2 of 10.", pain=4
    )
    (said,) = [words for words in summary(report_of([workout_of(hurt), again])) if words.startswith("Pain")]
    assert said == "Pain was reported in 2 workouts, at worst 4 of 10: left knee 2 times, hip once."


def test_the_running_week_is_not_over() -> None:
    """Alone it is no week on average."""
    said = summary(report_of([workout_of(one("Kick", "left"))], weeks=1))
    assert "The goal is 3 workouts a week; this week stands at 1." in said


def test_weeks_before_the_log_began_are_no_missed_weeks() -> None:
    workout = workout_of(one("Kick", "left"), days_ago=6)
    monday = workout.started.date() - timedelta(days=workout.started.weekday())
    report = gather(Material((workout,), begins=monday), ReportSpan(4, NOW.date()), Goals(1), NOW)
    assert "The log begins in the week of 9 Nov 2026." in summary(report)
    assert any("met in 1 of 1 full week " in words for words in summary(report))


def test_the_exercise_that_broke_most_is_named_only_where_there_is_one() -> None:
    broke = {name: one(name, "left", "form-broke", 3) for name in ("Kick", "Lift")}
    tie = report_of([workout_of(*broke.values())])
    most = report_of([workout_of(*broke.values(), broke["Lift"])])
    assert "2 sets ended because form broke." in " ".join(summary(tie))
    assert "3 sets ended because form broke (most often in Lift: 2)." in " ".join(summary(most))


@pytest.mark.parametrize(
    ("where", "side", "words"),
    [("knee", "left", "left knee"), ("hip", "both", "hip, both sides"), ("", "both", "both sides"), ("", None, "")],
)
def test_places(where: str, side: str | None, words: str) -> None:
    assert place(where, side) == words


def test_how_far_it_can_be_trusted() -> None:
    """What was not confirmed, written down afterwards, corrected; and what is not counted."""
    unsure = workout_of(one("Kick", "left", counted_by="program"), confirmed=None)
    added = workout_of(one("Kick", "left"), days_ago=1, added=NOW)
    amended = workout_of(one("Kick", "left"), days_ago=2, amended=(NOW,))
    empty = workout_of(one("Kick", "left", "not-reached"), days_ago=3)
    report = report_of([unsure, added, amended, empty], left_out=UnreadRecords(2, 1, 1, 3))
    assert honesty(report) == (
        "1 workout holds counts of the program that the runner did not confirm: shown, and left out of the "
        "comparison of left and right.",
        "1 workout was entered afterwards.",
        "1 workout was corrected later.",
        "Not counted: 2 rehearsals, 1 workout left before anything was done, 1 other file with the id of a workout "
        "and other content, 1 workout dated later than this report.",
        "3 files of the log cannot be read; what they hold is missing.",
    )
    assert honesty(report_of([workout_of(one("Kick", "left"))])) == ()


def test_the_balance_of_the_weeks_before_is_looked_at() -> None:
    """The gap of ten percent and more has a way: it was there before, and is going."""
    before = [workout_of(one("Kick", "left", count=5), one("Kick", "right"), days_ago=days) for days in (30, 32, 34)]
    now = [workout_of(one("Kick", "left", count=7), one("Kick", "right"), days_ago=days) for days in (1, 2, 3)]
    assert "The gap in Kick is closing: 50 % in the 4 weeks before, 30 % now." in report_of([*before, *now]).words


def test_everything_is_in_the_order_of_time() -> None:
    """Whatever the order in which records were read."""
    workouts = list(months(4))
    report = report_of(workouts[::-1])
    assert report == report_of(workouts)
    starts = [done.row.started for done in report.workouts]
    assert starts == sorted(starts)
