"""Files that are there whole or not at all, and stay there when the power goes.

Every write goes to a temporary file beside the target first; a name ending in `.tmp` is never a record.
"""

from __future__ import annotations

import errno
import os
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TypeVar

from glutetimer.adapters.files.private import create_file, create_folder
from glutetimer.adapters.files.temporary import temporary

Write = Callable[[Path, str], None]
Done = TypeVar("Done")

#: Virus scanners and sync tools hold a fresh file open for a moment on Windows.
PAUSES: tuple[float, ...] = (0.01, 0.02, 0.05, 0.1, 0.2, 0.4) if os.name == "nt" else ()

#: Network and FUSE file systems that cannot flush a folder answer so; nothing more can be done there.
_NO_FOLDER_FLUSH = frozenset({errno.EINVAL, errno.ENOTSUP, errno.EBADF, errno.EACCES, errno.EPERM})


class NotSure(OSError):
    """The file is there, with its new text; but the disk does not say that it will be after a power cut."""


def create(path: Path, text: str) -> None:
    """Put a new file there for good; its folders are made.

    An equal file that is there already is a success (an earlier try got that far).
    FileExistsError: other content is there, and stays. NotSure: it is there. Any other OSError: nothing was put there.
    """
    data = text.encode()
    make_folder(path.parent)
    with temporary(path, data) as temp:
        _place(temp, path, data)
    _make_sure(path)


def replace(path: Path, text: str) -> None:
    """Put the text in the place of the file, if there is one; until then the old one stays whole (OSError).

    NotSure: the new one is there.
    """
    make_folder(path.parent)
    with temporary(path, text.encode()) as temp:
        patient(lambda: temp.replace(path))
    _make_sure(path)


def _make_sure(path: Path) -> None:
    try:
        flush_folder(path.parent)
    except OSError as refusal:
        raise NotSure(refusal.errno, refusal.strerror, str(path)) from refusal


def make_folder(folder: Path) -> None:
    """Make the folder and its parents, each entered durably in the one above."""
    if folder.is_dir():
        return
    if folder.parent != folder:
        make_folder(folder.parent)
    try:
        create_folder(folder)
    except FileExistsError:
        if not folder.is_dir():
            raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(folder)) from None
    flush_folder(folder.parent)


def flush_folder(folder: Path) -> None:
    """Make the names in the folder durable (Windows does so by itself)."""
    if os.name == "nt":
        return
    try:
        handle = os.open(folder, os.O_RDONLY)
    except PermissionError:
        return
    try:
        os.fsync(handle)
    except OSError as refusal:
        if refusal.errno not in _NO_FOLDER_FLUSH:
            raise
    finally:
        os.close(handle)


def patient(act: Callable[[], Done], pauses: Sequence[float] = PAUSES) -> Done:
    """Do it; where permission is refused, once more after each pause (seconds)."""
    for pause in pauses:
        try:
            return act()
        except PermissionError:
            time.sleep(pause)
    return act()


def _place(temp: Path, path: Path, data: bytes) -> None:
    """Give the temporary file its name without ever writing over content that is there."""
    for way in _ways():
        try:
            return way(temp, path)
        except FileExistsError:
            return _settle(temp, path, data)
        except OSError as refusal:
            last = refusal
    raise last


def _settle(temp: Path, path: Path, data: bytes) -> None:
    """The name is taken: by this very content, by a place that was kept and never filled, or by something else."""
    there = path.read_bytes()
    if there == data:
        return
    if there:
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(path))
    patient(lambda: temp.replace(path))


def _ways() -> Iterable[Callable[[Path, Path], None]]:
    """Ways to name a file without overwriting; a link first, which some file systems (FAT) refuse."""
    return (_link, _rename if os.name == "nt" else _keep_place)


def _link(temp: Path, path: Path) -> None:
    path.hardlink_to(temp)


def _rename(temp: Path, path: Path) -> None:
    """Windows only: there a rename refuses to overwrite."""
    patient(lambda: temp.rename(path))


def _keep_place(temp: Path, path: Path) -> None:
    """Take the name with an empty file, which nobody else can then take, and replace that."""
    create_file(path).close()
    try:
        temp.replace(path)
    except OSError:
        path.unlink()
        raise
