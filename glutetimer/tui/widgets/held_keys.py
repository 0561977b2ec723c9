"""Swallow keys that are still held from the screen before: they must not answer this one."""

from __future__ import annotations

from time import perf_counter

#: Seconds in which a screen that asks takes no key: the key that opened it may still be held.
DEAF = 0.7
#: Presses of a key closer than this are a held key that repeats; nobody presses twice that fast.
REPEATS = 0.2
#: Most seconds between presses when somebody presses one key again and again through several screens.
ON_AND_ON = 3.0


class Held:
    """Swallows keys that come too soon after a screen has opened, and each key while it repeats from then on."""

    def __init__(self) -> None:
        self._opened = perf_counter()
        self._last: dict[str, float] = {}

    def swallows(self, key: str) -> bool:
        """Whether this press must be ignored."""
        now = perf_counter()
        if now - self._opened >= DEAF and now - self._last.get(key, float("-inf")) >= REPEATS:
            return False
        self._last[key] = now
        return True


class OnAndOn:
    """Swallows the key that led here, for as long as it is pressed on and on."""

    def __init__(self) -> None:
        self._last = perf_counter()

    def swallows(self) -> bool:
        """Whether this press belongs to those that led here; each press starts the silence again."""
        now = perf_counter()
        before, self._last = self._last, now
        return now - before < ON_AND_ON
