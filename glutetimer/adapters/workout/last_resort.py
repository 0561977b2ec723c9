"""Refuges: folders for a record that neither the log nor the state folder takes.

Each is laid out like the state folder, and the next start looks in all of them. In a folder that everybody shares
somebody else may have made it: it is used only where it is this user's alone.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

_OTHERS = 0o077


def put(refuges: Iterable[Path], id_: str, text: str) -> Path | None:
    """Write the running file of a workout in the first refuge that takes it; return its path. None: all refuse."""
    from glutetimer.adapters.files import durable  # this and the lock: not to look where something lies

    for refuge in refuges:
        with suppress(OSError):
            durable.make_folder(refuge)
            if is_own(refuge):
                return _put(refuge, id_, text)
    return None


def own(refuges: Iterable[Path]) -> list[Path]:
    """Refuges that exist, and are this user's alone."""
    return [refuge for refuge in refuges if is_own(refuge)]


def is_own(refuge: Path) -> bool:
    """Whether it is a folder of this user into which nobody else may look (on Windows: a folder)."""
    try:
        found = refuge.lstat()
    except OSError:
        return False
    if not hasattr(os, "getuid"):
        return stat.S_ISDIR(found.st_mode)
    return stat.S_ISDIR(found.st_mode) and found.st_uid == os.getuid() and not found.st_mode & _OTHERS


def tidy(refuges: Iterable[Path]) -> None:
    """Remove the refuges that are empty."""
    for refuge in own(refuges):
        for folder in (refuge / "running", refuge):
            with suppress(OSError):
                folder.rmdir()


def _put(refuge: Path, id_: str, text: str) -> Path:
    from glutetimer.adapters.files import durable
    from glutetimer.adapters.workout.run_lock import claim

    held = claim(refuge, id_)
    try:
        with suppress(durable.NotSure):
            durable.replace(held.path, text)
        return held.path
    finally:
        held.release()
