"""Texts around the chart of an exercise."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from glutetimer.core.log.bests import Best, Ever, KnownForm
from glutetimer.core.log.rows import SideRow
from glutetimer.core.log.series import Measure, Series, SideLine, WeekPoint
from glutetimer.core.log.weeks import monday_of
from glutetimer.core.session.session import Kind
from glutetimer.core.text.doses import count_text
from glutetimer.core.text.english import count, day_at
from glutetimer.core.text.vocabulary import SIDES, band_words

#: Measures in the order of their key.
MEASURES: tuple[Measure, ...] = ("best", "sum", "time")
#: Titles, long and short.
_TITLES: Mapping[tuple[Kind, Measure], tuple[str, str]] = {
    ("reps", "best"): ("clean reps in the best set", "best set"),
    ("hold", "best"): ("longest clean hold", "longest hold"),
    ("reps", "sum"): ("clean reps, all of the week", "all of the week"),
    ("hold", "sum"): ("clean seconds, all of the week", "all of the week"),
    ("reps", "time"): ("seconds worked in the week", "seconds worked"),
    ("hold", "time"): ("seconds worked in the week", "seconds worked"),
}
#: A result older than this says little about the present.
LATELY = timedelta(weeks=3)


def titles(series: Series) -> tuple[str, ...]:
    """Title with the measure and the number of weeks; the longest wording first."""
    weeks = count(len(series.mondays), "week")
    return (*(f"{words} · {weeks}" for words in _TITLES[series.kind, series.measure]), weeks)


def line_words(line: SideLine, series: Series, today: date) -> str:
    """Line of a side: "now 15 · best 15 on 12 Nov (green band at the ankles)".

    Of a measure of whole weeks "this week 24 · most 45, week of 9 Nov".
    """
    parts = [_newest(line.now, series, today)] if line.now else []
    if series.measure == "best":
        if line.best:
            parts.append(f"best {_value(line.best.value, series)} on {day_at(line.best.day, today)}{_band(line.best)}")
    elif most := max((point for point in line.points if point), key=lambda point: point.value or 0, default=None):
        parts.append(f"most {_value(most.value, series)}, week of {day_at(most.monday, today)}")
    return " · ".join(parts)


def _band(best: Best) -> str:
    words = band_words(best.band, best.strength)
    return f" ({words})" if words else ""


def _newest(point: WeekPoint, series: Series, today: date) -> str:
    """Newest value, with its age where that matters."""
    unsure = ", not counted" if point.value is None else "" if point.sure else ", not confirmed"
    value, monday = _value(point.value, series), point.monday
    if series.measure == "best" and today - monday < LATELY:
        return f"now {value}{unsure}"
    if series.measure != "best" and monday == monday_of(today):
        return f"this week {value}{unsure}"
    return f"{value} in the week of {day_at(monday, today)}{unsure}"


def _value(value: int | None, series: Series) -> str:
    return f"{count_text(value)} s" if series.unit == "s" else count_text(value)


def sentences(series: Series, rows: Sequence[SideRow], today: date) -> tuple[str, ...]:
    """Sentences on these weeks, by what is confirmed or counted by hand; the longest wording first."""
    points = [point for line in series.lines for point in line.points if point]
    if not points:
        last = day_at(max(row.started for row in rows).date(), today)
        return (f"Last done on {last}, before these weeks: ↑ shows more.", f"Last done on {last}.")
    known = [(line.side, sure) for line in series.lines if len(sure := _sure(line)) > 1]
    if not known:
        told = any(point.sure and point.value is not None for point in points)
        return ("From the second week on there is something to compare." if told else "Nobody confirmed these yet.",)
    alone = len(series.lines) == 1
    said = ", ".join(f"{'' if alone else SIDES[side].worked + ' '}{_way(sure, series)}" for side, sure in known)
    if series.measure != "best":
        return (f"On average, in weeks with it: {said}.", f"On average: {said}.")
    first = min(sure[0].monday for _, sure in known)
    return (f"Since {day_at(first, today)}: {said}.", f"{said[0].upper()}{said[1:]}.")


def _sure(line: SideLine) -> list[WeekPoint]:
    return [point for point in line.points if point and point.sure and point.value is not None]


def _way(sure: Sequence[WeekPoint], series: Series) -> str:
    """First week against the last one; of whole weeks, the last of which still runs, the mean."""
    then, now = sure[0].value, sure[-1].value
    if series.measure != "best":
        return _value(round(sum(point.value or 0 for point in sure) / len(sure)), series)
    return f"unchanged at {_value(now, series)}" if then == now else f"from {then} to {_value(now, series)}"


def legend(series: Series) -> tuple[str, ...]:
    """Meaning of the signs that are in this picture."""
    points = [point for line in series.lines for point in line.points if point]
    there = {
        "f form broke": any(point.form_breaks for point in points),
        "p pain, 0 to 10": any(point.hurt for point in points),
        "░ not confirmed": any(not point.sure for point in points),
        "? not counted": any(point.uncounted for point in points),
    }
    return tuple(words for words, shown in there.items() if shown)


def form_words(ever: Ever, shown: KnownForm) -> str:
    """Name of the shown form, where there are several, or it is not the written one."""
    several = f" (f: {len(ever.forms)} forms)" if len(ever.forms) > 1 else ""
    named = "" if shown.name == ever.name else shown.name
    if shown.form is None:
        return ", ".join(filter(None, (named, "form not known"))) + several if named or several else ""
    return (named or "as written") + several if several or shown.form else ""
