"""The index as a database: read and written apart, thrown away where it is damaged, in memory where none can be had.

What holds:

- A question waits for no program that writes, this one or another, however long that takes: it is answered from what
  was written last (SQLite's write-ahead log). Questions of several threads wait for each other.
- A change waits for other programs that write, for `PATIENCE` seconds. Then, as on a disk that is full or may not be
  written, what was known is taken into memory, and things go on there; the file is left as it is.
- A file with which something is wrong is thrown away and made anew, once; who asked or wrote hears `StartedAnew`.
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

#: Seconds that another program is waited for which writes into the same file.
PATIENCE = 5.0


class StartedAnew(Exception):
    """Something was wrong with the file; in its place there is another database, which may be empty."""


class Database:
    """For all threads: one may write while others ask."""

    def __init__(self, file: Path, patience: float = PATIENCE) -> None:
        self._file, self._patience = file, patience
        self._thrown_away = False
        self._closed = False
        self._changing = Lock()
        #: How often another database took the place of the one there was.
        self.begun = 0
        self._lines = self._open()

    @property
    def in_memory(self) -> bool:
        """Whether nothing of it is kept."""
        return self._lines.in_memory

    @property
    def closed(self) -> bool:
        """Whether it was closed: nothing is in it any more."""
        return self._closed

    def ask(self, sql: str, values: Values = ()) -> list[tuple[Any, ...]]:
        """The rows of an answer. Raises StartedAnew."""
        return self.rows(tuple, sql, values)

    def rows(self, make: Callable[[Any], Done], sql: str, values: Values = ()) -> list[Done]:
        """The same, each as `make` makes it. Raises StartedAnew."""
        lines = self._lines
        found: list[Any] = self._try(lines, lines.reader, lambda it: it.execute(sql, values).fetchall(), [])
        try:
            return [make(row) for row in found]
        except TROUBLE as trouble:
            self._help(lines, trouble)
        raise StartedAnew

    def look(self, sql: str, values: Values = ()) -> list[tuple[Any, ...]]:
        """Rows for who is about to change them: no question waits for it. Raises StartedAnew."""
        lines = self._lines
        return self._try(lines, lines.writer, lambda it: it.execute(sql, values).fetchall(), [])

    def change(self, act: Callable[[sqlite3.Connection], Done], nothing: Done) -> Done:
        """Do it in one transaction; `nothing` is the answer of a closed database. Raises StartedAnew."""

        def whole(connection: sqlite3.Connection) -> Done:
            with connection:
                connection.execute("BEGIN IMMEDIATE")
                return act(connection)

        lines = self._lines
        return self._try(lines, lines.writer, whole, nothing)

    def close(self) -> None:
        """Let go of the file. Every answer is empty from now on."""
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
        """Another database in the place of one with which something is wrong; of an empty one it is our mistake."""
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
        """What can be read of the file need not be read from the log again."""
        return alone(in_memory(self._file), copied=True)

    def _anew(self) -> Connections:
        """An empty file; in memory where that cannot be, or where it did not help before."""
        if not self._thrown_away:
            self._thrown_away = True
            with suppress(OSError, *TROUBLE):
                throw_away(self._file)
                return self._opened()
        return alone(in_memory())
