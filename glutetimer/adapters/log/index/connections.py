"""Connections to the index file: to write, to read, or to a copy of it in memory."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock

from glutetimer.adapters.files.private import create_file, create_folders
from glutetimer.adapters.log.index.tables import SCHEMA, VERSION

#: KiB of pages that are kept: a chunk of new rows is written at once and not before.
_CACHE = 32_000
#: Files that lie beside an open index, or one whose program was killed.
_BESIDE = ("-wal", "-shm", "-journal")

#: Signs of a damaged file: an error that SQLite finds, or a value or a name that was never written.
TROUBLE = (sqlite3.Error, ValueError, TypeError)
#: Errors of the disk or another program, not of the file: it is left as it is.
_REFUSALS = frozenset(
    {
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_LOCKED,
        sqlite3.SQLITE_PERM,
        sqlite3.SQLITE_READONLY,
        sqlite3.SQLITE_IOERR_SHMLOCK,
        sqlite3.SQLITE_IOERR_SHMMAP,
        sqlite3.SQLITE_IOERR_SHMOPEN,
        sqlite3.SQLITE_IOERR_SHMSIZE,
    }
)


def to_write(file: Path, patience: float) -> sqlite3.Connection:
    """Open the index file for writing and make its tables.

    Raises sqlite3.Error, and OSError without a folder for it.
    """
    create_folders(file.parent)
    with suppress(FileExistsError):
        create_file(file).close()  # a file made by the library would be open to everybody
    at_rest = not os.path.lexists(_beside(file, "-wal"))
    connection = _connected(str(file), patience)
    try:
        if at_rest:
            _refuse_cut(connection, file)
        _log_ahead(connection)
        _make(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def to_read(file: Path, patience: float) -> sqlite3.Connection:
    """Open another connection to a database in use. Raises sqlite3.Error."""
    return _connected(str(file), patience)


def in_memory(file: Path | None = None) -> sqlite3.Connection:
    """Make a database in memory, with the readable rows of the file, if it is given and has these tables."""
    connection = _connected(":memory:", 0.0)
    for name in _names(file) if file is not None else ():
        with suppress(*TROUBLE), closing(_connected(name, 0.0)) as old:
            old.backup(connection)
            _make(connection)
            return connection
    if file is not None:  # the copy may be damaged: nothing of it is kept
        connection.close()
        connection = _connected(":memory:", 0.0)
    _make(connection)
    return connection


def _names(file: Path) -> Iterator[str]:
    """Names under which to open a file that is only read."""
    uri = file.absolute().as_uri()
    yield f"{uri}?mode=ro"
    # Nothing may be written beside it, and nobody does: it is read as if it could not change.
    if not any(os.path.lexists(_beside(file, end)) for end in _BESIDE):
        yield f"{uri}?immutable=1"


def throw_away(file: Path) -> None:
    """Remove the file and the files beside it. Raises OSError: on Windows while another program has it open."""
    file.unlink(missing_ok=True)
    for end in _BESIDE:
        _beside(file, end).unlink(missing_ok=True)


def is_refusal(trouble: Exception) -> bool:
    """Whether the disk or another program is in the way, and the content of the file is fine."""
    code = int(getattr(trouble, "sqlite_errorcode", 0))
    return code in _REFUSALS or code & 0xFF in _REFUSALS


def _beside(file: Path, end: str) -> Path:
    return file.with_name(file.name + end)


def _connected(name: str, patience: float) -> sqlite3.Connection:
    is_uri = name.startswith("file:")
    connection = sqlite3.connect(name, timeout=patience, isolation_level=None, check_same_thread=False, uri=is_uri)
    try:
        connection.execute(f"PRAGMA cache_size = -{_CACHE}")
        # Damage is found when a page is read, not later by its effects.
        connection.execute("PRAGMA cell_size_check = ON")
    except BaseException:
        connection.close()
        raise
    return connection


def _log_ahead(connection: sqlite3.Connection) -> None:
    """Let readers never wait for writers; where a disk cannot do that, only as long as a change is written."""
    try:
        connection.execute("PRAGMA journal_mode = WAL").fetchone()
    except sqlite3.Error as trouble:
        if not is_refusal(trouble):
            raise
    # After a power cut the last rows may be missing, and are read again; no wrong row is ever there.
    connection.execute("PRAGMA synchronous = NORMAL")


def _make(connection: sqlite3.Connection) -> None:
    """Make the tables, in place of those of another version; the file stays, since others may have it open."""
    if _version(connection) == VERSION:
        return
    with connection:
        connection.execute("BEGIN IMMEDIATE")
        if _version(connection) == VERSION:  # another program was faster
            return
        for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
            connection.execute(f'DROP TABLE "{name}"')
        for statement in SCHEMA:
            connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {VERSION}")


def _refuse_cut(connection: sqlite3.Connection, file: Path) -> None:
    """Refuse a file whose last page is cut: to SQLite it is no error, its content reads as nothing.

    Only for a file that nobody has open: until then the latest changes lie beside it.
    """
    pages, size = (connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("page_count", "page_size"))
    if file.stat().st_size < pages * size:
        raise sqlite3.DatabaseError("the file was cut short")


def _version(connection: sqlite3.Connection) -> int:
    with closing(connection.execute("PRAGMA user_version")) as found:
        return int(found.fetchone()[0])


@dataclass(frozen=True, slots=True)
class Connection:
    """Connection for one thread at a time."""

    connection: sqlite3.Connection
    lock: Lock = field(default_factory=Lock)


@dataclass(frozen=True, slots=True, eq=False)
class Connections:
    """Connections for questions and for changes: two to a file, one in memory. `copied`: with rows of a file in it."""

    reader: Connection
    writer: Connection
    in_memory: bool = False
    copied: bool = False

    def close(self) -> None:
        """Close the connections once nobody uses them."""
        for line in (self.writer, self.reader):
            with line.lock:
                line.connection.close()


def alone(connection: sqlite3.Connection, *, copied: bool = False) -> Connections:
    """Use one connection for both."""
    line = Connection(connection)
    return Connections(line, line, in_memory=True, copied=copied)
