"""What the list of sessions knows of the log: at once what was read before, then what is new."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import date

from glutetimer.core.desk import Desk
from glutetimer.core.log.past import Past
from glutetimer.core.log.until import last_day
from glutetimer.core.log.weeks import Week, weeks
from glutetimer.tui.weeks import this_week


class HomeLog:
    """`past` is what is known; `known` once the log was read to its end, so that what is not in it is not."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.past = Past()
        self.known = False

    async def read(self, draw: Callable[[], None]) -> None:
        """Read it beside the screen, which is there at once; `draw` where there is something to be seen."""
        self.past = await asyncio.to_thread(self._desk.past)
        draw()
        news = await asyncio.to_thread(self._desk.look_back)
        if news:
            self.past = await asyncio.to_thread(self._desk.past)
        if news or not self.known:
            self.known = True
            draw()

    def weeks(self, today: date, count: int) -> tuple[Week, ...]:
        """The last weeks, the running one first."""
        goals = self._desk.config.goals
        return weeks(self.past.starts, last_day(self.past.starts, today), count, goals.goal_on)

    def lately(self, today: date) -> str:
        """This week; a log that is read for the first time says nothing of it yet."""
        if not self.known and not self.past.last:
            return "reading the log"
        (week,) = self.weeks(today, 1)
        return this_week(week)
