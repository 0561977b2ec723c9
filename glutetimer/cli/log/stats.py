"""`log stats`: some weeks in numbers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import Any

import click
from msgspec import Struct

from glutetimer.adapters.system.clock import local_now
from glutetimer.cli.base.options import json_option, place_options
from glutetimer.cli.base.output import columns, room, say, say_json
from glutetimer.cli.base.setting import Settings, setting
from glutetimer.cli.log import columns as folding
from glutetimer.cli.log.options import weeks_option
from glutetimer.cli.log.progress import name_unreadable, rows_of
from glutetimer.core.export.as_json import answer, bests_json, plain, weeks_json
from glutetimer.core.log.bests import BestBout, best_bouts
from glutetimer.core.log.query import LogRows
from glutetimer.core.log.totals import Totals, since, totals
from glutetimer.core.log.upto import Until, later_words
from glutetimer.core.log.weeks import Streak, Week, goal_words, monday_of, streak, week_signs, weeks
from glutetimer.core.settings.goals import Goals
from glutetimer.core.text.doses import amount_words
from glutetimer.core.text.english import count, duration, long_day, short_day, spent
from glutetimer.core.text.vocabulary import band_words, lettered

#: Explains the signs beside the weeks, as on the screen.
LEGEND = "■ full session  ▪ one round  □ open"
#: Width of the table of bests where it is unknown: with bands beside them its lines are long.
WIDE = 80


class Stats(Struct, frozen=True):
    """Numbers of a span of weeks: the running week is the first of `weeks`; `streak` and `goals` go beyond the span.

    `begins` is the week of the first workout of the log; `later` workouts are dated after now, and in no sum.
    """

    since: date
    today: date
    goals: Goals
    totals: Totals
    weeks: tuple[Week, ...]
    streak: Streak
    bests: tuple[BestBout, ...]
    begins: date
    later: int
    unreadable: int


@click.command("stats")
@weeks_option(8)
@place_options
@json_option
def stats_command(weeks: int, log_dir: Path | None, config_file: Path | None, as_json: bool) -> None:
    """Show the last weeks in numbers.

    Workouts against the goal, sessions, effort, pain, form, and the most in one bout.
    """
    where = setting(log_dir, config_file)
    rows = rows_of(where)
    found = _stats(where, rows, weeks)
    if as_json:
        say_json(_json(found, weeks))
        return
    for line in _lines(found, room()):
        say(line)
    name_unreadable(rows)


def _stats(where: Settings, rows: LogRows, count: int) -> Stats:
    known, goals = Until(rows, local_now()[0]), where.config.goals
    today = known.today
    first = since(today, count)
    sides, weekly = known.sides(first), known.weekly()
    return Stats(
        since=first,
        today=today,
        goals=goals,
        totals=totals(known.workouts(first), sides),
        weeks=weeks(known.starts(first), today, count, goals.goal_on),
        streak=streak(weekly, goals.goal_on, today),
        bests=best_bouts(sides),
        begins=min(weekly, default=monday_of(today)),
        later=known.later(),
        unreadable=len(rows.unreadable()),
    )


def _json(stats: Stats, weeks: int) -> dict[str, Any]:
    sums = plain(stats.totals)
    sessions = sums.pop("sessions")
    return answer(
        weeks=weeks,
        since=stats.since,
        goal=stats.goals.now,
        totals=sums,
        sessions=sessions,
        by_week=weeks_json(stats.weeks),
        streak=stats.streak,
        bests=bests_json(stats.bests),
        later=stats.later,
        unreadable=stats.unreadable,
    )


def _lines(stats: Stats, room: int | None) -> Iterator[str]:
    span = "This week" if len(stats.weeks) == 1 else count(len(stats.weeks), "week")
    yield f"{span}, {long_day(stats.since)} to {long_day(stats.today)}"
    yield ""
    if stats.totals.workouts:
        yield from _known(stats, room)
    else:
        yield "No workout in this time. One round after a run is a beginning."
    if stats.later:
        yield ""
        yield later_words(stats.later)


def _known(stats: Stats, room: int | None) -> Iterator[str]:
    yield from folding.table(_sums(stats.totals), room, {1})
    yield ""
    yield from week_lines([week for week in stats.weeks if week.monday >= stats.begins])
    if stats.streak.now or stats.streak.best:
        yield streak_words(stats.streak, stats.goals)
    yield ""
    table = [("SESSION", "WORKOUTS", "TIME")]
    table += [
        (one.name, f"{one.workouts:,}", spent(one.seconds, about=one.about) or "-") for one in stats.totals.sessions
    ]
    yield from folding.table(table, room, {0})
    if stats.bests:
        yield ""
        yield "MOST IN ONE SET"
        yield from folding.table(_best_rows(stats.bests), room or WIDE, {0, 1, 2})


def _sums(sums: Totals) -> Iterator[tuple[str, str]]:
    split = f"{sums.full:,} full, {sums.rounds:,} of one round" if sums.rounds else "all of them full sessions"
    took = spent(sums.seconds, about=sums.about)
    yield "Workouts", f"{sums.workouts:,}{f' in {took}' if took else ''}: {split}"
    yield "As planned", f"{sums.as_planned:,} of {sums.bouts:,}"
    holds = f"{duration(sums.hold_seconds)} of holds" if sums.hold_seconds else ""
    reps = count(sums.reps, "rep") if sums.reps else ""
    uncounted = f"{count(sums.uncounted, 'set')} not counted" if sums.uncounted else ""
    yield "Done", ", ".join(filter(None, (reps, holds, uncounted))) or "nothing clean"
    yield "Form", f"broke in {count(sums.form_breaks, 'set')}" if sums.form_breaks else "held in every set"
    if sums.effort is not None:
        yield "Effort", f"{sums.effort:.1f} of 10 on average"
    worst = "" if sums.worst_pain is None else f", {sums.worst_pain} of 10 at worst"
    yield "Pain", f"in {count(sums.pains, 'workout')}{worst}" if sums.pains else "none reported"
    yield "Confirmed", f"{sums.confirmed:,} of {count(sums.workouts, 'workout')}"


def week_lines(weeks: Sequence[Week]) -> Iterator[str]:
    """A line a week, the running week first, and the meaning of the signs."""
    yield from columns([(f"{short_day(week.monday):>6}", goal_words(week), week_signs(week)) for week in weeks])
    yield f"{'':6}  {LEGEND}"


def streak_words(known: Streak, goals: Goals) -> str:
    """Streak in words: "Goal (3 a week): met 2 weeks in a row, 5 at best.";

    "now 3 a week" where it was another before.
    """
    now = f"met {count(known.now, 'week')} in a row" if known.now else "not met last week"
    best = f", {known.best} at best" if known.best > known.now else ""
    return f"Goal ({'now ' if goals.was else ''}{goals.now} a week): {now}{best}."


def _best_rows(bests: Sequence[BestBout]) -> Iterator[tuple[str, ...]]:
    """Rows of exercises, the sides beside each other."""
    for (_, _, name, _), sides in groupby(bests, key=lambda best: (best.exercise, best.form, best.name, best.kind)):
        left, *right = map(_best, sides)
        yield name, left, ", ".join(right)


def _best(best: BestBout) -> str:
    """Best bout of a side: "L 14 reps, 21 Oct (green band at the ankles)"."""
    side = "each side " if best.side == "alternate" else lettered(best.side)
    band = band_words(best.band, best.strength)
    return f"{side}{amount_words(best.value, best.kind)}, {short_day(best.day)}{f' ({band})' if band else ''}"
