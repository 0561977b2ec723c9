"""How many workouts in each week, beside the goal, as a drawing in the page."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from glutetimer.core.log.english import short_day
from glutetimer.core.log.report_data import Report
from glutetimer.report.markup import Html, element
from glutetimer.report.scale import Frame, labelled, ticks
from glutetimer.report.shapes import axis, drawing, line, text, weeks_below

#: Up to so many weeks fit beside the sentences.
NARROW = 13
#: Columns narrower than this have no number on top.
_WIDE = 12.0


def weekly_figure(report: Report) -> Html:
    """Full columns for whole workouts, open ones on top for those of one round."""
    weeks = report.weekly
    most = max(max(week.goal, week.workouts) for week in weeks)
    wide = len(weeks) > NARROW
    frame = Frame(720.0 if wide else 240.0, 92.0, len(weeks), ticks(most, 3)[-1], top_edge=16.0)
    told = ", ".join(f"{short_day(week.monday)} {week.workouts}" for week in weeks)
    told = f"The goal is {', then '.join(map(str, report.goals))}. Workouts in the week of {told}."
    words = "dashed: goal" + ("; open: one round" if report.totals.rounds else "")
    caption = element("figcaption", element("b", "Workouts a week"), " ", element("span", words))
    return element("figure", caption, drawing(frame, "weekly", "Workouts a week", told, _weekly(report, frame)))


def _weekly(report: Report, frame: Frame) -> Iterator[Html]:
    yield from axis(frame, "")
    mondays = [week.monday for week in report.weekly]
    yield from weeks_below(frame, mondays, labelled(frame.slots, 9 if frame.slots > NARROW else 4))
    yield from _goals(report, frame)
    width = min(30.0, frame.slot * 0.7)
    for index, week in enumerate(report.weekly):
        x, top = frame.x(index), frame.y(week.workouts)
        yield from _column("full", x - width / 2, width, frame.y(week.full), frame.floor)
        yield from _column("rounds", x - width / 2, width, top, frame.y(week.full))
        if frame.slot >= _WIDE and week.workouts:
            yield text("value", x, top - 3, str(week.workouts), "middle")


def _goals(report: Report, frame: Frame) -> Iterator[Html]:
    """A dashed line over the weeks of each goal, from edge to edge."""
    first = 0
    for goal, same in groupby(week.goal for week in report.weekly):
        after = first + len([*same])
        left, right = (frame.x(index - 0.5) for index in (first, after))
        yield line("goal", left, frame.y(goal), right, frame.y(goal))
        first = after


def _column(kind: str, x: float, width: float, top: float, floor: float) -> Iterator[Html]:
    if floor > top:
        yield element("rect", x=x, y=top, width=width, height=floor - top, class_=kind)
