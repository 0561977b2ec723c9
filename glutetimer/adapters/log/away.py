"""A file is moved to the trash for good, and where it is then is always said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from glutetimer.adapters import unsaved
from glutetimer.adapters.durable import flush_folder
from glutetimer.adapters.log.trash import mark_of, move_old, put_back
from glutetimer.adapters.log.twins import Marked


@dataclass(frozen=True, slots=True)
class Change:
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
        return Change(False, unsaved.not_deleted(path))
    trashed = move_old(path, trash)
    try:
        for folder in (trash, path.parent):
            flush_folder(folder)
        if mark_of(trashed.read_bytes()) == mark:
            return Change(True, trashed=trashed)
        put_back(trashed, path)
    except OSError as refusal:
        return Change(True, unsaved.moved(path, trashed, refusal), trashed)
    return Change(False, unsaved.not_deleted(path))


def with_twins(change: Change, twins: Sequence[Marked], trash: Path) -> Change:
    """Move to the trash what says the same as a file that said so until now."""
    gone, said = [], [change.said] if change.said else []
    for twin, mark in twins:
        try:
            done = move_away(twin, mark, trash)
        except FileNotFoundError:
            continue
        except OSError as refusal:
            said.append(unsaved.twin_stays(twin, refusal))
            continue
        if done.trashed is not None:
            gone.append((twin, done.trashed))
    return replace(change, said=" ".join(said), twins=tuple(gone))
