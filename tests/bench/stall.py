"""How late a bare thread wakes: `python stall.py PERIOD COUNT`, both for absolute deadlines. One line each: seconds."""

from __future__ import annotations

import sys
from time import perf_counter, sleep


def main() -> None:
    """Sleep from deadline to deadline."""
    period, count = float(sys.argv[1]), int(sys.argv[2])
    start = perf_counter()
    lateness = []
    for number in range(1, count + 1):
        due = start + number * period
        sleep(max(0.0, due - perf_counter()))
        lateness.append(perf_counter() - due)
    print("\n".join(map(repr, lateness)))


if __name__ == "__main__":
    main()
