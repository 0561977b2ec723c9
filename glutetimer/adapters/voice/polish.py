"""What an engine said made into a clip: no silence around it, as loud as the others, 44.1 kHz."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from math import exp, sqrt
from operator import mul

from glutetimer.adapters.voice.resample import resampled

RATE = 44_100
FULL = 32_768

WINDOW = 0.01  # seconds
FLOOR = 60 / FULL  # of full scale: what is never above this is silence
QUIET = 0.01  # of the clip's peak: below this is silence before and after the words
VOICED = 0.1  # of the clip's peak: windows that reach this are voiced
FADE = 0.005  # seconds
LOUDNESS = 0.12  # of full scale: the rms of the voiced windows
TRIES = 3  # bending takes some loudness away: so often that is given back
#: From the knee on samples are bent, and never get as far as the ceiling: the peaks of speech are far above its rms.
KNEE, CEILING = 0.3, 0.48


def polished(samples: Sequence[int], rate: int) -> array[int]:
    """Mono samples of 16 bit at `rate` as those of a clip; none where there is only silence."""
    sound = trimmed([sample / FULL for sample in samples], rate)
    if not sound:
        return array("h")
    gain = right_gain(sound, rate)
    bent = [limited(sample * gain) for sample in resampled(sound, rate, RATE)]
    return array("h", [round(sample * FULL) for sample in faded(bent)])


def trimmed(sound: list[float], rate: int) -> list[float]:
    """Without the silence before and after, but for one window each; nothing of a sound that is all silence."""
    size = max(1, round(WINDOW * rate))
    peaks = windows(sound, size)
    highest = max(peaks, default=0.0)
    if highest < FLOOR:
        return []
    loud = [place for place, peak in enumerate(peaks) if peak >= highest * QUIET]
    return sound[max(0, loud[0] - 1) * size : (loud[-1] + 2) * size]


def windows(sound: Sequence[float], size: int) -> list[float]:
    """The peak of each window."""
    parts = (sound[begin : begin + size] for begin in range(0, len(sound), size))
    return [max(max(part), -min(part)) for part in parts]


def rms(sound: Sequence[float], rate: int) -> float:
    """Of the voiced windows; more than 0 where a sample is."""
    size = max(1, round(WINDOW * rate))
    peaks = windows(sound, size)
    least = max(peaks) * VOICED
    voiced = [sound[place * size : (place + 1) * size] for place, peak in enumerate(peaks) if peak >= least]
    return sqrt(sum(sum(map(mul, part, part)) for part in voiced) / sum(map(len, voiced)))


def right_gain(sound: Sequence[float], rate: int) -> float:
    """What to multiply the samples by, so that they are as loud as they should be once they are limited."""
    gain = LOUDNESS / rms(sound, rate)
    for _ in range(TRIES):
        gain *= LOUDNESS / rms([limited(sample * gain) for sample in sound], rate)
    return gain


def limited(sample: float) -> float:
    """As it is up to the knee; from there on less and less more, up to the ceiling."""
    if -KNEE <= sample <= KNEE:
        return sample
    room = CEILING - KNEE
    bent = KNEE + room * (1.0 - exp((KNEE - abs(sample)) / room))
    return bent if sample > 0 else -bent


def faded(sound: list[float]) -> list[float]:
    """With an even rise and fall at the ends, so that neither clicks."""
    many = min(round(FADE * RATE), len(sound) // 2)
    rise = [place / many for place in range(many)]
    middle = sound[many : len(sound) - many]
    return [*map(mul, sound[:many], rise), *middle, *map(mul, sound[len(sound) - many :], reversed(rise))]
