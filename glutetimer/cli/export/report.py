"""`report`: some weeks on a page, to print or to send to a physio."""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path
from typing import NoReturn

import click

from glutetimer import __version__
from glutetimer.adapters.log.session_forms import SessionForms
from glutetimer.adapters.system.clock import local_now
from glutetimer.cli.base.options import json_option, place_options
from glutetimer.cli.base.output import say, say_json, stop, warn
from glutetimer.cli.base.pipe import need_stdout
from glutetimer.cli.base.setting import Settings, setting
from glutetimer.cli.log.history import Wrong, newest, path_of, read, unreadable
from glutetimer.cli.log.options import is_folder, weeks_option
from glutetimer.cli.log.progress import rows_of
from glutetimer.core.log.query import Filter
from glutetimer.core.log.upto import Until, is_later
from glutetimer.core.record.record import Workout
from glutetimer.core.report.data import Material, Report, ReportSpan, UnreadRecords, gather

#: Instead of a file's name: no file is wanted.
STDOUT = "-"
#: Characters at the start of a file that show whether this program wrote it.
_BEGINNING = 200


@click.command("report")
@weeks_option(4)
@click.option(
    "-o",
    "--output",
    metavar="FILE.html",
    help="Where to write it, or a folder; - is stdout. On a terminal otherwise a dated file in this folder.",
)
@click.option("-f", "--force", is_flag=True, help="Replace a file that is no report, too.")
@place_options
@json_option
def report_command(
    weeks: int, output: str | None, force: bool, log_dir: Path | None, config_file: Path | None, as_json: bool
) -> None:
    """Write the last weeks on a page to print.

    For a physio: what was done of what was planned, left and right over time, form, pain, notes, bands. One HTML
    file that needs nothing else and asks no network.
    """
    if as_json and output not in (None, STDOUT):
        raise click.UsageError("--json prints; leave -o out.")
    report, wrong = _report(setting(log_dir, config_file), weeks)
    if as_json:
        from glutetimer.report.as_json import report_json

        say_json(report_json(report, __version__))
    else:
        from glutetimer.report.page import page  # its style is a file: too slow for the help

        _put(page(report, __version__), _target(output, report), force=force)
    for path, problems in wrong:
        for problem in problems:
            warn(problem.at(str(path)))


def _report(where: Settings, weeks: int) -> tuple[Report, list[Wrong]]:
    rows, made = rows_of(where), local_now()[0]
    known = Until(rows, made)
    span = ReportSpan(weeks, known.today)
    material, wrong = _material(where, known, span)
    return gather(material, span, where.config.goals, made), wrong


def _material(where: Settings, known: Until, span: ReportSpan) -> tuple[Material, list[Wrong]]:
    """Read the records of the span, and list unreadable files: they may lie anywhere in time."""
    rows = known.rows
    wrong = unreadable(where, rows)
    workouts: list[Workout] = []
    rehearsals = copies = later = 0
    for row in newest(rows, Filter(since=span.first)):
        if row.copy:
            copies += 1
        elif row.speed != 1.0:
            rehearsals += 1
        elif is_later(row.started, known.now):
            later += 1
        elif isinstance(record := read(path_of(where, row)), Workout):
            workouts.append(record)
        else:
            wrong.append((path_of(where, row), record.problems))
    before = tuple(side for side in known.sides(span.earlier) if side.started.date() < span.first)
    left_out = UnreadRecords(rehearsals, copies, later, unreadable=len(wrong))
    forms = SessionForms(where.places.sessions)()
    return Material(tuple(workouts), before, min(known.weekly(), default=None), left_out, forms), wrong


def _target(output: str | None, report: Report) -> Path | None:
    """Path of the page, None for stdout; in a folder the name has the day in it."""
    name = f"glutetimer-report-{report.span.last.isoformat()}.html"
    if output is None:
        return Path(name) if _on_terminal() else None
    path = Path(output)
    return None if output == STDOUT else path / name if is_folder(output) or path.is_dir() else path


def _on_terminal() -> bool:
    return sys.stdout.isatty()


def _put(page: str, path: Path | None, *, force: bool) -> None:
    if path is None:
        need_stdout()
        sys.stdout.buffer.write(page.encode())
        sys.stdout.buffer.flush()
        return
    try:
        _write(page, path.resolve(), force=force)
    except FileExistsError:
        stop(f"{path} is there and is no report of glutetimer: it stays as it is (-f replaces it).")
    except OSError as refusal:
        _not_written(path, refusal)
    say(f"Written: {path}")


def _write(page: str, path: Path, *, force: bool) -> None:
    """Write the page. FileExistsError: another file is there. OSError: it cannot be written."""
    from glutetimer.adapters.files.durable import create, replace

    if not path.parent.is_dir():
        raise FileNotFoundError(errno.ENOENT, "there is no such folder", str(path.parent))
    if not _is_there(path):
        create(path, page)
    elif path.is_file() and (force or _is_ours(path)):
        replace(path, page)
    else:
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(path))


def _is_there(path: Path) -> bool:
    return path.exists()


def _is_ours(path: Path) -> bool:
    """Whether the file is a page of this program; an empty file counts too, for nothing is lost."""
    from glutetimer.report.html import MARKER

    with path.open("rb") as file:
        beginning = file.read(_BEGINNING).replace(b"\r\n", b"\n")
    return not beginning or beginning.startswith(MARKER.encode())


def _not_written(path: Path, refusal: OSError) -> NoReturn:
    stop(f"{path}: not written, {refusal.strerror or refusal} (-o names another file).")
