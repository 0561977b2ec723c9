"""The log: every workout record under one folder. The files are the truth; nothing here changes them."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from glutetimer.adapters.log.scan import Refused, walk
from glutetimer.adapters.record_file import read_text
from glutetimer.core.problems import BadFile, Problem
from glutetimer.core.record import Workout
from glutetimer.core.record_load import load_record

Read = list[tuple[Path, Workout]]
Unreadable = list[tuple[Path, BadFile]]


def read_log(log_dir: Path) -> tuple[Read, Unreadable]:
    """All records under the folder, newest first, and what cannot be read, each with the reason, by path.

    Hidden files and folders are passed over, and whatever does not end in `.toml`. No folder: no records. A millisecond
    a file: the program asks the index (`adapters/log/index.py`), and this is what the index is held against.
    """
    records: Read = []
    unreadable: Unreadable = []
    for path in _candidates(log_dir, lambda path, why: unreadable.append((log_dir / path, BadFile([why])))):
        try:
            records.append((path, read_record(path)))
        except BadFile as bad:
            unreadable.append((path, bad))
    records.sort(key=lambda record: (record[1].started, record[1].id), reverse=True)
    return records, sorted(unreadable, key=lambda item: item[0])


def newest(log_dir: Path, most: int) -> Read:
    """Up to `most` of the newest records, by the time in their names; what cannot be read is passed over."""
    paths = sorted(_candidates(log_dir, lambda path, why: None), key=lambda path: path.name, reverse=True)
    found: Read = []
    for path in paths:
        if len(found) == most:
            break
        with suppress(BadFile):
            found.append((path, read_record(path)))
    return found


def read_record(path: Path) -> Workout:
    """The sealed record in the file. BadFile: why it cannot be had."""
    return sealed_record(read_text(path))


def sealed_record(text: str) -> Workout:
    """The record in the text of a file of the log. BadFile: why it cannot be had."""
    workout = load_record(text)
    if workout.state == "running":
        # Only a running file may lack the seal, and those do not lie in the log.
        raise BadFile([Problem(None, "this is a workout that was never sealed", "take it out of the log")])
    return workout


def _candidates(log_dir: Path, refused: Refused) -> list[Path]:
    return [log_dir / path for path, _ in walk(log_dir, refused)]
