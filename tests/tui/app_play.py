"""The whole program under test, on a clock that the test moves."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

from fake_desk import FakeDesk
from textual.pilot import Pilot

from glutetimer.core.options import Options
from glutetimer.tui.app import GluteApp
from glutetimer.tui.card import Card
from glutetimer.tui.run_screen import RunScreen
from glutetimer.tui.stage_widget import Stage


class Playing:
    """A program under test: moves the clock, presses keys, looks."""

    def __init__(self, app: GluteApp, desk: FakeDesk, pilot: Pilot[int]) -> None:
        self.app, self.desk, self.pilot = app, desk, pilot
        self.begun = desk.begun

    async def at(self, seconds: float) -> None:
        """Let the run reach a time of its clock."""
        self.begun.clock.t = seconds
        self.run_screen._tick()
        await self.settle()

    async def press(self, *keys: str) -> None:
        """Press keys, a second of the run's clock apart, so that none is a repeat."""
        for key in keys:
            self.begun.clock.t += 1.0
            await self.pilot.press(key)
            await self.settle()

    async def settle(self) -> None:
        """Until all that was asked for has happened."""
        for _ in range(3):
            await self.pilot.pause()

    async def until(self, ready: Callable[[], Any]) -> None:
        """Until something is so that threads and timers bring about."""
        for _ in range(200):
            if ready():
                return
            await self.pilot.pause(0.01)
        raise AssertionError("it never was so")

    @property
    def run_screen(self) -> RunScreen:
        """The run, under whatever card."""
        return next(screen for screen in self.app.screen_stack if isinstance(screen, RunScreen))

    @property
    def card(self) -> Card:
        """The card on top."""
        assert isinstance(self.app.screen, Card), self.app.screen
        return self.app.screen

    def shows(self, kind: type) -> bool:
        """Whether a screen of this kind is on top."""
        return isinstance(self.app.screen, kind)

    @property
    def paused(self) -> Any:
        """Why the run stands."""
        return self.begun.run.engine.paused

    @property
    def state(self) -> Any:
        """The engine's state."""
        return self.begun.run.engine.state


@asynccontextmanager
async def playing(
    desk: FakeDesk | None = None, session: str | None = "test", size: tuple[int, int] = (80, 24)
) -> AsyncIterator[Playing]:
    """The program on a screen of this size."""
    desk = desk or FakeDesk()
    app = GluteApp(desk, session, Options(), resume=False)
    async with app.run_test(size=size) as pilot:
        it = Playing(app, desk, pilot)
        await it.settle()
        yield it


def shown(it: Playing) -> str:
    """The text of the run's picture."""
    canvas = it.run_screen.query_one(Stage)._canvas
    assert canvas is not None
    return canvas.text()
