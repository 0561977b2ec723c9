"""A PulseAudio daemon of the test's own with a null sink, and a recorder of what reaches that sink."""

from __future__ import annotations

import math
import os
import shutil
import subprocess
import sys
import threading
import time
from array import array
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.helpers.live import only_live, stood_still

RATE = 44_100
FORMAT = ["rate=44100", "channels=1", "format=s16le"]


class Recorder:
    """Everything the sink has put out so far, and a way to wait for more of it."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self._process = process
        self._bytes = bytearray()
        #: The moment of the first frame, in seconds of `time.monotonic`. The sink puts a block out when its first frame
        #: is due; so it comes late now and then, but never early, and the quickest one tells.
        self.began = math.inf
        #: The longest time in which nothing came, in seconds: where it is long the machine stood still.
        self.stall = 0.0
        self._grown = threading.Condition()
        self._thread = threading.Thread(target=self._collect, daemon=True)
        self._thread.start()

    def _collect(self) -> None:
        assert self._process.stdout is not None
        before = math.inf
        while block := os.read(self._process.stdout.fileno(), 1 << 16):
            now = time.monotonic()
            with self._grown:
                self.began = min(self.began, now - self.seconds)
                self._bytes += block
                self.stall = max(self.stall, now - before)
                self._grown.notify_all()
            before = now

    @property
    def seconds(self) -> float:
        """How much has been recorded."""
        return len(self._bytes) / 2 / RATE

    def hear(self, seconds: float, limit: float = 10.0) -> None:
        """Wait until so much more has been recorded."""
        until = self.seconds + seconds
        with self._grown:
            assert self._grown.wait_for(lambda: self.seconds >= until, limit), "the recorder stands still"

    def samples(self) -> array[int]:
        """The recording."""
        return array("h", bytes(self._bytes[: len(self._bytes) // 2 * 2]))

    def close(self) -> None:
        """End the recorder."""
        stood_still(self.stall)
        end(self._process, self._thread)


def ahead(*command: str) -> list[str]:
    """The command with a place before other programs, where it may have one: what plays and records waits for nobody.

    Else a recording next to many other tests has gaps that are the machine's, and is made again.
    """
    may = sys.platform != "win32" and os.geteuid() == 0 and shutil.which("nice")
    return ["nice", "-n", "-10", *command] if may else list(command)


def need_pulseaudio() -> None:
    """Skip where PulseAudio is not installed; on a build machine that is a failure."""
    only_live()
    if not all(map(shutil.which, ("pulseaudio", "parec"))):
        pytest.skip("pulseaudio and pulseaudio-utils are not here")


@contextmanager
def private_pulse(folder: Path) -> Iterator[Mapping[str, str]]:
    """A running daemon whose files lie in `folder`; gives the environment in which programs find it."""
    need_pulseaudio()
    socket = folder / "socket"
    places = dict.fromkeys(("HOME", "XDG_RUNTIME_DIR", "PULSE_RUNTIME_PATH", "PULSE_STATE_PATH"), str(folder))
    environment = os.environ | places | {"LC_ALL": "C"}
    modules = (f"module-native-protocol-unix socket={socket} auth-anonymous=1", sink())
    loads = [word for module in modules for word in ("-L", module)]
    daemon = subprocess.Popen(
        ahead("pulseaudio", "-n", "-v", "--exit-idle-time=-1", "--daemonize=no", "--use-pid-file=no", *loads),
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )
    started = threading.Event()
    log = threading.Thread(target=follow, args=(daemon, started), daemon=True)
    log.start()
    try:
        assert started.wait(20), "pulseaudio does not start"
        yield environment | {"PULSE_SERVER": f"unix:{socket}"}
    finally:
        end(daemon, log)


def sink() -> str:
    """The null sink, in the sounds' own format, so that nothing is resampled.

    Without rewinds: else its monitor hears the beginning of a new stream twice, or not at all.
    """
    return " ".join(["module-null-sink", "sink_name=ear", *FORMAT, "norewinds=1"])


def follow(daemon: subprocess.Popen[bytes], started: threading.Event) -> None:
    """Read the daemon's messages to their end, so that it never waits for a reader."""
    assert daemon.stderr is not None
    for line in daemon.stderr:
        if b"startup complete" in line:
            started.set()


@contextmanager
def recorder(environment: Mapping[str, str]) -> Iterator[Recorder]:
    """A recorder of the null sink that has begun to hear: an idle sink is slow to open.

    From now on the sink puts out blocks of 10 ms; a stream that is new begins with the next one. Shorter blocks are no
    whole microseconds, which the sink drops: its clock would run fast.
    """
    command = ["parec", "--raw", "--device=ear.monitor", f"--rate={RATE}", "--channels=1", "--format=s16le"]
    process = subprocess.Popen(ahead(*command, "--latency-msec=10"), env=environment, stdout=subprocess.PIPE)
    ear = Recorder(process)
    try:
        ear.hear(0.1)
        yield ear
    finally:
        ear.close()


def end(process: subprocess.Popen[bytes], reader: threading.Thread) -> None:
    """End a process of the test's own, then the thread that reads from it, then close its pipes."""
    with process:
        process.terminate()
        reader.join()
