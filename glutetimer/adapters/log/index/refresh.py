"""Bring new, changed and removed files of the log into the index."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import count
from pathlib import Path

from glutetimer.adapters.log.copies import FileStanding, Twin, standings
from glutetimer.adapters.log.index.database import Database
from glutetimer.adapters.log.index.tables import FILES, SIDES, WORKOUTS, path_cell, path_of, side_cells, workout_cells
from glutetimer.adapters.log.read import LogEntry, read_entry, refused_entry
from glutetimer.adapters.log.scan import stamp, walk
from glutetimer.core.log.query import Progress
from glutetimer.core.text.problems import Problem

#: Files per step: few at first, since they are on the visible page.
FIRST, CHUNK = 40, 200

Stamps = Mapping[str, str]


def refresh(database: Database, log_dir: Path, progress: Progress) -> bool:
    """Read new and changed files; whether anything has changed. Raises StartedAnew, and the errors of `progress`."""
    # In this order: a file that another program adds meanwhile is not known here, and not removed.
    known = _known(database)
    refused: dict[str, Problem] = {}
    seen = {path: stamp(entry) for path, entry in walk(log_dir, refused.__setitem__)}
    again = [path for path, now in seen.items() if known.get(path) != now]
    # Names start with the time: the newest workouts come first.
    again.sort(key=lambda path: path.rpartition("/")[2], reverse=True)
    changed = False
    for entries in _read(database, log_dir, {path: seen[path] for path in again}, progress):
        changed |= database.change(partial(store, entries), nothing=False)
    # Write only changes: another program may be writing, or the disk be read-only.
    if shut := _refused(database, {path: why for path, why in refused.items() if path not in seen}):
        changed |= database.change(partial(store, shut), nothing=False)
    # Last: a file that was only moved is never missing.
    gone = [path for path in known if path not in seen and path not in refused]
    for some in _chunks(gone):
        changed |= database.change(partial(drop, some), nothing=False)
    return changed


def _known(database: Database) -> Stamps:
    """Stamps of all files at their last reading."""
    stamps = dict(database.look("SELECT path, stamp FROM files WHERE typeof(path) = 'text'"))
    odd = database.look("SELECT path, stamp FROM files WHERE typeof(path) <> 'text'")
    return stamps | {path_of(path): stamped for path, stamped in odd}


def _read(database: Database, log_dir: Path, wanted: Stamps, progress: Progress) -> Iterator[list[LogEntry]]:
    """Read the files, some at a time; files removed meanwhile are noticed the next time."""
    done = 0
    for chunk in _chunks(list(wanted)):
        entries, digests = [], _digests(database, chunk)
        for path in chunk:
            if database.closed:
                return
            entries.append(read_entry(log_dir, path, wanted[path], digests.get(path, b"")))
            done += 1
            progress(done, len(wanted))
        yield [entry for entry in entries if entry is not None]


def _digests(database: Database, paths: Sequence[str]) -> dict[str, bytes]:
    """Known digests of these files."""
    cells = [path_cell(path) for path in paths]
    places = ", ".join("?" * len(cells))
    rows = database.look(f"SELECT path, digest FROM files WHERE path IN ({places})", cells)
    return {path_of(path): digest for path, digest in rows}


def _refused(database: Database, refused: Mapping[str, Problem]) -> list[LogEntry]:
    """Folders that cannot be opened, where that is new."""
    digests = _digests(database, list(refused))
    entries = [refused_entry(path, why, digests.get(path, b"")) for path, why in refused.items()]
    return [entry for entry in entries if not entry.same]


def _chunks(paths: Sequence[str]) -> Iterator[Sequence[str]]:
    if paths:
        yield paths[:FIRST]
    for start in range(FIRST, len(paths), CHUNK):
        yield paths[start : start + CHUNK]


def store(entries: Sequence[LogEntry], connection: sqlite3.Connection) -> bool:
    """Store entries; whether any is new."""
    # Another program may have stored another version meanwhile: then the file is read again next time.
    same = [(entry.stamp, path_cell(entry.path), entry.digest) for entry in entries if entry.same]
    connection.executemany("UPDATE files SET stamp = ? WHERE path = ? AND digest = ?", same)
    new = [entry for entry in entries if not entry.same]
    ids = _take_out(connection, (entry.path for entry in new))
    ids |= {entry.row.id for entry in new if entry.row}
    _put_in(connection, new)
    _settle(connection, ids)
    return bool(new)


def drop(paths: Sequence[str], connection: sqlite3.Connection) -> bool:
    """Remove files that are gone; whether there were any."""
    _settle(connection, _take_out(connection, paths))
    return bool(paths)


def _take_out(connection: sqlite3.Connection, paths: Iterable[str]) -> set[str]:
    """Remove the files; return the ids of the workouts that were in them."""
    one = "SELECT file, id FROM files LEFT JOIN workouts USING (file) WHERE files.path = ?"
    found = [row for path in paths for row in connection.execute(one, [path_cell(path)])]
    files = [(file,) for file, _ in found]
    for table in ("sides", "workouts", "files"):
        connection.executemany(f"DELETE FROM {table} WHERE file = ?", files)
    return {id_ for _, id_ in found if id_ is not None}


def _put_in(connection: sqlite3.Connection, entries: Sequence[LogEntry]) -> None:
    ((last,),) = connection.execute("SELECT coalesce(max(file), 0) FROM files")
    numbered = list(zip(count(last + 1), entries, strict=False))
    _insert(connection, "files", FILES, (_file_cells(file, entry) for file, entry in numbered))
    read = [(file, entry, entry.row) for file, entry in numbered if entry.row]
    _insert(connection, "workouts", WORKOUTS, (workout_cells(row, file) for file, _, row in read))
    _insert(
        connection, "sides", SIDES, (cells for file, entry, row in read for cells in side_cells(row, entry.sides, file))
    )


def _file_cells(file: int, entry: LogEntry) -> tuple[object, ...]:
    problem = entry.problem
    told = (None, "") if problem is None else (problem.line, str(problem))
    return (file, path_cell(entry.path), entry.stamp, entry.digest, *told)


def _insert(
    connection: sqlite3.Connection, table: str, names: Sequence[str], rows: Iterable[tuple[object, ...]]
) -> None:
    places = ", ".join("?" * len(names))
    connection.executemany(f"INSERT INTO {table} ({', '.join(names)}) VALUES ({places})", rows)


def _settle(connection: sqlite3.Connection, ids: Iterable[str]) -> None:
    """Settle again which of the files with these ids count."""
    twins = "SELECT file, id, w.path, digest, copy, shown FROM workouts w JOIN files USING (file) WHERE id = ?"
    for id_ in ids:
        found = connection.execute(twins, [id_]).fetchall()
        now = standings(Twin(file, id_, path_of(path), digest) for file, _, path, digest, _, _ in found)
        for file, _, _, _, copy, shown in found:
            wanted = (now[file] is FileStanding.COPY, now[file] is not FileStanding.EQUAL)
            if wanted != (copy, shown):
                _stand(connection, file, now[file])


def _stand(connection: sqlite3.Connection, file: int, standing: FileStanding) -> None:
    counts = standing is FileStanding.COUNTS
    values = (standing is FileStanding.COPY, standing is not FileStanding.EQUAL, counts, file)
    connection.execute("UPDATE workouts SET copy = ?, shown = ?, counts = fit AND ? WHERE file = ?", values)
    connection.execute("UPDATE sides SET counts = fit AND ? WHERE file = ?", (counts, file))
