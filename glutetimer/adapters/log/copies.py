"""Files with the same workout, and files that would stand in for another: sync tools keep both."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from enum import Enum
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

from glutetimer.adapters.log.read import sealed_record
from glutetimer.adapters.log.scan import walk
from glutetimer.adapters.log.trash import mark_of
from glutetimer.core.text.problems import BadFile


class FileStanding(Enum):
    """One file of a workout counts; others with other content are shown as copies, those that are equal not at all."""

    COUNTS = "counts"
    COPY = "copy"
    EQUAL = "equal"


class Twin(NamedTuple):
    """One of the files with the same id inside. `digest` is what `digest_of` makes of its text."""

    file: int
    id: str
    path: str
    digest: bytes


def digest_of(text: str) -> bytes:
    """Equal for texts that say the same; the byte order mark at their start is gone already."""
    return blake2b(text.replace("\r\n", "\n").encode(), digest_size=16).digest()


def standings(twins: Iterable[Twin]) -> dict[int, FileStanding]:
    """How each file of one workout stands: the one named after its id counts, else the first by its path.

    In that order, so the first with a digest is the one that later ones are equal to.
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


#: A file, and the mark of what it holds.
Marked = tuple[Path, str]

_MOST_MARK = len("\ufeff".encode())


def equal_twins(path: Path, data: bytes, log_dir: Path) -> list[Marked]:
    """The other files of the log that say what this one says, which holds `data`.

    None where it is no record that can be read; and none where it is itself one that is passed over for another.
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
    """Which place it is, by whatever links one comes there."""
    return Path(os.path.realpath(path.parent)) / path.name


def _equal(text: str, log_dir: Path) -> Iterator[tuple[str, str]]:
    """The paths in the log of all files with this text, and their marks. Only those of about its size are read."""
    digest, least = digest_of(text), len(text.replace("\r\n", "\n").encode())
    sizes = range(least, least + text.count("\n") + _MOST_MARK + 1)
    for name, entry in walk(log_dir, lambda _, __: None):
        with suppress(OSError, UnicodeDecodeError):
            if entry.is_file(follow_symlinks=False) and entry.stat().st_size in sizes:
                data = (log_dir / name).read_bytes()
                if digest_of(data.decode("utf-8-sig")) == digest:
                    yield name, mark_of(data)
