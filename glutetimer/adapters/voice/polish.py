"""Turn the recording of an engine into a clip: no silence around it, heard across a room, as loud as the others.

A laptop's speakers are weak below 400 Hz, and steps, breath and music cover what is low. So speech gets its weight
where the tones have theirs, and is as loud there as they are: clear first, warm second.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from itertools import accumulate
from math import exp, pi, sqrt
from operator import mul, sub

from glutetimer.adapters.voice.samples import resampled

RATE = 44_100
FULL = 32_768

WINDOW = 0.01  # seconds
FLOOR = 60 / FULL  # of full scale: a sound that is never above this is silence
QUIET = 0.01  # of the clip's peak: below this is silence before and after the words
VOICED_WINDOW = 0.05  # seconds
VOICED = 0.1  # of the clip's peak: windows that reach this are voiced
FADE = 0.005  # seconds
LOW = 370.0  # hertz: from here down, speech loses half of its strength with each octave
BAND = (1_000.0, 4_000.0)  # hertz: where an ear across the room hears best
#: Of full scale: the rms in the band over the voiced windows. The tones have 0.2.
LOUDNESS = 0.18
TRIES = 2  # bending takes some loudness away: it is given back this many times
#: From the knee on samples are bent, and never get as far as the ceiling: the peaks of speech are far above its rms.
#: Words give way to tones, so they need not leave room for a second sound.
KNEE, CEILING = 0.5, 0.9


def polished(samples: Sequence[int], rate: int) -> array[int]:
    """Mono samples of 16 bit at `rate`, polished for a clip; none where there is only silence."""
    sound = lightened(trimmed([sample / FULL for sample in samples], rate), rate)
    if not sound or not loudness(sound, rate):
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


def lightened(sound: Sequence[float], rate: int) -> list[float]:
    """Take away what is low: a filter of the first order."""
    kept = exp(-2 * pi * LOW / rate)
    return list(map(sub, sound, (kept * sample for sample in (0.0, *sound[:-1]))))


def loudness(sound: Sequence[float], rate: int) -> float:
    """Loudness (root mean square) of the voiced windows in the band."""
    size = max(1, round(VOICED_WINDOW * rate))
    peaks = windows(sound, size)
    least = max(peaks) * VOICED
    heard = in_band(sound, rate)
    voiced = [heard[place * size : (place + 1) * size] for place, peak in enumerate(peaks) if peak >= least]
    return sqrt(sum(sum(map(mul, part, part)) for part in voiced) / sum(map(len, voiced)))


def in_band(sound: Sequence[float], rate: int) -> list[float]:
    """What is left between the band's ends: two filters of the first order, gentle, and so quick."""
    lowest, highest = BAND
    above = list(map(sub, sound, smoothed(sound, lowest, rate)))
    return smoothed(above, highest, rate)


def smoothed(sound: Iterable[float], hertz: float, rate: int) -> list[float]:
    """Keep what is below `hertz`: a filter of the first order."""
    kept = exp(-2 * pi * hertz / rate)
    parts = ((1.0 - kept) * sample for sample in sound)
    return list(accumulate(parts, lambda level, part: kept * level + part))


def right_gain(sound: Sequence[float], rate: int) -> float:
    """Factor for the samples that makes them as loud as they should be after limiting."""
    gain = LOUDNESS / loudness(sound, rate)
    for _ in range(TRIES):
        gain *= LOUDNESS / loudness([limited(sample * gain) for sample in sound], rate)
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
