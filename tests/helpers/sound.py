"""What the sound tests share: waiting for processes, and a sound child that is real but for its loudspeaker."""

from __future__ import annotations

import os
import select
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from itertools import accumulate
from pathlib import Path

import pytest

from glutetimer.adapters.sound.available import sounds_folder
from glutetimer.adapters.sound.child_player import ChildPlayer
from glutetimer.adapters.sound.outputs.triggered import Triggered
from glutetimer.adapters.sound.spawn import child_command
from glutetimer.adapters.sound.timetable import Timetable
from glutetimer.core.audio.ports import Cue
from tests.hearing.recognition import SOUNDS, let_hear, recognised
from tests.helpers.pulse import RATE, Recorder, private_pulse, recorder

LIMIT = 60.0  # seconds; only a broken program comes near it, however busy the machine is


def until(condition: Callable[[], object]) -> bool:
    """Look again and again until it holds; false when it never does."""
    end, pause = time.monotonic() + LIMIT, threading.Event()
    while not condition() and time.monotonic() < end:
        pause.wait(0.01)
    return bool(condition())


def is_gone(pid: int) -> bool:
    """Whether a process, one's own child or not, ends within the limit."""
    if sys.platform == "linux":
        return ends(pid)
    else:
        return until(lambda: not is_alive(pid))


def is_alive(pid: int) -> bool:
    """Whether a process exists."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def ends(pid: int) -> bool:
    """The same by the file that becomes readable at the end; a process nobody has waited for counts as ended."""
    assert sys.platform == "linux"
    try:
        file = os.pidfd_open(pid)
    except ProcessLookupError:
        return True
    ended, _, _ = select.select([file], [], [], LIMIT)
    os.close(file)
    return bool(ended)


def dummy_child(sounds: Path | None = None) -> list[str]:
    """The command of a child that plays to miniaudio's dummy device."""
    script = Path(__file__).with_name("dummy_sound_child.py")
    return [sys.executable, "-P", str(script), str(sounds or sounds_folder())]


def deaf(folder: Path) -> dict[str, str]:
    """An environment in which no sound server and no card is found, on Linux."""
    places = dict.fromkeys(("XDG_RUNTIME_DIR", "PULSE_RUNTIME_PATH", "PIPEWIRE_RUNTIME_DIR"), str(folder))
    return places | {
        "PULSE_SERVER": f"unix:{folder}/none",
        "ALSA_CONFIG_PATH": os.devnull,
        "JACK_NO_START_SERVER": "1",
    }


def without_devices(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    """Hide every sound server and card of this machine; Linux only."""
    if sys.platform != "linux":
        pytest.skip("only Linux lets a test hide the sound devices")
    for name, value in deaf(folder).items():
        monkeypatch.setenv(name, value)


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
