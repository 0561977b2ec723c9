"""Picture of the exercise page: its name, a chart for each side, sentences on how it went."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from msgspec import Struct

from glutetimer.core.log.bests import Ever
from glutetimer.core.log.forms import Form
from glutetimer.core.log.query import KnownExercise, LogRows
from glutetimer.core.log.rows import SideRow
from glutetimer.core.log.series import Measure, Series, series
from glutetimer.core.log.upto import Until
from glutetimer.core.log.weeks import monday_of
from glutetimer.core.text.vocabulary import SIDES
from glutetimer.core.values import replace
from glutetimer.tui.drawing.canvas import PLAIN, Canvas, Look
from glutetimer.tui.drawing.text import cells, shorten, wrap
from glutetimer.tui.log.common.picture_page import APART, EDGE, MUTED
from glutetimer.tui.log.exercise.chart import columns, floor_of, most_weeks, paint_line, paint_months, role_of
from glutetimer.tui.log.exercise.text import form_words, legend, line_words, sentences, titles

#: From this many rows on, the title stands apart too; most rows of the charts in all.
ROOMY, HIGHEST = 30, 32
CHIP = Look("text", bold=True, reverse=True)
NONE = ("No exercise yet: after the first workout", "each one shows here, week by week.")


class Looked(Struct, frozen=True):
    """Known exercises, and the data of the shown one.

    That is its number, its rows as far back as there is room, its history, its weeks as a series, the day on which they
    end, and the form that is wanted (None: see `Ever.form`).
    """

    exercises: tuple[KnownExercise, ...] = ()
    at: int = 0
    rows: tuple[SideRow, ...] = ()
    ever: Ever | None = None
    series: Series | None = None
    today: date = date.min
    form: Form | None = None

    @property
    def exercise(self) -> KnownExercise | None:
        """Exercise that is shown, None before there is any."""
        return self.exercises[self.at] if self.exercises else None

    def weeks_known(self, today: date) -> int:
        """Weeks since the exercise was first done, the running week included."""
        first = monday_of(self.ever.first if self.ever else today)
        return max(1, (monday_of(today) - first) // timedelta(weeks=1) + 1)


def look_up(
    rows: LogRows,
    exercise: str,
    now: datetime,
    weeks: int,
    measure: Measure,
    most: int = 0,
    form: Form | None = None,
) -> Looked:
    """Read the exercise with this id, or the last one done. `most` weeks are read for `look_at`."""
    exercises = rows.exercises()
    at = next((i for i, known in enumerate(exercises) if known.id == exercise), 0)
    if not exercises:
        return Looked()
    today = Until(rows, now).today
    id_, since = exercises[at].id, monday_of(today) - timedelta(weeks=max(weeks, most) - 1)
    form = form if exercises[at].id == exercise else None
    found = Looked(exercises, at, rows.of_exercise(id_, since, now), rows.ever(id_, now), today=today, form=form)
    return look_at(found, today, weeks, measure)


def look_at(looked: Looked, today: date, weeks: int, measure: Measure, form: Form | None = None) -> Looked:
    """Show other weeks, another measure, another form of the same rows."""
    form = form or looked.form
    return replace(looked, form=form, series=series(looked.rows, today, weeks, measure, looked.ever, form))


def paint_chart(looked: Looked, today: date, width: int, height: int) -> Canvas:
    """Paint the page."""
    canvas = Canvas(width, height)
    shown = looked.series and newest(looked.series, most_weeks(width))
    if shown is None or looked.exercise is None:
        for down, words in enumerate(NONE, 1):
            canvas.put(EDGE, down, words, MUTED)
        return canvas
    apart = 1 if height >= APART else 0
    _title(canvas, apart, looked, shown)
    below = _below(looked, shown, today, width, lines=1 + apart)
    top = apart + (2 if height >= ROOMY else 1)
    bottom = _lines(canvas, top, height - top - 1 - apart - len(below), shown, today, apart)
    paint_months(canvas, bottom, shown, columns(width, len(shown.mondays)))
    for down, (words, look) in enumerate(below, bottom + 1 + apart):
        canvas.put(EDGE, down, words, look)
    return canvas


def newest(shown: Series, weeks: int) -> Series:
    """Cut a series to its newest weeks."""
    if len(shown.mondays) <= weeks:
        return shown
    lines = tuple(replace(line, points=line.points[-weeks:]) for line in shown.lines)
    return replace(shown, mondays=shown.mondays[-weeks:], lines=lines)


def _title(canvas: Canvas, y: int, looked: Looked, shown: Series) -> None:
    """Draw the name between arrows; its number, its form, and at the right the measure, as there is room."""
    name = f" {shorten(shown.name, canvas.width - 14)} "
    left = canvas.put(0, y, f"◄{name}►" if len(looked.exercises) > 1 else f" {name} ", CHIP)
    form = form_words(looked.ever, shown.form) if looked.ever else ""
    which = " · ".join(filter(None, (f"{looked.at + 1} of {len(looked.exercises)}", form)))
    which = shorten(which, canvas.width - left - 4)
    for right in (*titles(shown), ""):
        if left + 4 + len(which) + cells(right) <= canvas.width:
            canvas.put(left + 2, y, which, MUTED)
            canvas.put_right(canvas.width, y, right, MUTED)
            return


def _lines(canvas: Canvas, y: int, room: int, shown: Series, today: date, apart: int) -> int:
    """Draw a heading and a chart for each side; return the row after the last of them."""
    count, at = len(shown.lines), columns(canvas.width, len(shown.mondays))
    highest = HIGHEST if not floor_of(shown) else HIGHEST // 2
    each = max(2, min(highest // count + 1, (room - apart * (count - 1)) // count))
    for line in shown.lines:
        left = canvas.put(EDGE, y, SIDES[line.side].sign, Look(role_of(line.side), bold=True))
        words = shorten(line_words(line, shown, today), canvas.width - left - 2)
        canvas.put_right(canvas.width, y, words, PLAIN)
        paint_line(canvas, y + 1, each - 1, line, shown, at)
        y += each + apart
    return y - apart


def _below(looked: Looked, shown: Series, today: date, width: int, lines: int) -> list[tuple[str, Look]]:
    """Lines on how it went, and the meaning of the signs."""
    wordings = sentences(shown, looked.rows, today)
    fits = (words for words in wordings if lines > 1 or cells(words) <= width - EDGE)
    said = wrap(next(fits, wordings[-1]), width - EDGE, lines)
    signs = "   ".join(legend(shown))
    return [*((words, PLAIN) for words in said), *([(signs, MUTED)] if signs else [])]
