"""Watchdog for audio libraries, which may hang for good where a sound server does: report it, then end the process."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable

STUCK = 3.0  # seconds without a sign of life until it is reported; a device that is slow to open takes 1.8
HOPELESS = 20.0  # seconds until the process ends itself: the program starts another child
LOOK = 0.5


class Alarm:
    """Watches the thread that calls `alive`, from a thread of its own. Time in which both slept does not count."""

    def __init__(self, tell: Callable[[], None]) -> None:
        self._tell = tell
        self._seen = time.perf_counter()
        self._told = False
        threading.Thread(target=self._watch, daemon=True).start()

    def alive(self) -> bool:
        """Note that all is well now. Whether the opposite was reported before."""
        told, self._told, self._seen = self._told, False, time.perf_counter()
        return told

    def _watch(self) -> None:
        pause, looked = threading.Event(), time.perf_counter()
        while not pause.wait(LOOK):
            now = time.perf_counter()
            self._seen += max(0.0, now - looked - 2 * LOOK)
            looked = now
            if now - self._seen > HOPELESS:
                os._exit(1)
            if now - self._seen > STUCK and not self._told:
                self._told = True
                self._tell()
