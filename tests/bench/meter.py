"""What a program on a pseudo-terminal takes: until its first picture, while it stands there, for a key."""

from __future__ import annotations

import os
import time
from collections.abc import Mapping
from pathlib import Path
from time import perf_counter
from typing import Any

import pexpect
import pyte

from tests.bench.programs import Measured

SIZE = (24, 80)
PATIENCE = 60.0
_TICKS = os.sysconf("SC_CLK_TCK")


class Running:
    """A program that was started; `start` are the seconds to its first picture."""

    def __init__(self, of: Measured, environment: Mapping[str, str]) -> None:
        self._screen = pyte.Screen(SIZE[1], SIZE[0])
        self._stream = pyte.ByteStream(self._screen)
        self.bytes = 0
        begun = perf_counter()
        self._child = pexpect.spawn(of.command[0], of.command[1:], env=dict(environment), dimensions=SIZE)
        self._wait(lambda text: of.shows in text)
        self.start = perf_counter() - begun
        self.cpu = self._cpu()

    def __enter__(self) -> Running:
        return self

    def __exit__(self, *_: object) -> None:
        self._child.close(force=True)

    def press(self, key: str) -> float:
        """Seconds until the picture is another one after a key."""
        before = self._text
        begun = perf_counter()
        self._child.send(key)
        self._wait(lambda text: text != before)
        return perf_counter() - begun

    def stand(self, seconds: float) -> tuple[float, int]:
        """CPU seconds of the program and those it started, and the bytes it wrote, in so long a time."""
        cpu, written = self._cpu(), self.bytes
        end = perf_counter() + seconds
        while perf_counter() < end:
            self._read(0.05)
        return self._cpu() - cpu, self.bytes - written

    @property
    def memory(self) -> float:
        """MiB that the screen's own process holds."""
        lines = Path(f"/proc/{self._child.pid}/status").read_text().splitlines()
        return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS"))

    @property
    def _text(self) -> str:
        return "\n".join(self._screen.display)

    def _wait(self, ready: Any) -> None:
        end = time.monotonic() + PATIENCE
        while not ready(self._text):
            if time.monotonic() > end or not (self._read(0.05) or self._child.isalive()):
                raise TimeoutError(f"never shown:\n{self._text}")

    def _read(self, timeout: float) -> bool:
        try:
            drawn: Any = self._child.read_nonblocking(65536, timeout)
        except (pexpect.TIMEOUT, pexpect.EOF):
            return False
        self.bytes += len(drawn)
        self._stream.feed(drawn)
        return True

    def _cpu(self) -> float:
        return sum(_cpu_of(pid) for pid in _family(int(self._child.pid or 0)))


def _family(pid: int) -> list[int]:
    """The process and all below it."""
    try:
        tasks = list(Path(f"/proc/{pid}/task").iterdir())
        below = [int(child) for task in tasks for child in (task / "children").read_text().split()]
    except OSError:
        return [pid]
    return [pid, *(one for child in below for one in _family(child))]


def _cpu_of(pid: int) -> float:
    """Nanosecond counts of its threads, where the system keeps them: ticks are too coarse for a second."""
    try:
        threads = Path(f"/proc/{pid}/task").iterdir()
        return sum(int((thread / "schedstat").read_text().split()[0]) for thread in threads) / 1e9
    except OSError:
        return 0.0
