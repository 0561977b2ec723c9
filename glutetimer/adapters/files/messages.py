"""Sentences for a record that could not be written: what failed, then what happens to the record."""

from __future__ import annotations

import errno
from pathlib import Path

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


def not_saved(refusal: Exception, place: Path) -> str:
    """Say that a running workout could not be saved."""
    return f"Not saved: {_why(refusal, place)}. The workout goes on; the record is kept in memory."


def not_kept(refusal: Exception, place: Path) -> str:
    """Say that no folder took a finished workout."""
    return f"Not saved: {_why(refusal, place)}. The record is kept in memory; choose another folder."


def waits_in(why: str, path: Path) -> str:
    """Say that neither log nor state folder took a workout, and another place did; `why` is a sentence from here."""
    return f"{_only_why(why)} Your workout waits in {path}; the next start offers it."


def nowhere(why: str) -> str:
    """Say that no folder took a workout: the text printed below it is all there is."""
    return f"{_only_why(why)} No other folder takes it either. This is the record; keep it as a file of the log:"


def not_in_log(refusal: Exception, place: Path, kept: Path) -> str:
    """Say that a finished workout is safe, but not in the log."""
    return f"Not in the log: {_why_not_in(refusal, place)}. The record waits in {kept}; the next start offers it."


def not_sure_there(path: Path, refusal: OSError) -> str:
    """Say that a file was written, but the disk does not confirm that it will stay."""
    return f"{path} is saved, but may be gone should the power go: {_why(refusal, path.parent)}."


def no_log(refusal: OSError, place: Path) -> str:
    """Say that the log refuses the running workout at the moment."""
    return (
        f"The log cannot be written: {_why_not_in(refusal, place)}. The workout goes on; the end offers another folder."
    )


def not_changed(path: Path, refusal: OSError | None = None) -> str:
    """Say that answers after the end could not be added."""
    if refusal is None:
        return f"Not changed: {path} was edited since, and stays as it is."
    return f"Not changed: {_why(refusal, path)}. The record stays as it was sealed."


def not_discarded(path: Path) -> str:
    """Say that a discarded workout is still there."""
    return f"Not moved to the trash: {path}. The next start offers it again."


def not_amended(path: Path, refusal: OSError) -> str:
    """Say that a record of the log could not be corrected."""
    return f"Not changed: {_why(refusal, path)}. The record stays as it was."


def not_deleted(path: Path, refusal: OSError | None = None) -> str:
    """Say that a record was not moved to the trash, because of the refusal, or because its file has changed."""
    why = f"{path} was edited since, and stays as it is" if refusal is None else _why(refusal, path)
    return f"Not deleted: {why}."


def not_put_back(path: Path, refusal: OSError | None = None) -> str:
    """Say that a record could not be brought back from the trash; without a refusal it is not there."""
    if isinstance(refusal, FileExistsError):
        return f"Not put back: another file is at {path} now, and stays."
    return f"Not put back: {'the trash has it no longer' if refusal is None else _why(refusal, path)}."


def not_added(path: Path, refusal: OSError) -> str:
    """Say that a workout entered by hand could not be put into the log."""
    return f"Not added: {_why(refusal, path)}."


def moved(path: Path, place: Path, refusal: OSError) -> str:
    """Say where in the trash a record is, and what went wrong beside that."""
    taken = isinstance(refusal, FileExistsError)
    why = f"it was edited since, and another file is at {path} now" if taken else _why(refusal, path)
    return f"{path} was moved to {place}, and is only there: {why}."


def not_sure(path: Path, refusal: OSError) -> str:
    """Say that a record is corrected, but the disk does not confirm that it will stay."""
    return f"{path} is changed, but may be the old one again should the power go: {_why(refusal, path)}."


def twin_stays(path: Path, refusal: OSError) -> str:
    """Say that an equal copy of a corrected or deleted record could not be moved to the trash."""
    return f"{path} says what was there before, and stays: {_why(refusal, path)}."


def kept_both(path: Path, other: Path) -> str:
    """Say that a record was corrected while another program wrote into it."""
    return f"Kept both: {path} is changed, and what another program wrote into it meanwhile is in {other}."


def _only_why(said: str) -> str:
    """Keep the first sentence, why something is not saved: what happens to the record has changed since."""
    return said.partition(". ")[0].rstrip(".") + "."


def _why_not_in(refusal: Exception, folder: Path) -> str:
    """Say why a folder takes nothing; a missing folder is made first: if it is missing now, it cannot be made."""
    missing = isinstance(refusal, OSError) and refusal.errno == errno.ENOENT
    return f"{folder} cannot be made" if missing else _why(refusal, folder)


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
