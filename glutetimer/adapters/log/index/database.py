"""Index as a database: read and written apart, thrown away where it is damaged, in memory where no file can be had.

Rules:

- A question waits for no program that writes, this one or another, however long that takes: it is answered from the
last written state (SQLite's write-ahead log). Questions of several threads wait for each other.

- A change waits for other programs that write, for `PATIENCE` seconds. Then, as on a disk that is full or read-only,
the known rows go on in memory; the file is left as it is.

- A damaged file is thrown away and made again, once; its user gets `StartedAnew`.

- A power cut leaves no rows that look right and are not; the newest may be missing, and are read again.

On a network's disk the log is kept as everywhere, but two machines at once may spoil the index for each other.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from threading import Lock
from typing import Any, TypeVar

from glutetimer.adapters.log.index.connections import (
    TROUBLE,
    Connection,
    Connections,
    alone,
    in_memory,
    is_refusal,
    throw_away,
    to_read,
    to_write,
)

Done = TypeVar("Done")
Values = tuple[Any, ...] | list[Any]

#: Seconds to wait for another program that writes into the same file.
PATIENCE = 5.0


class StartedAnew(Exception):
    """The file was damaged; another database replaces it, which may be empty."""


class Database:
    """Database for all threads: one may write while others ask."""

    def __init__(self, file: Path, patience: float = PATIENCE) -> None:
        self._file, self._patience = file, patience
        self._thrown_away = False
        self._closed = False
        self._changing = Lock()
        #: Number of times that another database replaced the present one.
        self.begun = 0
        self._lines = self._open()

    @property
    def in_memory(self) -> bool:
        """Whether nothing of it is kept on disk."""
        return self._lines.in_memory

    @property
    def closed(self) -> bool:
        """Whether it was closed, and has no rows any more."""
        return self._closed

    def ask(self, sql: str, values: Values = ()) -> list[tuple[Any, ...]]:
        """Rows of an answer. Raises StartedAnew."""
        return self.rows(tuple, sql, values)

    def rows(self, make: Callable[[Any], Done], sql: str, values: Values = ()) -> list[Done]:
        """Rows of an answer, each turned into a value by `make`. Raises StartedAnew."""
        lines = self._lines
        found: list[Any] = self._try(lines, lines.reader, lambda it: it.execute(sql, values).fetchall(), [])
        try:
            return [make(row) for row in found]
        except TROUBLE as trouble:
            self._help(lines, trouble)
        raise StartedAnew

    def look(self, sql: str, values: Values = ()) -> list[tuple[Any, ...]]:
        """Rows for a change that follows: no question waits for it. Raises StartedAnew."""
        lines = self._lines
        return self._try(lines, lines.writer, lambda it: it.execute(sql, values).fetchall(), [])

    def change(self, act: Callable[[sqlite3.Connection], Done], nothing: Done) -> Done:
        """Run `act` in one transaction; `nothing` is the answer of a closed database. Raises StartedAnew."""

        def whole(connection: sqlite3.Connection) -> Done:
            with connection:
                connection.execute("BEGIN IMMEDIATE")
                return act(connection)

        lines = self._lines
        return self._try(lines, lines.writer, whole, nothing)

    def close(self) -> None:
        """Close the file. Every answer is empty from now on."""
        self._closed = True
        with self._changing:
            self._lines.close()

    def _try(
        self, lines: Connections, line: Connection, act: Callable[[sqlite3.Connection], Done], nothing: Done
    ) -> Done:
        with line.lock:
            if self._closed:
                return nothing
            try:
                return act(line.connection)
            except TROUBLE as trouble:
                found = trouble
        self._help(lines, found)
        raise StartedAnew

    def _help(self, lines: Connections, trouble: Exception) -> None:
        """Replace a damaged database; an error in an empty one in memory is our mistake, and raised."""
        with self._changing:
            if self._closed or lines is not self._lines:
                return
            if lines.in_memory and not lines.copied:
                raise trouble
            self.begun += 1
            lines.close()
            if lines.in_memory:
                self._lines = alone(in_memory())
            else:
                self._lines = self._kept() if is_refusal(trouble) else self._anew()

    def _open(self) -> Connections:
        try:
            return self._opened()
        except OSError:
            return alone(in_memory())
        except TROUBLE as trouble:
            return self._kept() if is_refusal(trouble) else self._anew()

    def _opened(self) -> Connections:
        writer = to_write(self._file, self._patience)
        try:
            return Connections(Connection(to_read(self._file, self._patience)), Connection(writer))
        except BaseException:
            writer.close()
            raise

    def _kept(self) -> Connections:
        """Copy the readable rows of the file into memory, to save reading the log again."""
        return alone(in_memory(self._file), copied=True)

    def _anew(self) -> Connections:
        """Open an empty file; in memory where that fails, or did not help before."""
        if not self._thrown_away:
            self._thrown_away = True
            with suppress(OSError, *TROUBLE):
                throw_away(self._file)
                return self._opened()
        return alone(in_memory())
