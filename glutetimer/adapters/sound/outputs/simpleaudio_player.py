"""Sound through simpleaudio, for those who choose it: the library mixes, each sound opens the device again."""

from __future__ import annotations

import time
from array import array
from types import TracebackType

import simpleaudio

from glutetimer.adapters.sound.output import NoSound
from glutetimer.adapters.sound.outputs.triggered import Triggered, seconds
from glutetimer.adapters.sound.timetable import Timetable
from glutetimer.adapters.sound.wavs import RATE, WIDTH, Wavs

SILENCE = bytes(WIDTH * RATE // 100)
LATE = 2.5  # seconds after its end in which a sound may still be playing; an idle null sink takes 2


class SimpleaudioOutput(Triggered):
    """Plays each sound as its own stream."""

    name = "simpleaudio"

    def __init__(self, wavs: Wavs, timetable: Timetable) -> None:
        """Try the device with a moment of silence. NoSound where that fails."""
        super().__init__(wavs, timetable)
        started(SILENCE)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        super().__exit__(kind, error, trace)
        simpleaudio.stop_all()

    def begin(self, sound: str, samples: array[int]) -> Stream:
        """Start a stream of its own for a sound."""
        return Stream(started(samples.tobytes()), time.perf_counter() + seconds(samples) + LATE)


class Stream:
    """Sound on its way through the library, which reports no trouble once a stream is open."""

    def __init__(self, stream: simpleaudio.PlayObject, latest: float) -> None:
        """`latest` is the moment by which it is over, in seconds of `time.perf_counter`."""
        self._stream = stream
        self._latest = latest

    def over(self, now: float) -> bool:
        """Whether it has ended. NoSound when it never ends: then the device has gone."""
        if not self._stream.is_playing():
            return True
        if now > self._latest:
            raise NoSound("the sound device has gone")
        return False

    def stop(self) -> None:
        """End it at once."""
        self._stream.stop()


def started(samples: bytes) -> simpleaudio.PlayObject:
    """Start a stream. The library names no error of its own to catch."""
    try:
        return simpleaudio.play_buffer(samples, 1, WIDTH, RATE)
    except Exception as error:
        raise NoSound("no device found") from error
