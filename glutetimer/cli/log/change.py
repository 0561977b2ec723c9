"""`log edit` and `log delete`: a record is corrected, or put aside; the old one lies in the log's trash."""

from __future__ import annotations

from pathlib import Path

import click

from glutetimer.adapters.log.change import delete_record
from glutetimer.adapters.log.trash import mark_of, trash_dir
from glutetimer.cli.common import place_options, setting
from glutetimer.cli.log.adding import add_command
from glutetimer.cli.log.check import check_command
from glutetimer.cli.log.edit import edit_record
from glutetimer.cli.log.finding import wanted_record
from glutetimer.cli.output import EXIT_PROBLEM, say, stop, warn
from glutetimer.core.clean import clean

__all__ = ["add_command", "check_command", "delete_command", "edit_command"]

#: As the help has it.
_ID = "ID"


@click.command("edit")
@click.argument("reference", metavar=_ID)
@place_options
def edit_command(reference: str, log_dir: Path | None, config_file: Path | None) -> None:
    """Open a workout's file in your editor ($VISUAL, $EDITOR), and check it before it is put back.

    ID is an id, how one begins, "last", or a file of the log.
    """
    log = setting(log_dir, config_file).places.log
    edit_record(_in_log(log, reference), trash_dir(log))


@click.command("delete")
@click.argument("references", nargs=-1, required=True, metavar=f"{_ID}...")
@place_options
def delete_command(references: tuple[str, ...], log_dir: Path | None, config_file: Path | None) -> None:
    """Move workouts to the log's trash folder, from where they can be brought back.

    ID is an id, how one begins, "last", or a file of the log.
    """
    log = setting(log_dir, config_file).places.log
    paths = [_in_log(log, reference) for reference in references]  # all are known before one is touched
    deleted = [_delete(path, trash_dir(log)) for path in dict.fromkeys(paths)]
    raise SystemExit(0 if all(deleted) else EXIT_PROBLEM)


def _delete(path: Path, trash: Path) -> bool:
    """Delete one; whether that was done. It need not be readable."""
    try:
        mark = mark_of(path.read_bytes())
    except OSError as refusal:
        warn(clean(f"Not deleted: {path}: {refusal.strerror}."))
        return False
    change = delete_record(path, mark, trash)
    if not change.done:
        warn(clean(change.said))
        return False
    say(clean(f"Deleted: {path}"))
    say("  " + clean(f"Move {change.trashed} there to have it again."))
    return True


def _in_log(log: Path, reference: str) -> Path:
    """The file that is meant; ends the program where it is none of the log."""
    path = wanted_record(log, reference)
    real, top = path.parent.resolve() / path.name, log.resolve()
    if not real.is_relative_to(top) or any(part.startswith(".") for part in real.relative_to(top).parts):
        stop(clean(f"Not changed: {path} is not in the log ({log})."))
    return path
