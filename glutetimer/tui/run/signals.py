"""Messages and flashes on the screen, where a sound or the picture itself is missing."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TYPE_CHECKING

from glutetimer.core.audio.precedence import outranks
from glutetimer.core.sound_switches import rings
from glutetimer.tui.run.redraw import FLASH, FLASH_APART, flashes

if TYPE_CHECKING:
    from glutetimer.core.ports import LiveRun
    from glutetimer.core.run.events import Event


class Bell:
    """Bell that rings once for everything in one moment. `later` calls back when that moment's events are all there."""

    def __init__(self, ring: Callable[[], None], later: Callable[[Callable[[], None]], object]) -> None:
        self._ring, self._later = ring, later
        self._due = False

    def ring(self) -> None:
        """Ring, unless it rings for this moment already."""
        if not self._due:
            self._due = True
            self._later(self._now)

    def _now(self) -> None:
        self._due = False
        self._ring()


class Signals:
    """Flashes where nothing is heard, by wish or for want of a player; rings where there is no player."""

    def __init__(self, live: LiveRun, flashing: Flashing, bell: Bell) -> None:
        self._live = live
        self._flashing, self._bell = flashing, bell

    @property
    def quiet(self) -> bool:
        """Whether nothing is heard."""
        return not self._live.rehearsal and (self._live.run.muted or self._live.silent())

    @property
    def by_wish(self) -> bool:
        """Whether the runner wants it quiet: other obstacles to sound have their own message, and a bell is heard."""
        live = self._live
        return live.run.muted or (live.silent() and not live.bell() and not live.problems())

    def hear(self, event: Event, sound: str) -> bool:
        """Flash or ring at the event's own moment; whether the screen flashes from now on."""
        if rings(self._live, sound):
            self._bell.ring()
        return self.quiet and self._flashing.hear(event, sound)


class Told:
    """Message about a key's effect that the picture does not show: it goes after a while, or with the next message."""

    def __init__(self) -> None:
        self._text, self._until = "", 0.0

    def say(self, text: str, until: float = float("inf")) -> None:
        """Show a message until this moment of the run's clock, or the next message."""
        self._text, self._until = text, until

    def at(self, now: float) -> str:
        """Message at this moment."""
        return self._text if now < self._until else ""


#: Sound whose flash marks the end of a bout.
DONE = "rep-last"


class Flashing:
    """State of the flash: whether the screen is reversed now (`on`).

    Calls back, outside the app, when a timer changes it.
    """

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
        """Whether the screen has yet to change back, or to flash again."""
        return self._timer is not None

    def hear(self, event: Event, sound: str) -> bool:
        """Flash for an event that calls for it; whether it does.

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
        """Whether the starting event is more important than the end of a bout in the same moment."""
        return bool(sound) and outranks(sound, DONE)

    def start(self, times: int) -> None:
        """Flash from now on, or as soon as the last flash is long enough ago; the caller draws."""
        loop = asyncio.get_running_loop()
        dark = FLASH_APART - FLASH if self.on else 0.0  # two flashes must not look like one
        begin = max(self._lit + FLASH_APART, loop.time() + dark)
        self.stop()
        self._left = times
        if begin <= loop.time():
            self._light()
        else:
            self._timer = loop.call_at(begin, self._again)

    def stop(self) -> None:
        """Stop flashing."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        self.on = False

    def _light(self) -> None:
        """Light the flash, for its whole time, however late it is."""
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
