"""Limiter: where sounds add up to more than 16 bits hold, all of it is turned down, and nothing is cut off."""

from __future__ import annotations

from array import array
from collections.abc import Sequence

#: Highest sample that leaves it: a little below what 16 bits hold.
CEILING = 32_000


class Limiter:
    """Turns blocks down as far as they need, and slowly up again. Use it from one thread, block after block."""

    def __init__(self) -> None:
        self._factor = 1.0

    def rest(self) -> None:
        """Forget what was, after silence."""
        self._factor = 1.0

    def limited(self, block: Sequence[int]) -> array[int]:
        """Hold a block's samples within CEILING; what needs no help stays as it is, to the last bit.

        The way down ends at the first sample that is too high, the way up takes the whole block: no step is heard
        as a click, but that of the sound that begins there.
        """
        highest = max(max(block, default=0), -min(block, default=0))
        if highest <= CEILING and self._factor == 1.0:
            return array("h", block)
        wanted = min(1.0, CEILING / highest) if highest else 1.0
        over = next((place for place, sample in enumerate(block) if abs(sample) * self._factor > CEILING), None)
        way = len(block) if over is None else over
        step = (wanted - self._factor) / max(1, way)
        rising = [int(sample * (self._factor + step * place)) for place, sample in enumerate(block[:way])]
        self._factor = wanted
        return array("h", [*rising, *(int(sample * wanted) for sample in block[way:])])
