"""Write an exported file of bytes: whole or not at all, and over another file only when asked to."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from glutetimer.adapters.files.durable import patient
from glutetimer.adapters.files.private import create_file


def put(path: Path, data: bytes, *, over: bool = False) -> None:
    """Write the file; replace another one only if `over`.

    Succeeds where an equal file is there already. Raises FileExistsError where another file is there, which stays;
    OSError where nothing was written. Unlike a record it is not flushed to the disk: it can be made again.
    """
    if over:
        _replace(path, data)
        return
    try:
        file = create_file(path)
    except FileExistsError:
        if not path.is_file() or path.read_bytes() != data:
            raise
        return
    try:
        with file:
            file.write(data)
    except OSError:
        with suppress(OSError):
            path.unlink()
        raise


def _replace(path: Path, data: bytes) -> None:
    """Replace the file; the old one stays until the new one is whole."""
    temp = path.with_name(f".{path.name}.{os.urandom(4).hex()}.tmp")
    try:
        with create_file(temp, like=path) as file:
            file.write(data)
        patient(lambda: temp.replace(path))
    except OSError:
        with suppress(OSError):
            temp.unlink()
        raise
