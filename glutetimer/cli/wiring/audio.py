"""Sound and voice of one run: opened together, closed together, with their problems."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct

from glutetimer.adapters.sound.available import sounds_folder
from glutetimer.adapters.sound.choose import choose_player
from glutetimer.adapters.sound.player import DevicePlayer, Silent
from glutetimer.adapters.system.clock import ScaledClock
from glutetimer.adapters.voice.choose import ClosingVoice, NoVoice, choose_voice
from glutetimer.adapters.voice.engines import no_engine
from glutetimer.core.audio.manner import Lore, Manner
from glutetimer.core.audio.ports import Cue
from glutetimer.core.audio.speaker import Speaker
from glutetimer.core.audio.spoken_lines import USUAL
from glutetimer.core.run.events import Event, RestStarted
from glutetimer.core.settings.config import Config, Volume

#: Name of the folder of spoken clips, in the cache folder.
CLIPS = "voice"
#: Seconds between two checks of a sentence that is not ready yet, and the number of checks.
LOOK, LOOKS = 0.05, 60


class OnClock(Struct, frozen=True):
    """Player on the clock of a run. See `glutetimer.core.audio.ports.Player`."""

    player: DevicePlayer
    clock: ScaledClock

    def expect(self, cues: Sequence[Cue]) -> None:
        """Expect the cues at their real moments."""
        self.player.expect([Cue(self.clock.real(cue.due), cue.sound) for cue in cues])

    def quiet(self, on: bool) -> None:
        """Turn the player quiet, or on again."""
        self.player.quiet(on)

    def look_again(self, event: Event, sound: str) -> None:
        """Look for a missing device in each rest, a good moment for it; a listener."""
        if isinstance(event, RestStarted):
            self.player.again()


class Audible(Struct, frozen=True):
    """Sound and voice of a run. `audible`: whether any volume but the voice's is above 0.

    `unspoken` is why no voice could be heard here, whatever the wish; "" where one can, or an engine is missing.
    """

    player: DevicePlayer
    voice: ClosingVoice
    audible: bool
    manner: Manner = USUAL
    unspoken: str = ""

    @property
    def has_voice(self) -> bool:
        """Whether there is a voice."""
        return not isinstance(self.voice, NoVoice)

    def speaking(self, lore: Lore) -> Speaker | None:
        """Make the speaker for the run; None where there is no voice."""
        manner = self.manner
        return Speaker(self.voice, counts=manner.counts, how=manner.how, lore=lore) if self.has_voice else None

    @property
    def preparing(self) -> str:
        """Progress of the voice with its sentences, "" where it is done or missing."""
        ready, of = self.voice.progress
        return f"Voice: {ready} of {of} sentences ready" if ready < of else ""

    @property
    def wordless(self) -> str:
        """Why no sentence can be spoken, as a sentence; "" where it can."""
        return self.voice.problem or self.unspoken or ("" if self.has_voice else no_engine())

    def silent(self) -> bool:
        """Whether some sounds are not heard."""
        return not (self.player.whole and self.audible)

    def bell(self) -> bool:
        """Whether the terminal's bell is to ring: sound is wanted and there is nothing to play it on."""
        return self.player.bell and self.audible

    def close(self) -> None:
        """Let the last sound ring out and end the children."""
        self.voice.close()
        self.player.close()


def open_audible(config: Config, cache: Path, *, rehearsal: bool, quiet: bool = False) -> Audible:
    """Open sound and voice by the settings; a rehearsal is silent. `quiet`: no sound is wanted for now."""
    if rehearsal:
        return Audible(Silent(), NoVoice(), audible=False, unspoken="No voice in a rehearsal.")
    clips = cache / CLIPS
    volume = config.volume
    player = choose_player(config.player, sounds_folder(), volume, clips, quiet=quiet)
    unspoken = why_unspoken(player, volume)
    # Speech that is off can be turned on by its key: no clip is made before that.
    wish = "auto" if config.voice == "off" else config.voice
    voice = NoVoice() if unspoken else choose_voice(wish, clips)
    heard = volume.ticks > 0 or volume.transitions > 0
    return Audible(player, voice, heard, Manner(config.count_aloud, config.how), unspoken)


def why_unspoken(player: DevicePlayer, volume: Volume) -> str:
    """Why no speech could be heard, as a sentence."""
    if isinstance(player, Silent):
        return f"No voice: {'the bell cannot speak' if player.bell else 'there is no sound'}."
    return "" if volume.voice else "No voice: its volume is 0."


class Check:
    """Plays sounds and sentences outside a run. See `glutetimer.core.ports.SoundCheck`."""

    def __init__(self, audible: Audible) -> None:
        self._audible = audible
        self._closed = threading.Event()
        self._wordless = ""

    @property
    def problem(self) -> str:
        """Sentence why nothing is heard, or nothing spoken where a sentence was asked for."""
        return self._audible.player.problem or self._wordless

    def play(self, sound: str) -> None:
        """Play a sound now."""
        self._audible.player.play(sound)

    def say(self, sentence: str) -> None:
        """Say a sentence as soon as it is ready, on a thread; do nothing where there is no voice."""
        self._wordless = self._audible.wordless
        if not self._wordless:
            self._audible.voice.prepare([sentence])
            threading.Thread(target=self._say, args=(sentence,), name="sound check", daemon=True).start()

    def close(self) -> None:
        """Close sound and voice."""
        self._closed.set()
        self._audible.close()

    def _say(self, sentence: str) -> None:
        voice = self._audible.voice
        for _ in range(LOOKS):
            clip = voice.clip(sentence)
            if clip is not None:
                self._audible.player.play(clip.name)
                return
            if self._closed.wait(LOOK):
                return
