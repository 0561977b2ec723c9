"""Words at work: reps counted aloud, halfway with a cue, whose turn it is, the last seconds of a hold."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from msgspec import Struct

from glutetimer.core.audio.break_words import bout_cues, said_cue
from glutetimer.core.audio.event_sounds import SECONDS
from glutetimer.core.audio.manner import Manner
from glutetimer.core.audio.sentences import (
    HALFWAY,
    done_sentence,
    left_sentence,
    opening_part,
    sentence,
    takes_turns_aloud,
    turn_sentence,
)
from glutetimer.core.run.state import State
from glutetimer.core.run.timing import Mark

#: Seconds of silence between a sound and words.
AIR = 0.08
#: Seconds after its moment in which a side's turn is still worth saying.
FRESH = 2.0
#: Seconds from a rep's end to its number; from the second that is left to its words.
AFTER_REP, AFTER_SECOND = 0.12, 0.1
#: Seconds left of a hold that are said.
LEFT = (10, 5)
#: Seconds of a hold in which halfway and its cue are said.
HALF_HOLD = 4.0
#: Seconds of silence between two sentences.
PAUSE = 0.25


class SpokenLine(Struct, frozen=True):
    """Words that are to lie between `begin` and `until`, in seconds of run time.

    `shorter` says the same in fewer words, where there is little room; counts give way to words that `must` be said.
    `exact`: at `begin`, or not at all. A number of reps `done` at the moment `rep` is heard instead of the rep's
    sound; `every` is how long a rep takes.
    """

    text: str
    begin: float
    until: float
    shorter: str = ""
    must: bool = False
    exact: bool = False
    done: int = 0
    rep: float = 0.0
    every: float = 0.0

    @property
    def texts(self) -> tuple[str, ...]:
        """Wordings, the fullest first."""
        return (self.text, self.shorter) if self.shorter else (self.text,)


def work_lines(state: State, manner: Manner) -> list[SpokenLine]:
    """Write the lines of a bout, in the order of their moments."""
    if state.current.exercise.kind == "hold":
        lines = [*_seconds(state, manner), *_half_hold(state, manner)]
    else:
        lines = [*_phases(state, manner), *_turns(state), *_numbers(state, manner), *_half_reps(state, manner)]
    return sorted(lines, key=lambda line: line.begin)


def half_cue(state: State, manner: Manner) -> str:
    """Cue of halfway: the first that was not said in the break; "" where the exercise has none."""
    before = state.plan.breaks[state.bout]
    said = said_cue(state.plan, state.bout, before, manner)
    cues = [sentence(cue) for cue in bout_cues(state.plan, state.bout, manner)]
    fresh = [cue for cue in cues if not said or not cue.startswith(said.rstrip("."))]
    return next(iter(fresh or cues), "")


def _end(state: State) -> float:
    return next((mark.at for mark in state.due if mark.what in ("end", "target")), state.go)


def _half(state: State) -> Mark | None:
    return next((mark for mark in state.due if mark.what == "half"), None)


def _counts_reps(state: State, manner: Manner) -> bool:
    return manner.counts_reps and not takes_turns_aloud(state.current)


def _numbers(state: State, manner: Manner) -> Iterator[SpokenLine]:
    """Count the reps that are done: per side where the sides take turns. Words for a turn win over numbers."""
    if not _counts_reps(state, manner):
        return
    bout, half = state.current, _half(state)
    each = bout.side == "alternate"
    length = bout.exercise.rep_seconds
    for mark in state.due:
        done, rest = divmod(mark.n, 2) if each else (mark.n, 0)
        text = done_sentence(done, bout.target, each=each) if mark.what == "rep" and not rest and done else ""
        if text:
            after = SECONDS["halfway"] + AIR if half and abs(half.at - mark.at) < AIR else AFTER_REP
            until = mark.at + max(length, 1.0) + AIR
            yield SpokenLine(text, mark.at + after, until, exact=True, done=done, rep=mark.at, every=length)


def _phases(state: State, manner: Manner) -> Iterator[SpokenLine]:
    """Name the phases of the first rep of a new exercise."""
    bout = state.current
    first = all(other.exercise.id != bout.exercise.id for other in state.plan.bouts[: state.bout])
    if not first or not manner.explains(bout.exercise.id) or takes_turns_aloud(bout) or len(bout.exercise.tempo) < 2:
        return
    marks = [mark for mark in state.due if mark.what == "phase" or (mark.what == "rep" and mark.n == 1)]
    for mark, following in pairwise(marks):
        if mark.what == "phase" and mark.n == 1:
            sound = SECONDS["phase-up"] if mark.phase else SECONDS["go"]
            label = bout.exercise.tempo[mark.phase].label.capitalize()
            yield SpokenLine(f"{label}.", mark.at + sound + AIR, following.at, exact=True)


def _half_reps(state: State, manner: Manner) -> Iterator[SpokenLine]:
    """Say one cue at halfway, before the next number; where nothing is counted "halfway" before it."""
    half = _half(state)
    if half is None:
        return
    bout, cue = state.current, half_cue(state, manner)
    # After the number of this moment, or the words for a turn.
    begin = half.at + SECONDS["halfway"] + 2 * AIR
    until = min(half.at + bout.exercise.rep_seconds + AFTER_REP - PAUSE, _end(state))
    if _counts_reps(state, manner) or takes_turns_aloud(bout):
        if cue:
            yield SpokenLine(cue, begin, until, _shorter(cue))
    else:
        yield SpokenLine(f"{HALFWAY} {cue}".strip(), begin, until, HALFWAY if cue else "")


def _half_hold(state: State, manner: Manner) -> Iterator[SpokenLine]:
    """Say "halfway" and a cue, before the seconds that are counted."""
    half = _half(state)
    if half is None:
        return
    coming = [line.begin - PAUSE for line in _seconds(state, manner) if line.begin > half.at]
    until = min((half.at + HALF_HOLD, _end(state) - 3.0, *coming))
    cue = half_cue(state, manner)
    yield SpokenLine(f"{HALFWAY} {cue}".strip(), half.at + SECONDS["halfway"] + 2 * AIR, until, HALFWAY if cue else "")


def _shorter(cue: str) -> str:
    brief = sentence(opening_part(cue))
    return brief if brief != cue else ""


def _seconds(state: State, manner: Manner) -> Iterator[SpokenLine]:
    """Say that ten and five seconds are left: not into the go, the last three have their ticks."""
    if not manner.counts_holds:
        return
    end, half = _end(state), _half(state)
    for left in LEFT:
        at = end - left
        if at >= state.go + 1.0 - AIR:
            busy = half is not None and abs(half.at - at) < AIR
            begin = at + (SECONDS["halfway"] + AIR if busy else AFTER_SECOND)
            yield SpokenLine(left_sentence(left), begin, at + 2.0)


def _turns(state: State) -> Iterator[SpokenLine]:
    """Say whose turn it is, where the session names it."""
    bout = state.current
    if not takes_turns_aloud(bout):
        return
    for mark, following in zip(state.due, (*state.due[1:], None), strict=True):
        if mark.what != "phase" or mark.phase:
            continue
        lefts = (mark.n % 2 == 1) == (state.plan.first_side == "left")
        text = turn_sentence(bout, "left" if lefts else "right")
        if text:
            begin = mark.at + SECONDS["rep"] + AIR
            fresh = mark.at + FRESH
            yield SpokenLine(text, begin, min(fresh, following.at) if following else fresh)
