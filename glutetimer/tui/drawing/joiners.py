"""Keep joiners within words but do not draw them: terminals and Textual count the cells after them differently."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rich.cells import cell_len
from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from glutetimer.core.text.clean import JOINERS, unjoined

#: Blanks after a blank: a column or a margin, some of which may be removed.
_ROOM = re.compile(r"(?<= ) +")


class Unjoined(LineFilter):
    """Draws lines without joiners, each as wide as it was meant to be."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """Same line without joiners; the cells by which a word grows come from the blanks after it, or from the end."""
        if not any(joiner in segment.text for segment in segments for joiner in JOINERS):
            return segments
        width = sum(cell_len(segment.text) for segment in segments)
        return Segment.adjust_line_length(list(_drawn(segments)), width)


def _drawn(segments: list[Segment]) -> Iterator[Segment]:
    owed = 0
    for segment in segments:
        text = unjoined(segment.text)
        owed += cell_len(text) - cell_len(segment.text)
        if owed and (room := _ROOM.search(text)):
            taken = min(owed, len(room.group()))
            text = text[: room.start()] + text[room.start() + taken :]
            owed -= taken
        yield Segment(text, segment.style, segment.control)
