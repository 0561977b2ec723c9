"""`log add`: write down a workout that was done away from the program."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path
from typing import get_args

import click

from glutetimer.adapters.files.record_file import record_path
from glutetimer.adapters.log.read import read_record
from glutetimer.adapters.system.clock import local_now
from glutetimer.cli.base.options import json_option, place_options
from glutetimer.cli.base.output import say, say_json, stop, warn
from glutetimer.cli.base.plan_options import options_from
from glutetimer.cli.base.setting import Settings, setting
from glutetimer.cli.log_change.pain_asked import filled_in, say_what_follows, with_morning
from glutetimer.cli.log_change.pain_options import Given, pain_options
from glutetimer.cli.show import planned
from glutetimer.cli.wiring.log import add_record, told_now
from glutetimer.core.defaults import at_home, with_band
from glutetimer.core.log.last_times import Past
from glutetimer.core.plan.compile import compile_plan
from glutetimer.core.plan.plan import Plan
from glutetimer.core.record.answers import MOST_NOTE, MOST_SCORE, Answers, answered
from glutetimer.core.record.duration import took
from glutetimer.core.record.file_format import is_moment
from glutetimer.core.record.record import HarderSide, Workout
from glutetimer.core.record.write import clean_workout, workout_json
from glutetimer.core.text.english import spent, stamp
from glutetimer.core.text.problems import BadFile
from glutetimer.core.text.typed_time import gap_words, meant, moments, told

_SCORE = click.IntRange(0, MOST_SCORE)
_WANTED = '--at takes a time of today (8:39), or a day and a time ("2026-11-19 18:30", "yesterday 18:30", "mon 7:00")'


@click.command("add")
@click.argument("session")
@click.option("--at", metavar="TIME", help='When it began: 18:30, "mon 7:00", "2026-11-19 18:30". Else it ended now.')
@click.option("--post-run", is_flag=True, help="After a run: one round, or one set of each.")
@click.option("--pre-run", is_flag=True, help="Before a run: one round, or one set of each.")
@click.option("--effort", type=_SCORE, help="How hard it was, 0 to 10.")
@click.option("--harder", type=click.Choice(get_args(HarderSide)), help="Which side was harder.")
@click.option("--note", metavar="TEXT", default="", help="A few words.")
@pain_options
@place_options
@json_option
def add_command(
    session: str,
    at: str | None,
    post_run: bool,
    pre_run: bool,
    effort: int | None,
    harder: HarderSide | None,
    note: str,
    told: Given,
    log_dir: Path | None,
    config_file: Path | None,
    as_json: bool,
) -> None:
    """Write down a past workout of SESSION, all of it done as planned; `log edit` corrects what was otherwise."""
    if len(note) > MOST_NOTE:
        raise click.UsageError(f"A note has at most {MOST_NOTE} characters; this one has {len(note)}.")
    where = setting(log_dir, config_file)
    began = None if at is None else _moment(at)
    plan = _plan(where, session, post_run=post_run, pre_run=pre_run)
    workout = told_now(plan, began or local_now()[0] - timedelta(seconds=round(plan.seconds)))
    workout = answered(workout, Answers(True, harder, effort, note=note))
    workout = with_morning(filled_in(told, workout).applied(workout), local_now()[0])
    _put(where, clean_workout(workout), as_json)


def _plan(where: Settings, session: str, *, post_run: bool, pre_run: bool) -> Plan:
    """Plan as the program would have made it, with the kit at home."""
    left_out = dict.fromkeys(("rounds", "without", "pace", "rest", "minutes"))
    options = options_from(where.config, post_run=post_run, pre_run=pre_run, **left_out)
    known, _ = planned(where, session, options)
    return compile_plan(known, with_band(at_home(options, known, where.config), known, where.config, Past()))


def _put(where: Settings, workout: Workout, as_json: bool) -> None:
    others = _on_that_day(where.places.log, workout)
    added = add_record(where.places.log, workout)
    if added.problem:
        stop(added.problem)
    if added.doubt:
        warn(added.doubt)
    path = record_path(where.places.log, workout)
    if as_json:
        say_json(workout_json(workout, str(path)))
        return
    known = took(workout)
    say(f"Added: {workout.name}, {stamp(workout.started)}, {spent(known.seconds, about=known.about)}")
    say(f"  {path}")
    say_what_follows(None, workout, local_now()[0], where)
    if others:
        # Adding the same evening twice is a slip that nobody sees later.
        said = ", ".join(f"{other.name} {other.started:%H:%M}" for other in others)
        say(f"  In the log on that day, too: {said}")


def _on_that_day(log_dir: Path, workout: Workout) -> list[Workout]:
    """Other workouts of its day, as far as they lie in the folder of its month."""
    found: list[Workout] = []
    for path in sorted(record_path(log_dir, workout).parent.glob("*.toml")):
        with suppress(BadFile):
            found.append(read_record(path))
    return [other for other in found if other.started.date() == workout.started.date()]


def _moment(text: str) -> datetime:
    """Parse a moment with its offset, else that of this machine's zone then."""
    now, _ = local_now()
    at = told(text, now.replace(tzinfo=None))
    try:
        if at is None or not is_moment(at.astimezone()):
            raise ValueError
        return at if at.tzinfo is not None else _here(at, now)
    except (ValueError, OverflowError, OSError):  # a year unknown to the system's zones
        raise click.UsageError(f'{_WANTED}, not "{text.strip()}".') from None


def _here(at: datetime, now: datetime) -> datetime:
    found = moments(at, datetime.astimezone)
    if not found:
        raise click.UsageError(f"{gap_words(at, datetime.astimezone)}.")
    return meant(found, now)
