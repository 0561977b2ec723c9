"""Block digits and block words: text in, rows of cells out, as large as there is room."""

from __future__ import annotations

import unicodedata
from functools import cache

#: Rows of pixels; two of them make one row of cells.
Pixels = tuple[tuple[bool, ...], ...]

DIGIT_ROWS = 10
WORD_ROWS = 5
#: Pixels of an empty place between two words.
SPACE = 2

_CELLS = {(True, True): "█", (True, False): "▀", (False, True): "▄", (False, False): " "}


def digits(text: str, scale: int) -> list[str]:
    """Digits and colons as blocks; a pixel is `scale` columns wide and `scale` half rows high: 5 x `scale` rows."""
    font = _font(DIGITS, DIGIT_ROWS)
    return _rows([font[character] for character in text], scale, scale + 1)


def digits_width(text: str, scale: int) -> int:
    """Columns of these digits."""
    return sum(2 if character == ":" else 7 for character in text) * scale + (len(text) - 1) * (scale + 1)


def word(text: str, size: int) -> list[str] | None:
    """Text in block letters, 2.5 x `size` rows high (rounded up); None where a character has no such letter."""
    glyphs = _letters(text)
    return None if glyphs is None else _rows(glyphs, size, size)


def word_width(text: str, size: int) -> int | None:
    """Columns of a block word; None where it cannot be drawn."""
    glyphs = _letters(text)
    if not glyphs:
        return None if glyphs is None else 0
    return (sum(len(glyph[0]) for glyph in glyphs) + len(glyphs) - 1) * size


def word_height(size: int) -> int:
    """Rows of a block word."""
    return -(-WORD_ROWS * size // 2)


def _letters(text: str) -> list[Pixels] | None:
    """Glyphs of a text: accents are left off, small letters drawn as capitals."""
    font = _font(LETTERS, WORD_ROWS) | _font(SIGNS, WORD_ROWS)
    font[" "] = ((False,) * SPACE,) * WORD_ROWS
    plain = unicodedata.normalize("NFKD", text.upper().replace("’", "'"))
    wanted = [character for character in plain if not unicodedata.combining(character)]
    return [font[character] for character in wanted] if all(character in font for character in wanted) else None


def _rows(glyphs: list[Pixels], scale: int, gap: int) -> list[str]:
    """Glyphs side by side, scaled, as rows of cells."""
    if not glyphs:
        return []
    height = len(glyphs[0]) * scale
    lines = [_half_row(glyphs, y // scale, scale, gap) for y in range(height)]
    lines += [(False,) * len(lines[0])] * (height % 2)
    pairs = zip(lines[::2], lines[1::2], strict=True)
    return ["".join(map(_CELLS.__getitem__, zip(upper, lower, strict=True))) for upper, lower in pairs]


def _half_row(glyphs: list[Pixels], y: int, scale: int, gap: int) -> tuple[bool, ...]:
    out: list[bool] = []
    for number, glyph in enumerate(glyphs):
        out += [False] * (gap if number else 0)
        out += [pixel for pixel in glyph[y] for _ in range(scale)]
    return tuple(out)


@cache
def _font(picture: str, rows: int) -> dict[str, Pixels]:
    """Glyphs of a picture, cut where the names in its first line stand."""
    names, *lines = picture.rstrip("\n").split("\n")
    starts = [at for at, name in enumerate(names) if name != " "]
    ends = [*(start - 1 for start in starts[1:]), max(map(len, lines))]
    return {names[start]: _pixels(lines, start, end, rows) for start, end in zip(starts, ends, strict=True)}


def _pixels(lines: list[str], start: int, end: int, rows: int) -> Pixels:
    cells = [line.ljust(end)[start:end] for line in lines]
    width = max(len(row.rstrip()) for row in cells)
    halves = [tuple(cell in marks for cell in row[:width]) for row in cells for marks in ("█▀", "█▄")]
    return tuple(halves[:rows])


# ruff: noqa: E501

#: Digits of 7 x 10 pixels and a colon of 2 x 10, strokes of 2.
DIGITS = """\
0       1       2       3       4       5       6       7       8       9       :
▄█████▄  ▄███   ▄█████▄ ██████▄ ██   ██ ███████ ▄██████ ███████ ▄█████▄ ▄█████▄
██   ██ ▀▀███        ██      ██ ██   ██ ██      ██           ██ ██   ██ ██   ██ ██
██   ██   ███   ▄█████▀   █████ ███████ ██████▄ ██████▄     ██   █████  ▀██████
██   ██   ███   ██           ██      ██      ██ ██   ██    ██   ██   ██      ██ ██
▀█████▀ ███████ ███████ ██████▀      ██ ██████▀ ▀█████▀    ██   ▀█████▀ ██████▀
"""

#: Letters of 4 x 5 pixels (some are narrower or wider), strokes of 1.
LETTERS = """\
A    B    C    D    E    F    G    H    I J    K    L    M     N    O    P    Q    R    S    T     U    V     W     X    Y     Z
▄▀▀▄ █▀▀▄ ▄▀▀▀ █▀▀▄ █▀▀▀ █▀▀▀ ▄▀▀▀ █  █ █    █ █ ▄▀ █    █▄ ▄█ █▄ █ ▄▀▀▄ █▀▀▄ ▄▀▀▄ █▀▀▄ ▄▀▀▀ ▀▀█▀▀ █  █ █   █ █   █ █  █ ▀▄ ▄▀ ▀▀█▀
█▀▀█ █▀▀▄ █    █  █ █▀▀  █▀▀  █ ▀█ █▀▀█ █ ▄  █ █▀▄  █    █ ▀ █ █ ▀█ █  █ █▀▀  █ ▄█ █▀█   ▀▀▄   █   █  █  █ █  █▄▀▄█ ▄▀▀▄   █   ▄▀
▀  ▀ ▀▀▀   ▀▀▀ ▀▀▀  ▀▀▀▀ ▀     ▀▀▀ ▀  ▀ ▀  ▀▀  ▀  ▀ ▀▀▀▀ ▀   ▀ ▀  ▀  ▀▀  ▀     ▀▀▀ ▀  ▀ ▀▀▀    ▀    ▀▀    ▀   ▀   ▀ ▀  ▀   ▀   ▀▀▀▀
"""

#: Figures and signs of the same height; < and > are the triangles of LEFT and RIGHT.
SIGNS = """\
0    1   2    3    4    5    6    7    8    9    /   -   <   >   ,  ' :
▄▀▀▄ ▄█  ▀▀▀▄ ▀▀▀▄ █  █ █▀▀▀ ▄▀▀  ▀▀▀█ ▄▀▀▄ ▄▀▀▄   █      ▄█ █▄     █ ▄
█  █  █  ▄▀▀   ▀▀▄ ▀▀▀█ ▀▀▀▄ █▀▀▄  ▄▀  ▄▀▀▄  ▀▀█ ▄▀  ▀▀▀ ▀██ ██▀  ▄   ▄
 ▀▀  ▀▀▀ ▀▀▀▀ ▀▀▀     ▀ ▀▀▀   ▀▀   ▀    ▀▀   ▀▀  ▀         ▀ ▀   ▀
"""
