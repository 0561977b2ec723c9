"""What a line becomes on its way to a terminal: without colours where none are wanted, in characters that it has."""

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

#: From here on a ground is another one than the screen's, out of 1.
_OTHER_GROUND = 0.3


def no_colour(environment: Mapping[str, str]) -> bool:
    """Whether no colours are wanted: NO_COLOR is set, and not empty (no-color.org)."""
    return bool(environment.get("NO_COLOR"))


class Uncoloured(LineFilter):
    """No colour at all, neither greys nor grounds; what stands out by its ground is reversed."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The same line in the terminal's own two colours."""
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
    """How much lighter or darker it is, 0 to 1; the terminal's own ground is the screen's."""
    if ground.is_default:
        return 0.0
    return abs(Color.from_rich_color(ground).brightness - background.brightness)


class Encodable(LineFilter):
    """Only characters that the terminal's encoding has, each as wide as the one in whose place it stands."""

    def __init__(self, encoding: str) -> None:
        super().__init__()
        self._encoding = encoding

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The same line, as wide."""
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
    """Those that this terminal wants, after all others."""
    found: list[LineFilter] = [Uncoloured()] if no_colour(environment) else []
    encoding = terminal_encoding()
    return [*found, Encodable(encoding)] if encoding else found


def terminal_encoding() -> str:
    """In which the screen is written; "" where every character can be."""
    encoding = (getattr(sys.__stderr__, "encoding", None) or "utf-8").lower().replace("_", "-")
    return "" if encoding.startswith("utf") else encoding
