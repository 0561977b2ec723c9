"""What is new, changed or gone in the log since it was read last, brought into the index."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path

from glutetimer.adapters.log.cells import path_cell, path_of
from glutetimer.adapters.log.database import Database
from glutetimer.adapters.log.reading import Entry, read_entry, refused_entry
from glutetimer.adapters.log.scan import stamp, walk
from glutetimer.adapters.log.storing import drop, store
from glutetimer.core.log.book import Progress
from glutetimer.core.problems import Problem

#: So many files are brought in at once: few at first, since they are on the page that is looked at.
FIRST, CHUNK = 40, 200

Stamps = Mapping[str, str]


def refresh(database: Database, log_dir: Path, progress: Progress) -> bool:
    """Read what must be read; whether anything has changed. Raises StartedAnew, and what `progress` raises."""
    # In this order: what another program puts in meanwhile is not known here, and so not taken out.
    known = _known(database)
    refused: dict[str, Problem] = {}
    seen = {path: stamp(entry) for path, entry in walk(log_dir, refused.__setitem__)}
    again = [path for path, now in seen.items() if known.get(path) != now]
    # Names begin with the time: the newest workouts are there first.
    again.sort(key=lambda path: path.rpartition("/")[2], reverse=True)
    changed = False
    for entries in _read(database, log_dir, {path: seen[path] for path in again}, progress):
        changed |= database.change(partial(store, entries), nothing=False)
    # Where there is nothing to write, nothing is: another program may be writing, or the disk be read-only.
    if shut := _refused(database, {path: why for path, why in refused.items() if path not in seen}):
        changed |= database.change(partial(store, shut), nothing=False)
    # Last: a file that was only moved is never missing.
    gone = [path for path in known if path not in seen and path not in refused]
    for some in _chunks(gone):
        changed |= database.change(partial(drop, some), nothing=False)
    return changed


def _known(database: Database) -> Stamps:
    """The stamps of all files when they were read last."""
    stamps = dict(database.look("SELECT path, stamp FROM files WHERE typeof(path) = 'text'"))
    odd = database.look("SELECT path, stamp FROM files WHERE typeof(path) <> 'text'")
    return stamps | {path_of(path): stamped for path, stamped in odd}


def _read(database: Database, log_dir: Path, wanted: Stamps, progress: Progress) -> Iterator[list[Entry]]:
    """What is in the files, some at a time; those that have gone meanwhile are seen to be gone the next time."""
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
    """What is known of the content of these files."""
    cells = [path_cell(path) for path in paths]
    places = ", ".join("?" * len(cells))
    rows = database.look(f"SELECT path, digest FROM files WHERE path IN ({places})", cells)
    return {path_of(path): digest for path, digest in rows}


def _refused(database: Database, refused: Mapping[str, Problem]) -> list[Entry]:
    """Folders that cannot be looked into, where that is new."""
    digests = _digests(database, list(refused))
    entries = [refused_entry(path, why, digests.get(path, b"")) for path, why in refused.items()]
    return [entry for entry in entries if not entry.same]


def _chunks(paths: Sequence[str]) -> Iterator[Sequence[str]]:
    if paths:
        yield paths[:FIRST]
    for start in range(FIRST, len(paths), CHUNK):
        yield paths[start : start + CHUNK]
