"""`log export fit`: workouts as FIT activities, which Garmin and Strava read."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

import click

from glutetimer.adapters.files.fit_file import FitMissing, need_fit_tool
from glutetimer.adapters.files.private import create_folders
from glutetimer.adapters.log.read import read_record
from glutetimer.cli.base.options import json_option, place_options
from glutetimer.cli.base.output import EXIT_PROBLEM, problem_json, say, say_json, stop, stop_for, warn
from glutetimer.cli.base.pipe import need_stdout
from glutetimer.cli.base.setting import Settings, setting
from glutetimer.cli.export.fit_files import Made, NotExported, Written, known_codes, made, write, write_all
from glutetimer.cli.log.find import wanted_record
from glutetimer.cli.log.history import Wrong, chosen, newest, path_of, read, unreadable
from glutetimer.cli.log.options import is_folder, since_option
from glutetimer.core.export.as_json import answer
from glutetimer.core.export.fit import NotForFit
from glutetimer.core.log.query import Filter, LogRows
from glutetimer.core.record.record import Workout
from glutetimer.core.text.english import count
from glutetimer.core.text.problems import BadFile

STDOUT = "-"
COPY = "is left out, a copy with other content (`glutetimer log check` tells more)"


@click.command("fit")
@click.argument("workout", metavar="[ID]", required=False)
@since_option
@click.option("-o", "target", metavar="PATH", help="A file, or a folder (DIR/ where it is not there); - is stdout.")
@click.option("-f", "--force", "over", is_flag=True, help="Write over files that are there.")
@place_options
@json_option
def fit_command(
    workout: str | None,
    since: date | None,
    target: str | None,
    over: bool,
    log_dir: Path | None,
    config_file: Path | None,
    as_json: bool,
) -> None:
    """Write a workout as a FIT activity, which Garmin and Strava take.

    The file is ID.fit in the folder where you are; with --since it is one file for each workout.
    """
    if target == STDOUT and (since or as_json):
        raise click.UsageError("Only one file fits into stdout, and nothing beside it: name a path with -o.")
    where = setting(log_dir, config_file)
    try:
        need_fit_tool()
    except FitMissing as missing:
        stop(str(missing))
    if workout is not None and since is None:
        _one(where, workout, target, over=over, as_json=as_json)
    elif workout is None and since is not None:
        _many(where, Filter(since=since), Path(target or ""), over=over, as_json=as_json)
    else:
        raise click.UsageError("Say which: one ID, or --since DATE.")


def _one(where: Settings, reference: str, target: str | None, *, over: bool, as_json: bool) -> None:
    path = wanted_record(where.places.log, reference)
    try:
        one = made(read_record(path), known_codes(where.places.sessions))
    except BadFile as bad:
        stop_for(path, bad)
    except NotForFit as why:
        stop(f"{path}: {why}")
    if target == STDOUT:
        need_stdout()
        sys.stdout.buffer.write(one.data)
        sys.stdout.buffer.flush()
        _name_unnamed([one])
        return
    done = write(one, _place(target or "", one), over=over)
    if isinstance(done, NotExported):
        stop(_words(done))
    _tell([done], [], [], as_json=as_json)


def _place(target: str, one: Made) -> Path:
    """Path in a folder, which is made where it is missing, or the path just as given."""
    path = Path(target)
    if is_folder(target):
        _make(path)
    return path / f"{one.workout}.fit" if path.is_dir() else path


def _make(folder: Path) -> None:
    try:
        create_folders(folder)
    except OSError as refusal:
        stop(f"{folder}: cannot be the folder: {refusal.strerror} (-o names another one)")


def _many(where: Settings, wanted: Filter, folder: Path, *, over: bool, as_json: bool) -> None:
    rows = chosen(where, wanted)
    wrong = unreadable(where, rows)
    copies: list[NotExported] = []
    _make(folder)
    workouts = _workouts(where, rows, wanted, copies, wrong)
    written, left_out = write_all(workouts, known_codes(where.places.sessions), folder, over=over)
    if not (written or left_out or copies or as_json):
        say(f"No workout since {wanted.since} in {where.places.log}.")
    _tell(written, [*left_out, *copies], wrong, as_json=as_json)
    raise SystemExit(EXIT_PROBLEM if any(item.path for item in left_out) else 0)


def _workouts(
    where: Settings, rows: LogRows, wanted: Filter, copies: list[NotExported], wrong: list[Wrong]
) -> Iterator[Workout]:
    """Read the workouts, newest first; add copies and unreadable files to the lists."""
    for row in newest(rows, wanted):
        path = path_of(where, row)
        record = None if row.copy else read(path)
        if isinstance(record, Workout):
            yield record
        elif isinstance(record, BadFile):
            wrong.append((path, record.problems))
        else:
            copies.append(NotExported(row.id, f"{path} {COPY}"))


def _tell(written: list[Written], left_out: list[NotExported], wrong: list[Wrong], *, as_json: bool) -> None:
    """Print results on stdout, obstacles on stderr; in JSON all of it."""
    problems = [(str(path), problem) for path, all_ in wrong for problem in all_]
    if as_json:
        bad = [problem_json(path, problem) for path, problem in problems]
        say_json(answer(written=[*map(_file_json, written)], left_out=[*map(_gone_json, left_out)], unreadable=bad))
        return
    for item in written:
        say(f"{item.path}: {count(item.made.bouts, 'bout')}")
    for one in left_out:
        warn(_words(one))
    for path, problem in problems:
        warn(problem.at(path))
    _name_unnamed(item.made for item in written)


def _file_json(item: Written) -> dict[str, object]:
    one = item.made
    return {"id": one.workout, "path": str(item.path.absolute()), "bouts": one.bouts, "unnamed": one.unnamed}


def _gone_json(one: NotExported) -> dict[str, object]:
    return {"id": one.workout, "path": one.path and str(one.path.absolute()), "problem": one.problem}


def _words(item: NotExported) -> str:
    return f"{item.path or item.workout}: {item.problem}"


def _name_unnamed(written: Iterable[Made]) -> None:
    unnamed = dict.fromkeys(exercise for one in written for exercise in one.unnamed)
    if unnamed:
        names = ", ".join(unnamed)
        warn(f"FIT has no number for {names} (fit = [category, name] in its session file is one).")
