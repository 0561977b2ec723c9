"""Largest size of a word in the room there is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glutetimer.tui.drawing.block_letters import WORD_ROWS, word, word_height, word_width

if TYPE_CHECKING:
    from glutetimer.tui.run.paint.layout import Grid


def word_size(texts: tuple[str, ...], width: int, rows: int) -> int:
    """Largest size at which every text fits; 0 where even the smallest is too large."""
    widths = [word_width(text, 1) for text in texts]
    known = [wide for wide in widths if wide]
    if not known or len(known) < len(texts):
        return 0
    return max(0, min(rows * 2 // WORD_ROWS, *(width // wide for wide in known)))


def beside_size(texts: tuple[str, ...], x: int, places: Grid, rows: int) -> int:
    """Largest size for words from column x on; the smallest may run to the very edge."""
    return word_size(texts, places.right - x, rows) or word_size(texts, places.width - x, word_height(1))


def largest(text: str, width: int, rows: int) -> list[str]:
    """Text as large as it fits, its words below each other where that makes them larger; [] where nothing fits."""
    parts = tuple(text.split())
    whole, apart = word_size((text,), width, rows), word_size(parts, width, (rows + 1) // max(1, len(parts)) - 1)
    if len(parts) < 2 or whole >= apart:
        return (word(text, whole) or []) if whole else []
    lines = [row for part in parts for row in (*(word(part, apart) or []), "")]
    return lines[:-1]
