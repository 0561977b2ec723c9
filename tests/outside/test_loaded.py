"""What is loaded before the first picture, and for answers without one: only what they show."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.helpers.terminal import Home, Terminal, command

#: Begins of names: what the list does not show.
NOT_FOR_THE_LIST = (
    "glutetimer.adapters.log.index", "glutetimer.adapters.sound", "glutetimer.adapters.voice",
    "glutetimer.adapters.workout.saver", "glutetimer.adapters.workout.trace",
    "glutetimer.adapters.workout.unfinished", "glutetimer.cli.log", "glutetimer.cli.wiring.audio",
    "glutetimer.cli.wiring.live_run", "glutetimer.core.audio", "glutetimer.core.export",
    "glutetimer.core.live_run", "glutetimer.core.pain.advice", "glutetimer.core.record.amend",
    "glutetimer.core.record.read", "glutetimer.core.record.write", "glutetimer.core.report",
    "glutetimer.core.run.actions", "glutetimer.core.run.engine", "glutetimer.core.tell_pain", "glutetimer.plain",
    "glutetimer.report", "glutetimer.tui.finish", "glutetimer.tui.log", "glutetimer.tui.options.screen",
    "glutetimer.tui.run.screen", "glutetimer.tui.settings", "glutetimer.tui.welcome", "filelock", "miniaudio",
    "sqlite3", "tomli_w", "tomlkit", "wakepy", "wave", "zoneinfo",
)  # fmt: skip
#: The same for a run; its log is read and its files are locked on threads, which may have begun.
NOT_FOR_A_RUN = (
    "glutetimer.adapters.log.index", "glutetimer.adapters.workout.unfinished", "glutetimer.cli.log",
    "glutetimer.core.export", "glutetimer.core.pain.advice", "glutetimer.core.pain.questions",
    "glutetimer.core.record.amend", "glutetimer.core.report", "glutetimer.core.tell_pain", "glutetimer.plain",
    "glutetimer.report", "glutetimer.tui.finish", "glutetimer.tui.home", "glutetimer.tui.log",
    "glutetimer.tui.options", "glutetimer.tui.run.jump", "glutetimer.tui.run.pain_cards",
    "glutetimer.tui.run.save", "glutetimer.tui.settings", "glutetimer.tui.welcome", "miniaudio", "sqlite3",
    "tomlkit", "wave",
)  # fmt: skip
NOT_FOR_AN_ANSWER = (
    *NOT_FOR_THE_LIST[1:6], "glutetimer.core.audio", "glutetimer.core.live_run", "glutetimer.core.report",
    "glutetimer.core.run.engine", "glutetimer.plain", "glutetimer.report", "glutetimer.tui", "asyncio",
    "filelock", "miniaudio", "sqlite3", "textual", "tomlkit", "wakepy", "wave",
)  # fmt: skip
ANSWERS = {
    ("--version",): (
        *NOT_FOR_AN_ANSWER,
        "dataclasses",
        "difflib",
        "glutetimer.core.settings",
        "json",
        "msgspec",
        "platformdirs",
        "tomllib",
    ),
    ("list",): (
        *NOT_FOR_AN_ANSWER,
        "difflib",
        "glutetimer.adapters.log",
        "glutetimer.core.log.rows",
        "tomli_w",
    ),
    ("plan", "hip-control"): (
        *NOT_FOR_AN_ANSWER,
        "difflib",
        "glutetimer.adapters.log",
        "glutetimer.core.log.rows",
    ),
    ("log", "-n", "5"): (
        *NOT_FOR_AN_ANSWER,
        "glutetimer.core.export",
        "glutetimer.core.pain.advice",
        "rich",
        "tomli_w",
    ),
}
#: `sys.argv`: where to write the names, then the command line of the program, as `python -m glutetimer ...`.
MAIN = """
import sys
out, *_ = sys.argv[1:]
sys.argv[:] = ["glutetimer", *sys.argv[sys.argv.index("glutetimer") + 1:]]
def tell():
    with open(out, "w") as file:
        print(*sys.modules, sep="\\n", file=file)
from glutetimer.cli import main
"""
AT_THE_END = MAIN + "try: main()\nfinally: tell()"
#: The first picture is there when a screen of ours has been sent to the terminal for the first time.
AT_FIRST_PICTURE = (
    MAIN
    + """
import textual.app
display = textual.app.App._display
def first(app, screen, renderable):
    display(app, screen, renderable)
    if type(screen).__name__ in ("HomeScreen", "RunScreen"):
        textual.app.App._display = display
        tell()
textual.app.App._display = first
main()
"""
)


def loaded(path: Path, refused: tuple[str, ...]) -> list[str]:
    """Modules that are there although they should not be."""
    names = path.read_text().split()
    assert "glutetimer.cli" in names
    return [name for name in names if any(name == one or name.startswith(f"{one}.") for one in refused)]


@pytest.mark.parametrize("arguments", ANSWERS, ids=" ".join)
def test_an_answer_loads_no_more_than_it_needs(arguments: tuple[str, ...], tmp_path: Path) -> None:
    out = tmp_path / "modules"
    subprocess.run([sys.executable, "-c", AT_THE_END, str(out), *command(*arguments)], check=True, capture_output=True)
    assert loaded(out, ANSWERS[arguments]) == []


@pytest.mark.outside
@pytest.mark.parametrize(
    ("arguments", "shows", "refused"),
    [((), "Get hip", NOT_FOR_THE_LIST), (("run", "get-hip", "--mute"), "start now", NOT_FOR_A_RUN)],
    ids=["list", "run"],
)
def test_the_first_picture_loads_no_more_than_it_shows(
    arguments: tuple[str, ...], shows: str, refused: tuple[str, ...], tmp_path: Path
) -> None:
    home, out = Home(tmp_path), tmp_path / "modules"
    home.first = [sys.executable, "-c", AT_FIRST_PICTURE, str(out)]
    with Terminal(home, *arguments) as terminal:
        terminal.wait_for(shows)
    assert loaded(out, refused) == []
