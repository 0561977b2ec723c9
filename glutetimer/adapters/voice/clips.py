"""Folder of clips: WAV files of 44.1 kHz, mono, 16 bit, each named after all that decides how it sounds."""

from __future__ import annotations

import os
import sys
import time
from array import array
from collections.abc import Container
from contextlib import suppress
from pathlib import Path
from struct import Struct

from glutetimer.adapters.files.private import create_folders
from glutetimer.core.audio.ports import SPOKEN, Clip

RATE = 44_100
WIDTH = 2
#: Part of the names: raise it when a clip of the same sentence would sound different, to make all clips again.
VERSION = 2
MOST = 600  # files that are kept; some 80 MB
LEFT_OVER = 3600.0  # seconds after which nobody works on a temporary file any longer

_HEADER = Struct("<4sI4s4sIHHIIHH4sI")


def clip_name(manner: str, text: str) -> str:
    """Make the name of the clip of a text; `manner` is who says it and how."""
    import hashlib  # some ms, needed on the voice's thread only

    return SPOKEN + hashlib.sha256(f"{VERSION}\n{manner}\n{text}".encode(errors="replace")).hexdigest()[:20]


def find_clip(folder: Path, name: str) -> Clip | None:
    """Find the clip of that name and mark it as used just now; None where it is missing or broken."""
    path = folder / f"{name}.wav"
    try:
        with path.open("rb") as file:
            frames = _frames(file.read(_HEADER.size), os.fstat(file.fileno()).st_size)
    except OSError:
        return None
    if not frames:
        return None
    with suppress(OSError):
        os.utime(path)
    return Clip(name, frames / RATE)


def put_clip(folder: Path, name: str, samples: array[int]) -> None:
    """Write a clip, whole or not at all (OSError); another process may do the same."""
    create_folders(folder)
    temp = temporary(folder, name, "tmp")
    data = array("h", samples)
    if sys.byteorder == "big":
        data.byteswap()
    try:
        temp.write_bytes(_header(len(data)) + data.tobytes())
        temp.replace(folder / f"{name}.wav")
    except OSError:
        with suppress(OSError):
            temp.unlink()
        # On Windows a file that is being read cannot be replaced: then it is there already.
        if find_clip(folder, name) is None:
            raise


def temporary(folder: Path, name: str, ending: str) -> Path:
    """Path for an unfinished file; `tidy` knows such files by their names."""
    return folder / f".{name}.{os.urandom(4).hex()}.{ending}"


def tidy(folder: Path, in_use: Container[str]) -> None:
    """Remove the least recently used clips, except MOST and those in use; and old unfinished files."""
    try:
        with os.scandir(folder) as entries:
            files = {entry.name: entry.stat().st_mtime for entry in entries}
    except OSError:
        return
    clips = sorted((name for name in files if name.startswith(SPOKEN)), key=lambda name: files[name], reverse=True)
    old = [name for name in clips[MOST:] if name.removesuffix(".wav") not in in_use]
    long_ago = time.time() - LEFT_OVER
    left = [name for name in files if name.startswith(f".{SPOKEN}") and files[name] < long_ago]
    for name in (*old, *left):
        with suppress(OSError):
            (folder / name).unlink()


def _header(frames: int) -> bytes:
    size = frames * WIDTH
    form = (16, 1, 1, RATE, RATE * WIDTH, WIDTH, 8 * WIDTH)
    return _HEADER.pack(b"RIFF", _HEADER.size - 8 + size, b"WAVE", b"fmt ", *form, b"data", size)


def _frames(header: bytes, size: int) -> int:
    """Count the frames in a file of this size in bytes; 0 where it is not one of ours, or not whole."""
    frames = (size - _HEADER.size) // WIDTH
    return frames if frames > 0 and header == _header(frames) else 0
