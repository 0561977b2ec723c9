"""Layout of the run screen, as arithmetic on its size. Each place keeps its meaning at every size."""

from __future__ import annotations

from msgspec import Struct

from glutetimer.tui.drawing.block_letters import digits_width, word_height, word_width
from glutetimer.tui.drawing.text import cells

LEAST = (60, 16)
#: From this size on, the words that are read while moving are drawn in blocks.
BLOCKS = (80, 24)
#: From this size on, they have room around them.
LARGE = (100, 34)
#: Rows that word, bar and target need one above the other.
LEAST_ROWS = 10
#: Figures and colon of a number that needs more of the width to be as high as the others.
LONG = 4
#: From this many rows on, the header has a row of its own.
ROOMY = 20


class Grid(Struct, frozen=True):
    """Rows (from 0) and columns of the places of a screen; side and cue are in blocks of size `block`, if any."""

    width: int
    height: int
    large: bool
    margin: int
    gap: int
    lift: int
    block: int
    name: int
    side: int
    number: int
    number_rows: int
    cue: int
    strip: int
    footer: int

    @property
    def right(self) -> int:
        """Column after the last that is used."""
        return self.width - self.margin

    @property
    def roomy(self) -> bool:
        """Whether session and time have a row of their own."""
        return self.height >= ROOMY


def fits(width: int, height: int) -> bool:
    """Whether a run can be shown at this size."""
    return width >= LEAST[0] and height >= LEAST[1]


def grid(width: int, height: int) -> Grid:
    """Places of a screen that `fits`."""
    if width >= LARGE[0] and height >= LARGE[1]:
        return _large(width, height)
    if width >= BLOCKS[0] and height >= BLOCKS[1]:
        return _blocks(width, height)
    if height >= ROOMY:
        lift = 4 if width >= 72 else 3
        return Grid(width, height, False, 1, 2, lift, 0, 1, 2, 4, height - 9, height - 4, height - 3, height - 1)
    return Grid(width, height, False, 1, 2, 3, 0, 0, 1, 3, height - 6, height - 3, height - 2, height - 1)


def _blocks(width: int, height: int) -> Grid:
    """Places where every row is used: exercise in the header, side under it, cue under the strip."""
    tall = word_height(1)
    cue = height - 1 - tall
    return Grid(width, height, False, 1, 2, 4, 1, 0, 1, 1 + tall, cue - 2 - tall, cue, cue - 1, height - 1)


def _large(width: int, height: int) -> Grid:
    block = 2 if width >= 150 and height >= 50 else 1
    tall = word_height(block)
    cue = height - 4 - tall
    number = 5 + tall + 1
    return Grid(
        width,
        height,
        True,
        2,
        3,
        10 if block == 2 else 6,
        block,
        3,
        5,
        number,
        cue - 1 - number,
        cue,
        height - 3,
        height - 1,
    )


class NumberPlace(Struct, frozen=True):
    """Big number: its scale, its first row, and the column where the words beside it start.

    `rows` is the height of the part beside it: as high as the number, and never less than LEAST_ROWS.
    """

    scale: int
    y: int
    rows: int
    beside: int
    lift: int | None


def number_place(places: Grid, slot: str, words: tuple[str, ...], *, with_lift: bool) -> NumberPlace:
    """Largest number that leaves room beside it for the longest of the words at size 1, up to the very edge.

    `slot` is the form of the target ("00", ":00"): the number does not move while it counts.
    """
    beside = max((_wanted(text, places) for text in words), default=0)
    lift = places.lift + places.gap if with_lift else 0
    share = 0.63 if places.width >= 100 and len(slot) < LONG else 0.72
    scale = 1
    while _number_fits(places, slot, scale + 1, lift + beside, share):
        scale += 1
    rows = max(5 * scale, LEAST_ROWS)
    y = places.number + max(0, (places.number_rows - rows) // 2) * (places.block > 0)
    x = places.margin + digits_width(slot, scale) + places.gap
    return NumberPlace(scale, y, rows, x + lift, x if with_lift else None)


def _number_fits(places: Grid, slot: str, scale: int, beside: int, share: float) -> bool:
    wide = digits_width(slot, scale)
    rest = places.width - places.margin - wide - places.gap
    return 5 * scale <= places.number_rows and wide <= share * places.width and rest >= beside


def _wanted(text: str, places: Grid) -> int:
    """Columns for a word beside the number: a word that would make the number small is written in plain letters."""
    wide = word_width(text, 1)
    most = places.width * 2 // 5
    return wide if wide is not None and wide <= most else min(cells(text), most // 2)


def rest_rows(height: int) -> int:
    """Rows for the number of a rest: half of the height belongs to what comes next."""
    if height >= 56:
        return height // 2
    return (height - 4) // 2
