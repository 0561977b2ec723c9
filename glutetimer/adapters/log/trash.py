"""The log's trash: what was deleted or corrected, as it was. On the log's own disk, hidden, never read as the log.

Nothing in it is ever written over, and nothing is ever taken out but what is put back.
"""

from __future__ import annotations

import os
import secrets
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from glutetimer.adapters.clock import local_now, new_id
from glutetimer.adapters.durable import flush_folder, make_folder, patient

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


def move_old(path: Path, trash: Path) -> Path:
    """Move the file into the trash, whatever it holds by now; where it is. OSError: it stays."""
    make_folder(trash)
    place = _new_place(path, trash)
    _move(path, place)
    flush_folder(path.parent)
    return place


def put_back(place: Path, path: Path) -> None:
    """Take a file out of the trash. OSError: it stays there; FileExistsError: its place is taken."""
    make_folder(path.parent)
    try:
        path.hardlink_to(place)
    except OSError:  # no links here, or the name is taken: that is found out again
        _move(place, path)
        return
    flush_folder(path.parent)
    with suppress(OSError):  # it is back; that the trash has it too does no harm
        patient(place.unlink)


def find_old(path: Path, mark: str, trash: Path) -> Path | None:
    """What was moved here from that path and holds just what was read there; all that do are equal."""
    for place in trash.glob("*.toml"):
        if place.name.startswith(f"{_stem(path)}-") and mark_of(place.read_bytes()) == mark:
            return place
    return None


def new_name(path: Path, words: str) -> str:
    """A name made of that of a file, `words`, the moment and chance, so that nobody has it."""
    return f"{_stem(path)}{words}{new_id(local_now()[0], secrets.token_hex(4))}.toml"


def _new_place(path: Path, trash: Path) -> Path:
    return trash / new_name(path, "-")


def _stem(path: Path) -> str:
    return path.name.removesuffix(".toml")[:_MOST_NAME]


def _move(path: Path, place: Path) -> None:
    """Move a file to a name that nobody has."""
    with place.open("xb"):  # the name is ours now: a move writes over what has it
        pass
    try:
        patient(lambda: path.replace(place))
    except OSError:
        with suppress(OSError):
            place.unlink()
        raise
    flush_folder(place.parent)


def _write_new(path: Path, data: bytes) -> None:
    """Write a file for good that is not there yet; nothing is left of it where that cannot be."""
    with path.open("xb") as file:
        try:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        except OSError:
            with suppress(OSError):
                path.unlink()
            raise
