"""kill -9 at random moments: what was called saved is there, and the next start offers it."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import pytest

from tests.helpers.terminal import HELD, Home, Terminal

KILLS_A_TEST = 10

# 80 sides, some 25 s of runs at this speed: on a machine that looks away for a second it is not over before the kill.
LONG = """
format = 1
name = "Long"
summary = "Two moves, again and again."
source = "here"
order = "circuit"
rounds = 20
""" + "".join(
    f"""
[[exercise]]
id = "{name.lower()}"
name = "{name}"
how = "Sit back."
sides = "each"
left = "Left leg in front"
right = "Right leg in front"
reps = 8
tempo = ["down 0.5", "up 0.5"]
[[exercise.easier]]
name = "Half {name.lower()}"
cue = "Half the way down"
"""
    for name in ("Squat", "Lunge")
)


@pytest.mark.outside
@pytest.mark.parametrize("seed", range(3))
def test_saved_bouts_survive(home: Home, seed: int) -> None:
    """Ten kills a seed (`make faults`: 300); after each the workout is gone on with, so that its record only grows."""
    moments = random.Random(seed)
    path = home.folder / "long.toml"
    path.write_text(LONG, "utf-8")
    args = ("run", str(path), "--speed", "120", "--log-dir", str(home.log), "--trace", str(home.trace))
    saved: set[int] = set()
    kept: set[int] = set()
    planned: list[dict[str, Any]] = []
    for _ in range(KILLS_A_TEST):
        home.trace.unlink(missing_ok=True)
        with Terminal(home, *args) as terminal:
            if kept:
                terminal.wait_for("Unfinished workout")
                terminal.press_until("g", lambda: bool(home.traced("SetupStarted")))
            terminal.wait_for_event("BoutStarted")
            lines = len(home.traced()) + moments.randrange(1, 30)
            terminal.press(moments.choice(["e", "t", "et", ""]))
            terminal.wait_for_lines(lines)
            terminal.kill()
        saved |= {event["bout"] for event in home.traced("Saved")}
        if not home.running():  # Killed before the first write was through: it was not called saved either.
            assert not saved
            assert not kept
            continue
        # A bout may be durable before the trace has said so; never the other way round.
        (running,) = home.running()
        # Of a bout that is over the plan stays as it stood.
        now = running["resume"]["bout"]
        assert all(now[index] == planned[index] for index in kept)
        kept, planned = {index for index, bout in enumerate(running["bout"]) if "outcome" in bout}, now
        assert saved <= kept


SQUATS = """
format = 1
name = "Squats"
summary = "Squats alone."
source = "here"
order = "straight"
rounds = 2
[[exercise]]
id = "squat"
name = "Squat"
how = "Sit back."
reps = 6
tempo = ["down 2", "up 2"]
cues = ["Knees over toes"]
[[exercise.easier]]
name = "Half squat"
cue = "Half the way down"
"""


def test_a_plan_that_keys_have_changed_comes_back_as_it_stood(home: Home) -> None:
    """Eased, in another pace, before anything was done; killed twice, since what goes on is saved like any other."""
    path = home.folder / "squats.toml"
    path.write_text(SQUATS, "utf-8")
    args = ("run", str(path), "--mute", "--log-dir", str(home.log), "--trace", str(home.trace))
    with Terminal(home, *args) as terminal:
        terminal.wait_for("start now")
        terminal.press("e")
        terminal.wait_for_event("Eased")
        terminal.press("t")
        terminal.wait(lambda: standing(home) == [HALF, HALF], "saved")
        terminal.kill()
    for _ in range(2):
        home.trace.unlink()
        resume = ("run", "--resume", "--mute", "--log-dir", str(home.log), "--trace", str(home.trace))
        with Terminal(home, *resume) as terminal:
            terminal.start()
            terminal.press_until("\r", lambda: bool(home.traced("RepDone")), apart=HELD)
            terminal.kill()
        assert standing(home) == [HALF, HALF]
    with Terminal(home, "run", "--resume", "--mute", "--log-dir", str(home.log)) as terminal:
        terminal.wait_for("start now")
        terminal.press("q")
        terminal.wait_for("Finish here")
        terminal.press_until("s", "All as counted?")
        terminal.press_until("\x1b", "Saved: ")
        assert terminal.end() == 0
    (record,) = home.records()
    assert {(bout["name"], bout["form"]) for bout in record["bout"]} == {("Half squat", "squat-half-squat")}
    assert 0 < record["active"] < 60


HALF = {"form": "squat-half-squat", "target": 6, "pace": "tap", "rest": 30.0}


def standing(home: Home) -> list[dict[str, Any]]:
    """The plan in the running file."""
    (running,) = home.running()
    found: list[dict[str, Any]] = running["resume"]["bout"]
    return found


OLDER = Path(__file__).with_name("older_running.toml")


def test_an_older_running_file_still_resumes(home: Home) -> None:
    """It knows neither plan nor run time: seven bouts are done, the eighth is open."""
    path = home.state / "20261130T193408Z-7c9ce1d7.toml"
    path.parent.mkdir(parents=True)
    path.write_bytes(OLDER.read_bytes())
    (before,) = home.running()
    done = home.run("run", "--resume", "--plain", "--speed", "2000", "--log-dir", str(home.log))
    assert (done.returncode, done.stderr) == (0, "")
    (record,) = home.records()
    assert [bout["outcome"] for bout in record["bout"]] == ["done"] * len(before["bout"])
    over = [bout for bout in before["bout"] if "outcome" in bout]
    assert len(over) == 7
    assert [bout | {"rest": None} for bout in record["bout"][:7]] == [bout | {"rest": None} for bout in over]
    assert "active" not in record
    assert ", about " in home.ask("log", "show", "last", "--log-dir", str(home.log))
