"""Reading the WAV files, in the child."""

from __future__ import annotations

import wave
from array import array
from pathlib import Path

RATE = 44_100  # frames a second of every sound and of the device's stream
WIDTH = 2  # bytes a sample


def read_sounds(folder: Path) -> dict[str, array[int]]:
    """Every readable sound of the folder by its name; one in another form is left out."""
    found = {path.stem: read_samples(path) for path in sorted(folder.glob("*.wav"))}
    return {name: samples for name, samples in found.items() if samples}


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
