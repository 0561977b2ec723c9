"""What the tests of the voice share: tones, stand-ins for engines, and waiting."""

from __future__ import annotations

import math
import shutil
import struct
import sys
from array import array
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest

from glutetimer.adapters.voice.engines import SpeechEngine
from glutetimer.adapters.voice.rendered_voice import RenderedVoice
from tests.helpers.live import only_live
from tests.helpers.sound import LIMIT, until

RATE = 44_100
FULL = 32_768

#: A stand-in for espeak: writes down what it is told, and puts out half a second of a tone.
SPEAKS = """
import os, sys
here = os.path.dirname(sys.argv[0])
text = sys.stdin.buffer.read()
with open(os.path.join(here, "told"), "ab") as told:
    told.write(text)
sys.stdout.buffer.write(open(os.path.join(here, "tone.wav"), "rb").read())
"""
#: One that tells its process id and that of the child, and never ends, whatever it is asked to.
HANGS = """
import os, signal, sys
signal.signal(signal.SIGTERM, signal.SIG_IGN)
here = os.path.dirname(sys.argv[0])
with open(os.path.join(here, "pids"), "a") as pids:
    print(os.getpid(), os.getppid(), file=pids)
while True:
    signal.pause()
"""


def need_espeak() -> SpeechEngine:
    """The real engine; skips where it is not installed, which counts as a failure where CI is set."""
    only_live()
    path = shutil.which("espeak-ng")
    if not path:
        pytest.skip("espeak-ng is not installed")
    return SpeechEngine("espeak-ng", path)


def stand_in(folder: Path, name: str, script: str) -> Path:
    """An executable of that name which runs a Python script, with a WAV file beside it."""
    if sys.platform == "win32":
        pytest.skip("stand-ins for engines are scripts, which Windows does not start by their names")
    (folder / "tone.wav").write_bytes(wav(tone(1_000, 0.5, 22_050), 22_050))
    program = folder / name
    # For the shell and for Python: an interpreter whose path has blanks cannot stand in the first line.
    program.write_text(f'#!/bin/sh\n"exec" "{sys.executable}" "-IS" "$0" "$@"\n{script}')
    program.chmod(0o755)
    return program


def fake_espeak(folder: Path, script: str = SPEAKS) -> SpeechEngine:
    """An engine that is a stand-in for espeak-ng."""
    return SpeechEngine("espeak-ng", str(stand_in(folder, "espeak-ng", script)))


def hanging(folder: Path) -> list[tuple[int, int]]:
    """The stand-ins that hang: the process id of each, and of the child that started it."""
    path = folder / "pids"
    rows = [line.split() for line in path.read_text().splitlines()] if path.exists() else []
    return [(int(row[0]), int(row[1])) for row in rows if len(row) == 2]


@contextmanager
def voice_of(engine: SpeechEngine, folder: Path, limit: float = LIMIT) -> Iterator[RenderedVoice]:
    """A voice whose clips lie in `clips` in the folder."""
    voice = RenderedVoice(engine, folder / "clips", limit)
    try:
        yield voice
    finally:
        voice.close()


def pids(folder: Path) -> list[int]:
    """The engines that hang."""
    return [engine for engine, _ in hanging(folder)]


def child_of(voice: RenderedVoice) -> int:
    """The process that makes clips, 0 while there is none."""
    return voice._maker.pid if voice._maker else 0


def had(voice: RenderedVoice, sentences: Sequence[str]) -> list[bool]:
    """Which of the sentences have a clip."""
    return [voice.clip(sentence) is not None for sentence in sentences]


def finished(voice: RenderedVoice) -> bool:
    """Wait until every sentence is done with."""
    return until(lambda: voice.progress[0] == voice.progress[1])


def tone(hertz: float, seconds: float, rate: int = RATE, peak: float = 0.25) -> list[int]:
    """Samples of a sine, `peak` of full scale."""
    step = 2 * math.pi * hertz / rate
    return [round(peak * FULL * math.sin(step * frame)) for frame in range(round(seconds * rate))]


def wav(
    samples: Sequence[int], rate: int, *, channels: int = 1, bits: int = 16, tag: int = 1, more: bytes = b""
) -> bytes:
    """A WAV file; `more` are chunks before the samples."""
    data = array("h", samples).tobytes()
    frame = channels * bits // 8
    form = struct.pack("<HHIIHH", tag, channels, rate, rate * frame, frame, bits)
    body = b"WAVE" + chunk(b"fmt ", form) + more + chunk(b"data", data)
    return b"RIFF" + struct.pack("<I", len(body)) + body


def chunk(kind: bytes, body: bytes) -> bytes:
    """A part of a WAV file."""
    return kind + struct.pack("<I", len(body)) + body + b"\0" * (len(body) % 2)


def strength(samples: Sequence[float], hertz: float, rate: int = RATE) -> float:
    """The amplitude of one frequency in the samples, through a Hann window so that others do not leak into it."""
    count = len(samples)
    windowed = [sample * (1 - math.cos(2 * math.pi * frame / count)) for frame, sample in enumerate(samples)]
    step = 2 * math.pi * hertz / rate
    real = sum(sample * math.cos(step * frame) for frame, sample in enumerate(windowed))
    imaginary = sum(sample * math.sin(step * frame) for frame, sample in enumerate(windowed))
    return 2 * math.hypot(real, imaginary) / count


def decibels(ratio: float) -> float:
    """Of amplitudes."""
    return 20 * math.log10(max(ratio, 1e-12))
