"""`log exercise`: one exercise over time, a line a week."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn, get_args

import click

from glutetimer.adapters.clock import local_now
from glutetimer.cli.common import place_options, setting
from glutetimer.cli.log.asked import weeks_option
from glutetimer.cli.log.rows import name_unreadable, rows_of
from glutetimer.cli.output import columns, say, say_json, stop
from glutetimer.cli.show import json_option
from glutetimer.core.log.book import LogRows
from glutetimer.core.log.english import long_day, short_day
from glutetimer.core.log.log_json import answer, series_json
from glutetimer.core.log.series import Measure, Point, Series, SideLine, series
from glutetimer.core.suggest import did_you_mean

_SHOWN = {"best": "the most in one bout", "sum": "all of a week", "time": "seconds of work in a week"}
#: The longest bar, in cells.
_BAR = 20


@click.command("exercise")
@click.argument("exercise", metavar="ID")
@click.option("--measure", type=click.Choice(get_args(Measure)), default="best", help="What a week shows.")
@weeks_option(12)
@place_options
@json_option
def exercise_command(
    exercise: str, measure: Measure, weeks: int, log_dir: Path | None, config_file: Path | None, as_json: bool
) -> None:
    """Show an exercise week by week.

    Left and right apart: reps, or seconds of a hold.
    """
    rows = rows_of(setting(log_dir, config_file))
    found = series(rows.of_exercise(exercise), local_now()[0].date(), weeks, measure)
    if found is None:
        _stop_for(rows, exercise)
    if as_json:
        say_json(answer(weeks=weeks, since=found.mondays[0], **series_json(found), unreadable=len(rows.unreadable())))
        return
    for line in _lines(found):
        say(line)
    name_unreadable(rows)


def _stop_for(rows: LogRows, exercise: str) -> NoReturn:
    known = [one.id for one in rows.exercises()]
    there_are = f"the log has {', '.join(sorted(known))}" if known else "nothing was logged yet"
    guess = did_you_mean(exercise, known)
    stop(f'No exercise "{exercise}" in the log ({f"{guess}; {there_are}" if guess else there_are}).')


def _lines(found: Series) -> Iterator[str]:
    yield f"{found.name}, {_SHOWN[found.measure]}, in {found.unit}, since {long_day(found.mondays[0])}"
    for line in found.lines:
        yield ""
        best = f": best {line.best.value}, {long_day(line.best.day)}" if line.best else ""
        yield f"{line.side.upper() if len(found.lines) > 1 else 'ALL'}{best}"
        yield from _weeks(found, line)


def _weeks(found: Series, line: SideLine) -> list[str]:
    """The weeks in which it was done, the newest first."""
    done = [point for point in reversed(line.points) if point is not None]
    if not done:
        return ["not done in this time"]
    return columns([_week(found, point) for point in done])


def _week(found: Series, point: Point) -> tuple[str, ...]:
    bar = "█" * round(_BAR * point.value / found.top) if found.top else ""
    signs = {
        f"form broke {point.form_breaks}×": point.form_breaks > 0,
        f"pain {point.pain}": bool(point.pain),
        "unconfirmed": not point.sure,
    }
    said = ", ".join(sign for sign, there in signs.items() if there)
    return f"{short_day(point.monday)} {point.monday.year}", str(point.value), f"{bar:<{_BAR}}", said
