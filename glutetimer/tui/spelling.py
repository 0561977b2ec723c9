"""A line to write in that takes every key which is spelling."""

from __future__ import annotations

from textual import events
from textual.widgets import Input

from glutetimer.core.clean import JOINERS


class Writing(Input):
    """An input that takes joiners too, which some languages type within words and which print nothing."""

    def on_key(self, event: events.Key) -> None:
        if event.character and event.character in JOINERS:
            event.stop()
            event.prevent_default()
            self.insert_text_at_cursor(event.character)
