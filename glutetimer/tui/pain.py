"""The questions after pain: how strong, where, which side, what now. One card each, "Back" to the one before."""

from __future__ import annotations

from typing import Literal

from glutetimer.core.afterwards import PLACES
from glutetimer.core.commands import Command, Do, Finish, TellPain
from glutetimer.core.view import View
from glutetimer.tui.card import Card, Choice
from glutetimer.tui.questions import Ask

TITLE = "Pain · everything is stopped"
#: The score that is marked at first.
USUAL = 3

_BACK = Choice("back", "Back")


async def ask_pain(ask: Ask, view: View) -> list[Command]:
    """What to tell the run, the clock stands meanwhile. Back from the first question: no pain, so the bout again."""
    answers: list[str] = []
    while len(answers) < 4:
        answer = await ask(_card(view, answers))
        if answer != _BACK.value:
            answers.append(answer)
        elif answers:
            answers.pop()
        else:
            return [_never_mind(view)]
    score, place, side, after = answers
    told = TellPain(int(score), place.lower(), _side(side))
    return [told, Finish() if after == "finish" else Do(after)]


def _never_mind(view: View) -> Command:
    """There was no pain: a bout that it ended goes on where it was, and so does the run."""
    result = view.results[view.index]
    return Do.BACK if view.stage == "asking" and result and result.outcome == "pain" else Do.GO_ON


def _card(view: View, answers: list[str]) -> Card:
    """The next question."""
    cards = (_score_card, _place_card, _side_card, _after_card)
    return cards[len(answers)](view)


def _score_card(view: View) -> Card:
    scores = [Choice(str(n), f"{n} of 10", str(n) if n < 10 else "", big=f"{n} OF 10") for n in range(11)]
    hint = "PgUp PgDn change   Space ok   next: where"
    text = ["How much does it hurt?"]
    back = len(scores)
    return Card(TITLE, [*scores, _BACK], text=text, chosen=USUAL, alarm=True, scale=back, hint=hint, harmless=back)


def _place_card(view: View) -> Card:
    bigs = {"Back of the thigh": "Thigh", "Foot or ankle": "Foot", "Somewhere else": "Other", "Lower back": "Low back"}
    choices = [Choice(place, place, str(n), big=bigs.get(place, "")) for n, place in enumerate(PLACES, 1)]
    hint = "PgUp PgDn choose   Space ok   next: side"
    return Card(TITLE, [*choices, _BACK], text=["Where?"], alarm=True, hint=hint, harmless=len(choices))


def _side_card(view: View) -> Card:
    choices = [
        Choice("left", "◄ Left", "l", big="Left"),
        Choice("right", "Right ►", "r", big="Right"),
        Choice("both", "Both, or the middle", "m", big="Both"),
    ]
    chosen = {"left": 0, "right": 1}.get(view.bout.side, 2)
    hint = "PgUp PgDn choose   Space ok   next: what now"
    return Card(TITLE, [*choices, _BACK], text=["Which side?"], chosen=chosen, alarm=True, hint=hint, harmless=3)


def _after_card(view: View) -> Card:
    two_sided = view.bout.side in ("left", "right")
    other = [Choice("other-side", "Other side only", "o", big="Other")] if two_sided else []
    choices = [
        Choice("skip", "Skip this exercise", "n", big="Skip"),
        *other,
        Choice("easier", "Easier from here", "e", big="Easier"),
        Choice("finish", "Finish for today", "q", big="Finish"),
        Choice("go-on", "Go on with the run", "g", big="Go on"),
    ]
    text = ["What now? Stopping is never wrong."]
    return Card("Pain · what now", [*choices, _BACK], text=text, alarm=True, harmless=len(choices))


def _side(answer: str) -> Literal["left", "right", "both"]:
    return "left" if answer == "left" else "right" if answer == "right" else "both"
