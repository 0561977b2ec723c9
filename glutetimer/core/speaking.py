"""When words are said: in the gaps between the sounds, each sentence whole, or not at all where it does not fit."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from glutetimer.core.cues import Clip, Cue, Voice
from glutetimer.core.engine import events_until
from glutetimer.core.events import Event, Said
from glutetimer.core.marks import Mark
from glutetimer.core.script import AIR, Line, script
from glutetimer.core.sounds import SECONDS, sound_for
from glutetimer.core.state import State

#: Seconds between two sentences.
PAUSE = 0.25
#: Seconds that the player needs to hear of a sentence before it begins.
NOTICE = 0.1
#: Seconds to wait for a sentence that is not ready yet.
PATIENCE = 2.0
#: Seconds that count as none.
NONE = 1e-6

Span = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Placed:
    """A sentence that has its moment: its number among the step's lines, when it is over, what is told of it."""

    number: int
    cue: Cue
    end: float
    event: Said


class Speaking:
    """Says the lines of the step that runs. Times are run time, in seconds."""

    def __init__(self, voice: Voice, *, count_aloud: bool = False) -> None:
        self._voice = voice
        self._count_aloud = count_aloud
        self._step: object = None
        self._since = 0.0
        self._due: tuple[Mark, ...] = ()
        self._lines: tuple[Line, ...] = ()
        self._next = 0
        self._placed: list[Placed] = []
        self._untold: list[Placed] = []

    def upcoming(self, state: State, t: float, horizon: float, ringing: Sequence[Span] = ()) -> list[Cue]:
        """What is being said at `t` or begins within `horizon`; `due` is run time here.

        `ringing` is from when to when sounds are heard that have begun.
        """
        self._follow(state, t, ringing)
        self._place(state, t, horizon, ringing)
        return [one.cue for one in self._placed if one.end > t and one.cue.due <= t + horizon]

    def said(self, t: float) -> list[Event]:
        """What began to be said by `t`, each once."""
        begun = [one.event for one in self._untold if one.cue.due <= t + NONE]
        self._untold = [one for one in self._untold if one.cue.due > t + NONE]
        return list(begun)

    def next_said(self) -> float | None:
        """When something begins to be said that was not told yet; None where nothing does."""
        return min((one.cue.due for one in self._untold), default=None)

    def stand(self, t: float) -> None:
        """Nobody speaks from now on: what is not over is said from its beginning when it goes on."""
        open_ = [one for one in self._placed if one.end > t]
        if open_:
            self._take_back(open_, t)

    def _follow(self, state: State, t: float, ringing: Sequence[Span]) -> None:
        """Another step has other lines; the same one with other times goes on where it was."""
        step = (state.stage, state.bout, state.began, state.go if state.stage == "bout" else None)
        if step != self._step:
            self._step, self._since, self._next, self._due = step, t, 0, ()
            self._take_back(self._placed, t)
            self._next = 0
        if state.due is not self._due:
            self._due = state.due
            self._lines = script(state, self._since, count_aloud=self._count_aloud)
            self._follow_times(state, t, ringing)
            self._voice.prepare([line.text for line in self._lines[self._next :]])

    def _follow_times(self, state: State, t: float, ringing: Sequence[Span]) -> None:
        """What has begun goes on if it meets no sound now; what has not is placed anew."""
        wrong = [one for one in self._placed if one.cue.due > t or clashes(state, one, t, ringing)]
        self._take_back(wrong, t)
        if state.stage == "bout":
            self._next = sum(1 for line in self._lines if line.begin < t)

    def _take_back(self, some: Sequence[Placed], t: float) -> None:
        """These fall silent, or never begin."""
        self._next = min((one.number for one in some), default=self._next)
        self._placed = [one for one in self._placed if one not in some]
        self._untold = [one for one in self._untold if one not in some or one.cue.due <= t]

    def _place(self, state: State, t: float, horizon: float, ringing: Sequence[Span]) -> None:
        """Give each line that comes up its moment, in order; one that no longer fits is left out."""
        while self._next < len(self._lines) and self._lines[self._next].begin <= t + horizon:
            line = self._lines[self._next]
            clip = self._voice.clip(line.text)
            if clip is None and t < min(line.until, line.begin + PATIENCE):
                return
            at = None if clip is None else self._gap(state, t, line, clip, ringing)
            if clip is not None and at is not None:
                said = Said(at, state.step, state.bout, line.text, clip.name)
                placed = Placed(self._next, Cue(at, clip.name), at + clip.seconds, said)
                self._placed.append(placed)
                self._untold.append(placed)
            self._next += 1

    def _gap(self, state: State, t: float, line: Line, clip: Clip, ringing: Sequence[Span]) -> float | None:
        after = max((one.end + PAUSE for one in self._placed), default=t)
        begin = max(line.begin, after, t + NOTICE)
        return first_gap(begin, clip.seconds, line.until, (*ringing, *sounds_until(state, line.until)))


def clashes(state: State, one: Placed, t: float, ringing: Sequence[Span]) -> bool:
    """Whether what is left of a sentence at `t` meets a sound."""
    return any(max(t, start) < min(one.end, end) for start, end in (*ringing, *sounds_until(state, one.end)))


def sounds_until(state: State, t: float) -> list[Span]:
    """From when to when sounds are heard that begin until `t`, if no key is pressed."""
    out: list[Event] = []
    events_until(state, t, out)
    named = ((event.at, sound_for(event)) for event in out)
    return [(at, at + SECONDS[sound]) for at, sound in named if sound]


def first_gap(begin: float, seconds: float, until: float, busy: Iterable[Span]) -> float | None:
    """The earliest moment from `begin` on with `seconds` of silence before `until`, a little air around them."""
    at = begin
    for start, end in sorted(busy):
        if at + seconds + AIR <= start:
            break
        at = max(at, end + AIR)
    return at if at + seconds + AIR <= until else None
