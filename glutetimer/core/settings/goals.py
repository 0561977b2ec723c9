"""Goals over time: a week keeps the goal it had. A new goal holds from now on, and what was met before stays met."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

from msgspec import Struct

#: Workouts a week that are wanted in the week of this Monday.
GoalOn = Callable[[date], int]


class GoalWas(NamedTuple):
    """An earlier goal, in workouts a week, and the last day on which it held."""

    until: date
    goal: int


class Goals(Struct, frozen=True):
    """Current goal, which holds on all days without an earlier goal."""

    now: int
    was: tuple[GoalWas, ...] = ()

    def goal_on(self, day: date) -> int:
        """Goal that held on a day. A week is judged by that of its Monday."""
        return next((one.goal for one in sorted(self.was) if day <= one.until), self.now)

    def changed(self, goal: int, today: date) -> Goals:
        """Set another goal from today on. The goal until yesterday is kept, where it was different.

        Two changes on a day are a single change, and a goal that is put back never changed. Goals for days to come (by
        a clock that was wrong) give way.
        """
        yesterday = today - timedelta(days=1)
        held = self.goal_on(yesterday)
        was = [one for one in sorted(self.was) if one.until < yesterday]
        if held == goal:
            return Goals(goal, tuple(was))
        while was and was[-1].goal == held:
            was.pop()
        return Goals(goal, (*was, GoalWas(yesterday, held)))
