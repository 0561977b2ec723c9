"""What happens in a run. `at` is seconds of run time (pauses not counted), `step` the plan's step."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any, Literal

from glutetimer.core.plan.plan import Change
from glutetimer.core.record.record import CountedBy, Outcome
from glutetimer.core.session.session import Pace

PauseReason = Literal["key", "gap", "pain"]
End = Literal["finished", "early", "discarded"]
#: What Back takes back: a bout that a key ended, a broken form, what was left out, made easier or jumped, a pain.
Taken = Literal["ended", "form", "skipped", "eased", "jumped", "pain"]


@dataclass(frozen=True, slots=True)
class Event:
    """Anything that happens; `bout` is the index of the bout it belongs to or leads to."""

    at: float
    step: int
    bout: int


@dataclass(frozen=True, slots=True)
class SetupStarted(Event):
    """The set-up before the first bout began; `seconds` long."""

    seconds: float


@dataclass(frozen=True, slots=True)
class SwitchStarted(Event):
    """A change of side or direction inside a set began."""

    seconds: float


@dataclass(frozen=True, slots=True)
class RestStarted(Event):
    """A rest between two sets began."""

    seconds: float


@dataclass(frozen=True, slots=True)
class RestChanged(Event):
    """The running break is now `seconds` long in all."""

    seconds: float


@dataclass(frozen=True, slots=True)
class LeadStarted(Event):
    """The bout comes (again) after a count-in of `seconds`."""

    seconds: float


@dataclass(frozen=True, slots=True)
class CountIn(Event):
    """`left` seconds until the bout begins or goes on."""

    left: int


@dataclass(frozen=True, slots=True)
class BoutStarted(Event):
    """Go."""


@dataclass(frozen=True, slots=True)
class PhaseStarted(Event):
    """Phase number `phase` (from 0) of rep `rep` (from 1) began."""

    rep: int
    phase: int
    label: str


@dataclass(frozen=True, slots=True)
class RepDone(Event):
    """Rep `count` of `of` is complete (turns, where the sides take turns)."""

    count: int
    of: int


@dataclass(frozen=True, slots=True)
class Halfway(Event):
    """Half of the reps or seconds are done."""


@dataclass(frozen=True, slots=True)
class LastSeconds(Event):
    """A hold has `left` seconds to its target."""

    left: int


@dataclass(frozen=True, slots=True)
class TargetReached(Event):
    """A hold passed its target and counts on."""


@dataclass(frozen=True, slots=True)
class BoutEnded(Event):
    """The bout has its outcome; `done` in reps per side or seconds, None where nobody counted."""

    outcome: Outcome
    done: int | None
    seconds: float
    counted_by: CountedBy


@dataclass(frozen=True, slots=True)
class Skipped(Event):
    """A key left out these `bouts`, by their indices."""

    bouts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class TakenBack(Event):
    """What a key did was taken back; `bouts` have again the result they had before it, if any."""

    what: Taken
    bouts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class BoutAmended(Event):
    """A bout that was over changed: its count was corrected, its cue or pain told."""


@dataclass(frozen=True, slots=True)
class Recounted(Event):
    """The count of the running bout was corrected to `count`."""

    count: int


@dataclass(frozen=True, slots=True)
class FormBroke(Event):
    """The form broke, for the `times`-th time in this exercise."""

    times: int


@dataclass(frozen=True, slots=True)
class PainFelt(Event):
    """The runner said pain; everything stands still."""


@dataclass(frozen=True, slots=True)
class Paused(Event):
    """The clock stands."""

    reason: PauseReason


@dataclass(frozen=True, slots=True)
class Resumed(Event):
    """The clock goes on."""


@dataclass(frozen=True, slots=True)
class Eased(Event):
    """The exercise goes on as an easier one; `changes` are what the runner has to change for it."""

    name: str
    target: int
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class PaceChanged(Event):
    """The exercise goes on at another pace."""

    pace: Pace


@dataclass(frozen=True, slots=True)
class Said(Event):
    """A sentence began to be said aloud; `clip` is its name as a sound."""

    text: str
    clip: str


@dataclass(frozen=True, slots=True)
class Finished(Event):
    """The run is over."""

    state: End


def event_json(event: Event) -> dict[str, Any]:
    """The event as an object of the trace, without the clock reading and the sound."""
    return {"event": type(event).__name__} | asdict(event)
