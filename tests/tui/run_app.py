"""A run on the screen and nothing else: the real run screen with a desk that the test holds."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from fake_desk import FakeBegun, small_plan
from textual.app import App
from textual.pilot import Pilot

import glutetimer.tui
from glutetimer.core.engine import Engine
from glutetimer.core.state import State
from glutetimer.tui.card import Card
from glutetimer.tui.palette import DARK, themes
from glutetimer.tui.run_screen import RunScreen
from glutetimer.tui.stage_widget import Stage


class RunApp(App[None]):
    """Shows one run; stays when it is over."""

    CSS_PATH = Path(glutetimer.tui.__file__).with_name("app.tcss")

    def __init__(self, begun: FakeBegun, theme: str = DARK.name) -> None:
        super().__init__()
        self.begun = begun
        self._theme_name = theme

    def on_mount(self) -> None:
        for theme in themes():
            self.register_theme(theme)
        self.theme = self._theme_name
        self.push_screen(RunScreen(self.begun))


class Playing:
    """A run under test: moves the clock, presses keys, looks."""

    def __init__(self, app: RunApp, pilot: Pilot[None]) -> None:
        self.app, self.begun, self.pilot = app, app.begun, pilot

    async def at(self, seconds: float) -> None:
        """Let the run reach a time of its clock."""
        self.begun.clock.t = seconds
        self.screen._tick()
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

    @property
    def screen(self) -> RunScreen:
        """The run, under whatever card."""
        return next(screen for screen in self.app.screen_stack if isinstance(screen, RunScreen))

    @property
    def card(self) -> Card:
        """The card on top."""
        assert isinstance(self.app.screen, Card), self.app.screen
        return self.app.screen

    @property
    def has_card(self) -> bool:
        """Whether a card is open."""
        return isinstance(self.app.screen, Card)

    @property
    def engine(self) -> Engine:
        """The run's engine."""
        return self.begun.run.engine

    @property
    def state(self) -> State:
        """Where the run stands."""
        return self.engine.state

    @property
    def stage_text(self) -> str:
        """The run's picture."""
        canvas = self.screen.query_one(Stage)._canvas
        assert canvas is not None
        return canvas.text()

    @property
    def card_text(self) -> str:
        """The card's picture."""
        painted = self.card._painted
        assert painted is not None
        return painted.canvas.text()


@asynccontextmanager
async def playing(begun: FakeBegun | None = None, size: tuple[int, int] = (80, 24)) -> AsyncIterator[Playing]:
    """A run on a screen of this size."""
    app = RunApp(begun or FakeBegun(small_plan()))
    async with app.run_test(size=size) as pilot:
        it = Playing(app, pilot)
        await it.settle()
        yield it
