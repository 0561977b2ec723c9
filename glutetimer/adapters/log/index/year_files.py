"""Cache files of the index: one for each year of the log, a digest in front, its entries behind as MessagePack.

Most flipped bits would decode to other rows, unnoticed: only a file with its digest is taken. The digest is also over
the program's version and the fields of the rows, so that files of another program are not taken either.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path

from msgspec import DecodeError
from msgspec.msgpack import Decoder

from glutetimer import __version__
from glutetimer.adapters.files.durable import patient
from glutetimer.adapters.files.private import create_folders
from glutetimer.adapters.files.temporary import sweep, temporary
from glutetimer.adapters.log.read import LogEntry, packed
from glutetimer.core.log.rows import SideRow, WorkoutRow
from glutetimer.core.text.problems import Problem

_END = ".rows"
_DIGEST = 16
_FORMAT = repr([__version__, *(kind.__annotations__ for kind in (LogEntry, WorkoutRow, SideRow, Problem))]).encode()
_ENTRIES = Decoder(list[LogEntry])


def load(folder: Path) -> Iterator[LogEntry]:
    """Entries of all whole files, the newest year first. Removes what killed writers and older programs have left."""
    sweep([folder])
    for old in folder.parent.glob(f"{folder.name}.sqlite*"):
        with suppress(OSError):
            old.unlink()
    for file in sorted(folder.glob(f"*{_END}"), reverse=True):
        with suppress(OSError):
            yield from opened(file.read_bytes())


def write(folder: Path, year: str, entries: Iterable[LogEntry]) -> None:
    """Replace the file of a year. A disk that refuses leaves the old one: what it lacks is read from the log again."""
    file, found = folder / f"{year}{_END}", [entry for entry in entries if _is_text(entry.path)]
    with suppress(OSError):
        if found:
            create_folders(folder)
            with temporary(file, seal(packed(found))) as temp:
                patient(lambda: temp.replace(file))
        else:
            file.unlink(missing_ok=True)


def seal(body: bytes) -> bytes:
    """Put the digest in front."""
    return _digest(body) + body


def opened(data: bytes) -> list[LogEntry]:
    """Entries in a file; none where a bit of it is wrong, or another version wrote it."""
    body = memoryview(data)[_DIGEST:]
    with suppress(DecodeError):
        if data[:_DIGEST] == _digest(body):
            return _ENTRIES.decode(body)
    return []


def year_of(path: str) -> str:
    """Year in whose file the entry for a file of the log lies: names of records begin with their time."""
    start = path.rpartition("/")[2][:4]
    return start if start.isascii() and start.isdecimal() else "other"


def _digest(body: bytes | memoryview) -> bytes:
    found = blake2b(_FORMAT, digest_size=_DIGEST)
    found.update(body)
    return found.digest()


def _is_text(path: str) -> bool:
    """Whether a path can be written; a file with another name is read at each start."""
    return path.encode(errors="ignore").decode() == path
