"""History page: every workout, the newest first, to look into, to correct, to delete."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widgets import Static

from glutetimer.core.log.query import LogBook
from glutetimer.core.log.rows import WorkoutRow
from glutetimer.core.log.upto import Until
from glutetimer.core.text.problems import BadFile
from glutetimer.tui.log.common.keys import HISTORY
from glutetimer.tui.log.common.memory import ALL
from glutetimer.tui.log.common.page import Clock, Memory, Tab
from glutetimer.tui.log.history import filters
from glutetimer.tui.log.history.change import ChangingPage
from glutetimer.tui.log.history.list import Heading, HistoryList
from glutetimer.tui.log.history.opened import OpenedWorkout
from glutetimer.tui.log.history.pages import Listed
from glutetimer.tui.log.history.text import counted, nothing, others, unread_line, unreadable_card
from glutetimer.tui.widgets.keys import bindings

#: Most workouts of a filter that are read to find which of them count.
MOST_LOOKED_AT = 600


class HistoryPage(ChangingPage):
    """Page with one list; a workout opens in place."""

    TAB: ClassVar[Tab] = "history"
    TABLE = HISTORY
    PARTS = ("#head", "#foot", "#filter", "#columns", "#history", "#nothing", "#unread", "#said")
    BINDINGS: ClassVar[list[BindingType]] = bindings(HISTORY, first=True)

    def __init__(self, book: LogBook, memory: Memory, clock: Clock) -> None:
        super().__init__(book, memory, clock)
        self._total = self._counted = 0

    def body(self) -> ComposeResult:
        with Vertical(id="listing"):
            yield Static(id="filter", markup=False)
            yield Heading()
            yield HistoryList(self.today)
            yield Static(id="nothing", markup=False)
            yield Static(id="unread", markup=False)
            yield Static(id="said", markup=False)

    def on_mount(self) -> None:
        self.say("")
        self._list.focus()

    @property
    def says(self) -> tuple[str, ...]:
        """Number of workouts that count, and of those listed beside them."""
        return counted(self._counted, self._total)

    @property
    def _list(self) -> HistoryList:
        return self.query_one(HistoryList)

    @property
    def marked(self) -> WorkoutRow | None:
        return self._list.row

    def show(self) -> None:
        """Fill the list as everything is now; the mark stays on its workout, or at its place."""
        self._total = self.rows.count(ALL)
        self._counted = sum(Until(self.rows, self.clock()).weekly().values())
        listed = Listed(self.rows, self.wanted)
        place = self._place_in(listed)
        shown = [self._shown(one.row) for one in self._list.shown]
        self._list.fill(listed, self._list.marked if place is None else place, shown)
        self._remember()
        self._say_around(listed)
        self.say_after_delete()
        self.draw_head()

    def _place_in(self, listed: Listed) -> int | None:
        """Place of the mark: on the workout sought, if the log knows it already, else where it was."""
        if self.sought is not None and (place := listed.place_of(self.sought)) is not None:
            self.sought = None
            return place
        return 0 if self.memory.marked is None else listed.place_of(self.memory.marked)

    def meanwhile(self) -> None:
        """Show new workouts while the log is read."""
        if self.rows.count(ALL) != self._total:
            self.show()

    def _remember(self) -> None:
        self.memory.marked = self._list.row
        row = self._list.row
        self.foot("" if row is None else "fold" if self._list.is_open(self._list.marked) else "open")

    def _say_around(self, listed: Listed) -> None:
        """Show the filter, the columns, and the text in place of an empty list."""
        words, count = filters.in_words(self.wanted, self.rows), len(listed)
        beside = others(filter(None, map(listed.at, range(count)))) if words and count <= MOST_LOOKED_AT else ""
        said = f"{words}   {count:,} of {self._total:,}{beside}   x all"
        self.query_one("#filter", Static).update(said if words else "")
        for widget, so in ((self.query_one(Heading), count), (self._list, count)):
            widget.display = bool(so)
        self._put("#nothing", "" if count else nothing(words, reading=self.reading))
        self._put("#unread", unread_line(len(self.rows.unreadable())))

    def _put(self, where: str, words: str) -> None:
        found = self.query_one(where, Static)
        found.display = bool(words)
        found.update(words)

    def say(self, words: str) -> None:
        """Show the outcome of an action, or what went wrong."""
        self._put("#said", words)

    def on_history_list_marked(self) -> None:
        self.sought = None
        self._remember()

    def on_history_list_opened(self) -> None:
        self.action_unfold()

    def action_row(self, by: int) -> None:
        """Mark the next workout or the one before."""
        self._list.move(by)

    def action_page(self, by: int) -> None:
        """Move by a window."""
        self._list.page(by)

    def action_end(self, by: int) -> None:
        """Mark the newest or the oldest workout."""
        self._list.mark(0 if by < 0 else self._list.count - 1)

    def action_unfold(self) -> None:
        """Open the marked workout, or close it again."""
        listed, row = self._list, self._list.row
        self.say("")
        if row is None:
            return
        if listed.is_open(listed.marked):
            listed.fold()
        else:
            listed.unfold(self._shown(row))
        self._remember()

    def _shown(self, row: WorkoutRow) -> OpenedWorkout:
        try:
            return OpenedWorkout(row, self.book.open(row.path).workout)
        except BadFile as bad:
            return OpenedWorkout(row, None, str(bad))

    def action_unreadable(self) -> None:
        """Show the unreadable files with their reasons."""
        if found := self.rows.unreadable():
            self.app.push_screen(unreadable_card(found))
