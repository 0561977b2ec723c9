"""A workout on one line, at any width."""

from __future__ import annotations

from datetime import date

import pytest

from glutetimer.core.log.rows import WorkoutRow, workout_row
from glutetimer.core.values import replace
from glutetimer.tui.log.history.line import columns, fitting, heading, signs, time_of, workout_line
from tests.helpers.log_past import LAST, Done, made

TODAY = date(2026, 11, 21)
WIDTHS = [57, 65, 75, 76, 77, 95, 96, 117]


def row(done: Done | None = None, **changes: object) -> WorkoutRow:
    """Hip control on the evening of 20 November."""
    made_row = workout_row(made(done or Done("hip-control", effort=6, form=True), LAST), "log/id.toml")
    return replace(made_row, **changes)  # type: ignore[arg-type]


def shown(of: WorkoutRow, width: int = 117, *, marked: bool = False) -> str:
    """The line as text."""
    return workout_line(of, columns(width), TODAY, marked=marked).text()


def test_it_says_all_where_there_is_room() -> None:
    """Day, session, done, time, effort, signs."""
    assert shown(row()).split() == ["Fri", "20", "Nov", "19:30", "Hip", "control", "21/22", "19:00", "6", "form"]


def test_the_marked_one_has_a_triangle() -> None:
    """So that it is seen without colour."""
    assert shown(row(), marked=True).startswith("► Fri")
    assert shown(row()).startswith("  Fri")


def test_narrow_lines_lack_the_effort_and_the_time_of_day() -> None:
    """What matters least goes."""
    assert shown(row(), 57).split() == ["Fri", "20", "Nov", "Hip", "control", "21/22", "19:00", "form"]


@pytest.mark.parametrize(
    ("width", "day"), [(117, "Thu 20 Nov 2025 19:30  "), (77, "Thu 20 Nov 2025  "), (57, "20 Nov '25  ")]
)
def test_other_years_are_named(width: int, day: str) -> None:
    """At every width."""
    assert day in shown(row(started=LAST.replace(year=2025)), width)


@pytest.mark.parametrize("width", WIDTHS)
def test_columns_never_touch(width: int) -> None:
    """With the longest that may stand in them; and each ends where its name does."""
    long = row(name="A session of one's own with a name", mode="post-run", bouts=160, as_planned=100, seconds=5999.0)
    line, head = shown(long, width), heading(columns(width)).text()
    assert "1 round " in line
    assert "  100/160  " in line.replace("1 round ", "1 round  ")
    assert "  99:59  " in line.replace("100/160 ", "100/160  ")
    assert line.index("100/160") + len("100/160") == head.index("done") + len("done")
    assert line.index("99:59") + len("99:59") == head.index("time") + len("time")


@pytest.mark.parametrize("width", WIDTHS)
def test_a_time_that_nobody_measured_is_about(width: int) -> None:
    line = shown(row(mode="post-run", bouts=160, as_planned=100, seconds=5999.0, about=True), width)
    assert " ~99:59 " in line


@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_is_drawn_over_the_edge(width: int) -> None:
    """The most important sign has room everywhere."""
    every = row(pain=10, hurt=True, state="early", speed=40.0, copy=True, amended=LAST)
    assert len(shown(every, width)) <= width
    assert "copy" in shown(every, width)
    for sign in ({"pain": 10, "hurt": True, "place": "back of the thigh"}, {"speed": 40.0}):
        line = shown(row(**sign), width)
        assert len(line) <= width
        assert "rehearsal" in line or "pain 10" in line


def test_signs_come_by_weight() -> None:
    """What does not count first, what nearly every workout has last."""
    every = row(pain=3, hurt=True, state="early", speed=40.0, copy=True, amended=LAST, added=True)
    assert signs(every) == ("copy", "rehearsal", "ended early", "pain 3", "amended", "added", "form")
    assert signs(row(form_breaks=0)) == ()
    assert signs(row(form_breaks=0, pain=0)) == ()


def test_pain_without_a_number_is_a_sign() -> None:
    """A bout was stopped for it, and nobody said how strong it was."""
    assert signs(row(form_breaks=0, hurt=True)) == ("pain",)


@pytest.mark.parametrize(
    ("width", "signs_"),
    [
        (30, ("ended early", "pain 3 knee", "form")),
        (25, ("ended early", "pain 3", "form")),
        (23, ("ended early", "pain 3", "+1")),
        (10, ("pain 3", "+2")),
        (4, ("pai…",)),
    ],
)
def test_as_many_as_fit(width: int, signs_: tuple[str, ...]) -> None:
    """Where it hurt goes first, that it hurt last; how many more there are is said, as long as that fits."""
    assert fitting(row(state="early", pain=3, hurt=True, place="knee"), width) == signs_


def test_a_place_that_says_nothing_is_left_out() -> None:
    """Somewhere else than where?"""
    assert fitting(row(form_breaks=0, pain=3, hurt=True, place="somewhere else"), 40) == ("pain 3",)


@pytest.mark.parametrize(
    ("width", "name"), [(57, "Glute… 1 round"), (77, "Glute strength 1 round"), (95, "Glute strength 1 round")]
)
def test_the_name_gets_the_room_first(width: int, name: str) -> None:
    """Before signs that are not there."""
    assert f" {name} " in shown(row(name="Glute strength", mode="post-run"), width)


@pytest.mark.parametrize("quiet", [row(copy=True), row(speed=40.0), row(begun=0, worked=False)])
def test_what_does_not_count_is_quiet(quiet: WorkoutRow) -> None:
    """And says why beside it."""
    looks = {look.role for _, look in workout_line(quiet, columns(77), TODAY, marked=False).row(0)}
    assert looks <= {"muted", "ground"}


def test_pain_has_its_colour_and_its_word() -> None:
    """The word is there without the colour."""
    line = workout_line(row(pain=3, hurt=True), columns(117), TODAY, marked=False)
    assert [text.strip() for text, look in line.row(0) if look.role == "alarm"] == ["pain 3"]


@pytest.mark.parametrize(("seconds", "told"), [(0.0, "-"), (59.4, "0:59"), (5999.4, "99:59"), (97200.0, "27 h")])
def test_times(seconds: float, told: str) -> None:
    """A workout without an end, short ones, and one that lay open over night."""
    assert time_of(seconds) == told
