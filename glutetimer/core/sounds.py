"""Which event makes which sound. The names are the WAV files in sounds/."""

from __future__ import annotations

from glutetimer.core import events as ev

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


def _rep(event: ev.RepDone) -> str:
    if event.count == event.of:
        return "rep-last"
    return "rep-near" if event.of - event.count < NEAR else "rep"


def _phase(event: ev.PhaseStarted) -> str:
    """The first phase begins with the sound of the rep before it, or with the go."""
    return "phase" if event.phase else ""
