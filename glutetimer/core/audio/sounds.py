"""Sounds of the events. The names are the WAV files in sounds/."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from glutetimer.core.audio.ports import is_spoken
from glutetimer.core.run import events as ev
from glutetimer.core.settings.config import Volume

SoundClass = Literal["ticks", "transitions", "voice"]

#: How long each sound is heard, in seconds: spoken words keep clear of it.
SECONDS: dict[str, float] = {
    "count": 0.08,
    "finish": 0.705,
    "go": 0.45,
    "halfway": 0.33,
    "pause": 0.245,
    "phase": 0.03,
    "rep": 0.04,
    "rep-last": 0.32,
    "rep-near": 0.11,
    "rest": 0.55,
    "resume": 0.245,
    "stop": 0.74,
    "switch": 0.405,
    "target": 0.32,
}

#: Reps before the last that sound different.
NEAR = 3

_PLAIN: dict[type[ev.Event], str] = {
    ev.SwitchStarted: "switch",
    ev.RestStarted: "rest",
    ev.CountIn: "count",
    ev.BoutStarted: "go",
    ev.Halfway: "halfway",
    ev.LastSeconds: "count",
    ev.TargetReached: "target",
    ev.Paused: "pause",
    ev.Resumed: "resume",
    ev.FormBroke: "stop",
    ev.PainFelt: "stop",
}

#: Sounds that count along; every other sound means that something begins or ends.
_TICKS = frozenset({"count", "phase", "rep", "rep-near", "rep-last"})


def sound_for(event: ev.Event) -> str:
    """Name the sound of an event; empty for a silent event."""
    match event:
        case ev.RepDone():
            return _rep(event)
        case ev.PhaseStarted():
            return _phase(event)
        case ev.Finished():
            return "finish" if event.state == "finished" else ""
        case ev.Paused() if event.reason == "pain":
            return ""
        case _:
            return _PLAIN.get(type(event), "")


def sound_class(name: str) -> SoundClass:
    """Say whether a sound counts along, marks a change or is speech: each class has its volume."""
    if is_spoken(name):
        return "voice"
    return "ticks" if name in _TICKS else "transitions"


def gains(names: Iterable[str], volume: Volume) -> dict[str, float]:
    """Map each sound to the factor for its samples; "voice" to the factor for all speech."""
    factors = {name: amplitude(getattr(volume, sound_class(name))) for name in names}
    return factors | {"voice": amplitude(volume.voice)}


def amplitude(percent: int) -> float:
    """Turn a volume in percent into a factor, by the square: 50 % is 0.25 (-12 dB), which sounds about half as loud."""
    return (percent / 100) ** 2


def _rep(event: ev.RepDone) -> str:
    if event.count == event.of:
        return "rep-last"
    return "rep-near" if event.of - event.count < NEAR else "rep"


def _phase(event: ev.PhaseStarted) -> str:
    """Find the sound of a phase; the first has none, because the rep before it, or the go, sounds."""
    return "phase" if event.phase else ""
