"""A line to write in that takes every key which is spelling."""

from __future__ import annotations

from textual import events
from textual.widgets import Input

from glutetimer.core.clean import JOINERS, clean


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
