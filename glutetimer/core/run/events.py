"""Events of a run. `at` is seconds of run time (pauses not counted), `step` the plan's step."""

from __future__ import annotations

from typing import Any, Literal

from msgspec import Struct

from glutetimer.core.plan.plan import Change
from glutetimer.core.record.record import CountedBy, Outcome
from glutetimer.core.session.session import Pace
from glutetimer.core.values import asdict

PauseReason = Literal["key", "gap", "pain"]
End = Literal["finished", "early", "discarded"]
#: What Back undoes: a bout that a key ended, a broken form, bouts left out, made easier or jumped, a pain, a break
#: that a key cut short.
Taken = Literal["ended", "form", "skipped", "eased", "jumped", "pain", "started"]


class Event(Struct, frozen=True):
    """Anything that happens; `bout` is the index of the bout it belongs to or leads to."""

    at: float
    step: int
    bout: int


class SetupStarted(Event, frozen=True):
    """Set-up before the first bout began; `seconds` long."""

    seconds: float


class SwitchStarted(Event, frozen=True):
    """A change of side or direction inside a set began."""

    seconds: float


class RestStarted(Event, frozen=True):
    """A rest between two sets began."""

    seconds: float


class RestChanged(Event, frozen=True):
    """New length of the running break: `seconds` in all."""

    seconds: float


class LeadStarted(Event, frozen=True):
    """Count-in of `seconds` before the bout comes (again), or after "start now" in a break."""

    seconds: float


class CountIn(Event, frozen=True):
    """`left` seconds until the bout begins or goes on."""

    left: int


class BoutStarted(Event, frozen=True):
    """Go."""


class PhaseStarted(Event, frozen=True):
    """Phase number `phase` (from 0) of rep `rep` (from 1) began."""

    rep: int
    phase: int
    label: str


class RepDone(Event, frozen=True):
    """Rep `count` of `of` is complete (turns, where the sides take turns)."""

    count: int
    of: int


class Halfway(Event, frozen=True):
    """Half of the reps or seconds are done."""


class LastSeconds(Event, frozen=True):
    """A hold has `left` seconds to its target."""

    left: int


class TargetReached(Event, frozen=True):
    """A hold passed its target and counts on."""


class BoutEnded(Event, frozen=True):
    """Outcome of a bout; `done` in reps per side or seconds, None where nobody counted."""

    outcome: Outcome
    done: int | None
    seconds: float
    counted_by: CountedBy


class Skipped(Event, frozen=True):
    """A key left out these `bouts`, by their indices."""

    bouts: tuple[int, ...]


class TakenBack(Event, frozen=True):
    """Effect of a key undone; `bouts` have again the result they had before it, if any."""

    what: Taken
    bouts: tuple[int, ...]


class BoutAmended(Event, frozen=True):
    """A bout that was over changed: its count was corrected, or its cue or pain was entered."""


class Recounted(Event, frozen=True):
    """Count of the running bout corrected to `count`."""

    count: int


class FormBroke(Event, frozen=True):
    """Broken form, for the `times`-th time in this exercise."""

    times: int


class PainFelt(Event, frozen=True):
    """Pain reported; everything stands still."""


class Paused(Event, frozen=True):
    """Clock stopped."""

    reason: PauseReason


class Resumed(Event, frozen=True):
    """Clock goes on."""


class Eased(Event, frozen=True):
    """Change of the exercise to an easier form; `changes` are what the runner has to change for it."""

    name: str
    target: int
    changes: tuple[Change, ...] = ()


class PaceChanged(Event, frozen=True):
    """Change of the exercise to another pace."""

    pace: Pace


class Said(Event, frozen=True):
    """A spoken sentence began; `clip` is its name as a sound."""

    text: str
    clip: str


class Finished(Event, frozen=True):
    """End of the run."""

    state: End


def event_json(event: Event) -> dict[str, Any]:
    """Turn the event into an object of the trace, without the clock reading and the sound."""
    return {"event": type(event).__name__} | asdict(event)
