"""Views of real runs, for painting."""

from __future__ import annotations

from typing import Any

from builders import plan

from glutetimer.core.run.commands import Command
from glutetimer.core.run.engine import Engine
from glutetimer.core.run.view import View, view
from glutetimer.core.session.session import Exercise, Phase, Span

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
    """The view of a straight run of these exercises, `at` seconds in, after commands a second apart."""
    engine = Engine(plan(*exercises, **changes))
    engine.start(0.0)
    engine.advance(at)
    for command in press:
        engine.press(command, at)
        at += 1.0
    return view(engine, at)
