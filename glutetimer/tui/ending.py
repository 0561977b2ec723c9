"""After the last bout: a record that could not be saved is offered another folder."""

from __future__ import annotations

from collections.abc import Sequence

from glutetimer.tui.card import Card, Choice
from glutetimer.tui.questions import Ask


async def ask_folder(ask: Ask, problem: str, folders: Sequence[str]) -> str:
    """Another folder for a record that could not be saved; "" to leave it where it is."""
    choices = [Choice(folder, f"Save in {folder}", str(i), big="Save") for i, folder in enumerate(folders, 1)]
    return await ask(Card("Not saved", [*choices, Choice("", "Leave it", "n")], text=[problem], alarm=True))
