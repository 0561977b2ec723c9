"""Walk the log's folder: files that look like records, their stamps, and the ids inside."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from glutetimer.core.text.problems import Problem

#: Called for each folder that cannot be opened, with its path in the log ("." for the log itself) and the reason.
Refused = Callable[[str, Problem], None]
#: Identity of a folder, whatever its name: device and inode, or its path without links.
Place = tuple[int, int] | str

#: Stamp of a file about which the system says nothing.
NO_STAMP = "-"
#: A file that was changed this shortly before it was read can change once more and look the same (FAT: 2 s).
RACY_NS = 2_000_000_000

_JUNCTION = 0xA0000003
_NOWHERE = Problem(None, "this link leads nowhere", "take it away or put the folder back")


def walk(log_dir: Path, refused: Refused) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """Paths in the log, with slashes, of all files that look like records, in no order. No folder: nothing.

    Passes over hidden files and folders, and names that do not end in `.toml`. Follows links to folders (on Windows
    junctions too), since records are saved through them; looks into each folder once, however many ways lead there, by
    its own name rather than by a link. Passes over a link to a folder around the log: it would lead through everything
    else there. Names a link that leads nowhere.
    """
    seen, by_link = _around(log_dir), False
    folders, links = [""], list[str]()
    while folders or links:
        by_link = by_link or not folders
        folder = folders.pop() if folders else links.pop()
        # Without a link there is no second way, whatever the file system says about its inodes.
        if folder and not _is_new(log_dir, folder, seen, refused) and by_link:
            continue
        for entry in _listed(log_dir, folder, refused):
            # Sync tools, version control and file managers keep copies of records in hidden folders.
            if entry.name.startswith("."):
                continue
            if _is_link(entry):
                links.append(f"{folder}{entry.name}/")
            elif _is_folder(entry):
                folders.append(f"{folder}{entry.name}/")
            if entry.name.endswith(".toml"):
                yield folder + entry.name, entry
        links.sort(reverse=True)


def stamp(entry: os.DirEntry[str]) -> str:
    """Stamp that changes with the file: time of change, size and inode (0 on Windows)."""
    try:
        found = entry.stat()
    except OSError:
        return NO_STAMP
    return f"{found.st_mtime_ns} {found.st_size} {found.st_ino}"


def is_racy(stamped: str, read_ns: int) -> bool:
    """Whether a file with this stamp, read at `read_ns` (wall clock), may change without getting another stamp."""
    return stamped != NO_STAMP and abs(read_ns - int(stamped.split()[0])) < RACY_NS


def _listed(log_dir: Path, folder: str, refused: Refused) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(log_dir / folder) as found:
            return list(found)
    except FileNotFoundError:
        if not folder and log_dir.is_symlink():
            refused(".", _NOWHERE)
    except OSError as refusal:
        refused(folder.rstrip("/") or ".", _shut(refusal))
    return []


def _shut(refusal: OSError) -> Problem:
    return Problem(None, f"cannot be looked into: {refusal.strerror}", "look at its permissions")


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir(follow_symlinks=False)
    except OSError:
        return False


def _is_link(entry: os.DirEntry[str]) -> bool:
    """Whether it is a link that leads to a folder, or nowhere."""
    try:
        if not (entry.is_symlink() or _is_junction(entry)):
            return False
        return stat.S_ISDIR(entry.stat().st_mode)
    except OSError:
        return not entry.name.endswith(".toml")  # such a file is read, and named then


def _is_junction(entry: os.DirEntry[str]) -> bool:
    """Whether it is a junction, Windows' own link to a folder; the standard library knows them from Python 3.12 on."""
    return os.name == "nt" and getattr(entry.stat(follow_symlinks=False), "st_reparse_tag", 0) == _JUNCTION


def _around(log_dir: Path) -> set[Place]:
    """Folder of the log and the folders around it."""
    top = Path(os.path.realpath(log_dir))
    around = set()
    for folder in (top, *top.parents):
        with suppress(OSError):
            around.add(_place(folder))
    return around


def _is_new(log_dir: Path, folder: str, seen: set[Place], refused: Refused) -> bool:
    """Whether a folder exists and is visited for the first time; mark it as visited."""
    try:
        place = _place(log_dir / folder)
    except FileNotFoundError:
        if os.path.lexists(log_dir / folder):
            refused(folder.rstrip("/"), _NOWHERE)
        return False
    except OSError as refusal:
        refused(folder.rstrip("/"), _shut(refusal))
        return False
    is_new = place not in seen
    seen.add(place)
    return is_new


def _place(folder: Path) -> Place:
    """Identity of a folder, the same for all its names. Raises OSError. Some file systems have no inodes."""
    found = folder.stat()
    return (found.st_dev, found.st_ino) if found.st_ino else os.path.realpath(folder)


#: Bytes at the start of a file that are searched for its id, which is its second line.
_HEAD = 4096
_ID = re.compile(rb"""^[ \t]*id[ \t]*=[ \t]*["']([A-Za-z0-9_-]+)["']""", re.MULTILINE)


def record_files(log_dir: Path) -> list[Path]:
    """Files that look like records, by their path. Passes over folders that cannot be opened."""
    return sorted(log_dir / path for path, _ in walk(log_dir, lambda _, __: None))


def ids_inside(files: Iterable[Path]) -> Iterator[tuple[str, Path]]:
    """Ids inside the files that have one, with their paths, whatever the names of the files."""
    for path in files:
        with suppress(OSError):
            if path.is_file() and (found := _ID.search(_head(path))):
                yield found[1].decode(), path


def _head(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(_HEAD)
