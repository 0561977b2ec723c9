"""Samples at another rate: each new one is a weighted sum of the old ones around it (a windowed sinc).

The sums of one phase are made column by column, so that the loops run inside the interpreter.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import repeat
from math import cos, gcd, pi, sin
from operator import add, mul

REACH = 12  # samples to each side that count, at the lower of the two rates
#: How much of the band below half the lower rate is kept when the rate goes down.
KEPT = 0.92


def resampled(samples: Sequence[float], old: int, new: int) -> list[float]:
    """The same sound with `new` samples a second instead of `old`; the last one is where the last one was.

    Both ends count as surrounded by silence. Overshoots a little at steps, as every such filter does.
    """
    common = gcd(old, new)
    up, down = new // common, old // common
    if up == down or not samples:
        return list(map(float, samples))
    passed = 1.0 if up > down else up / down * KEPT
    reach = round(REACH / passed)
    padded = [0.0] * reach + list(samples) + [0.0] * reach
    count = (len(samples) - 1) * up // down + 1
    out = [0.0] * count
    for phase in range(min(up, count)):
        first, part = divmod(phase * down, up)
        many = (count - phase - 1) // up + 1
        out[phase::up] = _column(padded, first, down, many, weights(part / up, reach, passed))
    return out


def weights(part: float, reach: int, passed: float) -> list[float]:
    """What each of `2 * reach` samples counts for a moment `part` of a sample after the one before the middle.

    Their sum is 1. `passed` is the share of the band that is kept.
    """
    offsets = [position - reach - part for position in range(2 * reach + 1)]
    raw = [_sinc(offset * passed) * _window(offset / (reach + 1)) for offset in offsets]
    total = sum(raw)
    return [weight / total for weight in raw]


def _column(padded: Sequence[float], first: int, step: int, many: int, factors: Sequence[float]) -> list[float]:
    """The weighted sums that begin at `first`, `first + step`...; weights of nothing cost nothing."""
    total = [0.0] * many
    for position, factor in enumerate(factors):
        if abs(factor) > 1e-9:
            begin = first + position
            total = list(
                map(add, total, map(mul, padded[begin : begin + (many - 1) * step + 1 : step], repeat(factor)))
            )
    return total


def _sinc(x: float) -> float:
    return sin(pi * x) / (pi * x) if x else 1.0


def _window(x: float) -> float:
    """Blackman's, from -1 to 1."""
    return 0.42 + 0.5 * cos(pi * x) + 0.08 * cos(2 * pi * x) if abs(x) < 1 else 0.0
