"""Find and load sessions: the built-in ones and the user's own."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from msgspec import Struct

import glutetimer
from glutetimer.adapters.files.read import read_text
from glutetimer.core.session.parse import parse_session
from glutetimer.core.session.session import Session
from glutetimer.core.text.clean import clean
from glutetimer.core.text.problems import BadFile, Problem, did_you_mean

# Beside this package in an installed program; at the top of the project when run from its source.
_PACKAGE = Path(glutetimer.__file__).parent
_PLACES = (_PACKAGE / "sessions", _PACKAGE.parent / "sessions")


class FoundSession(Struct, frozen=True):
    """A session file, and whether it came with the program."""

    path: Path
    built_in: bool


def built_in_dir(places: tuple[Path, ...] = _PLACES) -> Path:
    """Folder of the built-in sessions. Raises BadFile where it did not come with the program."""
    for place in places:
        if place.is_dir():
            return place
    raise BadFile([Problem(None, "the built-in sessions are missing", "install glutetimer again")])


def all_sessions(user_dir: Path) -> list[FoundSession]:
    """Every session file by name: the user's own, and the built-in ones that they do not replace."""
    found = {path.stem: FoundSession(path, built_in=True) for path in _session_files(built_in_dir())}
    found |= {path.stem: FoundSession(path, built_in=False) for path in _session_files(user_dir)}
    return [found[name] for name in sorted(found)]


def load_all(user_dir: Path) -> tuple[list[tuple[FoundSession, Session]], list[tuple[Path, BadFile]]]:
    """Every session that can be read, by name, and the unreadable files, each with its problems."""
    read: list[tuple[FoundSession, Session]] = []
    unreadable: list[tuple[Path, BadFile]] = []
    for found in all_sessions(user_dir):
        try:
            read.append((found, load(found.path)))
        except BadFile as bad:
            unreadable.append((found.path, bad))
    return read, unreadable


def every_path(user_dir: Path) -> list[Path]:
    """Every session file: the runner's own first, and at the end also the built-in ones that they replace.

    The exercises of replaced sessions are in the log all the same.
    """
    own = [found.path for found in all_sessions(user_dir) if not found.built_in]
    return [*own, *sorted(_session_files(built_in_dir()))]


def readable(paths: Iterable[Path]) -> Iterator[Session]:
    """Sessions in these files; unreadable files are left out."""
    for path in paths:
        with suppress(BadFile):
            yield load(path)


def find(ref: str, user_dir: Path) -> Path:
    """Find the file that SESSION on the command line means; a path is returned as it is.

    Raises BadFile for an unknown name, with the nearest name and all names.
    """
    if is_path(ref):
        return Path(ref)
    known = {found.path.stem: found.path for found in all_sessions(user_dir)}
    if ref in known:
        return known[ref]
    guess = did_you_mean(ref, known)
    there_are = f"there are {', '.join(map(clean, known))}"
    raise BadFile([Problem(None, "no session has this name", f"{guess}; {there_are}" if guess else there_are)])


def is_path(ref: str, windows: bool = sys.platform == "win32") -> bool:
    """Whether SESSION names a file itself: it holds a slash or ends in .toml."""
    return "/" in ref or ref.lower().endswith(".toml") or (windows and "\\" in ref)


def load(path: Path) -> Session:
    """Read the session in this file. Raises BadFile with all its problems."""
    return parse_session(read_text(path), path.stem)


def _session_files(folder: Path) -> list[Path]:
    """Session files of a folder; empty where there is no such folder."""
    try:
        files = [path for path in folder.iterdir() if path.suffix.lower() == ".toml" and not path.is_dir()]
    except OSError:
        return []
    return [path for path in files if not path.name.startswith(".")]
