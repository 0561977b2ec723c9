"""The whole program under test, on a clock that the test moves."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

from textual.pilot import Pilot

from glutetimer.core.plan.options import Options
from glutetimer.tui.app import GluteApp
from tests.helpers.app import Hands
from tests.helpers.fake_program import FakeProgram

#: Seconds that threads and timers may take, however busy the machine is.
PATIENCE = 60.0


class Playing(Hands):
    """A program under test, from its first screen to its exit code."""

    def __init__(self, app: GluteApp, program: FakeProgram, pilot: Pilot[int]) -> None:
        super().__init__(app, program.live, pilot)
        self.program, self.gluteapp = program, app

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
    program: FakeProgram | None = None, session: str | None = "test", size: tuple[int, int] = (80, 24)
) -> AsyncIterator[Playing]:
    """The program on a screen of this size."""
    program = program or FakeProgram()
    app = GluteApp(program, session, Options(), resume=None)
    async with app.run_test(size=size) as pilot:
        it = Playing(app, program, pilot)
        await it.settle()
        yield it
