"""Cards after pain: how strong, where, which side, warning signs, what now. One question each, "Back" to the last.

`core/pain` decides which question follows; here the questions become cards. Each answer is recorded when it is given: a
runner who reads "Stop here today" may close the lid at once.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from glutetimer.core.pain.questions import PainChoices, Question, Reply, next_question, telling
from glutetimer.core.run.command_words import bout_name
from glutetimer.core.run.commands import Command, Do, Finish, TellPain
from glutetimer.core.run.pain_choices import After
from glutetimer.tui.card.card import Card, CardChoice
from glutetimer.tui.run.cards import FINISH, Ask, choice_of

if TYPE_CHECKING:
    from glutetimer.core.run.view import View
    from glutetimer.core.session.session import Side

#: Records a pain as far as it is known; returns what follows from it.
Tell = Callable[[TellPain], After]

_BACK = CardChoice("back", "Back")
_NEXT = {"score": "where", "place": "side", "side": "what now", "flag": "what now"}


async def ask_pain(ask: Ask, view: View, tell: Tell, first: tuple[str, ...] = ()) -> list[Command]:
    """Ask about a pain while the clock stands; return commands for the run. `first` stands above the first question.

    Back from the first question, or 0 of 10: no pain, and the bout goes on.
    """
    answers: PainChoices = ()
    while True:
        is_told = next_question(answers) is None
        if is_told and answers == ("0",):
            return _never_mind(view)
        answer = await ask(card_for(view, answers, tell, first))
        if answer == _BACK.value:
            if not answers:
                return _never_mind(view)
            answers = answers[:-1]
        elif is_told:
            return [Finish() if answer == FINISH else Do(answer)]
        else:
            answers = (*answers, answer)
            if answers != ("0",):
                tell(_told(answers))


async def ask_of(ask: Ask, about: str, worked: Side) -> TellPain | None:
    """Ask about a pain in a bout that is over; None where there was none, or Back was taken."""
    answers: PainChoices = ()
    while (question := next_question(answers)) is not None:
        answer = await ask(question_card(f"Pain · {about}", question, ()))
        if answer == _BACK.value:
            if not answers:
                return None
            answers = answers[:-1]
        else:
            answers = (*answers, answer)
    return None if answers == ("0",) else _told(answers)


def _told(answers: PainChoices) -> TellPain:
    told = telling(answers)
    return TellPain(told.score or 0, told.place, told.side, told.flag, instead=True)


def _never_mind(view: View) -> list[Command]:
    """Go on without a pain: also the bout that it ended goes on where it was."""
    return [Do.NO_PAIN, Do.BACK if view.undo == "pain" else Do.GO_ON]


def _worked(view: View) -> Side:
    return "both" if view.just is None else view.bouts[view.just].side


def title(view: View) -> str:
    """Title with the bout that the pain belongs to: the current one, or the last."""
    return f"Pain{_about(view)}"


def _about(view: View) -> str:
    return "" if view.just is None else f" · {bout_name(view.bouts[view.just])}"


def card_for(view: View, answers: PainChoices, tell: Tell, first: tuple[str, ...] = ()) -> Card:
    """Card of the next question, or of what follows after the last."""
    question = next_question(answers, _worked(view))
    if question is None:
        return _after_card(view, tell(_told(answers)))
    return question_card(title(view), question, (*first, "Everything is stopped.") if question.topic == "score" else ())


def question_card(title: str, question: Question, above: tuple[str, ...] = ()) -> Card:
    """Card of a question with its answers, the last of them Back; `above` stands before it."""
    choices = [_choice(reply) for reply in question.replies]
    back = len(choices)
    is_scale = question.topic == "score"
    return Card(
        title,
        [*choices, _BACK],
        text=[*above[:-1], " ".join((*above[-1:], question.text))],
        chosen=question.marked,
        alarm=True,
        scale=back if is_scale else 0,
        hint=f"PgUp PgDn {'change' if is_scale else 'choose'}   Space ok   next: {_NEXT[question.topic]}",
        harmless=back,
        blocks=question.topic != "flag",
    )


def _choice(reply: Reply) -> CardChoice:
    arrows = {"left": f"◄ {reply.label}", "right": f"{reply.label} ►"}
    label = arrows.get(reply.value, reply.label)
    return CardChoice(reply.value, label, reply.key, big=reply.short)


def _after_card(view: View, after: After) -> Card:
    """Card with advice on this pain, and the choices; the last answer goes back a question."""
    choices = [choice_of(offer) for offer in after.offers]
    return Card(f"Pain · what now{_about(view)}", [*choices, _BACK], text=after.says, alarm=True, harmless=len(choices))
