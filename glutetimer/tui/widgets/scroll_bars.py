"""Scroll bars as a thin line in whole cells: no ground, no eighth blocks; without colour they look the same."""

from __future__ import annotations

from rich.color import Color
from rich.segment import Segment, Segments
from rich.style import Style
from textual.scrollbar import ScrollBarRender

LINE = "│"


class LineBar(ScrollBarRender):
    """Draws the visible part of the whole as a line; the rest of the bar is empty, and a click there scrolls a page."""

    @classmethod
    def render_bar(
        cls,
        size: int = 25,
        virtual_size: float = 50,
        window_size: float = 20,
        position: float = 0,
        thickness: int = 1,
        vertical: bool = True,
        back_color: Color = Color.parse("default"),  # noqa: B008
        bar_color: Color = Color.parse("default"),  # noqa: B008
    ) -> Segments:
        if not vertical or not (window_size and size and virtual_size > window_size):
            return Segments([Segment(" " * thickness, Style(bgcolor=back_color))] * size, new_lines=vertical)
        long = max(1, min(size - 1, round(size * window_size / virtual_size)))
        start = round((size - long) * position / (virtual_size - window_size))
        start = max(0, min(start, size - long))
        before = Segment(" " * thickness, Style(bgcolor=back_color, meta={"@mouse.down": "scroll_up"}))
        seen = Segment(LINE * thickness, Style(color=bar_color, bgcolor=back_color, meta={"@mouse.down": "grab"}))
        after = Segment(" " * thickness, Style(bgcolor=back_color, meta={"@mouse.down": "scroll_down"}))
        return Segments([before] * start + [seen] * long + [after] * (size - start - long), new_lines=True)
