"""Workout of the history on one line, in columns that go by importance where it is narrow. Pure."""

from __future__ import annotations

from datetime import date

from msgspec import Struct
from rich.cells import cell_len

from glutetimer.core.log.rows import WorkoutRow
from glutetimer.core.log.weeks import pain_words
from glutetimer.core.text.english import clock, short_day
from glutetimer.core.text.vocabulary import MODES
from glutetimer.tui.drawing.canvas import Canvas, Look
from glutetimer.tui.drawing.text import shorten

#: From these widths on there is room for weekday, year and time; for the effort.
ROOMY, USUAL = 96, 76
#: Most columns of a session's name, and least of the signs.
NAME, SIGNS = 30, 10
#: From this many seconds on, a time is shown in hours.
LONG = 100 * 60
#: Place that says nothing: it is not named.
ELSEWHERE = "somewhere else"


class HistoryColumns(Struct, frozen=True):
    """Starts of session (`name` columns) and signs, ends of done, time and effort (0: no room for it)."""

    session: int
    name: int
    done: int
    time: int
    effort: int
    signs: int
    width: int


def columns(width: int) -> HistoryColumns:
    """Columns as there is room: the session's name gets it first, then the signs."""
    session, apart = (25, 3) if width >= ROOMY else (20 if width >= USUAL else 14, 2)
    done, time = 7 + apart - 1, 5 + apart
    effort = 6 + apart if width >= USUAL else 0
    name = min(NAME, width - session - done - time - effort - apart - SIGNS)
    at_done = session + name + done
    signs = at_done + time + effort + apart
    return HistoryColumns(session, name, at_done, at_done + time, signs - apart if effort else 0, signs, width)


def heading(at: HistoryColumns) -> Canvas:
    """Heads of the columns."""
    canvas = Canvas(at.width, 1)
    look = Look("muted")
    canvas.put(2, 0, "day", look)
    canvas.put(at.session, 0, "session", look)
    for right, words in ((at.done, "done"), (at.time, "time"), (at.effort, "effort")):
        if right:
            canvas.put_right(right, 0, words, look)
    return canvas


def workout_line(row: WorkoutRow, at: HistoryColumns, today: date, *, marked: bool) -> Canvas:
    """Line of the workout; the marked one reversed, with a triangle. Workouts that do not count are quiet."""
    canvas = Canvas(at.width, 1)
    look = Look("text", bold=marked, reverse=marked) if marked or row.counts else Look("muted")
    if marked:
        canvas.fill(0, 0, at.width, " ", look)
        canvas.put(0, 0, "►", look)
    canvas.put(2, 0, day_of(row, at, today), look)
    canvas.put(at.session, 0, name_of(row, at.name), look)
    canvas.put_right(at.done, 0, f"{row.as_planned}/{row.bouts}", look)
    canvas.put_right(at.time, 0, time_of(row.seconds, about=row.about), look)
    if at.effort and row.effort is not None:
        canvas.put_right(at.effort, 0, str(row.effort), look)
    alarm = look if marked else Look("alarm")
    x = at.signs
    for sign in fitting(row, at.width - at.signs):
        x = canvas.put(x, 0, sign, alarm if is_pain(sign) else look) + 2
    return canvas


def day_of(row: WorkoutRow, at: HistoryColumns, today: date) -> str:
    """Day, with its year where that is another one, and the time of day where there is room."""
    started, day = row.started, f"{short_day(row.started):>6}"
    if started.year == today.year:
        return f"{started:%a} {day}" + (f" {started:%H:%M}" if at.effort else "")
    if at.effort:
        whole = f"{started:%a} {day} {started.year}"
        return f"{whole} {started:%H:%M}" if at.width >= ROOMY else whole
    return f"{day} '{started:%y}"


def time_of(seconds: float, *, about: bool = False) -> str:
    """Length: "21:40", "27 h" for a very long one, "~21:40" where nobody measured it, "-" where unknown."""
    if not seconds:
        return "-"
    words = clock(seconds) if seconds < LONG else f"{round(seconds / 3600)} h"
    return f"{'~' if about else ''}{words}"


def name_of(row: WorkoutRow, width: int) -> str:
    """Session's name, followed by the mode, which is never cut."""
    mode = MODES[row.mode].brief
    if not mode:
        return shorten(row.name, width)
    return f"{shorten(row.name, width - len(mode) - 1)} {mode}"


def signs(row: WorkoutRow, *, where: bool = False) -> tuple[str, ...]:
    """Signs beside the figures; first of all that a workout does not count.

    The place of a pain (`where`) is named only where there is room.
    """
    place = row.place if where and row.place != ELSEWHERE else ""
    told = (
        ("copy", row.copy),
        ("rehearsal", row.speed != 1.0),
        ("ended early", row.state == "early"),
        (pain_words(row.pain, place), row.hurt),
        ("amended", row.amended is not None),
        ("added", row.added),
        ("form", row.form_breaks > 0),
    )
    return tuple(sign for sign, so in told if so)


def fitting(row: WorkoutRow, width: int) -> tuple[str, ...]:
    """Signs as there is room, and the number of the others ("+2"); pain goes late."""
    whole, found = signs(row, where=True), signs(row)
    if _wide(whole) <= width:
        return whole
    kept = sorted(found, key=lambda sign: sign not in ("copy", "rehearsal") and not is_pain(sign))
    for count in range(len(found), 0, -1):
        shown = tuple(sign for sign in found if sign in kept[:count])
        more = (f"+{len(found) - count}",) if count < len(found) else ()
        if _wide((*shown, *more)) <= width:
            return (*shown, *more)
    return (shorten(kept[0], width),)


def is_pain(sign: str) -> bool:
    """Whether the sign is about pain."""
    return sign.startswith("pain")


def _wide(found: tuple[str, ...]) -> int:
    return sum(map(cell_len, found)) + 2 * (len(found) - 1)
