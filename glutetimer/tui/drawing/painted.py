"""Widget that shows canvases: line by line, and only the cells that changed."""

from __future__ import annotations

from rich.segment import Segment
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from glutetimer.core.values import replace
from glutetimer.tui.drawing.canvas import GROUND, Canvas
from glutetimer.tui.drawing.theme import palette_of, style_of


class Painted(Widget):
    """Shows a canvas. `raised` ones lie on the panel's ground."""

    raised = False

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._canvas: Canvas | None = None
        self._theme = ""

    def put(self, canvas: Canvas) -> None:
        """Draw what differs from the last picture."""
        before = self._canvas if self._theme == self.app.theme else None
        self._canvas, self._theme = canvas, self.app.theme
        regions = [Region(x0, y, x1 - x0, 1) for y, x0, x1 in canvas.changes(before)]
        if regions:
            self.refresh(*regions)

    def render_line(self, y: int) -> Strip:
        """Draw one row of the picture."""
        palette = palette_of(self.app.theme)
        if self.raised and palette.panel != palette.background:  # The terminal's own palette stays as it is.
            palette = replace(palette, background=palette.panel)
        if self._canvas is None or y >= self._canvas.height:  # With a style: filters (NO_COLOR) need one.
            return Strip.blank(self.size.width, style_of(GROUND, palette))
        return Strip([Segment(text, style_of(look, palette)) for text, look in self._canvas.row(y)])
