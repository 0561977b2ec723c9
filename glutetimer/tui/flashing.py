"""What a sound would say, said by the whole screen: reversed for a moment, once or twice."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from glutetimer.core.events import Event
from glutetimer.core.precedence import outranks
from glutetimer.tui.ticking import FLASH, FLASH_APART, flashes

#: The sound that the end of a bout flashes for.
DONE = "rep-last"


class Flashing:
    """Whether the screen is reversed now (`on`). Calls back, outside the app, when that changes by itself."""

    def __init__(self, changed: Callable[[], None]) -> None:
        self.on = False
        self._changed = changed
        self._timer: asyncio.TimerHandle | None = None
        self._left = 0
        self._lit = float("-inf")
        self._told = float("-inf")
        self._times = 0

    @property
    def busy(self) -> bool:
        """Whether the screen is yet to change back, or to flash again."""
        return self._timer is not None

    def hear(self, event: Event, sound: str) -> bool:
        """Flash for an event, where it is one for that; whether it is.

        `sound` is what would be heard of it: one moment has one signal, to the eye as to the ear.
        """
        times = flashes(event, sound)
        if not times or (event.at == self._told and not self._outdoes(sound)):
            return False
        if event.at == self._told:
            self._left += times - self._times
        else:
            self.start(times)
        self._told, self._times = event.at, times
        return True

    def _outdoes(self, sound: str) -> bool:
        """Whether what begins now is more than the bout that has ended in the same moment."""
        return bool(sound) and outranks(sound, DONE)

    def start(self, times: int) -> None:
        """Flash from now on, or as soon as the last flash is long enough ago; who calls this draws."""
        loop = asyncio.get_running_loop()
        dark = FLASH_APART - FLASH if self.on else 0.0  # two flashes are not to be seen as one
        begin = max(self._lit + FLASH_APART, loop.time() + dark)
        self.stop()
        self._left = times
        if begin <= loop.time():
            self._light()
        else:
            self._timer = loop.call_at(begin, self._again)

    def stop(self) -> None:
        """No more of it."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        self.on = False

    def _light(self) -> None:
        """However late it is, it is seen for its whole time."""
        loop = asyncio.get_running_loop()
        self.on, self._lit = True, loop.time()
        self._left -= 1
        self._timer = loop.call_later(FLASH, self._darken)

    def _darken(self) -> None:
        self.on = False
        loop = asyncio.get_running_loop()
        self._timer = loop.call_at(self._lit + FLASH_APART, self._again) if self._left else None
        self._changed()

    def _again(self) -> None:
        self._light()
        self._changed()
