"""Where a number comes to lie in a chart. Lengths are units of the drawing, from its top left corner."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count


@dataclass(frozen=True, slots=True)
class Frame:
    """A drawing of `width` x `height` with room at its edges, for `slots` weeks side by side and values up to `top`."""

    width: float
    height: float
    slots: int
    top: int
    left_edge: float = 46.0
    right_edge: float = 46.0
    top_edge: float = 36.0
    bottom_edge: float = 20.0

    @property
    def right(self) -> float:
        """The right end of the axis."""
        return self.width - self.right_edge

    @property
    def floor(self) -> float:
        """Where 0 lies."""
        return self.height - self.bottom_edge

    @property
    def slot(self) -> float:
        """How wide a week is."""
        return (self.right - self.left_edge) / max(1, self.slots)

    def x(self, index: float) -> float:
        """The middle of a week, counted from 0."""
        return self.left_edge + self.slot * (index + 0.5)

    def y(self, value: float) -> float:
        """The height of a value."""
        return self.floor - (self.floor - self.top_edge) * value / max(1, self.top)


def ticks(top: int, most: int = 4) -> tuple[int, ...]:
    """Round numbers from 0 to `top` or just above, in up to `most` equal steps."""
    step = next(step for step in _steps() if step * most >= top)
    return tuple(range(0, step * max(1, -(-top // step)) + 1, step))


def labelled(slots: int, most: int) -> tuple[int, ...]:
    """Which of so many weeks are named below the axis: up to `most`, evenly, the last one always."""
    every = max(1, -(-slots // most))
    return tuple(sorted(range(slots - 1, -1, -every)))


def apart(heights: Sequence[float], least: float) -> tuple[float, ...]:
    """Two heights moved away from each other until they are `least` apart; other numbers of them as they are."""
    if len(heights) != 2 or abs(heights[0] - heights[1]) >= least:
        return tuple(heights)
    middle, first_above = sum(heights) / 2, heights[0] <= heights[1]
    upper, lower = middle - least / 2, middle + least / 2
    return (upper, lower) if first_above else (lower, upper)


def _steps() -> Iterator[int]:
    return (base * 10**power for power in count() for base in (1, 2, 5))
