"""Trash of the log: deleted or corrected files, as they were. On the log's own disk, hidden, never read as the log.

Nothing in it is ever overwritten. Only files that are restored leave it, and names that an unfinished correction gave
to a record that is still in the log.
"""

from __future__ import annotations

import os
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from glutetimer.adapters.files.durable import flush_folder, make_folder, patient
from glutetimer.adapters.files.private import create_file
from glutetimer.adapters.system.clock import local_now, new_id

_FOLDER = ".trash"
#: Most characters of a file's name that are kept; sync tools make long names.
_MOST_NAME = 120


def trash_dir(log_dir: Path) -> Path:
    """Folder of the trash."""
    return log_dir / _FOLDER


def mark_of(data: bytes) -> str:
    """Digest that shows whether a file still holds what was read."""
    return sha256(data).hexdigest()


def keep_old(path: Path, data: bytes, trash: Path) -> tuple[Path, bool]:
    """Keep the file, which holds `data`, in the trash as well; return the place, and whether it is a hard link.

    Raises OSError: nothing was kept.
    """
    make_folder(trash)
    place = _new_place(path, trash)
    try:
        place.hardlink_to(path)
        is_link = True
    except OSError:  # FAT and some network disks have no links
        _write_new(place, data)
        is_link = False
    flush_folder(trash)
    return place, is_link


def let_go(path: Path, trash: Path) -> None:
    """Remove all names in the trash that are the record itself, as it still is in the log."""
    with suppress(OSError):
        if path.stat().st_nlink > 1:
            for place in _kept(path, trash):
                let_go_one(path, place)


def let_go_one(path: Path, place: Path) -> None:
    """Remove this name if it is the record itself: writing into the record would change it too."""
    with suppress(OSError):
        if place.samefile(path):
            place.unlink()


def move_old(path: Path, trash: Path) -> Path:
    """Move the file into the trash, whatever it holds by now; return its place. OSError: it stays.

    The move is not yet on the disk for sure: `flush_folder` does that, for both folders.
    """
    make_folder(trash)
    place = _new_place(path, trash)
    _move(path, place)
    return place


def put_back(place: Path, path: Path) -> None:
    """Take a file out of the trash. OSError: it stays there; FileExistsError: its place is taken.

    Once the file is back nothing raises: where the disk does not confirm it, the trash keeps the file too.
    """
    make_folder(path.parent)
    try:
        path.hardlink_to(place)
    except OSError:  # no links here, or the name is taken: that is found out again
        _move_back(place, path)
    with suppress(OSError):
        flush_folder(path.parent)
        patient(lambda: place.unlink(missing_ok=True))


def find_old(path: Path, mark: str, trash: Path) -> Path | None:
    """Find a file that was moved here from that path and holds just what was read there; all such files are equal."""
    return next((place for place in _kept(path, trash) if mark_of(place.read_bytes()) == mark), None)


def new_name(path: Path, words: str) -> str:
    """Free name, made of that of a file, `words`, the moment and chance."""
    return f"{_stem(path)}{words}{new_id(local_now()[0])}.toml"


def _new_place(path: Path, trash: Path) -> Path:
    return trash / new_name(path, "-")


def _kept(path: Path, trash: Path) -> list[Path]:
    """Files in the trash from that path, and others whose names start with the same text."""
    return [place for place in trash.glob("*.toml") if place.name.startswith(f"{_stem(path)}-")]


def _stem(path: Path) -> str:
    return path.name.removesuffix(".toml")[:_MOST_NAME]


def _move(path: Path, place: Path) -> None:
    """Move a file to a free name."""
    with create_file(place):  # the name is ours now: a move writes over what has it
        pass
    try:
        patient(lambda: path.replace(place))
    except OSError:
        with suppress(OSError):
            place.unlink()
        raise


def _move_back(place: Path, path: Path) -> None:
    """Move a file to a free name, or one that an earlier try took and left empty, or filled with the same."""
    try:
        _move(place, path)
    except FileExistsError:
        if path.is_symlink() or not path.is_file() or path.read_bytes() not in (b"", place.read_bytes()):
            raise
        patient(lambda: place.replace(path))


def _write_new(path: Path, data: bytes) -> None:
    """Write a new file for good; leave nothing behind where that fails."""
    with create_file(path) as file:
        try:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        except OSError:
            with suppress(OSError):
                path.unlink()
            raise
