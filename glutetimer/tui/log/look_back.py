"""The way through the log: from page to page until one is left for good."""

from __future__ import annotations

from datetime import date
from typing import Any, Protocol

from textual.app import App

from glutetimer.core.config import Config
from glutetimer.core.log.book import LogBook
from glutetimer.tui.log.page import Goto, LogPage, Memory


class LogDesk(Protocol):
    """What the log wants of the desk."""

    @property
    def config(self) -> Config: ...

    def log(self) -> LogBook: ...


async def look_back(app: App[Any], desk: LogDesk) -> None:
    """Show the log until it is left. Call it in one of Textual's workers."""
    book, memory, today = desk.log(), Memory(), date.today()
    to: Goto | None = Goto("history")
    try:
        while to is not None:
            memory.take(to)
            to = await app.push_screen_wait(page_of(to, book, memory, today, desk.config.goal))
    finally:
        memory.reading.stop()


def page_of(to: Goto, book: LogBook, memory: Memory, today: date, goal: int) -> LogPage:
    """The page of a tab; imported when it is first wanted."""
    if to.tab == "weeks":
        from glutetimer.tui.log.weeks import WeeksPage

        return WeeksPage(book, memory, today, goal)
    if to.tab == "exercise":
        from glutetimer.tui.log.exercise import ExercisePage

        return ExercisePage(book, memory, today, goal)
    if to.tab == "balance":
        from glutetimer.tui.log.balance import BalancePage

        return BalancePage(book, memory, today, goal)
    from glutetimer.tui.log.history import HistoryPage

    return HistoryPage(book, memory, today, goal)
