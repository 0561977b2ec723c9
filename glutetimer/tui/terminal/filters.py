"""Filters for lines on their way to a terminal: without colours where none are wanted, in characters that it has."""

from __future__ import annotations

import sys
from collections.abc import Mapping

from rich.cells import cell_len
from rich.color import Color as RichColor
from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter

from glutetimer.core.text.encoding import encodable

#: Least difference in brightness, out of 1, from the screen's ground that counts as another ground.
_OTHER_GROUND = 0.3


def no_colour(environment: Mapping[str, str]) -> bool:
    """Whether no colours are wanted: NO_COLOR is set, and not empty (no-color.org)."""
    return bool(environment.get("NO_COLOR"))


class Uncoloured(LineFilter):
    """Filter without colours, greys or grounds; text on another ground is reversed."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """Same line in the terminal's own two colours."""
        return [Segment(text, style and _plain(style, background), control) for text, style, control in segments]


def _plain(style: Style, background: Color) -> Style:
    stands_out = style.bgcolor is not None and _light(style.bgcolor, background) > _OTHER_GROUND
    return Style(
        bold=style.bold,
        italic=style.italic,
        underline=style.underline,
        reverse=bool(style.reverse) is not stands_out,
        meta=style.meta,
    )


def _light(ground: RichColor, background: Color) -> float:
    """Difference in brightness from the screen's ground, 0 to 1; the terminal's own ground is the screen's."""
    if ground.is_default:
        return 0.0
    return abs(Color.from_rich_color(ground).brightness - background.brightness)


class Encodable(LineFilter):
    """Filter to the characters of the terminal's encoding; each replacement is as wide as the original."""

    def __init__(self, encoding: str) -> None:
        super().__init__()
        self._encoding = encoding

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """Same line, as wide."""
        return [Segment(self._in(text), style, control) for text, style, control in segments]

    def _in(self, text: str) -> str:
        if text.isascii():
            return text
        plain = encodable(text, self._encoding)
        if cell_len(plain) == cell_len(text):
            return plain
        return "".join(
            encodable(one, self._encoding).ljust(cell_len(one), "?")[: max(1, cell_len(one))] for one in text
        )


def last_filters(environment: Mapping[str, str]) -> list[LineFilter]:
    """Filters that this terminal needs, after all others."""
    found: list[LineFilter] = [Uncoloured()] if no_colour(environment) else []
    encoding = terminal_encoding()
    return [*found, Encodable(encoding)] if encoding else found


def terminal_encoding() -> str:
    """Encoding in which the screen is written; "" where it has every character."""
    encoding = (getattr(sys.__stderr__, "encoding", None) or "utf-8").lower().replace("_", "-")
    return "" if encoding.startswith("utf") else encoding
