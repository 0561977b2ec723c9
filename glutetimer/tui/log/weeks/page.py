"""Weeks page: a year of days, and the weeks against the goal."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta
from functools import partial
from typing import ClassVar, Self

from msgspec import Struct
from textual.binding import BindingType

from glutetimer.core.log.query import Filter, LogBook
from glutetimer.core.log.upto import Until
from glutetimer.core.log.weeks import YEAR, monday_of
from glutetimer.core.plan.options import Mode
from glutetimer.core.settings.config import USUAL
from glutetimer.core.settings.goals import Goals
from glutetimer.core.settings.settings import MOST_GOAL
from glutetimer.tui.drawing.canvas import PLAIN, Canvas
from glutetimer.tui.drawing.text import shorten
from glutetimer.tui.log.common.keys import WEEKS
from glutetimer.tui.log.common.page import Clock, Goto, LogDesk, Memory, Tab
from glutetimer.tui.log.common.picture_page import EDGE, DrawnPage
from glutetimer.tui.log.weeks.grid import Year
from glutetimer.tui.log.weeks.picture import paint_weeks, week_at
from glutetimer.tui.widgets.keys import bindings

WEEK = timedelta(weeks=1)
_NO_GOAL = "The goal is a setting: s on the first screen."

#: Keeps another goal; returns a sentence where that fails, or "".
SetGoal = Callable[[int], str]


class Starts(Struct, frozen=True):
    """Starts of workouts from a day on, up to `today`, and the number in each week there ever was."""

    since: date
    today: date
    starts: tuple[tuple[datetime, Mode], ...]
    weekly: Mapping[date, int]


class WeeksPage(DrawnPage[Starts]):
    """Page with one week marked; the grid goes with it through the years."""

    TAB: ClassVar[Tab] = "weeks"
    TABLE = WEEKS
    BINDINGS: ClassVar[list[BindingType]] = bindings(WEEKS)

    def __init__(
        self,
        book: LogBook,
        memory: Memory,
        clock: Clock,
        goals: Callable[[], Goals] = lambda: USUAL.goals,
        set_goal: SetGoal | None = None,
    ) -> None:
        """`goals` as they are kept; without `set_goal` the goal is not changed here."""
        super().__init__(book, memory, clock)
        self._goals, self._set_goal = goals, set_goal
        self._said = ""
        self._this = self._last = monday_of(self.today)
        self.marked = memory.week or self._this
        self._follow()

    @classmethod
    def opened(cls, book: LogBook, memory: Memory, clock: Clock, program: LogDesk) -> Self:
        return cls(book, memory, clock, lambda: program.config.goals, lambda goal: program.change({"goal": goal}))

    @property
    def says(self) -> tuple[str, ...]:
        goals = self._goals()
        from_then = goals.goal_on(self._this) != goals.now
        words = (f"goal {goals.now} a week", f"goal {goals.now}")
        return (f"{words[0]} from Monday on", f"{words[1]} from Monday", *words) if from_then else words

    def question(self) -> Callable[[], Starts]:
        """Read the starts of the shown year."""
        return partial(_starts, Until(self.rows, self.clock()), self._first)

    @property
    def _first(self) -> date:
        """Oldest week of the shown year."""
        return self._last - (YEAR - 1) * WEEK

    @property
    def does(self) -> str:
        return "open the week" if self.told and self.told.weekly.get(self.marked) else ""

    def paint(self, told: Starts, width: int, height: int) -> Canvas:
        canvas = paint_weeks(self._year(told), width, height)
        if self._said:
            canvas.fill(0, height - 1, width, " ", PLAIN)
            canvas.put(EDGE, height - 1, shorten(self._said, width - EDGE), PLAIN)
        return canvas

    def _year(self, told: Starts) -> Year:
        return Year(told.today, self._goals(), told.starts, told.weekly, self.marked, self._last)

    def nothing(self, told: Starts) -> bool:
        return not told.weekly

    def hit(self, told: Starts, x: int, y: int) -> None:
        """Mark the clicked week; open it where it is marked already."""
        monday = week_at(self._year(told), *self.room, x, y)
        if monday is not None and monday == self.marked:
            self.action_open()
        elif monday is not None:
            self._mark(monday)

    def wheel(self, by: int) -> None:
        """Move the mark; down the list is back in time."""
        self.action_by(-by)

    def action_by(self, by: int) -> None:
        """Move the mark by this many weeks."""
        self._mark(self.marked + by * WEEK)

    def action_oldest(self) -> None:
        """Mark the first week with a workout."""
        self._mark(date.min)

    def action_newest(self) -> None:
        """Mark this week."""
        self._mark(self._this)

    def _mark(self, monday: date) -> None:
        """Mark a week between the first workout and today."""
        if self.told is None:
            return
        self._said = ""
        self.marked = self.memory.week = max(min(monday, self._this), min(self.told.weekly, default=self._this))
        self._follow()
        self.draw()
        if self._first < self.told.since:
            self.look()

    def _follow(self) -> None:
        """Keep the marked week in the shown year."""
        self._last = max(self.marked, min(self._last, self.marked + (YEAR - 1) * WEEK))

    def action_goal(self, by: int) -> None:
        """Set another goal, and keep it at once."""
        now = self._goals().now
        goal = max(1, min(now + by, MOST_GOAL))
        if goal != now:
            self._said = self._set_goal(goal) if self._set_goal is not None else _NO_GOAL
            self.draw()

    def action_open(self) -> None:
        """Open the workouts of the week."""
        if self.does:
            self.dismiss(Goto("history", Filter(week=self.marked), back="weeks"))


def _starts(known: Until, since: date) -> Starts:
    return Starts(since, known.today, known.starts(since), known.weekly())
