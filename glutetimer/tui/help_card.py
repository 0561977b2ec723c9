"""The card with the keys of the run."""

from __future__ import annotations

from glutetimer.tui.card import Card, Choice
from glutetimer.tui.keys import KEYS

#: Said once, quietly, where one looks for help.
NO_ADVICE = "Exercise guidance from public articles, no medical advice."


def keys_card() -> Card:
    """Every key with what it does; closing it is the only thing to do here."""
    width = max(len(key.shown) for key in KEYS)
    lines = [f"{key.shown:{width}}  {key.label}" for key in KEYS]
    return Card("Keys", [Choice("", "Back to the run")], text=[*lines, "", NO_ADVICE], blocks=False)
