"""The questions after pain: how strong, where, which side, what now. One card each, "Back" to the one before."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from glutetimer.core.afterwards import PLACES
from glutetimer.core.commands import Command, Do, Finish, TellPain
from glutetimer.core.offers import Offer
from glutetimer.core.saying import bout_name
from glutetimer.core.view import View
from glutetimer.tui.card import Card, Choice
from glutetimer.tui.questions import FINISH, Ask, choice_of

#: What can be done after a pain that was told so.
Offers = Callable[[TellPain], tuple[Offer, ...]]

#: The score that is marked at first.
USUAL = 3

_BACK = Choice("back", "Back")


async def ask_pain(ask: Ask, view: View, offers: Offers) -> list[Command]:
    """What to tell the run, the clock stands meanwhile. Back from the first question: no pain, so the bout again."""
    answers: list[str] = []
    while len(answers) < 4:
        answer = await ask(_card(view, answers, offers))
        if answer != _BACK.value:
            answers.append(answer)
        elif answers:
            answers.pop()
        else:
            return [_never_mind(view)]
    after = answers[3]
    return [_told(answers), Finish() if after == FINISH else Do(after)]


def _told(answers: list[str]) -> TellPain:
    score, place, side = answers[:3]
    return TellPain(int(score), place.lower(), _side(side))


def _never_mind(view: View) -> Command:
    """There was no pain: a bout that it ended goes on where it was, and so does the run."""
    return Do.BACK if view.undo == "pain" else Do.GO_ON


def _card(view: View, answers: list[str], offers: Offers) -> Card:
    """The next question."""
    if len(answers) == 3:
        return _after_card(view, offers(_told(answers)))
    return (_score_card, _place_card, _side_card)[len(answers)](view)


def title(view: View) -> str:
    """What the pain is told to: the bout that is at work, or was just done."""
    return f"Pain{_about(view)}"


def _about(view: View) -> str:
    return "" if view.just is None else f" · {bout_name(view.bouts[view.just])}"


def _score_card(view: View) -> Card:
    scores = [Choice(str(n), f"{n} of 10", str(n) if n < 10 else "", big=f"{n} OF 10") for n in range(11)]
    hint = "PgUp PgDn change   Space ok   next: where"
    text = ["Everything is stopped. How much does it hurt?"]
    back = len(scores)
    return Card(
        title(view), [*scores, _BACK], text=text, chosen=USUAL, alarm=True, scale=back, hint=hint, harmless=back
    )


def _place_card(view: View) -> Card:
    bigs = {"Back of the thigh": "Thigh", "Foot or ankle": "Foot", "Somewhere else": "Other", "Lower back": "Low back"}
    choices = [Choice(place, place, str(n), big=bigs.get(place, "")) for n, place in enumerate(PLACES, 1)]
    hint = "PgUp PgDn choose   Space ok   next: side"
    return Card(title(view), [*choices, _BACK], text=["Where?"], alarm=True, hint=hint, harmless=len(choices))


def _side_card(view: View) -> Card:
    choices = [
        Choice("left", "◄ Left", "l", big="Left"),
        Choice("right", "Right ►", "r", big="Right"),
        Choice("both", "Both, or the middle", "m", big="Both"),
    ]
    chosen = {"left": 0, "right": 1}.get("both" if view.just is None else view.bouts[view.just].side, 2)
    hint = "PgUp PgDn choose   Space ok   next: what now"
    return Card(title(view), [*choices, _BACK], text=["Which side?"], chosen=chosen, alarm=True, hint=hint, harmless=3)


def _after_card(view: View, offers: tuple[Offer, ...]) -> Card:
    """What of this can be done; one answer more is the question before."""
    choices = [choice_of(offer) for offer in offers]
    text = ["What now? Stopping is never wrong."]
    return Card(f"Pain · what now{_about(view)}", [*choices, _BACK], text=text, alarm=True, harmless=len(choices))


def _side(answer: str) -> Literal["left", "right", "both"]:
    return "left" if answer == "left" else "right" if answer == "right" else "both"
