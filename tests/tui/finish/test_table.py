"""Planned beside done, as text."""

from __future__ import annotations

import pytest

from glutetimer.core.record.record import Workout
from glutetimer.core.session.session import Span
from glutetimer.core.values import replace
from glutetimer.tui.finish.table import table
from tests.helpers.core import each, hold, plan, reps
from tests.helpers.records import as_planned, ended_with, mixed, result


def lines(workout: Workout, width: int) -> list[str]:
    """The table without its colours."""
    return [line.plain.rstrip() for line in table(workout, width)]


def test_sides_have_columns() -> None:
    """What has no sides stands in the first, says so, and never reaches into the next."""
    assert lines(mixed(), 80) == [
        "         planned     left          right",
        "Kick     2 × 10      10 10         8▼ 6 form",
        "Plank    2 × 30 s    30 30 both",
    ]


def test_without_sides_there_is_one_column() -> None:
    """And no word for what is so everywhere."""
    assert lines(as_planned(plan(reps(), hold())), 80) == [
        "         planned     done",
        "Squat    1 × 4       4",
        "Plank    1 × 20 s    20",
    ]


def test_the_range_and_the_last_time_stand_at_the_right_edge() -> None:
    """Where they have room."""
    workout = as_planned(plan(reps(), hold()))
    beside = {workout.bouts[0].exercise: "4 to 8 · last 3"}
    squat, plank = [line.plain.rstrip() for line in table(workout, 60, beside)][1:]
    assert squat.endswith("4 to 8 · last 3")
    assert len(squat) == 60
    assert "last" not in plank
    assert "last" not in table(workout, 30, beside)[1].plain


def test_sides_in_turns() -> None:
    """So many a side."""
    assert lines(as_planned(plan(reps(count=5, sides="alternate"))), 80)[1] == "Squat    1 × 5      5 a side"


def test_a_side_that_is_not_there_is_blank() -> None:
    """An easier variant may have been done on the right only."""
    workout = as_planned(plan(each(count=10)))
    (row,) = lines(replace(workout, bouts=workout.bouts[1:]), 80)[1:]
    assert row == "Kick    1 × 10             10"


def test_many_sets_are_counted_together_where_it_is_narrow() -> None:
    """Set by set where there is room."""
    wanted = plan(each(count=15, name="Standing hip abduction"), rounds=Span(5, 5))
    workout = ended_with(as_planned(wanted), b0=result("short", 13))
    assert "13▼ 15 15 15 15" in lines(workout, 78)[1]
    assert "73 of 75▼    75 of 75" in lines(workout, 58)[1]


@pytest.mark.parametrize("width", [57, 78, 116])
def test_nothing_is_wider_than_its_place(width: int) -> None:
    """Names are cut, counts never."""
    name = "Alternating squeeze bridge with a band"
    circles = each("circles", count=10, name="Side-lying hip circles", directions=("forward", "backward"))
    workout = as_planned(plan(circles, each(count=15, name=name), rounds=Span(3, 3)))
    found = lines(workout, width)
    assert max(map(len, found)) <= width
    assert all(row.endswith(("60 of 60", "15 15 15", "45 of 45")) for row in found[1:])
