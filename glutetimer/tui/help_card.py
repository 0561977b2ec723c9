"""The card with the keys of a screen."""

from __future__ import annotations

from glutetimer.tui.card import Card, Choice
from glutetimer.tui.keys import RUN, Table

#: Said quietly where one looks for help.
NO_ADVICE = "Exercise guidance from public articles, no medical advice."


def keys_card(table: Table = RUN) -> Card:
    """Every key with what it does; closing it is the only thing to do here."""
    width = max(len(key.shown) for key in table)
    lines = [f"{key.shown:{width}}  {key.label}" for key in table]
    return Card("Keys", [Choice("", "Back")], text=[*lines, "", NO_ADVICE], blocks=False)
