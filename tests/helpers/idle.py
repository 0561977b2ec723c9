"""Screens under test: waited for until they rest, not for a while, and drawn then; so a pause costs what is to do."""

from __future__ import annotations

import asyncio
from asyncio.base_events import BaseEventLoop
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from weakref import WeakSet

import pytest
import textual.app
import textual.constants
import textual.pilot
from textual._compositor import Compositor
from textual.pilot import Pilot

#: Rounds of the loop in which nothing may be left to do.
ROUNDS = 3
#: Seconds that work in a thread may take; and where it took longer (a test holds it back), from then on.
PATIENCE, HELD = 0.5, 0.02
#: What one refresh begins may wait for the next; a screen that asks for ever is not waited for.
MOST_REFRESHES = 5


class Threads:
    """The work that loops have given to threads."""

    def __init__(self) -> None:
        self._given: WeakSet[asyncio.Future[Any]] = WeakSet()
        self._held: WeakSet[asyncio.Future[Any]] = WeakSet()

    def add(self, future: asyncio.Future[Any]) -> None:
        """Note one more."""
        self._given.add(future)

    async def rest(self, min_sleep: float = 0.0, max_sleep: float = 0.0) -> None:
        """Until the loop has nothing to do but wait, and no thread works for it."""
        await _loop_rests()
        while working := _pending(self._given) - set(self._held):
            _, late = await asyncio.wait(working, timeout=PATIENCE)
            self._held.update(late)
            await _loop_rests()
        if held := _pending(self._held):
            await asyncio.wait(held, timeout=HELD)
            await _loop_rests()


@contextmanager
def waited_for_rest() -> Iterator[None]:
    """Textual's pilot sleeps 20 ms at a time until the process takes no processor time, or a second is over."""
    threads = Threads()
    run, resize = BaseEventLoop.run_in_executor, Pilot.resize_terminal

    def run_noted(self: BaseEventLoop, *args: Any) -> asyncio.Future[Any]:
        future = run(self, *args)
        threads.add(future)
        return future

    async def resize_at_once(self: Pilot[Any], width: int, height: int) -> None:
        """The app lets a moment pass in which another size may come."""
        await resize(self, width, height)
        self.app._check_resize()
        await self.pause()

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(BaseEventLoop, "run_in_executor", run_noted)
        patch.setattr(Pilot, "resize_terminal", resize_at_once)
        patch.setattr(textual.app, "wait_for_idle", threads.rest)
        patch.setattr(textual.pilot, "wait_for_idle", threads.rest)
        patch.setattr(textual.constants, "TEXTUAL_ANIMATIONS", "none")
        yield


@contextmanager
def drawn_at_rest() -> Iterator[None]:
    """Textual draws every frame also for no terminal (a third of the time); one a pause finds what cannot be drawn."""
    pause, draw = Pilot.pause, Compositor.render_update

    def draw_whole(self: Compositor, full: bool = False, *args: Any, **options: Any) -> Any:
        """Only where a picture of the screen is asked for."""
        return draw(self, full, *args, **options) if full else None

    async def pause_and_draw(self: Pilot[Any], delay: float | None = None) -> None:
        await pause(self, delay)
        await _after_refresh(self)
        if self.app.screen._compositor._dirty_regions:
            with pytest.MonkeyPatch.context() as patch:
                patch.setattr(Compositor, "render_update", draw)
                self.app.screen._compositor_refresh()

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Compositor, "render_update", draw_whole)
        patch.setattr(Pilot, "pause", pause_and_draw)
        yield


async def _after_refresh(pilot: Pilot[Any]) -> None:
    """Until what waits for a refresh is done, as scrolling to a row: a pause ends with a refresh, and waits no more."""
    for _ in range(MOST_REFRESHES):
        await _loop_rests()
        if not pilot.app.screen._callbacks:
            return
        pilot.app.screen._on_timer_update()


async def _loop_rests() -> None:
    still = 0
    while still < ROUNDS:
        await asyncio.sleep(0)
        still = 0 if asyncio.get_running_loop()._ready else still + 1  # type: ignore[attr-defined]


def _pending(futures: WeakSet[asyncio.Future[Any]]) -> set[asyncio.Future[Any]]:
    loop = asyncio.get_running_loop()
    return {future for future in futures if not future.done() and future.get_loop() is loop}
