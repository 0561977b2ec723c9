"""Sounds recognised by cross-correlation, one after the other: also where they are louder or quieter than the files.

Where several overlap, or where it matters that there is nothing else, `transcript.py` is stricter.
"""

from __future__ import annotations

import math
from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import mul

import pytest

from glutetimer.adapters.sound.available import sounds_folder
from glutetimer.adapters.sound.wavs import read_sounds
from tests.hearing.transcript import RATE

AUDIBLE = 200  # of 32768; a null sink has no noise
APART = round(0.15 * RATE)  # frames of silence between two sounds; the longest gap within one is a third of it
SPREAD = 2  # frames by which an onset may be off
SOUNDS = read_sounds(sounds_folder())
#: What leads programs to a private server.
PLACES = ("HOME", "XDG_RUNTIME_DIR", "PULSE_RUNTIME_PATH", "PULSE_STATE_PATH", "PULSE_SERVER")


@dataclass(frozen=True, slots=True)
class Burst:
    """One burst of sound in the recording: which it is, how sure that is (1 = the file itself), at what second."""

    name: str
    likeness: float
    second: float


def recognised(recording: Sequence[int]) -> list[Burst]:
    """Every burst with the sound it is most like."""
    return [most_like(recording, onset) for onset in onsets(recording)]


def onsets(recording: Sequence[int]) -> list[int]:
    """The frames at which sound begins after silence."""
    loud = [frame for frame, sample in enumerate(recording) if abs(sample) > AUDIBLE]
    return loud[:1] + [after for before, after in pairwise(loud) if after - before > APART]


def most_like(recording: Sequence[int], onset: int) -> Burst:
    """The sound with the highest cross-correlation near an onset."""
    likeness, name = max((best_fit(recording, onset, sound), name) for name, sound in SOUNDS.items())
    return Burst(name, likeness, onset / RATE)


def best_fit(recording: Sequence[int], onset: int, sound: array[int]) -> float:
    """The highest normalised cross-correlation within SPREAD frames of where the sound should lie."""
    start = onset - onsets(sound)[0]
    lags = range(max(0, start - SPREAD), start + SPREAD + 1)
    return max(correlation(recording[lag : lag + len(sound)], sound) for lag in lags)


def correlation(one: Sequence[int], other: Sequence[int]) -> float:
    """1 when they are alike but for their loudness, 0 when they have nothing in common."""
    energies = sum(map(mul, one, one)) * sum(map(mul, other, other))
    return sum(map(mul, one, other)) / math.sqrt(energies) if energies else 0.0


def let_hear(monkeypatch: pytest.MonkeyPatch, environment: Mapping[str, str]) -> None:
    """Make the private server the one that programs find."""
    for name in PLACES:
        monkeypatch.setenv(name, environment[name])
