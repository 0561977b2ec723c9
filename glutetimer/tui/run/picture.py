"""Widget with the run's picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events
from textual.message import Message

from glutetimer.tui.drawing.painted import Painted
from glutetimer.tui.run.paint.stage import paint

if TYPE_CHECKING:
    from glutetimer.core.run.view import View
    from glutetimer.tui.run.paint.notes import Notes


class Stage(Painted):
    """Shows one view at a time. It has no clock: its owner calls `show`."""

    class Clicked(Message):
        """A click anywhere on the run."""

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[View, Notes] | None = None

    def show(self, view: View, notes: Notes) -> None:
        """Paint the view; only cells that differ from the last picture are drawn."""
        self._shown = (view, notes)
        if self.size:
            self.put(paint(view, self.size.width, self.size.height, notes))

    def on_resize(self) -> None:
        """Paint the view for another size."""
        if self._shown is not None:
            self.show(*self._shown)

    def on_click(self, event: events.Click) -> None:
        event.stop()
        self.post_message(self.Clicked())
