"""The rig: the real program in a terminal, what reaches the sound server recorded, the trace beside it."""

from __future__ import annotations

from array import array
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.helpers.pulse import ahead, private_pulse, recorder
from tests.helpers.terminal import Home, Terminal


@dataclass(frozen=True, slots=True)
class Performance:
    """What was recorded of a run, the moment of its first frame (`time.monotonic`), and the lines of the trace."""

    recording: array[int]
    began: float
    trace: list[dict[str, Any]]


def perform(folder: Path, session: Path, config: str, hands: Callable[[Terminal], None]) -> Performance:
    """Run a session to its end and record it; `hands` presses what is to be pressed, until the program is leaving.

    The recorder is there first: an idle null sink takes two seconds to open, and the beginning would be lost.
    """
    home, pulse = Home(folder), folder / "pulse"
    pulse.mkdir()
    (folder / "config.toml").write_text(config, "utf-8")
    places = ("--trace", str(home.trace), "--config", str(folder / "config.toml"), "--log-dir", str(home.log))
    with private_pulse(pulse) as environment, recorder(environment) as ear:
        home.hear(environment)
        home.first = ahead()
        with Terminal(home, "run", str(session), *places) as terminal:
            hands(terminal)
            assert terminal.end() == 0
        ear.hear(0.3)
        return Performance(ear.samples(), ear.began, home.traced())
