"""Write files that are there whole or not at all, and stay there when the power goes.

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

#: Errors of network and FUSE file systems that cannot flush a folder; nothing more can be done there.
_NO_FOLDER_FLUSH = frozenset({errno.EINVAL, errno.ENOTSUP, errno.EBADF, errno.EACCES, errno.EPERM})


class NotSure(OSError):
    """The file has its new text, but the disk does not confirm that it will survive a power cut."""


def create(path: Path, text: str) -> None:
    """Put a new file there for good; make its folders.

    Succeeds where an equal file is there already (an earlier try got that far). Raises FileExistsError where other
    content is there, which stays; NotSure where the file is there, but perhaps not after a power cut; any other OSError
    where nothing was written.
    """
    data = text.encode()
    make_folder(path.parent)
    with temporary(path, data) as temp:
        _place(temp, path, data)
    _make_sure(path)


def replace(path: Path, text: str) -> None:
    """Replace the file, or make it; the old one stays whole until then (OSError).

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
    """Make the names in the folder durable (Windows does it without a call)."""
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
    """Call `act`; where permission is refused, try again after each pause (seconds)."""
    for pause in pauses:
        try:
            return act()
        except PermissionError:
            time.sleep(pause)
    return act()


def _place(temp: Path, path: Path, data: bytes) -> None:
    """Rename the temporary file without ever overwriting the content of another."""
    for way in _ways():
        try:
            return way(temp, path)
        except FileExistsError:
            return _settle(temp, path, data)
        except OSError as refusal:
            last = refusal
    raise last


def _settle(temp: Path, path: Path, data: bytes) -> None:
    """Accept a taken name where the file is equal, replace an empty file that only keeps the name, else refuse."""
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
    """Rename on Windows, where a rename refuses to overwrite."""
    patient(lambda: temp.rename(path))


def _keep_place(temp: Path, path: Path) -> None:
    """Take the name with an empty file, which nobody else can then take, and replace that file."""
    create_file(path).close()
    try:
        temp.replace(path)
    except OSError:
        path.unlink()
        raise
