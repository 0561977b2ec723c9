"""Words of a step and their times: each line with the span of run time that it must lie in."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from glutetimer.core.audio.event_sounds import SECONDS
from glutetimer.core.audio.sentences import (
    HALFWAY,
    break_sentences,
    brief_sentence,
    count_sentence,
    lead_sentences,
    turn_sentence,
)
from glutetimer.core.plan.plan import Bout
from glutetimer.core.run.state import State
from glutetimer.core.run.timing import COUNTED, Mark

#: Seconds of silence between a sound and words.
AIR = 0.08
#: Seconds after its moment in which "halfway" and a side's turn are still worth saying.
FRESH = 2.0
#: Last seconds of a hold that are counted aloud, where the runner wants that.
ALOUD = 10


class SpokenLine(Struct, frozen=True):
    """Words that are to lie between `begin` and `until`, in seconds of run time.

    `shorter` says the same in fewer words, where there is little room; counts give way to words that `must` be said.
    """

    text: str
    begin: float
    until: float
    shorter: str = ""
    must: bool = False

    @property
    def texts(self) -> tuple[str, ...]:
        """Wordings, the fullest first."""
        return (self.text, self.shorter) if self.shorter else (self.text,)


def script(state: State, since: float, *, count_aloud: bool = False, renamed: bool = False) -> tuple[SpokenLine, ...]:
    """Write the lines of the running step, in their order.

    `since` is when the step was entered; `renamed`: the exercise has another name than in the step before.
    """
    if state.stage == "break":
        return tuple(_break(state))
    if state.stage == "bout":
        return (*_lead(state, since, renamed), *_bout(state, count_aloud))
    return ()


def _break(state: State) -> Iterator[SpokenLine]:
    """Write the lines after the break's own sound; the first may stand between the counts if it has no other place."""
    assert state.before is not None
    first, *others = break_sentences(state.before, state.current) or ("",)
    if first:
        shorter = brief_sentence(state.before, state.current)
        yield SpokenLine(first, state.began, state.go, "" if shorter == first else shorter, _comes_new(state))
    for text in others:
        yield SpokenLine(text, state.began, state.go - COUNTED[0])


def _comes_new(state: State) -> bool:
    """Whether another exercise begins: its name must be said, however little time there is."""
    left = state.left_for(state.bout)
    return left is None or state.plan.bouts[left].exercise.id != state.current.exercise.id


def _lead(state: State, since: float, renamed: bool) -> Iterator[SpokenLine]:
    """Lines before a bout that comes out of turn, or goes on differently; the same bout has a shorter count-in."""
    if state.go - since > COUNTED[0] or (renamed and since < state.go):
        name, *others = lead_sentences(state.current)
        yield SpokenLine(name, since + AIR, state.go, must=True)
        for text in others:
            yield SpokenLine(text, since + AIR, state.go - COUNTED[0])


def _bout(state: State, count_aloud: bool) -> list[SpokenLine]:
    """Write the lines of a bout: halfway, whose turn it is, the last seconds; while these are counted, no halfway."""
    hold = state.current.exercise.kind == "hold"
    end = next((mark.at for mark in state.due if mark.what in ("end", "target")), state.go)
    aloud = list(_aloud(end, state.go + SECONDS["go"] + AIR)) if count_aloud and hold else []
    return sorted((*_signals(state, aloud[0].begin if aloud else end), *aloud), key=lambda line: line.begin)


def _signals(state: State, counted: float) -> Iterator[SpokenLine]:
    """Write the lines that belong to marks, until the seconds are counted."""
    for mark, following in zip(state.due, (*state.due[1:], None), strict=True):
        if mark.what == "half" and mark.at < counted - 1:
            yield SpokenLine(HALFWAY, mark.at + SECONDS["halfway"] + AIR, min(mark.at + FRESH, counted))
        elif mark.what == "phase" and mark.phase == 0:
            yield from _turn(state, mark, following)


def _turn(state: State, mark: Mark, following: Mark | None) -> Iterator[SpokenLine]:
    """Say whose turn it is, where the session names it."""
    bout: Bout = state.current
    if bout.side != "alternate":
        return
    lefts = (mark.n % 2 == 1) == (state.plan.first_side == "left")
    text = turn_sentence(bout, "left" if lefts else "right")
    if text:
        begin = mark.at + SECONDS["rep"] + AIR
        yield SpokenLine(text, begin, min(mark.at + FRESH, following.at if following else mark.at + FRESH))


def _aloud(end: float, earliest: float) -> Iterator[SpokenLine]:
    """Count ten, nine, eight: a second each, after the tick that the last three have, and not into the go."""
    for left in range(ALOUD, 0, -1):
        tick = SECONDS["count"] + AIR if left in COUNTED else 0.0
        yield SpokenLine(count_sentence(left), max(earliest, end - left + tick), end - left + 1.0)
