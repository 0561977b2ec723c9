"""The list of sessions to choose from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.screen import Screen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from glutetimer.core.desk import SessionRow


@dataclass(frozen=True, slots=True)
class Chosen:
    """A session to start, and whether as one round after a run."""

    session: str
    post_run: bool


class HomeScreen(Screen[Chosen | None]):
    """Sessions on the left, what the marked one holds on the right. Dismisses with the choice, None to leave."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("p", "start(True)", "post-run"),
        Binding("enter,right,pagedown", "start(False)", "start", priority=True),
        Binding("q,escape,ctrl+q,ctrl+c", "leave", "quit", priority=True),
    ]

    def __init__(self, rows: Sequence[SessionRow], today: date) -> None:
        super().__init__()
        self._rows = rows
        self._today = today

    def compose(self) -> ComposeResult:
        yield Static("glutetimer", id="title", markup=False)
        with Horizontal(id="choose"):
            yield OptionList(*(Option(self._line(row), id=row.id) for row in self._rows), id="sessions", markup=False)
            yield Static(id="preview", markup=False)
        yield Static(id="footer", markup=False)

    def on_mount(self) -> None:
        self.query_one(OptionList).focus()
        if self._rows:
            self.query_one(OptionList).highlighted = 0

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        self._show(self._rows[event.option_index])

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """A click on a session starts it, as Enter does."""
        self.dismiss(Chosen(self._rows[event.option_index].id, post_run=False))

    def action_start(self, post_run: bool) -> None:
        """Start the marked session."""
        index = self.query_one(OptionList).highlighted
        if index is not None:
            self.dismiss(Chosen(self._rows[index].id, post_run))

    def action_leave(self) -> None:
        """Leave the program."""
        self.dismiss(None)

    def _line(self, row: SessionRow) -> Content:
        below = f"{_ago(row.last_done, self._today)} · {', '.join(row.needs) or 'no kit'}"
        return Content.assemble((row.name, "bold"), f"  {_minutes(row.seconds)}\n", below, "\n")

    def _show(self, row: SessionRow) -> None:
        head = Content.assemble((row.name, "bold"), f"  {_minutes(row.seconds)}")
        lines = [head, Content(row.summary), Content(""), *(Content(name) for name in row.exercises)]
        lines += [Content(""), Content(f"p  post-run: one round, {_minutes(row.post_run_seconds)}")]
        self.query_one("#preview", Static).update(Content("\n").join(lines))
        footer = Content.assemble((" Enter ", "reverse"), f" start {row.name}   p post-run   q quit")
        self.query_one("#footer", Static).update(footer)


def _minutes(seconds: float) -> str:
    return f"{int(-(-seconds // 60))} min"


def _ago(done: datetime | None, today: date) -> str:
    if done is None:
        return "never"
    days = (today - done.date()).days
    return "today" if days <= 0 else "yesterday" if days == 1 else f"{days} days ago"
