"""What the sound tests share: waiting for processes, and a sound child that is real but for its loudspeaker."""

from __future__ import annotations

import os
import select
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from glutetimer.adapters.sound.available import sounds_folder

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
