"""A held key or a double press fires once: terminals send both as plain repeats."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Literal

#: Seconds. Terminals repeat a held key first after 0.25 to 0.66 s.
STEP_ENDS = 0.7
TAP = 0.12

_NEVER = float("-inf")


#: Whether a press counts now, counts once it is clear that the key is not held, or does not count.
Verdict = Literal["now", "soon", "no"]


class Debounce:
    """Remembers when each key came last. It ignores a repeat inside the window and starts the window again."""

    def __init__(self) -> None:
        self._last: dict[Hashable, float] = {}
        self._ended: dict[Hashable, float] = {}
        self._held: set[Hashable] = set()

    def again(self, key: Hashable, now: float, *, waiting: bool) -> Verdict:
        """Judge a press of a key that may well be pressed twice; `waiting` where a press before it means "soon".

        The second press may be the first repeat of a held key: only a third one, close behind it, shows that. From then
        on nothing counts until the key has been silent for a while.
        """
        quiet = now - self._last.get(key, _NEVER) >= STEP_ENDS
        self._last[key] = now
        if quiet:
            self._held.discard(key)
            self._ended[key] = now
            return "now"
        if waiting:
            self._held.add(key)
        return "no" if key in self._held else "soon"

    def allows(self, key: Hashable, window: float, now: float) -> bool:
        """Whether a press of `key` at `now` (seconds of the run's clock) is a new press.

        A key that has just ended a step and means a tap from now on has the long window once more: else its first
        repeat would be a tap.
        """
        last = self._last.get(key, _NEVER)
        self._last[key] = now
        if now - last < window or now - self._ended.get(key, _NEVER) < STEP_ENDS:
            return False
        if window >= STEP_ENDS:
            self._ended[key] = now
        return True
