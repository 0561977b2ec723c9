"""Handle signals: those that end the program, and Ctrl+Z, after which `fg` brings it back as it was.

The toolkit's own way draws from within a signal handler, and takes every continuation for one after Ctrl+Z: stopped by
another signal it would take the terminal twice, and give it back once.
"""

from __future__ import annotations

import asyncio
import os
import signal
import sys
import time
from collections.abc import Callable

from textual.driver import Driver

#: Seconds that it takes to silence the coming sounds.
_HUSH = 0.05


#: Signals that end the program in order, with the terminal as it was; finished bouts are saved.
_ENDING = ("SIGINT", "SIGTERM", "SIGHUP", "SIGQUIT")


def end_on_signals(end: Callable[[int], object]) -> None:
    """Call `end` with the exit code, 128 + n, for these signals from now on."""
    loop = asyncio.get_running_loop()
    for name in _ENDING:
        number = getattr(signal, name, None)
        if number is None:
            continue
        try:
            loop.add_signal_handler(number, end, 128 + number)
        except NotImplementedError:  # Windows: its console events end the program by themselves
            return


class Suspending:
    """Suspends one driver. `hush` is called before the program stands still, `redraw` when it goes on."""

    def __init__(self, driver: Driver, hush: Callable[[], None], redraw: Callable[[], None]) -> None:
        self._driver, self._hush, self._redraw = driver, hush, redraw
        self._away = False

    def listen(self) -> None:
        """Handle the signals within the loop, where nothing is half done. Windows has no such signals."""
        if sys.platform == "win32" or not self._driver.can_suspend:
            return
        loop = asyncio.get_running_loop()
        loop.add_signal_handler(signal.SIGTSTP, self.stop)
        loop.add_signal_handler(signal.SIGCONT, self.go_on)

    def stop(self) -> None:
        """Give the terminal back, and stand still until the program is continued."""
        if sys.platform == "win32" or not self._driver.can_suspend or self._away:
            return
        self._hush()
        time.sleep(_HUSH)
        self._leave()
        # The parents of a job of several processes (make, sh -c) stop with us: else no prompt would come.
        if _is_in_front():
            os.killpg(0, signal.SIGSTOP)
        else:
            os.kill(os.getpid(), signal.SIGSTOP)

    def go_on(self) -> None:
        """Take the terminal again; after a stop by another signal, others may have written on it and changed it."""
        if not self._away:
            self._leave()
        self._driver.resume_application_mode()
        # In the background nothing may be drawn: the driver stands still again, and another signal follows.
        self._away = self._driver._key_thread is None  # type: ignore[attr-defined]
        self._redraw()

    def _leave(self) -> None:
        self._driver.suspend_application_mode()
        self._driver._key_thread = None  # type: ignore[attr-defined]
        self._away = True


def _is_in_front() -> bool:
    """Whether our job has the terminal, and a stop is meant for all of it."""
    try:
        return os.tcgetpgrp(0) == os.getpgrp()
    except OSError:
        return False
