"""What is kept of a record to look back on."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from glutetimer.core.log.forms import Forms
from glutetimer.core.log.rows import workout_row
from glutetimer.core.log.side_rows import side_rows
from glutetimer.core.record.record import Result, Workout, begin_workout, with_results
from glutetimer.core.values import replace
from tests.helpers.core import each, hold, plan, reps

NOON = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)


def workout(*results: Result | None) -> Workout:
    """Kicks on each side, a hold, squats, with these results."""
    made = plan(each("kick", band="ankles"), hold(), reps("squat"))
    begun = begin_workout(made, "id", NOON, "UTC")
    all_ = (*results, *[None] * (len(made.bouts) - len(results)))
    ended = NOON + timedelta(minutes=25)
    return replace(with_results(begun, made, all_), state="finished", ended=ended, active=1200.0)


def result(outcome: str = "done", done: int | None = 4, **changes: object) -> Result:
    return Result(outcome, done, 12.0, changes.pop("counted_by", "program"), **changes)  # type: ignore[arg-type]


def test_the_row_of_a_workout() -> None:
    """Bouts by how they ended, the time that was lived."""
    row = workout_row(workout(result(), result("form-broke", 2), result("skipped", 0)), "2026/11/id.toml")
    assert (row.bouts, row.begun, row.as_planned, row.form_breaks) == (4, 2, 1, 1)
    assert (row.seconds, row.about, row.path, row.copy, row.counts) == (1200.0, False, "2026/11/id.toml", False, True)


def test_the_worst_pain_of_workout_and_bouts() -> None:
    """None where none was told; 0 is an answer."""
    assert workout_row(workout(result())).pain is None
    assert workout_row(replace(workout(result(pain=4)), pain=2)).pain == 4
    assert workout_row(replace(workout(result()), pain=0)).pain == 0


def test_what_counts() -> None:
    """No rehearsal, no copy, and something was begun."""
    done = workout(result())
    assert workout_row(done).counts
    assert not workout_row(done, copy=True).counts
    assert not workout_row(replace(done, speed=60.0)).counts
    assert not workout_row(workout(result("skipped", 0))).counts


def test_a_time_that_nobody_measured_is_about() -> None:
    row = workout_row(replace(workout(result()), active=None))
    assert (row.seconds, row.about) == (12.0, True)


def test_the_last_amendment() -> None:
    """The latest is the last of the list."""
    amended = (NOON, NOON + timedelta(days=1))
    assert workout_row(replace(workout(result()), amended=amended)).amended == amended[1]


def test_a_row_for_each_side() -> None:
    """Sums over the bouts of a side; what was not begun is in none."""
    left, right = side_rows(workout(result(done=4), result("form-broke", 2, reason="Slow"), result("skipped", 0)))[:2]
    assert (left.side, left.bouts, left.target, left.clean, left.best) == ("left", 1, 4, 4, 4)
    assert (right.side, right.clean, right.form_breaks, right.reason) == ("right", 2, 1, "Slow")


def test_evidence_is_confirmed_or_counted_by_a_person() -> None:
    """Of one's own workout, or bout by bout."""
    sorts = workout(result(), result(), result(counted_by="tap"), result(counted_by="hand"))
    assert [row.evidence for row in side_rows(sorts)] == [False, False, True, True]
    assert {row.evidence for row in side_rows(replace(sorts, confirmed=True))} == {True}


def test_bouts_of_both_sorts_have_a_row_each() -> None:
    """A pace that was changed on the way: sums of evidence stay apart."""
    mixed = workout(result(), result(counted_by="tap"))
    left, right = mixed.bouts[:2]
    same_side = replace(mixed, bouts=(left, replace(right, side="left")))
    assert [(row.side, row.evidence, row.bouts) for row in side_rows(same_side)] == [
        ("left", False, 1),
        ("left", True, 1),
    ]


def test_nothing_begun_no_rows() -> None:
    """Skipped and not reached bouts say nothing of a side."""
    assert side_rows(workout(result("skipped", 0), result("not-reached", 0))) == ()


def test_what_was_skipped_on_one_side_alone_has_a_row() -> None:
    """With nothing done: it was left out there, and that is known without anybody confirming it."""
    left, right = side_rows(workout(result(), result("skipped", 0)))
    assert (left.skipped, right.skipped) == (0, 4)
    assert (right.side, right.bouts, right.target, right.clean, right.best) == ("right", 0, 0, 0, 0)
    assert (left.evidence, right.evidence) == (False, True)


def test_what_was_skipped_on_both_sides_or_never_reached_says_nothing() -> None:
    """Nor what has only one side."""
    assert side_rows(workout(result("skipped", 0), result("skipped", 0), result("skipped", 0))) == ()
    (left,) = side_rows(workout(result(), result("not-reached", 0)))
    assert left.side == "left"


