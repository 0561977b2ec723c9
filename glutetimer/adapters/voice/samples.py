"""Read the recording of an engine, and bring samples to another rate.

The sums of one phase are made column by column, which keeps the loops inside the interpreter.
"""

from __future__ import annotations

import struct
import sys
from array import array
from collections.abc import Sequence
from itertools import repeat
from math import cos, gcd, pi, sin
from operator import add, mul
from typing import NamedTuple

PCM, EXTENSIBLE = 1, 0xFFFE  # forms in which samples are plain numbers
RATES = range(4_000, 192_001)


class Recording(NamedTuple):
    """Mono samples of 16 bit, with their rate a second."""

    samples: array[int]
    rate: int


def read_wav(data: bytes) -> Recording | None:
    """Read a recording from a WAV file; stereo is mixed down. None where it is in another form, or no WAV file.

    A program that writes to a pipe cannot know the length at the start: the samples up to the end are taken.
    """
    if data[:4] != b"RIFF" or data[8:12] != b"WAVE":
        return None
    at, form = 12, b""
    while at + 8 <= len(data):
        kind, size = struct.unpack_from("<4sI", data, at)
        body = data[at + 8 : at + 8 + size]
        if kind == b"data":
            return _recording(form, body)
        if kind == b"fmt ":
            form = body
        at += 8 + size + size % 2
    return None


def pcm(data: bytes) -> array[int]:
    """Samples of 16 bit, the low byte first; half a sample at the end does not count."""
    samples = array("h", data[: len(data) // 2 * 2])
    if sys.byteorder == "big":
        samples.byteswap()
    return samples


def _recording(form: bytes, body: bytes) -> Recording | None:
    if len(form) < 16:
        return None
    tag, channels, rate, _, _, bits = struct.unpack_from("<HHIIHH", form)
    if tag not in (PCM, EXTENSIBLE) or bits != 16 or channels not in (1, 2) or rate not in RATES:
        return None
    samples = pcm(body)
    return Recording(samples if channels == 1 else _mixed(samples), rate)


def _mixed(samples: array[int]) -> array[int]:
    return array("h", [(left + right) // 2 for left, right in zip(samples[::2], samples[1::2], strict=False)])


REACH = 12  # samples to each side that count, at the lower of the two rates
#: How much of the band below half the lower rate is kept when the rate goes down.
KEPT = 0.92


def resampled(samples: Sequence[float], old: int, new: int) -> list[float]:
    """Convert samples from `old` to `new` a second; the last sample keeps its moment.

    Silence is assumed beyond both ends. Overshoots a little at steps, as every such filter does.
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
    """Weights of `2 * reach` samples at a moment `part` of a sample after the one before the middle.

    Their sum is 1. `passed` is the share of the band that is kept.
    """
    offsets = [position - reach - part for position in range(2 * reach + 1)]
    raw = [_sinc(offset * passed) * _window(offset / (reach + 1)) for offset in offsets]
    total = sum(raw)
    return [weight / total for weight in raw]


def _column(padded: Sequence[float], first: int, step: int, many: int, factors: Sequence[float]) -> list[float]:
    """Weighted sums that begin at `first`, `first + step`...; weights of 0 cost nothing."""
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
    """Blackman's window, from -1 to 1."""
    return 0.42 + 0.5 * cos(pi * x) + 0.08 * cos(2 * pi * x) if abs(x) < 1 else 0.0
