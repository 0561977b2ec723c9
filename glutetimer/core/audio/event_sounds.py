"""Sounds of the events. The names are the WAV files in sounds/."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal

from msgspec import Struct

from glutetimer.core.audio.ports import is_spoken
from glutetimer.core.run import events as ev
from glutetimer.core.session.session import motion_of
from glutetimer.core.settings.config import Volume

SoundClass = Literal["ticks", "transitions", "voice"]


class EventSound(Struct, frozen=True):
    """Sound: how many seconds it is heard, its class, the events that always make it."""

    seconds: float
    kind: SoundClass = "transitions"
    events: tuple[type[ev.Event], ...] = ()


#: By name. Sounds that count along are ticks; every other sound means that something begins or ends.
EVENT_SOUNDS: Mapping[str, EventSound] = {
    "count": EventSound(0.08, "ticks", (ev.CountIn, ev.LastSeconds)),
    "finish": EventSound(0.705),
    "go": EventSound(0.45, events=(ev.BoutStarted,)),
    "halfway": EventSound(0.33, events=(ev.Halfway,)),
    "pause": EventSound(0.245, events=(ev.Paused,)),
    "phase-down": EventSound(0.07, "ticks"),
    "phase-hold": EventSound(0.05, "ticks"),
    "phase-up": EventSound(0.07, "ticks"),
    "rep": EventSound(0.04, "ticks"),
    "rep-last": EventSound(0.32, "ticks"),
    "rep-near": EventSound(0.11, "ticks"),
    "rest": EventSound(0.55, events=(ev.RestStarted,)),
    "resume": EventSound(0.245, events=(ev.Resumed,)),
    "stop": EventSound(0.74, events=(ev.FormBroke, ev.PainFelt)),
    "switch": EventSound(0.405, events=(ev.SwitchStarted,)),
    "target": EventSound(0.32, events=(ev.TargetReached,)),
}
#: Spoken words keep clear of them.
SECONDS: Mapping[str, float] = {name: sound.seconds for name, sound in EVENT_SOUNDS.items()}
_BY_EVENT = {event: name for name, sound in EVENT_SOUNDS.items() for event in sound.events}

#: Reps before the last that sound different.
NEAR = 3


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
            return _BY_EVENT.get(type(event), "")


def sound_class(name: str) -> SoundClass:
    """Say whether a sound counts along, marks a change or is speech: each class has its volume."""
    if is_spoken(name):
        return "voice"
    return EVENT_SOUNDS[name].kind if name in EVENT_SOUNDS else "transitions"


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
    return f"phase-{motion_of(event.label)}" if event.phase else ""
