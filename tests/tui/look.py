"""Look at the run screen: `python tests/tui/look.py FOLDER` draws it at four sizes, dark and light. Not a test.

Writes SVG, and PNG where rsvg-convert is installed.
"""

from __future__ import annotations

import asyncio
import shutil
import subprocess
import sys
from pathlib import Path

from textual.app import App, ComposeResult

from glutetimer.adapters.library import built_in_dir, load
from glutetimer.core.commands import Command, Do
from glutetimer.core.compile import compile_plan
from glutetimer.core.engine import Engine
from glutetimer.core.options import Options
from glutetimer.core.view import Stage as StageName
from glutetimer.core.view import View, view
from glutetimer.tui.keys import footer
from glutetimer.tui.paint.notes import Notes
from glutetimer.tui.palette import DARK, LIGHT, themes
from glutetimer.tui.stage_widget import Stage

SIZES = ((60, 16), (80, 24), (120, 40), (200, 60))
FONT = "DejaVu Sans Mono"
#: Name -> session, exercise, the stage to look for, seconds into it, kit that is missing, a command then.
MOMENTS: dict[str, tuple[str, str, StageName, float, tuple[str, ...], Command | None]] = {
    "setup": ("hip-control", "hip-circles", "setup", 5.0, (), None),
    "ready": ("hip-control", "standing-hip-abduction", "ready", 1.0, (), None),
    "reps": ("hip-control", "standing-hip-abduction", "reps", 31.0, (), None),
    "rest": ("hip-control", "single-leg-bridge", "rest", 6.5, (), None),
    "switch": ("hip-control", "standing-hip-abduction", "switch", 1.0, (), None),
    "alternate": ("band-hips", "high-knees", "reps", 5.7, (), None),
    "hold": ("glute-strength", "side-press", "hold", 12.0, ("band",), None),
    "asking": ("hip-control", "standing-hip-abduction", "reps", 31.0, (), Do.FORM_BROKE),
    "paused": ("glute-strength", "side-press", "hold", 12.0, ("band",), Do.PAUSE),
}


class Looking(App[None]):
    """Shows one view."""

    def __init__(self, shown: View, notes: Notes, theme: str) -> None:
        super().__init__()
        self._shown, self._notes, self._theme_name = shown, notes, theme

    def compose(self) -> ComposeResult:
        yield Stage()

    def on_mount(self) -> None:
        for theme in themes():
            self.register_theme(theme)
        self.theme = self._theme_name

    def on_ready(self) -> None:
        self.query_one(Stage).show(self._shown, self._notes)


async def picture(shown: View, size: tuple[int, int], path: Path, notes: Notes, theme: str) -> None:
    """Write one picture."""
    app = Looking(shown, notes, theme)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        # A character of this font is 0.602 of its size wide; the picture counts on 12.2 pixels.
        svg = app.export_screenshot().replace("Fira Code", FONT).replace("font-size: 20px", "font-size: 20.264px")
        svg = svg.replace("<text ", '<text xml:space="preserve" ')
        path.write_text(svg, "utf-8")
    if program := shutil.which("rsvg-convert"):
        subprocess.run([program, str(path), "-o", str(path.with_suffix(".png"))], check=True)


def moment(
    session: str, exercise: str, stage: StageName, into: float, without: tuple[str, ...], command: Command | None
) -> View:
    """The view of a built-in session, so many seconds into a stage of an exercise."""
    engine = Engine(compile_plan(load(built_in_dir() / f"{session}.toml"), Options(without=without)))
    engine.start(0.0)
    now = 0.0
    while (seen := view(engine, now)).stage != stage or seen.bout.exercise.id != exercise:
        assert seen.stage != "over", f"{session} has no {stage} of {exercise}"
        now += 0.5
        engine.advance(now)
    engine.advance(now + into)
    if command is not None:
        engine.press(command, now + into)
    return view(engine, now + into)


def main(folder: Path) -> None:
    """All moments at all sizes; one of them in light, flashed, explained, in trouble."""
    for name, chosen in MOMENTS.items():
        shown = moment(*chosen)
        for size in SIZES:
            path = folder / f"{name}_{size[0]}x{size[1]}.svg"
            asyncio.run(picture(shown, size, path, Notes(footer=footer(shown)), DARK.name))
    shown = moment(*MOMENTS["reps"])
    for size in SIZES:
        how = Notes(how=True, problem="Not saved: the disk is full.", footer=footer(shown))
        path = folder / f"how_{size[0]}x{size[1]}.svg"
        asyncio.run(picture(shown, size, path, how, LIGHT.name))
        path = folder / f"flash_{size[0]}x{size[1]}.svg"
        asyncio.run(picture(shown, size, path, Notes(flash=True), "ansi-dark" if size == (60, 16) else DARK.name))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
