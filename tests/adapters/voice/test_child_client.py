"""The program's end of the voice child, and how its processes are started."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from subprocess import Popen

import pytest

from glutetimer.adapters.voice.child_client import Maker, child_command
from glutetimer.adapters.voice.clips import find_clip
from glutetimer.adapters.voice.processes import joined, started
from tests.helpers.sound import is_gone, until
from tests.helpers.voice import SPEAKS, fake_espeak, need_espeak

NOISE = "import os; os.write(2, b'noise'); os.write(1, b'answer')"


@pytest.fixture(params=["a stand-in", pytest.param("espeak-ng", marks=pytest.mark.live)])
def maker(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Maker]:
    """One whose clips are in `clips`."""
    engine = need_espeak() if request.param == "espeak-ng" else fake_espeak(tmp_path)
    found = Maker(child_command(engine, tmp_path / "clips"), 60.0)
    yield found
    found.rest()


def test_a_clip_is_made_when_it_says_so(maker: Maker, tmp_path: Path) -> None:
    assert maker.make("say-1", "Halfway.") == "made"
    assert find_clip(tmp_path / "clips", "say-1") is not None


def test_a_child_makes_all_clips(maker: Maker) -> None:
    assert maker.make("say-1", "Halfway.") == "made"
    child = maker.pid
    assert maker.make("say-2", "-v") == "made"
    assert maker.pid == child != 0


def test_no_alarm_outlives_its_sentence(maker: Maker) -> None:
    """It would end the child in the middle of another one."""
    maker.make("say-1", "Halfway.")
    assert until(lambda: not any(isinstance(thread, threading.Timer) for thread in threading.enumerate()))


def test_a_child_that_is_about_to_end_is_not_asked(maker: Maker) -> None:
    """An alarm may go off as the answer comes."""
    maker.make("say-1", "Halfway.")
    child = maker._child
    assert child is not None
    assert child.stdin is not None
    child.stdin.close()
    assert maker.make("say-2", "Halfway.") == "made"
    assert is_gone(child.pid)


def test_nothing_is_started_after_the_end(maker: Maker) -> None:
    maker.close()
    assert (maker.make("say-1", "Halfway."), maker.pid) == ("lost", 0)


def test_a_child_that_cannot_be_started_loses_the_sentence(tmp_path: Path) -> None:
    maker = Maker([str(tmp_path / "away")], 60.0)
    assert (maker.make("say-1", "Halfway."), maker.pid) == ("lost", 0)


@pytest.mark.parametrize("start", [started, joined])
def test_what_a_program_prints_reaches_its_pipe_only(
    start: Callable[[Sequence[str]], Popen[bytes]], capfd: pytest.CaptureFixture[str]
) -> None:
    with start([sys.executable, "-c", NOISE]) as process:
        assert process.communicate()[0] == b"answer"
    assert capfd.readouterr() == ("", "")


@pytest.mark.skipif(sys.platform == "win32", reason="process groups are another thing there")
def test_keys_of_the_terminal_do_not_reach_a_program() -> None:
    with started([sys.executable, "-c", "input()"]) as process:
        assert os.getpgid(process.pid) == process.pid != os.getpgid(0)
        process.kill()


@pytest.mark.skipif(sys.platform == "win32", reason="priorities are another thing there")
def test_engines_let_others_go_first(tmp_path: Path) -> None:
    """The screen, and above all the sound child."""
    nice = f"{SPEAKS}\nopen(os.path.join(here, 'nice'), 'w').write(str(os.nice(0)))\n"
    maker = Maker(child_command(fake_espeak(tmp_path, nice), tmp_path / "clips"), 60.0)
    assert maker.make("say-1", "Halfway.") == "made"
    maker.rest()
    assert int((tmp_path / "nice").read_text()) == min(19, os.nice(0) + 5)
