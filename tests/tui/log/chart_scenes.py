"""The log's pictures at chosen moments: `python tests/tui/log/chart_scenes.py FOLDER [NAME...]` draws them all.

`CHARTS` has what `SCENES` of `log_scenes.py` has: a screen, and the keys pressed on it.
"""

from __future__ import annotations

import asyncio
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from chart_past import many, training
from fake_book import FakeBook, clock
from log_scenes import LogScene
from look import FONT, SIZES
from pages import Around, settle
from textual.screen import Screen

from glutetimer.tui.drawing.theme import DARK, LIGHT
from glutetimer.tui.log.balance.page import BalancePage
from glutetimer.tui.log.common.page import LogPage, Memory
from glutetimer.tui.log.exercise.page import ExercisePage
from glutetimer.tui.log.weeks.page import WeeksPage
from glutetimer.tui.widgets import key_repeat

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
    key_repeat.DEAF = 0.0
    folder.mkdir(parents=True, exist_ok=True)
    for name in names or CHARTS:
        for size, theme in [*((size, DARK.name) for size in SIZES), ((80, 24), LIGHT.name), ((80, 24), "ansi-dark")]:
            tone = "" if theme == DARK.name else f"-{theme.removeprefix('glutetimer-')}"
            asyncio.run(picture(name, size, theme, folder / f"{name}{tone}_{size[0]}x{size[1]}.svg"))


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
