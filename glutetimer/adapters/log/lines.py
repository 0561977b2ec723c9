"""The connections to the index, each for one thread at a time."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass, field
from threading import Lock


@dataclass(frozen=True, slots=True)
class Line:
    """A connection, for one thread at a time."""

    connection: sqlite3.Connection
    lock: Lock = field(default_factory=Lock)


@dataclass(frozen=True, slots=True, eq=False)
class Lines:
    """For questions and for changes: two to a file, one in memory. `copied`: with rows of a file in it."""

    reader: Line
    writer: Line
    in_memory: bool = False
    copied: bool = False

    def close(self) -> None:
        """Once nobody uses them."""
        for line in (self.writer, self.reader):
            with line.lock:
                line.connection.close()


def alone(connection: sqlite3.Connection, *, copied: bool = False) -> Lines:
    """One connection for all."""
    line = Line(connection)
    return Lines(line, line, in_memory=True, copied=copied)
