"""How much work something is, whatever else the machine does and however fast it is."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from time import thread_time


def effort(work: Callable[[], object]) -> float:
    """The processor's time for it, as a multiple of that for counting to ten million."""
    return seconds(work) / _unit()


def seconds(work: Callable[[], object]) -> float:
    """The processor's time of this thread alone."""
    start = thread_time()
    work()
    return thread_time() - start


#: What no text may take more than.
MOST_EFFORT = 8.0


@cache
def _unit() -> float:
    return min(seconds(lambda: sum(range(10_000_000))) for _ in range(2))
