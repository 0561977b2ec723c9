"""A page of the log's pictures under test."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from pages import Around, around, text_of
from textual.pilot import Pilot

from glutetimer.tui.log.common.page import Goto
from glutetimer.tui.log.common.picture_page import DrawnPage, LogPicture

Drawn = TypeVar("Drawn", bound=DrawnPage[Any])


@dataclass
class Seeing(Generic[Drawn]):
    """The page in an app, each answer awaited."""

    app: Around[Goto | None]
    page: Drawn
    pilot: Pilot[None]

    async def press(self, *keys: str) -> None:
        """Press keys one after another."""
        for key in keys:
            await self.pilot.press(key)
            await self.rest()

    async def rest(self) -> None:
        """Until every question to the rows has its answer, and that is drawn."""
        await self.pilot.pause()
        await self.app.workers.wait_for_complete()
        await self.pilot.pause()

    async def click(self, x: int, y: int) -> None:
        """Click on a cell of the picture."""
        await self.pilot.click(LogPicture, offset=(x, y))
        await self.rest()

    @property
    def text(self) -> str:
        return text_of(self.app)

    @property
    def lines(self) -> list[str]:
        """The picture alone, row by row."""
        canvas = self.page.query_one(LogPicture)._canvas
        assert canvas is not None
        return canvas.text().split("\n")

    def line(self, words: str) -> str:
        """The first row of the picture that has these words."""
        return next(line for line in self.lines if words in line)

    @property
    def left(self) -> Goto | None:
        """Where the page sent to."""
        assert self.app.left, "still there"
        return self.app.left[0]


@asynccontextmanager
async def seeing(page: Drawn, size: tuple[int, int] = (80, 24)) -> AsyncIterator[Seeing[Drawn]]:
    """The page in a window of this size, with what the log says."""
    async with around(page, size) as (app, pilot):
        it = Seeing(app, page, pilot)
        await it.rest()
        yield it
