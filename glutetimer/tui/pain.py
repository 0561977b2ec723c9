"""The cards after pain: how strong, where, which side, warning signs, what now. One question each, "Back" to the last.

What is asked and what follows is told in `core/pain`; here it becomes cards.
"""

from __future__ import annotations

from collections.abc import Callable

from glutetimer.core.commands import Command, Do, Finish, TellPain
from glutetimer.core.pain.after import After
from glutetimer.core.pain.questions import Answers, Question, Reply, next_question, telling
from glutetimer.core.saying import bout_name
from glutetimer.core.session import Side
from glutetimer.core.view import View
from glutetimer.tui.card import Card, Choice
from glutetimer.tui.questions import FINISH, Ask, choice_of

#: What follows a pain that was told so.
Follows = Callable[[TellPain], After]

_BACK = Choice("back", "Back")
_NEXT = {"score": "where", "place": "side", "side": "what now", "flag": "what now"}


async def ask_pain(ask: Ask, view: View, follows: Follows, first: tuple[str, ...] = ()) -> list[Command]:
    """What to tell the run; the clock stands meanwhile. `first` is said above the first question.

    Back from the first question, or 0 of 10: no pain, so the bout again.
    """
    answers: Answers = ()
    while True:
        is_told = next_question(answers) is None
        if is_told and answers == ("0",):
            return [_never_mind(view)]
        answer = await ask(card_for(view, answers, follows, first))
        if answer == _BACK.value:
            if not answers:
                return [_never_mind(view)]
            answers = answers[:-1]
        elif is_told:
            return [_told(answers), Finish() if answer == FINISH else Do(answer)]
        else:
            answers = (*answers, answer)


def _told(answers: Answers) -> TellPain:
    told = telling(answers)
    return TellPain(told.score or 0, told.place, told.side, told.flag)


def _never_mind(view: View) -> Command:
    """There was no pain: a bout that it ended goes on where it was, and so does the run."""
    return Do.BACK if view.undo == "pain" else Do.GO_ON


def _worked(view: View) -> Side:
    return "both" if view.just is None else view.bouts[view.just].side


def title(view: View) -> str:
    """What the pain is told to: the bout that is at work, or was just done."""
    return f"Pain{_about(view)}"


def _about(view: View) -> str:
    return "" if view.just is None else f" · {bout_name(view.bouts[view.just])}"


def card_for(view: View, answers: Answers, follows: Follows, first: tuple[str, ...] = ()) -> Card:
    """The card of the next question, or of what follows when all is told."""
    question = next_question(answers, _worked(view))
    return _after_card(view, follows(_told(answers))) if question is None else _question_card(view, question, first)


def _question_card(view: View, question: Question, first: tuple[str, ...]) -> Card:
    choices = [_choice(reply) for reply in question.replies]
    back = len(choices)
    is_scale = question.topic == "score"
    text = [*first, f"Everything is stopped. {question.text}"] if is_scale else [question.text]
    return Card(
        title(view),
        [*choices, _BACK],
        text=text,
        chosen=question.marked,
        alarm=True,
        scale=back if is_scale else 0,
        hint=f"PgUp PgDn {'change' if is_scale else 'choose'}   Space ok   next: {_NEXT[question.topic]}",
        harmless=back,
        blocks=question.topic != "flag",
    )


def _choice(reply: Reply) -> Choice:
    label = {"left": "◄ Left", "right": "Right ►"}.get(reply.value, reply.label)
    return Choice(reply.value, label, reply.key, big=reply.short)


def _after_card(view: View, after: After) -> Card:
    """What is said of this pain, and what can be done; one answer more is the question before."""
    choices = [choice_of(offer) for offer in after.offers]
    return Card(f"Pain · what now{_about(view)}", [*choices, _BACK], text=after.says, alarm=True, harmless=len(choices))
