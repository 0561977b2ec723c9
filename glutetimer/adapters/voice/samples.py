"""Turn the recording of an engine into a clip: no silence around it, as loud as the others, 44.1 kHz.

The sums of one phase are made column by column, which keeps the loops inside the interpreter.
"""

from __future__ import annotations

import struct
import sys
from array import array
from collections.abc import Sequence
from itertools import repeat
from math import cos, exp, gcd, pi, sin, sqrt
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


RATE = 44_100
FULL = 32_768

WINDOW = 0.01  # seconds
FLOOR = 60 / FULL  # of full scale: a sound that is never above this is silence
QUIET = 0.01  # of the clip's peak: below this is silence before and after the words
VOICED = 0.1  # of the clip's peak: windows that reach this are voiced
FADE = 0.005  # seconds
LOUDNESS = 0.12  # of full scale: the rms of the voiced windows
TRIES = 3  # bending takes some loudness away: it is given back this many times
#: From the knee on samples are bent, and never get as far as the ceiling: the peaks of speech are far above its rms.
KNEE, CEILING = 0.3, 0.48


def polished(samples: Sequence[int], rate: int) -> array[int]:
    """Mono samples of 16 bit at `rate`, polished for a clip; none where there is only silence."""
    sound = trimmed([sample / FULL for sample in samples], rate)
    if not sound:
        return array("h")
    gain = right_gain(sound, rate)
    bent = [limited(sample * gain) for sample in resampled(sound, rate, RATE)]
    return array("h", [round(sample * FULL) for sample in faded(bent)])


def trimmed(sound: list[float], rate: int) -> list[float]:
    """Cut the silence before and after, except one window each; return nothing where all is silence."""
    size = max(1, round(WINDOW * rate))
    peaks = windows(sound, size)
    highest = max(peaks, default=0.0)
    if highest < FLOOR:
        return []
    loud = [place for place, peak in enumerate(peaks) if peak >= highest * QUIET]
    return sound[max(0, loud[0] - 1) * size : (loud[-1] + 2) * size]


def windows(sound: Sequence[float], size: int) -> list[float]:
    """Peak of each window."""
    parts = (sound[begin : begin + size] for begin in range(0, len(sound), size))
    return [max(max(part), -min(part)) for part in parts]


def rms(sound: Sequence[float], rate: int) -> float:
    """Loudness of the voiced windows (root mean square); more than 0 where a sample is."""
    size = max(1, round(WINDOW * rate))
    peaks = windows(sound, size)
    least = max(peaks) * VOICED
    voiced = [sound[place * size : (place + 1) * size] for place, peak in enumerate(peaks) if peak >= least]
    return sqrt(sum(sum(map(mul, part, part)) for part in voiced) / sum(map(len, voiced)))


def right_gain(sound: Sequence[float], rate: int) -> float:
    """Factor for the samples that makes them as loud as they should be after limiting."""
    gain = LOUDNESS / rms(sound, rate)
    for _ in range(TRIES):
        gain *= LOUDNESS / rms([limited(sample * gain) for sample in sound], rate)
    return gain


def limited(sample: float) -> float:
    """Leave a sample as it is up to the knee; bend it more and more from there, up to the ceiling."""
    if -KNEE <= sample <= KNEE:
        return sample
    room = CEILING - KNEE
    bent = KNEE + room * (1.0 - exp((KNEE - abs(sample)) / room))
    return bent if sample > 0 else -bent


def faded(sound: list[float]) -> list[float]:
    """Fade the ends in and out evenly, to avoid clicks."""
    many = min(round(FADE * RATE), len(sound) // 2)
    rise = [place / many for place in range(many)]
    middle = sound[many : len(sound) - many]
    return [*map(mul, sound[:many], rise), *middle, *map(mul, sound[len(sound) - many :], reversed(rise))]
