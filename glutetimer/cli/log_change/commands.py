"""`log edit` and `log delete`: correct or remove a record; the old one goes to the log's trash."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import click

from glutetimer.adapters.log.change import delete_record
from glutetimer.adapters.log.read import read_record
from glutetimer.adapters.log.trash import mark_of, trash_dir
from glutetimer.adapters.system.clock import local_now
from glutetimer.cli.base.options import json_option, place_options
from glutetimer.cli.base.output import EXIT_PROBLEM, say, say_json, stop, warn
from glutetimer.cli.base.setting import setting
from glutetimer.cli.log.find import wanted_record
from glutetimer.cli.log_change.edit import edit_record
from glutetimer.cli.log_change.pain_asked import say_what_follows, tell_record
from glutetimer.cli.log_change.pain_options import Given, pain_options
from glutetimer.core.export.as_json import answer
from glutetimer.core.record.record import Workout
from glutetimer.core.text.clean import clean
from glutetimer.core.text.problems import BadFile

#: Name of the argument in the help.
_ID = "ID"


@click.command("edit")
@click.argument("reference", metavar=_ID)
@pain_options
@place_options
@json_option
def edit_command(reference: str, told: Given, log_dir: Path | None, config_file: Path | None, as_json: bool) -> None:
    """Correct a workout: its pain with these options, all of it in your editor ($VISUAL, $EDITOR).

    It is checked before it is put back. ID is an id, how one begins, "last", or a file of the log.
    """
    where = setting(log_dir, config_file)
    log = where.places.log
    path = _in_log(log, reference)
    before = _as_it_is(path)
    said = tell_record(path, told, trash_dir(log)) if told.says_something else edit_record(path, trash_dir(log))
    if as_json:
        say_json(answer(path=str(path.absolute()), changed=bool(said)))
        return
    say(said or "Nothing changed.")
    if (after := _as_it_is(path)) is not None:
        say_what_follows(before, after, local_now()[0], where)


def _as_it_is(path: Path) -> Workout | None:
    """Read the record, as far as possible."""
    try:
        return read_record(path)
    except BadFile:
        return None


@click.command("delete")
@click.argument("references", nargs=-1, required=True, metavar=f"{_ID}...")
@place_options
@json_option
def delete_command(references: tuple[str, ...], log_dir: Path | None, config_file: Path | None, as_json: bool) -> None:
    """Move workouts to the log's trash folder.

    From there they can be brought back. ID is an id, how one begins, "last", or a file of the log.
    """
    log = setting(log_dir, config_file).places.log
    paths = [_in_log(log, reference) for reference in references]  # all are found before the first is deleted
    gone = _delete_all(paths, trash_dir(log))
    if as_json:
        told = [{"path": str(path.absolute()), "trash": str(where.absolute())} for path, where in gone.items()]
        say_json(answer(deleted=told))
    for path, where in gone.items() if not as_json else ():
        say(clean(f"Deleted: {path}"))
        say("  " + clean(f"Move {where} there to have it again."))
    raise SystemExit(0 if {*map(_spot, paths)} <= {*map(_spot, gone)} else EXIT_PROBLEM)


def _delete_all(paths: Iterable[Path], trash: Path) -> dict[Path, Path]:
    """Delete the files; return the new place of each, also of equal files that went along."""
    gone: dict[Path, Path] = {}
    for path in paths:
        if _spot(path) not in map(_spot, gone):
            gone |= _delete(path, trash)
    return gone


def _delete(path: Path, trash: Path) -> dict[Path, Path]:
    """Delete one file, which need not be readable."""
    try:
        mark = mark_of(path.read_bytes())
    except OSError as refusal:
        warn(clean(f"Not deleted: {path}: {refusal.strerror}."))
        return {}
    change = delete_record(path, mark, trash)
    if change.said:
        warn(clean(change.said))
    return {} if change.trashed is None else {path: change.trashed, **dict(change.twins)}


def _spot(path: Path) -> Path:
    """Real place of a path, however it is written; a link is a place of its own."""
    return path.parent.resolve() / path.name


def _in_log(log: Path, reference: str) -> Path:
    """Find the file of a reference; end the program where it is outside the log."""
    path = wanted_record(log, reference)
    real, top = _spot(path), log.resolve()
    if not real.is_relative_to(top) or any(part.startswith(".") for part in real.relative_to(top).parts):
        stop(clean(f"Not changed: {path} is not in the log ({log})."))
    return path
