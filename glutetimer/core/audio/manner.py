"""Manner of the voice: which numbers it says, and of which exercises it says how they are done."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from msgspec import Struct, field

from glutetimer.core.settings.spec import Counting, Explaining


class Lore(Protocol):
    """What the log knows of the exercises; empty until it is read."""

    @property
    def first_time(self) -> frozenset[str]:
        """Ids of exercises that were never done."""
        ...

    @property
    def failed_cues(self) -> Mapping[str, str]:
        """Exercise id -> the cue that failed first last time."""
        ...


class Manner(Struct, frozen=True):
    """How to speak. `new` are exercises never done before, `failed` the cue that failed last, both by exercise id."""

    counts: Counting = "all"
    how: Explaining = "first"
    new: frozenset[str] = frozenset()
    failed: Mapping[str, str] = field(default_factory=dict)

    @property
    def counts_reps(self) -> bool:
        """Whether reps are counted aloud."""
        return self.counts in ("reps", "all")

    @property
    def counts_holds(self) -> bool:
        """Whether the last seconds of holds are said."""
        return self.counts in ("holds", "all")

    def is_new(self, exercise: str) -> bool:
        """Whether to name it as new, and by `explains` to say how it is done."""
        return exercise in self.new

    def explains(self, exercise: str) -> bool:
        """Whether to say how it is done, before its first set."""
        return self.how == "always" or (self.how == "first" and exercise in self.new)
