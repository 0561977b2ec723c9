"""kill -9 at random moments: what was called saved is there, and the next start offers it."""

from __future__ import annotations

import random

import pytest
from terminal import Home, Terminal

KILLS_A_TEST = 10


@pytest.mark.outside
@pytest.mark.parametrize("seed", range(5))
def test_saved_bouts_survive(home: Home, seed: int) -> None:
    """Ten kills a seed; after each the workout is gone on with, so that its record only grows."""
    moments = random.Random(seed)
    args = ("run", "hip-control", "--speed", "120", "--log-dir", str(home.log), "--trace", str(home.trace))
    saved: set[int] = set()
    kept: set[int] = set()
    for _ in range(KILLS_A_TEST):
        home.trace.unlink(missing_ok=True)
        with Terminal(home, *args) as terminal:
            if kept:
                terminal.wait_for("Not ended last time")
                terminal.press_until("g", lambda: bool(home.traced("SetupStarted")))
            terminal.wait_for_event("BoutStarted")
            lines = len(home.traced()) + moments.randrange(1, 30)
            terminal.wait_for_lines(lines)
            terminal.kill()
        saved |= {event["bout"] for event in home.traced("Saved")}
        # A bout may be durable before the trace has said so; never the other way round.
        (running,) = home.running()
        kept = {index for index, bout in enumerate(running["bout"]) if "outcome" in bout}
        assert saved <= kept
