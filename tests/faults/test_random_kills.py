"""kill -9 at 300 random moments of real runs, and three programs at once that want to go on, twenty times."""

from __future__ import annotations

import random
import subprocess
import time
from pathlib import Path

import pytest

from tests.helpers.terminal import Home, command

KILLS, RACES = 300, 20
SESSION = "".join(
    ['format = 1\nname = "Long"\nrest = 0\nrounds = 20\n']
    + [
        f'[[exercise]]\nid = "move-{number}"\nhold = 6\nsides = "each"\nleft = "a"\nright = "b"\n'
        for number in range(20)
    ]
)


@pytest.fixture
def home(tmp_path: Path) -> Home:
    (tmp_path / "long.toml").write_text(SESSION, "utf-8")
    return Home(tmp_path)


def run(home: Home, *words: str) -> subprocess.Popen[bytes]:
    argv = command("run", *words, "--plain", "--log-dir", str(home.log), "--trace", str(home.trace))
    nowhere = subprocess.DEVNULL
    return subprocess.Popen(argv, env=home.env, cwd=home.folder, stdin=nowhere, stdout=nowhere, stderr=nowhere)


def test_after_300_kills_no_bout_that_was_called_saved_is_lost(home: Home) -> None:
    moments, saved = random.Random(300), set[int]()
    for _ in range(KILLS):
        home.trace.unlink(missing_ok=True)
        running = run(home, *(["--resume"] if home.running() else ["long.toml"]), "--speed", "40")
        lines = moments.choice((0, 1, 8, 16, 24, 32))  # before anything, in the set-up, in or after a bout
        while len(home.traced()) < lines:
            time.sleep(0.01)
            assert running.poll() is None, "it ended by itself: take a longer session"
        time.sleep(moments.uniform(0.0, 0.6))
        running.kill()
        running.wait()
        saved |= {event["bout"] for event in home.traced("Saved")}
        if not home.running():
            assert saved == set()
            continue
        (left,) = home.running()
        assert saved <= {index for index, bout in enumerate(left["bout"]) if "outcome" in bout}
        assert home.records() == []
    assert len(saved) > KILLS / 12, "the kills came too early to say anything"
    assert home.run("run", "--resume", "--plain", "--speed", "9000", "--log-dir", str(home.log)).returncode == 0
    (record,) = home.records()
    assert {bout["outcome"] for bout in record["bout"]} == {"done"}
    assert [path.name for path in home.folder.rglob("*.tmp")] == []


def test_of_three_resumes_at_once_one_goes_on_twenty_times(home: Home) -> None:
    first = run(home, "long.toml", "--speed", "40")
    while not home.traced("Saved"):
        time.sleep(0.01)
        assert first.poll() is None
    first.kill()
    first.wait()
    for _ in range(RACES):
        home.trace.unlink(missing_ok=True)
        racing = [run(home, "--resume", "--speed", "1") for _ in range(3)]
        end = time.monotonic() + 60
        while sum(one.poll() == 1 for one in racing) < 2:
            assert time.monotonic() < end
            time.sleep(0.02)
        time.sleep(0.3)
        assert sorted(one.poll() is None for one in racing) == [False, False, True]
        for one in racing:
            one.kill()
            one.wait()
        assert len(home.running()) == 1
        assert home.records() == []
