"""Parts of a drawing: scales, axes, lines, marks and words. style.css says how they look, by their class."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import count

from msgspec import Struct

from glutetimer.core.text.english import full_day, short_day
from glutetimer.report.html import Html, element

#: From this many weeks on, a day is written with its year.
_YEAR = 50


def drawing(frame: Frame, id_: str, title: str, told: str, parts: Iterable[Html]) -> Html:
    """Build a picture as wide as its place; `told` describes it in words."""
    return element(
        "svg",
        element("title", title, id=f"{id_}-title"),
        element("desc", told, id=f"{id_}-desc"),
        *parts,
        viewBox=f"0 0 {frame.width:g} {frame.height:g}",
        role="img",
        aria_labelledby=f"{id_}-title {id_}-desc",
    )


#: Most width of a letter or figure below the axis.
LETTER = 6.5


def axis(frame: Frame, unit: str) -> Iterator[Html]:
    """Draw thin lines at round numbers; the topmost has the unit with it."""
    for number in ticks(frame.top):
        y = frame.y(number)
        words = f"{number} {unit}".strip() if number == frame.top else str(number)
        yield line("axis" if number == 0 else "grid", frame.left_edge, y, frame.right, y)
        yield text("tick", frame.left_edge - 5, y + 4, words, "end")


def weeks_below(frame: Frame, mondays: Sequence[date], named: Iterable[int]) -> Iterator[Html]:
    """Write the Mondays of the named weeks below the axis: the last one, and those whose words stand apart from it."""
    free = float("inf")
    for index in sorted(named, reverse=True):
        x = frame.x(index)
        words = full_day(mondays[index])[-8:] if len(mondays) > _YEAR else short_day(mondays[index])
        half = len(words) * LETTER / 2
        if x + half > free:
            continue
        free = x - half - LETTER
        yield line("axis", x, frame.floor, x, frame.floor + 4)
        yield text("tick", x, frame.floor + 15, words, "middle")


def line(kind: str, x1: float, y1: float, x2: float, y2: float) -> Html:
    """Draw a straight line."""
    return element("line", x1=x1, y1=y1, x2=x2, y2=y2, class_=kind)


def path(kind: str, places: Iterable[tuple[float, float]]) -> Html:
    """Draw a line from place to place."""
    return element("polyline", points=" ".join(f"{x:.1f},{y:.1f}" for x, y in places), class_=kind)


def mark(kind: str, x: float, y: float, half: float = 3.0) -> Html:
    """Draw a full circle for the left, an open square for the right, a cross for a count that nobody confirmed.

    `half` is half its width.
    """
    if kind == "left":
        return element("circle", cx=x, cy=y, r=half + 0.4, class_="left")
    if kind == "right":
        return element("rect", x=x - half, y=y - half, width=2 * half, height=2 * half, class_="right")
    wide = 2 * half
    cross = f"M{x - half:.1f} {y - half:.1f}l{wide:g} {wide:g}m0 -{wide:g}l-{wide:g} {wide:g}"
    return element("path", d=cross, class_="unsure")


def text(kind: str, x: float, y: float, words: str, anchor: str | None = None) -> Html:
    """Write words that begin at x, are centred there ("middle"), or end there ("end")."""
    return element("text", words, x=x, y=y, text_anchor=anchor, class_=kind)


class Frame(Struct, frozen=True):
    """Drawing of `width` x `height` with room at its edges, for `slots` weeks side by side and values up to `top`."""

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
        """Right end of the axis."""
        return self.width - self.right_edge

    @property
    def floor(self) -> float:
        """Height of the value 0."""
        return self.height - self.bottom_edge

    @property
    def slot(self) -> float:
        """Width of a week."""
        return (self.right - self.left_edge) / max(1, self.slots)

    def x(self, index: float) -> float:
        """Middle of a week, counted from 0."""
        return self.left_edge + self.slot * (index + 0.5)

    def y(self, value: float) -> float:
        """Height of a value."""
        return self.floor - (self.floor - self.top_edge) * value / max(1, self.top)


def ticks(top: int, most: int = 4) -> tuple[int, ...]:
    """Round numbers from 0 to `top` or just above, in up to `most` equal steps."""
    step = next(step for step in _steps() if step * most >= top)
    return tuple(range(0, step * max(1, -(-top // step)) + 1, step))


def labelled(slots: int, most: int) -> tuple[int, ...]:
    """Weeks that are named below the axis: up to `most`, evenly, always with the last one."""
    every = max(1, -(-slots // most))
    return tuple(sorted(range(slots - 1, -1, -every)))


def apart(heights: Sequence[float], least: float) -> tuple[float, ...]:
    """Move two heights away from each other until they are `least` apart; leave more or fewer heights as they are."""
    if len(heights) != 2 or abs(heights[0] - heights[1]) >= least:
        return tuple(heights)
    middle, first_above = sum(heights) / 2, heights[0] <= heights[1]
    upper, lower = middle - least / 2, middle + least / 2
    return (upper, lower) if first_above else (lower, upper)


def _steps() -> Iterator[int]:
    return (base * 10**power for power in count() for base in (1, 2, 5))
