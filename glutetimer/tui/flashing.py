"""What a sound would say, said by the whole screen: reversed for a moment, once or twice."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from glutetimer.tui.ticking import FLASH, FLASH_APART


class Flashing:
    """Whether the screen is reversed now (`on`). Calls back, outside the app, when that changes by itself."""

    def __init__(self, changed: Callable[[], None]) -> None:
        self.on = False
        self._changed = changed
        self._timers: list[asyncio.TimerHandle] = []

    def start(self, times: int) -> None:
        """Reversed from now on; who calls this draws."""
        self.stop()
        self.on = True
        loop = asyncio.get_running_loop()
        begun = loop.time()
        for number in range(times):
            start = begun + number * FLASH_APART
            if number:
                self._timers.append(loop.call_at(start, self._turn, True))
            self._timers.append(loop.call_at(start + FLASH, self._turn, False))

    def stop(self) -> None:
        """No more of it."""
        for timer in self._timers:
            timer.cancel()
        self._timers.clear()
        self.on = False

    def _turn(self, on: bool) -> None:
        self.on = on
        self._changed()
