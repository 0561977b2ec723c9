"""Rows and lines that one can type into."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.widgets import Input

from glutetimer.core.text.clean import JOINERS, clean
from glutetimer.tui.widgets.row import Row

DIGITS = frozenset("0123456789")


class TypedRow(Row):
    """What is typed is a value at once. Another key, a click or another row begins anew; Backspace takes back."""

    #: The characters that are taken.
    LETTERS: ClassVar[frozenset[str]] = DIGITS
    _typed = ""

    def take(self, text: str) -> bool:
        """What was typed, as a value; False where it is none."""
        return False

    def shorter(self, typed: str) -> str:
        """What Backspace leaves of what was typed, "" where there is nothing to take back."""
        return typed[:-1]

    def anew(self) -> None:
        """What is typed next does not belong to what was typed before."""
        self._typed = ""

    def on_key(self, event: events.Key) -> None:
        self.hear_key(event)

    def hear_key(self, event: events.Key) -> None:
        """Longer first: 1 and then 0 is 10; what is no value together begins anew."""
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

    Several lines that are pasted become one; of a text that is too long the beginning is taken, and that is said.
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
