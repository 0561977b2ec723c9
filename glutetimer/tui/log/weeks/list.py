"""List of weeks, the newest first, against the goal; and the streak of weeks that met it."""

from __future__ import annotations

from collections import Counter
from datetime import date, datetime, timedelta

from glutetimer.core.log.weeks import Streak, Week, calendar, goal_words, streak, week_signs, weeks
from glutetimer.core.plan.options import Mode
from glutetimer.core.text.english import count, day_at, two_digit_day
from glutetimer.tui.drawing.canvas import PLAIN, Canvas, Look
from glutetimer.tui.drawing.text import cells, shorten
from glutetimer.tui.log.common.picture_page import BOLD, EDGE, MUTED
from glutetimer.tui.log.weeks.grid import DAYS, WORK, Year

GOOD = Look("good", bold=True)
#: Most weeks in the list.
MOST = 8


def listed(year: Year, oldest: date, room: int) -> tuple[date, ...]:
    """Weeks in the list, at most `room`: the last ones, or those around the marked one, not before `oldest`."""
    oldest = min(max(oldest, year.first), year.marked)
    known = (year.this - oldest).days // 7 + 1
    count = max(1, min(room, MOST, known))
    newest = max(year.marked + timedelta(weeks=count // 2), oldest + timedelta(weeks=count - 1))
    newest = min(newest, year.this)
    return tuple(newest - timedelta(weeks=back) for back in range(count))


def heading(shown: tuple[date, ...], year: Year) -> str:
    """Heading: "Last 8 weeks"; elsewhere in the log "8 weeks up to 9 Nov"."""
    if shown[0] != year.this:
        return f"{count(len(shown), 'week')} up to {day_at(shown[0], year.today)}"
    return "This week" if len(shown) == 1 else f"Last {count(len(shown), 'week')}"


def row_words(found: Streak) -> tuple[str, ...]:
    """Streak in words, the longest wording first; empty where the goal was never met."""
    if not found.best:
        return ()
    if not found.now:
        return (f"best: {_row_of(found.best)} at the goal",)
    best = f"best {found.best}" if found.best > found.now else "the best so far"
    return (f"{_row_of(found.now)} at the goal · {best}", f"{found.now} at the goal · best {found.best}")


def _row_of(weeks: int) -> str:
    return f"{count(weeks, 'week')}{'' if weeks == 1 else ' in a row'}"


def paint_list(canvas: Canvas, y: int, shown: tuple[date, ...], year: Year, step: int) -> None:
    """Draw the heading, the streak at the right, and a week every `step` rows."""
    left = canvas.put(EDGE, y, heading(shown, year), BOLD)
    found = row_words(streak(year.weekly, year.goals.goal_on, year.today))
    said = next((words for words in found if left + 2 + cells(words) <= canvas.width), "")
    canvas.put_right(canvas.width, y, said, MUTED)
    known = {week.monday: week for week in weeks(year.starts, shown[0], len(shown), year.goals.goal_on)}
    wide = max(cells(week_signs(known[monday])) for monday in shown)
    for place, monday in enumerate(shown):
        _row(canvas, y + 1 + place * step, known[monday], year, wide)


def _row(canvas: Canvas, y: int, week: Week, year: Year, wide: int) -> None:
    """Draw a week: "► 09 Nov   ■ ■ □   2 of 3   this week   Mo, We ×2"."""
    marked = week.monday == year.marked
    words = BOLD if marked else PLAIN
    canvas.put(0, y, "►" if marked else " ", words)
    x = canvas.put(EDGE, y, two_digit_day(week.monday), words) + 3
    for at, sign in enumerate(week_signs(week)):
        canvas.put(x + at, y, sign, MUTED if sign == "□" else WORK)
    x += wide + 3
    canvas.put(x, y, goal_words(week), words)
    x += 9
    said = "√ goal" if week.met else "this week" if week.monday == year.this else ""
    x = canvas.put(x, y, said, GOOD if week.met else MUTED)
    if marked and week.workouts and canvas.width - x > 9:
        canvas.put(x + 3, y, shorten(days(year.starts, week.monday), canvas.width - x - 3), MUTED)


def days(starts: tuple[tuple[datetime, Mode], ...], monday: date) -> str:
    """Days of a week with their workouts: "Mo, We ×2"."""
    found = Counter(started.date() for started, _ in starts)
    (week,) = calendar(starts, monday + timedelta(days=6), 1)
    named = ((DAYS[day.day.weekday()], found[day.day]) for day in week)
    return ", ".join(name if often == 1 else f"{name} ×{often}" for name, often in named if often)
