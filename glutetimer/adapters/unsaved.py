"""What is said when a record could not be written: what is so, then what becomes of it."""

from __future__ import annotations

import errno
from pathlib import Path

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


def not_saved(refusal: Exception, place: Path) -> str:
    """A running workout could not be saved."""
    return f"Not saved: {_why(refusal, place)}. The run goes on; the record is kept in memory."


def not_kept(refusal: Exception, place: Path) -> str:
    """A workout that is over could be saved nowhere."""
    return f"Not saved: {_why(refusal, place)}. The record is kept in memory; choose another folder."


def not_in_log(refusal: Exception, place: Path, kept: Path) -> str:
    """A workout that is over is safe, but not in the log."""
    return f"Not in the log: {_why(refusal, place)}. The record waits in {kept}; the next start offers it."


def not_changed(path: Path, refusal: OSError | None = None) -> str:
    """What was told after the end could not be added."""
    if refusal is None:
        return f"Not changed: {path} was edited since, and stays as it is."
    return f"Not changed: {_why(refusal, path)}. The record stays as it was sealed."


def not_discarded(path: Path) -> str:
    """A workout that was thrown away is still there."""
    return f"Not moved to the trash: {path}. The next start offers it again."


def _why(refusal: Exception, place: Path) -> str:
    if not isinstance(refusal, OSError) or refusal.errno is None:
        return str(refusal)
    if refusal.errno in _FULL:
        return f"no space is left for {place}"
    if refusal.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return f"{place} is not writable"
    named = refusal.filename or place
    if refusal.errno == errno.ENOTDIR:
        return f"{named} is not a folder"
    if refusal.errno == errno.ENOENT:
        return f"{named} is no longer there"
    if refusal.errno == errno.EEXIST:
        return f"{named} holds another record"
    return f"{place}: {refusal.strerror}"
