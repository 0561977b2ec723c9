"""What a recording holds, sound by sound: the sounds' own samples are put back together until they are the recording.

A null sink in the sounds' own format adds integers on whole frames. So a recording is exactly the sum of its sounds,
and whatever is left over after them was not one of them.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations_with_replacement
from operator import add, sub

RATE = 44_100
LOWEST, HIGHEST = -32_768, 32_767
#: So many sounds may begin on the very same frame: three are meant to, and one may come twice.
MOST_AT_ONCE = 4
#: The first frames of all these combinations differ.
SURE = 8
#: Frames of silence that no sound has within it: the longest lasts 50 ms.
SILENCE = RATE * 60 // 1000
SOMETHING = re.compile(rb"[^\0]")


@dataclass(frozen=True, slots=True, order=True)
class Heard:
    """A sound and the frame of the recording on which it begins."""

    frame: int
    sound: str


@dataclass(frozen=True, slots=True)
class Strange:
    """Frames of the recording that are no sum of sounds: a sound that was cut or has a gap, or something else."""

    frame: int
    frames: int


@dataclass(slots=True)
class Transcript:
    """Everything in a recording, in order."""

    heard: list[Heard] = field(default_factory=list)
    strange: list[Strange] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Sounding:
    """A sound and the frame on which it began."""

    begun: int
    samples: Sequence[int]

    @property
    def end(self) -> int:
        """The frame after its last."""
        return self.begun + len(self.samples)

    def part(self, start: int, end: int) -> Sequence[int]:
        """Those of its samples that lie between two frames."""
        return self.samples[max(0, start - self.begun) : max(0, end - self.begun)]


def transcribe(recording: array[int], sounds: Mapping[str, array[int]]) -> Transcript:
    """Take a recording apart into these sounds."""
    return Transcriber(recording, sounds).transcribe()


class Transcriber:
    """Goes through one recording."""

    def __init__(self, recording: array[int], sounds: Mapping[str, array[int]]) -> None:
        self._recording = recording
        self._bytes = recording.tobytes()
        self._silence = bytes(2 * SILENCE)
        self._sounds = sounds
        self._beginnings = beginnings(sounds)
        self._found = Transcript()

    def transcribe(self) -> Transcript:
        """Everything, from burst to burst."""
        at = self._next_sound(0)
        while at < len(self._recording):
            at = self._next_sound(self._burst(at))
        return self._found

    def _next_sound(self, at: int) -> int:
        """The next frame that is not silent."""
        match = SOMETHING.search(self._bytes, 2 * at)
        return match.start() // 2 if match else len(self._recording)

    def _burst(self, at: int) -> int:
        """Follow the sounds that begin here, and those that begin while they are heard; the frame after the last."""
        sounding: list[Sounding] = []
        while True:
            begun = self._beginning(at, sounding)
            if not begun:
                return self._strange(at)
            self._found.heard += begun
            sounding = [one for one in sounding if one.end > at]
            sounding += [Sounding(one.frame, self._sounds[one.sound]) for one in begun]
            end = max(one.end for one in sounding)
            at += agreement(held(mixed(sounding, at, end)), self._recording[at:end])
            if at == end:
                return at

    def _beginning(self, at: int, sounding: Sequence[Sounding]) -> list[Heard]:
        """What begins to differ from silence here, besides what sounds already."""
        known = mixed(sounding, at, at + SURE)
        new = tuple(map(sub, self._recording[at : at + SURE], known))
        return [Heard(at + begun, sound) for begun, sound in self._beginnings.get(new, ())]

    def _strange(self, at: int) -> int:
        """Leave out what cannot be explained, up to the next silence; where it ends."""
        byte = self._bytes.find(self._silence, 2 * at + 1)
        end = len(self._recording) if byte < 0 else (byte + 1) // 2
        self._found.strange.append(Strange(at, end - at))
        return end


def beginnings(sounds: Mapping[str, array[int]]) -> Mapping[tuple[int, ...], list[tuple[int, str]]]:
    """How each sound and each combination begins, from its first frame that is not silent.

    Each with its sounds and where they begin, counted from that frame. A sound may come twice.
    """
    found = {}
    for many in range(1, MOST_AT_ONCE + 1):
        for names in combinations_with_replacement(sorted(sounds), many):
            total = mixed([Sounding(0, sounds[name]) for name in names], 0, 2 * SURE)
            lead = next(frame for frame, sample in enumerate(total) if sample)
            found[tuple(total[lead : lead + SURE])] = [(-lead, name) for name in names]
    return found


def mixed(sounding: Sequence[Sounding], start: int, end: int) -> list[int]:
    """The sum of what is heard between two frames."""
    total = [0] * (end - start)
    for one in sounding:
        part, at = one.part(start, end), max(0, one.begun - start)
        total[at : at + len(part)] = map(add, total[at : at + len(part)], part)
    return total


def held(total: Iterable[int]) -> array[int]:
    """A sum within 16 bits: two loud sounds go flat at the top."""
    return array("h", [LOWEST if sample < LOWEST else min(sample, HIGHEST) for sample in total])


def agreement(one: Sequence[int], other: Sequence[int]) -> int:
    """On how many frames two parts agree from their beginning."""
    if one == other:
        return len(one)
    pairs = enumerate(zip(one, other, strict=False))
    return next((frame for frame, (a, b) in pairs if a != b), min(len(one), len(other)))
