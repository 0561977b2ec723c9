"""Words of a step and their times: each line with the span of run time that it must lie in."""

from __future__ import annotations

from collections.abc import Iterator

from glutetimer.core.audio.break_words import AGAIN, LONG, break_words
from glutetimer.core.audio.event_sounds import SECONDS
from glutetimer.core.audio.manner import Manner
from glutetimer.core.audio.sentences import LIFT, dose_sentence, lead_sentences, sentence, sentences_in
from glutetimer.core.audio.work_words import AIR, SpokenLine, work_lines
from glutetimer.core.plan.plan import Bout
from glutetimer.core.run.state import State
from glutetimer.core.run.timing import COUNTED

USUAL = Manner()
#: Seconds of quiet at the beginning of a set-up: by then the log says what is new.
LISTEN = 0.5
#: Seconds between the last words of a beginning and what is said before the start.
APART = 0.3


def script(
    state: State, since: float, manner: Manner = USUAL, *, renamed: bool = False, eased: bool = False
) -> tuple[SpokenLine, ...]:
    """Write the lines of the running step, in their order.

    `since` is when the step was entered; `renamed`: the exercise has another name than in the step before; `eased`:
    less is to be done than before.
    """
    if state.stage == "break":
        return (*_eased(state, since, eased=eased and not renamed), *_break(state, manner))
    if state.stage == "bout":
        told = _eased(state, since, eased=eased and not renamed)
        return (*_lead(state, since, renamed), *told, *work_lines(state, manner))
    return ()


def asked_lines(state: State, t: float) -> tuple[SpokenLine, ...]:
    """Say how the next exercise is done, because the runner asks."""
    if state.stage != "break":
        return ()
    exercise = state.current.exercise
    told = sentences_in(exercise.spoken or exercise.how)
    return tuple(SpokenLine(text, t, state.go - COUNTED[0]) for text in told)


def remark_lines(state: State, t: float, text: str) -> tuple[SpokenLine, ...]:
    """Say what a key has done; "" is nothing."""
    until = t + 2 * COUNTED[0] if state.stage == "bout" else state.go
    return (SpokenLine(text, t, until),) if text else ()


def _break(state: State, manner: Manner) -> Iterator[SpokenLine]:
    """Write the lines after the break's own sound; the first may stand between the counts if it has no other place."""
    assert state.before is not None
    words = break_words(state.plan, state.bout, state.before, manner)
    again = state.go - AGAIN if words.reminder and state.go - state.began >= LONG else None
    end = state.go - COUNTED[0]
    if words.first:
        begin = state.began + (LISTEN if state.before.kind == "setup" else 0.0)
        yield SpokenLine(words.first, begin, state.go, words.brief, _comes_new(state))
    for text in words.others:
        yield SpokenLine(text, state.began, end if again is None else again - APART)
    if again is not None:
        yield SpokenLine(words.reminder, again, end, words.again if words.cue else "")
    yield from _lift(state)


def _comes_new(state: State) -> bool:
    """Whether another exercise begins: its name must be said, however little time there is."""
    left = state.left_for(state.bout)
    return left is None or state.plan.bouts[left].exercise.id != state.current.exercise.id


def _lead(state: State, since: float, renamed: bool) -> Iterator[SpokenLine]:
    """Lines before a bout that comes out of turn, or goes on differently; the same bout has a shorter count-in."""
    if state.go - since > COUNTED[0] or (renamed and since < state.go):
        name, *others = lead_sentences(state.current)
        yield SpokenLine(f"Easier: {name[0].lower()}{name[1:]}" if renamed else name, since + AIR, state.go, must=True)
        for text in others:
            yield SpokenLine(text, since + AIR, state.go - COUNTED[0])
    if since < state.go:
        yield from _lift(state)


def _lift(state: State) -> Iterator[SpokenLine]:
    """Say when to go up, between the first two counts: where the exercise begins at the top."""
    if state.current.exercise.starts == "up":
        begin = state.go - COUNTED[0] + SECONDS["count"] + AIR
        yield SpokenLine(LIFT, begin, state.go - COUNTED[0] + 1.0)


def _eased(state: State, since: float, *, eased: bool) -> Iterator[SpokenLine]:
    """Say that less is to be done."""
    if eased:
        bout: Bout = state.current
        dose = dose_sentence(bout)
        until = state.go if state.stage == "break" else since + COUNTED[0]
        yield SpokenLine(sentence(f"Easier: {dose[0].lower()}{dose[1:]}"), since + AIR, until)
