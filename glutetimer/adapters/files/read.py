"""Read a small text file; no pipe, device or huge file may block the program or fill its memory."""

from __future__ import annotations

import os
import stat
from io import FileIO
from pathlib import Path

from glutetimer.core.text.problems import BadFile, Problem
from glutetimer.core.toml.parse import MOST_BYTES, too_big


def read_text(path: Path, most_bytes: int = MOST_BYTES) -> str:
    """Read a file in UTF-8 without its byte order mark; line ends stay as they are.

    Raises BadFile with the reason if it is missing, no regular file, over `most_bytes`, not UTF-8 (with the line of the
    first odd byte), or may not be read. A pipe or device does not block.
    """
    try:
        data = _read(path, most_bytes + 1)
    except BadFile:
        raise
    except (OSError, ValueError) as error:
        raise BadFile([why_not_read(error)]) from None
    if len(data) > most_bytes:
        raise BadFile([too_big(most_bytes)])
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise BadFile([Problem(line, "letters that are not UTF-8", "save the file as UTF-8")]) from None


def may_be_there(path: Path) -> bool:
    """Whether something is there, or nobody may look (reading it then reports that)."""
    try:
        return path.exists()
    except OSError:
        return True


def why_not_read(error: OSError | ValueError) -> Problem:
    """Explain the system's refusal to read a file."""
    if isinstance(error, (FileNotFoundError, NotADirectoryError)):
        return Problem(None, "no such file", "look at the name and the folder")
    if isinstance(error, PermissionError):
        return Problem(None, "you may not read this file", "change its permissions")
    if isinstance(error, OSError):
        return Problem(None, f"cannot be read: {error.strerror or error}", "look at the disk and the folder")
    return Problem(None, "no file can have this name", "look for odd letters in it")


def _read(path: Path, most: int) -> bytes:
    # Looked at before it is opened, since opening a device may do something; and after, since it may have changed.
    _refuse_special(path.stat().st_mode)
    with FileIO(path, "rb", opener=_open_at_once) as file:
        _refuse_special(os.fstat(file.fileno()).st_mode)
        data = bytearray()
        while len(data) < most and (more := file.read(most - len(data))):
            data += more
    return bytes(data)


def _open_at_once(name: str, flags: int) -> int:
    """Open without waiting for the other end of a pipe (Windows has no such pipes in folders)."""
    return os.open(name, flags | getattr(os, "O_NONBLOCK", 0))


def _refuse_special(mode: int) -> None:
    if stat.S_ISDIR(mode):
        raise BadFile([Problem(None, "this is a folder", "name a file in it")])
    if not stat.S_ISREG(mode):
        raise BadFile([Problem(None, "this is a pipe or a device, not a file", "name a file")])
