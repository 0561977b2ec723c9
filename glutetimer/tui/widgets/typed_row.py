"""Rows and lines for typing."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.widgets import Input

from glutetimer.core.text.clean import JOINERS, clean
from glutetimer.tui.widgets.row import Row

DIGITS = frozenset("0123456789")


class TypedRow(Row):
    """Row whose typed text is a value at once.

    Another key, a click or another row starts again; Backspace takes back.
    """

    #: Characters that are taken.
    LETTERS: ClassVar[frozenset[str]] = DIGITS
    _typed = ""

    def take(self, text: str) -> bool:
        """Take the typed text as a value; False where it is none."""
        return False

    def shorter(self, typed: str) -> str:
        """Typed text after Backspace, "" where there is nothing to take back."""
        return typed[:-1]

    def anew(self) -> None:
        """End the typed text: the next character starts a new one."""
        self._typed = ""

    def on_key(self, event: events.Key) -> None:
        self.hear_key(event)

    def hear_key(self, event: events.Key) -> None:
        """Add a typed character, longer first: 1 and then 0 is 10; where that is no value, start again."""
        typed, letter = self._typed, event.character or ""
        self.anew()
        if event.key == "backspace":
            tried: tuple[str, ...] = (self.shorter(typed),)
        else:
            tried = (typed + letter, letter) if letter in self.LETTERS else ()
        for text in tried:
            if text and self.take(text):
                self._typed = text
                event.stop()
                return

    def on_blur(self) -> None:
        self.anew()

    def on_click(self, event: events.Click) -> None:
        self.anew()


class Writing(Input):
    """An input that takes joiners too, which some languages type within words and which print nothing.

    Several pasted lines become one; of a text that is too long the start is taken, with a message.
    """

    def _on_paste(self, event: events.Paste) -> None:
        event.stop()
        event.prevent_default()  # the toolkit's own takes the first line, or nothing
        text = " ".join(clean(event.text.replace("\t", " ").replace("\r", "\n")).split())
        selected = abs(self.selection.end - self.selection.start)
        room = len(text) if self.max_length is None else max(0, self.max_length - len(self.value) + selected)
        if text[:room]:
            self.replace(text[:room], *sorted((self.selection.start, self.selection.end)))
        if text[room:]:
            self.notify(f"Cut: at most {self.max_length} characters fit here.", markup=False)

    def on_key(self, event: events.Key) -> None:
        if event.character and event.character in JOINERS:
            event.stop()
            event.prevent_default()
            self.insert_text_at_cursor(event.character)
