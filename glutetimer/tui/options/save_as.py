"""Save a session of the runner's own: the line that asks for its name, in place of the foot."""

from __future__ import annotations

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input, Static

from glutetimer.core.plan.compile import EmptyPlan
from glutetimer.core.plan.options import Options
from glutetimer.core.plan.save_as import MOST_NAME
from glutetimer.core.ports import Program
from glutetimer.core.session.session import Session
from glutetimer.core.text.problems import BadFile
from glutetimer.tui.widgets.click_line import ClickLine
from glutetimer.tui.widgets.typed_row import Writing


class NameHints(Widget):
    """Hints for Enter and Esc; both can be clicked."""

    class Pressed(Message):
        """One of them was clicked."""

        def __init__(self, save: bool) -> None:
            super().__init__()
            self.save = save

    def line(self) -> ClickLine:
        """Line of the hints."""
        line = ClickLine().add(" Enter ", "bold reverse", True).add(" save", "bold", True)
        return line.add("   ").add("Esc back", "$text-muted", False)

    def render(self) -> Content:
        return self.line().content()

    def on_click(self, event: events.Click) -> None:
        event.stop()
        tag = self.line().at(event.x)
        if isinstance(tag, bool):
            self.post_message(self.Pressed(tag))


class NameBar(Horizontal):
    """Line to type a name; shown while it is asked for."""

    class Named(Message):
        """This name is wanted; None: none is."""

        def __init__(self, name: str | None) -> None:
            super().__init__()
            self.name = name

    def compose(self) -> ComposeResult:
        yield Static("Save as ", id="name-label", markup=False)
        yield Writing(id="own-name", max_length=MOST_NAME, compact=True)
        yield NameHints(id="name-hints")

    def ask(self, name: str) -> None:
        """Ask for a name, with a proposal to take or to overwrite."""
        named = self.query_one(Input)
        named.value = name
        named.focus()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Save by Enter."""
        event.stop()
        self._tell()

    def on_name_hints_pressed(self, event: NameHints.Pressed) -> None:
        """Save or go back by a click."""
        if event.save:
            self._tell()
        else:
            self.post_message(self.Named(None))

    def _tell(self) -> None:
        self.post_message(self.Named(self.query_one(Input).value.strip()))


def proposed(name: str) -> str:
    """Propose a name for the runner's own version of a session."""
    mark = " (mine)"
    return name if name.endswith(mark) else name[: MOST_NAME - len(mark)] + mark


def keep(program: Program, session: Session, options: Options, name: str) -> tuple[str, str]:
    """Save the session as it is done today; return its new id, "" where that fails, and a sentence."""
    if not name:
        return "", "Type a name for it first."
    try:
        id_ = program.save_session(session.id, options, name)
    except (BadFile, EmptyPlan) as refusal:
        return "", f"Not saved: {refusal}."
    except OSError as refusal:
        return "", f"Not saved: {refusal.strerror or refusal}."
    return id_, f"Saved as {id_}: it is in the list now."
