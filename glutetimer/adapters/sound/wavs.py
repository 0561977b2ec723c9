"""Reading the WAV files, in the child."""

from __future__ import annotations

import wave
from array import array
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

RATE = 44_100  # frames a second of every sound and of the device's stream
WIDTH = 2  # bytes a sample
AS_THEY_ARE: Mapping[str, float] = MappingProxyType({})


def read_sounds(folder: Path, gains: Mapping[str, float] = AS_THEY_ARE) -> dict[str, array[int]]:
    """Every readable sound of the folder by its name, its samples times its gain (0 to 1; 1 where none is given).

    A sound in another form is left out.
    """
    found = {path.stem: read_samples(path) for path in sorted(folder.glob("*.wav"))}
    return {name: scaled(samples, gains.get(name, 1.0)) for name, samples in found.items() if samples}


def scaled(samples: array[int], gain: float) -> array[int]:
    """The samples at another loudness: 0 is silence of the same length."""
    return samples if gain == 1.0 else array("h", [round(sample * gain) for sample in samples])


def read_samples(path: Path) -> array[int]:
    """The samples of one file, native byte order; none when it is unreadable or not 44.1 kHz mono 16 bit."""
    samples = array("h")
    try:
        with wave.open(str(path), "rb") as file:
            if (file.getframerate(), file.getnchannels(), file.getsampwidth()) == (RATE, 1, WIDTH):
                samples.frombytes(file.readframes(file.getnframes()))
    except (OSError, EOFError, ValueError, wave.Error):
        return array("h")
    return samples
