"""Year as a grid of days, a column a week: · none, ▪ one round, ■ a whole workout."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta

from msgspec import Struct

from glutetimer.core.log.weeks import YEAR, WorkoutDay, calendar, monday_of
from glutetimer.core.plan.options import Mode
from glutetimer.core.settings.goals import Goals
from glutetimer.tui.drawing.canvas import Canvas, Look
from glutetimer.tui.log.common.picture_page import EDGE, MUTED, months

DAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
#: Columns of the days' names.
NAMES = 3
WORK, LINE, LIT = Look("work"), Look("line"), Look("text", reverse=True)


class Year(Struct, frozen=True):
    """Data of the weeks. `marked` and `last` (the newest column) are Mondays; `starts` as far back as is shown."""

    today: date
    goals: Goals
    starts: tuple[tuple[datetime, Mode], ...]
    weekly: Mapping[date, int]
    marked: date
    last: date

    @property
    def this(self) -> date:
        """Monday of the running week."""
        return monday_of(self.today)

    @property
    def first(self) -> date:
        """Monday of the first week with a workout; this week before there is one."""
        return min(self.weekly, default=self.this)

    @property
    def end(self) -> date:
        """Last day of the grid."""
        return min(self.today, self.last + timedelta(days=6))


class YearGrid(Struct, frozen=True):
    """Place of the grid: `weeks` columns, `pitch` cells apart, from column `x` on; the months are in row `y`."""

    x: int
    y: int
    pitch: int
    weeks: int

    def week_at(self, last: date, x: int, y: int) -> date | None:
        """Monday of the week in this cell; `last` is that of the newest column."""
        column = (x - self.x) // self.pitch
        if 0 <= column < self.weeks and self.y <= y <= self.y + len(DAYS):
            return last - timedelta(weeks=self.weeks - 1 - column)
        return None


def grid_of(width: int, y: int) -> YearGrid:
    """Grid of a year: two columns a week where they have room; else one, and as many weeks as fit."""
    x = EDGE + NAMES
    if x + 1 + 2 * YEAR <= width:
        return YearGrid(x + 1, y, 2, YEAR)
    return YearGrid(x, y, 1, max(1, min(YEAR, width - x)))


def paint_grid(canvas: Canvas, grid: YearGrid, year: Year) -> None:
    """Draw months above, the names of the days at the left, the marked week lit from top to bottom."""
    weeks = calendar(year.starts, year.end, grid.weeks)
    for x, name in months([week[0].day for week in weeks], grid.pitch, canvas.width - grid.x):
        canvas.put(grid.x + x, grid.y, name, MUTED)
    for down, name in enumerate(DAYS, 1):
        canvas.put(EDGE, grid.y + down, name, MUTED)
    for place, week in enumerate(weeks):
        x, lit = grid.x + place * grid.pitch, week[0].day == year.marked
        for down in range(len(DAYS) if lit else len(week)):
            sign, look = _sign(week[down]) if down < len(week) else (" ", LINE)
            canvas.put(x, grid.y + 1 + down, sign, LIT if lit else look)


def paint_legend(canvas: Canvas, y: int) -> None:
    """Explain the signs."""
    x = EDGE
    for day, words in (
        (WorkoutDay(date.min), "none"),
        (WorkoutDay(date.min, 0, 1), "one round"),
        (WorkoutDay(date.min, 1), "full"),
    ):
        sign, look = _sign(day)
        canvas.put(x, y, sign, look)
        x = canvas.put(x + 2, y, words, MUTED) + 3


def _sign(day: WorkoutDay) -> tuple[str, Look]:
    """Sign of a day: a single cell, however much was done."""
    if day.full:
        return "■", WORK
    return ("▪", WORK) if day.rounds else ("·", LINE)
