"""Way through the log: from page to page until the log is left."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Protocol

from textual.app import App

from glutetimer.core.log.query import LogBook, Opened
from glutetimer.core.settings.config import Config
from glutetimer.tui.log.common.page import Clock, Goto, LogPage, Memory


class LogDesk(Protocol):
    """Program behind the log."""

    @property
    def config(self) -> Config: ...

    @property
    def deleted(self) -> list[Opened]:
        """Workouts moved to the trash since the program was started, the latest last; the list may be changed."""
        ...

    def log(self) -> LogBook: ...

    def change(self, changes: Mapping[str, object]) -> str: ...


async def look_back(app: App[Any], program: LogDesk) -> None:
    """Show the log until it is left. Call it in one of Textual's workers."""
    book, memory = program.log(), Memory(deleted=program.deleted)
    to: Goto | None = Goto("history")
    try:
        while to is not None:
            memory.take(to)
            to = await app.push_screen_wait(page_of(to, book, memory, here_and_now, program))
    finally:
        memory.reading.stop()


def page_of(to: Goto, book: LogBook, memory: Memory, clock: Clock, program: LogDesk) -> LogPage:
    """Page of a tab; imported when it is first wanted."""
    if to.tab == "weeks":
        from glutetimer.tui.log.weeks.page import WeeksPage

        return WeeksPage(
            book, memory, clock, lambda: program.config.goals, lambda wanted: program.change({"goal": wanted})
        )
    if to.tab == "exercise":
        from glutetimer.tui.log.exercise.page import ExercisePage

        return ExercisePage(book, memory, clock)
    if to.tab == "balance":
        from glutetimer.tui.log.balance.page import BalancePage

        return BalancePage(book, memory, clock)
    from glutetimer.tui.log.history.page import HistoryPage

    return HistoryPage(book, memory, clock)


def here_and_now() -> datetime:
    """Current time, with the offset of this place."""
    return datetime.now().astimezone()
