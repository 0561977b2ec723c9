"""A second's beat through the real program, recorded: how evenly it is heard, and how long after its moment."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from statistics import median, pstdev, quantiles
from typing import Any

import pexpect

from tests.hearing.expected import expected
from tests.hearing.recognition import SOUNDS
from tests.hearing.transcript import transcribe
from tests.hearing.verdict import Verdict, judge
from tests.helpers.paths import TESTS
from tests.helpers.pulse import private_pulse, recorder
from tests.helpers.terminal import Home

BENCH = TESTS / "bench"
SESSION = """format = 1
name = "A beat a second"
[[exercise]]
id = "beat"
reps = {}
tempo = ["up 1"]
"""
CONFIG = 'setup = 5\nvoice = "off"\nplayer = "{}"\n'
ASOUNDRC = "pcm.!default pulse\nctl.!default pulse\n"
SIZE = (60, 200)
LOOK = 0.2  # seconds between two looks at the trace
RING_OUT = 1.5  # seconds from the last event to the end of its sound
PATIENCE = 60.0  # seconds that a run may take longer than it ought to
SLACK = 0.4  # seconds by which a sound may be late here: it is to be measured
PERIODS = (1.0, 0.01)


@dataclass(frozen=True, slots=True)
class Player:
    """A player by its name in the settings; where that is the system's, only this one of its programs is there."""

    setting: str
    program: str = ""

    @property
    def name(self) -> str:
        """Its own name."""
        return self.program or self.setting


@dataclass(frozen=True, slots=True)
class Spread:
    """Many figures in a few, all in milliseconds."""

    middle: float
    sd: float
    p99: float
    most: float


@dataclass(frozen=True, slots=True)
class Measured:
    """What came of one recording.

    `interval` is how far off a second two beats are, `offset` how long after its moment each is heard, `screen` how
    long after the program's own event; `bare` how late a bare thread woke meanwhile, by the period it slept.
    `missing` beats were not heard, `spoilt` places were no sum of sounds.
    """

    beats: int
    missing: int
    spoilt: int
    interval: Spread
    offset: Spread
    screen: Spread
    bare: Mapping[float, Spread]


def measure(folder: Path, player: Player, seconds: int, *, busy: bool) -> Measured:
    """Let a player beat for so many seconds, on a screen that is busy or not."""
    home, pulse = Home(folder), folder / "pulse"
    pulse.mkdir()
    places = prepared(home, player, seconds)
    command = [str(BENCH / "busy_program.py")] if busy else ["-m", "glutetimer"]
    with private_pulse(pulse) as environment, recorder(environment) as ear:
        home.hear(environment)
        sleepers = [sleeper(period, seconds) for period in PERIODS]
        run_out(home, [*command, *places], seconds)
        ear.hear(0.3)
        slept = [process.communicate()[0] for process in sleepers]
        heard = transcribe(ear.samples(), SOUNDS)
        verdict = judge(expected(home.traced()), heard, ear.began, SLACK)
    bare = {period: spread(list(map(float, text.split()))) for period, text in zip(PERIODS, slept, strict=True)}
    return measured(verdict, seconds, len(heard.strange), bare)


def prepared(home: Home, player: Player, seconds: int) -> list[str]:
    """Lay out the files; the arguments that name them."""
    session, config = home.folder / "beat.toml", home.folder / "config.toml"
    session.write_text(SESSION.format(seconds), "utf-8")
    config.write_text(CONFIG.format(player.setting), "utf-8")
    (home.folder / ".asoundrc").write_text(ASOUNDRC, "utf-8")
    if player.program:
        alone = home.folder / "bin"
        alone.mkdir()
        (alone / player.program).symlink_to(f"/usr/bin/{player.program}")
        home.env["PATH"] = str(alone)
    return ["run", str(session), "--config", str(config), "--trace", str(home.trace), "--log-dir", str(home.log)]


def sleeper(period: float, seconds: int) -> subprocess.Popen[str]:
    """A bare thread in a process of its own that sleeps to absolute deadlines."""
    command = [sys.executable, str(BENCH / "stall.py"), str(period), str(round(seconds / period))]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def run_out(home: Home, arguments: Sequence[str], seconds: int) -> None:
    """Run the program in a pseudo-terminal until its session is over and has rung out; what it draws is thrown away."""
    child = pexpect.spawn(sys.executable, list(arguments), env=home.env, cwd=str(home.folder), dimensions=SIZE)
    limit, over, drawn = time.monotonic() + seconds + PATIENCE, 0.0, b""
    try:
        while not over or time.monotonic() < over:
            assert time.monotonic() < limit, "the session did not end"
            drawn = drawn[-2000:] + read(child)
            if not over and home.traced("Finished"):
                over = time.monotonic() + RING_OUT
    except pexpect.EOF:
        raise AssertionError(f"the program ended:\n{drawn.decode(errors='replace')}") from None
    finally:
        child.close(force=True)


def read(child: pexpect.spawn[Any]) -> bytes:
    """What the program draws in a while."""
    until, drawn = time.monotonic() + LOOK, b""
    while (left := until - time.monotonic()) > 0:
        try:
            drawn += child.read_nonblocking(1 << 16, left)
        except pexpect.TIMEOUT:
            break
    return drawn


def measured(verdict: Verdict, seconds: int, spoilt: int, bare: Mapping[float, Spread]) -> Measured:
    """The figures; beats are the ends of reps."""
    beats = [(due, heard) for due, heard in verdict.pairs if due.sound.startswith("rep")]
    intervals = [
        (later - earlier) - (after.moment - before.moment)
        for (before, earlier), (after, later) in pairwise((due, heard.at) for due, heard in beats)
        if after.moment - before.moment < 1.5  # Else one is missing between them.
    ]
    return Measured(
        beats=len(beats),
        missing=seconds - len(beats),
        spoilt=spoilt,
        interval=spread(intervals),
        offset=spread([heard.at - due.moment for due, heard in beats]),
        screen=spread([heard.at - due.written for due, heard in beats]),
        bare=bare,
    )


def spread(seconds: Sequence[float]) -> Spread:
    """Of seconds; `p99` and `most` are how far they lie from 0, whichever way."""
    if len(seconds) < 2:
        return Spread(0.0, 0.0, 0.0, 0.0)
    away = sorted(1000 * abs(value) for value in seconds)
    p99 = quantiles(away, n=100, method="inclusive")[98]
    return Spread(1000 * median(seconds), 1000 * pstdev(seconds), p99, away[-1])
