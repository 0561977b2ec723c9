"""Frame of the log's pages: tabs in the head, the progress of reading, and the way to other pages."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import ClassVar, Protocol, Self

from rich.cells import cell_len
from textual import events, work
from textual.types import CSSPathType
from textual.widgets import Static

from glutetimer.core.log.query import LogBook, LogRows, Opened
from glutetimer.core.settings.config import Config
from glutetimer.tui.log.common.memory import Goto, Memory
from glutetimer.tui.log.common.tabs import LOG_TABS, Tab
from glutetimer.tui.widgets.click_line import ClickLine
from glutetimer.tui.widgets.page import Page

__all__ = ["Clock", "Goto", "LogPage", "Memory", "Tab"]

#: Current time, with the offset of this place.
Clock = Callable[[], datetime]

#: Seconds between two updates of the progress of reading.
LOOK = 0.25
#: Columns of the progress bar.
BAR = 20


class LogDesk(Protocol):
    """Program behind the log."""

    @property
    def config(self) -> Config: ...

    @property
    def deleted(self) -> list[Opened]:
        """Workouts moved to the trash since the program was started, the latest last; the list may be changed."""
        ...

    def log(self) -> LogBook: ...

    def change(self, changes: Mapping[str, object]) -> str: ...


class LogPage(Page[Goto | None]):
    """Page of the log. Dismisses with the next page, or None to leave the log.

    Subclasses give TAB, TABLE and BINDINGS as for any page, `body`, `show` (draw the rows as they are known: at first,
    at another size, and when the log was read), and `says` (texts at the right of the head).
    """

    TAB: ClassVar[Tab] = "history"
    #: Parts that are drawn on.
    PARTS: ClassVar[tuple[str, ...]] = ("#head", "#foot")
    CSS_PATH: ClassVar[CSSPathType | None] = "../common/log.tcss"

    def __init__(self, book: LogBook, memory: Memory, clock: Clock) -> None:
        super().__init__()
        self.book = book
        self.memory = memory
        self.clock = clock

    @classmethod
    def opened(cls, book: LogBook, memory: Memory, clock: Clock, program: LogDesk) -> Self:
        """Make the page, with all that it wants of the program."""
        return cls(book, memory, clock)

    @property
    def today(self) -> date:
        """Current day at this place."""
        return self.clock().date()

    @property
    def rows(self) -> LogRows:
        """Rows of the log, as far as they are known."""
        return self.book.rows

    @property
    def reading(self) -> bool:
        """Whether the log is still being read."""
        return self.memory.reading.going

    @property
    def says(self) -> tuple[str, ...]:
        """Texts at the right of the head, the longest first: the first that fits is shown."""
        return ()

    def show(self) -> None:
        """Draw the rows as they are known."""

    def meanwhile(self) -> None:
        """Update while the log is read; `show` comes when it is done."""

    def on_mount(self) -> None:
        """Read the log, if that was not done since it was opened."""
        self._read(after_change=False)

    def read_again(self) -> None:
        """Read the latest changes; `show` follows when they are known."""
        self._read(after_change=True)

    @work
    async def _read(self, *, after_change: bool) -> None:
        reading = self.memory.reading
        looking = self.set_interval(LOOK, self._look)
        try:
            await (reading.again(self.rows) if after_change else reading.once(self.rows))
        finally:
            looking.stop()
        self.redraw()

    @property
    def whole(self) -> bool:
        """Whether all parts are there: an answer may come while the page is being removed, part by part."""
        return self.is_mounted and len(self.query(", ".join(self.PARTS))) == len(self.PARTS)

    def _look(self) -> None:
        if self.whole:
            self.draw_head()
            self.meanwhile()

    def redraw(self) -> None:
        """Draw head and page."""
        if self.whole:
            self.draw_head()
            self.show()

    def draw_head(self) -> None:
        """Draw the tabs, and the texts at their right."""
        head = self.query_one("#head", Static)
        width = head.size.width or self.size.width - 2
        line = tabs(self.TAB, narrow=self.has_class("-narrow"))
        right = next((said for said in self._right() if line.width + 2 + cell_len(said) <= width), "")
        head.update(line.pad(width - cell_len(right)).add(right, "$text-muted").content())

    def _right(self) -> tuple[str, ...]:
        return how_far(*self.rows.progress()) if self.reading else self.says

    def on_click(self, event: events.Click) -> None:
        """Go to the clicked tab."""
        head = self.query_one("#head")
        if event.widget is head:
            event.stop()
            found = tabs(self.TAB, narrow=self.has_class("-narrow")).at(event.screen_x - head.region.x)
            for tab in LOG_TABS:
                if tab.name == found:
                    self.action_tab(tab.name)

    def action_tab(self, tab: Tab) -> None:
        """Go to another page of the log."""
        if tab != self.TAB:
            self.dismiss(Goto(tab))

    def action_leave(self) -> None:
        """Leave the log."""
        self.dismiss(None)


def tabs(at: Tab, *, narrow: bool) -> ClickLine:
    """Left of the head; each tab can be clicked."""
    line = ClickLine().add("Log", "bold").add(" " if narrow else "     ")
    for tab in LOG_TABS:
        line.add(f" {tab.key} {tab.title} ", "bold reverse" if tab.name == at else "$text-muted", tab.name)
        line.add("" if narrow else " ")
    return line


def how_far(done: int, of: int) -> tuple[str, ...]:
    """Progress of reading in words, the longest first."""
    if not of:
        return "reading the log", "reading"
    full = round(BAR * min(done, of) / of)
    words = f"reading {done:,} of {of:,}"
    return (f"{words}  {'■' * full}{'□' * (BAR - full)}", words, f"{100 * min(done, of) // of} % read", "reading")
