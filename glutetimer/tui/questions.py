"""The cards of a run and what their answers mean. Each question is one card."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from glutetimer.core.commands import Command, Do, Finish, NameCue
from glutetimer.core.record import count_text
from glutetimer.core.view import View
from glutetimer.tui.card import Card, Choice, Correcting
from glutetimer.tui.paint import words

Ask = Callable[[Card], Awaitable[str]]

#: Of an exercise's cues so many have a digit.
MOST_CUES = 8

_GO_ON = Choice("go-on", "Go on", "g")
_PAUSE = (
    _GO_ON,
    Choice("again", "Again", "a"),
    Choice("form-broke", "Form broke", "f", big="Form"),
    Choice("pain", "Pain", "p"),
    Choice("easier", "Easier from here", "e", big="Easier"),
    Choice("skip", "Skip exercise", "n", big="Skip"),
    Choice("finish", "Finish", "q"),
)


def pause_card(view: View) -> Card:
    """Where the run stands, and everything one may want then. Escape is a clicker's key too: it does what is marked."""
    working = view.stage in ("reps", "hold")
    choices = [choice for choice in _PAUSE if working or choice.value != "form-broke"]
    return Card(_pause_title(view), choices, harmless=None)


def _pause_title(view: View) -> str:
    if view.paused == "gap":
        return "Paused: the program stood still"
    if view.stage == "reps":
        return f"Paused at {view.count} of {view.of}"
    if view.stage in ("hold", "setup", "switch", "rest", "ready"):
        slot = words.hold_slot if view.stage == "hold" else words.time_slot
        return f"Paused at {words.shown_time(view.shown_seconds, slot(view.total))}"
    return "Paused"


async def ask_finish(ask: Ask) -> Command:
    """Go on, save and end, or discard (asked once more)."""
    choices = [_GO_ON, Choice("save", "Save and end", "s", big="Save"), Choice("discard", "Discard", "d")]
    answer = await ask(Card("Finish here", choices))
    if answer == "discard":
        sure = [
            Choice("go-on", "Keep it and go on", "k", big="Keep it"),
            Choice("discard", "Discard this workout", "d", big="Discard"),
        ]
        answer = await ask(Card("This throws the whole workout away", sure))
        return Finish(keep=False) if answer == "discard" else Do.GO_ON
    return Finish() if answer == "save" else Do.GO_ON


def form_card(view: View, times: int, seconds: int, correct: Correcting) -> Card:
    """Which cue went first; the second time, whether to leave the exercise for today."""
    cues = view.bout.exercise.cues[:MOST_CUES]
    choices = [Choice(f"cue:{cue}", cue, str(number)) for number, cue in enumerate(cues, 1)]
    other = len(choices)
    choices.append(Choice("cue:", "Something else", str(other + 1)))
    text = "Stopping here is part of the plan. What went first?"
    if times > 1:
        choices.append(Choice("skip", "Leave it for today", "n"))
        text = "Stopping is part of the plan. What went first? Leave this exercise for today?"
    return Card(
        form_title(seconds),
        choices,
        text=[text],
        correct=correct,
        big=form_count(view),
        room=_widest(form_count(view)),
        hint="PgUp PgDn choose   Space ok   ▲▼ count",
        harmless=other,
    )


def form_title(seconds: int) -> str:
    """The card's title while its seconds run out."""
    return f"Good call · rest in {seconds} s"


def form_count(view: View) -> str:
    """The count that will be written down: "6 OF 15", ":12 OF 30"; "? OF 15" where nobody counted."""
    result = view.results[view.index]
    done, target = result.done if result else 0, view.bout.target
    if view.bout.exercise.kind != "hold" or done is None:
        return f"{count_text(done)} OF {target}"
    slot = words.hold_slot(max(done, target))
    return f"{words.shown_time(done, slot)} OF {words.target_time(target, slot)}"


def _widest(count: str) -> str:
    """As wide as a count may become while it is corrected: as many wide figures as the target has, or more."""
    done, _, target = count.partition(" OF ")
    wide = max(done, target, key=len)
    return "".join("0" if figure.isdigit() else figure for figure in f"{wide} OF {target}")


def form_command(answer: str) -> Command:
    """What an answer to the form card asks of the run."""
    return Do.SKIP if answer == "skip" else NameCue(answer.removeprefix("cue:"))
