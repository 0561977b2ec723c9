"""One exercise over time."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from glutetimer.core.log.bests import Best, Ever, KnownForm, ever_of
from glutetimer.core.log.forms import NO_FORMS, Forms
from glutetimer.core.log.rows import SideRow
from glutetimer.core.log.series import Series, WeekPoint, series
from tests.helpers.side_rows import TODAY, side


def made(rows: list[SideRow], weeks: int = 4, measure: str = "best") -> Series:
    """The series, which is there."""
    found = series(rows, TODAY, weeks, measure)  # type: ignore[arg-type]
    assert found is not None
    return found


def test_no_rows_no_series() -> None:
    """An exercise that was never begun."""
    assert series([], TODAY, 4) is None


def test_a_point_a_week_and_gaps_between() -> None:
    """The oldest week first; a week without is empty."""
    found = made([side("left", 10, days=0), side("left", 6, days=14)])
    assert found.mondays == (date(2026, 10, 26), date(2026, 11, 2), date(2026, 11, 9), date(2026, 11, 16))
    assert [point and point.value for point in found.lines[0].points] == [None, 3, None, 5]


def test_sides_are_apart_left_first() -> None:
    """Whatever the order of the rows."""
    assert [line.side for line in made([side("right"), side("left")]).lines] == ["left", "right"]
    assert [line.side for line in made([side("both")]).lines] == ["both"]


def test_three_measures() -> None:
    """The most in one set, all of the week, the time worked."""
    rows = [side("left", 10, days=0, best=6), side("left", 8, days=1, best=5)]
    values = {measure: made(rows, 1, measure).lines[0].points[0] for measure in ("best", "sum", "time")}
    assert {measure: point and point.value for measure, point in values.items()} == {"best": 6, "sum": 18, "time": 60}


def test_of_some_weeks_with_the_bests_it_is_the_same_as_of_all() -> None:
    """A side that was not done in these weeks has its line, and each line the best there ever was."""
    rows = [side("right", days=200, best=20), side("left", days=100, best=9), side("left", days=1, best=7)]
    rows += [side("both", days=300, best=30, kind="hold"), side("alternate", days=90, best=5, evidence=False)]
    lately = [row for row in rows if row.started.date() >= TODAY - timedelta(weeks=4)]
    assert series(lately, TODAY, 4, ever=ever_of(rows)) == series(rows, TODAY, 4)
    assert [(line.side, line.best and line.best.value) for line in made(rows).lines] == [
        ("left", 9), ("right", 20), ("alternate", None)
    ]  # fmt: skip


def test_form_and_pain_of_a_week() -> None:
    """All form breaks, the worst pain, over all workouts of it."""
    rows = [side(days=0, form_breaks=1, pain=2), side(days=1, form_breaks=2, pain=5), side(days=2)]
    point = made(rows, 1).lines[0].points[0]
    assert point == WeekPoint(date(2026, 11, 16), 5, 3, 3, 5, True, True)


def test_what_is_confirmed_goes_before_what_is_not() -> None:
    """In the same week; alone, it is shown as not sure."""
    rows = [side(days=0, best=5), side(days=1, best=20, evidence=False), side(days=8, best=9, evidence=False)]
    points = made(rows, 2).lines[0].points
    assert [(point.value, point.sure) for point in points if point] == [(9, False), (5, True)]


def test_sums_are_of_all_that_was_counted() -> None:
    """And sure only where all of it is."""
    rows = [side("left", 10, days=0), side("left", 8, days=1, evidence=False)]
    points = {measure: made(rows, 1, measure).lines[0].points[0] for measure in ("sum", "time")}
    assert {name: (point.value, point.sure) for name, point in points.items() if point} == {
        "sum": (18, False),
        "time": (60, False),
    }


def test_the_best_is_the_first_time_of_the_most_with_evidence() -> None:
    """Ever, also before the weeks that are shown."""
    rows = [side(days=400, best=9), side(days=100, best=9), side(days=3, best=30, evidence=False), side(days=0, best=4)]
    line = made(rows, 4).lines[0]
    assert line.best == Best(9, date(2025, 10, 16))
    assert line.now is not None
    assert line.now.value == 4


def test_no_evidence_no_best() -> None:
    """Nobody confirmed anything."""
    assert made([side(evidence=False)]).lines[0].best is None


def test_reps_that_became_a_hold() -> None:
    """Only what it was last is shown."""
    found = made([side(days=30, best=90), side(days=0, best=45, kind="hold")], 8)
    assert (found.kind, found.unit, found.top) == ("hold", "s", 45)
    assert sum(point is not None for point in found.lines[0].points) == 1


def test_one_scale_for_all_sides() -> None:
    """The higher of both."""
    assert made([side("left", best=4), side("right", best=7)]).top == 7
    assert made([side("left", days=300)]).top == 0
    assert made([side("left")], measure="time").unit == "s"


def test_nothing_is_no_best_and_no_point() -> None:
    """A side that was only left out has no week; zero reps are a week, but no best."""
    assert made([side("left"), side("right", 0, bouts=0, skipped=10, best=0)]).lines[0].side == "left"
    assert len(made([side("left"), side("right", 0, bouts=0, skipped=10, best=0)]).lines) == 1
    line = made([side("left", 0)]).lines[0]
    assert line.best is None
    assert line.now is not None
    assert line.now.value == 0


HALF: dict[str, Any] = {"form": "kick-half", "name": "Half kick"}


def ever(*rows: SideRow, forms: Forms = NO_FORMS) -> Ever:
    found = ever_of(rows, forms)
    assert found is not None
    return found


def test_a_form_has_a_series_and_a_best_of_its_own() -> None:
    """After one eased set the history is still that of the exercise, under its own name."""
    rows = [side(days=20, best=12), side(days=8, best=9), side(days=0, best=15, **HALF)]
    written, half = made(rows), series(rows, TODAY, 4, form=("kick-half", ""))
    assert half is not None
    assert (written.name, written.form_name, half.name, half.form_name) == ("Kick", "", "Kick", "Half kick")
    bests = [[line.best and line.best.value for line in one.lines] for one in (written, half)]
    assert bests == [[12], [15]]
    assert [point and point.value for point in written.lines[0].points] == [12, None, 9, None]
    assert [point and point.value for point in half.lines[0].points] == [None, None, None, 15]


def test_the_form_done_last_is_shown_where_it_was_never_done_as_written() -> None:
    """And where another one is wanted that is not there."""
    rows = [side(days=9, form="kick-knee", name="On the knee"), side(days=0, **HALF)]
    assert made(rows).form_name == "Half kick"
    found = series(rows, TODAY, 4, form=("kick-none", ""))
    assert found is not None
    assert found.form_name == "Half kick"
    assert ever(*rows).forms == (
        KnownForm("kick-half", "Half kick", "reps"),
        KnownForm("kick-knee", "On the knee", "reps"),
    )


def test_forms_that_nobody_knows_are_told_apart_by_their_names() -> None:
    """Of older records, where no session file knows the name."""
    rows = [side(days=9, form=None, name="Kick"), side(days=0, form=None, name="Half kick", best=20)]
    assert [known.key for known in ever(*rows).forms] == [(None, "Half kick"), (None, "Kick")]
    found = series(rows, TODAY, 4, form=(None, "Kick"))
    assert found is not None
    assert [line.best and line.best.value for line in found.lines] == [5]


def test_the_title_is_the_own_name_of_the_exercise() -> None:
    """As it was written last, else as the session files have it, else as the log does, else the id in words."""
    known = Forms(own_names={"kick": "Kickback"})
    assert ever(side(days=9, name="Kick"), side(**HALF), forms=known).name == "Kick"
    assert ever(side(**HALF), forms=known).name == "Kickback"
    assert ever(side(form=None, name="A kick"), side(**HALF)).name == "A kick"
    assert ever(side(exercise="side-kick", **HALF)).name == "Side kick"


def test_band_and_strength_stand_beside_a_best() -> None:
    rows = [side(days=1, best=9, band="ankles", strength="green"), side(days=0, best=8, band="knees")]
    (line,) = made(rows).lines
    assert line.best == Best(9, date(2026, 11, 19), "ankles", "green")


def test_what_nobody_counted_is_a_week_without_a_number() -> None:
    """It is no nought; the seconds are known."""
    unknown = side(clean=0, best=0, counted=False, evidence=False)
    values = {measure: made([unknown], 1, measure).lines[0] for measure in ("best", "sum", "time")}
    points = {measure: line.points[0] for measure, line in values.items()}
    assert {measure: point and point.value for measure, point in points.items()} == {
        "best": None,
        "sum": None,
        "time": 30,
    }
    assert values["best"].best is None
    assert [point and point.uncounted for point in points.values()] == [2, 2, 0]


def test_what_nobody_counted_is_in_no_sum_beside_what_was() -> None:
    rows = [side("left", 10, days=0, best=6), side("left", 0, days=1, best=0, counted=False, evidence=False)]
    for measure, value in (("best", 6), ("sum", 10)):
        point = made(rows, 1, measure).lines[0].points[0]
        assert point is not None
        assert (point.value, point.sure, point.uncounted) == (value, True, 2)
