"""Correct and delete records without ever losing one: not to a power cut, nor to somebody else's editor."""

from __future__ import annotations

import os
import secrets
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from glutetimer.adapters import durable, unsaved
from glutetimer.adapters.log.trash import find_old, keep_old, mark_of, move_old, new_name, put_back
from glutetimer.adapters.log_store import sealed_record
from glutetimer.adapters.record_file import read_text
from glutetimer.core.problems import BadFile, Problem
from glutetimer.core.record import Workout

#: Between the id and the moment in the name of what another program wrote while a record was corrected.
ELSEWHERE = ".changed-elsewhere-"


@dataclass(frozen=True, slots=True)
class Change:
    """Whether it was done; what is to be said of it, or stood in its way ("": nothing); where the old one is kept."""

    done: bool
    said: str = ""
    trashed: Path | None = None


def open_record(path: Path) -> tuple[str, Workout, str]:
    """The record's text as it is (byte order mark and line ends too), the workout, and the mark of the file.

    Raises BadFile.
    """
    text = read_text(path)
    workout = sealed_record(text)
    try:
        data = path.read_bytes()
    except OSError:
        data = b""
    if data.decode("utf-8-sig", "replace") != text:
        raise BadFile([Problem(None, "it is being written to right now", "try again")])
    return data.decode(), workout, mark_of(data)


def replace_record(path: Path, mark: str, text: str, trash: Path) -> Change:
    """Put the text in the place of the file, if that still holds what `mark` was made of; the old one is trashed.

    At each moment the old record or the new one is there whole. What another program writes meanwhile is found at the
    end and put beside the record; only what replaces the file between two neighbouring calls is not seen.
    """
    target = Path(os.path.realpath(path))  # a link stays one
    temp = target.with_name(f".{target.name}.{secrets.token_hex(4)}.tmp")
    try:
        with target.open("r+b") as file:  # refused where it may not be written, though its folder may be
            mode = os.fstat(file.fileno()).st_mode
        durable.create(temp, text)
        temp.chmod(mode & 0o7777)
        trashed = _swap(target, temp, mark, trash)
    except OSError as refusal:
        return Change(False, unsaved.not_amended(path, refusal))
    finally:
        with suppress(OSError):
            temp.unlink(missing_ok=True)
    if trashed is None:
        return Change(False, unsaved.not_changed(path))
    return _look_back(target, trashed, mark)


def _swap(target: Path, temp: Path, mark: str, trash: Path) -> Path | None:
    """Trash what is there and put the new file in its place; None where it is not what was read."""
    data = target.read_bytes()
    if mark_of(data) != mark:
        return None
    trashed, is_link = keep_old(target, data, trash)
    is_same = trashed.samefile(target) if is_link else mark_of(target.read_bytes()) == mark
    if not is_same:
        return None
    durable.patient(lambda: temp.replace(target))
    durable.flush_folder(target.parent)
    return trashed


def _look_back(target: Path, trashed: Path, mark: str) -> Change:
    """Whether the old file was written into up to the last moment: then that is put beside the new one."""
    other = target.with_name(new_name(target, ELSEWHERE))
    try:
        data = trashed.read_bytes()
        if mark_of(data) == mark:
            return Change(True, trashed=trashed)
        put_back(trashed, other)
    except OSError:
        return Change(True, unsaved.kept_both(target, trashed), trashed)
    return Change(True, unsaved.kept_both(target, other))


def delete_record(path: Path, mark: str, trash: Path) -> Change:
    """Move the file to the trash, if it still holds what `mark` was made of."""
    try:
        if path.is_symlink():
            return Change(False, f"Not deleted: {path} is a link to another file.")
        if mark_of(path.read_bytes()) != mark:
            return Change(False, unsaved.not_deleted(path))
        trashed = move_old(path, trash)
        if mark_of(trashed.read_bytes()) != mark:
            put_back(trashed, path)
            return Change(False, unsaved.not_deleted(path))
    except OSError as refusal:
        return Change(False, unsaved.not_deleted(path, refusal))
    return Change(True, trashed=trashed)


def restore_record(path: Path, mark: str, trash: Path) -> str:
    """Bring back what was deleted last from there; what stands in the way, in a sentence, or ""."""
    try:
        place = find_old(path, mark, trash)
        if place is None:
            return unsaved.not_put_back(path)
        put_back(place, path)
    except OSError as refusal:
        return unsaved.not_put_back(path, refusal)
    return ""
