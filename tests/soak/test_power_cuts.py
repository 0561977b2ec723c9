"""A hundred power cuts: ext4 in a file, shut down under the running program without its journal being flushed."""

from __future__ import annotations

import fcntl
import os
import random
import shutil
import struct
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.helpers.terminal import Home, command

CUTS = 100
#: _IOR('X', 125, __u32), and the flag that leaves what is in the journal's memory unwritten.
SHUTDOWN, WITHOUT_FLUSH = 0x8004587D, 2
SESSION = "".join(
    ['format = 1\nname = "Long"\nrest = 0\nrounds = 20\n']
    + [
        f'[[exercise]]\nid = "move-{number}"\nhold = 6\nsides = "each"\nleft = "a"\nright = "b"\n'
        for number in range(20)
    ]
)


class Disk:
    """A disk of 64 MiB that can lose its power."""

    def __init__(self, folder: Path) -> None:
        self._file, self.place = folder / "disk.img", folder / "disk"
        self.place.mkdir()
        with self._file.open("wb") as file:
            file.truncate(64 << 20)

    def make(self) -> bool:
        """Whether it can be had here."""
        words = ("mkfs.ext4", "-q", "-F", str(self._file))
        return shutil.which("mkfs.ext4") is not None and _done(*words) and self.mount()

    def mount(self) -> bool:
        return _done("mount", "-o", "loop", str(self._file), str(self.place))

    def cut(self) -> None:
        """What was not flushed is gone."""
        handle = os.open(self.place, os.O_RDONLY)
        try:
            fcntl.ioctl(handle, SHUTDOWN, struct.pack("I", WITHOUT_FLUSH))
        finally:
            os.close(handle)

    def unmount(self) -> bool:
        for _ in range(50):
            if _done("umount", str(self.place)):
                return True
            time.sleep(0.2)
        return False


def _done(*words: str) -> bool:
    return subprocess.run(words, check=False, capture_output=True).returncode == 0


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Disk]:
    made = Disk(tmp_path)
    if os.geteuid() != 0 or not made.make():
        pytest.skip("needs root, ext4 and loop devices")
    yield made
    made.unmount()


def test_what_was_called_saved_outlives_every_power_cut(disk: Disk, tmp_path: Path) -> None:
    moments, saved = random.Random(100), set[int]()
    home = Home(tmp_path)
    home.log, home.state = disk.place / "log", disk.place / "state" / "glutetimer" / "running"
    home.env |= {"XDG_STATE_HOME": str(disk.place / "state"), "XDG_DATA_HOME": str(disk.place / "data")}
    (tmp_path / "long.toml").write_text(SESSION, "utf-8")
    for _ in range(CUTS):
        home.trace.unlink(missing_ok=True)
        words = ("run", *(["--resume"] if home.running() else ["long.toml"]), "--speed", "60", "--plain")
        argv = command(*words, "--log-dir", str(home.log), "--trace", str(home.trace))
        nowhere = subprocess.DEVNULL
        run = subprocess.Popen(argv, env=home.env, cwd=tmp_path, stdin=nowhere, stdout=nowhere, stderr=nowhere)
        lines = moments.choice((0, 1, 8, 16, 24, 32))  # before anything, in the set-up, in or after a bout
        while len(home.traced()) < lines:
            time.sleep(0.01)
            assert run.poll() is None
        time.sleep(moments.uniform(0.0, 0.6))
        disk.cut()
        told = {event["bout"] for event in home.traced("Saved")}
        run.kill()
        run.wait()
        saved |= told
        assert disk.unmount()
        assert disk.mount()
        if home.running():
            (left,) = home.running()
            assert saved <= {index for index, bout in enumerate(left["bout"]) if "outcome" in bout}
        else:
            assert saved == set()
    assert len(saved) > CUTS / 4
