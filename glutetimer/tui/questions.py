"""The cards of a run and what their answers mean. Each question is one card."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Literal

from glutetimer.core.commands import Command, Do, Finish, Jump, NameCue, TellPain
from glutetimer.core.view import View
from glutetimer.tui.card import Card, Choice, Correcting

Ask = Callable[[Card], Awaitable[str]]

PLACES = ("Hip", "Glute", "Knee", "Lower back", "Back of the thigh", "Foot or ankle", "Somewhere else")

_GO_ON = Choice("go-on", "Go on", "g")
_PAUSE = (
    _GO_ON,
    Choice("again", "Again", "a"),
    Choice("form-broke", "Form broke", "f"),
    Choice("pain", "Pain", "p"),
    Choice("easier", "Easier from here", "e", big="Easier"),
    Choice("skip", "Skip exercise", "n", big="Skip"),
    Choice("finish", "Finish", "q"),
)


def pause_card(view: View) -> Card:
    """Where the run stands, and everything one may want then."""
    title = "Paused"
    if view.paused == "gap":
        title = "Paused: the machine slept"
    elif view.stage == "reps":
        title = f"Paused at {view.count} of {view.of}"
    elif view.stage in ("hold", "setup", "switch", "rest", "ready"):
        title = f"Paused at {view.shown_seconds} s"
    working = view.stage in ("reps", "hold")
    return Card(title, [choice for choice in _PAUSE if working or choice.value != "form-broke"])


async def ask_finish(ask: Ask) -> Command:
    """Go on, save and end, or discard (asked once more)."""
    choices = [_GO_ON, Choice("save", "Save and end", "s", big="Save"), Choice("discard", "Discard", "d")]
    answer = await ask(Card("Finish here", choices))
    if answer == "discard":
        sure = [
            Choice("go-on", "Keep it and go on", "k", big="Keep it"),
            Choice("discard", "Discard this workout", "d"),
        ]
        answer = await ask(Card("This throws the whole workout away", sure))
        return Finish(keep=False) if answer == "discard" else Do.GO_ON
    return Finish() if answer == "save" else Do.GO_ON


async def ask_jump(ask: Ask, view: View) -> Command:
    """The sets of the run, to go to any of them."""
    choices = [Choice("", "Stay here", "", big="Stay")]
    firsts = [i for i, bout in enumerate(view.bouts) if i == 0 or bout.set_key != view.bouts[i - 1].set_key]
    for index in firsts:
        bout, result = view.bouts[index], view.results[index]
        mark = "■" if result and result.outcome == "done" else "□" if result else "·"
        word = "round" if view.order == "circuit" else "set"
        choices.append(Choice(str(index), f"{mark} {bout.exercise.name}, {word} {bout.number}", big=bout.exercise.name))
    here = sum(1 for index in firsts if index <= view.index)
    answer = await ask(Card("Go to", choices, chosen=here))
    return Jump(int(answer)) if answer else Do.GO_ON


def form_card(view: View, times: int, seconds: int, correct: Correcting) -> Card:
    """Which cue went first; the second time, whether to leave the exercise for today."""
    cues = [Choice(f"cue:{cue}", cue, str(i)) for i, cue in enumerate(view.bout.exercise.cues[:8], 1)]
    choices = [*cues, Choice("cue:", "Something else", "0", big="Other")]
    if times > 1:
        choices.append(Choice("skip", "Leave this exercise for today", "n", big="Leave it"))
    return Card(form_title(seconds), choices, text=form_text(view), correct=correct)


def form_title(seconds: int) -> str:
    """The card's title while its seconds run out."""
    return f"Good call · rest in {seconds} s"


def form_text(view: View) -> list[str]:
    """The count that will be written down, the keys that correct it, and the question."""
    result = view.results[view.index]
    count = result.done if result else 0
    return [f"{count} of {view.bout.target}   up and down correct it", "", "What went first?"]


def form_command(answer: str) -> Command:
    """What an answer to the form card asks of the run."""
    return Do.SKIP if answer == "skip" else NameCue(answer.removeprefix("cue:"))


async def ask_pain(ask: Ask, view: View) -> list[Command]:
    """How strong, where, which side, what now: one question a card, the clock stands."""
    stopped = "Pain · everything is stopped"
    scores = [Choice(str(score), f"{score} of 10", str(score) if score < 10 else "") for score in range(11)]
    score = int(await ask(Card(stopped, scores, text=["How strong? 0 none, 10 the worst"], chosen=3, alarm=True)))
    places = [Choice(place, place, str(i)) for i, place in enumerate(PLACES, 1)]
    place = await ask(Card(stopped, places, text=["Where?"], alarm=True))
    side = await _ask_side(ask, view, stopped)
    answer = await ask(Card("What now", _after_pain(view), text=["Stopping is never wrong."], alarm=True))
    after: Command = Finish() if answer == "finish" else Do(answer)
    return [TellPain(score, place.lower(), side), after]


async def _ask_side(ask: Ask, view: View, title: str) -> Literal["left", "right", "both"]:
    sides = [Choice("left", "Left", "l"), Choice("right", "Right", "r"), Choice("both", "Both, or the middle", "b")]
    chosen = {"left": 0, "right": 1}.get(view.bout.side, 2)
    answer = await ask(Card(title, sides, text=["Which side?"], chosen=chosen, alarm=True))
    return "left" if answer == "left" else "right" if answer == "right" else "both"


def _after_pain(view: View) -> list[Choice]:
    two_sided = view.bout.side in ("left", "right")
    other = [Choice("other-side", "Other side only", "o", big="Other side")] if two_sided else []
    return [
        Choice("skip", "Skip this exercise", "n", big="Skip"),
        *other,
        Choice("easier", "Easier from here", "e", big="Easier"),
        Choice("finish", "Finish for today", "q", big="Finish"),
        Choice("go-on", "Back to the run", "g", big="Back"),
    ]
