"""The history, correcting and adding, at chosen moments of a made log: for pictures and snapshots.

Each is a function that makes a screen, and the keys pressed on it (`SCENES`), as `PAGES` of `scenes.py` has them.
"""

from __future__ import annotations

import asyncio
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from textual.screen import Screen

from glutetimer.core.log.query import Filter, Unreadable
from glutetimer.core.values import replace
from glutetimer.tui.drawing.theme import DARK, LIGHT
from glutetimer.tui.log.balance.page import BalancePage
from glutetimer.tui.log.common.page import LogPage, Memory
from glutetimer.tui.log.edit.add import AddScreen
from glutetimer.tui.log.edit.correct import EditScreen
from glutetimer.tui.log.exercise.page import ExercisePage
from glutetimer.tui.log.history.page import HistoryPage
from glutetimer.tui.log.weeks.page import WeeksPage
from glutetimer.tui.widgets import held_keys
from tests.helpers.chart_past import many, training
from tests.helpers.fake_book import FakeBook, clock
from tests.helpers.log_past import BERLIN, built_in, past
from tests.helpers.look import FONT, SIZES
from tests.helpers.pages import Around, settle

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


Pages = type[WeeksPage] | type[ExercisePage] | type[BalancePage]


def shown(page: Pages, book: FakeBook | None = None, exercise: str = "") -> LogPage:
    """A page over this log, or over a year of training."""
    return page(book or FakeBook(training()), Memory(exercise=exercise), clock)


def unconfirmed(workouts: int = 40) -> FakeBook:
    """A log in which nobody ever confirmed what the program counted."""
    return FakeBook(replace(workout, confirmed=None) for workout in training(workouts))


def _scene(page: Pages, *keys: str, exercise: str = "", book: Callable[[], FakeBook] | None = None) -> LogScene:
    return LogScene(lambda: shown(page, book() if book else None, exercise), keys)


def _one() -> FakeBook:
    return FakeBook(training(1))


CHARTS: dict[str, LogScene] = {
    "weeks": _scene(WeeksPage),
    "weeks-back": _scene(WeeksPage, *["left"] * 20),
    "weeks-empty": _scene(WeeksPage, book=FakeBook),
    "weeks-one": _scene(WeeksPage, book=_one),
    "weeks-many": _scene(WeeksPage, "pageup", "pageup", "left", book=many),
    "exercise": _scene(ExercisePage, exercise="single-leg-bridge"),
    "exercise-year": _scene(ExercisePage, "up", "r", exercise="single-leg-bridge"),
    "exercise-few": _scene(ExercisePage, "down", exercise="step-up"),
    "exercise-whole": _scene(ExercisePage, exercise="squat"),
    "exercise-hold": _scene(ExercisePage, exercise="side-press"),
    "exercise-list": _scene(ExercisePage, "l"),
    "exercise-empty": _scene(ExercisePage, book=FakeBook),
    "exercise-one": _scene(ExercisePage, book=_one),
    "exercise-unsure": _scene(ExercisePage, exercise="single-leg-bridge", book=unconfirmed),
    "exercise-many": _scene(ExercisePage, "up", "up", exercise="single-leg-bridge", book=many),
    "balance": _scene(BalancePage, "down"),
    "balance-year": _scene(BalancePage, "right", "right"),
    "balance-empty": _scene(BalancePage, book=FakeBook),
    "balance-one": _scene(BalancePage, book=_one),
    "balance-unsure": _scene(BalancePage, book=unconfirmed),
    "balance-many": _scene(BalancePage, "end", book=many),
}


async def picture(name: str, size: tuple[int, int], theme: str, path: Path) -> None:
    """Write one picture, as SVG, and as PNG where there is a program for it."""
    made: Screen[Any] = CHARTS[name].make()
    app: Around[Any] = Around(made, theme)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await app.workers.wait_for_complete()
        for key in CHARTS[name].keys:
            await pilot.press(key)
            await app.workers.wait_for_complete()
            await settle(pilot)
        svg = app.export_screenshot().replace("Fira Code", FONT).replace("font-size: 20px", "font-size: 20.264px")
    path.write_text(svg.replace("<text ", '<text xml:space="preserve" '), "utf-8")
    if program := shutil.which("rsvg-convert"):
        subprocess.run([program, str(path), "-o", str(path.with_suffix(".png"))], check=True)


def main(folder: Path, names: list[str]) -> None:
    """All scenes (or those named): dark at all sizes, light and in 16 colours at one."""
    held_keys.DEAF = 0.0
    folder.mkdir(parents=True, exist_ok=True)
    for name in names or CHARTS:
        for size, theme in [*((size, DARK.name) for size in SIZES), ((80, 24), LIGHT.name), ((80, 24), "ansi-dark")]:
            tone = "" if theme == DARK.name else f"-{theme.removeprefix('glutetimer-')}"
            asyncio.run(picture(name, size, theme, folder / f"{name}{tone}_{size[0]}x{size[1]}.svg"))


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
