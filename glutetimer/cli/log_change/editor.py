"""Find and run the runner's own editor, and make the copy of a record for it."""

from __future__ import annotations

import os
import shlex
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from msgspec import Struct

from glutetimer.adapters.log.change import open_record
from glutetimer.cli.base.output import stop
from glutetimer.core.text.clean import clean
from glutetimer.core.text.problems import BadFile

_IS_WINDOWS = os.name == "nt"
_USUAL = ("notepad",) if _IS_WINDOWS else ("nano", "vi")


def own_editor(environment: Mapping[str, str], windows: bool = _IS_WINDOWS) -> list[str]:
    """Words of $VISUAL, else $EDITOR; empty where both are unset. ValueError: a quote is not closed."""
    for name in ("VISUAL", "EDITOR"):
        words = shlex.split(environment.get(name, ""), posix=not windows)
        if words:  # without POSIX rules, which eat backslashes, the quotes stay
            return [word.strip('"') for word in words] if windows else words
    return []


def usual_editor(names: Sequence[str] = _USUAL) -> list[str]:
    """First of the editors that most machines have; empty where all are missing."""
    return next(([name] for name in names if shutil.which(name)), [])


def run_editor(words: Sequence[str], path: Path) -> int:
    """Run the editor and wait for its end; return its exit code. Raises OSError for an unknown program."""
    program = shutil.which(words[0]) or words[0]  # on Windows `code` is code.cmd
    with _ctrl_c_is_theirs():
        return subprocess.run([program, *words[1:], str(path)], check=False).returncode


@contextmanager
def _ctrl_c_is_theirs() -> Iterator[None]:
    """Ignore Ctrl+C while the editor runs, where it means something else.

    The handler is a function: an ignored signal would be ignored in the editor too.
    """
    before = signal.signal(signal.SIGINT, lambda *_: None)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


#: Hint for a copy that cannot be made.
_ELSEWHERE = "TMPDIR names another folder for it"


class Editing(Struct, frozen=True):
    """Record in the editor: its content, its id where it can be read, and the copy that is edited."""

    path: Path
    data: bytes
    id: str | None
    copy: Path


def begin(path: Path) -> Editing:
    """Copy a record for the editor. It need not be readable: this is the way to mend it."""
    id_: str | None = None
    why = ""
    try:
        id_ = open_record(path)[1].id
    except BadFile as bad:
        why = bad.problems[0].at(str(path))
    try:
        data = path.read_bytes() if path.is_file() else None  # reading a pipe would wait for its writer
    except OSError:
        data = None
    if data is None:
        stop(clean(why or f"{path} is no longer there."))
    return Editing(path, data, id_, _copied(path.name, data))


def _copied(name: str, data: bytes) -> Path:
    """Make a copy with that name in a folder of its own. Ends the program where there is no room for it."""
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
    """Content of the copy; None where it cannot be read."""
    try:
        return copy.read_bytes()
    except OSError:
        return None


def clear_away(copy: Path) -> None:
    shutil.rmtree(copy.parent, ignore_errors=True)
