"""Times of the words: in the gaps between the sounds, each sentence whole, or not at all where it does not fit.

The name of the next exercise is always said: where it fits nowhere else, the counts that it meets give way to it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from glutetimer.core.audio.all_sentences import plan_sentences
from glutetimer.core.audio.event_sounds import SECONDS
from glutetimer.core.audio.gaps import first_gap, sounds_until
from glutetimer.core.audio.manner import Manner
from glutetimer.core.audio.ports import Clip, Cue, Voice
from glutetimer.core.audio.spoken_lines import asked_lines, remark_lines, script
from glutetimer.core.audio.work_words import AIR, PAUSE, SpokenLine
from glutetimer.core.run.events import Event, Said
from glutetimer.core.run.state import State
from glutetimer.core.run.timing import Mark
from glutetimer.core.settings.spec import Counting, Explaining
from glutetimer.core.values import replace

if TYPE_CHECKING:
    from glutetimer.core.audio.manner import Lore

#: Seconds between giving the player a sentence and its beginning.
NOTICE = 0.1
#: Seconds to wait for a sentence that is not ready yet; for the name of what comes, which everything else follows.
PATIENCE, PATIENCE_FOR_NAMES = 2.0, 6.0
#: Seconds that count as 0.
NONE = 1e-6
#: Sounds that give way to words that must be said; to numbers; and those for which a number is said.
COUNTS = frozenset({"count"})
TICKS = frozenset({"phase-up", "phase-hold", "phase-down", "rep", "rep-near"})
REPS = frozenset({"rep", "rep-near"})
#: Silence between a number and the next rep; where there is less, only every so many reps are counted.
CLEAR, SOME = 0.3, 5


class PlacedLine(Struct, frozen=True):
    """A sentence with its time: its number among the step's lines, when it is over, what was reported of it.

    `over` are the sounds that give way to it; it is said for the rep that ends at `rep`.
    """

    number: int
    cue: Cue
    end: float
    event: Said
    over: frozenset[str] = frozenset()
    rep: float | None = None


class Speaker:
    """Says the lines of the running step. Times are run time, in seconds."""

    def __init__(
        self, voice: Voice, *, counts: Counting = "all", how: Explaining = "first", lore: Lore | None = None
    ) -> None:
        """Without `lore` every exercise is taken as known."""
        self._voice = voice
        self._manner = Manner(counts, how)
        self._lore = lore
        self._asked = ""
        self._explaining = False
        self._target = 0
        self._bout = -1
        self._eased = False
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

    @property
    def counts(self) -> Counting:
        """Which numbers are said."""
        return self._manner.counts

    def count(self, counts: Counting) -> None:
        """Say these numbers from now on."""
        self._manner = replace(self._manner, counts=counts)
        self._due = None

    def explain(self) -> None:
        """Say how the next exercise is done, as soon as there is room for it in this break."""
        self._explaining = True

    def remark(self, sentence: str) -> None:
        """Say a sentence as soon as there is room for it in this step."""
        self._asked = sentence

    def covers(self, cue: Cue) -> bool:
        """Whether words lie where a sound would be heard that gives way to them."""
        until = cue.due + SECONDS.get(cue.sound, 0.0)
        return any(cue.sound in one.over and one.cue.due < until and cue.due < one.end for one in self._placed)

    def numbers(self, cue: Cue) -> bool:
        """Whether a number is said for the rep that makes this sound."""
        return cue.sound in REPS and any(one.rep is not None and abs(one.rep - cue.due) < AIR for one in self._placed)

    def stand(self, t: float) -> None:
        """Stop speaking: a sentence that is not over starts from its beginning when the clock goes on."""
        open_ = [one for one in self._placed if one.end > t]
        if open_:
            self._take_back(open_, t)

    def _follow(self, state: State, t: float, heard: Sequence[Cue]) -> None:
        """Follow the run: another step, or way to do it, has other lines; the same with new times goes on."""
        name, target = state.current.exercise.name, state.current.target
        step = (state.stage, state.bout, state.began, state.go if state.stage == "bout" else None, name, target)
        if step != self._step:
            self._renamed, self._name = self._name not in ("", name), name
            self._eased = self._target > state.current.target and self._bout == state.bout
            self._target, self._bout = state.current.target, state.bout
            self._step, self._since, self._due = step, t, None
            self._take_back(self._placed, t)
            self._next = 0
        if self._learn():
            self._voice.prepare(plan_sentences(state.plan, self._manner))
            self._due = None if not any(one.cue.due <= t for one in self._placed) else self._due
        if state.due is not self._due:
            self._due = state.due
            self._lines = script(state, self._since, self._manner, renamed=self._renamed, eased=self._eased)
            self._follow_times(state, t, heard)
            self._voice.prepare([text for line in self._lines[self._next :] for text in line.texts])

        if self._asked or self._explaining:
            told = (*remark_lines(state, t, self._asked), *(asked_lines(state, t) if self._explaining else ()))
            self._asked, self._explaining = "", False
            self._lines = (*self._lines[: self._next], *told, *self._lines[self._next :])
            self._voice.prepare([text for line in told for text in line.texts])

    def _learn(self) -> bool:
        """Look at what the log knows by now; say whether that is news."""
        if self._lore is None:
            return False
        before = self._manner
        self._manner = replace(before, new=self._lore.first_time, failed=self._lore.failed_cues)
        return self._manner != before

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
        return not ready and t < min(line.until, line.begin + (PATIENCE_FOR_NAMES if line.must else PATIENCE))

    def _placed_line(
        self, state: State, t: float, line: SpokenLine, heard: Sequence[Cue], *, may_force: bool
    ) -> PlacedLine | None:
        """Find the fullest wording of a line that fits; else the shortest in the place of counts; else None."""
        if line.done and self._is_too_quick(line):
            return None
        clips = [(text, clip) for text in line.texts if (clip := self._voice.clip(text))]
        for over in self._given_way(line, may_force=may_force):
            for text, clip in reversed(clips) if over is COUNTS else clips:
                at = self._gap(state, t, line, clip, heard, over)
                if at is not None:
                    said = Said(at, state.step, state.bout, text, clip.name)
                    rep = line.rep if line.done else None
                    return PlacedLine(self._next, Cue(at, clip.name), at + clip.seconds, said, over, rep)
        return None

    def _given_way(self, line: SpokenLine, *, may_force: bool) -> tuple[frozenset[str], ...]:
        """List the sounds that may give way to a line, one choice after the other."""
        if line.done:
            return (TICKS,)
        return (frozenset(), COUNTS) if may_force else (frozenset(),)

    def _is_too_quick(self, line: SpokenLine) -> bool:
        """Whether reps are too quick to count them all, and this one is left out."""
        clips = [self._voice.clip(one.text) for one in self._lines if one.done]
        quick = any(clip and clip.seconds + CLEAR > line.every for clip in clips)
        return quick and (line.done % SOME != 0 or line.text.startswith("One more"))

    def _gap(
        self, state: State, t: float, line: SpokenLine, clip: Clip, heard: Sequence[Cue], over: frozenset[str]
    ) -> float | None:
        after = max((one.end + PAUSE for one in self._placed), default=t)
        begin = max(line.begin, after, t + NOTICE)
        busy = sounds_until(state, line.until, heard, over=over)
        if line.exact:
            free = all(end <= line.begin or start >= line.begin + clip.seconds for start, end in busy)
            return line.begin if begin <= line.begin and free and line.begin + clip.seconds <= line.until else None
        return first_gap(begin, clip.seconds, line.until, busy)


def clashes(state: State, one: PlacedLine, t: float, heard: Sequence[Cue]) -> bool:
    """Whether what is left of a sentence at `t` meets a sound that does not give way to it."""
    busy = sounds_until(state, one.end, heard, over=one.over)
    return any(max(t, start) < min(one.end, end) for start, end in busy)
