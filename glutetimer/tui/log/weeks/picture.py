"""Picture of the weeks page: the grid above, the weeks against the goal below."""

from __future__ import annotations

from datetime import date, timedelta

from msgspec import Struct

from glutetimer.tui.drawing.canvas import Canvas
from glutetimer.tui.log.common.picture_page import APART, EDGE, MUTED
from glutetimer.tui.log.weeks.grid import DAYS, Year, YearGrid, grid_of, paint_grid, paint_legend
from glutetimer.tui.log.weeks.list import MOST, listed, paint_list

#: From this many rows on, the weeks of the list stand apart too.
SPACED = 12 + 2 * MOST
_NONE = "No workout yet: each one is a sign in this year."


class WeekParts(Struct, frozen=True):
    """Places: the grid, the legend's row, the list's heading, its weeks and the rows of each."""

    grid: YearGrid
    legend: int
    heading: int
    weeks: tuple[date, ...]
    step: int


def places(year: Year, width: int, height: int) -> WeekParts:
    """Divide the room."""
    apart = 1 if height >= APART else 0
    grid = grid_of(width, apart)
    legend = grid.y + len(DAYS) + 1 + apart
    heading = legend + 1 + apart
    step = 2 if height >= SPACED else 1
    oldest = year.last - timedelta(weeks=grid.weeks - 1)
    return WeekParts(grid, legend, heading, listed(year, oldest, (height - heading - 1 + step - 1) // step), step)


def paint_weeks(year: Year, width: int, height: int) -> Canvas:
    """Paint the page."""
    canvas, at = Canvas(width, height), places(year, width, height)
    paint_grid(canvas, at.grid, year)
    paint_legend(canvas, at.legend)
    paint_list(canvas, at.heading, at.weeks, year, at.step)
    if not year.weekly:
        canvas.put(EDGE, at.heading + 2 + (at.step - 1), _NONE, MUTED)
    return canvas


def week_at(year: Year, width: int, height: int, x: int, y: int) -> date | None:
    """Monday of the week in this cell, in the grid or in the list."""
    at = places(year, width, height)
    place, beside = divmod(y - at.heading - 1, at.step)
    if y > at.heading and not beside and place < len(at.weeks):
        return at.weeks[place]
    return at.grid.week_at(year.last, x, y)
