"""Cues as a line of text, for the pipe between the program and its sound child."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from math import isfinite

from glutetimer.core.cues import Cue

#: The child's answer to each list of cues: who gives it is alive.
HEARD = "heard"


def read_cues(text: str) -> Iterator[Cue]:
    """The cues of a line; what is none is passed over."""
    for word in text.split():
        due, _, name = word.partition(":")
        with suppress(ValueError):
            if name and isfinite(moment := float(due)):
                yield Cue(moment, name)


def cues_line(cues: tuple[Cue, ...]) -> str:
    """The line for these cues: every moment to the last bit, so that the same cue is known again."""
    return " ".join(["cues", *(f"{cue.due!r}:{cue.sound}" for cue in cues)])
