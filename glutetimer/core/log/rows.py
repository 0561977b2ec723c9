"""What is kept of a workout to look back on: one row for it, and one for each exercise on each side.

Ten thousand records take ten seconds to read; their rows are read at once. A row says nothing that its record does
not: it can be made again at any time.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from glutetimer.core.options import Mode
from glutetimer.core.record import HarderSide, Outcome, Workout, WorkoutState
from glutetimer.core.session import Kind, Side

#: Outcomes of bouts that were begun: what was done in them says something.
BEGUN: frozenset[Outcome] = frozenset({"done", "short", "form-broke", "pain"})


@dataclass(frozen=True, slots=True)
class WorkoutRow:
    """A workout at a glance. `seconds` from its start to its end, 0 where the end is not known.

    `as_planned` of `bouts` planned bouts were done as planned, `begun` at all; `form_breaks` bouts ended for form.
    `pain` is the worst told, of the workout or a bout. `strength` is the band used last. `copy` is True where another
    file with the same id and other content is the one that counts.
    """

    id: str
    session: str
    name: str
    mode: Mode
    state: WorkoutState
    started: datetime
    seconds: float
    speed: float
    bouts: int
    begun: int
    as_planned: int
    form_breaks: int
    confirmed: bool
    harder_side: HarderSide | None
    effort: int | None
    pain: int | None
    note: str
    strength: str
    amended: datetime | None
    path: str = ""
    copy: bool = False

    @property
    def counts(self) -> bool:
        """Whether it is a workout in weeks, sums and trends: no rehearsal, no copy, and something was done."""
        return self.speed == 1.0 and not self.copy and self.begun > 0


@dataclass(frozen=True, slots=True)
class SideRow:
    """What was done of one exercise on one side in one workout. Reps per side; whole seconds of a hold.

    `clean` is the sum of the `bouts` that were begun, of `target` planned in them; `best` the most in one. What was
    done before the form broke is clean. `seconds` worked. `skipped` is what was planned in bouts left out on this side
    while the same bouts of the other side were done: there is a row also where that is all. `pain` is the worst felt on
    this side, whichever side was at work; `reason` the cue that went first in the last bout that had one. `evidence` is
    False where only the program counted and nobody confirmed it; bouts of both sorts have a row each.
    """

    workout: str
    started: datetime
    exercise: str
    name: str
    kind: Kind
    side: Side
    evidence: bool
    bouts: int
    target: int
    clean: int
    best: int
    seconds: float
    form_breaks: int
    skipped: int
    pain: int | None
    reason: str


def workout_row(workout: Workout, path: str = "", *, copy: bool = False) -> WorkoutRow:
    """The row of a workout; `path` is where it lies in the log."""
    results = [bout.result for bout in workout.bouts if bout.result is not None]
    outcomes = [result.outcome for result in results]
    pains = [pain for pain in (workout.pain, *(result.pain for result in results)) if pain is not None]
    ended = workout.ended or workout.started
    return WorkoutRow(
        id=workout.id,
        session=workout.session,
        name=workout.name,
        mode=workout.mode,
        state=workout.state,
        started=workout.started,
        seconds=max(0.0, (ended - workout.started).total_seconds()),
        speed=workout.speed,
        bouts=len(workout.bouts),
        begun=sum(outcome in BEGUN for outcome in outcomes),
        as_planned=outcomes.count("done"),
        form_breaks=outcomes.count("form-broke"),
        confirmed=bool(workout.confirmed),
        harder_side=workout.harder_side,
        effort=workout.effort,
        pain=max(pains, default=None),
        note=workout.note,
        strength=next((bout.strength for bout in reversed(workout.bouts) if bout.strength), ""),
        amended=workout.amended[-1] if workout.amended else None,
        path=path,
        copy=copy,
    )
