"""The table of all workouts, the oldest first."""

from __future__ import annotations

from collections.abc import Iterator

from glutetimer.core.log.english import short_day, spent
from glutetimer.core.log.report_data import Report, WorkoutDone
from glutetimer.report.cells import NONE, body, date_cell, row, small, table
from glutetimer.report.markup import Html, element, join

_WORKOUT_HEADS = ("Date", "Session", "Took", "As planned", "Form broke", "Effort", "Pain", "Harder side", "Counted by")
_STATES = {"finished": "", "early": "ended early", "running": "not ended"}
_MODES = {"full": "", "post-run": "1 round after a run", "pre-run": "1 round before a run"}
_COUNTERS = {"program": "program", "tap": "taps", "hand": "hand"}


def workout_table(report: Report) -> Html:
    """Each with what was done of its plan, what was told of it, and how far its counts can be trusted."""
    rows = (_workout(one, report.span.needs_year) for one in report.workouts)
    return table("Workouts", _WORKOUT_HEADS, body(rows), "workouts")


def _workout(one: WorkoutDone, year: bool) -> Html:
    what = one.row
    return row(
        date_cell(what.started, year=year),
        join([what.name, " ", small(", ".join(filter(None, (_MODES[what.mode], _STATES[what.state]))))]),
        element("span", spent(what.seconds, about=what.about) or NONE, class_="whole"),
        f"{what.as_planned} of {what.bouts}",
        str(what.form_breaks or NONE),
        NONE if what.effort is None else str(what.effort),
        NONE if what.pain is None else str(what.pain),
        what.harder_side or NONE,
        join([_counted(one), " ", small(*_later(one))]),
    )


def _counted(one: WorkoutDone) -> str:
    """ "program, confirmed"; taps and what was entered by hand need nobody to confirm them."""
    words = [_COUNTERS[who] for who in one.counted_by]
    if "program" in one.counted_by:
        words.append("confirmed" if one.row.confirmed else "not confirmed")
    return ", ".join(words)


def _later(one: WorkoutDone) -> Iterator[str]:
    if one.added is not None:
        yield f"written down on {short_day(one.added.date())}"
    if one.row.amended is not None:
        yield f"corrected on {short_day(one.row.amended.date())}"
