"""Path of a record, and its text, read without trusting what lies at that path."""

from __future__ import annotations

from datetime import UTC
from pathlib import Path

from glutetimer.core.record.read import MOST_BYTES
from glutetimer.core.record.record import Workout
from glutetimer.core.text.problems import BadFile, Problem
from glutetimer.core.toml.parse import too_big


def record_path(log_dir: Path, workout: Workout) -> Path:
    """LOG/YYYY/MM/ID.toml, by the month in UTC: the same on every machine that shares the log."""
    month = workout.started.astimezone(UTC)
    return log_dir / f"{month:%Y}" / f"{month:%m}" / f"{workout.id}.toml"


def read_text(path: Path) -> str:
    """Read a file of at most 2 MiB. BadFile: it is no file, or cannot be read (then OSError is its cause)."""
    try:
        # Opening a pipe of that name would wait without end.
        if not path.is_file():
            raise BadFile([_no_file(path)])
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError as refusal:
        raise BadFile([Problem(None, f"cannot be read: {refusal.strerror}", "look at its permissions")]) from refusal
    if len(data) > MOST_BYTES:
        raise BadFile([too_big(MOST_BYTES)])
    return _decoded(data)


def _no_file(path: Path) -> Problem:
    if path.is_dir():
        return Problem(None, "this is a folder", "take .toml off its name")
    return Problem(None, "there is no file behind this name", "take it away or put the file back")


def _decoded(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise BadFile([Problem(line, "this is not UTF-8 text", "save it as UTF-8")]) from None
