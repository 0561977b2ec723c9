"""One file of the log, read for the index."""

from __future__ import annotations

import os
import time
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from glutetimer.adapters.log.scan import is_racy
from glutetimer.adapters.log_store import sealed_record
from glutetimer.adapters.record_file import read_text
from glutetimer.core.log.rows import SideRow, WorkoutRow, workout_row
from glutetimer.core.log.side_rows import side_rows
from glutetimer.core.problems import BadFile, Problem


@dataclass(frozen=True, slots=True)
class Entry:
    """What is in a file: a workout or a problem, or, with the digest that is known, what was there before.

    `stamp` is "" where it is to be read again in any case: it may yet change without getting another, or the system
    refused to read it, and may not the next time.
    """

    path: str
    stamp: str
    digest: bytes
    row: WorkoutRow | None = None
    sides: tuple[SideRow, ...] = ()
    problem: Problem | None = None

    @property
    def same(self) -> bool:
        """Whether it says what it said when it was read last."""
        return self.row is None and self.problem is None


def read_entry(log_dir: Path, path: str, stamp: str, known: bytes = b"") -> Entry | None:
    """The file as it is now; `known` is the digest of what was read last. None: it is gone."""
    stamp = "" if is_racy(stamp, time.time_ns()) else stamp
    try:
        text = read_text(log_dir / path)
        digest = _digest(text)
        if digest == known:
            return Entry(path, stamp, digest)
        workout = sealed_record(text)
    except BadFile as bad:
        # Rights, a lock or a disk come back without a trace in the file's times.
        refused = isinstance(bad.__cause__, OSError)
        return _unread(log_dir, path, "" if refused else stamp, bad.problems[0], known)
    return Entry(path, stamp, digest, workout_row(workout, path), side_rows(workout))


def refused_entry(path: str, problem: Problem, known: bytes = b"") -> Entry:
    """A folder that cannot be looked into, as if it were a file."""
    digest = _digest(f"{problem.line} {problem}")
    return Entry(path, "", digest, problem=None if digest == known else problem)


def _unread(log_dir: Path, path: str, stamp: str, problem: Problem, known: bytes) -> Entry | None:
    if not os.path.lexists(log_dir / path):
        return None
    entry = refused_entry(path, problem, known)
    return Entry(path, stamp, entry.digest, problem=entry.problem)


def _digest(text: str) -> bytes:
    """Equal for texts that say the same; the mark at their start is gone already."""
    return blake2b(text.replace("\r\n", "\n").encode(), digest_size=16).digest()
