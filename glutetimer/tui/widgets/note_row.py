"""Note: a row that turns into a line to write in when the cursor enters it."""

from __future__ import annotations

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.message import Message

from glutetimer.core.record.answers import MOST_NOTE
from glutetimer.tui.widgets.answer_row import LABEL
from glutetimer.tui.widgets.click_line import ClickLine
from glutetimer.tui.widgets.row import Row
from glutetimer.tui.widgets.typed_row import Writing


class NoteInput(Writing):
    """Line in which every key with a letter writes it, `c`, `q` and `?` too.

    Enter takes the text, Esc only leaves the line.
    """

    class Left(Message):
        """Esc was pressed; the text stays."""

    def on_key(self, event: events.Key) -> None:
        if event.key == "escape":
            event.stop()
            event.prevent_default()
            self.post_message(self.Left())


class NoteRow(Row):
    """Row while nobody writes in it."""

    text = ""

    @property
    def does(self) -> str:
        """Label of Enter at present."""
        return "take the note" if self.text.strip() else "skip the note"

    def line(self) -> ClickLine:
        writing = isinstance(self.parent, NoteField) and self.parent.writing
        mark = "► " if self.has_focus or writing else "  "
        line = ClickLine().add(f"{mark}{self.label}", "bold $foreground" if mark.strip() else "")
        return line if writing else line.pad(LABEL).add(f" {self.text or '...'}", "$foreground" if self.text else "")

    def on_click(self, event: events.Click) -> None:
        """Start writing by a click anywhere."""
        event.stop()
        event.prevent_default()
        if isinstance(self.parent, NoteField):
            self.parent.write()


class NoteField(Horizontal):
    """Row and line together."""

    def __init__(self, text: str) -> None:
        super().__init__(id="note")
        self._row = NoteRow("Note")
        self._row.text = text
        self._given = text
        self._input = NoteInput(compact=True, select_on_focus=False, max_length=MOST_NOTE)
        self._input.cursor_blink = False

    def compose(self) -> ComposeResult:
        yield self._row
        yield self._input

    def on_mount(self) -> None:
        self._input.value = self._given

    @property
    def row(self) -> NoteRow:
        """Row that stands for the note among the others."""
        return self._row

    @property
    def at(self) -> Row | None:
        """Row with the cursor, of all on the screen; while the note is written that is its own."""
        focused = self.screen.focused
        if isinstance(focused, NoteInput):
            return self._row
        return focused if isinstance(focused, Row) else None

    def go(self, by: int) -> bool:
        """Move by this many rows among those beside the note; False at the ends. At the note, start writing at once."""
        assert self.parent is not None
        rows = [row for row in self.parent.query(Row) if row.display]
        place = rows.index(self.at) + by if self.at in rows else 0
        if not 0 <= place < len(rows):
            return False
        if rows[place] is self._row:
            self.write()
        else:
            self.screen.set_focus(rows[place])  # at once: the next key may wait already
        return True

    @property
    def text(self) -> str:
        """Text written until now."""
        return self._input.value

    def put(self, text: str) -> None:
        """Replace the text."""
        self._input.value = self._row.text = text
        self._row.refresh()

    @property
    def writing(self) -> bool:
        """Whether the keys are letters now."""
        return self.has_class("-writing")

    def write(self) -> None:
        """Start writing."""
        self.add_class("-writing")
        self._input.focus()
        self._row.refresh(layout=True)

    def on_input_changed(self) -> None:
        """Give the text to the row, which shows what Enter does."""
        self._row.text = self.text

    def on_note_input_left(self, event: NoteInput.Left) -> None:
        """Stop writing; the row has the focus and shows the text."""
        event.stop()
        self._row.focus()

    def on_input_blurred(self) -> None:
        """Stop writing, unless the runner only looks at another window: then it goes on later."""
        self._row.text = self.text
        if not self.app.app_focus:
            return
        self.remove_class("-writing")
        self._row.refresh(layout=True)
