"""Read every workout record of the log. The files are the truth; nothing here changes them."""

from __future__ import annotations

import os
import time
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path

from msgspec import Struct

from glutetimer.adapters.files.record_file import read_text
from glutetimer.adapters.log.scan import Refused, is_racy, walk
from glutetimer.core.log.rows import SideRow, WorkoutRow, workout_row
from glutetimer.core.log.side_rows import side_rows
from glutetimer.core.record.read import load_record
from glutetimer.core.record.record import Workout
from glutetimer.core.text.problems import BadFile, Problem

Read = list[tuple[Path, Workout]]
Unreadable = list[tuple[Path, BadFile]]


def read_log(log_dir: Path) -> tuple[Read, Unreadable]:
    """Read all records under the folder, newest first, and list the unreadable files with their reasons, by path.

    Passes over hidden files and folders, and names that do not end in `.toml`. No folder: no records. Takes a
    millisecond a file: the program asks the index (`adapters/log/index/index.py`), and tests compare the index with
    this.
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
    """Read up to `most` of the newest records, by the time in their names; pass over unreadable ones."""
    paths = sorted(_candidates(log_dir, lambda path, why: None), key=lambda path: path.name, reverse=True)
    found: Read = []
    for path in paths:
        if len(found) == most:
            break
        with suppress(BadFile):
            found.append((path, read_record(path)))
    return found


def read_record(path: Path) -> Workout:
    """Read the sealed record in the file. BadFile: the reason why not."""
    return sealed_record(read_text(path))


def sealed_record(text: str) -> Workout:
    """Parse the sealed record in the text of a file of the log. BadFile: the reason why not."""
    workout = load_record(text)
    if workout.state == "running":
        # Only a running file may lack the seal, and running files do not lie in the log.
        raise BadFile([Problem(None, "this is a workout that was never sealed", "take it out of the log")])
    return workout


def _candidates(log_dir: Path, refused: Refused) -> list[Path]:
    return [log_dir / path for path, _ in walk(log_dir, refused)]


class LogEntry(Struct, frozen=True):
    """Content of a file: a workout or a problem; neither where its digest is the known one.

    `stamp` is "" where the file must be read again in any case: it may change without getting another stamp, or the
    system refused to read it, and may not the next time.
    """

    path: str
    stamp: str
    digest: bytes
    row: WorkoutRow | None = None
    sides: tuple[SideRow, ...] = ()
    problem: Problem | None = None

    @property
    def same(self) -> bool:
        """Whether the file holds the same as when it was read last."""
        return self.row is None and self.problem is None


def read_entry(log_dir: Path, path: str, stamp: str, known: bytes = b"") -> LogEntry | None:
    """Read the file; `known` is the digest of the last reading. None: the file is gone."""
    stamp = "" if is_racy(stamp, time.time_ns()) else stamp
    try:
        text = read_text(log_dir / path)
        digest = _digest(text)
        if digest == known:
            return LogEntry(path, stamp, digest)
        workout = sealed_record(text)
    except BadFile as bad:
        # Permissions, a lock or a disk come back without a trace in the file's times.
        refused = isinstance(bad.__cause__, OSError)
        return _unread(log_dir, path, "" if refused else stamp, bad.problems[0], known)
    return LogEntry(path, stamp, digest, workout_row(workout, path), side_rows(workout))


def refused_entry(path: str, problem: Problem, known: bytes = b"") -> LogEntry:
    """Entry for a folder that cannot be opened, as if it were a file."""
    digest = _digest(f"{problem.line} {problem}")
    return LogEntry(path, "", digest, problem=None if digest == known else problem)


def _unread(log_dir: Path, path: str, stamp: str, problem: Problem, known: bytes) -> LogEntry | None:
    if not os.path.lexists(log_dir / path):
        return None
    entry = refused_entry(path, problem, known)
    return LogEntry(path, stamp, entry.digest, problem=entry.problem)


def _digest(text: str) -> bytes:
    """Digest of a text without byte order mark; equal texts have equal digests."""
    return blake2b(text.replace("\r\n", "\n").encode(), digest_size=16).digest()
