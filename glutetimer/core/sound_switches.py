"""Sound and voice in a run: turned off and on by a key, and the bell where nothing can play."""

from __future__ import annotations

from glutetimer.core.ports import LiveRun

#: Sounds too soft and too many for a bell, which has a single tone; "" is silence.
UNRUNG = frozenset({"", "phase-up", "phase-hold", "phase-down"})

NO_VOICE = "No voice: no engine found. Install espeak-ng."

NO_NUMBERS, VOICE_OFF = "Voice without numbers", "Voice off"

SOUND_BACK = "Sound is back."


class SoundWatch:
    """Notices when sound comes back that had gone without anybody's wish."""

    def __init__(self, live: LiveRun) -> None:
        self._live = live
        self._gone = False

    def news(self) -> str:
        """Sentence at the first look after sound has come back, otherwise ""."""
        was, self._gone = self._gone, bool(self._live.sound_problem())
        heard = not (self._gone or self._live.run.muted or self._live.silent())
        return SOUND_BACK if was and heard else ""


def switch_voice(live: LiveRun, now: float) -> str:
    """Turn the voice from all to no numbers, to off, to all; say it and return a line for the runner.

    Without a voice nothing changes.
    """
    run = live.run
    if not live.has_voice():
        return live.voice_problem() or NO_VOICE
    if run.speaks and run.counts != "off":
        run.count("off", now)
        run.say(f"{NO_NUMBERS}.", now)
        return NO_NUMBERS
    if run.speaks:
        run.speak(False, now)
        return VOICE_OFF
    run.count("all", now)
    run.speak(True, now)
    run.say("Voice on.", now)
    if run.muted:
        return "Voice on, once m brings the sound back"
    return live.voice_problem() or (live.sound_problem() if live.bell() else "") or "Voice on"


def switch_sound(live: LiveRun, now: float, *, quiet: str) -> str:
    """Turn the sound off, or on again; return a line for the runner, `quiet` if the sound is now off."""
    run = live.run
    run.mute(not run.muted, now)
    if run.muted:
        return quiet
    if live.rehearsal:
        return "A rehearsal is silent"
    if live.bell():
        return "Sound on: the terminal's bell"
    if live.silent():
        return live.sound_problem() or "No sound: it is off in the settings."
    return "Sound on"


def rings(live: LiveRun, sound: str) -> bool:
    """Whether the terminal's bell is to ring for a sound, because nothing else can play it."""
    return sound not in UNRUNG and live.bell() and not live.run.muted
