"""What was read of files, put into the index: all that belongs to a file is taken out and put in anew."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from itertools import count

from glutetimer.adapters.log.cells import path_cell, path_of, side_cells, workout_cells
from glutetimer.adapters.log.copies import Standing, Twin, standings
from glutetimer.adapters.log.reading import Entry
from glutetimer.adapters.log.tables import FILES, SIDES, WORKOUTS


def store(entries: Sequence[Entry], connection: sqlite3.Connection) -> bool:
    """Put in what was read; whether any of it is new."""
    # Another program may have put in something else meanwhile: then the file is read again next time.
    same = [(entry.stamp, path_cell(entry.path), entry.digest) for entry in entries if entry.same]
    connection.executemany("UPDATE files SET stamp = ? WHERE path = ? AND digest = ?", same)
    new = [entry for entry in entries if not entry.same]
    ids = _take_out(connection, (entry.path for entry in new))
    ids |= {entry.row.id for entry in new if entry.row}
    _put_in(connection, new)
    _settle(connection, ids)
    return bool(new)


def drop(paths: Sequence[str], connection: sqlite3.Connection) -> bool:
    """Take out files that are gone; whether any was there."""
    _settle(connection, _take_out(connection, paths))
    return bool(paths)


def _take_out(connection: sqlite3.Connection, paths: Iterable[str]) -> set[str]:
    """Forget the files; the ids of the workouts that were in them."""
    one = "SELECT file, id FROM files LEFT JOIN workouts USING (file) WHERE files.path = ?"
    found = [row for path in paths for row in connection.execute(one, [path_cell(path)])]
    files = [(file,) for file, _ in found]
    for table in ("sides", "workouts", "files"):
        connection.executemany(f"DELETE FROM {table} WHERE file = ?", files)
    return {id_ for _, id_ in found if id_ is not None}


def _put_in(connection: sqlite3.Connection, entries: Sequence[Entry]) -> None:
    ((last,),) = connection.execute("SELECT coalesce(max(file), 0) FROM files")
    numbered = list(zip(count(last + 1), entries, strict=False))
    _insert(connection, "files", FILES, (_file_cells(file, entry) for file, entry in numbered))
    read = [(file, entry, entry.row) for file, entry in numbered if entry.row]
    _insert(connection, "workouts", WORKOUTS, (workout_cells(row, file) for file, _, row in read))
    _insert(
        connection, "sides", SIDES, (cells for file, entry, row in read for cells in side_cells(row, entry.sides, file))
    )


def _file_cells(file: int, entry: Entry) -> tuple[object, ...]:
    problem = entry.problem
    told = (None, "") if problem is None else (problem.line, str(problem))
    return (file, path_cell(entry.path), entry.stamp, entry.digest, *told)


def _insert(
    connection: sqlite3.Connection, table: str, names: Sequence[str], rows: Iterable[tuple[object, ...]]
) -> None:
    places = ", ".join("?" * len(names))
    connection.executemany(f"INSERT INTO {table} ({', '.join(names)}) VALUES ({places})", rows)


def _settle(connection: sqlite3.Connection, ids: Iterable[str]) -> None:
    """Say anew which of the files with these ids count."""
    twins = "SELECT file, id, w.path, digest, copy, shown FROM workouts w JOIN files USING (file) WHERE id = ?"
    for id_ in ids:
        found = connection.execute(twins, [id_]).fetchall()
        now = standings(Twin(file, id_, path_of(path), digest) for file, _, path, digest, _, _ in found)
        for file, _, _, _, copy, shown in found:
            wanted = (now[file] is Standing.COPY, now[file] is not Standing.EQUAL)
            if wanted != (copy, shown):
                _stand(connection, file, now[file])


def _stand(connection: sqlite3.Connection, file: int, standing: Standing) -> None:
    counts = standing is Standing.COUNTS
    values = (standing is Standing.COPY, standing is not Standing.EQUAL, counts, file)
    connection.execute("UPDATE workouts SET copy = ?, shown = ?, counts = fit AND ? WHERE file = ?", values)
    connection.execute("UPDATE sides SET counts = fit AND ? WHERE file = ?", (counts, file))
