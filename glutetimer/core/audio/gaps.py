"""Gaps between the sounds, in which words have room."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from glutetimer.core.audio.event_sounds import SECONDS, sound_for
from glutetimer.core.audio.ports import Cue
from glutetimer.core.audio.precedence import FAR, only_chosen
from glutetimer.core.audio.work_words import AIR
from glutetimer.core.run.engine import events_until
from glutetimer.core.run.events import Event
from glutetimer.core.run.state import State

Span = tuple[float, float]


def sounds_until(
    state: State, t: float, heard: Sequence[Cue] = (), *, over: frozenset[str] = frozenset()
) -> list[Span]:
    """List from when to when sounds are heard that have started (`heard`), or begin until `t` if no key is pressed.

    Those that are spoken `over` are not among the sounds to begin.
    """
    out: list[Event] = []
    events_until(state, t + FAR, out)
    coming = only_chosen([Cue(event.at, sound) for event in out if (sound := sound_for(event))], heard)
    coming = [cue for cue in coming if cue.due <= t and cue.sound not in over]
    return [(cue.due, cue.due + SECONDS[cue.sound]) for cue in (*heard, *coming)]


def first_gap(begin: float, seconds: float, until: float, busy: Iterable[Span]) -> float | None:
    """Find the earliest moment from `begin` on with `seconds` of silence before `until`, a little air around them."""
    at = begin
    for start, end in sorted(busy):
        if at + seconds + AIR <= start:
            break
        at = max(at, end + AIR)
    return at if at + seconds + AIR <= until else None
