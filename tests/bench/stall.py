"""How late a bare thread wakes: `python stall.py PERIOD COUNT`, both for absolute deadlines. One line each: seconds.

Without COUNT: until its parent is gone, only what was later than PERIOD, each with its moment (`time.monotonic`).
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from itertools import count, islice
from time import monotonic, perf_counter, sleep


def lateness(period: float) -> Iterator[float]:
    """Sleep from deadline to deadline; by how many seconds each was missed."""
    start = perf_counter()
    for number in count(1):
        due = start + number * period
        sleep(max(0.0, due - perf_counter()))
        yield perf_counter() - due


def caught_up(period: float) -> Iterator[float]:
    """The same, each deadline from the last waking on, so that one standstill is told once."""
    while True:
        yield next(lateness(period))


def main() -> None:
    """Print what the arguments ask for."""
    period = float(sys.argv[1])
    if len(sys.argv) > 2:
        print("\n".join(map(repr, islice(lateness(period), int(sys.argv[2])))))
        return
    parent = os.getppid()
    for late in caught_up(period):
        if late > period:
            print(monotonic(), late, flush=True)
        if os.getppid() != parent:
            return


if __name__ == "__main__":
    main()
