"""All that the runner can ask of a run. Front ends turn keys into these; no other part knows keys."""

from __future__ import annotations

from enum import StrEnum
from typing import Literal

from msgspec import Struct

from glutetimer.core.pain.body_places import Flag


class Do(StrEnum):
    """Commands without a value."""

    MAIN = "main"
    BACK = "back"
    PAUSE = "pause"
    GO_ON = "go-on"
    AGAIN = "again"
    FORM_BROKE = "form-broke"
    PAIN = "pain"
    NO_PAIN = "no-pain"
    OTHER_SIDE = "other-side"
    EASIER = "easier"
    SKIP = "skip"
    PACE = "pace"


class Correct(Struct, frozen=True):
    """Change the count of the bout that runs or has just ended, by reps or seconds."""

    by: int


class Lengthen(Struct, frozen=True):
    """Change the running break by this many seconds."""

    by: float


class Jump(Struct, frozen=True):
    """Go to the bout with this index."""

    bout: int


class NameCue(Struct, frozen=True):
    """Name the cue that failed first when the form broke; empty for something else."""

    cue: str


class TellPain(Struct, frozen=True):
    """Say how strong the pain is (0-10), where, on which side, and the answer about a warning sign, if it was asked.

    `instead` replaces the last pain that was entered while the clock stands: one more answer, or another answer.
    Without it this is a separate pain.
    """

    score: int
    place: str
    side: Literal["left", "right", "both"] | None = None
    flag: Flag | None = None
    instead: bool = False


class Finish(Struct, frozen=True):
    """End the run here; `keep` False throws it away."""

    keep: bool = True


class Gap(Struct, frozen=True):
    """Sleep of the machine: pause as of `since` (a reading of the run's clock)."""

    since: float


#: All that the runner asks for; a gap is reported by the program around the run.
Wish = Do | Correct | Lengthen | Jump | NameCue | TellPain | Finish
Command = Wish | Gap
