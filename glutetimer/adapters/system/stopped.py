"""Notice that this process was stopped by a signal (Ctrl+Z, kill -STOP) and goes on: only SIGCONT shows it."""

from __future__ import annotations

import signal
from collections.abc import Callable
from types import FrameType


class Stopped:
    """Listens for SIGCONT, where the platform has it. Earlier handlers stay in use."""

    def __init__(self) -> None:
        self._seen = False

    def listen(self, wake: Callable[[], object]) -> Callable[[], None]:
        """Call `wake` from now on, from within a signal handler, whenever the process goes on; return how to end that.

        Both are for the main thread.
        """
        number = getattr(signal, "SIGCONT", None)
        if number is None:
            return _do_nothing
        before = signal.getsignal(number)

        def goes_on(number: int, frame: FrameType | None) -> None:
            self._seen = True
            if callable(before):
                before(number, frame)
            wake()

        def end() -> None:
            # A later handler keeps this one among those before it: then it stays.
            if signal.getsignal(number) is goes_on:
                signal.signal(number, before)

        signal.signal(number, goes_on)
        return end

    def take(self) -> bool:
        """Whether the process was stopped since the last call."""
        seen, self._seen = self._seen, False
        return seen


def _do_nothing() -> None:
    """Do nothing, where no process is ever stopped."""
