"""Rows to answer with: a label, and values that the arrow keys or a click choose."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from glutetimer.tui.widgets.click_line import ClickLine

#: Columns of a row's label, its mark included.
LABEL = 18
#: Style of the value that the arrow keys change.
LIT = "bold reverse"


class Row(Widget, can_focus=True):
    """Line with a label; the one in focus is marked and takes the keys. Screens call its verbs."""

    DEFAULT_CLASSES = "row"

    class Changed(Message):
        """Another value was chosen."""

        def __init__(self, row: Row) -> None:
            super().__init__()
            self.row = row

        @property
        def control(self) -> Row:
            """Row of the message, for `@on` with a selector."""
            return self.row

    def __init__(self, label: str, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self.label = label

    def step(self, by: int) -> None:
        """Go to the next (+1) or the previous (-1) value or cell."""

    def turn(self) -> None:
        """Go to the next value, where there is only one key for it."""
        self.step(1)

    def more(self, by: int) -> None:
        """Choose one more (+1) or less (-1); as `step` where there is no number."""
        self.step(by)

    def toggle(self) -> None:
        """Take in or out."""

    def hit(self, tag: object) -> None:
        """Handle a click on a part with this tag."""

    def line(self) -> ClickLine:
        """Line of the row as it looks now."""
        return self.start()

    def start(self) -> ClickLine:
        """Start of the line: mark and label."""
        mark = "► " if self.has_focus else "  "
        return ClickLine().add(f"{mark}{self.label}", "bold" if self.has_focus else "").pad(LABEL)

    def changed(self) -> None:
        """Draw the row, and report the change."""
        self.refresh()
        self.post_message(self.Changed(self))

    def render(self) -> Content:
        return self.line().content()

    def get_content_height(self, container: object, viewport: object, width: int) -> int:
        """Height: one line."""
        return 1

    def on_focus(self) -> None:
        self.refresh()

    def on_blur(self) -> None:
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        """Focus the clicked row, and pass on the part that was hit."""
        event.stop()
        tag = self.line().at(event.x)
        self.focus()
        if tag is not None:
            self.hit(tag)


class ChoiceRow(Row):
    """Row of several values: one shown between arrows, or all beside each other (`spread`) with the chosen one lit."""

    def __init__(
        self,
        label: str,
        choices: Sequence[tuple[object, str]],
        chosen: object = None,
        *,
        spread: bool = False,
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        """`choices` are values with their words; a `chosen` value outside them leaves the row open."""
        super().__init__(label, id=id, classes=classes)
        self._choices = tuple(choices)
        self._spread = spread
        self.value = chosen

    @property
    def words(self) -> str:
        """Chosen value in words, "" where the row is open."""
        return dict(self._choices).get(self.value, "")

    def offer(self, choices: Sequence[tuple[object, str]], chosen: object) -> None:
        """Replace the values to choose from."""
        self._choices = tuple(choices)
        self.value = chosen
        self.refresh()

    def step(self, by: int) -> None:
        """Go to the next value.

        Between arrows go round; with all values beside each other stop at the ends, and start at the first.
        """
        values = [value for value, _ in self._choices]
        if self.value not in values:
            self.choose(values[0])
            return
        place = values.index(self.value) + by
        self.choose(values[max(0, min(place, len(values) - 1)) if self._spread else place % len(values)])

    def hit(self, tag: object) -> None:
        """Choose the clicked value; on an arrow, step."""
        if isinstance(tag, int):
            self.step(tag)
        elif isinstance(tag, tuple):
            self.choose(tag[0])

    def choose(self, value: object) -> None:
        """Choose a value."""
        if value != self.value:
            self.value = value
            self.changed()

    def line(self) -> ClickLine:
        return self._all(self.start()) if self._spread else self._one(self.start())

    def _one(self, line: ClickLine) -> ClickLine:
        if not self.has_focus:
            return line.add(f"  {self.words}", tag=1)
        return line.add("◄ ", LIT, tag=-1).add(self.words, LIT, tag=1).add(" ►", LIT, tag=1)

    def _all(self, line: ClickLine) -> ClickLine:
        for value, words in self._choices:
            chosen = value == self.value
            lit = f" {words} " if self.has_focus or not chosen else f"[{words}]"
            line.add(lit, LIT if chosen and self.has_focus else "bold" if chosen else "", tag=(value,))
        return line


class ToggleRow(Row):
    """Several things, each in (■) or out (□); a cursor goes between them."""

    def __init__(
        self,
        label: str,
        things: Sequence[tuple[str, str]],
        chosen: Sequence[str] = (),
        *,
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        """`things` are values with their words."""
        super().__init__(label, id=id, classes=classes)
        self._things = tuple(things)
        self._cursor = 0
        self.chosen = frozenset(chosen)

    @property
    def values(self) -> tuple[str, ...]:
        """Values that are in, in the order of the row."""
        return tuple(value for value, _ in self._things if value in self.chosen)

    def step(self, by: int) -> None:
        """Move the cursor, going round."""
        self._cursor = (self._cursor + by) % len(self._things)
        self.refresh()

    def toggle(self) -> None:
        """Take the thing under the cursor in or out."""
        self.chosen ^= {self._things[self._cursor][0]}
        self.changed()

    def more(self, by: int) -> None:
        """Take in with more, out with less."""
        if (self._things[self._cursor][0] in self.chosen) != (by > 0):
            self.toggle()

    def hit(self, tag: object) -> None:
        """Take the clicked thing in or out."""
        if isinstance(tag, int):
            self._cursor = tag
            self.toggle()

    def line(self) -> ClickLine:
        line = self.start()
        for place, (value, words) in enumerate(self._things):
            under = self.has_focus and place == self._cursor
            text = f"{'■' if value in self.chosen else '□'} {words}"
            line.add(f" {text} ", LIT if under else "", tag=place).add(" ")
        return line
