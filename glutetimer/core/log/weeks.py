"""Workouts by week and by day: a week begins on Monday, a workout belongs to the day on which it was started."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from glutetimer.core.goals import GoalOn
from glutetimer.core.options import Mode

#: A calendar of a year touches so many weeks.
YEAR = 53

Starts = Iterable[tuple[datetime, Mode]]


@dataclass(frozen=True, slots=True)
class Week:
    """A week from its Monday on, and its goal: whole workouts, and those of one round (before or after a run)."""

    monday: date
    goal: int
    full: int = 0
    rounds: int = 0

    @property
    def workouts(self) -> int:
        """All of them."""
        return self.full + self.rounds

    @property
    def met(self) -> bool:
        """Whether there are as many as were wanted then."""
        return self.workouts >= self.goal


@dataclass(frozen=True, slots=True)
class Day:
    """A day of the calendar, with its workouts."""

    day: date
    full: int = 0
    rounds: int = 0


@dataclass(frozen=True, slots=True)
class Streak:
    """Weeks in a row in which the goal was met: up to now, and the most there ever were."""

    now: int
    best: int


def weeks(starts: Starts, today: date, count: int, goal_on: GoalOn) -> tuple[Week, ...]:
    """The last `count` weeks, the running one first."""
    full, rounds = _counted(starts, monday_of)
    return tuple(Week(monday, goal_on(monday), full[monday], rounds[monday]) for monday in _mondays(today, count))


def calendar(starts: Starts, today: date, count: int = YEAR) -> tuple[tuple[Day, ...], ...]:
    """The last `count` weeks, the running one last, each with its days from Monday on; days to come are left out."""
    full, rounds = _counted(starts, lambda day: day)
    return tuple(
        tuple(Day(day, full[day], rounds[day]) for day in _days(monday) if day <= today)
        for monday in reversed(_mondays(today, count))
    )


def streak(weekly: Mapping[date, int], goal_on: GoalOn, today: date) -> Streak:
    """How long each week met its goal without a break. The running one counts if it does, and breaks nothing before."""
    met = {monday for monday, workouts in weekly.items() if workouts >= goal_on(monday)}
    this = monday_of(today)
    runs = {monday: _run(met, monday) for monday in met if monday + timedelta(weeks=1) not in met}
    now = _run(met, this if this in met else this - timedelta(weeks=1))
    return Streak(now, max(runs.values(), default=0))


def monday_of(day: date) -> date:
    """The Monday of the day's week."""
    return day - timedelta(days=day.weekday())


def _counted(starts: Starts, into: Callable[[date], date]) -> tuple[Counter[date], Counter[date]]:
    """Whole workouts and those of one round, by what their day falls into."""
    full: Counter[date] = Counter()
    rounds: Counter[date] = Counter()
    for started, mode in starts:
        (full if mode == "full" else rounds)[into(started.date())] += 1
    return full, rounds


def _run(met: set[date], last: date) -> int:
    """How many weeks in a row were met up to this one."""
    count = 0
    while last - timedelta(weeks=count) in met:
        count += 1
    return count


def _mondays(today: date, count: int) -> list[date]:
    """The newest first."""
    return [monday_of(today) - timedelta(weeks=back) for back in range(count)]


def _days(monday: date) -> list[date]:
    return [monday + timedelta(days=later) for later in range(7)]
