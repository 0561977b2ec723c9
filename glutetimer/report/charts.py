"""Drawings in the page (SVG): left and right over time, workouts a week.

Both sides differ in shape and line, not only in colour: a page printed in grey says the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from math import ceil

from glutetimer.core.report.data import Report
from glutetimer.core.report.text import times
from glutetimer.core.report.trend import CONTEXT, Trend, TrendLine, TrendPoint
from glutetimer.core.text.english import count, short_day
from glutetimer.report.html import Html, element, join
from glutetimer.report.svg import Frame, apart, axis, drawing, labelled, line, mark, path, text, ticks, weeks_below

#: Distance of left and right from the middle of their week: equal numbers must not hide each other.
_BESIDE = {"left": -3.0, "right": 3.0}
#: Weeks of at most this width have smaller marks.
_CLOSE = 13.0
#: The least distance between two words, one above the other.
_LEADING = 13.0


def trend_figure(trend: Trend, number: int) -> Html:
    """Chart of an exercise: a line a side, its planned dose; on top where form broke (f) and where it hurt (p)."""
    unit = "seconds" if trend.kind == "hold" else "reps"
    what = f"clean {unit} in a set, mean of {weeks_a_point(trend)}"
    wide = len(trend.mondays) > CONTEXT
    frame = _frame(trend, 720.0 if wide else 240.0)
    title = f"{trend.name}: left and right"
    picture = drawing(frame, f"trend-{number}", title, _told(trend, what), _trend(trend, frame))
    return element("figure", element("figcaption", element("b", trend.name)), picture, class_="wide" if wide else None)


def legend() -> Html:
    """Explain the signs of the trends, drawn as in the charts."""
    signs = (
        (join([line("left", 0, 8, 28, 8), mark("left", 14, 8)]), "left"),
        (join([line("right", 0, 8, 28, 8), mark("right", 14, 8)]), "right"),
        (line("planned", 7, 8, 21, 8), "planned"),
        (mark("unsure", 14, 8), "not confirmed"),
        (text("mark", 14, 12, "f", "middle"), "form broke"),
        (text("mark", 14, 12, "p", "middle"), "pain"),
        (element("rect", x=2, y=1, width=24, height=14, class_="earlier"), "weeks before this report"),
    )
    return element("p", *(element("span", _sign(sign), word) for sign, word in signs), class_="legend")


def _sign(sign: Html) -> Html:
    return element("svg", sign, viewBox="0 0 28 16", width=28, height=16, aria_hidden="true")


def weeks_a_point(trend: Trend) -> str:
    """Say how many weeks a point stands for."""
    return "each week" if trend.every == 1 else f"every {count(trend.every, 'week')}"


def _frame(trend: Trend, width: float) -> Frame:
    """Frame of a trend, with room on top for a row of letters for each side that has any."""
    rows = sum(any(map(_letters, filter(None, one.points))) for one in trend.lines)
    top = ticks(ceil(trend.top))[-1]
    return Frame(width, 116.0, len(trend.mondays), top, top_edge=12.0 + _LEADING * rows)


def _trend(trend: Trend, frame: Frame) -> Iterator[Html]:
    if trend.context:
        width = frame.slot * trend.context
        height = frame.floor - frame.top_edge
        yield element("rect", x=frame.left_edge, y=frame.top_edge, width=width, height=height, class_="earlier")
    yield from axis(frame, "s" if trend.kind == "hold" else "reps")
    yield from weeks_below(frame, trend.mondays, labelled(len(trend.mondays), 3 if frame.width < 400 else 9))
    for one in trend.lines:
        yield from _planned(one, frame)
    for one in trend.lines:
        yield from _line(one, frame)
    yield from _signs(trend, frame)
    yield from _names(trend, frame)


def _places(one: TrendLine, frame: Frame) -> list[tuple[float, TrendPoint]]:
    """Points of a line, each with its distance from the left."""
    beside = _BESIDE[one.side] if frame.slot >= 3 * abs(_BESIDE[one.side]) else 0.0
    return [(frame.x(index) + beside, point) for index, point in enumerate(one.points) if point is not None]


def _planned(one: TrendLine, frame: Frame) -> Iterator[Html]:
    half = min(7.0, frame.slot / 2)
    for x, point in _places(one, frame):
        yield line("planned", x - half, frame.y(point.planned), x + half, frame.y(point.planned))


def _line(one: TrendLine, frame: Frame) -> Iterator[Html]:
    places = [(x, frame.y(point.done), point.sure) for x, point in _places(one, frame)]
    if len(places) > 1:
        yield path(one.side, [(x, y) for x, y, _ in places])
    half = 3.0 if frame.slot > _CLOSE else 2.2
    yield from (mark(one.side if sure else "unsure", x, y, half) for x, y, sure in places)


def _signs(trend: Trend, frame: Frame) -> Iterator[Html]:
    """Draw a row of letters for each side: no letter hides another."""
    height = 10.0
    for one in trend.lines:
        found = [(x, signs) for x, point in _places(one, frame) if (signs := _letters(point))]
        if found:
            yield text("mark", frame.left_edge - 6, height, one.side[0].upper(), "end")
            yield from (text("mark", x, height, signs, "middle") for x, signs in found)
            height += _LEADING


def _letters(point: TrendPoint) -> str:
    return ("f" if point.form_breaks else "") + ("p" if point.hurt else "")


def _names(trend: Trend, frame: Frame) -> Iterator[Html]:
    """Write the last value of each side at the right end."""
    ends = [(one.side, one.last.done) for one in trend.lines if one.last is not None]
    heights = apart([frame.y(value) for _, value in ends], _LEADING)
    for (side, value), height in zip(ends, heights, strict=True):
        yield text("name", frame.right + 4, height + 4, f"{side[0].upper()} {value:g}")


def _told(trend: Trend, what: str) -> str:
    """Describe the chart in words, for those who cannot see it."""
    sides = (f"{one.side.title()}: {', '.join(map(_point, filter(None, one.points)))}." for one in trend.lines)
    return f"{what[0].upper()}{what[1:]}. {' '.join(sides)}"


def _point(point: TrendPoint) -> str:
    more = [f"of {point.planned:g} planned"] if point.done != point.planned else []
    more += [f"form broke {times(point.form_breaks)}"] if point.form_breaks else []
    more += [f"pain {point.pain or ''}".strip()] if point.hurt else []
    more += [] if point.sure else ["not confirmed"]
    return f"{short_day(point.monday)} {point.done:g}" + (f" ({', '.join(more)})" if more else "")


#: Most weeks that fit beside the sentences.
NARROW = 13
#: Columns narrower than this have no number on top.
_WIDE = 12.0


def weekly_figure(report: Report) -> Html:
    """Chart of workouts a week: full columns for whole workouts, open ones on top for those of one round."""
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
    """Draw a dashed line over the weeks of each goal, from edge to edge."""
    first = 0
    for goal, same in groupby(week.goal for week in report.weekly):
        after = first + len([*same])
        left, right = (frame.x(index - 0.5) for index in (first, after))
        yield line("goal", left, frame.y(goal), right, frame.y(goal))
        first = after


def _column(kind: str, x: float, width: float, top: float, floor: float) -> Iterator[Html]:
    if floor > top:
        yield element("rect", x=x, y=top, width=width, height=floor - top, class_=kind)
