"""Which moment a frame of the stream stands for."""

from __future__ import annotations

from collections import deque

from glutetimer.adapters.sound.wavs import RATE

#: Blocks to look back upon, about a second.
WINDOW = 25
#: So many blocks in a row that are asked for so many seconds too late, all alike (to STEADY seconds): the stream ran
#: dry, and plays later now. A busy machine makes each late in its own way.
JUMP_BLOCKS, JUMP, STEADY = 4, 0.008, 0.005
#: Blocks that are asked for within so many seconds are one burst: some devices ask like that all the time.
BURST = 0.06


class StreamClock:
    """Ties frames to `time.perf_counter`: the device asks for its blocks late now and then, but never early.

    So the earliest asking of late, put back by the frames before it, is the stream's beginning; between two blocks the
    frames follow each other exactly. What remains is the time from the asking to the loudspeaker: it is constant.
    """

    def __init__(self) -> None:
        self._frames = 0
        self._beginnings: deque[float] = deque(maxlen=WINDOW)
        self._askings: deque[float] = deque(maxlen=JUMP_BLOCKS)

    def block(self, frames: int, now: float) -> float:
        """The moment of the first frame of a block of `frames` that is asked for `now`."""
        self._beginnings.append(now - self._frames / RATE)
        self._askings.append(now)
        late = list(self._beginnings)[-JUMP_BLOCKS:]
        dry = min(late) > min(self._beginnings) + JUMP and max(late) - min(late) < STEADY
        if dry and now - self._askings[0] > BURST:
            self._beginnings = deque(late, WINDOW)
        start = min(self._beginnings) + self._frames / RATE
        self._frames += frames
        return start
