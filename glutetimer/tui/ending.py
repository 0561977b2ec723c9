"""After the last bout: the record is safe already; here it is confirmed, or put elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from glutetimer.core.record import HarderSide, Workout
from glutetimer.core.summary import has_two_sides, rows, sentence
from glutetimer.tui.card import Card, Choice
from glutetimer.tui.questions import Ask

Confirmed = Literal["yes", "no", ""]


def summary_lines(workout: Workout) -> list[str]:
    """What was done against what was planned."""
    table = rows(workout)
    wide = max(len(name) for name, _, _ in table)
    return [sentence(workout), "", *(f"{name:{wide}}  {planned:8} {done}" for name, planned, done in table), ""]


async def ask_confirmed(ask: Ask, workout: Workout, saved: str) -> Workout:
    """Whether all was as counted, and which side was harder. The workout with the answers, else unchanged."""
    title = "Saved · well done" if workout.state == "finished" else "Saved"
    yes = Choice("yes", "Yes, all as counted", "y", big="Yes")
    choices = [yes, Choice("", "Leave it open", "n", big="Leave it")]
    text = [*summary_lines(workout), "All as counted?"]
    if not await ask(Card(title if saved else "Not saved", choices, text=text)):
        return workout
    workout = replace(workout, confirmed=True)
    if not has_two_sides(workout):
        return workout
    harder = await ask(Card("Which side was harder?", _SIDES, chosen=1))
    sides: dict[str, HarderSide] = {"left": "left", "same": "same", "right": "right"}
    return replace(workout, harder_side=sides.get(harder))


_SIDES = (
    Choice("left", "◄ Left", "l", big="Left"),
    Choice("same", "Same", "s"),
    Choice("right", "Right ►", "r", big="Right"),
    Choice("", "Not asked today", "n", big="Skip"),
)


async def ask_folder(ask: Ask, problem: str, folders: Sequence[str]) -> str:
    """Another folder for a record that could not be saved; "" to leave it where it is."""
    choices = [Choice(folder, f"Save in {folder}", str(i), big="Save") for i, folder in enumerate(folders, 1)]
    return await ask(Card("Not saved", [*choices, Choice("", "Leave it", "n")], text=[problem], alarm=True))
