"""Facts for a report of some weeks, and how far to trust its numbers: records and rows in, plain data out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta
from itertools import groupby

from msgspec import Struct

from glutetimer.core.log.balance import Balance, balances, beside
from glutetimer.core.log.balance_text import sentences
from glutetimer.core.log.forms import NO_FORMS, Forms
from glutetimer.core.log.rows import SideRow, WorkoutRow, workout_row
from glutetimer.core.log.side_rows import side_rows
from glutetimer.core.log.totals import Totals, since, totals
from glutetimer.core.log.weeks import Week, weeks
from glutetimer.core.record.record import BEGUN, CountedBy, Workout
from glutetimer.core.report.done import SessionDone, sessions_done
from glutetimer.core.report.told import CueLost, Note, PainTold, cues_lost, notes_told, pains_told
from glutetimer.core.report.trend import CONTEXT, Trend, trends
from glutetimer.core.settings.goals import Goals
from glutetimer.core.text.english import count

_COUNTERS: tuple[CountedBy, ...] = ("program", "tap", "hand")


class ReportSpan(Struct, frozen=True):
    """Last `weeks` weeks up to the day `last`; `first` is the Monday on which they begin."""

    weeks: int
    last: date

    @property
    def first(self) -> date:
        return since(self.last, self.weeks)

    @property
    def needs_year(self) -> bool:
        """Whether a day is unclear without its year."""
        return self.first.year != self.last.year

    @property
    def earlier(self) -> date:
        """First day of the rows needed: for the trends, and for the balance of as many weeks before."""
        return since(self.last, max(2 * self.weeks, CONTEXT))


class UnreadRecords(Struct, frozen=True):
    """Records in the span that are in no sum. `later` is dated after the report; `unreadable` files of the whole log.

    `empty` workouts were left before anything was done in them; the notes in them are shown.
    """

    rehearsals: int = 0
    copies: int = 0
    later: int = 0
    unreadable: int = 0
    empty: int = 0


class Material(Struct, frozen=True):
    """Facts read for a report, in any order: the records of the span that are no rehearsals and no copies.

    `before` are the sides of earlier workouts that count, `begins` the week of the first workout in the log, `forms`
    the names of exercises in session files.
    """

    workouts: tuple[Workout, ...]
    before: tuple[SideRow, ...] = ()
    begins: date | None = None
    left_out: UnreadRecords = UnreadRecords()
    forms: Forms = NO_FORMS


class WorkoutDone(Struct, frozen=True):
    """A workout at a glance; `counted_by` names who counted it, `added` when it was written down afterwards."""

    row: WorkoutRow
    counted_by: tuple[CountedBy, ...]
    added: datetime | None


class Report(Struct, frozen=True):
    """All that the page shows. Lists are in the order of time, the oldest first; `weekly` too.

    `words` are the program's sentences to the runner about the sides. `begins`: only where the log begins in the
    span.
    """

    made: datetime
    span: ReportSpan
    begins: date | None
    totals: Totals
    weekly: tuple[Week, ...]
    workouts: tuple[WorkoutDone, ...]
    sessions: tuple[SessionDone, ...]
    trends: tuple[Trend, ...]
    balances: tuple[Balance, ...]
    words: tuple[str, ...]
    pains: tuple[PainTold, ...]
    cues: tuple[CueLost, ...]
    notes: tuple[Note, ...]
    left_out: UnreadRecords

    @property
    def goals(self) -> tuple[int, ...]:
        """Goals of its weeks: each change of them, the last goal last."""
        return tuple(goal for goal, _ in groupby(week.goal for week in self.weekly))


def gather(material: Material, span: ReportSpan, goals: Goals, made: datetime) -> Report:
    """Compile the report of the weeks of a span, the current week included."""
    told = sorted(material.workouts, key=lambda workout: (workout.started, workout.id))
    counted = [workout for workout in told if workout_row(workout).counts]
    rows = [workout_row(workout) for workout in counted]
    sides = [side for workout in counted for side in side_rows(workout, material.forms)]
    now = beside(balances(sides, rows), _as_many_before(material.before, span))
    return Report(
        made=made,
        span=span,
        begins=material.begins if material.begins is not None and material.begins > span.first else None,
        totals=totals(rows, sides),
        weekly=weeks(((row.started, row.mode) for row in rows), span.last, span.weeks, goals.goal_on)[::-1],
        workouts=tuple(map(_done, counted, rows)),
        sessions=sessions_done(counted, material.forms),
        trends=trends([*material.before, *sides], span.last, span.weeks),
        balances=now,
        words=sentences(now, span.weeks),
        pains=pains_told(told),
        cues=cues_lost(counted, material.forms),
        notes=notes_told(told),
        left_out=_with_empty(material.left_out, len(told) - len(counted)),
    )


def _done(workout: Workout, row: WorkoutRow) -> WorkoutDone:
    results = [bout.result for bout in workout.bouts if bout.result and bout.result.outcome in BEGUN]
    counts = Counter(result.counted_by for result in results)
    return WorkoutDone(row, tuple(who for who in _COUNTERS if counts[who]), workout.added)


def _as_many_before(rows: Iterable[SideRow], span: ReportSpan) -> Sequence[Balance]:
    """Compute the balance of as many weeks before, without the answers about the harder side, which do not matter."""
    first = span.first - timedelta(weeks=span.weeks)
    return balances([row for row in rows if first <= row.started.date() < span.first], ())


def _with_empty(left_out: UnreadRecords, empty: int) -> UnreadRecords:
    return UnreadRecords(left_out.rehearsals, left_out.copies, left_out.later, left_out.unreadable, empty)


def honesty(report: Report) -> tuple[str, ...]:
    """List what was not watched, not confirmed, corrected or left out; empty where everything is as it looks."""
    return (*_trust(report), *_missing(report))


def _trust(report: Report) -> Iterator[str]:
    unsure = sum("program" in one.counted_by and not one.row.confirmed for one in report.workouts)
    if unsure:
        yield (
            f"{count(unsure, 'workout')} {'holds' if unsure == 1 else 'hold'} counts of the program that the runner "
            "did not confirm: shown, and left out of the comparison of left and right."
        )
    added = sum(one.added is not None for one in report.workouts)
    if added:
        yield f"{count(added, 'workout')} {_was(added)} entered afterwards."
    amended = sum(one.row.amended is not None for one in report.workouts)
    if amended:
        yield f"{count(amended, 'workout')} {_was(amended)} corrected later."


def _missing(report: Report) -> Iterator[str]:
    out = report.left_out
    parts = [
        (out.rehearsals, "rehearsal", ""),
        (out.empty, "workout", " left before anything was done"),
        (out.copies, "other file", " with the id of a workout and other content"),
        (out.later, "workout", " dated later than this report"),
    ]
    words = [f"{count(number, word)}{what}" for number, word, what in parts if number]
    if words:
        yield f"Not counted: {', '.join(words)}."
    if out.unreadable:
        files = count(out.unreadable, "file")
        it_holds = "it holds" if out.unreadable == 1 else "they hold"
        yield f"{files} of the log cannot be read; what {it_holds} is missing."


def _was(number: int) -> str:
    return "was" if number == 1 else "were"
