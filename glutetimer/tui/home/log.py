"""Log on home: earlier results at once, then new ones; and its weeks."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from textual.content import Content

from glutetimer.core.log.last_times import Past
from glutetimer.core.log.upto import last_day
from glutetimer.core.log.weeks import Week, week_signs, weeks
from glutetimer.core.text.english import count, two_digit_day

if TYPE_CHECKING:
    from glutetimer.core.ports import Program


class HomeLog:
    """`past` is the known history; `known` once the log was read to its end: what is not in it does not exist."""

    def __init__(self, program: Program) -> None:
        self._program = program
        self.past = Past()
        self.known = False

    async def read(self, draw: Callable[[], None]) -> None:
        """Read the log beside the screen, which is there at once; call `draw` where there is something to show."""
        self.past = await asyncio.to_thread(self._program.past)
        draw()
        news = await asyncio.to_thread(self._program.look_back)
        if news:
            self.past = await asyncio.to_thread(self._program.past)
        if news or not self.known:
            self.known = True
            draw()

    def weeks(self, today: date, count: int) -> tuple[Week, ...]:
        """Last weeks, the running week first."""
        goals = self._program.config.goals
        return weeks(self.past.starts, last_day(self.past.starts, today), count, goals.goal_on)

    def lately(self, today: date) -> str:
        """This week in words; "" while the log is read for the first time."""
        if not self.known and not self.past.last:
            return "reading the log"
        (week,) = self.weeks(today, 1)
        return this_week(week)


def this_week(week: Week) -> str:
    """Week in words: "2 of 3 workouts this week  ■ ■ □"."""
    return f"{week.workouts} of {count(week.goal, 'workout')} this week  {week_signs(week)}"


def last_weeks(weeks: Sequence[Week]) -> Content:
    """Heading, and a line a week; "" before the first workout."""
    if not any(week.workouts for week in weeks):
        return Content("")
    rows = (Content.assemble(f"{two_digit_day(week.monday)}   ", (week_signs(week), "$primary")) for week in weeks)
    legend = Content("■ full session  ▪ one round")
    return Content("\n").join([Content(f"Last {count(len(weeks), 'week')}").stylize("bold"), *rows, legend])