def test_pain_belongs_to_the_side_it_was_felt_on() -> None:
    """Whichever side was at work."""
    pains = [row.pain for row in side_rows(workout(result(pain=5, pain_side="right"), result()))]
    assert pains == [None, 5]
    pains = [row.pain for row in side_rows(workout(result(pain=5, pain_side="both"), result(pain=2)))]
    assert pains == [5, 5]
    pains = [row.pain for row in side_rows(workout(result(pain=5), result()))]
    assert pains == [5, None]


def test_pain_on_a_side_without_a_row_stays_where_it_was_told() -> None:
    """It is not lost."""
    (left,) = side_rows(workout(result(pain=5, pain_side="right"), result("not-reached", 0)))
    assert left.pain == 5
    both = side_rows(workout(result("not-reached", 0), None, result(pain=3, pain_side="left")))
    assert [row.pain for row in both] == [3]


def test_a_bout_stopped_for_pain_hurt_also_without_a_number() -> None:
    """The runner stopped; how strong it was they did not say."""
    stopped = workout(result("pain", 2))
    assert (workout_row(stopped).pain, workout_row(stopped).hurt) == (None, True)
    assert [row.hurt for row in side_rows(stopped)] == [True]
    assert not workout_row(workout(result(pain=0))).hurt
    assert not side_rows(workout(result(pain=0)))[0].hurt
    assert workout_row(replace(workout(result()), active=None, note="Pain afterwards: knee.")).hurt


def test_where_it_hurt_most() -> None:
    """Of bouts and of what the note begins with; of equal ones the one that says where."""
    bouts = workout(result(pain=3, place="knee"), result(pain=5, place="hip"))
    assert workout_row(bouts).place == "hip"
    assert workout_row(replace(bouts, pain=5)).place == "hip"
    assert workout_row(replace(bouts, pain=8)).place == ""
    after = replace(workout(result()), active=None, pain=4, note="Pain afterwards: lower back, 4 of 10. Else fine.")
    assert (workout_row(after).pain, workout_row(after).place) == (4, "lower back")
    assert workout_row(replace(after, pain=2)).place == "lower back"
    assert workout_row(replace(after, pain=0)).place == ""


def test_what_only_the_program_counted_is_not_sure() -> None:
    """Until somebody confirms it; what was pressed is."""
    assert not workout_row(workout(result(), result(counted_by="tap"))).sure
    assert workout_row(workout(result(counted_by="hand"), result("skipped", 0))).sure
    assert workout_row(replace(workout(result()), confirmed=True)).sure


def test_written_down_afterwards() -> None:
    """As the record says."""
    assert workout_row(replace(workout(result()), added=NOON)).added
    assert not workout_row(workout(result())).added


def test_what_nobody_counted_has_a_row_of_its_own() -> None:
    """It was begun, but is in no sum and no evidence, whoever confirms it."""
    unknown = result("short", None, counted_by="hand")
    done = replace(workout(unknown), confirmed=True)
    again = replace(done, bouts=(*done.bouts, replace(done.bouts[0], set=2, result=result(done=4))))
    (row, known) = side_rows(again)
    assert (row.bouts, row.target, row.clean, row.best, row.seconds) == (1, 4, 0, 0, 12.0)
    assert [(one.counted, one.evidence) for one in (row, known)] == [(False, False), (True, True)]
    assert workout_row(done).counts


def form_of(record: Workout) -> str | None:
    (row,) = side_rows(record, FORMS)
    return row.form


#: As the session files at hand have it.
FORMS = Forms({("kick", "Kick"): "", ("kick", "Half kick"): "kick-half-kick"})


def named(name: str, form: str = "", *, older: bool) -> Workout:
    """A workout of one kick under a name; in an older program's record there is no run time."""
    done = workout(result())
    bout = replace(done.bouts[0], name=name, form=form)
    return replace(done, bouts=(bout,), active=None if older else 60.0)


def test_a_record_says_the_form() -> None:
    """Absent is as written, whatever the name."""
    assert form_of(named("Half kick", "kick-low", older=False)) == "kick-low"
    assert form_of(named("Half kick", older=False)) == ""


def test_in_an_older_record_the_name_says_it() -> None:
    """Of a name that no session file has nobody knows."""
    assert form_of(named("Half kick", older=True)) == "kick-half-kick"
    assert form_of(named("Kick", older=True)) == ""
    assert form_of(named("High kick", older=True)) is None
    assert form_of(named("High kick", "kick-high", older=True)) == "kick-high"


def test_forms_of_one_exercise_have_a_row_each() -> None:
    """The best is that of the form, with its band."""
    done = workout(result(), result())
    half = replace(done.bouts[0], form="kick-half", set=2, band="knees", strength="red", result=result(done=9))
    rows = side_rows(replace(done, bouts=(done.bouts[0], half)))
    assert [(row.form, row.best, row.band, row.strength) for row in rows] == [
        ("", 4, "ankles", ""),
        ("kick-half", 9, "knees", "red"),
    ]
