"""`schema`: write the JSON Schema of session files, which gives editors completion, beside those files."""

from __future__ import annotations

import errno
import json
from contextlib import suppress
from pathlib import Path

import click

from glutetimer.adapters.files.durable import NotSure, replace
from glutetimer.adapters.files.read import read_text
from glutetimer.adapters.files.sessions import built_in_dir
from glutetimer.cli.base.options import place_options
from glutetimer.cli.base.output import say, stop, warn
from glutetimer.core.text.problems import BadFile

#: Name that the first line of a session file refers to.
SCHEMA = "session.schema.json"
FIRST_LINE = f"#:schema ./{SCHEMA}"


@click.command("schema")
@click.argument("file", required=False, type=click.Path(path_type=Path))
@place_options
def schema_command(file: Path | None, log_dir: Path | None, config_file: Path | None) -> None:
    """Write the schema of sessions beside the session FILE, for completion in editors; without one, print it."""
    text = schema_text()
    if file is None:
        say(text.rstrip("\n"))
        return
    try:
        session = read_text(file)
        path = write_schema(file.parent, text)
    except BadFile as bad:
        stop(bad.problems[0].at(str(file)))
    except OSError as refusal:
        stop(f"Not written: {file.parent / SCHEMA}: {refusal.strerror}.")
    say(f"Written: {path}")
    if not session.startswith("#:schema"):
        warn(f"{file}:1: without a schema (write this on the first line: {FIRST_LINE})")


def schema_text() -> str:
    """Schema as it comes with the program."""
    return read_text(built_in_dir() / SCHEMA)


def write_schema(folder: Path, text: str) -> Path:
    """Write the schema, over an older one. OSError: it cannot be written, or something else has its name."""
    path = folder / SCHEMA
    if path.exists() and not _is_schema(path):
        raise FileExistsError(errno.EEXIST, "another file is there", str(path))
    with suppress(NotSure):  # it can be made again
        replace(path, text)
    return path


def _is_schema(path: Path) -> bool:
    try:
        return "$schema" in json.loads(read_text(path, 1 << 20))
    except (BadFile, ValueError, TypeError, RecursionError):
        return False
