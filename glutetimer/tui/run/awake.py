"""Keep the laptop awake during a run, and at most five minutes of a pause."""

from __future__ import annotations

import asyncio

from glutetimer.core.stay_awake import LONG_PAUSE, StaysAwake


class Waking:
    """Follows the state of the run; a pause costs one timer, everything else none."""

    def __init__(self, awake: StaysAwake) -> None:
        self._awake = awake
        self._timer: asyncio.TimerHandle | None = None

    def update(self, *, paused: bool, over: bool) -> None:
        """Note whether the run goes on, stands or is over."""
        if over:
            self._stop_timer()
            self._awake.release()
        elif not paused:
            self._stop_timer()
            self._awake.hold()
        elif self._timer is None:
            loop = asyncio.get_running_loop()
            self._timer = loop.call_at(loop.time() + LONG_PAUSE, self._awake.release)

    def _stop_timer(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
