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

#: Between the id and the moment in the name of what another program wrote while a record was corrected.
ELSEWHERE = ".changed-elsewhere-"


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
    end and put beside the record; only what replaces the file between two neighbouring calls is not seen. Another
    glutetimer waits. Other files that said the same go to the trash, where this one counted for them.
    """
    target = Path(os.path.realpath(path))  # a link stays one
    try:
        with target.open("r+b"):  # refused where it may not be written, though its folder may be
            pass
        sweep([target.parent])
        with temporary(target, text.encode()) as temp, held(trash) as alone:
            if alone:  # else it may be another one's, who is not done yet
                let_go(target, trash)
            return _replace(path, temp, mark, trash)
    except OSError as refusal:
        return Change(False, messages.not_amended(path, refusal))


def _replace(path: Path, temp: Path, mark: str, trash: Path) -> Change:
    """OSError: nothing was changed."""
    target = Path(os.path.realpath(path))
    data = target.read_bytes()
    twins = equal_twins(path, data, trash.parent) if mark_of(data) == mark else []
    trashed = _swap(target, temp, mark, trash)
    if trashed is None:
        return Change(False, messages.not_changed(path))
    return with_twins(_look_back(target, trashed, mark), twins, trash)


def _swap(target: Path, temp: Path, mark: str, trash: Path) -> Path | None:
    """Trash what is there and put the new file in its place; None where it is not what was read."""
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
    """Whether the old file was written into up to the last moment: then that is put beside the new one."""
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
    """What there is to say of a new file whose name may not be on the disk yet."""
    try:
        durable.flush_folder(target.parent)
    except OSError as refusal:
        return messages.not_sure(target, refusal)
    return ""


def delete_record(path: Path, mark: str, trash: Path) -> Change:
    """Move the file to the trash, if it still holds what `mark` was made of.

    So do others that say the same, where this one counts for them: else one of them would from now on.
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
    """Bring back what was deleted last from there; what stands in the way, in a sentence, or ""."""
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
    """Whether it was done; what is to be said of it, or stood in its way ("": nothing); where the old one is kept.

    `twins` said the same, and were moved along with it: from where to where.
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
    """Move to the trash what says the same as a file that said so until now."""
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
