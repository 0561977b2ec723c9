"""A pause under test is over when the screen rests: not before, and not a moment later."""

from __future__ import annotations

import asyncio
from threading import Event

import pytest
from textual.app import App, ComposeResult
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import Static

from tests.helpers import idle


class Board(App[None]):
    """One line; what is asked of a thread is written into it."""

    gate: Event | None = None

    def compose(self) -> ComposeResult:
        yield Static("first")

    async def key_a(self) -> None:
        self.run_worker(self.answer())

    async def answer(self) -> None:
        await asyncio.to_thread(self.gate.wait if self.gate else sum, *(() if self.gate else ((1, 2),)))
        self.query_one(Static).update("answered")


class Broken(Widget):
    """Cannot be drawn once it is broken."""

    broken = False

    def render_line(self, y: int) -> Strip:
        if self.broken:
            raise ZeroDivisionError("a slip in drawing")
        return Strip.blank(80)


class Faulty(App[None]):
    """Breaks at a key."""

    def compose(self) -> ComposeResult:
        yield Broken()

    def key_b(self) -> None:
        found = self.query_one(Broken)
        found.broken = True
        found.refresh()


def said(app: App[None]) -> str:
    return str(app.query_one(Static).render())


async def test_a_pause_waits_for_a_thread() -> None:
    """And for what its answer brings about."""
    app = Board()
    async with app.run_test() as pilot:
        await pilot.press("a")
        await pilot.pause()
        assert said(app) == "answered"


async def test_a_thread_that_is_held_back_holds_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is waited for once, and shortly from then on; what it says at last is seen."""
    monkeypatch.setattr(idle, "PATIENCE", 0.02)
    app = Board()
    app.gate = Event()
    async with app.run_test() as pilot:
        await pilot.press("a")
        await pilot.pause()
        assert said(app) == "first"
        app.gate.set()
        await pilot.pause()
        assert said(app) == "answered"


async def test_what_cannot_be_drawn_fails() -> None:
    """Though there is no terminal to draw to."""

    with pytest.raises(ZeroDivisionError, match="drawing"):
        await break_it()


async def break_it() -> None:
    async with Faulty().run_test() as pilot:
        await pilot.press("b")
        await pilot.pause()
