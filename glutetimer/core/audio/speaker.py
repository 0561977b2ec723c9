"""Times of the words: in the gaps between the sounds, each sentence whole, or not at all where it does not fit.

The name of the next exercise is always said: where it fits nowhere else, the counts that it meets give way to it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct

from glutetimer.core.audio.event_sounds import SECONDS, sound_for
from glutetimer.core.audio.ports import Clip, Cue, Voice
from glutetimer.core.audio.precedence import FAR, only_chosen
from glutetimer.core.audio.spoken_lines import AIR, SpokenLine, script
from glutetimer.core.run.engine import events_until
from glutetimer.core.run.events import Event, Said
from glutetimer.core.run.state import State
from glutetimer.core.run.timing import Mark

#: Seconds between two sentences.
PAUSE = 0.25
#: Seconds between giving the player a sentence and its beginning.
NOTICE = 0.1
#: Seconds to wait for a sentence that is not ready yet.
PATIENCE = 2.0
#: Seconds that count as 0.
NONE = 1e-6
#: The sound that gives way to words that must be said.
COUNT = "count"

Span = tuple[float, float]


class PlacedLine(Struct, frozen=True):
    """A sentence with its time: its number among the step's lines, when it is over, what was reported of it.

    `forced`: counts give way to it.
    """

    number: int
    cue: Cue
    end: float
    event: Said
    forced: bool = False


class Speaker:
    """Says the lines of the running step. Times are run time, in seconds."""

    def __init__(self, voice: Voice, *, count_aloud: bool = False) -> None:
        self._voice = voice
        self._count_aloud = count_aloud
        self._step: object = None
        self._since = 0.0
        self._name = ""
        self._renamed = False
        self._due: tuple[Mark, ...] | None = None
        self._lines: tuple[SpokenLine, ...] = ()
        self._next = 0
        self._placed: list[PlacedLine] = []
        self._untold: list[PlacedLine] = []

    def upcoming(self, state: State, t: float, horizon: float, heard: Sequence[Cue] = ()) -> list[Cue]:
        """List what is spoken at `t` or begins within `horizon`; `due` is run time here.

        `heard` are the sounds that have started and may still be ringing.
        """
        self._follow(state, t, heard)
        self._place(state, t, horizon, heard)
        return [one.cue for one in self._placed if one.end > t and one.cue.due <= t + horizon]

    def said(self, t: float) -> list[Event]:
        """List the sentences that began by `t`, each once."""
        begun = [one.event for one in self._untold if one.cue.due <= t + NONE]
        self._untold = [one for one in self._untold if one.cue.due > t + NONE]
        return list(begun)

    def next_said(self) -> float | None:
        """When the next sentence begins that was not reported yet; None where there is none."""
        return min((one.cue.due for one in self._untold), default=None)

    def covers(self, cue: Cue) -> bool:
        """Whether words that must be said lie where a count would be heard, which is then left out."""
        if cue.sound != COUNT:
            return False
        until = cue.due + SECONDS[COUNT]
        return any(one.forced and one.cue.due < until and cue.due < one.end for one in self._placed)

    def stand(self, t: float) -> None:
        """Stop speaking: a sentence that is not over starts from its beginning when the clock goes on."""
        open_ = [one for one in self._placed if one.end > t]
        if open_:
            self._take_back(open_, t)

    def _follow(self, state: State, t: float, heard: Sequence[Cue]) -> None:
        """Follow the run: another step, or way to do it, has other lines; the same with new times goes on."""
        name = state.current.exercise.name
        step = (state.stage, state.bout, state.began, state.go if state.stage == "bout" else None, name)
        if step != self._step:
            self._renamed, self._name = self._name not in ("", name), name
            self._step, self._since, self._due = step, t, None
            self._take_back(self._placed, t)
            self._next = 0
        if state.due is not self._due:
            self._due = state.due
            self._lines = script(state, self._since, count_aloud=self._count_aloud, renamed=self._renamed)
            self._follow_times(state, t, heard)
            self._voice.prepare([text for line in self._lines[self._next :] for text in line.texts])

    def _follow_times(self, state: State, t: float, heard: Sequence[Cue]) -> None:
        """Follow new times: a sentence that has started goes on if it meets no sound now; the others get new times."""
        wrong = [one for one in self._placed if one.cue.due > t or clashes(state, one, t, heard)]
        self._take_back(wrong, t)
        if state.stage == "bout":
            self._next = sum(1 for line in self._lines if line.begin < t)

    def _take_back(self, some: Sequence[PlacedLine], t: float) -> None:
        """Silence these sentences, or do not let them begin."""
        self._next = min((one.number for one in some), default=self._next)
        self._placed = [one for one in self._placed if one not in some]
        self._untold = [one for one in self._untold if one not in some or one.cue.due <= t]

    def _place(self, state: State, t: float, horizon: float, heard: Sequence[Cue]) -> None:
        """Give each line that comes up its time, in order; leave out a line that no longer fits."""
        while self._next < len(self._lines) and self._lines[self._next].begin <= t + horizon:
            line = self._lines[self._next]
            waits = self._waits(line, t)
            placed = self._placed_line(state, t, line, heard, may_force=line.must and not waits)
            if placed is not None:
                self._placed.append(placed)
                self._untold.append(placed)
            elif waits:
                return
            self._next += 1

    def _waits(self, line: SpokenLine, t: float) -> bool:
        """Whether a clip that is not ready yet may still come in time."""
        ready = all(self._voice.clip(text) for text in line.texts)
        return not ready and t < min(line.until, line.begin + PATIENCE)

    def _placed_line(
        self, state: State, t: float, line: SpokenLine, heard: Sequence[Cue], *, may_force: bool
    ) -> PlacedLine | None:
        """Find the fullest wording of a line that fits; else the shortest in the place of counts; else None."""
        clips = [(text, clip) for text in line.texts if (clip := self._voice.clip(text))]
        for force in (False, True) if may_force else (False,):
            for text, clip in reversed(clips) if force else clips:
                at = self._gap(state, t, line, clip, heard, counts=not force)
                if at is not None:
                    said = Said(at, state.step, state.bout, text, clip.name)
                    return PlacedLine(self._next, Cue(at, clip.name), at + clip.seconds, said, force)
        return None

    def _gap(
        self, state: State, t: float, line: SpokenLine, clip: Clip, heard: Sequence[Cue], *, counts: bool
    ) -> float | None:
        after = max((one.end + PAUSE for one in self._placed), default=t)
        begin = max(line.begin, after, t + NOTICE)
        return first_gap(begin, clip.seconds, line.until, sounds_until(state, line.until, heard, counts=counts))


def clashes(state: State, one: PlacedLine, t: float, heard: Sequence[Cue]) -> bool:
    """Whether what is left of a sentence at `t` meets a sound that does not give way to it."""
    busy = sounds_until(state, one.end, heard, counts=not one.forced)
    return any(max(t, start) < min(one.end, end) for start, end in busy)


def sounds_until(state: State, t: float, heard: Sequence[Cue] = (), *, counts: bool = True) -> list[Span]:
    """List from when to when sounds are heard that have started (`heard`), or begin until `t` if no key is pressed.

    Without `counts`, those that count are not among the sounds to begin.
    """
    out: list[Event] = []
    events_until(state, t + FAR, out)
    coming = only_chosen([Cue(event.at, sound) for event in out if (sound := sound_for(event))], heard)
    coming = [cue for cue in coming if cue.due <= t and (counts or cue.sound != COUNT)]
    return [(cue.due, cue.due + SECONDS[cue.sound]) for cue in (*heard, *coming)]


def first_gap(begin: float, seconds: float, until: float, busy: Iterable[Span]) -> float | None:
    """Find the earliest moment from `begin` on with `seconds` of silence before `until`, a little air around them."""
    at = begin
    for start, end in sorted(busy):
        if at + seconds + AIR <= start:
            break
        at = max(at, end + AIR)
    return at if at + seconds + AIR <= until else None
