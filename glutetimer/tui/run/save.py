"""Ask about records that are not safe yet: another folder for refused ones, an answer for unfinished ones."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from glutetimer.core.text.english import moment_words
from glutetimer.tui.card.card import Card, CardChoice

if TYPE_CHECKING:
    from glutetimer.core.ports import Leftover, LiveRun
    from glutetimer.tui.run.cards import Ask

#: Seconds that the end waits for the record.
SAVE_WAIT = 10.0


async def safely_saved(ask: Ask, live: LiveRun) -> str:
    """Path of the saved record; offer other folders until one takes it."""
    saved = await asyncio.to_thread(live.saved, SAVE_WAIT)
    folders = other_folders()
    while not saved and not live.rehearsal:
        silence = live.sound_problem()  # it no longer matters now
        problem = " ".join(said for said in live.problems() if said != silence) or "The record is not saved yet."
        folder = await ask_folder(ask, problem, folders)
        if not folder:
            break
        live.save_to(folder)
        saved = await asyncio.to_thread(live.saved, SAVE_WAIT)
    return saved


def other_folders() -> list[str]:
    """Other folders for a log; the home may be unknown, and the current folder gone."""
    found: list[Path] = []
    for known in (Path.home, Path.cwd):
        with suppress(OSError, RuntimeError):
            found.append(known() / "glutetimer-log")
    return list(dict.fromkeys(map(str, found)))


async def ask_folder(ask: Ask, problem: str, folders: Sequence[str]) -> str:
    """Ask for another folder for a record that could not be saved; "" to leave it where it is."""
    choices = [CardChoice(folder, f"Save in {folder}", str(i), big="Save") for i, folder in enumerate(folders, 1)]
    return await ask(Card("Not saved", [*choices, CardChoice("", "Leave it", "n")], text=[problem], alarm=True))


def leftover_card(item: Leftover) -> Card:
    """Card that asks what to do with an unfinished workout."""
    choices = [
        CardChoice("save", "Save what was done", "s", big="Save"),
        CardChoice("discard", "Discard it", "d", big="Discard"),
        CardChoice("later", "Ask me later", "l", big="Later"),
    ]
    if not item.over:
        choices.insert(1 if item.old else 0, CardChoice("resume", "Go on with it", "g", big="Go on"))
    text = [f"{item.name}, {moment_words(item.started)}: {item.done} of {item.planned} done."]
    title = "Not saved last time" if item.over else "Unfinished workout"
    return Card(title, choices, text=text, harmless=len(choices) - 1)
