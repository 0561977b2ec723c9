"""Which moment a frame of the stream stands for."""

from __future__ import annotations

from collections import deque

from glutetimer.adapters.sound.wavs import RATE

#: Blocks to look back upon, about a second.
WINDOW = 25
#: So many blocks in a row that are asked for so many seconds too late: the device stood still, and plays later now.
JUMP_BLOCKS, JUMP = 3, 0.1


class StreamClock:
    """Ties frames to `time.perf_counter`: the device asks for its blocks late now and then, but never early.

    So the earliest asking of late, put back by the frames before it, is the stream's beginning; between two blocks the
    frames follow each other exactly. What remains is the time from the asking to the loudspeaker: it is constant.
    """

    def __init__(self) -> None:
        self._frames = 0
        self._beginnings: deque[float] = deque(maxlen=WINDOW)

    def block(self, frames: int, now: float) -> float:
        """The moment of the first frame of a block of `frames` that is asked for `now`."""
        self._beginnings.append(now - self._frames / RATE)
        late = list(self._beginnings)[-JUMP_BLOCKS:]
        if min(late) > min(self._beginnings) + JUMP:
            self._beginnings = deque(late, WINDOW)
        start = min(self._beginnings) + self._frames / RATE
        self._frames += frames
        return start
