"""Write the program's sounds beside this script: WAV, 44.1 kHz, mono, 16 bit, the same bytes on every run.

`python sounds/make_sounds.py` writes them; `--check` only compares and exits 1 when a file differs.

Laptop speakers are weak below 400 Hz and an ear across the room hears 1-4 kHz best, so low notes carry
their energy in harmonics 2-4. Sounds are told apart by rhythm and register first, by colour last.
"""

from __future__ import annotations

import argparse
import io
import math
import sys
import wave
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

RATE = 44_100
LOUDNESS = 0.2  # rms of every sound; the loudest sample then stays below half of full scale
ATTACK = 0.004
RELEASE = 0.020


@dataclass(frozen=True)
class Note:
    """One tone: pitch in hertz, length in seconds, strengths of harmonics 1-4, seconds of silence after it.

    It glides evenly to the pitch `to`, where there is one.
    """

    hertz: float
    seconds: float
    harmonics: tuple[float, ...]
    gap: float = 0.0
    to: float | None = None

    def cycles(self, second: float) -> float:
        """Periods of the first harmonic since the beginning."""
        change = 0.0 if self.to is None else self.to - self.hertz
        return self.hertz * second + change * second * second / (2 * self.seconds)


PURE = (1.0, 0.15)
CLEAR = (1.0, 0.4, 0.2)
HOLLOW = (1.0, 0.1, 0.5)
BRIGHT = (0.3, 0.5, 0.8, 0.7)
WARM = (0.5, 1.0, 0.2)
DEEP = (0.4, 0.4, 0.9, 0.7)

SOUNDS: dict[str, tuple[Note, ...]] = {
    "count": (Note(880, 0.080, BRIGHT),),
    "go": (Note(1319, 0.450, CLEAR),),
    "phase-up": (Note(1700, 0.070, PURE, to=2650),),
    "phase-hold": (Note(1290, 0.050, HOLLOW),),
    "phase-down": (Note(1560, 0.070, PURE, to=1010),),
    "rep": (Note(2093, 0.040, PURE),),
    "rep-near": (Note(2489, 0.040, PURE, gap=0.030), Note(2489, 0.040, PURE)),
    "rep-last": (
        Note(2250, 0.040, PURE, gap=0.030),
        Note(2250, 0.040, PURE, gap=0.030),
        Note(2840, 0.180, PURE),
    ),
    "halfway": (Note(1047, 0.140, HOLLOW, gap=0.050), Note(1047, 0.140, HOLLOW)),
    "switch": (
        Note(784, 0.090, WARM, gap=0.015),
        Note(1175, 0.090, CLEAR, gap=0.015),
        Note(784, 0.090, WARM, gap=0.015),
        Note(1175, 0.090, CLEAR),
    ),
    "rest": (Note(880, 0.220, WARM), Note(587, 0.330, DEEP)),
    "target": tuple(Note(1640, 0.080, CLEAR, gap) for gap in (0.040, 0.040, 0.0)),
    "finish": (
        Note(988, 0.120, CLEAR, gap=0.015),
        Note(1245, 0.120, CLEAR, gap=0.015),
        Note(1480, 0.120, CLEAR, gap=0.015),
        Note(1976, 0.300, PURE),
    ),
    "pause": (Note(1720, 0.090, CLEAR, gap=0.015), Note(1150, 0.140, CLEAR)),
    "resume": (Note(1210, 0.090, CLEAR, gap=0.015), Note(1815, 0.140, CLEAR)),
    "stop": (Note(455, 0.300, DEEP, gap=0.040), Note(385, 0.400, DEEP)),
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Write every sound, or with `--check` compare them; 1 when a file is missing or differs, else 0."""
    parser = argparse.ArgumentParser(description="Write the sounds into this folder.")
    parser.add_argument("--check", action="store_true", help="only compare; exit 1 when a file differs")
    check = parser.parse_args(arguments).check
    differing = [name for name in SOUNDS if not (matches(name) if check else write(name))]
    for name in differing:
        print(f"sounds/{name}.wav differs: run python sounds/make_sounds.py", file=sys.stderr)
    return 1 if differing else 0


def matches(name: str) -> bool:
    """Whether the file holds exactly what this script would write."""
    path = path_of(name)
    return path.is_file() and path.read_bytes() == wav_bytes(SOUNDS[name])


def write(name: str) -> bool:
    """Write one file; always true."""
    path_of(name).write_bytes(wav_bytes(SOUNDS[name]))
    return True


def path_of(name: str) -> Path:
    """Where a sound lies: beside this script."""
    return Path(__file__).resolve().with_name(f"{name}.wav")


def wav_bytes(notes: Sequence[Note]) -> bytes:
    """A whole WAV file as bytes."""
    samples = array("h", [round(32767 * value) for value in levelled(render(notes))])
    file = io.BytesIO()
    with wave.open(file, "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(RATE)
        out.writeframes(samples.tobytes())
    return file.getvalue()


def levelled(samples: Sequence[float]) -> list[float]:
    """The same samples at LOUDNESS. fsum, because sum() adds floats differently from Python 3.12 on."""
    rms = math.sqrt(math.fsum(value * value for value in samples) / len(samples))
    gain = round(LOUDNESS / rms, 6)
    return [gain * value for value in samples]


def render(notes: Sequence[Note]) -> list[float]:
    """The notes one after the other, with their gaps, not yet levelled."""
    samples: list[float] = []
    for note in notes:
        samples += tone(note)
        samples += [0.0] * round(note.gap * RATE)
    return samples


def tone(note: Note) -> list[float]:
    """One note under its envelope."""
    count = round(note.seconds * RATE)
    return [envelope(i, count) * partials(note, i / RATE) for i in range(count)]


def partials(note: Note, second: float) -> float:
    """The sum of the harmonics at a moment; turned against each other so that their peaks do not meet."""
    return math.fsum(
        strength * math.sin(2 * math.pi * order * note.cycles(second) + math.pi * order * (order - 1) / 4)
        for order, strength in enumerate(note.harmonics, start=1)
    )


def envelope(index: int, count: int) -> float:
    """Rises over ATTACK, falls over RELEASE as half cosines: no click at either end. 0 to 1."""
    rise = min(1.0, index / (ATTACK * RATE))
    fall = min(1.0, (count - index) / (RELEASE * RATE))
    return math.sin(math.pi / 2 * rise) * math.sin(math.pi / 2 * fall)


if __name__ == "__main__":
    sys.exit(main())
