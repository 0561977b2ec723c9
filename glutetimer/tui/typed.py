"""Rows that one can type into: digits one after another, until another key comes."""

from __future__ import annotations

from typing import ClassVar

from textual import events

from glutetimer.tui.rows import Row

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
