"""Outputs that can only start a sound now: each sound is started at its moment, and watched until it is over."""

from __future__ import annotations

import math
import time
from abc import ABC, abstractmethod
from array import array
from types import TracebackType
from typing import NamedTuple, Protocol, Self

from glutetimer.adapters.sound.output import RING_OUT, NoSound
from glutetimer.adapters.sound.timetable import Timetable
from glutetimer.adapters.sound.wavs import RATE, Wavs
from glutetimer.core.audio.ports import Cue

LOOK = 0.01  # seconds between two checks of sounds that ring out


class StartedSound(Protocol):
    """Sound that has been started."""

    def over(self, now: float) -> bool:
        """Whether it has ended by `now` (`time.perf_counter`). NoSound when it was not heard."""
        ...

    def stop(self) -> None:
        """End it at once; harmless when it has ended."""
        ...


class Heard(NamedTuple):
    """Started sound and its cue; None for a sound that was played without a cue."""

    begun: StartedSound
    cue: Cue | None


class Triggered(ABC):
    """See `Output`. The delay of a sound is up to its player; speech is not lowered for a sound."""

    name: str

    def __init__(self, wavs: Wavs, timetable: Timetable) -> None:
        self._wavs = wavs
        self._timetable = timetable
        self._heard: list[Heard] = []

    @abstractmethod
    def begin(self, sound: str, samples: array[int]) -> StartedSound:
        """Start a sound now. NoSound where that fails."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Stop the sounds that are still heard."""
        for heard in self._heard:
            heard.begun.stop()
        self._heard.clear()

    def tick(self, now: float) -> None:
        """Start due cues, stop speech that nobody expects any longer. NoSound when a sound was not heard."""
        self._heard = [heard for heard in self._heard if not self._is_over(heard, now)]
        for cue in self._timetable.take(math.nextafter(now, math.inf)):
            self._start(cue.sound, cue)

    def play(self, sound: str) -> bool:
        """Start a sound now; false for an unknown name. NoSound where it cannot be started."""
        return self._start(sound, None)

    def ring_out(self) -> None:
        """Start the cues still to come, and wait until all are over, RING_OUT seconds at most."""
        limit = time.perf_counter() + RING_OUT
        while (now := time.perf_counter()) < limit:
            try:
                self.tick(now)
            except NoSound:
                return
            if not self._heard and self._timetable.next_due() is None:
                return
            time.sleep(LOOK)

    def _start(self, sound: str, cue: Cue | None) -> bool:
        samples = self._wavs.get(sound)
        if samples is not None:
            self._heard.append(Heard(self.begin(sound, samples), cue))
        return samples is not None

    def _is_over(self, heard: Heard, now: float) -> bool:
        if heard.cue is None or not self._timetable.unwanted(heard.cue):
            return heard.begun.over(now)
        heard.begun.stop()
        return True


def seconds(samples: array[int]) -> float:
    """Length of samples in seconds."""
    return len(samples) / RATE
