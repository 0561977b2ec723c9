"""Whether what was heard is what was to be heard: each once, none missing, nothing else, in this order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from tests.hearing.expected import Due
from tests.hearing.transcript import RATE, Transcript

#: Seconds between a moment and its sound in the recording; more is another moment's.
FARTHEST = 0.5
#: Seconds by which a sound may lie off the others: one that a key brings about waits for the device's next block.
SLACK = 0.06


@dataclass(frozen=True, slots=True)
class Moment:
    """A sound that was heard, in seconds of `time.monotonic`."""

    sound: str
    at: float


@dataclass(frozen=True, slots=True)
class Verdict:
    """Each sound with the moment at which it was heard, and what is wrong: nothing, where all is well.

    `offset` is how long after its moment a sound is heard, in the middle, in seconds.
    """

    pairs: tuple[tuple[Due, Moment], ...]
    complaints: tuple[str, ...]
    offset: float


def judge(due: Sequence[Due], transcript: Transcript, began: float, slack: float = SLACK) -> Verdict:
    """Compare; `began` is the moment of the recording's first frame."""
    heard = [Moment(one.sound, began + one.frame / RATE) for one in sorted(transcript.heard)]
    offset = usual_offset(due, heard)
    left, pairs, complaints = list(heard), list[tuple[Due, Moment]](), list[str]()
    for one in due:
        same = [other for other in left if other.sound == one.sound and abs(other.at - one.moment - offset) <= slack]
        if same:
            nearest = min(same, key=lambda other: abs(other.at - one.moment - offset))
            left.remove(nearest)
            pairs.append((one, nearest))
        else:
            complaints.append(f"{one.sound} is missing at {one.moment + offset - began:.3f} s")
    complaints += [f"{other.sound} is heard at {other.at - began:.3f} s, and ought not to be" for other in left]
    complaints += disorder(pairs, began)
    complaints += [f"{one.frames} strange frames at {one.frame / RATE:.3f} s" for one in transcript.strange]
    return Verdict(tuple(pairs), tuple(complaints), offset)


def usual_offset(due: Iterable[Due], heard: Sequence[Moment]) -> float:
    """The offset that most sounds have: the middle of where the differences lie closest together."""
    found = sorted(
        other.at - one.moment
        for one in due
        for other in heard
        if other.sound == one.sound and abs(other.at - one.moment) < FARTHEST
    )
    groups = [[other for other in found[start:] if other <= first + SLACK] for start, first in enumerate(found)]
    closest: list[float] = max(groups or [[0.0]], key=len)
    return median(closest)


def disorder(pairs: Iterable[tuple[Due, Moment]], began: float) -> list[str]:
    """Sounds heard before one that was due earlier."""
    return [
        f"{later.sound} is heard at {second.at - began:.3f} s, before {earlier.sound}"
        for (earlier, first), (later, second) in pairwise(pairs)
        if earlier.moment < later.moment and not first.at < second.at
    ]
