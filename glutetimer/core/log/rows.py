"""What is kept of a workout to look back on: one row for it, and one for each exercise on each side.

Ten thousand records take ten seconds to read; their rows are read at once. A row says nothing that its record does
not: it can be made again at any time.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from glutetimer.core.options import Mode
from glutetimer.core.record import BoutRecord, HarderSide, Outcome, Workout, WorkoutState
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
    """What was begun of one exercise on one side in one workout. Reps per side; whole seconds of a hold.

    `clean` is the sum of `bouts` bouts, of `target` planned in them; `best` the most in one bout. What was done before
    the form broke is clean. `seconds` worked. `pain` is the worst told at it, `reason` the cue that went first in the
    last bout that had one. `evidence` is False where only the program counted and nobody confirmed it; an exercise
    that has bouts of both sorts has a row for each.
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


def side_rows(workout: Workout) -> tuple[SideRow, ...]:
    """The rows of its exercises and sides, in the order in which they were begun."""
    groups: dict[tuple[str, Kind, Side, bool], list[BoutRecord]] = {}
    for bout in workout.bouts:
        if bout.result is not None and bout.result.outcome in BEGUN:
            evidence = bool(workout.confirmed) or bout.result.counted_by != "program"
            groups.setdefault((bout.exercise, bout.kind, bout.side, evidence), []).append(bout)
    return tuple(_side_row(workout, bouts, evidence) for (*_, evidence), bouts in groups.items())


def _side_row(workout: Workout, bouts: Sequence[BoutRecord], evidence: bool) -> SideRow:
    results = [bout.result for bout in bouts if bout.result is not None]
    last = bouts[-1]
    return SideRow(
        workout=workout.id,
        started=workout.started,
        exercise=last.exercise,
        name=last.name,
        kind=last.kind,
        side=last.side,
        evidence=evidence,
        bouts=len(bouts),
        target=sum(bout.target for bout in bouts),
        clean=sum(result.done for result in results),
        best=max(result.done for result in results),
        seconds=round(sum(result.seconds for result in results), 3),
        form_breaks=sum(result.outcome == "form-broke" for result in results),
        pain=max((result.pain for result in results if result.pain is not None), default=None),
        reason=next((result.reason for result in reversed(results) if result.reason), ""),
    )
