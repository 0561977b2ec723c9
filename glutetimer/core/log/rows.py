"""Rows kept of a workout to look back on: one for it, and one for each exercise on each side.

Ten thousand records take ten seconds to read; their rows are read at once. A row says nothing that its record does
not: it can be made again at any time. Rows are written without the names of their fields, and hold nothing that the
collector of reference circles would have to look through: they come in ten thousands.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from msgspec import Struct

from glutetimer.core.log.forms import Form, form_key
from glutetimer.core.pain.tellings import tellings
from glutetimer.core.plan.options import Mode
from glutetimer.core.record.duration import took
from glutetimer.core.record.pain_keys import afterwards
from glutetimer.core.record.record import BEGUN, HarderSide, Result, Workout, WorkoutState, did_something
from glutetimer.core.session.session import Band, Kind, Side


class WorkoutRow(Struct, frozen=True, array_like=True, gc=False):
    """A workout at a glance. `seconds` as in `took`, `about` where nobody measured them.

    `as_planned` of `bouts` planned bouts were done as planned, `begun` were started; `form_breaks` bouts ended for
    form. `worked` where anything was done: a rep, a second of a hold, or work that nobody counted. `sure` is False
    where bouts were counted by the program alone and nobody confirmed them. `pain` is the worst pain (of the workout
    or a bout), `place` where that was; `hurt` where there was any or a bout was stopped for it, also without a
    number. `strength` is the band used last. `added`: written down afterwards. `copy` is True where another file
    with the same id and other content is the file that counts.
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
    worked: bool
    as_planned: int
    form_breaks: int
    confirmed: bool
    sure: bool
    harder_side: HarderSide | None
    effort: int | None
    pain: int | None
    hurt: bool
    place: str
    note: str
    strength: str
    amended: datetime | None
    added: bool
    about: bool = False
    path: str = ""
    copy: bool = False

    @property
    def counts(self) -> bool:
        """Whether it is a workout in weeks, sums and trends: no rehearsal, no copy, and something was done."""
        return self.speed == 1.0 and not self.copy and self.worked


class SideRow(Struct, frozen=True, array_like=True, gc=False):
    """All that was done of one form of an exercise on one side in one workout. Reps per side; whole seconds of a hold.

    `form` is its id, "" as it is written, None where it is unknown; `name` is the name it was done under. `clean` is
    the sum of the `bouts` that were started, of `target` planned in them; `best` the most in one bout. Work before
    the form broke is clean. `seconds` worked. `skipped` is what was planned in bouts left out on this side while the
    same bouts of the other side were done: there is a row also where that is all. `pain` is the worst felt on this
    side, whichever side was at work; `hurt` where there was any, or a bout was stopped for it, also without a
    number. `reason` is the cue that failed first in the last bout that had one. `evidence` is False where nobody
    confirmed what the program counted. `counted` is False where the count is unknown: then there is no evidence, and
    `clean` and `best` say nothing. Each sort of bouts has its own row. `band` and `strength` are those of the best
    bout.
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
    hurt: bool
    reason: str
    form: str | None = ""
    counted: bool = True
    band: Band = "none"
    strength: str = ""

    @property
    def form_key(self) -> Form:
        """Key under which it has a series and a best of its own."""
        return form_key(self.form, self.name)


def workout_row(workout: Workout, path: str = "", *, copy: bool = False) -> WorkoutRow:
    """Make the row of a workout; `path` is where it lies in the log."""
    results = [bout.result for bout in workout.bouts if bout.result is not None]
    outcomes = [result.outcome for result in results]
    pain, place = _worst(workout, results)
    time = took(workout)
    return WorkoutRow(
        id=workout.id,
        session=workout.session,
        name=workout.name,
        mode=workout.mode,
        state=workout.state,
        started=workout.started,
        seconds=time.seconds,
        speed=workout.speed,
        bouts=len(workout.bouts),
        begun=sum(outcome in BEGUN for outcome in outcomes),
        worked=any(result.outcome in BEGUN and did_something(result) for result in results),
        as_planned=outcomes.count("done"),
        form_breaks=outcomes.count("form-broke"),
        confirmed=bool(workout.confirmed),
        sure=bool(workout.confirmed) or not any(map(_is_guess, results)),
        harder_side=workout.harder_side,
        effort=workout.effort,
        pain=pain,
        hurt=bool(pain) or "pain" in outcomes or any(tellings(workout)) or afterwards(workout) is not None,
        place=place,
        note=workout.note,
        strength=next((bout.strength for bout in reversed(workout.bouts) if bout.strength), ""),
        amended=workout.amended[-1] if workout.amended else None,
        added=workout.added is not None,
        about=time.about,
        path=path,
        copy=copy,
    )


def _is_guess(result: Result) -> bool:
    return result.outcome in BEGUN and result.counted_by == "program"


def _worst(workout: Workout, results: Iterable[Result]) -> tuple[int | None, str]:
    """Find the worst pain, and its place; a pain without a place says less than an equal one with it."""
    told = [(result.pain, result.place) for result in results if result.pain is not None]
    told += [(more.pain, more.place) for more in workout.more_pain if more.pain is not None]
    after = afterwards(workout)
    if workout.pain is not None:
        told.append((workout.pain, ""))
    if after is not None and (score := workout.pain if after.score is None else after.score) is not None:
        told.append((score, after.place))
    pain, place = max(told, key=lambda one: (one[0], bool(one[1])), default=(None, after.place if after else ""))
    return pain, place if pain != 0 else ""
