"""Data of a report for other programs: what does not apply is absent, never null."""

from __future__ import annotations

from typing import Any

from glutetimer.core.export.as_json import answer, balances_json, form_json, plain, weeks_json
from glutetimer.core.report.data import Report, WorkoutDone, honesty
from glutetimer.core.report.done import ExerciseDone, SessionDone
from glutetimer.core.report.text import summary
from glutetimer.core.report.told import CueLost
from glutetimer.core.report.trend import Trend


def report_json(report: Report, version: str) -> dict[str, Any]:
    """Everything that the page shows, with its sentences. Days are those of the runner's clock, times in seconds."""
    sums = plain(report.totals)
    del sums["sessions"]  # `sessions` holds how often each was done, beside what was done in it
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
        sessions=[_session(one) for one in report.sessions],
        trends=[_trend(trend) for trend in report.trends],
        balance=balances_json(report.balances),
        sentences=report.words,
        pain=[_said(pain) for pain in report.pains],
        form=[_cue(cue) for cue in report.cues],
        notes=report.notes,
        workouts=[_workout(one) for one in report.workouts],
        left_out=report.left_out,
    )


def _trend(trend: Trend) -> dict[str, Any]:
    """Trend of an exercise, without the weeks in which a side was not done."""
    head = {"exercise": trend.exercise, **form_json(trend.form), "name": trend.name, "kind": trend.kind}
    head |= {"weeks_a_point": trend.every}
    return head | {line.side: [plain(point) for point in line.points if point] for line in trend.lines}


def _session(one: SessionDone) -> dict[str, Any]:
    return _said(one) | {"exercises": [_exercise(exercise) for exercise in one.exercises]}


def _exercise(one: ExerciseDone) -> dict[str, Any]:
    said = _said(one)
    said.pop("form", None)
    return {"exercise": said.pop("exercise"), **form_json(one.form), **said}


def _cue(one: CueLost) -> dict[str, Any]:
    """Cue with the name of its exercise as before, and the id beside it."""
    said = _said(one)
    return {"exercise": said.pop("exercise"), "id": said.pop("id"), **said}


def _workout(one: WorkoutDone) -> dict[str, Any]:
    return _said(one.row) | {"counted_by": list(one.counted_by)} | ({"added": one.added} if one.added else {})


def _said(row: Any) -> dict[str, Any]:
    """Row without its empty texts."""
    return {key: value for key, value in plain(row).items() if value != ""}
