"""Line of text whose parts can be clicked."""

from __future__ import annotations

from rich.cells import cell_len
from textual.content import Content


class ClickLine:
    """Collects parts from the left; `at` finds the tag in a column."""

    def __init__(self) -> None:
        self._parts: list[tuple[str, str]] = []
        self._tags: list[tuple[int, int, object]] = []
        self.width = 0

    def add(self, text: str, style: str = "", tag: object = None) -> ClickLine:
        """Add a part in a style of Textual's markup; a click on it reports `tag`."""
        wide = cell_len(text)
        if tag is not None:
            self._tags.append((self.width, self.width + wide, tag))
        self._parts.append((text, style))
        self.width += wide
        return self

    def pad(self, width: int) -> ClickLine:
        """Add blanks up to a column."""
        return self.add(" " * max(0, width - self.width))

    def at(self, x: int) -> object:
        """Tag in this column, None where there is none."""
        return next((tag for first, after, tag in self._tags if first <= x < after), None)

    def content(self) -> Content:
        """Line as Textual shows it."""
        return Content.assemble(*self._parts)
