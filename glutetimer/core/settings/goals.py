"""The goal of a week is the goal of then: another one holds from now on, and what was met before stays met."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

from msgspec import Struct

#: Workouts a week that are wanted in the week of this Monday.
GoalOn = Callable[[date], int]


class GoalWas(NamedTuple):
    """A goal of before, in workouts a week, and the last day on which it held."""

    until: date
    goal: int


class Goals(Struct, frozen=True):
    """The goal of now, which holds on all days that are in none of those of before."""

    now: int
    was: tuple[GoalWas, ...] = ()

    def goal_on(self, day: date) -> int:
        """The goal that held on a day. A week is judged by that of its Monday."""
        return next((one.goal for one in sorted(self.was) if day <= one.until), self.now)

    def changed(self, goal: int, today: date) -> Goals:
        """With another goal from today on. What held until yesterday is kept, where it was another one.

        Two changes on one day are one, and a goal that is put back was never another one. What is said of days to come
        (by a clock that was wrong) gives way.
        """
        yesterday = today - timedelta(days=1)
        held = self.goal_on(yesterday)
        was = [one for one in sorted(self.was) if one.until < yesterday]
        if held == goal:
            return Goals(goal, tuple(was))
        while was and was[-1].goal == held:
            was.pop()
        return Goals(goal, (*was, GoalWas(yesterday, held)))
