"""The copy of a record that is edited: where it lies, and what is in it."""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path

from glutetimer.adapters.log.change import open_record
from glutetimer.cli.output import stop
from glutetimer.core.clean import clean
from glutetimer.core.problems import BadFile

#: Where the copy to edit cannot be made.
_ELSEWHERE = "TMPDIR names another folder for it"


@dataclass(frozen=True, slots=True)
class Editing:
    """A record, what it held, its id where it can be read, and the copy that is edited."""

    path: Path
    data: bytes
    id: str | None
    copy: Path


def begin(path: Path) -> Editing:
    """A record that cannot be read is mended in just this way, so it need not be readable."""
    id_: str | None = None
    why = ""
    try:
        id_ = open_record(path)[1].id
    except BadFile as bad:
        why = bad.problems[0].at(str(path))
    try:
        data = path.read_bytes() if path.is_file() else None  # a pipe would be waited for
    except OSError:
        data = None
    if data is None:
        stop(clean(why or f"{path} is no longer there."))
    return Editing(path, data, id_, _copied(path.name, data))


def _copied(name: str, data: bytes) -> Path:
    """A copy with that name in a folder of its own. Ends the program where there is no room for one."""
    try:
        folder = Path(tempfile.mkdtemp(prefix="glutetimer-"))
    except OSError as refusal:
        stop(clean(f"Nothing changed: there is no room for a copy to edit: {refusal.strerror} ({_ELSEWHERE})."))
    copy = folder / f"{name.removesuffix('.toml')}.toml"
    try:
        copy.write_bytes(data)
    except OSError as refusal:
        clear_away(copy)
        stop(clean(f"Nothing changed: {copy} cannot be written: {refusal.strerror} ({_ELSEWHERE})."))
    return copy


def held(copy: Path) -> bytes | None:
    """What is in the copy; None where it cannot be read."""
    try:
        return copy.read_bytes()
    except OSError:
        return None


def clear_away(copy: Path) -> None:
    shutil.rmtree(copy.parent, ignore_errors=True)
