"""A record in the runner's editor: nothing gets into the log that could not be read there."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

import click

from glutetimer.adapters.clock import local_now
from glutetimer.adapters.log.change import open_record, replace_record
from glutetimer.adapters.log.trash import mark_of
from glutetimer.cli.log.editor import own_editor, run_editor, usual_editor
from glutetimer.cli.output import stop, warn_of
from glutetimer.core.clean import clean
from glutetimer.core.log.amending import amended_text
from glutetimer.core.problems import BadFile, Problem
from glutetimer.core.toml_lines import find_lines


@dataclass(frozen=True, slots=True)
class _Editing:
    """A record, what it held, its id where it can be read, and the copy that is edited."""

    path: Path
    data: bytes
    id: str | None
    copy: Path


def edit_record(path: Path, trash: Path) -> str:
    """Open a copy until it can be read, or the runner leaves it; then put it in the record's place.

    What there is to say of the change, "" where nothing was changed. Ends the program where nothing could be.
    """
    words = _editor()
    editing = _begin(path)
    text = _text(editing, words)
    if text is None:
        _clear_away(editing)
        return ""
    change = replace_record(path, mark_of(editing.data), text, trash)
    if not change.done:
        stop(clean(f"{change.said} Your text is kept in {editing.copy}."))
    _clear_away(editing)
    return clean(change.said or f"Changed: {path}")


def _editor() -> list[str]:
    try:
        own = own_editor(os.environ)
    except ValueError as odd:
        stop(f"EDITOR is no command: {odd} (close the quote).")
    if not own and not sys.stdin.isatty():
        stop("There is no terminal to edit in (EDITOR may name an editor that needs none).")
    return own or usual_editor() or stop("No editor is known (set EDITOR to the one you like).")


def _begin(path: Path) -> _Editing:
    """A record that cannot be read is mended in just this way, so it need not be readable."""
    try:
        id_: str | None = open_record(path)[1].id
    except BadFile as bad:
        if not path.is_file():
            warn_of(clean(str(path)), bad)
            raise SystemExit(1) from None
        id_ = None
    copy = Path(tempfile.mkdtemp(prefix="glutetimer-")) / f"{path.name.removesuffix('.toml')}.toml"
    data = path.read_bytes()
    copy.write_bytes(data)
    return _Editing(path, data, id_, copy)


def _text(editing: _Editing, words: list[str]) -> str | None:
    """The text as it is to be written; None where nothing was changed. Ends the program where the runner gives up."""
    while True:
        _open(editing, words)
        if _is_as_it_was(editing):
            return None
        try:
            return _checked(editing)
        except BadFile as bad:
            warn_of(clean(str(editing.copy)), bad)
        if not _again():
            _leave(editing, f"{editing.path} stays as it is")


def _open(editing: _Editing, words: list[str]) -> None:
    try:
        code = run_editor(words, editing.copy)
    except OSError as refusal:
        _clear_away(editing)
        stop(f"{words[0]}: {refusal.strerror} (set EDITOR to the editor you like).")
    if code and _is_as_it_was(editing):
        _clear_away(editing)
        stop(f"Not changed: {words[0]} ended with code {code}.")
    if code:
        _leave(editing, f"{words[0]} ended with code {code}")


def _is_as_it_was(editing: _Editing) -> bool:
    return editing.copy.is_file() and editing.copy.read_bytes() == editing.data


def _checked(editing: _Editing) -> str:
    """The edited text with this moment among its `amended`. Raises BadFile."""
    text, workout, _ = open_record(editing.copy)
    if editing.id not in (None, workout.id):
        line = find_lines(text).get(("id",))
        raise BadFile([Problem(line, "the id of a workout stays what it was", f'id = "{editing.id}"')])
    return amended_text(text, workout, workout, local_now()[0])


def _again() -> bool:
    """Whether to open it once more: only a person at a terminal can say so."""
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        return False
    try:
        return click.confirm("Open it again?", default=True, err=True)
    except click.Abort:
        return False


def _leave(editing: _Editing, why: str) -> NoReturn:
    stop(clean(f"Not changed: {why}. Your text is kept in {editing.copy}."))


def _clear_away(editing: _Editing) -> None:
    shutil.rmtree(editing.copy.parent, ignore_errors=True)
