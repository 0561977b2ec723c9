"""Write a file of bytes that somebody asked for: whole or not at all, and never over another one unasked."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from glutetimer.adapters.files.durable import patient
from glutetimer.adapters.files.private import create_file


def put(path: Path, data: bytes, *, over: bool = False) -> None:
    """Put the file there, in the place of another one only if `over`.

    An equal file that is there already is a success. FileExistsError: another one is there, and stays. OSError:
    nothing was put there. Unlike a record it is not flushed to the disk: it can be made again.
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
    """The old file stays until the new one is whole."""
    temp = path.with_name(f".{path.name}.{os.urandom(4).hex()}.tmp")
    try:
        with create_file(temp, like=path) as file:
            file.write(data)
        patient(lambda: temp.replace(path))
    except OSError:
        with suppress(OSError):
            temp.unlink()
        raise
