"""Cards of a run and the meaning of their answers. Each question is one card."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from glutetimer.core.record.ending import amended
from glutetimer.core.run.command_words import bout_name, counted
from glutetimer.core.run.commands import Command, Do, Finish, NameCue, Wish
from glutetimer.core.text.doses import count_text
from glutetimer.tui.card.card import Card, CardChoice, Correcting
from glutetimer.tui.run.paint import words

if TYPE_CHECKING:
    from glutetimer.core.run.choices import Offer
    from glutetimer.core.run.state import State
    from glutetimer.core.run.view import View

Ask = Callable[[Card], Awaitable[str]]

#: This many cues of an exercise have a digit.
MOST_CUES = 8
#: Start of the values of answers that name a cue.
CUE = "cue:"
#: Value of the answer that leads to the card for ending.
FINISH = "finish"

_GO_ON = CardChoice("go-on", "Go on", "g")
#: The letter that goes straight to a choice, and its word in blocks ("": its label).
_KEYS: dict[Wish, tuple[str, str]] = {
    Do.GO_ON: ("g", "Go on"),
    Do.AGAIN: ("a", "Again"),
    Do.FORM_BROKE: ("f", "Form"),
    Do.PAIN: ("p", "Pain"),
    Do.EASIER: ("e", "Easier"),
    Do.SKIP: ("n", "Skip"),
    Do.OTHER_SIDE: ("o", "Other"),
    Finish(): ("q", "Finish"),
}


def choice_of(offer: Offer) -> CardChoice:
    """Answer of a card for an offer."""
    key, big = _KEYS[offer.command]
    value = offer.command.value if isinstance(offer.command, Do) else FINISH
    return CardChoice(value, offer.label, key, big=big)


def pause_card(view: View) -> Card:
    """Card with the state of the run, and every useful choice.

    Escape is a clicker's key too: it gives the marked answer.
    """
    hint = "PgUp PgDn choose   Space do it   m sound"
    return Card(_pause_title(view), [choice_of(offer) for offer in view.offers], harmless=None, hint=hint)


def _pause_title(view: View) -> str:
    """Bout, and how much of it is done or how long it is until it comes."""
    if view.paused == "gap":
        return "Paused: the program stood still"
    if view.stage == "asking":
        return f"Paused · {bout_name(view.bout)}"
    if view.stage in ("reps", "hold"):
        known = view.stage == "hold" or view.bout.pace != "own" or view.by_hand
        turns = view.bout.side == "alternate" and view.stage == "reps"  # counted as behind the card
        done = f"{view.count} of {view.of}" if turns else counted(view.bout, view.done)
        return f"Paused{f' at {done}' if known else ''} · {bout_name(view.bout)}"
    time = words.shown_time(view.shown_seconds, words.time_slot(view.total))
    return f"Paused at {time} · next {bout_name(view.bout)}"


async def ask_finish(ask: Ask, *, empty: bool = False, title: str = "Finish here") -> Command:
    """Ask whether to go on, save and end, or discard (asked once more, unless there is nothing to lose)."""
    choices = [_GO_ON, CardChoice("save", "Save and end", "s", big="Save"), CardChoice("discard", "Discard", "d")]
    answer = await ask(Card(title, choices))
    if answer == "discard" and not empty:
        sure = [
            CardChoice("go-on", "Keep it and go on", "k", big="Keep it"),
            CardChoice("discard", "Discard this workout", "d", big="Discard"),
        ]
        answer = await ask(Card("This throws the whole workout away", sure))
    if answer == "discard":
        return Finish(keep=False)
    return Finish() if answer == "save" else Do.GO_ON


def form_card(view: View, leave: str, seconds: int, correct: Correcting) -> Card:
    """Card that asks which cue went first.

    The second time it asks whether to `leave` the exercise for today ("": not asked).
    """
    cues = view.bout.exercise.cues[:MOST_CUES]
    choices = [CardChoice(f"{CUE}{cue}", cue, str(number)) for number, cue in enumerate(cues, 1)]
    other = len(choices)
    choices.append(CardChoice(CUE, "Something else", str(other + 1)))
    text = "Stopping here is part of the plan. What went first?"
    if leave:
        choices.append(CardChoice("skip", leave, "n", big="Leave it"))
        text = "Stopping is part of the plan. What went first? Leave this exercise for today?"
    choices.append(CardChoice("back", "It did not break", big="Not so"))
    return Card(
        form_title(view, seconds),
        choices,
        text=[text],
        correct=correct,
        big=form_count(view),
        room=_widest(form_count(view)),
        hint="PgUp PgDn choose   Space ok   ▲▼ count",
        harmless=other,
    )


def form_title(view: View, seconds: int) -> str:
    """Title of the card while its seconds run out."""
    after = view.after
    follows = "end" if after is None else "switch" if after.set_key == view.bout.set_key else "rest"
    return f"Good call · {follows} in {seconds} s · {bout_name(view.bout)}"


def form_count(view: View) -> str:
    """Count for the record: "6 OF 15", ":12 OF 30"; "? OF 15" where nobody counted."""
    result = view.results[view.index]
    done, target = result.done if result else 0, view.bout.target
    if view.bout.exercise.kind != "hold" or done is None:
        return f"{count_text(done)} OF {target}"
    slot = words.hold_slot(max(done, target))
    return f"{words.shown_time(done, slot)} OF {words.target_time(target, slot)}"


def _widest(count: str) -> str:
    """Widest text of a count while it is corrected: as many wide digits as the target has, or more."""
    done, _, target = count.partition(" OF ")
    wide = max(done, target, key=len)
    return "".join("0" if figure.isdigit() else figure for figure in f"{wide} OF {target}")


def form_command(answer: str) -> Command:
    """Command for an answer of the form card."""
    return NameCue(answer.removeprefix(CUE)) if answer.startswith(CUE) else Do(answer)


def amended_words(state: State, index: int) -> str:
    """Sentence about the new result of a bout that is no longer on the screen."""
    result = state.results[index]
    return "" if result is None else amended(state.plan.bouts[index], result)
