"""Choices of each question in a run, the same for every front end: what can do nothing is not offered."""

from __future__ import annotations

from msgspec import Struct

from glutetimer.core.run.actions.by_command import order
from glutetimer.core.run.command_words import bout_name, counted, exercise_name
from glutetimer.core.run.commands import Do, Finish, TellPain, Wish
from glutetimer.core.run.state import State
from glutetimer.core.run.which_bout import hurt_side, just_done, subject

_PAUSE: tuple[Wish, ...] = (Do.GO_ON, Do.AGAIN, Do.FORM_BROKE, Do.PAIN, Do.EASIER, Do.SKIP, Finish())
_PAIN: tuple[Wish, ...] = (Do.SKIP, Do.OTHER_SIDE, Do.EASIER, Finish(), Do.GO_ON)
#: Choices that are always there.
_ALWAYS = (Do.GO_ON, Do.PAIN)


class Offer(Struct, frozen=True):
    """A choice: the command that it gives to the run, and its text, which names its subject."""

    command: Wish
    label: str


def does(s: State, command: Wish) -> bool:
    """Whether a command does anything here and now."""
    return command in _ALWAYS or isinstance(command, Finish) or order(s, command, s.t, []) is not s


def pause_offers(s: State) -> tuple[Offer, ...]:
    """List what can be done in a pause; going on comes first."""
    return tuple(Offer(command, _label(s, command)) for command in _PAUSE if does(s, command))


def pain_offers(s: State, told: TellPain | None = None) -> tuple[Offer, ...]:
    """List what can be done after the given pain; going on comes last."""
    if told is not None:
        s = order(s, told, s.t, [])
    after = {Do.GO_ON: "Back to the workout", Finish(): "Finish for today"}
    return tuple(Offer(command, after.get(command) or _label(s, command)) for command in _PAIN if does(s, command))


def leave_offer(s: State, times: int) -> str:
    """Name what to leave out today where its form broke for the second time; "" where nothing of it is left."""
    return f"Leave {exercise_name(s, Do.SKIP)} for today" if times > 1 and does(s, Do.SKIP) else ""


def ends(s: State, command: Wish) -> bool:
    """Whether a command would end the run."""
    return order(s, command, s.t, []).stage == "over"


def is_empty(s: State) -> bool:
    """Whether nothing was done yet, not one second, and no pain was entered."""
    at_work = s.stage == "bout" and s.worked > 0
    begun = any(result and (result.seconds or result.done or result.place) for result in s.results)
    return not (at_work or begun or s.more_pain)


def _label(s: State, command: Wish) -> str:
    match command:
        case Do.AGAIN:
            return f"Again: {_again(s)}"
        case Do.FORM_BROKE:
            return f"Form broke, {_admitted(s)}"
        case Do.PAIN:
            return "Pain"
        case Do.EASIER:
            return f"Easier from here: {exercise_name(s, command)}"
        case Do.SKIP:
            return f"Skip {exercise_name(s, command)}"
        case Do.OTHER_SIDE:
            return f"Other side only: {'right' if hurt_side(s) == 'left' else 'left'}"
        case Do.GO_ON:
            return "Go on"
        case _:
            return "Finish"


def _again(s: State) -> str:
    about = subject(s, Do.AGAIN)
    if about is None or (s.stage == "break" and s.last is None):
        return "get ready"
    return bout_name(s.plan.bouts[about])


def _admitted(s: State) -> str:
    """Name the bout whose form broke, with the count that will be written down."""
    about = just_done(s)
    after = order(s, Do.FORM_BROKE, s.t, [])
    result = None if about is None else after.results[about]
    if about is None or result is None:
        return ""
    bout = s.plan.bouts[about]
    return f"{counted(bout, result.done)}: {bout_name(bout)}"
