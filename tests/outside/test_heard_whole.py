"""The whole program, recorded: every sound of a real session is heard once, at its moment, and nothing else is."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from statistics import median, pstdev

import pytest

from glutetimer.core.audio.precedence import APART, ORDER
from tests.hearing.expected import expected
from tests.hearing.recognition import SOUNDS
from tests.hearing.rig import perform
from tests.hearing.transcript import transcribe
from tests.hearing.verdict import SLACK, Verdict, judge
from tests.helpers.paths import TESTS
from tests.helpers.terminal import Terminal

SESSION = TESTS / "hearing" / "every_sound.toml"
CONFIG = 'setup = 5\nswitch = 2\nvoice = "off"\nplayer = "miniaudio"\n'
HEEL_RAISE, BRIDGE = 9, 11


@pytest.mark.live
@pytest.mark.outside
def test_each_sound_is_heard_once_and_in_order(tmp_path: Path, record_property: Callable[[str, object], None]) -> None:
    """None is missing, none comes twice, and the recording is their sum to the last bit: there is nothing else."""
    pytest.importorskip("miniaudio")
    performance = perform(tmp_path, SESSION, CONFIG, hands)
    due = expected(performance.trace)
    assert {one.sound for one in due} == set(SOUNDS)
    verdict = judge(due, transcribe(performance.recording, SOUNDS), performance.began)
    assert not verdict.complaints, "\n".join(verdict.complaints)
    assert smeared(verdict) == []
    for name, value in figures(verdict).items():
        print(f"{name}: {value:.1f} ms")
        record_property(name, round(value, 1))


def smeared(verdict: Verdict) -> list[str]:
    """What begins in one moment with a switch or the finish, at which the last rep and a first count are due, too.

    What counts reps and phases is heard besides; keys may come at any time, but none comes then.
    """
    heard = sorted((sound.at, sound.sound) for _, sound in verdict.pairs if sound.sound in ORDER)
    near = [(one, other) for (at, one), (then, other) in pairwise(heard) if then - at < APART - SLACK]
    return [f"{one} and {other}" for one, other in near if {one, other} & {"switch", "finish"}]


def hands(terminal: Terminal) -> None:
    """A hold ended by hand, a form that breaks, a pause: each key well before the next sound."""
    terminal.wait_for_event("TargetReached")
    terminal.press("\r")
    wait_for_rep(terminal, HEEL_RAISE, 2)
    terminal.press("f")
    terminal.press_until("1", lambda: len(terminal.home.traced("RestStarted")) == 4)
    wait_for_rep(terminal, BRIDGE, 1)
    terminal.press(" ")
    terminal.wait_for_event("Paused")
    terminal.press_until("g", lambda: bool(terminal.home.traced("Resumed")))
    terminal.wait_for_event("Finished")
    terminal.press_until("\x1b", "Saved: ")


def wait_for_rep(terminal: Terminal, step: int, count: int) -> None:
    """Until a rep of a step is done."""
    reps = terminal.home.traced
    terminal.wait(lambda: any((r["step"], r["count"]) == (step, count) for r in reps("RepDone")), f"rep {count}")


def figures(verdict: Verdict) -> dict[str, float]:
    """How long after its moment, and after the trace's line, a sound is heard: in milliseconds.

    What was foreseen lies on its frame; what a key brings about waits for the device's next block: the most.
    """
    late = sorted(1000 * (heard.at - due.moment) for due, heard in verdict.pairs)
    written = [1000 * (heard.at - due.written) for due, heard in verdict.pairs]
    return {
        "after its moment, usually": 1000 * verdict.offset,
        "after its moment, least": late[0],
        "after its moment, nine in ten at most": late[len(late) * 9 // 10],
        "after its moment, most": late[-1],
        "after the trace's line, usually": median(written),
        "after the trace's line, spread": pstdev(written),
    }
