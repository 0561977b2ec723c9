"""The goal of a week is the goal of then."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glutetimer.core.settings.goals import Goals, GoalWas

#: A Wednesday.
TODAY = date(2026, 11, 18)
YESTERDAY, MONDAY, NEXT = date(2026, 11, 17), date(2026, 11, 16), date(2026, 11, 23)
CHANGES = st.lists(st.tuples(st.integers(0, 20), st.integers(1, 5)), max_size=8)


def test_a_goal_that_never_changed_holds_always() -> None:
    """Also one that a person edits: nobody knows since when."""
    assert {Goals(3).goal_on(day) for day in (date.min, TODAY, date.max)} == {3}


def test_another_goal_holds_from_today_on() -> None:
    goals = Goals(3).changed(5, TODAY)
    assert goals == Goals(5, (GoalWas(YESTERDAY, 3),))
    assert [goals.goal_on(day) for day in (MONDAY, YESTERDAY, TODAY, NEXT)] == [3, 3, 5, 5]


def test_changing_twice_on_a_day_is_one_change() -> None:
    assert Goals(3).changed(4, TODAY).changed(5, TODAY) == Goals(3).changed(5, TODAY)


def test_what_is_put_back_was_never_changed() -> None:
    assert Goals(3).changed(4, TODAY).changed(3, TODAY) == Goals(3)
    old = GoalWas(date(2026, 6, 1), 2)
    assert Goals(3, (old,)).changed(4, TODAY).changed(3, TODAY) == Goals(3, (old,))


def test_several_changes_in_a_week_leave_it_with_the_goal_of_its_monday() -> None:
    """A Monday's own change is for its week."""
    goals = Goals(3)
    for day, goal in ((MONDAY, 4), (TODAY, 5), (date(2026, 11, 20), 2)):
        goals = goals.changed(goal, day)
    assert [goals.goal_on(monday) for monday in (MONDAY - timedelta(weeks=1), MONDAY, NEXT)] == [3, 4, 2]
    assert len(goals.was) == 3


def test_a_goal_that_a_person_edited_holds_for_all_that_is_not_told() -> None:
    """And is kept once the program sets another one; two equal ones are one."""
    old = GoalWas(date(2026, 6, 1), 2)
    edited = Goals(6, (old,))
    assert [edited.goal_on(day) for day in (date(2026, 6, 1), date(2026, 6, 2), MONDAY)] == [2, 6, 6]
    assert edited.changed(4, TODAY).was == (old, GoalWas(YESTERDAY, 6))
    assert Goals(2, (old,)).changed(4, TODAY).was == (GoalWas(YESTERDAY, 2),)


@pytest.mark.parametrize("until", [TODAY, NEXT, date(2031, 1, 1)])
def test_what_a_wrong_clock_said_of_days_to_come_gives_way(until: date) -> None:
    goals = Goals(4, (GoalWas(until, 3),))
    assert goals.goal_on(MONDAY) == 3
    assert goals.changed(5, TODAY) == Goals(5, (GoalWas(YESTERDAY, 3),))
    assert goals.changed(3, TODAY) == Goals(3)


@given(CHANGES)
def test_each_day_keeps_the_goal_it_ended_with(changes: list[tuple[int, int]]) -> None:
    """Whatever was changed, and when: no entry twice, none of a day to come, none that says nothing."""
    goals, ended = Goals(3), {}
    for day, goal in sorted(changes, key=lambda change: change[0]):
        goals = goals.changed(goal, TODAY + timedelta(days=day))
        ended[day] = goal
    wanted = 3
    for day in range(-2, 22):
        wanted = ended.get(day, wanted)
        assert goals.goal_on(TODAY + timedelta(days=day)) == wanted
    said = [*(one.goal for one in goals.was), goals.now]
    assert all(one != other for one, other in pairwise(said))
    assert [*goals.was] == sorted(set(goals.was))
