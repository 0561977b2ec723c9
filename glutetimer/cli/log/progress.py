"""Rows of the log for a command, with a progress bar on the terminal where reading takes long."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from glutetimer.cli.base.output import warn
from glutetimer.core.text.english import count

if TYPE_CHECKING:
    from glutetimer.core.log.query import LogRows

if TYPE_CHECKING:
    from glutetimer.cli.base.setting import Settings


def rows_of(where: Settings) -> LogRows:
    """Read new and changed files of the log and return its rows.

    A terminal shows a bar where there is much to read.
    """
    from glutetimer.adapters.log.index.index import open_index  # too slow for the help
    from glutetimer.adapters.log.session_forms import SessionForms

    rows = open_index(where.places.log, where.places.cache, SessionForms(where.places.sessions))
    with _Bar() as bar:
        rows.refresh(bar.told if sys.stderr.isatty() else None)
    return rows


def none_yet(log: Path) -> str:
    """Sentence for an empty log."""
    return f"No workout yet in {log}{'' if log.is_dir() else ' (there is no such folder yet)'}."


def name_unreadable(rows: LogRows) -> None:
    """Name on stderr in one line the files that the answer lacks."""
    files = len(rows.unreadable())
    if files:
        them = "that one" if files == 1 else "them"
        warn(f"Left out: {count(files, 'file')} of the log cannot be read (`glutetimer log check` names {them}).")


class _Bar:
    """Progress bar on stderr, from the first report on."""

    def __init__(self) -> None:
        self._bar: Any = None
        self._done = 0

    def told(self, done: int, of: int) -> None:
        """Report that `done` of `of` files are read: a `Progress`."""
        if self._bar is None and of > MANY:
            self._bar = reading_bar(of)
            self._bar.__enter__()
        if self._bar is not None:
            self._bar.update(done - self._done)
            self._done = done

    def __enter__(self) -> _Bar:
        return self

    def __exit__(self, *about: object) -> None:
        if self._bar is not None:
            self._bar.__exit__(*about)


#: Files that are read in the blink of an eye; more of them are worth a bar.
MANY = 200


def reading_bar(files: int) -> Any:
    """Make a bar for that number of files, on stderr; a context manager with `update(files read)`."""
    return click.progressbar(length=files, label="Reading the log", file=sys.stderr, update_min_steps=files // 100 or 1)
