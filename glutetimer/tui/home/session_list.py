"""List of sessions: each with its minutes today, when it was last done, and the kit it needs."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING

from msgspec import Struct
from textual import events
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from glutetimer.core.plan.compile import EmptyPlan, compile_plan
from glutetimer.core.text.english import minutes
from glutetimer.tui.drawing.text import shorten
from glutetimer.tui.widgets.click_line import ClickLine

if TYPE_CHECKING:
    from glutetimer.core.plan.options import Options
    from glutetimer.core.session.session import Session

MUTED = "$text-muted"
#: Columns of a line before its width is known.
WIDTH = 34


class SessionEntry(Struct, frozen=True):
    """Session in the list: its minutes in words, and the line below its name."""

    id: str
    name: str
    minutes: str
    told: str


class SessionList(OptionList):
    """List with two lines a session; the marked one has a triangle."""

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id, markup=False)
        self._entries: Sequence[SessionEntry] = ()

    def fill(self, entries: Sequence[SessionEntry], marked: str, *, apart: bool) -> None:
        """Replace the entries, with a free row between them or not; mark the one with this id, else the first."""
        self._entries = entries
        self.clear_options()
        for entry in entries:
            free = [None] if self.option_count and apart else []
            self.add_options([*free, Option(self._line(entry, False), id=entry.id)])
        ids = [entry.id for entry in entries]
        if ids:
            self.highlighted = ids.index(marked) if marked in ids else 0

    def mark(self) -> None:
        """Draw every entry as it is now."""
        for index, entry in enumerate(self._entries):
            self.replace_option_prompt_at_index(index, self._line(entry, index == self.highlighted))

    def next(self) -> None:
        """Mark the next session, going round."""
        if self._entries:
            self.highlighted = ((self.highlighted or 0) + 1) % len(self._entries)

    async def _on_click(self, event: events.Click) -> None:
        """Mark the clicked session; start it where it is marked already, as Enter does."""
        clicked = event.style.meta.get("option")
        if clicked is not None and clicked != self.highlighted:
            event.prevent_default().stop()
            self.highlighted = clicked
            self.focus()

    def _line(self, entry: SessionEntry, marked: bool) -> Content:
        width = self.scrollable_content_region.width or WIDTH
        first = ClickLine().add("► " if marked else "  ").add(shorten(entry.name, width - 12))
        first.pad(width - 9).add(f"{entry.minutes:>8} ")
        below = ClickLine().add(f"  {shorten(entry.told, width - 3)}", "" if marked else MUTED)
        return Content("\n").join([first.content(), below.pad(width).content()])


def entry_of(
    session: Session, options: Options, last: datetime | None, today: date, *, sure: bool = True
) -> SessionEntry:
    """Entry of a session as it would be done now, last done at `last`; None means "never" only where that is `sure`."""
    try:
        took = minutes(compile_plan(session, options).seconds)
    except EmptyPlan:
        took = "-"
    ago = (_ago(last, today),) if last or sure else ()
    return SessionEntry(session.id, session.name, took, " · ".join([*ago, ", ".join(session.needs) or "no kit"]))


def _ago(done: datetime | None, today: date) -> str:
    """Day of the last workout in everyday words."""
    if done is None:
        return "never"
    days = (today - done.date()).days
    if days < 2:
        return "today" if days <= 0 else "yesterday"
    if days < 7:
        return f"{days} days ago"
    if days < 14:
        return "last week"
    return f"{days // 7} weeks ago" if days < 60 else f"{days // 30} months ago"
