"""Pages under test: any screen in an app with the program's themes."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any, Generic, TypeVar

from textual import events
from textual.app import App
from textual.pilot import Pilot
from textual.screen import Screen

from glutetimer.core.run.commands import Command
from glutetimer.core.run.engine import Engine
from glutetimer.core.run.view import View, view
from glutetimer.core.session.session import Exercise, Phase, Span
from glutetimer.tui.drawing.theme import DARK, themes
from tests.helpers.core import plan
from tests.helpers.paths import TOP

Result = TypeVar("Result")


class Around(App[None], Generic[Result]):
    """Shows one screen and keeps how it was left."""

    CSS_PATH = TOP / "glutetimer" / "tui" / "app.tcss"
    ENABLE_COMMAND_PALETTE = False

    def __init__(self, shown: Screen[Result], theme: str = DARK.name) -> None:
        super().__init__()
        self._shown, self._theme_name = shown, theme
        self.left: list[Result | None] = []

    def on_mount(self) -> None:
        for theme in themes():
            self.register_theme(theme)
        self.theme = self._theme_name
        self.push_screen(self._shown, self.left.append)


@asynccontextmanager
async def around(
    shown: Screen[Result], size: tuple[int, int] = (80, 24), theme: str = DARK.name
) -> AsyncIterator[tuple[Around[Result], Pilot[None]]]:
    """The screen in an app of this size, settled."""
    app = Around(shown, theme)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        yield app, pilot


async def settle(pilot: Pilot[Any]) -> None:
    """Until all that was asked for has happened."""
    for _ in range(3):
        await pilot.pause()


def text_of(app: App[Any]) -> str:
    """The screen as lines."""
    lines = ("".join(segment.text for segment in strip) for strip in app.screen._compositor.render_strips())
    return "\n".join(line.rstrip() for line in lines)


async def burst(pilot: Pilot[Any], *keys: str) -> None:
    """Keys that come in one read of the terminal: none waits for what the one before brings about."""
    for key in keys:
        pilot.app.post_message(events.Key(key, key if len(key) == 1 else None))
    for _ in range(3):
        await settle(pilot)


def stack_of(app: App[Any]) -> list[str]:
    """The screens above each other, the lowest first."""
    return [type(screen).__name__ for screen in app.screen_stack[1:]]


KICK = Exercise(
    id="standing-hip-abduction",
    name="Standing hip abduction",
    how="Hold on to something; control the leg out and back.",
    kind="reps",
    dose=Span(15, 15),
    sets=Span(2, 2),
    sides="each",
    left="Left leg kicks, hold on to the wall",
    right="Right leg kicks, hold on to the wall",
    tempo=(Phase("out", 2.0), Phase("back", 2.0)),
    band="ankles",
    cues=("Slow on the way back", "Control it"),
)
PRESS = Exercise(
    id="side-press",
    name="Side press",
    how="Press the knee into the sofa.",
    kind="hold",
    dose=Span(30, 30),
    sides="each",
    left="Left leg stands, right knee presses",
    right="Right leg stands, left knee presses the sofa",
    cues=("Press, and breathe",),
)
BRIDGE = Exercise(
    id="single-leg-bridge",
    name="Single-leg bridge",
    how="Squeeze, dig the heel in, lift. Keep both thighs level the whole time.",
    kind="reps",
    dose=Span(15, 15),
    sides="each",
    left="Left foot on the floor, right thigh parallel",
    right="Right foot on the floor, left thigh parallel",
    tempo=(Phase("up", 2.0), Phase("down", 2.0)),
    posture="back",
    needs=(("chair", "sofa"),),
)
SWAP = Exercise(
    id="swap",
    name="Squeeze bridge",
    how="",
    kind="reps",
    dose=Span(5, 5),
    sides="alternate",
    left="Left stays on",
    right="Right stays on",
    tempo=(Phase("swap", 3.0),),
    posture="back",
)


def moment(*exercises: Exercise, at: float, press: tuple[Command, ...] = (), **changes: Any) -> View:
    """The view of a straight run of these exercises, `at` seconds in, after commands a second apart.

    The end of the set-up is at 15 s, also where there is so much to put on that it lasts longer.
    """
    made = plan(*exercises, **changes)
    at += made.breaks[0].seconds - 15.0 if at > 10.0 else 0.0
    engine = Engine(made)
    engine.start(0.0)
    engine.advance(at)
    for command in press:
        engine.press(command, at)
        at += 1.0
    return view(engine, at)
