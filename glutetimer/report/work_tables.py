"""Tables of the work: done beside planned, session by session, and all workouts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from glutetimer.core.report.data import Report, WorkoutDone
from glutetimer.core.report.done import BandUsed, ExerciseDone, SessionDone, SideDone
from glutetimer.core.text.doses import unit
from glutetimer.core.text.english import count, duration, short_day, spent
from glutetimer.core.text.vocabulary import BANDS, COUNTERS, MODES
from glutetimer.report.html import Html, element, join
from glutetimer.report.tables import NONE, body, date_cell, percent, row, small, table

_HEADS = ("Exercise", "Dose", "Left", "Right", "Not confirmed", "Form broke", "Not started", "Band", "Time")


def done_table(sessions: Iterable[SessionDone]) -> Html:
    """Table of every exercise of every session; an exercise without sides has one cell for both."""
    return table("Done of what was planned", _HEADS, map(_session, sessions), "done")


def _session(session: SessionDone) -> Html:
    words = join([element("b", session.name), f" – {count(session.workouts, 'workout')}"])
    head = element("tr", element("th", words, scope="rowgroup", colspan=len(_HEADS)), class_="session")
    return element("tbody", head, *(_exercise(one, session) for one in session.exercises))


def _exercise(one: ExerciseDone, session: SessionDone) -> Html:
    seldom = f"in {one.workouts} of {count(session.workouts, 'workout')}" if one.workouts < session.workouts else ""
    return element(
        "tr",
        element("th", one.name, small(seldom), scope="row"),
        element("td", _dose(one), class_="whole"),
        *_sides(one),
        element("td", _by_side(one, [side.unsure for side in one.sides])),
        element("td", _by_side(one, [side.form_breaks for side in one.sides])),
        element("td", _by_side(one, [side.missed for side in one.sides])),
        element("td", _bands(one.bands)),
        element("td", duration(sum(side.seconds for side in one.sides)), class_="whole"),
    )


def _dose(one: ExerciseDone) -> str:
    return one.last_dose if one.first_dose == one.last_dose else f"{one.first_dose} → {one.last_dose}"


def _sides(one: ExerciseDone) -> Iterable[Html]:
    """A cell for each side, or one for both."""
    by_side = {side.side: side for side in one.sides}
    if "left" not in by_side and "right" not in by_side:
        return [element("td", _done(one, side), colspan=2) for side in one.sides]
    left, right = by_side.get("left"), by_side.get("right")
    return [element("td", _done(one, side) if side else NONE) for side in (left, right)]


def _done(one: ExerciseDone, side: SideDone) -> Html:
    """Sum in a narrow column on two lines: "1,432 of 1,440 (99 %)"."""
    each = " a side" if side.side == "alternate" else ""
    share = [] if side.done == side.planned or not side.planned else [f"({percent(side.done / side.planned)})"]
    uncounted = [f"+ {count(side.uncounted, 'set')} not counted"] if side.uncounted else []
    if side.uncounted == side.bouts:
        return _lines(*uncounted)
    return _lines(f"{side.done:,} of {side.planned:,}{unit(one.kind)}{each}", *share, *uncounted)


def _lines(*parts: str) -> Html:
    """Parts that may stand below each other, each kept whole."""
    return join([element("span", part, class_="whole") for part in parts], " ")


def _by_side(one: ExerciseDone, counts: list[int]) -> Html:
    """Count by side: "L 2, R 1"; one number where there are no sides."""
    if not any(counts):
        return join([NONE])
    if one.sides[0].side not in ("left", "right"):
        return join([f"{sum(counts):,}"])
    found = [f"{side.side[0].upper()} {count:,}" for side, count in zip(one.sides, counts, strict=True) if count]
    return _lines(*(f"{words}," for words in found[:-1]), found[-1])


def _bands(bands: Iterable[BandUsed]) -> str:
    """List bands: "ankles (green, red); over the laces"."""
    return "; ".join(map(_band, bands)) or NONE


def _band(one: BandUsed) -> str:
    strengths = f" ({', '.join(one.strengths)})" if one.strengths else ""
    return BANDS[one.band].worn.removeprefix("at the ") + strengths


_WORKOUT_HEADS = ("Date", "Session", "Took", "As planned", "Form broke", "Effort", "Pain", "Harder side", "Counted by")
_STATES = {"finished": "", "early": "ended early", "running": "not ended"}


def workout_table(report: Report) -> Html:
    """Table of all workouts: how much of the plan was done, the answers, and how far the counts can be trusted."""
    rows = (_workout(one, report.span.needs_year) for one in report.workouts)
    return table("Workouts", _WORKOUT_HEADS, body(rows), "workouts")


def _workout(one: WorkoutDone, year: bool) -> Html:
    what = one.row
    return row(
        date_cell(what.started, year=year),
        join([what.name, " ", small(", ".join(filter(None, (MODES[what.mode].reported, _STATES[what.state]))))]),
        element("span", spent(what.seconds, about=what.about) or NONE, class_="whole"),
        f"{what.as_planned} of {what.bouts}",
        str(what.form_breaks or NONE),
        NONE if what.effort is None else str(what.effort),
        NONE if what.pain is None else str(what.pain),
        what.harder_side or NONE,
        join([_counted(one), " ", small(*_later(one))]),
    )


def _counted(one: WorkoutDone) -> str:
    """Source of the counts: "program, confirmed"; taps and numbers entered by hand need nobody to confirm them."""
    words = [COUNTERS[who].brief for who in one.counted_by]
    if "program" in one.counted_by:
        words.append("confirmed" if one.row.confirmed else "not confirmed")
    return ", ".join(words)


def _later(one: WorkoutDone) -> Iterator[str]:
    if one.added is not None:
        yield f"written down on {short_day(one.added.date())}"
    if one.row.amended is not None:
        yield f"corrected on {short_day(one.row.amended.date())}"
