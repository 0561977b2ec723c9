"""Sizes of a card and of its visible part: fixed while the runner chooses, to let nothing jump."""

from __future__ import annotations

from msgspec import Struct

from glutetimer.tui.drawing.block_letters import word_height, word_width
from glutetimer.tui.drawing.text import cells, wrap
from glutetimer.tui.run.paint.layout import LARGE

#: Columns from the card's edge to its text, and both edges together.
PAD = 4
FRAME = 2 * PAD
#: From this many rows on, the marked answer stands in blocks on top.
ROWS_FOR_BLOCKS = 20
#: From this size on, blocks are as large as on the largest screens.
HUGE = (150, 50)
#: A list keeps at least this many answers, even if that leaves no room for blocks.
LEAST_ANSWERS = 5
LEAST_INNER = 32
#: Longer lines of text are broken.
MOST_INNER = 112
MOST_LINES = 9


class CardChoice(Struct, frozen=True):
    """Answer: its value, its label, the key that goes straight to it, a shorter word for the blocks.

    `note` stands on the right, in lines of equal length.
    """

    value: str
    label: str
    key: str = ""
    big: str = ""
    note: str = ""


class CardContent(Struct, frozen=True):
    """Content of a card.

    `big` stands in blocks instead of the marked answer; `room` is its widest text. `scale`: this many first answers
    stand in a row. `first_line` is the first visible line of a text that is too long.
    """

    heading: str
    answers: tuple[CardChoice, ...]
    chosen: int = 0
    text: tuple[str, ...] = ()
    big: str = ""
    room: str = ""
    hint: str = ""
    alarm: bool = False
    scale: int = 0
    blocks: bool = True
    first_line: int = 0


class CardPlan(Struct, frozen=True):
    """Sizes in cells. `size` of the blocks (0: none); `gap` free rows; the number of answers seen from `first` on."""

    width: int
    height: int
    inner: int
    size: int
    gap: int
    text: tuple[str, ...]
    first_line: int
    lines: int
    first: int
    answers: int


class _Room(Struct, frozen=True):
    """Most room there is: columns inside, rows of the whole card."""

    inner: int
    rows: int


def plan_card(face: CardContent, width: int, height: int) -> CardPlan:
    """Plan the card's sizes on a screen of this size; they do not depend on which answer is marked."""
    room = _Room(max(1, min(MOST_INNER, width - FRAME)), height - (2 if height >= ROWS_FOR_BLOCKS else 0))
    text = tuple(line for said in _said(face, height) for line in _lines(said, room.inner))
    listed = len(face.answers) - face.scale
    fixed = 3 + (2 if face.scale else 0)
    size = _size(face, room, fixed + len(text) + min(listed, LEAST_ANSWERS), _most(width, height))
    fixed += word_height(size) + 1 if size else 0
    gaps = 2 + bool(text) + bool(face.scale)
    gap = 1 if fixed + len(text) + listed + gaps <= room.rows else 0
    free = max(1, room.rows - fixed - gap * gaps)
    answers = min(listed, max(min(3, free), free - len(text)))
    lines = max(0, min(len(text), free - answers))
    inner = _inner(face, text, size, room)
    first = max(face.scale, min(face.chosen - answers // 2, len(face.answers) - answers))
    first_line = max(0, min(face.first_line, len(text) - lines))
    tall = fixed + lines + answers + gap * gaps
    return CardPlan(inner + FRAME, tall, inner, size, gap, text, first_line, lines, first, answers)


def _said(face: CardContent, height: int) -> tuple[str, ...]:
    """Text of the card; a text that has no room in blocks comes first in it."""
    return face.text if height >= ROWS_FOR_BLOCKS or not face.big else (face.big.lower(), *face.text)


def _lines(said: str, width: int) -> list[str]:
    """Break a text into lines; a text of two columns keeps them."""
    if cells(said) <= width:
        return [said]
    first, _, second = said.partition("  ")
    if not second or cells(first) > width // 2:
        return wrap(said, width, MOST_LINES)
    at = len(said) - len(second.lstrip())
    lines = wrap(second, width - at, MOST_LINES)
    return [f"{first if number == 0 else '':{at}}{line}" for number, line in enumerate(lines)]


def has_digits(face: CardContent) -> bool:
    """Whether answers are numbered: others stand under the words of the numbered ones."""
    return any(answer.key.isdigit() for answer in face.answers[face.scale :])


def big_text(face: CardContent) -> str:
    """Text in blocks."""
    answer = face.answers[face.chosen]
    return face.big or answer.big or answer.label


def _most(width: int, height: int) -> int:
    """Largest size of the blocks on a screen."""
    if width >= HUGE[0] and height >= HUGE[1]:
        return 3
    if width >= LARGE[0] and height >= LARGE[1]:
        return 2
    return 1 if height >= ROWS_FOR_BLOCKS else 0


def _bigs(face: CardContent) -> list[str]:
    """All texts that may stand in blocks."""
    return [face.big, face.room or face.big] if face.big else [answer.big or answer.label for answer in face.answers]


def _size(face: CardContent, room: _Room, rows: int, most: int) -> int:
    """Largest size at which the widest text fits; 0 where most cannot be drawn or are too long even small."""
    widths = [wide for wide in _widths(face) if wide <= room.inner]
    if not face.blocks or not widths or 2 * len(widths) < len(_bigs(face)):
        return 0
    wide = max(widths)
    sizes = range(most, 0, -1)
    return next((k for k in sizes if wide * k <= room.inner and rows + word_height(k) + 1 <= room.rows), 0)


def _widths(face: CardContent) -> list[int]:
    return [wide for text in _bigs(face) if (wide := word_width(text, 1))]


def _inner(face: CardContent, text: tuple[str, ...], size: int, room: _Room) -> int:
    """Columns for the widest of all texts."""
    wanted = [LEAST_INNER, cells(face.heading) + 4 - FRAME, cells(face.hint), *map(cells, text)]
    wanted += [_answer_wide(answer) for answer in face.answers[face.scale :]]
    wanted += [wide * size for wide in _widths(face) if wide * size <= room.inner]
    return min(room.inner, max(wanted))


def _answer_wide(answer: CardChoice) -> int:
    """Columns for an answer: its digit or its letter, the label, the note."""
    return cells(answer.label) + 3 * bool(answer.key) + (cells(answer.note) + 2) * bool(answer.note)
