"""Mixer: a timetable goes in, frames for the device's stream come out, each sound on its exact frame."""

from __future__ import annotations

import threading
import time
from array import array
from collections import deque
from collections.abc import Callable, Generator, Sequence
from itertools import zip_longest
from typing import NamedTuple

from glutetimer.adapters.sound.limiter import Limiter
from glutetimer.adapters.sound.timetable import Timetable
from glutetimer.adapters.sound.wavs import RATE, WIDTH, Wavs
from glutetimer.core.audio.ports import Cue, is_spoken

# More than two sounds between two fills have piled up while the device opened: too late to be of use.
MOST_ASKED = 2
# Moment of a sound that is played at once; no timetable holds it.
AT_ONCE = float("-inf")
# Factor for speech while a sound is heard.
LOWERED = 0.3


class Sounding(NamedTuple):
    """Sound that is being heard. `position` is its next frame; below 0, that many frames of silence come first.

    `level` is the factor at which its last block ended: a change is spread over a whole block.
    """

    cue: Cue
    samples: array[int]
    position: int = 0
    level: float = 1.0

    def upcoming(self, frames: int, level: float) -> Sequence[int]:
        """Next samples on the way to `level`; fewer than `frames` near the end."""
        silence = array("h", bytes(WIDTH * min(frames, max(0, -self.position))))
        block = silence + self.samples[max(0, self.position) : max(0, self.position + frames)]
        if level == self.level == 1.0:
            return block
        step = (level - self.level) / frames
        return [int(sample * (self.level + step * index)) for index, sample in enumerate(block)]

    @property
    def over(self) -> bool:
        """Whether every sample is out, or the rest is silent."""
        return self.position >= len(self.samples) or self.level == 0.0


def added(parts: Sequence[Sequence[int]], frames: int) -> list[int]:
    """Sum of the parts, as high as it gets: exactly `frames` samples."""
    block = [sum(column) for column in zip_longest(*parts, fillvalue=0)]
    return block + [0] * (frames - len(block))


class Mixer:
    """Adds up sounds. `play` may be called from one thread while another calls `fill`."""

    def __init__(self, wavs: Wavs, timetable: Timetable, now: Callable[[], float] = time.perf_counter) -> None:
        self._wavs = wavs
        self._timetable = timetable
        self._now = now
        self._clock = StreamClock()
        self._limiter = Limiter()
        self._asked: deque[Cue] = deque(maxlen=MOST_ASKED)
        self._heard: tuple[Sounding, ...] = ()
        self._lock = threading.Lock()
        self.filled = now()

    def play(self, name: str) -> bool:
        """Start a sound with the next fill; false for an unknown name."""
        if self._wavs.get(name) is None:
            return False
        with self._lock:
            self._asked.append(Cue(AT_ONCE, name))
        return True

    @property
    def busy(self) -> bool:
        """Whether some sound is not over yet."""
        with self._lock:
            return bool(self._asked or self._heard or self._timetable.next_due() is not None)

    def fill(self, frames: int) -> bytes:
        """Next frames as 16-bit mono bytes, native byte order."""
        self.filled = self._now()
        start = self._clock.block(frames, self.filled)
        with self._lock:
            asked = [begun for cue in self._asked for begun in self._begin(cue, 0)]
            self._asked.clear()
            for cue in self._timetable.take(start + frames / RATE):
                asked += self._begin(cue, max(0, round((cue.due - start) * RATE)))
            heard = (*self._heard, *asked)
            if not heard:  # The usual case, 25 times a second: skip the sums.
                self._limiter.rest()
                return bytes(WIDTH * frames)
            levels = self._levels(heard)
            parts = [sound.upcoming(frames, level) for sound, level in zip(heard, levels, strict=True)]
            moved = (
                sound._replace(position=sound.position + frames, level=level)
                for sound, level in zip(heard, levels, strict=True)
            )
            self._heard = tuple(sound for sound in moved if not sound.over)
        return self._limiter.limited(added(parts, frames)).tobytes()

    def _begin(self, cue: Cue, silence: int) -> list[Sounding]:
        samples = self._wavs.get(cue.sound)
        return [] if samples is None else [Sounding(cue, samples, -silence)]

    def _levels(self, heard: Sequence[Sounding]) -> list[float]:
        """Level of each sound at the end of this block: speech gives way to sounds, and ends when nobody expects it."""
        lowered = LOWERED if any(not is_spoken(sound.cue.sound) for sound in heard) else 1.0
        return [self._level(sound.cue, lowered) for sound in heard]

    def _level(self, cue: Cue, lowered: float) -> float:
        if not is_spoken(cue.sound):
            return 1.0
        return 0.0 if cue.due != AT_ONCE and self._timetable.unwanted(cue) else lowered

    def blocks(self) -> Generator[bytes, int, None]:
        """Wrap `fill` in an endless generator, already at its first yield: send it the frames wanted."""
        generator = self._blocks()
        next(generator)
        return generator

    def _blocks(self) -> Generator[bytes, int, None]:
        block = b""
        while True:
            block = self.fill((yield block))


#: Blocks to look back on, about a second.
WINDOW = 25
#: After this many blocks in a row that each come this many seconds too late, all alike (to STEADY seconds), the stream
#: ran dry and plays later now. A busy machine delays each block differently.
JUMP_BLOCKS, JUMP, STEADY = 4, 0.008, 0.005
#: Blocks that come within this many seconds are one burst: some devices always ask like that.
BURST = 0.06


class StreamClock:
    """Ties frames to `time.perf_counter`: the device asks for its blocks late now and then, but never early.

    The stream's start is the earliest recent call, minus the frames before it; between two blocks the frames follow
    each other exactly. The time from the call to the loudspeaker remains: it is constant.
    """

    def __init__(self) -> None:
        self._frames = 0
        self._beginnings: deque[float] = deque(maxlen=WINDOW)
        self._askings: deque[float] = deque(maxlen=JUMP_BLOCKS)

    def block(self, frames: int, now: float) -> float:
        """Moment of the first frame of a block of `frames` that is asked for `now`."""
        self._beginnings.append(now - self._frames / RATE)
        self._askings.append(now)
        late = list(self._beginnings)[-JUMP_BLOCKS:]
        dry = min(late) > min(self._beginnings) + JUMP and max(late) - min(late) < STEADY
        if dry and now - self._askings[0] > BURST:
            self._beginnings = deque(late, WINDOW)
        start = min(self._beginnings) + self._frames / RATE
        self._frames += frames
        return start
