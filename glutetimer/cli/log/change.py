"""`log edit` and `log delete`: a record is corrected, or put aside; the old one lies in the log's trash."""

from __future__ import annotations

from pathlib import Path

import click

from glutetimer.adapters.log.change import delete_record
from glutetimer.adapters.log.trash import mark_of, trash_dir
from glutetimer.cli.common import place_options, setting
from glutetimer.cli.log.edit import edit_record
from glutetimer.cli.log.finding import wanted_record
from glutetimer.cli.output import EXIT_PROBLEM, say, say_json, stop, warn
from glutetimer.cli.show import json_option
from glutetimer.core.clean import clean
from glutetimer.core.log.log_json import answer

#: As the help has it.
_ID = "ID"


@click.command("edit")
@click.argument("reference", metavar=_ID)
@place_options
@json_option
def edit_command(reference: str, log_dir: Path | None, config_file: Path | None, as_json: bool) -> None:
    """Correct a workout in your editor ($VISUAL, $EDITOR).

    It is checked before it is put back. ID is an id, how one begins, "last", or a file of the log.
    """
    log = setting(log_dir, config_file).places.log
    path = _in_log(log, reference)
    said = edit_record(path, trash_dir(log))
    if as_json:
        say_json(answer(path=str(path.absolute()), changed=bool(said)))
    else:
        say(said or "Nothing changed.")


@click.command("delete")
@click.argument("references", nargs=-1, required=True, metavar=f"{_ID}...")
@place_options
@json_option
def delete_command(references: tuple[str, ...], log_dir: Path | None, config_file: Path | None, as_json: bool) -> None:
    """Move workouts to the log's trash folder.

    From there they can be brought back. ID is an id, how one begins, "last", or a file of the log.
    """
    log = setting(log_dir, config_file).places.log
    paths = dict.fromkeys(_in_log(log, reference) for reference in references)  # all are known before one is touched
    trashed = {path: _delete(path, trash_dir(log)) for path in paths}
    there = {path: where for path, where in trashed.items() if where is not None}
    if as_json:
        gone = [{"path": str(path.absolute()), "trash": str(where.absolute())} for path, where in there.items()]
        say_json(answer(deleted=gone))
    for path, where in there.items() if not as_json else ():
        say(clean(f"Deleted: {path}"))
        say("  " + clean(f"Move {where} there to have it again."))
    raise SystemExit(0 if len(there) == len(trashed) else EXIT_PROBLEM)


def _delete(path: Path, trash: Path) -> Path | None:
    """Delete one; where it is now, None where it is still there. It need not be readable."""
    try:
        mark = mark_of(path.read_bytes())
    except OSError as refusal:
        warn(clean(f"Not deleted: {path}: {refusal.strerror}."))
        return None
    change = delete_record(path, mark, trash)
    if not change.done:
        warn(clean(change.said))
        return None
    return change.trashed


def _in_log(log: Path, reference: str) -> Path:
    """The file that is meant; ends the program where it is none of the log."""
    path = wanted_record(log, reference)
    real, top = path.parent.resolve() / path.name, log.resolve()
    if not real.is_relative_to(top) or any(part.startswith(".") for part in real.relative_to(top).parts):
        stop(clean(f"Not changed: {path} is not in the log ({log})."))
    return path
