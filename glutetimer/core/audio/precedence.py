"""One moment, one sound: which of the sounds that would begin together is heard."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from glutetimer.core.audio.ports import Cue

#: Seconds between the beginnings of two sounds; closer together they blur.
APART = 0.35
#: Of sounds that would begin together, the first in this list is heard. Sounds that count phases and reps come on top.
ORDER = ("stop", "pause", "go", "finish", "switch", "target", "halfway", "rep-last", "rest", "resume", "count")
#: Seconds ahead that may decide over a sound: a higher sound silences it, unless a still higher sound silences that.
FAR = APART * len(ORDER)

_RANKS = {sound: rank for rank, sound in enumerate(ORDER)}
#: Seconds by which a sum of floats may be off.
_ROUNDING = 1e-6


def outranks(sound: str, other: str) -> bool:
    """Whether a sound is heard instead of another; both are in ORDER."""
    return _RANKS[sound] < _RANKS[other]


def chosen(cues: Sequence[Cue], heard: Iterable[Cue] = ()) -> list[bool]:
    """Say for each cue whether it is heard: the others give way to a higher cue within APART, of two equals the later.

    `heard` are those before, which cannot be withdrawn: they silence what is not higher. A cue that stays is at most
    FAR from the cue that decides over it: a list that goes that much further decides like an endless list.
    """
    before = [cue for cue in heard if cue.sound in _RANKS]
    first_come = sorted(range(len(cues)), key=lambda index: (_RANKS.get(cues[index].sound, -1), cues[index].due, index))
    kept: list[Cue] = []
    stays = [True] * len(cues)
    for index in first_come:
        cue = cues[index]
        if cue.sound not in _RANKS:
            continue
        stays[index] = not any(_near(cue, one) for one in kept) and not any(_silences(one, cue) for one in before)
        if stays[index]:
            kept.append(cue)
    return stays


def only_chosen(cues: Sequence[Cue], heard: Iterable[Cue] = ()) -> list[Cue]:
    """Keep the cues that are heard."""
    return [cue for cue, stays in zip(cues, chosen(cues, heard), strict=True) if stays]


def _near(one: Cue, other: Cue) -> bool:
    return abs(one.due - other.due) < APART - _ROUNDING


def _silences(before: Cue, cue: Cue) -> bool:
    return _near(before, cue) and not outranks(cue.sound, before.sound)
