"""Edit a record in the runner's editor: no file gets into the log that could not be read there."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from time import monotonic
from typing import NoReturn

import click

from glutetimer.adapters.log.change import open_record, replace_record
from glutetimer.adapters.log.trash import mark_of
from glutetimer.adapters.system.clock import local_now
from glutetimer.cli.base.output import stop, warn, warn_of
from glutetimer.cli.log_change.editor import Editing, begin, clear_away, held, own_editor, run_editor, usual_editor
from glutetimer.core.record.amend import amended_text
from glutetimer.core.text.clean import clean
from glutetimer.core.text.problems import BadFile, Problem
from glutetimer.core.toml.lines import find_lines

#: Seconds. Nobody opens a file, looks at it and closes it in less.
_AT_ONCE = 1.0


def edit_record(path: Path, trash: Path) -> str:
    """Open a copy until it can be read, or the runner gives up; then replace the record.

    Returns a remark on the change, "" where nothing was changed. Ends the program where the record could not be
    changed.
    """
    words = _editor()
    editing = begin(path)
    text = _text(editing, words)
    if text is None:
        return ""
    change = replace_record(path, mark_of(editing.data), text, trash)
    if not change.done:
        stop(clean(f"{change.said} Your text is kept in {editing.copy}."))
    clear_away(editing.copy)
    equal = ("  " + clean(f"{twin} said the same, and is in the trash now.") for twin, _ in change.twins)
    return "\n".join((clean(change.said or f"Changed: {path}"), *equal))


def _editor() -> list[str]:
    try:
        own = own_editor(os.environ)
    except ValueError as odd:
        stop(f"EDITOR is no command: {odd} (close the quote).")
    if not own and not sys.stdin.isatty():
        stop("There is no terminal to edit in (EDITOR may name an editor that needs none).")
    return own or usual_editor() or stop("No editor is known (set EDITOR to the one you like).")


def _text(editing: Editing, words: list[str]) -> str | None:
    """Text to write; None where nothing was changed. Ends the program where the runner gives up."""
    while True:
        if _open(editing, words) and not _wait(editing, words):
            return None
        if held(editing.copy) == editing.data:
            clear_away(editing.copy)
            return None
        try:
            return _checked(editing)
        except BadFile as bad:
            warn_of(clean(str(editing.copy)), bad)
        if not _again():
            _leave(editing, f"{editing.path} stays as it is")


def _open(editing: Editing, words: list[str]) -> bool:
    """Open the copy; whether the editor was back at once without a change: its window may be open still."""
    before, began = held(editing.copy), monotonic()
    try:
        code = run_editor(words, editing.copy)
    except OSError as refusal:
        clear_away(editing.copy)
        stop(f"{words[0]}: {refusal.strerror} (set EDITOR to the editor you like).")
    after = held(editing.copy)
    if code and after == editing.data:
        clear_away(editing.copy)
        stop(f"Not changed: {words[0]} ended with code {code}.")
    if code:
        _leave(editing, f"{words[0]} ended with code {code}")
    return before == after and monotonic() - began < _AT_ONCE


def _wait(editing: Editing, words: list[str]) -> bool:
    """Wait until a person at a terminal says that it is saved; where there is none, keep the copy and say where."""
    name = Path(words[0]).name
    if not _is_asked():
        hint = f'An editor with a window needs a word to wait, as in EDITOR="{name} --wait".'
        warn(clean(f"{name} was back at once. What you save in {editing.copy} is kept there only. {hint}"))
        return False
    try:
        ask = clean(f"Press Enter when you have saved it in {name}")
        click.prompt(ask, default="", show_default=False, prompt_suffix=" ", err=True)
    except click.Abort:
        warn("")  # ends the line of the question
        _leave(editing, f"{editing.path} stays as it is")
    return True


def _checked(editing: Editing) -> str:
    """Edited text with this moment among its `amended`. Raises BadFile."""
    text, workout, _ = open_record(editing.copy)
    if editing.id not in (None, workout.id):
        line = find_lines(text).get(("id",))
        raise BadFile([Problem(line, "the id of a workout stays what it was", f'id = "{editing.id}"')])
    return amended_text(text, workout, workout, local_now()[0])


def _again() -> bool:
    """Whether to open it once more: only a person at a terminal can decide."""
    if not _is_asked():
        return False
    try:
        return click.confirm("Open it again?", default=True, err=True)
    except click.Abort:
        return False


def _is_asked() -> bool:
    return sys.stdin.isatty() and sys.stderr.isatty()


def _leave(editing: Editing, why: str) -> NoReturn:
    stop(clean(f"Not changed: {why}. Your text is kept in {editing.copy}."))
