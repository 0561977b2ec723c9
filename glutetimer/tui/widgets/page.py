"""Frame of all screens but the run: a head, a body of at most 120 columns, a foot that names the keys."""

from __future__ import annotations

from typing import ClassVar, TypeVar

from rich.cells import cell_len
from textual import events
from textual.app import ComposeResult
from textual.await_complete import AwaitComplete
from textual.containers import VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.screen import Screen
from textual.scrollbar import ScrollBar
from textual.widget import Widget
from textual.widgets import Static

from glutetimer.tui.card.help import keys_card
from glutetimer.tui.run.paint.layout import LEAST, ROOMY
from glutetimer.tui.widgets.click_line import ClickLine
from glutetimer.tui.widgets.keys import HELP, Key, Table
from glutetimer.tui.widgets.row import Row
from glutetimer.tui.widgets.scroll_bars import LineBar

Result = TypeVar("Result")

#: From this size on there is room beside the body, and for free rows between its parts.
WIDE, TALL = 100, 34
#: From this many rows on the body stands lower, not stuck to the top of much empty space.
VAST = 50

ScrollBar.renderer = LineBar


class Foot(Widget):
    """Last line: the main key and its label, always bottom left; other keys as far as there is room."""

    class Pressed(Message):
        """A key was clicked."""

        def __init__(self, key: Key) -> None:
            super().__init__()
            self.key = key

    def __init__(self, table: Table) -> None:
        super().__init__(id="foot")
        self._main = next(key for key in table if "enter" in key.keys)
        self._hints = [key for key in table if key.hint]
        self._says = ""
        self._typing = False

    def say(self, what: str, *, typing: bool = False) -> None:
        """Set the label of the main key, "" where it does nothing; while `typing`, letters are no keys."""
        self._says, self._typing = what, typing
        self.refresh()

    def line(self) -> ClickLine:
        """Line of the foot as it looks now."""
        line = ClickLine()
        if self._says:
            line.add(" Enter ", "bold reverse", self._main).add(" ").add(self._says, "bold", self._main)
        hints = [] if self._typing else list(self._hints)
        while hints and line.width + 3 + _wide(hints) > self.size.width:
            hints.remove(_least(hints))
        line.pad(self.size.width - _wide(hints))
        for place, key in enumerate(hints):
            line.add("   " if place else "").add(_hint(key), "$text-muted", key)
        return line

    def render(self) -> Content:
        return self.line().content()

    def on_click(self, event: events.Click) -> None:
        """Press the clicked key."""
        event.stop()
        key = self.line().at(event.x)
        if isinstance(key, Key):
            self.post_message(self.Pressed(key))


def _least(keys: list[Key]) -> Key:
    """Choose the hint to drop where there is no room: the last one, but the keys card and the way out stay longest."""
    return next((key for key in reversed(keys) if key != HELP and key.action != "leave"), keys[0])


def _hint(key: Key) -> str:
    return f"{key.shown.split()[0]} {key.hint}"


def _wide(keys: list[Key]) -> int:
    return sum(cell_len(_hint(key)) for key in keys) + 3 * max(0, len(keys) - 1)


class Body(VerticalScroll, can_focus=False, inherit_bindings=False):
    """Scrolls to the row in focus; the arrow keys belong to the rows."""


class Page(Screen[Result]):
    """Subclasses give their TABLE of keys (and BINDINGS made of it), `body` and the action of each key.

    Only the page on top acts: keys and clicks that were on their way when another screen came are ignored.
    """

    TABLE: ClassVar[Table] = ()
    HORIZONTAL_BREAKPOINTS = [(0, "-tiny-x"), (LEAST[0], "-narrow"), (72, "-usual"), (WIDE, "-wide")]  # noqa: RUF012
    VERTICAL_BREAKPOINTS = [(0, "-tiny-y"), (LEAST[1], "-low"), (ROOMY, "-roomy"), (TALL, "-tall")]  # noqa: RUF012

    def compose(self) -> ComposeResult:
        yield Static(id="head", markup=False)
        with Body(id="body"):
            yield from self.body()
        yield Foot(self.TABLE)
        yield Static(id="tiny", markup=False)

    def body(self) -> ComposeResult:
        """Widgets between head and foot."""
        yield from ()

    def head(self, left: str, right: str = "", style: str = "bold") -> None:
        """Set the head: the page's name (left), and its state (right)."""
        line = ClickLine().add(left, style)
        width = self.query_one("#head").size.width or self.size.width - 2
        line.pad(width - cell_len(right)).add(right if line.width + cell_len(right) <= width else "", "$text-muted")
        self.query_one("#head", Static).update(line.content())

    def foot(self, says: str, *, typing: bool = False) -> None:
        """Set the label of the main key; while `typing`, letters are no keys."""
        self.query_one(Foot).say(says, typing=typing)

    def on_resize(self) -> None:
        """Draw for the new size; below the least size show only a request for more room."""
        width, height = self.app.size
        self.set_class(height >= VAST, "-vast")
        self.query_one("#tiny", Static).update(f"Make the window {LEAST[0]}x{LEAST[1]} (now {width}x{height}).")
        self.call_after_refresh(self.redraw)

    def redraw(self) -> None:
        """Draw the parts that depend on the width."""

    def on_foot_pressed(self, event: Foot.Pressed) -> None:
        """Press the clicked key."""
        self.do(event.key)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Whether the page may act: it is there, and no other screen is on top."""
        return self.is_mounted and self.is_active

    def dismiss(self, result: Result | None = None) -> AwaitComplete:
        """Leave once: further keys or clicks of the same burst leave no other screen."""
        return super().dismiss(result) if self.is_active else AwaitComplete()

    def do(self, key: Key) -> None:
        """Do what a key of the table is for."""
        self.call_later(self.run_action, key.action)

    @property
    def row(self) -> Row | None:
        """Row that has the focus."""
        return self.focused if isinstance(self.focused, Row) else None

    def action_row(self, by: int) -> None:
        """Go to the next or the previous row; stop at the ends."""
        rows = [row for row in self.query(Row) if row.display and not row.disabled]
        place = rows.index(self.row) + by if self.row in rows else 0
        if 0 <= place < len(rows):
            self.set_focus(rows[place])  # at once: the next key may wait already

    def action_side(self, by: int) -> None:
        """Choose the next or the previous value."""
        if self.row is not None:
            self.row.step(by)

    def action_turn(self) -> None:
        """Choose the next value, going round."""
        if self.row is not None:
            self.row.turn()

    def action_more(self, by: int) -> None:
        """Choose more or less."""
        if self.row is not None:
            self.row.more(by)

    def action_flip(self) -> None:
        """Take in or out."""
        if self.row is not None:
            self.row.toggle()

    def action_keys(self) -> None:
        """Show the keys of this screen."""
        self.app.push_screen(keys_card(self.TABLE))
