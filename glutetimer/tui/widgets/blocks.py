"""Word in block letters, as large as it fits; else in bold."""

from __future__ import annotations

from textual.content import Content
from textual.widget import Widget

from glutetimer.tui.drawing.block_letters import word, word_height
from glutetimer.tui.run.paint.fitting import word_size


class Blocks(Widget):
    """Shows one text; at most `rows` high, at least as wide as its place allows."""

    DEFAULT_CLASSES = "blocks"

    def __init__(self, text: str, rows: int, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._text = text
        self._rows = rows

    @property
    def text(self) -> str:
        """Text that is shown."""
        return self._text

    def say(self, text: str) -> None:
        """Show another text."""
        self._text = text
        self.refresh(layout=True)

    def get_content_height(self, container: object, viewport: object, width: int) -> int:
        """Height of the letters at this width."""
        size = self._scale(width)
        return word_height(size) if size else 1

    def render(self) -> Content:
        size = self._scale(self.size.width)
        rows = word(self._text, size) if size else None
        return Content("\n").join(Content(row) for row in rows) if rows else Content(self._text).stylize("bold")

    def _scale(self, width: int) -> int:
        return word_size((self._text,), width, self._rows)
