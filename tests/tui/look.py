"""Look at the run screen: `python tests/tui/look.py FOLDER` writes it as SVG pictures at four sizes. Not a test."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

from textual.app import App, ComposeResult

from glutetimer.adapters.library import built_in_dir, load
from glutetimer.core.compile import compile_plan
from glutetimer.core.engine import Engine
from glutetimer.core.options import Options
from glutetimer.core.view import View, view
from glutetimer.tui.keys import footer
from glutetimer.tui.paint.notes import Notes
from glutetimer.tui.palette import themes
from glutetimer.tui.stage_widget import Stage

SIZES = ((60, 16), (80, 24), (120, 40), (200, 60))
#: Name -> session, seconds of run time, kit that is missing.
MOMENTS = {
    "setup": ("hip-control", 5.0, ()),
    "reps": ("hip-control", 412.0, ()),
    "rest": ("hip-control", 650.0, ()),
    "switch": ("hip-control", 450.0, ()),
    "ready": ("hip-control", 13.0, ()),
    "alternate": ("band-hips", 20.6, ()),
    "hold": ("glute-strength", 330.0, ("band",)),
}


class Looking(App[None]):
    """Shows one view."""

    def __init__(self, shown: View) -> None:
        super().__init__()
        self._shown = shown

    def compose(self) -> ComposeResult:
        yield Stage()

    def on_mount(self) -> None:
        for theme in themes():
            self.register_theme(theme)
        self.theme = themes()[0].name

    def on_ready(self) -> None:
        self.query_one(Stage).show(self._shown, Notes(footer=footer(self._shown)))


async def picture(shown: View, size: tuple[int, int], path: Path) -> None:
    """Write one picture."""
    app = Looking(shown)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        path.write_text(app.export_screenshot(), "utf-8")


def moment(session: str, seconds: float, without: tuple[str, ...]) -> View:
    """The view of a built-in session after so many seconds."""
    plan = compile_plan(load(built_in_dir() / f"{session}.toml"), Options(without=without))
    engine = Engine(plan)
    engine.start(0.0)
    engine.advance(seconds)
    return view(engine, seconds)


def main(folder: Path) -> None:
    """All moments at all sizes."""
    for name, (session, seconds, without) in MOMENTS.items():
        for size in SIZES:
            path = folder / f"{name}_{size[0]}x{size[1]}.svg"
            asyncio.run(picture(moment(session, seconds, without), size, path))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
