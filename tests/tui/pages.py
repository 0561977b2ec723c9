"""Pages under test: any screen in an app with the program's themes."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any, Generic, TypeVar

from textual import events
from textual.app import App
from textual.pilot import Pilot
from textual.screen import Screen

from glutetimer.tui.drawing.theme import DARK, themes

Result = TypeVar("Result")


class Around(App[None], Generic[Result]):
    """Shows one screen and keeps how it was left."""

    CSS_PATH = "../../glutetimer/tui/app.tcss"
    ENABLE_COMMAND_PALETTE = False

    def __init__(self, shown: Screen[Result], theme: str = DARK.name) -> None:
        super().__init__()
        self._shown, self._theme_name = shown, theme
        self.left: list[Result | None] = []

    def on_mount(self) -> None:
        for theme in themes():
            self.register_theme(theme)
        self.theme = self._theme_name
        self.push_screen(self._shown, self.left.append)


@asynccontextmanager
async def around(
    shown: Screen[Result], size: tuple[int, int] = (80, 24), theme: str = DARK.name
) -> AsyncIterator[tuple[Around[Result], Pilot[None]]]:
    """The screen in an app of this size, settled."""
    app = Around(shown, theme)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        yield app, pilot


async def settle(pilot: Pilot[Any]) -> None:
    """Until all that was asked for has happened."""
    for _ in range(3):
        await pilot.pause()


def text_of(app: App[Any]) -> str:
    """The screen as lines."""
    lines = ("".join(segment.text for segment in strip) for strip in app.screen._compositor.render_strips())
    return "\n".join(line.rstrip() for line in lines)


async def burst(pilot: Pilot[Any], *keys: str) -> None:
    """Keys that come in one read of the terminal: none waits for what the one before brings about."""
    for key in keys:
        pilot.app.post_message(events.Key(key, key if len(key) == 1 else None))
    for _ in range(3):
        await settle(pilot)


def stack_of(app: App[Any]) -> list[str]:
    """The screens above each other, the lowest first."""
    return [type(screen).__name__ for screen in app.screen_stack[1:]]
