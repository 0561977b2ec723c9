"""Spectra, for the tests that measure sounds: a Fourier transform in plain Python."""

from __future__ import annotations

import cmath
import math
from collections.abc import Sequence
from functools import cache

RATE = 44_100


def transformed(values: list[complex]) -> list[complex]:
    """The discrete Fourier transform of a power of two of values."""
    size = len(values)
    if size == 1:
        return values
    even, odd = transformed(values[::2]), transformed(values[1::2])
    turned = [value * turn for value, turn in zip(odd, turns(size), strict=True)]
    pairs = list(zip(even, turned, strict=True))
    return [a + b for a, b in pairs] + [a - b for a, b in pairs]


@cache
def turns(size: int) -> list[complex]:
    """The factors of one stage of the transform."""
    return [cmath.exp(-2j * math.pi * i / size) for i in range(size // 2)]


def power_between(samples: Sequence[float], low: float, high: float, rate: int = RATE) -> float:
    """Mean square of what lies between two pitches in hertz."""
    size = 1 << (len(samples) - 1).bit_length()
    spectrum = transformed([*map(complex, samples), *[0j] * (size - len(samples))])
    bins = spectrum[math.ceil(low * size / rate) : math.floor(high * size / rate)]
    return 2 * sum(abs(value) ** 2 for value in bins) / size / len(samples)


def centre(samples: Sequence[float], rate: int = RATE) -> float:
    """Mean pitch in hertz, by power."""
    size = 4096
    spectrum = transformed([*map(complex, samples), *[0j] * (size - len(samples))])[: size // 2]
    powers = [abs(value) ** 2 for value in spectrum]
    return sum(place * power for place, power in enumerate(powers)) / sum(powers) * rate / size
