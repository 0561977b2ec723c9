"""The clock of a run, and the watch for time in which the machine slept."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from functools import partial

#: A tick that comes later than this (seconds) means that the program stood still: a debugger, a closed lid. Up to here
#: it is a busy machine, and the run has gone on.
LATE = 5.0
#: The clocks that count sleep and the ones that do not differ by more than this after one.
SLEPT = 1.0


class ScaledClock:
    """Seconds since it was made, `speed` times as fast as real ones."""

    def __init__(self, speed: float = 1.0, source: Callable[[], float] = time.perf_counter) -> None:
        self._speed = speed
        self._source = source
        self._start = source()

    def now(self) -> float:
        """Seconds of run clock."""
        return (self._source() - self._start) * self._speed

    def real(self, due: float) -> float:
        """The moment `due` of this clock as one of its source."""
        return self._start + due / self._speed

    def wait(self, due: float) -> float:
        """Real seconds until `due` on this clock, at least 0."""
        return max(0.0, (due - self.now()) / self._speed)


class GapWatch:
    """Finds gaps: `awake` stands still while the machine sleeps, `boot` does not; a late call tells the rest.

    However short, a stop by a signal is one: `stopped` tells whether there was any since it was asked last.
    """

    def __init__(
        self,
        awake: Callable[[], float] = time.monotonic,
        boot: Callable[[], float] | None = None,
        stopped: Callable[[], bool] = lambda: False,
    ) -> None:
        self._awake = awake
        self._stopped = stopped
        self._boot = boot or boot_clock()
        self._last = (awake(), self._boot())

    def slept(self) -> bool:
        """Whether there was a gap since the last call (or since this watch was made)."""
        awake, boot = self._awake(), self._boot()
        ran, passed = awake - self._last[0], boot - self._last[1]
        self._last = (awake, boot)
        return self._stopped() or passed - ran > SLEPT or ran > LATE


def boot_clock() -> Callable[[], float]:
    """A clock that counts sleep where the platform has one, else the plain monotonic one."""
    name = {"linux": "CLOCK_BOOTTIME", "darwin": "CLOCK_MONOTONIC"}.get(sys.platform, "")
    number: int | None = getattr(time, name, None)
    return time.monotonic if number is None else partial(time.clock_gettime, number)
