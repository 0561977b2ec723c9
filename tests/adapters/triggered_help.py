"""What the tests of triggered outputs share: real sound for ALSA and PulseAudio, and a loop like the child's."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import accumulate
from pathlib import Path

import pytest
from private_pulse import RATE, Recorder, private_pulse, recorder
from recognition import SOUNDS, let_hear, recognised
from sound_help import LIMIT, until

from glutetimer.adapters.sound.available import sounds_folder
from glutetimer.adapters.sound.child_player import ChildPlayer
from glutetimer.adapters.sound.outputs.triggered import Triggered
from glutetimer.adapters.sound.spawn import child_command
from glutetimer.adapters.sound.timetable import Timetable
from glutetimer.core.audio.ports import Cue

PLAYED = ("go", "rep", "rep-last", "switch")  # one of each register; all of them would take three times as long
GAP = 0.3  # seconds of silence between two sounds


@contextmanager
def listening(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Recorder]:
    """A private sound server that ALSA plays to as well, and a recorder of it."""
    with private_pulse(folder) as environment, recorder(environment) as ear:
        let_hear(monkeypatch, environment)
        (folder / ".asoundrc").write_text("pcm.!default pulse\nctl.!default pulse\n")
        yield ear


def perform(output: Triggered, timetable: Timetable) -> None:
    """Play the timetable to its end, as the child does."""
    pause = threading.Event()
    while (due := timetable.next_due()) is not None:
        pause.wait(max(0.0, min(0.2, due - time.perf_counter())))
        output.tick(time.perf_counter())
    output.ring_out()


def in_turn(names: Sequence[str]) -> list[Cue]:
    """Cues for these sounds, one after the other, from now on."""
    lengths = (len(SOUNDS[name]) / RATE + GAP for name in names)
    return [Cue(due, name) for due, name in zip(accumulate(lengths, initial=time.perf_counter()), names, strict=False)]


def names_heard(ear: Recorder) -> list[str]:
    """What has been heard, and well: a burst that is not the sound it is most like is none of them."""
    ear.hear(0.2)
    return [burst.name if burst.likeness > 0.95 else f"{burst}" for burst in recognised(ear.samples())]


def lost_and_back(backend: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> float:
    """Let a real player lose its sound server, and find it again at the next rest; after how many seconds. Then
    a sound is heard.
    """
    with listening(folder, monkeypatch):
        player = ChildPlayer(child_command(backend, sounds_folder()))
        assert player.settled(LIMIT), player.problem
    player.play("go")
    assert until(lambda: player.problem)
    with listening(folder, monkeypatch) as ear:
        back = time.perf_counter()
        player.again()
        assert until(lambda: not player.problem)
        took = time.perf_counter() - back
        player.play("go")
        player.close()
        assert names_heard(ear) == ["go"]
    return took
