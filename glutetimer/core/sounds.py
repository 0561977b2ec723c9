"""Which event makes which sound. The names are the WAV files in sounds/."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from glutetimer.core import events as ev
from glutetimer.core.config import Volume

SoundClass = Literal["ticks", "transitions"]

#: This many reps before the last one sound different.
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

#: What counts along; every other sound tells of something that begins or ends.
_TICKS = frozenset({"count", "phase", "rep", "rep-near", "rep-last"})


def sound_for(event: ev.Event) -> str:
    """The name of the sound an event makes; empty for a silent one."""
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
    """Whether a sound counts along or tells of a change: each class has its volume."""
    return "ticks" if name in _TICKS else "transitions"


def gains(names: Iterable[str], volume: Volume) -> dict[str, float]:
    """What to multiply the samples of each sound by."""
    return {name: amplitude(getattr(volume, sound_class(name))) for name in names}


def amplitude(percent: int) -> float:
    """The factor for a volume in percent, by the square: 50 % is 0.25 (-12 dB), which is heard as about half."""
    return (percent / 100) ** 2


def _rep(event: ev.RepDone) -> str:
    if event.count == event.of:
        return "rep-last"
    return "rep-near" if event.of - event.count < NEAR else "rep"


def _phase(event: ev.PhaseStarted) -> str:
    """The first phase begins with the sound of the rep before it, or with the go."""
    return "phase" if event.phase else ""
