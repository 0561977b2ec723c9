"""What a runner does to a program under test: waits, presses, looks. The clock is the test's."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from textual.app import App
from textual.pilot import Pilot

import glutetimer.tui
from glutetimer.core.run.engine import Engine
from glutetimer.tui.card.card import Card
from glutetimer.tui.drawing.theme import DARK, themes
from glutetimer.tui.run.picture import Stage
from glutetimer.tui.run.screen import RunScreen
from tests.helpers.fake_program import FakeLiveRun, small_plan


class Hands:
    """A run in an app: moves its clock, presses keys, looks."""

    def __init__(self, app: App[Any], live: FakeLiveRun, pilot: Pilot[Any]) -> None:
        self.app, self.live, self.pilot = app, live, pilot

    async def at(self, seconds: float) -> None:
        """Let the run reach a time of its clock."""
        self.live.clock.t = seconds
        self.screen._tick()
        await self.settle()

    async def press(self, *keys: str) -> None:
        """Press keys, a second of the run's clock apart, so that none is a repeat."""
        for key in keys:
            self.live.clock.t += 1.0
            await self.pilot.press(key)
            await self.settle()

    async def settle(self) -> None:
        """Until all that was asked for has happened."""
        for _ in range(3):
            await self.pilot.pause()

    def shows(self, kind: type) -> bool:
        """Whether a screen of this kind is on top."""
        return isinstance(self.app.screen, kind)

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
    def engine(self) -> Engine:
        """The run's engine."""
        return self.live.run.engine

    @property
    def state(self) -> Any:
        """Where the run stands (a `State`; tests know what is there)."""
        return self.engine.state

    @property
    def stage_text(self) -> str:
        """The run's picture."""
        canvas = self.screen.query_one(Stage)._canvas
        assert canvas is not None
        return canvas.text()


class RunApp(App[None]):
    """Shows one run; stays when it is over."""

    CSS_PATH = Path(glutetimer.tui.__file__).with_name("app.tcss")

    def __init__(self, live: FakeLiveRun, theme: str = DARK.name) -> None:
        super().__init__()
        self.live = live
        self._theme_name = theme

    def on_mount(self) -> None:
        for theme in themes():
            self.register_theme(theme)
        self.theme = self._theme_name
        self.push_screen(RunScreen(self.live))


class Playing(Hands):
    """A run under test, and the card that lies over it."""

    def __init__(self, app: RunApp, pilot: Pilot[None]) -> None:
        super().__init__(app, app.live, pilot)

    @property
    def has_card(self) -> bool:
        """Whether a card is open."""
        return isinstance(self.app.screen, Card)

    @property
    def card_text(self) -> str:
        """The card's picture."""
        painted = self.card._painted
        assert painted is not None
        return painted.canvas.text()


@asynccontextmanager
async def playing(live: FakeLiveRun | None = None, size: tuple[int, int] = (80, 24)) -> AsyncIterator[Playing]:
    """A run on a screen of this size."""
    app = RunApp(live or FakeLiveRun(small_plan()))
    async with app.run_test(size=size) as pilot:
        it = Playing(app, pilot)
        await it.settle()
        yield it
