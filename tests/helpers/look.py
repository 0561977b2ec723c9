"""Look at the run screen: `python tests/tui/look.py FOLDER [NAME...]` draws it at four sizes. Not a test.

Writes SVG, and PNG where rsvg-convert is installed. With NO_COLOR=1 in the environment as without colours.
"""

from __future__ import annotations

import asyncio
import shutil
import subprocess
import sys
from pathlib import Path

from msgspec import Struct

from glutetimer.adapters.files.sessions import built_in_dir, load
from glutetimer.core.plan.compile import compile_plan
from glutetimer.core.plan.options import Options
from glutetimer.core.run.view import Stage as StageName
from glutetimer.core.session.session import Pace
from glutetimer.tui.drawing.theme import DARK, LIGHT
from glutetimer.tui.widgets import held_keys
from tests.helpers.app import Playing, RunApp
from tests.helpers.fake_program import FakeLiveRun

SIZES = ((60, 16), (80, 24), (120, 40), (200, 60))
FONT = "DejaVu Sans Mono"


class Moment(Struct, frozen=True):
    """A built-in session, so many seconds into a stage of an exercise, and the keys pressed then."""

    session: str
    exercise: str
    stage: StageName
    into: float
    keys: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    pace: Pace | None = None
    theme: str = DARK.name
    quiet: bool = False
    flash: bool = False
    problem: str = ""
    voiceless: str = ""
    remarks: tuple[str, ...] = ()


KICK = ("hip-control", "standing-hip-abduction")
PRESS = ("glute-strength", "side-press")
MOMENTS: dict[str, Moment] = {
    "setup": Moment("hip-control", "hip-circles", "setup", 5.0),
    "ready": Moment(*KICK, "ready", 1.0),
    "reps": Moment(*KICK, "reps", 31.0),
    "short": Moment("mini-band", "lateral-shuffle", "reps", 10.8),
    "rest": Moment("hip-control", "single-leg-bridge", "rest", 6.5),
    "switch": Moment(*KICK, "switch", 1.0),
    "alternate": Moment("band-hips", "high-knees", "reps", 5.7),
    "hold": Moment(*PRESS, "hold", 12.0, without=("band",)),
    "hold-tap": Moment(*PRESS, "hold", 42.0, without=("band",), pace="tap"),
    "tap": Moment(*KICK, "reps", 9.0, ("enter", "enter", "enter"), pace="tap"),
    "own": Moment(*KICK, "reps", 9.0, pace="own"),
    "asking": Moment(*KICK, "reps", 31.0, ("f",)),
    "paused": Moment(*KICK, "reps", 31.0, ("space",)),
    "paused-pain": Moment(*KICK, "reps", 31.0, ("space", "pagedown", "pagedown", "pagedown")),
    "pain": Moment(*KICK, "reps", 31.0, ("p", "pagedown")),
    "pain-place": Moment(*KICK, "reps", 31.0, ("p", "3")),
    "pain-after": Moment(*KICK, "reps", 31.0, ("p", "3", "1", "l")),
    "list": Moment("hip-control", "single-leg-bridge", "reps", 4.0, ("l",)),
    "finish": Moment(*KICK, "reps", 31.0, ("q",)),
    "keys": Moment(*KICK, "reps", 31.0, ("question_mark",)),
    "how": Moment(*KICK, "reps", 31.0, ("h",), theme=LIGHT.name, problem="Not saved: the disk is full."),
    "light-rest": Moment("hip-control", "single-leg-bridge", "rest", 6.5, theme=LIGHT.name),
    "light-paused": Moment(*KICK, "reps", 31.0, ("space",), theme=LIGHT.name),
    "light-pain": Moment(*KICK, "reps", 31.0, ("p",), theme=LIGHT.name),
    "ansi-reps": Moment(*KICK, "reps", 31.0, theme="ansi-dark"),
    "ansi-paused": Moment(*KICK, "reps", 31.0, ("space",), theme="ansi-dark"),
    "ansi-pain": Moment(*KICK, "reps", 31.0, ("p",), theme="ansi-light"),
    "quiet": Moment(*KICK, "reps", 31.0, ("m",)),
    "quiet-rest": Moment("hip-control", "single-leg-bridge", "rest", 2.5, ("m",)),
    "voiceless": Moment(*KICK, "reps", 31.0, ("v",), voiceless="No voice: no engine found. Install espeak-ng."),
    "preparing": Moment(
        "hip-control",
        "hip-circles",
        "setup",
        5.0,
        remarks=("Left out: Step-up (needs step).", "Voice: 12 of 38 sentences ready"),
    ),
    "flash": Moment(*KICK, "reps", 0.1, quiet=True, flash=True),
    "flash-rest": Moment("hip-control", "single-leg-bridge", "rest", 0.1, quiet=True, flash=True),
    "flash-switch": Moment(*KICK, "switch", 0.1, quiet=True, flash=True),
    "flash-light": Moment(*KICK, "reps", 0.1, quiet=True, flash=True, theme=LIGHT.name),
    "flash-ansi": Moment(*KICK, "reps", 0.1, quiet=True, flash=True, theme="ansi-dark"),
    "flash-card": Moment(*KICK, "reps", 31.0, ("question_mark",), quiet=True, flash=True),
}


async def picture(moment: Moment, size: tuple[int, int], path: Path) -> None:
    """Write one picture."""
    app = RunApp(begun_at(moment), moment.theme)
    async with app.run_test(size=size) as pilot:
        it = Playing(app, pilot)
        await it.settle()
        await reach(it, moment)
        await it.press(*moment.keys)
        if moment.flash:
            it.screen._flashing.on = True
            it.screen._show()
            await it.settle()
        # A character of this font is 0.602 of its size wide; the picture counts on 12.2 pixels.
        svg = app.export_screenshot().replace("Fira Code", FONT).replace("font-size: 20px", "font-size: 20.264px")
        path.write_text(svg.replace("<text ", '<text xml:space="preserve" '), "utf-8")
    if program := shutil.which("rsvg-convert"):
        subprocess.run([program, str(path), "-o", str(path.with_suffix(".png"))], check=True)


def begun_at(moment: Moment) -> FakeLiveRun:
    """A run of the session that has yet to begin."""
    options = Options(without=moment.without, pace=moment.pace)
    live = FakeLiveRun(compile_plan(load(built_in_dir() / f"{moment.session}.toml"), options))
    live.quiet, live.problem = moment.quiet, moment.problem
    live.speaker, live.voiceless = not moment.voiceless, moment.voiceless
    live.remarks = moment.remarks
    return live


async def reach(it: Playing, moment: Moment) -> None:
    """Let the run come there; where a press ends a bout it is pressed."""
    run, now = it.live.run, 0.0
    while (seen := run.view(now)).stage != moment.stage or seen.bout.exercise.id != moment.exercise:
        assert seen.stage != "over", f"{moment.session} has no {moment.stage} of {moment.exercise}"
        now += 0.5
        run.tick(now)
        if moment.pace and seen.stage in ("reps", "hold"):
            it.live.clock.t = now
            await it.press("enter")
            now = it.live.clock.t
    await it.at(now + moment.into)


def main(folder: Path, names: list[str]) -> None:
    """All moments (or those named) at all sizes."""
    held_keys.DEAF = 0.0
    for name in names or MOMENTS:
        for size in SIZES:
            path = folder / f"{name}_{size[0]}x{size[1]}.svg"
            asyncio.run(picture(MOMENTS[name], size, path))


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
