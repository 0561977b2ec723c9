"""The log's pages over a log and its index as they are on a disk: how long one waits for the first picture."""

from __future__ import annotations

import asyncio
from datetime import datetime
from pathlib import Path
from time import perf_counter
from typing import Any

from textual.app import App

from glutetimer.adapters.files.folders import Places
from glutetimer.adapters.log.index.index import open_index
from glutetimer.cli.base.setting import Settings
from glutetimer.cli.wiring.log import FileBook
from glutetimer.core.settings.config import Config
from glutetimer.tui.drawing.theme import DARK, themes
from glutetimer.tui.log.balance.page import BalancePage
from glutetimer.tui.log.common.page import LogPage, Memory, Tab
from glutetimer.tui.log.common.picture_page import DrawnPage
from glutetimer.tui.log.exercise.page import ExercisePage
from glutetimer.tui.log.history.page import HistoryPage
from glutetimer.tui.log.weeks.page import WeeksPage
from tests.helpers.paths import TOP

PAGES: dict[Tab, type[LogPage]] = {
    "history": HistoryPage, "weeks": WeeksPage, "exercise": ExercisePage, "balance": BalancePage
}  # fmt: skip
SIZE = (120, 40)


class Seconds(float):
    """What a row of the table took, where it says so itself."""


class Bare(App[None]):
    """The program's looks, and no page yet."""

    CSS_PATH = TOP / "glutetimer" / "tui" / "app.tcss"

    def on_mount(self) -> None:
        for theme in themes():
            self.register_theme(theme)
        self.theme = DARK.name


def first_picture(log: Path, cache: Path, now: datetime, tab: Tab) -> Seconds:
    """From the opening of a page to its first picture with what the log says, while the log is looked through."""
    return asyncio.run(_first_picture(log, cache, now, tab))


async def _first_picture(log: Path, cache: Path, now: datetime, tab: Tab) -> Seconds:
    memory, app = Memory(), Bare()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        start = perf_counter()
        index = open_index(log, cache)
        book = FileBook(Settings(Places(log, log, log, log, cache), Config()), index)
        page: Any = PAGES[tab](book, memory, lambda: now)
        await app.push_screen(page)
        while not _says_something(page):
            await asyncio.sleep(0.0005)
        painted = asyncio.Event()
        page.call_after_refresh(painted.set)
        await painted.wait()
        taken = Seconds(perf_counter() - start)
        memory.reading.stop()
    return taken


def _says_something(page: LogPage) -> bool:
    if isinstance(page, DrawnPage):
        return page.told is not None
    return bool(page.query_one("#history").display or page.query_one("#nothing").display)
