"""Sound through miniaudio: one stream, kept open, fed by the mixer."""

from __future__ import annotations

import time
from collections.abc import Sequence
from types import TracebackType
from typing import Self

import miniaudio

from glutetimer.adapters.sound.mixer import Mixer
from glutetimer.adapters.sound.output import RING_OUT, NoSound
from glutetimer.adapters.sound.timetable import Timetable
from glutetimer.adapters.sound.wavs import RATE, Wavs

PERIOD_MS = 40  # shorter stutters when the machine is busy, longer is heard late
IN_FLIGHT = 3 * PERIOD_MS / 1000  # seconds between the mixer and the loudspeaker
STANDSTILL = 0.6  # seconds without a call for a block: the device has gone, and no error reports it
WAKING = 3.0  # seconds after the opening in which a device may stand still: a sleeping one takes up to 2 to wake


class MiniaudioOutput:
    """Open device. One for all sounds: a device per sound leaks file handles and soon runs out of them."""

    def __init__(self, wavs: Wavs, timetable: Timetable, backends: Sequence[miniaudio.Backend] | None = None) -> None:
        """Open the device. NoSound when there is none; `backends` limits where to look."""
        self._device = open_device(backends)
        self._mixer = Mixer(wavs, timetable)
        self._opened = time.perf_counter()
        self._device.start(self._mixer.blocks())
        self.name = self._device.backend

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the stream: an open one can keep a laptop from sleeping."""
        self._device.close()

    def tick(self, now: float) -> None:
        """Check the device; the stream takes due cues by itself. NoSound once it stands still."""
        if now - self._mixer.filled > STANDSTILL and now - self._opened > WAKING:
            raise NoSound("the sound device has gone")

    def play(self, sound: str) -> bool:
        """Start a sound within a period; false for an unknown name."""
        return self._mixer.play(sound)

    def ring_out(self) -> None:
        """Wait for the last sound, RING_OUT seconds at most; returns at once when nothing is heard."""
        if not self._mixer.busy:
            return
        limit = time.perf_counter() + RING_OUT
        while self._mixer.busy and time.perf_counter() < limit:
            time.sleep(PERIOD_MS / 1000)
        time.sleep(IN_FLIGHT)


def open_device(backends: Sequence[miniaudio.Backend] | None) -> miniaudio.PlaybackDevice:
    """Make a device without starting it. NoSound where there is none, also where the library offers only its dummy."""
    try:
        device = miniaudio.PlaybackDevice(
            nchannels=1,
            sample_rate=RATE,
            buffersize_msec=PERIOD_MS,
            backends=list(backends or ()),
            app_name="glutetimer",
        )
    except miniaudio.MiniaudioError as error:
        raise NoSound("no device found") from error
    if device.backend == "Null" and not backends:
        device.close()
        raise NoSound("no sound system found")
    return device
