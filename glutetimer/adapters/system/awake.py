"""Keep the laptop from dimming and sleeping while a run is on."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from threading import Condition, Thread
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wakepy import DBusAdapter
    from wakepy.core import DBusMethodCall

#: Seconds that closing waits; a desktop bus that hangs must not hold up the end.
PATIENCE = 1.0
#: Seconds without an answer that count as a no: a desktop answers or is given up within 6.
SILENCE = 8.0

MAY_DIM = "The screen may go dark: look at the power settings."

#: A lock is held from entering to leaving.
Lock = Callable[[], AbstractContextManager[bool]]


@contextmanager
def presenting() -> Iterator[bool]:
    """Hold the desktop's own lock, which keeps the screen on; yield whether that works. May raise any error."""
    from wakepy import keep  # 45 ms, beside the run

    with keep.presenting(on_fail="pass", dbus_adapter=_bus()) as mode:
        yield mode.active


def _bus() -> type[DBusAdapter] | None:
    """Wakepy's bus, but closed as soon as a call fails: a lock that is granted too late must not stay."""
    try:
        from wakepy.dbus_adapters.jeepney import JeepneyDBusAdapter
    except ImportError:  # a platform without this bus
        return None

    class Bus(JeepneyDBusAdapter):
        def process(self, call: DBusMethodCall) -> object:
            try:
                return super().process(call)
            except Exception:
                self.close_connections()
                raise

    return Bus


class Awake:
    """Keeps the machine awake; see `glutetimer.core.stay_awake.StaysAwake`.

    The desktop's bus may block: one daemon thread does it all. The lock belongs to this process's connection to the bus
    (or to the process): it goes with them, also in a crash.
    """

    def __init__(self, lock: Lock = presenting, clock: Callable[[], float] = time.monotonic) -> None:
        self._lock = lock
        self._clock = clock
        self._wish = False
        self._closed = False
        self._asked = 0.0
        self._works: bool | None = None  # None: not answered yet
        self._changed = Condition()
        self._thread: Thread | None = None

    @property
    def problem(self) -> str:
        """Sentence why the screen may go dark, "" where it cannot, or nobody asked."""
        silent = self._works is None and self._clock() - self._asked > SILENCE
        return MAY_DIM if self._wish and (silent or self._works is False) else ""

    def hold(self) -> None:
        """Stay awake from now on."""
        self._want(True)

    def release(self) -> None:
        """Allow the screen to go dark again."""
        self._want(False)

    def close(self) -> None:
        """Release the lock, and end."""
        with self._changed:
            self._closed, self._wish = True, False
            self._changed.notify()
        if self._thread is not None:
            self._thread.join(PATIENCE)

    def _want(self, wish: bool) -> None:
        with self._changed:
            if self._closed or wish == self._wish:
                return
            self._wish, self._asked = wish, self._clock()
            self._changed.notify()
        if self._thread is None:
            thread = Thread(target=self._work, name="awake", daemon=True)
            with suppress(RuntimeError):  # no thread is to be had: there will be no answer
                thread.start()
                self._thread = thread

    def _work(self) -> None:
        """Carry out the newest wish: a wish that was taken back while the bus was busy never happens."""
        while self._wished(True):
            try:
                with self._lock() as self._works:
                    self._wished(False)
            except Exception:  # whatever a desktop answers, the run goes on; a lock not given back went with the bus
                if self._works is None:
                    self._works = False
                    self._wished(False)
            self._works = None

    def _wished(self, wish: bool) -> bool:
        """Wait until this is the wish; false where it never will be again."""
        with self._changed:
            self._changed.wait_for(lambda: self._closed or self._wish == wish)
            return self._wish == wish
