"""Walking the log's folder: what looks like a record there, and whether it is as it was."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

from glutetimer.core.problems import Problem

#: Is told of each folder that cannot be looked into: its path in the log ("." for the log itself), and why.
Refused = Callable[[str, Problem], None]

#: The stamp of what the system says nothing about.
NO_STAMP = "-"
#: A file that was changed this shortly before it was read can change once more and look the same (FAT: 2 s).
RACY_NS = 2_000_000_000


def walk(log_dir: Path, refused: Refused) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """The path in the log, with slashes, of all that looks like a record, in no order. No folder: nothing.

    Hidden files and folders are passed over, and whatever does not end in `.toml`.
    """
    folders = [""]
    while folders:
        folder = folders.pop()
        for entry in _listed(log_dir, folder, refused):
            # Sync tools, version control and file managers keep copies of records in hidden folders.
            if entry.name.startswith("."):
                continue
            if _is_folder(entry):
                folders.append(f"{folder}{entry.name}/")
            if entry.name.endswith(".toml"):
                yield folder + entry.name, entry


def stamp(entry: os.DirEntry[str]) -> str:
    """Another one as soon as the file is another: its time of change, size and inode (0 on Windows)."""
    try:
        found = entry.stat()
    except OSError:
        return NO_STAMP
    return f"{found.st_mtime_ns} {found.st_size} {found.st_ino}"


def is_racy(stamped: str, read_ns: int) -> bool:
    """Whether a file with this stamp that was read at `read_ns` (wall clock) may change without getting another."""
    return stamped != NO_STAMP and abs(read_ns - int(stamped.split()[0])) < RACY_NS


def _listed(log_dir: Path, folder: str, refused: Refused) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(log_dir / folder) as found:
            return list(found)
    except FileNotFoundError:
        return []
    except OSError as refusal:
        why = Problem(None, f"cannot be looked into: {refusal.strerror}", "look at its permissions")
        refused(folder.rstrip("/") or ".", why)
        return []


def _is_folder(entry: os.DirEntry[str]) -> bool:
    """A folder of its own: links (on Windows junctions, too) may lead in a circle."""
    try:
        return entry.is_dir(follow_symlinks=False) and not getattr(entry, "is_junction", bool)()
    except OSError:
        return False
