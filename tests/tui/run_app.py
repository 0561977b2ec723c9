"""A run on the screen and nothing else: the real run screen with a desk that the test holds."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from fake_program import FakeLiveRun, small_plan
from hands import Hands
from textual.app import App
from textual.pilot import Pilot

import glutetimer.tui
from glutetimer.tui.card.card import Card
from glutetimer.tui.drawing.theme import DARK, themes
from glutetimer.tui.run.screen import RunScreen


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
