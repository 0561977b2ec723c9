"""Grid of cells, each with a character and a look; compared with the last picture, to draw as little as possible."""

from __future__ import annotations

import unicodedata
from typing import Literal

from msgspec import Struct
from rich.cells import cell_len

from glutetimer.core.values import replace
from glutetimer.tui.drawing.text import cells

Role = Literal["text", "muted", "work", "rest", "ready", "alarm", "good", "line", "ground"]


class Look(Struct, frozen=True):
    """Look of a cell: its role in the palette, and attributes that do not depend on colour."""

    role: Role = "text"
    bold: bool = False
    reverse: bool = False
    dim: bool = False


PLAIN = Look()
#: Look of untouched cells. It is a look of its own: blanks drawn together with words move the words in pictures.
GROUND = Look("ground")
#: Categories that join the character before. Joiners and selectors, which would change its width, are left out.
MARKS = ("Mn", "Mc", "Me")
SELECTORS = frozenset(map(chr, range(0xFE00, 0xFE10)))
#: Unchanged cells between two changes that are drawn with them: to jump over them costs the terminal as much.
CLOSE = 8
#: A changed stretch of a row: y, the first column, the column after the last.
Change = tuple[int, int, int]


class Canvas:
    """Cells of one screen. Text outside is not drawn; a wide character takes two cells, the second empty."""

    def __init__(self, width: int, height: int) -> None:
        self.width = width
        self.height = height
        self.chars = [[" "] * width for _ in range(height)]
        self.looks = [[GROUND] * width for _ in range(height)]

    def put(self, x: int, y: int, text: str, look: Look = PLAIN) -> int:
        """Write a text from x on, cut at the right edge; return the column after it."""
        if x >= 0 and 0 <= y < self.height and text.isascii() and text.isprintable():  # a cell each: nearly all texts
            shown = text[: max(0, self.width - x)]
            self.chars[y][x : x + len(shown)] = shown
            self.looks[y][x : x + len(shown)] = [look] * len(shown)
            return x + len(text)
        for character in text:
            wide = cell_len(character)
            if wide == 0:
                self._join(x, y, character)
                continue
            if 0 <= y < self.height and x >= 0 and x + wide <= self.width:
                self._set(x, y, character, wide, look)
            x += wide
        return x

    def put_right(self, right: int, y: int, text: str, look: Look = PLAIN) -> int:
        """Write a text that ends before column `right`; return the column where it starts."""
        x = right - cells(text)
        self.put(x, y, text, look)
        return x

    def block(self, x: int, y: int, rows: list[str], look: Look) -> None:
        """Draw rows of cells, a character each; their blanks leave what is there."""
        for down, row in enumerate(rows[: max(0, self.height - y)], y):
            if down < 0:
                continue
            for across, cell in enumerate(row[: max(0, self.width - x)], x):
                if cell != " " and across >= 0:
                    self.chars[down][across] = cell
                    self.looks[down][across] = look

    def fill(self, x: int, y: int, width: int, character: str, look: Look) -> None:
        """Repeat a character over a stretch of a row."""
        self.put(x, y, character * max(0, width), look)

    def dim(self, keep: int = 0) -> None:
        """Dim everything under a card, all but the first `keep` rows."""
        for row in self.looks[keep:]:
            row[:] = [replace(look, dim=True, reverse=False) for look in row]

    def flash(self, role: Role) -> None:
        """Reverse the whole canvas in one colour: from dark to bright, or from bright to dark."""
        for row in self.looks:
            row[:] = [Look(role, reverse=True, bold=look.bold) for look in row]

    def row(self, y: int) -> list[tuple[str, Look]]:
        """Row as texts of one look each."""
        out: list[tuple[str, Look]] = []
        for character, look in zip(self.chars[y], self.looks[y], strict=True):
            if out and out[-1][1] == look:
                out[-1] = (out[-1][0] + character, look)
            else:
                out.append((character, look))
        return out

    def text(self) -> str:
        """Canvas as lines without their trailing blanks: for tests and for looking."""
        return "\n".join("".join(row).rstrip() for row in self.chars)

    def changes(self, before: Canvas | None) -> list[Change]:
        """Stretches that differ from another canvas; all rows where it has another size."""
        if before is None or (before.width, before.height) != (self.width, self.height):
            return [(y, 0, self.width) for y in range(self.height)]
        return [(y, x0, x1) for y in range(self.height) for x0, x1 in self._stretches(before, y)]

    def _stretches(self, before: Canvas, y: int) -> list[tuple[int, int]]:
        """Stretches of a row that differ; close ones are joined."""
        if self.chars[y] == before.chars[y] and self.looks[y] == before.looks[y]:
            return []
        cells = zip(self.chars[y], before.chars[y], self.looks[y], before.looks[y], strict=True)
        out: list[tuple[int, int]] = []
        for x, (character, old, look, old_look) in enumerate(cells):
            if character == old and look == old_look:
                continue
            start = out.pop()[0] if out and x - out[-1][1] <= CLOSE else x
            out.append((start, x + 1))
        return [(self._start(before, start, y), self._end(before, end, y)) for start, end in out]

    def _start(self, before: Canvas, x: int, y: int) -> int:
        """Move a start out of the middle of a wide character, a new one or an old one."""
        return x - 1 if x and "" in (self.chars[y][x], before.chars[y][x]) else x

    def _end(self, before: Canvas, x: int, y: int) -> int:
        """Move an end out of the middle of a wide character, a new one or an old one."""
        return x + 1 if x < self.width and "" in (self.chars[y][x], before.chars[y][x]) else x

    def _set(self, x: int, y: int, character: str, wide: int, look: Look) -> None:
        self.chars[y][x] = character
        self.looks[y][x] = look
        if wide == 2:
            self.chars[y][x + 1] = ""
            self.looks[y][x + 1] = look

    def _join(self, x: int, y: int, character: str) -> None:
        """Add a combining character to the cell before it."""
        if 0 <= y < self.height and 0 < x <= self.width and _is_mark(character):
            at = x - 1 if self.chars[y][x - 1] or x < 2 else x - 2
            self.chars[y][at] += character


def _is_mark(character: str) -> bool:
    return unicodedata.category(character) in MARKS and character not in SELECTORS
