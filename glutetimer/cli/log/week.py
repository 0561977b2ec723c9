"""`log week`: the running week on one screen of 80 x 24, and what to do next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import click
from msgspec import Struct

from glutetimer.adapters.files.sessions import load_all
from glutetimer.adapters.system.clock import local_now
from glutetimer.cli.base.options import json_option, place_options
from glutetimer.cli.base.output import cells, columns, say, say_json, shortened
from glutetimer.cli.base.setting import Settings, setting
from glutetimer.cli.log.balance import bar
from glutetimer.cli.log.columns import fold
from glutetimer.cli.log.progress import name_unreadable, rows_of
from glutetimer.cli.log.stats import streak_words
from glutetimer.cli.show import seconds_today
from glutetimer.core.export.as_json import answer, balances_json, plain
from glutetimer.core.log.balance_text import left_out
from glutetimer.core.log.compare import Compared, compare
from glutetimer.core.log.last_times import past_of
from glutetimer.core.log.query import LogRows
from glutetimer.core.log.rows import WorkoutRow
from glutetimer.core.log.totals import next_session
from glutetimer.core.log.upto import Until, later_words
from glutetimer.core.log.weeks import (
    Streak,
    Week,
    WorkoutDay,
    calendar,
    monday_of,
    session_words,
    streak,
    week_signs,
    weeks,
    workout_signs,
    workouts_words,
)
from glutetimer.core.session.session import GENTLEST
from glutetimer.core.settings.goals import Goals
from glutetimer.core.text.english import DAYS, ago, count, minutes, week_words

#: Limits of the screen: workouts of the week, exercises, and cells of a name, of the signs, of a whole line.
_WORKOUTS, _EXERCISES, _NAME, _SIGNS, _LINE = 5, 4, 26, 18, 78
#: Most signs of a day that fit.
_DAY = 4
#: Number of weeks that are compared.
_BALANCE = 8


class ThisWeek(Struct, frozen=True):
    """Running week; its `workouts` are the newest first, `days` those until today.

    `later` workouts are dated after now, and in no sum.
    """

    today: date
    goals: Goals
    week: Week
    days: tuple[WorkoutDay, ...]
    streak: Streak
    workouts: tuple[WorkoutRow, ...]
    balance: Compared
    coming: Coming | None
    later: int = 0


@click.command("week")
@place_options
@json_option
def week_command(log_dir: Path | None, config_file: Path | None, as_json: bool) -> None:
    """Show how this week stands.

    What was done against the goal, left against right, and what is next.
    """
    where = setting(log_dir, config_file)
    rows = rows_of(where)
    found = _found(where, rows, local_now()[0])
    if as_json:
        say_json(_json(found, len(rows.unreadable())))
        return
    for line in week_lines(found):
        say(line)
    name_unreadable(rows)


def _found(where: Settings, rows: LogRows, now: datetime) -> ThisWeek:
    known, goals = Until(rows, now), where.config.goals
    today = known.today
    monday = monday_of(today)
    starts = known.starts(monday)
    (week,), (days,) = weeks(starts, today, 1, goals.goal_on), calendar(starts, today, 1)
    run, balance = streak(known.weekly(), goals.goal_on, today), compare(rows, now, _BALANCE)
    next_ = coming(where, rows, now)
    return ThisWeek(today, goals, week, days, run, known.workouts(monday), balance, next_, known.later())


def _json(found: ThisWeek, unreadable: int) -> dict[str, Any]:
    week, next_ = found.week, found.coming
    sums = {"workouts": week.workouts, "full": week.full, "rounds": week.rounds}
    return answer(
        monday=week.monday,
        goal=week.goal,
        **sums,
        met=week.met,
        streak=found.streak,
        days=found.days,
        ids=[row.id for row in found.workouts],
        balance=balances_json(found.balance.balances),
        sentences=found.balance.sentences,
        next=None if next_ is None else plain(next_) | {"command": next_.command},
        later=found.later,
        unreadable=unreadable,
    )


def week_lines(found: ThisWeek) -> Iterator[str]:
    """Lines of the week: at most 22, each of at most 80 cells."""
    week, most = found.week, _WORKOUTS - bool(found.later)
    yield f"This week, {week_words(week.monday)}: {workouts_words(week)}  {week_signs(week)}"
    yield _days(found)
    if found.streak.now or found.streak.best:
        yield streak_words(found.streak, found.goals)
    if found.workouts:
        yield ""
        yield from columns(map(_workout, found.workouts[:most]))
        if len(found.workouts) > most:
            yield f"and {len(found.workouts) - most} more"
    yield ""
    yield from _balance(found.balance)
    if found.coming is not None:
        yield ""
        yield from _next(found.coming, found.today)
    if found.later:
        yield later_words(found.later)


def _days(found: ThisWeek) -> str:
    """Signs by day: "Mon ■  Tue ·  Wed ■▪  Thu ×6"; days to come have no sign yet."""
    done = {day.day: "■" * day.full + "▪" * day.rounds or "·" for day in found.days}
    mondays = found.week.monday
    days = ((name, mondays + timedelta(days=at)) for at, name in enumerate(DAYS))
    return "  ".join(f"{name} {_brief(done.get(day, ' '))}" for name, day in days).rstrip()


def _brief(signs: str) -> str:
    """Signs, or their number where they do not fit."""
    return signs if len(signs) <= _DAY else f"×{len(signs)}"


def _workout(row: WorkoutRow) -> tuple[str, ...]:
    day = DAYS[row.started.weekday()]
    done = f"{row.as_planned} of {row.bouts} as planned"
    return f"{day} {row.started:%H:%M}", shortened(session_words(row), _NAME), done, _signs(row)


def _signs(row: WorkoutRow) -> str:
    """Signs of a workout, with the place of a pain if there is room for it."""
    whole = ", ".join(workout_signs(row))
    return whole if cells(whole) <= _SIGNS else shortened(", ".join(workout_signs(row, brief=True)), _SIGNS)


def _balance(found: Compared) -> Iterator[str]:
    known: Sequence[Any] = [one for one in found.balances if one.gap is not None][:_EXERCISES]
    yield f"Left and right, last {count(found.weeks, 'week')}"
    if known:
        yield from columns([(shortened(one.name, _NAME), bar(one), one.word) for one in known])
    yield from fold(" ".join(found.sentences[:1]), _LINE)
    if found.unconfirmed:
        yield left_out(found.unconfirmed, found.uncounted)


def _next(one: Coming, today: date) -> Iterator[str]:
    last = f", last done {ago(one.last_done.date(), today)}" if one.last_done else ""
    yield f"Next: {shortened(one.name, _NAME)}, {minutes(one.seconds)}{last}"
    yield f"  {one.command}"


class Coming(Struct, frozen=True):
    """Next session: its length today in seconds, when it was done last, its command."""

    session: str
    name: str
    seconds: float
    last_done: datetime | None

    @property
    def command(self) -> str:
        """Command to type for it."""
        return f"glutetimer run {self.session}"


def coming(where: Settings, rows: LogRows, now: datetime) -> Coming | None:
    """Choose the next session: of the usual ones the one not done for longest, else the gentlest, else the shortest."""
    last = past_of(*rows.latest(now)).last
    read = {session.id: session for _, session in load_all(where.places.sessions)[0]}
    seconds = {id_: took for id_, session in read.items() if (took := seconds_today(session, where.config))}
    if not seconds:
        return None
    habit = next_session({id_: moment for id_, moment in last.items() if id_ in seconds}, now)
    id_ = habit or min(seconds, key=lambda id_: (id_ != GENTLEST, seconds[id_], id_))
    return Coming(id_, read[id_].name, seconds[id_], last.get(id_))
