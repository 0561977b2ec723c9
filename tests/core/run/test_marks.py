"""The tables of what is due in a step."""

from __future__ import annotations

import pytest

from glutetimer.core.plan.plan import Bout
from glutetimer.core.run.timing import Mark, bout_marks, break_marks, shifted
from glutetimer.core.session.session import Exercise, Phase
from tests.helpers.core import each, hold, plan, reps


def bout(exercise: Exercise) -> Bout:
    return plan(exercise).bouts[0]


def whats(marks: tuple[Mark, ...], what: str) -> list[tuple[float, int]]:
    return [(mark.at, mark.n) for mark in marks if mark.what == what]


def test_the_last_three_seconds_of_a_break_are_counted() -> None:
    assert break_marks(15.0) == (
        Mark(12.0, "count", 3),
        Mark(13.0, "count", 2),
        Mark(14.0, "count", 1),
        Mark(15.0, "end"),
    )


@pytest.mark.parametrize(("seconds", "counted"), [(3.0, [3, 2, 1]), (2.5, [2, 1]), (1.0, [1]), (0.0, [])])
def test_a_short_break_counts_as_far_as_there_is_time(seconds: float, counted: list[int]) -> None:
    assert [mark.n for mark in break_marks(seconds) if mark.what == "count"] == counted


def test_a_rep_is_its_phases_and_is_done_when_the_last_one_is() -> None:
    assert bout_marks(bout(reps("a", 1))) == (
        Mark(0.0, "phase", 1, 0),
        Mark(1.0, "phase", 1, 1),
        Mark(3.0, "rep", 1),
        Mark(3.0, "end"),
    )


def test_reps_that_go_on_from_a_count_keep_their_numbers() -> None:
    marks = bout_marks(bout(reps("a", 4)), 2)
    assert whats(marks, "rep") == [(3.0, 3), (6.0, 4)]
    assert marks[-1] == Mark(6.0, "end")


@pytest.mark.parametrize(("count", "half"), [(5, []), (6, [(9.0, 0)]), (7, [(9.0, 0)]), (10, [(15.0, 0)])])
def test_halfway_is_told_from_six_reps_on(count: int, half: list[tuple[float, int]]) -> None:
    assert whats(bout_marks(bout(reps("a", count))), "half") == half


def test_where_sides_take_turns_every_turn_is_a_rep() -> None:
    marks = bout_marks(bout(each("a", 5, sides="alternate", tempo=(Phase("swap", 3.0),))))
    assert [n for _, n in whats(marks, "rep")] == list(range(1, 11))
    assert whats(marks, "half") == [(15.0, 0)]
    assert marks[-1].at == 30.0


def test_a_counted_hold_tells_half_and_the_last_three_seconds_and_ends() -> None:
    assert bout_marks(bout(hold("a", 20))) == (
        Mark(10.0, "half"),
        Mark(17.0, "last", 3),
        Mark(18.0, "last", 2),
        Mark(19.0, "last", 1),
        Mark(20.0, "end"),
    )


@pytest.mark.parametrize("pace", ["tap", "own"])
def test_a_hold_at_another_pace_has_a_target_and_no_end(pace: str) -> None:
    assert bout_marks(bout(hold("a", 20, pace=pace)))[-1] == Mark(20.0, "target")


@pytest.mark.parametrize("pace", ["tap", "own"])
def test_reps_at_another_pace_have_nothing_due(pace: str) -> None:
    assert bout_marks(bout(reps("a", 4, pace=pace))) == ()


@pytest.mark.parametrize("exercise", [reps("a", 4, pace="tap"), reps("a", 4, pace="own"), hold("a", 12, pace="tap")])
def test_with_nobody_to_press_they_end_after_their_seconds(exercise: Exercise) -> None:
    assert bout_marks(bout(exercise), unattended=True)[-1] == Mark(12.0, "end")


def test_with_nobody_to_press_only_the_seconds_of_the_reps_to_come_are_left() -> None:
    assert bout_marks(bout(reps("a", 4, pace="tap")), 3, unattended=True) == (Mark(3.0, "end"),)


@pytest.mark.parametrize(("seconds", "last"), [(4, [3, 2, 1]), (3, [2, 1]), (1, []), (9, [3, 2, 1])])
def test_a_short_hold_has_no_half_and_does_not_count_its_first_moment(seconds: int, last: list[int]) -> None:
    marks = bout_marks(bout(hold("a", seconds)))
    assert [mark.n for mark in marks if mark.what == "last"] == last
    assert whats(marks, "half") == []


def test_from_ten_seconds_on_a_hold_has_a_half() -> None:
    assert whats(bout_marks(bout(hold("a", 10))), "half") == [(5.0, 0)]


def test_shifted_marks_are_the_same_later() -> None:
    assert shifted(break_marks(1.0), 10.0) == (Mark(10.0, "count", 1), Mark(11.0, "end"))
