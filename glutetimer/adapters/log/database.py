"""The file of the index: opened, made, thrown away where it is damaged; in memory where none can be had.

No write-ahead log: the index is one file, and lies as well on a network's disk. Its journal is flushed, so that a
power cut leaves no rows that look right and are not.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path
from threading import RLock
from typing import Any, TypeVar

from glutetimer.adapters.log.tables import SCHEMA, VERSION

Done = TypeVar("Done")
Values = tuple[Any, ...] | list[Any]

#: Seconds that another program is waited for which writes into the same file.
PATIENCE = 5.0
#: KiB of pages that are kept: a chunk of new rows is written at once and not before.
_CACHE = 32_000

#: These speak of the disk or another program, not of the file: it is left as it is.
_REFUSALS = frozenset(
    {
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_LOCKED,
        sqlite3.SQLITE_PERM,
        sqlite3.SQLITE_READONLY,
    }
)
#: What can still be read of such a file need not be read from the log again.
_READABLE = frozenset({sqlite3.SQLITE_FULL, sqlite3.SQLITE_READONLY})
#: What a damaged file may bring about: SQLite finds it, or a value is none that was ever written.
_TROUBLE = (sqlite3.Error, ValueError, TypeError)


class StartedAnew(Exception):
    """Something was wrong with the file; in its place there is another database, which may be empty."""


class Database:
    """One connection, for all threads: a lock is held for as long as a question or a change takes."""

    def __init__(self, file: Path, patience: float = PATIENCE) -> None:
        self._file, self._patience = file, patience
        self._lock = RLock()
        self._thrown_away = False
        self._closed = False
        self.in_memory = False
        self._connection = self._open()

    @property
    def closed(self) -> bool:
        """Whether it was closed: nothing is in it any more."""
        return self._closed

    def ask(self, sql: str, values: Values = ()) -> list[tuple[Any, ...]]:
        """The rows of an answer. Raises StartedAnew."""
        return self.rows(tuple, sql, values)

    def rows(self, make: Callable[[Any], Done], sql: str, values: Values = ()) -> list[Done]:
        """The same, each as `make` makes it. Raises StartedAnew."""
        return self._try(lambda connection: [make(row) for row in connection.execute(sql, values)], [])

    def change(self, act: Callable[[sqlite3.Connection], Done], nothing: Done) -> Done:
        """Do it in one transaction; `nothing` is the answer of a closed database. Raises StartedAnew."""

        def whole(connection: sqlite3.Connection) -> Done:
            with connection:
                connection.execute("BEGIN IMMEDIATE")
                return act(connection)

        return self._try(whole, nothing)

    def close(self) -> None:
        """Let go of the file. Every answer is empty from now on."""
        with self._lock:
            self._closed = True
            self._connection.close()

    def _try(self, act: Callable[[sqlite3.Connection], Done], nothing: Done) -> Done:
        with self._lock:
            if self._closed:
                return nothing
            try:
                return act(self._connection)
            except _TROUBLE as trouble:
                self._help(trouble)
        raise StartedAnew

    def _help(self, trouble: Exception) -> None:
        """Another database in the place of one with which something is wrong. In memory it is our own mistake."""
        if self.in_memory:
            raise trouble
        old = self._connection
        if _code(trouble) in _REFUSALS:
            self._connection = self._memory(old if _code(trouble) in _READABLE else None)
            old.close()
        else:
            old.close()
            self._connection = self._anew()

    def _open(self) -> sqlite3.Connection:
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            return _opened(self._file, self._patience)
        except OSError:
            return self._memory()
        except sqlite3.Error as trouble:
            return self._memory() if _code(trouble) in _REFUSALS else self._anew()

    def _anew(self) -> sqlite3.Connection:
        """An empty file; in memory where that cannot be, or where it did not help before."""
        if not self._thrown_away:
            self._thrown_away = True
            with suppress(OSError, sqlite3.Error):
                # A journal that stays is not played back: SQLite deletes it beside an empty file.
                self._file.unlink(missing_ok=True)
                return _opened(self._file, self._patience)
        return self._memory()

    def _memory(self, old: sqlite3.Connection | None = None) -> sqlite3.Connection:
        self.in_memory = True
        return _opened(":memory:", self._patience, old)


def _opened(file: Path | str, patience: float, old: sqlite3.Connection | None = None) -> sqlite3.Connection:
    """The database in the file, with what is in another one, if there is one, and its tables made."""
    connection = sqlite3.connect(file, timeout=patience, isolation_level=None, check_same_thread=False)
    try:
        connection.execute(f"PRAGMA cache_size = -{_CACHE}")
        # Damage is found when a page is read, and not where it leads to.
        connection.execute("PRAGMA cell_size_check = ON")
        if old is not None:
            with suppress(sqlite3.Error):
                old.backup(connection)
        _make(connection)
        if isinstance(file, Path):
            _refuse_cut(connection, file)
    except BaseException:
        connection.close()
        raise
    return connection


def _make(connection: sqlite3.Connection) -> None:
    """The tables, in the place of those of another version; the file stays, since others may have it open."""
    if _version(connection) == VERSION:
        return
    with connection:
        connection.execute("BEGIN IMMEDIATE")
        if _version(connection) == VERSION:  # another program was quicker
            return
        for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
            connection.execute(f'DROP TABLE "{name}"')
        for statement in SCHEMA:
            connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {VERSION}")


def _refuse_cut(connection: sqlite3.Connection, file: Path) -> None:
    """A last page of which a part is missing is no error to SQLite: what was in it reads as nothing."""
    pages, size = (connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("page_count", "page_size"))
    if file.stat().st_size < pages * size:
        raise sqlite3.DatabaseError("the file was cut short")


def _version(connection: sqlite3.Connection) -> int:
    with closing(connection.execute("PRAGMA user_version")) as found:
        return int(found.fetchone()[0])


def _code(trouble: Exception) -> int:
    return int(getattr(trouble, "sqlite_errorcode", 0)) & 0xFF
