"""Make files and folders that only their owner reads: records hold somebody's health.

Existing ones keep their mode. In a folder that its owner opened to others, new files follow the umask, as all programs'
do. On Windows there is nothing to do: a home is its owner's.
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

_OTHERS = 0o077
_PRIVATE_FILE, _PRIVATE_FOLDER = 0o600, 0o700
_PLAIN_FILE, _PLAIN_FOLDER = 0o666, 0o777


def create_file(path: Path, *, like: Path | None = None) -> BinaryIO:
    """Create a file and open it for writing, private from its first byte. FileExistsError: it exists.

    It gets the mode of the file that it is to replace (`like`), if that exists.
    """
    mode = None if like is None else _mode_of(like)
    file = open(path, "xb", opener=lambda name, flags: os.open(name, flags, _file_mode(path.parent, mode)))  # noqa: SIM115
    if mode is not None and hasattr(os, "fchmod"):
        with suppress(OSError):  # a disk without modes
            os.fchmod(file.fileno(), mode)
    return file


def create_folder(folder: Path) -> None:
    """Create a folder in an existing one. A year or month in a log that its owner opened is open too.

    FileExistsError: something has its name.
    """
    inside = folder.name.isdecimal() and _is_opened(folder.parent)
    folder.mkdir(_PLAIN_FOLDER if inside else _PRIVATE_FOLDER)


def create_folders(folder: Path) -> None:
    """Create the folder and those above it where they are missing."""
    if not folder.is_dir():
        create_folders(folder.parent)
        try:
            create_folder(folder)
        except FileExistsError:
            if not folder.is_dir():
                raise


def _mode_of(path: Path) -> int | None:
    try:
        return path.stat().st_mode & 0o7777
    except OSError:
        return None


def _file_mode(folder: Path, mode: int | None) -> int:
    """Mode of a new file; one that gets another mode at once is private until then."""
    return _PLAIN_FILE if mode is None and _is_opened(folder) else _PRIVATE_FILE


def _is_opened(folder: Path) -> bool:
    """Whether others may look into a folder; the temporary one, which belongs to everybody, is nobody's choice."""
    mode = folder.stat().st_mode
    return bool(mode & _OTHERS) and not mode & 0o1000
