"""What engines write: WAV files of any rate, whose lengths are not always true."""

from __future__ import annotations

import struct
import sys
from array import array
from dataclasses import dataclass

PCM, EXTENSIBLE = 1, 0xFFFE  # forms in which samples are plain numbers
RATES = range(4_000, 192_001)


@dataclass(frozen=True, slots=True)
class Recording:
    """Mono samples of 16 bit, so many a second."""

    samples: array[int]
    rate: int


def read_wav(data: bytes) -> Recording | None:
    """The recording in a WAV file; stereo is mixed down. None where it is in another form, or none at all.

    A program that writes to a pipe cannot know the length when it begins: what is there is taken.
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
