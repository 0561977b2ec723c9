"""Sound and voice of one run: opened together, closed together, and what is wrong with them."""

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
from glutetimer.core.audio.ports import Cue
from glutetimer.core.audio.speaker import Speaker
from glutetimer.core.run.events import Event, RestStarted
from glutetimer.core.settings.config import Config, Volume

#: The folder of spoken clips, in the cache folder.
CLIPS = "voice"
#: Seconds between two looks at a sentence that is not ready yet, and how often to look.
LOOK, LOOKS = 0.05, 60


class OnClock(Struct, frozen=True):
    """A player that is told the moments of a run's clock. See `glutetimer.core.audio.ports.Player`."""

    player: DevicePlayer
    clock: ScaledClock

    def expect(self, cues: Sequence[Cue]) -> None:
        """The same cues at the real moments."""
        self.player.expect([Cue(self.clock.real(cue.due), cue.sound) for cue in cues])

    def quiet(self, on: bool) -> None:
        """Nothing is wanted, or something is."""
        self.player.quiet(on)

    def look_again(self, event: Event, sound: str) -> None:
        """A listener: a rest is a good moment to find a device that was not there."""
        if isinstance(event, RestStarted):
            self.player.again()


class Audible(Struct, frozen=True):
    """What a run is heard through. `audible`: whether any volume but the voice's is above 0.

    `unspoken` is why nobody could speak here, whatever is wished; "" where somebody can, or an engine is missing.
    """

    player: DevicePlayer
    voice: ClosingVoice
    audible: bool
    count_aloud: bool = False
    unspoken: str = ""

    @property
    def has_voice(self) -> bool:
        """Whether there is somebody who speaks."""
        return not isinstance(self.voice, NoVoice)

    @property
    def speaking(self) -> Speaker | None:
        """Says what is to be said; None where there is no voice."""
        return Speaker(self.voice, count_aloud=self.count_aloud) if self.has_voice else None

    @property
    def preparing(self) -> str:
        """How far the voice is with its sentences, "" where it is done or there is none."""
        ready, of = self.voice.progress
        return f"Voice: {ready} of {of} sentences ready" if ready < of else ""

    @property
    def wordless(self) -> str:
        """Why nothing can be said, as a sentence; "" where something can."""
        return self.voice.problem or self.unspoken or ("" if self.has_voice else no_engine())

    def silent(self) -> bool:
        """Whether not everything is heard."""
        return not (self.player.whole and self.audible)

    def bell(self) -> bool:
        """Whether the terminal's bell is to ring: sound is wanted and there is nothing to play it on."""
        return self.player.bell and self.audible

    def close(self) -> None:
        """Let what is heard ring out and end what was started."""
        self.voice.close()
        self.player.close()


def open_audible(config: Config, cache: Path, *, rehearsal: bool, quiet: bool = False) -> Audible:
    """Sound and voice as the settings have it; a rehearsal is silent. `quiet`: nothing is wanted for now."""
    if rehearsal:
        return Audible(Silent(), NoVoice(), audible=False, unspoken="No voice in a rehearsal.")
    clips = cache / CLIPS
    volume = config.volume
    player = choose_player(config.player, sounds_folder(), volume, clips, quiet=quiet)
    unspoken = why_unspoken(player, volume)
    # Words that are off are off by the key only: nothing is made before they are wanted.
    wish = "auto" if config.voice == "off" else config.voice
    voice = NoVoice() if unspoken else choose_voice(wish, clips)
    heard = volume.ticks > 0 or volume.transitions > 0
    return Audible(player, voice, heard, config.count_aloud, unspoken)


def why_unspoken(player: DevicePlayer, volume: Volume) -> str:
    """Why no word could be heard, as a sentence."""
    if isinstance(player, Silent):
        return f"No voice: {'the bell cannot speak' if player.bell else 'there is no sound'}."
    return "" if volume.voice else "No voice: its volume is 0."


class Check:
    """Sounds and words outside a run. See `glutetimer.core.ports.SoundCheck`."""

    def __init__(self, audible: Audible) -> None:
        self._audible = audible
        self._closed = threading.Event()
        self._wordless = ""

    @property
    def problem(self) -> str:
        """Why nothing is heard, or nothing said where a sentence was asked for."""
        return self._audible.player.problem or self._wordless

    def play(self, sound: str) -> None:
        """Play a sound now."""
        self._audible.player.play(sound)

    def say(self, sentence: str) -> None:
        """Say a sentence as soon as it is ready, on a thread; nothing where there is no voice."""
        self._wordless = self._audible.wordless
        if not self._wordless:
            self._audible.voice.prepare([sentence])
            threading.Thread(target=self._say, args=(sentence,), name="sound check", daemon=True).start()

    def close(self) -> None:
        """Let go of everything."""
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
