"""Several files of the same workout, of which one counts: sync tools keep both."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from enum import Enum
from pathlib import Path
from typing import NamedTuple

from glutetimer.adapters.log.read import LogEntry, digest_of, sealed_record
from glutetimer.adapters.log.scan import walk
from glutetimer.adapters.log.trash import mark_of
from glutetimer.core.log.rows import WorkoutRow
from glutetimer.core.text.problems import BadFile
from glutetimer.core.values import replace


class FileStanding(Enum):
    """Standing of a file: one file of a workout counts; others with other content are copies, equal ones are hidden."""

    COUNTS = "counts"
    COPY = "copy"
    EQUAL = "equal"


class Twin(NamedTuple):
    """File of a workout that has several with the same id. `digest` is that of its text, by `digest_of`."""

    file: int
    id: str
    path: str
    digest: bytes


def standings(twins: Iterable[Twin]) -> dict[int, FileStanding]:
    """Standing of each file of one workout: the file named after its id counts, else the first by its path.

    In that order: later files are compared with the first one that has a digest.
    """
    out: dict[int, FileStanding] = {}
    seen: set[bytes] = set()
    for twin in sorted(twins, key=_rank):
        if not out:
            out[twin.file] = FileStanding.COUNTS
        else:
            out[twin.file] = FileStanding.EQUAL if twin.digest in seen else FileStanding.COPY
        seen.add(twin.digest)
    return out


def _rank(twin: Twin) -> tuple[bool, str]:
    return twin.path.rpartition("/")[2] != f"{twin.id}.toml", twin.path


def visible(entries: Iterable[LogEntry]) -> Iterator[WorkoutRow]:
    """Rows of all files but those that say the same as another one of their workout."""
    by_id: dict[str, list[tuple[WorkoutRow, bytes]]] = {}
    for entry in entries:
        if entry.row is not None:
            by_id.setdefault(entry.row.id, []).append((entry.row, entry.digest))
    for found in by_id.values():
        if len(found) == 1:
            yield found[0][0]
            continue
        now = standings(Twin(at, row.id, row.path, digest) for at, (row, digest) in enumerate(found))
        shown = (at for at in now if now[at] is not FileStanding.EQUAL)
        yield from (replace(found[at][0], copy=now[at] is FileStanding.COPY) for at in shown)


#: A file, and the mark of its content.
Marked = tuple[Path, str]

_MOST_MARK = len("\ufeff".encode())


def equal_twins(path: Path, data: bytes, log_dir: Path) -> list[Marked]:
    """Other files of the log with the same text as this one, which holds `data`.

    None where the file is no readable record; also None where another file counts instead of it.
    """
    try:
        text = data.decode("utf-8-sig")
        id_ = sealed_record(text).id
    except (UnicodeDecodeError, BadFile):
        return []
    digest, found = digest_of(text), [*_equal(text, log_dir)]
    names = [name for name, _ in found if _spot(log_dir / name) == _spot(path)] or [path.name]
    others = [(name, mark) for name, mark in found if name not in names]
    order = standings(Twin(at, id_, name, digest) for at, name in enumerate((names[0], *(name for name, _ in others))))
    return [(log_dir / name, mark) for name, mark in others] if order[0] is FileStanding.COUNTS else []


def _spot(path: Path) -> Path:
    """Place of a file with all links in its folder resolved."""
    return Path(os.path.realpath(path.parent)) / path.name


def _equal(text: str, log_dir: Path) -> Iterator[tuple[str, str]]:
    """Paths and marks of all files in the log with this text. Reads only files of about its size."""
    digest, least = digest_of(text), len(text.replace("\r\n", "\n").encode())
    sizes = range(least, least + text.count("\n") + _MOST_MARK + 1)
    for name, entry in walk(log_dir, lambda _, __: None):
        with suppress(OSError, UnicodeDecodeError):
            if entry.is_file(follow_symlinks=False) and entry.stat().st_size in sizes:
                data = (log_dir / name).read_bytes()
                if digest_of(data.decode("utf-8-sig")) == digest:
                    yield name, mark_of(data)
