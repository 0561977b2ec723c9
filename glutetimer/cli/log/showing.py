"""`log show`: all that is known of one workout."""

from __future__ import annotations

from pathlib import Path
from typing import NoReturn

import click

from glutetimer.adapters.log_store import read_record
from glutetimer.cli.common import Setting, json_option, place_options, setting
from glutetimer.cli.log.finding import wanted_record
from glutetimer.cli.log.rows import none_yet, rows_of
from glutetimer.cli.log.whole import whole
from glutetimer.cli.output import EXIT_PROBLEM, room, say, say_json, warn
from glutetimer.core.log.book import Filter
from glutetimer.core.problems import BadFile
from glutetimer.core.record_text import workout_json

#: So many problems of one file are named.
_MOST_PROBLEMS = 5


@click.command("show")
@click.argument("workout", metavar="[ID]", required=False)
@place_options
@json_option
def show_command(workout: str | None, log_dir: Path | None, config_file: Path | None, as_json: bool) -> None:
    """Show all of one workout.

    The newest, or the one whose id begins so.
    """
    where = setting(log_dir, config_file)
    path = _newest(where) if workout is None else wanted_record(where.places.log, workout).absolute()
    if path is None:
        if as_json:
            say_json({"format": 1})
        else:
            say(none_yet(where.places.log))
        return
    try:
        record = read_record(path)
    except BadFile as bad:
        _stop_for(path, bad)
    if as_json:
        say_json({"format": 1, "workout": workout_json(record, str(path))})
        return
    for line in whole(record, path, room()):
        say(line)


def _stop_for(path: Path, bad: BadFile) -> NoReturn:
    """A file that is no record at all has as many problems as a record has keys."""
    for problem in bad.problems[:_MOST_PROBLEMS]:
        warn(problem.at(str(path)))
    more = len(bad.problems) - _MOST_PROBLEMS
    if more > 0:
        warn(f"and {more} more; `glutetimer log check` names them all")
    raise SystemExit(EXIT_PROBLEM)


def _newest(where: Setting) -> Path | None:
    """By when it was begun; a copy is not the workout."""
    for row in rows_of(where).history(Filter(), 0, 100):
        if not row.copy:
            return (where.places.log / row.path).absolute()
    return None
