"""A held key or a double press fires once: terminals send both as plain repeats."""

from __future__ import annotations

from collections.abc import Hashable

#: Seconds. Terminals repeat a held key first after 0.25 to 0.66 s.
STEP_ENDS = 0.7
TAP = 0.12


class Guard:
    """Remembers when each key came last. A repeat inside the window is swallowed and starts it anew."""

    def __init__(self) -> None:
        self._last: dict[Hashable, float] = {}

    def allows(self, key: Hashable, window: float, now: float) -> bool:
        """Whether a press of `key` at `now` (seconds of the run's clock) is a new one."""
        last = self._last.get(key)
        self._last[key] = now
        return last is None or not 0 <= now - last < window
