"""The answers of the first start, a row each."""

from __future__ import annotations

from rich.cells import cell_len
from textual import events
from textual.message import Message

from glutetimer.tui.first_steps import KIT, SESSION, SOUND, Offer
from glutetimer.tui.hits import Line
from glutetimer.tui.rows import Row

#: Columns of an answer's words with its mark; what is said beside them follows.
ANSWER = 26


class Answer(Row):
    """An answer that fills its line; Enter, or a click, gives it."""

    DEFAULT_CLASSES = "row answer"

    class Given(Message):
        """It was clicked."""

    def __init__(self, value: str, words: str, beside: str = "", *, does: str = "") -> None:
        """`does` is what Enter does then, in the foot; the words in small letters where nothing is given."""
        super().__init__(words)
        self.value, self.beside = value, beside
        self.does = does or words[:1].lower() + words[1:]

    def line(self) -> Line:
        """All of it reversed where it is marked, its mark included."""
        wide = self.size.width
        lit = "bold reverse" if self.has_focus else ""
        line = Line().add(f"{'►' if self.has_focus else ' '} {self.label}", lit)
        room = max(ANSWER, line.width + 2)
        if self.beside and room + cell_len(self.beside) <= wide:
            line.add(" " * (room - line.width), lit).add(self.beside, "reverse" if lit else "$text-muted")
        return line.add(" " * max(0, wide - line.width), lit)

    def on_click(self, event: events.Click) -> None:
        """Give it."""
        event.stop()
        event.prevent_default()
        self.focus()
        self.post_message(self.Given())


def answers(at: int, found: Offer | None, *, mute: bool) -> list[Answer]:
    """The answers of a step; its kit is asked in rows before them."""
    if at == KIT:
        return [Answer("nothing", "I have none of these", does="go on without kit")]
    if at == SOUND:
        return [
            Answer("on", "Yes, both", does="go on"),
            Answer("again", "Turn the sound on" if mute else "Play it again"),
            Answer("small", "Letters are too small", does="say what helps"),
            Answer("silent", "No sound, use the screen", "it flashes instead", does="go on without sound"),
        ]
    if at == SESSION:
        start = [Answer("start", f"Start {found.words}", found.why)] if found else []
        return [*start, Answer("skip", "Show me all sessions")]
    return [Answer("on", "Go on"), Answer("skip", "Skip this", "later: key i on the list", does="skip this")]
