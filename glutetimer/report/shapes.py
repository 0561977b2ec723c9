"""The parts of a drawing: axes, lines, marks and words. How they look is said in style.css by their class."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from glutetimer.core.log.english import short_day
from glutetimer.core.log.report_words import full_day
from glutetimer.report.markup import Html, element
from glutetimer.report.scale import Frame, ticks

#: From so many weeks on a day needs its year.
_YEAR = 50


def drawing(frame: Frame, id_: str, title: str, told: str, parts: Iterable[Html]) -> Html:
    """A picture as wide as its place; `told` says in words what it shows."""
    return element(
        "svg",
        element("title", title, id=f"{id_}-title"),
        element("desc", told, id=f"{id_}-desc"),
        *parts,
        viewBox=f"0 0 {frame.width:g} {frame.height:g}",
        role="img",
        aria_labelledby=f"{id_}-title {id_}-desc",
    )


def axis(frame: Frame, unit: str) -> Iterator[Html]:
    """Thin lines at round numbers; the topmost has the unit with it."""
    for number in ticks(frame.top):
        y = frame.y(number)
        words = f"{number} {unit}".strip() if number == frame.top else str(number)
        yield line("axis" if number == 0 else "grid", frame.left_edge, y, frame.right, y)
        yield text("tick", frame.left_edge - 5, y + 4, words, "end")


def weeks_below(frame: Frame, mondays: Sequence[date], named: Iterable[int]) -> Iterator[Html]:
    """The Mondays on which the named weeks begin."""
    for index in named:
        x = frame.x(index)
        words = full_day(mondays[index])[-8:] if len(mondays) > _YEAR else short_day(mondays[index])
        yield line("axis", x, frame.floor, x, frame.floor + 4)
        yield text("tick", x, frame.floor + 15, words, "middle")


def line(kind: str, x1: float, y1: float, x2: float, y2: float) -> Html:
    """A straight line."""
    return element("line", x1=x1, y1=y1, x2=x2, y2=y2, class_=kind)


def path(kind: str, places: Iterable[tuple[float, float]]) -> Html:
    """A line from place to place."""
    return element("polyline", points=" ".join(f"{x:.1f},{y:.1f}" for x, y in places), class_=kind)


def mark(kind: str, x: float, y: float, half: float = 3.0) -> Html:
    """A full circle for the left, an open square for the right, a cross for what nobody confirmed.

    `half` is half of how wide it is.
    """
    if kind == "left":
        return element("circle", cx=x, cy=y, r=half + 0.4, class_="left")
    if kind == "right":
        return element("rect", x=x - half, y=y - half, width=2 * half, height=2 * half, class_="right")
    wide = 2 * half
    cross = f"M{x - half:.1f} {y - half:.1f}l{wide:g} {wide:g}m0 -{wide:g}l-{wide:g} {wide:g}"
    return element("path", d=cross, class_="unsure")


def text(kind: str, x: float, y: float, words: str, anchor: str | None = None) -> Html:
    """Words that begin at x, or are centred there ("middle"), or end there ("end")."""
    return element("text", words, x=x, y=y, text_anchor=anchor, class_=kind)
