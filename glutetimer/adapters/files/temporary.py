"""Temporary files beside their targets. Those that a killed writer has left are swept at the next start.

A writer keeps its file locked until the file has its final name: nobody sweeps a file in use.
"""

from __future__ import annotations

import os
import re
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from glutetimer.adapters.files.private import create_file

#: Names of our own: no other program's temporary file is touched.
_OURS = re.compile(r"\..+\.(?:toml|json|rows)\.[0-9a-f]{8}\.tmp")
#: Seconds after which a file without a lock to ask counts as abandoned.
_ABANDONED = 24 * 3600.0
_TRIES = 3


@contextmanager
def temporary(path: Path, data: bytes) -> Iterator[Path]:
    """Make a flushed file beside the target, which it may replace.

    It is removed at the end if it still exists (OSError).
    """
    temp, file = _new(path)
    try:
        with file:
            file.write(data)
            file.flush()
            _flush(file.fileno())
            if os.name == "nt":  # there an open file cannot be renamed
                file.close()
            yield temp
    finally:
        with suppress(OSError):
            temp.unlink(missing_ok=True)


def sweep(folders: Iterable[Path]) -> None:
    """Remove the files that dead writers have left in these folders. Never raises."""
    for folder in folders:
        with suppress(OSError):
            for name in os.listdir(folder):  # noqa: PTH208 - half the time of iterdir, in each folder of the log
                if _OURS.fullmatch(name):
                    _take_away(folder / name)


def _new(path: Path) -> tuple[Path, BinaryIO]:
    """Create and lock a file under a free name."""
    for _ in range(_TRIES):
        temp = path.with_name(f".{path.name}.{os.urandom(4).hex()}.tmp")
        file = create_file(temp, like=path)
        # Between its making and its lock another program may have swept it.
        if _hold(file.fileno()) is not False and os.fstat(file.fileno()).st_nlink > 0:
            break
        file.close()
    return temp, file


def _hold(handle: int) -> bool | None:
    """Lock an open file; False where another program holds it, None where there are no such locks."""
    if sys.platform == "win32":
        return None
    import fcntl

    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:
        return None
    return True


def _take_away(temp: Path) -> None:
    """Remove a file that nobody holds. A writer that has only just made it finds its name gone, and makes another."""
    with suppress(OSError):
        handle = os.open(temp, os.O_RDWR | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOFOLLOW", 0))
        with os.fdopen(handle, "rb") as file:
            held = _hold(handle)
            is_left = time.time() - os.fstat(handle).st_mtime > _ABANDONED if held is None else held
            if os.name == "nt":
                file.close()  # else it cannot be removed
            if is_left:
                temp.unlink()


def _flush(handle: int) -> None:
    """Flush to the disk itself: on macOS fsync stops at the drive's own memory."""
    if sys.platform == "darwin":
        import fcntl

        with suppress(OSError):
            fcntl.fcntl(handle, fcntl.F_FULLFSYNC)
            return
    os.fsync(handle)
