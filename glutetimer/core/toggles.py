"""Sound and voice in a run: turned off and on by a key, and the bell where nothing can play."""

from __future__ import annotations

from glutetimer.core.ports import LiveRun

#: Sounds too soft and too many for a bell, which has but one tone; "" is silence.
UNRUNG = frozenset({"", "phase"})

NO_VOICE = "No voice: no engine found. Install espeak-ng."


def switch_voice(begun: LiveRun, now: float) -> str:
    """Words off, or on again; what to tell the runner. Where there is no voice, nothing changes."""
    run = begun.run
    if not begun.has_voice():
        return begun.voice_problem() or NO_VOICE
    run.speak(not run.speaks, now)
    if not run.speaks:
        return "Voice off"
    if run.muted:
        return "Voice on, once m brings the sound back"
    return begun.voice_problem() or (begun.sound_problem() if begun.bell() else "") or "Voice on"


def switch_sound(begun: LiveRun, now: float, *, quiet: str) -> str:
    """Sound off, or on again; what to tell the runner, `quiet` where nothing is heard from now on."""
    run = begun.run
    run.mute(not run.muted, now)
    if run.muted:
        return quiet
    if begun.rehearsal:
        return "A rehearsal is silent"
    if begun.bell():
        return "Sound on: the terminal's bell"
    if begun.silent():
        return begun.sound_problem() or "No sound: it is off in the settings."
    return "Sound on"


def rings(begun: LiveRun, sound: str) -> bool:
    """Whether the terminal's bell is to ring for a sound, since nothing else makes it heard."""
    return sound not in UNRUNG and begun.bell() and not begun.run.muted
