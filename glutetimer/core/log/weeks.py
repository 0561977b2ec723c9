"""Workouts by week and by day, and the signs beside them: a week begins on Monday, a workout on its own day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime, timedelta

from msgspec import Struct

from glutetimer.core.log.rows import WorkoutRow
from glutetimer.core.plan.options import Mode
from glutetimer.core.settings.goals import GoalOn
from glutetimer.core.text.english import noun

#: Weeks that a calendar of a year touches.
YEAR = 53

Starts = Iterable[tuple[datetime, Mode]]


class Week(Struct, frozen=True):
    """A week from its Monday on, and its goal: whole workouts, and those of one round (before or after a run)."""

    monday: date
    goal: int
    full: int = 0
    rounds: int = 0

    @property
    def workouts(self) -> int:
        """All workouts of the week."""
        return self.full + self.rounds

    @property
    def met(self) -> bool:
        """Whether the week has as many workouts as its goal at that time."""
        return self.workouts >= self.goal


class WorkoutDay(Struct, frozen=True):
    """A day of the calendar, with its workouts."""

    day: date
    full: int = 0
    rounds: int = 0


class Streak(Struct, frozen=True):
    """Weeks in a row in which the goal was met: up to now, and the most there ever were."""

    now: int
    best: int


def weeks(starts: Starts, today: date, count: int, goal_on: GoalOn) -> tuple[Week, ...]:
    """List the last `count` weeks, the current week first."""
    full, rounds = _counted(starts, monday_of)
    return tuple(Week(monday, goal_on(monday), full[monday], rounds[monday]) for monday in _mondays(today, count))


def calendar(starts: Starts, today: date, count: int = YEAR) -> tuple[tuple[WorkoutDay, ...], ...]:
    """List the last `count` weeks, the current week last, each with its days from Monday on, without days to come."""
    full, rounds = _counted(starts, lambda day: day)
    return tuple(
        tuple(WorkoutDay(day, full[day], rounds[day]) for day in _days(monday) if day <= today)
        for monday in reversed(_mondays(today, count))
    )


def streak(weekly: Mapping[date, int], goal_on: GoalOn, today: date) -> Streak:
    """Count the weeks in a row that met their goal. The current week counts if it does, and never breaks the row."""
    met = {monday for monday, workouts in weekly.items() if workouts >= goal_on(monday)}
    this = monday_of(today)
    runs = {monday: _run(met, monday) for monday in met if monday + timedelta(weeks=1) not in met}
    now = _run(met, this if this in met else this - timedelta(weeks=1))
    return Streak(now, max(runs.values(), default=0))


def monday_of(day: date) -> date:
    """Monday of the day's week."""
    return day - timedelta(days=day.weekday())


def _counted(starts: Starts, into: Callable[[date], date]) -> tuple[Counter[date], Counter[date]]:
    """Count whole workouts and those of one round, by what `into` makes of their day."""
    full: Counter[date] = Counter()
    rounds: Counter[date] = Counter()
    for started, mode in starts:
        (full if mode == "full" else rounds)[into(started.date())] += 1
    return full, rounds


def _run(met: set[date], last: date) -> int:
    """Count how many weeks in a row up to this one met the goal."""
    count = 0
    while last - timedelta(weeks=count) in met:
        count += 1
    return count


def _mondays(today: date, count: int) -> list[date]:
    """Mondays of the last `count` weeks, the newest first."""
    return [monday_of(today) - timedelta(weeks=back) for back in range(count)]


def _days(monday: date) -> list[date]:
    return [monday + timedelta(days=later) for later in range(7)]


#: More signs than this say no more: the number stands beside them.
_MOST = 14


def week_signs(week: Week) -> str:
    """Draw the workouts of a week and the rest of its goal: ■ a whole workout, ▪ one round, □ open."""
    done = ["■"] * week.full + ["▪"] * week.rounds
    return " ".join([*done, *["□"] * (week.goal - len(done))][:_MOST])


def goal_words(week: Week) -> str:
    """ "2 of 3"; more than the goal stands alone."""
    return f"{week.workouts} of {week.goal}" if week.workouts <= week.goal else str(week.workouts)


def workouts_words(week: Week) -> str:
    """ "2 of 3 workouts", "1 of 1 workout", "4 workouts"."""
    return f"{goal_words(week)} {noun(max(week.goal, week.workouts), 'workout')}"


def workout_signs(row: WorkoutRow, *, brief: bool = False) -> tuple[str, ...]:
    """Marks that set a workout apart, the most important first.

    They are "copy", "rehearsal", "ended early", "pain 3 knee", "form", "unconfirmed"; `brief`: without the place.
    """
    signs = {
        "copy": row.copy,
        "rehearsal": row.speed != 1.0,
        "ended early": row.state == "early",
        pain_words(row.pain, "" if brief else row.place): row.hurt,
        "form": row.form_breaks > 0,
        "unconfirmed": row.counts and not row.sure,
    }
    return tuple(sign for sign, there in signs.items() if there)


def pain_words(pain: int | None, place: str = "") -> str:
    """ "pain 3 knee"; leaves out what is unknown."""
    return " ".join(filter(None, ("pain", str(pain or ""), place)))


def session_words(row: WorkoutRow) -> str:
    """ "Hip control", "Hip control, post-run"."""
    return row.name if row.mode == "full" else f"{row.name}, {row.mode}"
