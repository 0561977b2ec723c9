"""The names of the history's columns."""

from __future__ import annotations

from textual.strip import Strip

from glutetimer.tui.log.history_line import columns, heading
from glutetimer.tui.stage_widget import Painted


class Heading(Painted):
    """One line, in the columns of the list."""

    def __init__(self) -> None:
        super().__init__(id="columns")

    def render_line(self, y: int) -> Strip:
        self._canvas = heading(columns(self.size.width))
        return super().render_line(y)
