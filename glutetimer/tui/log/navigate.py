"""Way through the log: from page to page until the log is left."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from textual.app import App

from glutetimer.core.log.query import LogBook
from glutetimer.tui.log.common.page import Clock, Goto, LogDesk, LogPage, Memory
from glutetimer.tui.log.common.tabs import LOG_TABS


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
    tab = next(tab for tab in LOG_TABS if tab.name == to.tab)
    return tab.page().opened(book, memory, clock, program)


def here_and_now() -> datetime:
    """Current time, with the offset of this place."""
    return datetime.now().astimezone()
