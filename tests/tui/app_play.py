"""The whole program under test, on a clock that the test moves."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

from fake_desk import FakeDesk
from hands import Hands
from textual.pilot import Pilot

from glutetimer.core.plan.options import Options
from glutetimer.tui.app import GluteApp

#: Seconds that threads and timers may take, however busy the machine is.
PATIENCE = 60.0


class Playing(Hands):
    """A program under test, from its first screen to its exit code."""

    def __init__(self, app: GluteApp, desk: FakeDesk, pilot: Pilot[int]) -> None:
        super().__init__(app, desk.begun, pilot)
        self.program, self.desk = app, desk

    async def until(self, ready: Callable[[], Any]) -> None:
        """Until something is so that threads and timers bring about."""
        end = asyncio.get_running_loop().time() + PATIENCE
        while not ready():
            assert asyncio.get_running_loop().time() < end, "it never was so"
            await self.pilot.pause(0.01)

    @property
    def paused(self) -> Any:
        """Why the run stands."""
        return self.engine.paused


@asynccontextmanager
async def playing(
    desk: FakeDesk | None = None, session: str | None = "test", size: tuple[int, int] = (80, 24)
) -> AsyncIterator[Playing]:
    """The program on a screen of this size."""
    desk = desk or FakeDesk()
    app = GluteApp(desk, session, Options(), resume=None)
    async with app.run_test(size=size) as pilot:
        it = Playing(app, desk, pilot)
        await it.settle()
        yield it
