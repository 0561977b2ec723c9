"""The mixer: what was asked for goes in, frames for the device's stream come out."""

from __future__ import annotations

import threading
from array import array
from collections import deque
from collections.abc import Generator, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from glutetimer.adapters.sound.wavs import WIDTH

LOWEST, HIGHEST = -32_768, 32_767
# More than two sounds between two fills have piled up while the device opened: too late to be of use.
MOST_ASKED = 2


@dataclass(frozen=True)
class Voice:
    """A sound that is being heard, and how many of its frames are already out."""

    samples: array[int]
    position: int = 0

    def upcoming(self, frames: int) -> array[int]:
        """The next samples; fewer than `frames` near the end."""
        return self.samples[self.position : self.position + frames]

    def moved(self, frames: int) -> Voice:
        """The same voice after so many frames."""
        return Voice(self.samples, self.position + frames)

    @property
    def over(self) -> bool:
        """Whether every sample is out."""
        return self.position >= len(self.samples)


def mixed(voices: Sequence[Voice], frames: int) -> array[int]:
    """The voices' next samples added up, held within 16 bits: exactly `frames` of them."""
    parts = (voice.upcoming(frames) for voice in voices)
    block = array("h", [clipped(sum(column)) for column in zip_longest(*parts, fillvalue=0)])
    block.frombytes(bytes(WIDTH * (frames - len(block))))
    return block


def clipped(sample: int) -> int:
    """The nearest value that 16 bits hold: two loud sounds may go flat at the top, never wrap round."""
    return max(LOWEST, min(HIGHEST, sample))


class Mixer:
    """Adds up sounds. `play` may be called from one thread while another calls `fill`."""

    def __init__(self, sounds: Mapping[str, array[int]]) -> None:
        self._sounds = sounds
        self._asked: deque[array[int]] = deque(maxlen=MOST_ASKED)
        self._voices: tuple[Voice, ...] = ()
        self._lock = threading.Lock()

    def play(self, name: str) -> bool:
        """Start a sound with the next fill; false when there is none of that name."""
        samples = self._sounds.get(name)
        if samples is None:
            return False
        with self._lock:
            self._asked.append(samples)
        return True

    @property
    def busy(self) -> bool:
        """Whether something is still to be put out."""
        with self._lock:
            return bool(self._asked or self._voices)

    def fill(self, frames: int) -> bytes:
        """The next frames as 16-bit mono bytes, native byte order."""
        with self._lock:
            voices = self._voices + tuple(Voice(samples) for samples in self._asked)
            self._asked.clear()
            moved = (voice.moved(frames) for voice in voices)
            self._voices = tuple(voice for voice in moved if not voice.over)
        # Silence is the usual case, 25 times a second: no sums then.
        return mixed(voices, frames).tobytes() if voices else bytes(WIDTH * frames)

    def blocks(self) -> Generator[bytes, int, None]:
        """The same as an endless generator, already at its first yield: send it the frames wanted."""
        generator = self._blocks()
        next(generator)
        return generator

    def _blocks(self) -> Generator[bytes, int, None]:
        block = b""
        while True:
            block = self.fill((yield block))
