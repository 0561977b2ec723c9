"""The data of a report for other programs: what does not apply is absent, never null."""

from __future__ import annotations

from typing import Any

from glutetimer.core.log.log_json import answer, balances_json, plain, weeks_json
from glutetimer.core.log.report_data import Report, WorkoutDone
from glutetimer.core.log.report_trend import Trend
from glutetimer.core.log.report_trust import honesty
from glutetimer.core.log.report_words import summary


def report_json(report: Report, version: str) -> dict[str, Any]:
    """All that the page shows, and its sentences. Days are those of the runner's clock, times in seconds."""
    sums = plain(report.totals)
    del sums["sessions"]  # how often each was done stands in `sessions`, beside what was done in it
    return answer(
        version=version,
        made=report.made,
        weeks=report.span.weeks,
        since=report.span.first,
        until=report.span.last,
        begins=report.begins,
        goal=report.goals[-1],
        summary=summary(report),
        trust=honesty(report),
        totals=sums,
        by_week=weeks_json(report.weekly),
        sessions=report.sessions,
        trends=[_trend(trend) for trend in report.trends],
        balance=balances_json(report.balances),
        sentences=report.words,
        pain=[_said(pain) for pain in report.pains],
        form=[_said(cue) for cue in report.cues],
        notes=report.notes,
        workouts=[_workout(one) for one in report.workouts],
        left_out=report.left_out,
    )


def _trend(trend: Trend) -> dict[str, Any]:
    """Weeks in which a side was not done are left out."""
    head = {"exercise": trend.exercise, "name": trend.name, "kind": trend.kind, "weeks_a_point": trend.every}
    return head | {line.side: [plain(point) for point in line.points if point] for line in trend.lines}


def _workout(one: WorkoutDone) -> dict[str, Any]:
    return _said(one.row) | {"counted_by": list(one.counted_by)} | ({"added": one.added} if one.added else {})


def _said(row: Any) -> dict[str, Any]:
    """A row without the words that nobody said."""
    return {key: value for key, value in plain(row).items() if value != ""}
