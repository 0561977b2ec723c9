"""Sound through simpleaudio, for those who choose it: the library mixes, each sound opens the device anew."""

from __future__ import annotations

import time
from array import array
from collections.abc import Mapping
from types import TracebackType
from typing import Self

import simpleaudio

from glutetimer.adapters.sound.output import RING_OUT, NoSound
from glutetimer.adapters.sound.wavs import RATE, WIDTH


class SimpleaudioOutput:
    """Plays each sound as its own stream."""

    name = "simpleaudio"

    def __init__(self, sounds: Mapping[str, array[int]]) -> None:
        """Try the device with a moment of silence. NoSound when that does not work."""
        self._sounds = {name: samples.tobytes() for name, samples in sounds.items()}
        self._last = started(bytes(WIDTH * RATE // 100))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        simpleaudio.stop_all()

    def play(self, sound: str) -> bool:
        """Start a sound now; false when there is none of that name. NoSound when the device has gone."""
        samples = self._sounds.get(sound)
        if samples is not None:
            self._last = started(samples)
        return samples is not None

    def ring_out(self) -> None:
        """Wait for the last sound, RING_OUT seconds at most."""
        limit = time.perf_counter() + RING_OUT
        while self._last.is_playing() and time.perf_counter() < limit:
            time.sleep(0.02)


def started(samples: bytes) -> simpleaudio.PlayObject:
    """A sound that has begun. The library names no error of its own to catch."""
    try:
        return simpleaudio.play_buffer(samples, 1, WIDTH, RATE)
    except Exception as error:
        raise NoSound("no device found") from error
