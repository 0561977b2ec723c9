"""What the pictures of the log have in common: where texts begin, when parts stand apart, months, days in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from glutetimer.tui.paint.canvas import Canvas, Look

#: The left edge of texts: before it only marks stand.
EDGE = 2
#: From so many rows on parts stand apart.
APART = 20
MUTED, BOLD = Look("muted"), Look("text", bold=True)


def months(mondays: Sequence[date], pitch: int, room: int, *, years: bool = False) -> Iterator[tuple[int, str]]:
    """The column and the name of each month, at the first week that begins in it; a week is `pitch` columns wide.

    What would touch the next name, or end after column `room`, is left out. With `years` January is the year.
    """
    firsts = [i for i, day in enumerate(mondays) if not i or day.month != mondays[i - 1].month]
    ends = [*(first * pitch for first in firsts[1:]), room + 1]
    for first, end in zip(firsts, ends, strict=True):
        day = mondays[first]
        name = f"{day:%Y}" if years and day.month == 1 else f"{day:%b}"
        if first * pitch + len(name) < end:
            yield first * pitch, name


def short(day: date, today: date) -> str:
    """ "9 Nov", with its year where it is another one than today's."""
    return f"{day.day} {day:%b}" if day.year == today.year else f"{day.day} {day:%b %Y}"


def still_reading(width: int, height: int) -> Canvas:
    """The picture before anything is known."""
    canvas = Canvas(width, height)
    canvas.put(EDGE, 1, "The log is being read; what is in it shows here.", MUTED)
    return canvas
