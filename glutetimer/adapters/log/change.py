"""Correct and delete records without ever losing one: not to a power cut, nor to somebody else's editor."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct

from glutetimer.adapters.files import durable, messages
from glutetimer.adapters.files.durable import flush_folder
from glutetimer.adapters.files.record_file import read_text
from glutetimer.adapters.files.temporary import sweep, temporary
from glutetimer.adapters.log.copies import Marked, equal_twins
from glutetimer.adapters.log.lock import held
from glutetimer.adapters.log.read import sealed_record
from glutetimer.adapters.log.trash import find_old, keep_old, let_go, let_go_one, mark_of, move_old, new_name, put_back
from glutetimer.core.record.record import Workout
from glutetimer.core.text.problems import BadFile, Problem
from glutetimer.core.values import replace

#: In the name of a file that another program wrote while its record was corrected: between the id and the moment.
ELSEWHERE = ".changed-elsewhere-"


def open_record(path: Path) -> tuple[str, Workout, str]:
    """Read a record: its text as it is (byte order mark and line ends too), the workout, and the mark of the file.

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
    """Replace the text of the file, if it still has this `mark`; the old file goes to the trash.

    At each moment the old record or the new one is there whole. Text that another program writes meanwhile is found at
    the end and put beside the record; only a replacement of the file between two neighbouring calls is not seen.
    Another glutetimer waits. Equal files go to the trash too, where this one counted for them.
    """
    target = Path(os.path.realpath(path))  # a link stays a link
    try:
        with target.open("r+b"):  # refused for a read-only file, though its folder may be written
            pass
        sweep([target.parent])
        with temporary(target, text.encode()) as temp, held(trash) as alone:
            if alone:  # else it may belong to another program that is still at work
                let_go(target, trash)
            return _replace(path, temp, mark, trash)
    except OSError as refusal:
        return Change(False, messages.not_amended(path, refusal))


def _replace(path: Path, temp: Path, mark: str, trash: Path) -> Change:
    """Replace the file with the prepared one. OSError: nothing was changed."""
    target = Path(os.path.realpath(path))
    data = target.read_bytes()
    twins = equal_twins(path, data, trash.parent) if mark_of(data) == mark else []
    trashed = _swap(target, temp, mark, trash)
    if trashed is None:
        return Change(False, messages.not_changed(path))
    return with_twins(_look_back(target, trashed, mark), twins, trash)


def _swap(target: Path, temp: Path, mark: str, trash: Path) -> Path | None:
    """Trash the old file and put the new one in its place; None where the file has changed since it was read."""
    data = target.read_bytes()
    if mark_of(data) != mark:
        return None
    trashed, is_link = keep_old(target, data, trash)
    is_done = False
    try:
        if trashed.samefile(target) if is_link else mark_of(target.read_bytes()) == mark:
            durable.patient(lambda: temp.replace(target))
            is_done = True
    finally:
        if not is_done:
            let_go_one(target, trashed)
    return trashed if is_done else None


def _look_back(target: Path, trashed: Path, mark: str) -> Change:
    """Put text that reached the old file up to the last moment beside the new file."""
    other = target.with_name(new_name(target, ELSEWHERE))
    said = _flushed(target)
    try:
        data = trashed.read_bytes()
        if mark_of(data) == mark:
            return Change(True, said, trashed)
        put_back(trashed, other)
    except OSError:
        return Change(True, messages.kept_both(target, trashed), trashed)
    return Change(True, messages.kept_both(target, other))


def _flushed(target: Path) -> str:
    """Flush the folder of the new file; return a sentence where its name may not be on the disk yet, or ""."""
    try:
        durable.flush_folder(target.parent)
    except OSError as refusal:
        return messages.not_sure(target, refusal)
    return ""


def delete_record(path: Path, mark: str, trash: Path) -> Change:
    """Move the file to the trash, if it still has this `mark`.

    Equal files go with it, where this one counts for them: else one of them would count from now on.
    """
    try:
        if path.is_symlink():
            return Change(False, f"Not deleted: {path} is a link to another file.")
        data = path.read_bytes()
        if mark_of(data) != mark:
            return Change(False, messages.not_deleted(path))
        with held(trash):
            twins = equal_twins(path, data, trash.parent)
            change = move_away(path, mark, trash)
            return with_twins(change, twins, trash) if change.done else change
    except OSError as refusal:
        return Change(False, messages.not_deleted(path, refusal))


def restore_record(path: Path, mark: str, trash: Path) -> str:
    """Bring back the file that was deleted last from there; return a sentence where that fails, or ""."""
    try:
        with held(trash):
            place = find_old(path, mark, trash)
            if place is not None:
                put_back(place, path)
            elif not path.is_file() or mark_of(path.read_bytes()) != mark:
                return messages.not_put_back(path)
    except OSError as refusal:
        return messages.not_put_back(path, refusal)
    return ""


class Change(Struct, frozen=True):
    """Outcome of a change: whether it was done; a remark or the obstacle ("" for neither); where the old file is kept.

    `twins` are equal files that were moved along with it: from where to where.
    """

    done: bool
    said: str = ""
    trashed: Path | None = None
    twins: tuple[tuple[Path, Path], ...] = ()


def move_away(path: Path, mark: str, trash: Path) -> Change:
    """Move one file to the trash; from then on each answer says where it is. OSError: it was not moved."""
    if mark_of(path.read_bytes()) != mark:
        return Change(False, messages.not_deleted(path))
    trashed = move_old(path, trash)
    try:
        for folder in (trash, path.parent):
            flush_folder(folder)
        if mark_of(trashed.read_bytes()) == mark:
            return Change(True, trashed=trashed)
        put_back(trashed, path)
    except OSError as refusal:
        return Change(True, messages.moved(path, trashed, refusal), trashed)
    return Change(False, messages.not_deleted(path))


def with_twins(change: Change, twins: Sequence[Marked], trash: Path) -> Change:
    """Move the equal copies of a changed file to the trash."""
    gone, said = [], [change.said] if change.said else []
    for twin, mark in twins:
        try:
            done = move_away(twin, mark, trash)
        except FileNotFoundError:
            continue
        except OSError as refusal:
            said.append(messages.twin_stays(twin, refusal))
            continue
        if done.trashed is not None:
            gone.append((twin, done.trashed))
    return replace(change, said=" ".join(said), twins=tuple(gone))
