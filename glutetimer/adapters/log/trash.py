"""The log's trash: what was deleted or corrected, as it was. On the log's own disk, hidden, never read as the log.

Nothing in it is ever written over, and nothing is taken out but what is put back, and names that a correction which
did not come about has given to a record that is still in the log.
"""

from __future__ import annotations

import os
import secrets
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from glutetimer.adapters.files.durable import flush_folder, make_folder, patient
from glutetimer.adapters.files.private import create_file
from glutetimer.adapters.system.clock import local_now, new_id

_FOLDER = ".trash"
#: So much of a file's name is kept; sync tools make long ones.
_MOST_NAME = 120


def trash_dir(log_dir: Path) -> Path:
    """Where it is."""
    return log_dir / _FOLDER


def mark_of(data: bytes) -> str:
    """What tells whether a file still holds what was read."""
    return sha256(data).hexdigest()


def keep_old(path: Path, data: bytes, trash: Path) -> tuple[Path, bool]:
    """Keep the file, which holds `data`, in the trash as well; where, and whether it is the same file (a hard link).

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
    """Take all names out of the trash that are the record itself, as it still is in the log."""
    with suppress(OSError):
        if path.stat().st_nlink > 1:
            for place in _kept(path, trash):
                let_go_one(path, place)


def let_go_one(path: Path, place: Path) -> None:
    """Take this name out if it is the record itself: what is written into that would change it, too."""
    with suppress(OSError):
        if place.samefile(path):
            place.unlink()


def move_old(path: Path, trash: Path) -> Path:
    """Move the file into the trash, whatever it holds by now; where it is. OSError: it stays.

    What tells that it has moved is not on the disk for sure: `flush_folder` does that, for both folders.
    """
    make_folder(trash)
    place = _new_place(path, trash)
    _move(path, place)
    return place


def put_back(place: Path, path: Path) -> None:
    """Take a file out of the trash. OSError: it stays there; FileExistsError: its place is taken.

    Once it is back that is no longer refused: where the disk does not say that it will stay, the trash keeps it too.
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
    """What was moved here from that path and holds just what was read there; all that do are equal."""
    return next((place for place in _kept(path, trash) if mark_of(place.read_bytes()) == mark), None)


def new_name(path: Path, words: str) -> str:
    """A name made of that of a file, `words`, the moment and chance, so that nobody has it."""
    return f"{_stem(path)}{words}{new_id(local_now()[0], secrets.token_hex(4))}.toml"


def _new_place(path: Path, trash: Path) -> Path:
    return trash / new_name(path, "-")


def _kept(path: Path, trash: Path) -> list[Path]:
    """What was in that place once, and others whose names begin so."""
    return [place for place in trash.glob("*.toml") if place.name.startswith(f"{_stem(path)}-")]


def _stem(path: Path) -> str:
    return path.name.removesuffix(".toml")[:_MOST_NAME]


def _move(path: Path, place: Path) -> None:
    """Move a file to a name that nobody has."""
    with create_file(place):  # the name is ours now: a move writes over what has it
        pass
    try:
        patient(lambda: path.replace(place))
    except OSError:
        with suppress(OSError):
            place.unlink()
        raise


def _move_back(place: Path, path: Path) -> None:
    """Move a file to a name that nobody has, or that an earlier try took and left empty, or filled with just this."""
    try:
        _move(place, path)
    except FileExistsError:
        if path.is_symlink() or not path.is_file() or path.read_bytes() not in (b"", place.read_bytes()):
            raise
        patient(lambda: place.replace(path))


def _write_new(path: Path, data: bytes) -> None:
    """Write a file for good that is not there yet; nothing is left of it where that cannot be."""
    with create_file(path) as file:
        try:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        except OSError:
            with suppress(OSError):
                path.unlink()
            raise
