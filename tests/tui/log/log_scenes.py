"""The history, correcting and adding, at chosen moments of a made log: for pictures and snapshots.

Each is a function that makes a screen, and the keys pressed on it (`SCENES`), as `PAGES` of `scenes.py` has them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from fake_book import FakeBook, clock
from log_past import BERLIN, built_in, past
from textual.screen import Screen

from glutetimer.core.log.query import Filter, Unreadable
from glutetimer.tui.log.common.page import Memory
from glutetimer.tui.log.edit.add import AddScreen
from glutetimer.tui.log.edit.correct import EditScreen
from glutetimer.tui.log.history.page import HistoryPage

NOW = datetime(2026, 11, 21, 18, 7, tzinfo=BERLIN)


@dataclass(frozen=True)
class LogScene:
    """A screen of the log, and the keys pressed on it."""

    make: Callable[[], Screen[Any]]
    keys: tuple[str, ...] = ()


def book(count: int = 148) -> FakeBook:
    """A year of training; one workout was amended, one added, one is a rehearsal, one has a copy."""
    made = past(count)
    if count > 20:
        made[4] = replace(made[4], amended=(made[4].started.replace(day=22),))
        made[7] = replace(made[7], added=made[6].started)
        made[9] = replace(made[9], speed=40.0)
    copies = [replace(made[2], note="Felt heavy.")] if count > 20 else []
    return FakeBook(made, list(built_in().values()), copies)


def history(wanted: Filter | None = None, count: int = 148, unread: int = 0) -> Screen[Any]:
    """The history of such a log."""
    of = book(count)
    of.rows.unread = tuple(
        Unreadable(f"2026/10/20261{n:03}T183005Z-7f3a9c21.toml", 4 * n + 3, "rounds is missing (write a whole number)")
        for n in range(unread)
    )
    return HistoryPage(of, Memory(wanted=wanted or Filter()), clock)


def edit() -> Screen[Any]:
    """The newest workout, to correct."""
    of = book(8)
    return EditScreen(of, of.open(next(iter(of.files))))


def adding() -> Screen[Any]:
    """A workout to write down."""
    return AddScreen(book(8), "glute-strength", now=NOW)


SCENES: dict[str, LogScene] = {
    "history": LogScene(history, ("enter",)),
    "history-filter": LogScene(lambda: history(Filter(session="hip-control", month="2026-11")), ("down", "enter")),
    "history-nothing": LogScene(lambda: history(Filter(session="get-hip", month="2020-01"))),
    "history-empty": LogScene(lambda: history(count=0)),
    "history-one": LogScene(lambda: history(count=1)),
    "history-unread": LogScene(lambda: history(unread=2), ("down", "down", "down", "enter")),
    "history-session": LogScene(history, ("s",)),
    "history-delete": LogScene(history, ("d",)),
    "edit": LogScene(edit, ("down", "down")),
    "edit-leave": LogScene(edit, ("down", "down", "left", "down", "right", "escape")),
    "adding": LogScene(adding, ("down",)),
}
