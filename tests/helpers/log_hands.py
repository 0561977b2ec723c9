"""What a runner does to the pages of the log under test: presses, looks. Cards take keys at once."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from textual.pilot import Pilot
from textual.screen import Screen

from glutetimer.tui.card.card import Card
from glutetimer.tui.log.common.page import Goto
from glutetimer.tui.log.common.picture_page import DrawnPage, LogPicture
from tests.helpers.fake_book import FakeBook
from tests.helpers.pages import Around, around, settle, text_of

Shown = TypeVar("Shown", bound=Screen[Any])


@dataclass
class LogHands(Generic[Shown]):
    """A page of the log in an app."""

    app: Around[Any]
    page: Shown
    book: FakeBook
    pilot: Pilot[None]

    async def press(self, *keys: str) -> None:
        """Press keys one after another, each once what the one before brings about has happened."""
        for key in keys:
            await self.pilot.press(key)
            await self._read()
        await self.settle()

    async def settle(self) -> None:
        """Until all that was asked for has happened."""
        await settle(self.pilot)
        await self._read()

    async def _read(self) -> None:
        """Until the log was read, if that was asked for."""
        while any(not worker.is_finished for worker in self.app.workers):
            await self.app.workers.wait_for_complete()
            await settle(self.pilot)

    async def write(self, text: str) -> None:
        """Type letters."""
        names = {" ": "space", "?": "question_mark", ".": "full_stop", "-": "minus", "+": "plus"}
        await self.press(*(names.get(letter, letter) for letter in text))

    @property
    def text(self) -> str:
        """The screen on top."""
        return text_of(self.app)

    @property
    def lines(self) -> list[str]:
        """Its lines without what is doubly blank, and without the scroll bar."""
        return [" ".join(line.split()).removesuffix(" │") for line in self.text.splitlines()]

    @property
    def marked(self) -> str:
        """The marked line."""
        return next((line for line in self.lines if line.startswith("►")), "")

    @property
    def foot(self) -> str:
        """What Enter does now."""
        last = self.text.splitlines()[-1].strip()
        return last.removeprefix("Enter  ").split("  ")[0] if last.startswith("Enter") else ""

    @property
    def card(self) -> Card:
        """The card on top."""
        assert isinstance(self.app.screen, Card), self.app.screen
        return self.app.screen

    @property
    def left(self) -> Any:
        """How the page was left."""
        assert self.app.left, "still there"
        return self.app.left[0]


@asynccontextmanager
async def hands(page: Shown, book: FakeBook, size: tuple[int, int] = (80, 24)) -> AsyncIterator[LogHands[Shown]]:
    """The page in an app of this size, settled."""
    async with around(page, size) as (app, pilot):
        it = LogHands(app, page, book, pilot)
        await it.settle()
        yield it


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
