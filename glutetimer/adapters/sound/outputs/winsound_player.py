"""Sound through Windows' own player, which plays one sound at a time: a second sound ends the first."""

from __future__ import annotations

import sys
import time
from array import array
from collections.abc import Callable
from types import TracebackType
from typing import TypeAlias

from glutetimer.adapters.sound.available import WINSOUND
from glutetimer.adapters.sound.limiter import Limiter
from glutetimer.adapters.sound.mixer import added
from glutetimer.adapters.sound.output import NoSound
from glutetimer.adapters.sound.outputs.triggered import Triggered, seconds
from glutetimer.adapters.sound.timetable import Timetable
from glutetimer.adapters.sound.wavs import RATE, WavFiles, Wavs, silence
from glutetimer.core.audio.ports import is_spoken

TRIED = 0.02  # seconds of silence

#: Plays the file of this path, and waits for its end where True; "" stops the sound. RuntimeError where it fails.
PlayFile: TypeAlias = Callable[[str, bool], None]


class WinsoundOutput(Triggered):
    """Plays a sound together with the rest of the sounds still heard, as one file: neither is cut off."""

    name = WINSOUND

    def __init__(self, wavs: Wavs, timetable: Timetable, play_file: PlayFile | None = None) -> None:
        """Try the device with a moment of silence. NoSound where that fails."""
        super().__init__(wavs, timetable)
        self._play_file = play_file or windows_player()
        self._samples, self._began = silence(0), 0.0
        self._files = WavFiles()
        try:
            self._play_file(str(self._files.once(silence(TRIED))), True)
        except (NoSound, RuntimeError) as error:
            self._files.close()
            raise NoSound("no device found") from error

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        super().__exit__(kind, error, trace)
        self._files.close()

    def begin(self, sound: str, samples: array[int]) -> Part:
        """Start a sound; earlier sounds go on beneath it."""
        rest = self._samples[round((time.perf_counter() - self._began) * RATE) :]
        whole = together(samples, rest)
        path = self._files.once(whole) if rest or is_spoken(sound) else self._files.kept(sound, samples)
        try:
            self._play_file(str(path), False)
        except RuntimeError as error:
            raise NoSound("the sound device has gone") from error
        self._samples, self._began = whole, time.perf_counter()
        return Part(self._began + seconds(samples), self._stop)

    def _stop(self) -> None:
        self._samples = silence(0)
        self._play_file("", False)


class Part:
    """Sound that is heard beside others. The player does not report its end: that follows from its length."""

    def __init__(self, end: float, stop: Callable[[], None]) -> None:
        self._end = end
        self._stop = stop

    def over(self, now: float) -> bool:
        """Whether its end has come."""
        return now >= self._end

    def stop(self) -> None:
        """End it, and the sounds beneath it."""
        if not self.over(time.perf_counter()):
            self._stop()


def together(one: array[int], other: array[int]) -> array[int]:
    """Mix two sounds."""
    return Limiter().limited(added((one, other), max(len(one), len(other))))


def windows_player() -> PlayFile:
    """Player of Windows. NoSound on other systems."""
    if sys.platform == "win32":
        import winsound

        def play_file(path: str, wait: bool) -> None:
            later = 0 if wait else winsound.SND_ASYNC
            if path:
                winsound.PlaySound(path, winsound.SND_FILENAME | winsound.SND_NODEFAULT | later)
            else:
                winsound.PlaySound(None, winsound.SND_PURGE)

        return play_file
    else:
        raise NoSound("this is not Windows")
