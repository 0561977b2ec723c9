"""Read every workout record of the log. The files are the truth; nothing here changes them."""

from __future__ import annotations

import os
import time
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path

from msgspec import Struct, to_builtins
from msgspec.msgpack import encode

from glutetimer.adapters.files.record_file import read_text
from glutetimer.adapters.log.scan import Refused, is_racy, walk
from glutetimer.core.log.rows import WorkoutRow, workout_row
from glutetimer.core.log.side_rows import side_rows
from glutetimer.core.record.read import load_record
from glutetimer.core.record.record import Workout
from glutetimer.core.text.problems import BadFile, Problem
from glutetimer.core.values import replace

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


class LogEntry(Struct, frozen=True, array_like=True, gc=False):
    """Content of a file: the rows of a workout, or a problem. The sides are packed until they are asked for.

    `stamp` is "" where the file must be read again in any case: it may change without getting another stamp, or the
    system refused to read it, and may not the next time. Equal texts have equal digests.
    """

    path: str
    stamp: str
    digest: bytes
    row: WorkoutRow | None = None
    sides: bytes = b"\x90"
    problem: Problem | None = None


def read_entry(log_dir: Path, path: str, stamp: str, known: LogEntry | None = None) -> LogEntry | None:
    """Read the file; `known` is what it held last. None: the file is gone."""
    stamp = "" if is_racy(stamp, time.time_ns()) else stamp
    try:
        text = read_text(log_dir / path)
        digest = digest_of(text)
        if known is not None and digest == known.digest:
            return replace(known, stamp=stamp)
        workout = sealed_record(text)
    except BadFile as bad:
        # Permissions, a lock or a disk come back without a trace in the file's times.
        refused = isinstance(bad.__cause__, OSError)
        there = os.path.lexists(log_dir / path)
        return problem_entry(path, bad.problems[0], "" if refused else stamp) if there else None
    return LogEntry(path, stamp, digest, workout_row(workout, path), packed(side_rows(workout)))


def problem_entry(path: str, problem: Problem, stamp: str = "") -> LogEntry:
    """Entry for a file that cannot be read, or for a folder that cannot be opened, as if it were a file."""
    return LogEntry(path, stamp, digest_of(f"{problem.line} {problem}"), problem=problem)


def packed(value: object) -> bytes:
    """Pack rows, or what has some, into MessagePack. Moments go as text: as a time they would lose their offset."""
    return encode(to_builtins(value, builtin_types=(bytes,)))


def digest_of(text: str) -> bytes:
    """Digest of a text without byte order mark; equal texts have equal digests."""
    return blake2b(text.replace("\r\n", "\n").encode(), digest_size=16).digest()
