"""The run as printed lines, on a clock that jumps."""

from __future__ import annotations

from typing import IO

import pytest

from glutetimer.core.plan.plan import Plan
from glutetimer.core.run.commands import Command, Correct, Do, Finish, Lengthen, NameCue
from glutetimer.plain.front import PlainFront
from glutetimer.plain.keys import HELP, command_for
from tests.helpers.core import each, hold, plan, reps
from tests.helpers.fake_program import FakeLiveRun
from tests.helpers.fakes import JumpingClock


def lines_of(wanted: Plan, keys: IO[str] | None = None, live: FakeLiveRun | None = None) -> list[str]:
    """What a whole run prints."""
    live = live or FakeLiveRun(wanted)
    live.clock = JumpingClock()  # type: ignore[assignment]
    said: list[str] = []
    PlainFront(live, said.append, keys).go()
    return said


def test_a_run_says_everything() -> None:
    """What comes next and how, the count, the switch, the rest, the end."""
    kick = each("kick", 2, how="Kick slowly.", posture="side", band="ankles")
    assert lines_of(plan(kick, hold("plank", 10), rest=20)) == [
        "Test: 2 exercises, 1:22",
        "Get ready, 30 s. Next: Kick, LEFT, 2 reps, set 1 of 1",
        "  Left leg",
        "  Band around the ankles.",
        "  Lie on your side.",
        "  Kick slowly.",
        *("  3...", "  2...", "  1...", "Go", "  1", "  2", "Done: 2 of 2"),
        "Switch, 10 s. Next: Kick, RIGHT, 2 reps, set 1 of 1",
        "  Right leg",
        *("  3...", "  2...", "  1...", "Go", "  1", "  2", "Done: 2 of 2"),
        "Rest, 20 s. Next: Plank, hold 10 s, set 1 of 1",
        "  Band off.",
        "  Stand up.",
        *("  3...", "  2...", "  1...", "Go", "  halfway", "  3...", "  2...", "  1...", "Done: 10 s of 10 s"),
        "Well done.",
    ]


def test_remarks_and_problems_are_said_once() -> None:
    """What is left out at the start; what is wrong when it comes."""
    live = FakeLiveRun(plan(reps(count=2)))
    live.remarks, live.problem = ("Left out: Lunge (needs step).",), "Not saved: no space."
    said = lines_of(live.run.engine.state.plan, live=live)
    assert said[1] == "Left out: Lunge (needs step)."
    assert said.count("Not saved: no space.") == 1


def test_typed_lines_are_keys() -> None:
    """Enter starts now; q saves and ends; what means nothing shows the keys."""
    live = FakeLiveRun(plan(reps(count=50), reps("lunge")))
    live.clock = JumpingClock()  # type: ignore[assignment]
    said: list[str] = []
    front = PlainFront(live, said.append, None)
    for line in ("\n", "nonsense\n", "q\n"):
        front._typed.put(line)
    front.go()
    assert HELP in said
    assert "Ended early." in said
    assert live.kept.sealed[0].state == "early"


def test_a_gap_without_a_keyboard_goes_on_by_itself() -> None:
    """Nobody could press: the run pauses as of the last look, and counts in."""
    live = FakeLiveRun(plan(reps(count=2)))
    live.gap = True
    said = lines_of(live.run.engine.state.plan, None, live)
    assert "Paused: the program stood still." in said
    assert said[-1] == "Well done."


@pytest.mark.parametrize(
    ("typed", "command"),
    [
        ("\n", Do.MAIN),
        (" \n", Do.PAUSE),
        ("P\n", Do.PAUSE),
        ("b\r\n", Do.BACK),
        ("+\n", Lengthen(15.0)),
        ("up", Correct(1)),
        ("q\n", Finish()),
        ("2\n", NameCue("Straight")),
        ("3\n", None),
        ("what\n", None),
    ],
)
def test_commands(typed: str, command: Command | None) -> None:
    """One letter and Enter; a number names a cue."""
    assert command_for(typed, ("Slow", "Straight")) == command
