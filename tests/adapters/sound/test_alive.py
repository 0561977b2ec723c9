"""A sound child that does not answer is replaced, one that nobody wants is not there, a device is looked for seldom."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from glutetimer.adapters.sound import child_player
from glutetimer.adapters.sound.available import sounds_folder
from glutetimer.adapters.sound.child_player import ANSWERS, STARTS, ChildAnswers, ChildPlayer
from glutetimer.adapters.sound.choose import choose_player
from glutetimer.adapters.sound.player import Silent
from glutetimer.adapters.sound.spawn import child_environment
from glutetimer.cli.wiring.audio import OnClock
from glutetimer.core.audio.ports import Cue
from glutetimer.core.run.events import RepDone, RestStarted
from glutetimer.core.settings.config import Volume
from tests.helpers.sound import LIMIT, dummy_child, is_gone, until

pytest.importorskip("miniaudio")
posix = pytest.mark.skipif(sys.platform == "win32", reason="stops processes by signal")
STUCK = "No sound: the sound player does not answer. The screen flashes instead."


@pytest.fixture
def player() -> Iterator[ChildPlayer]:
    """A ready player whose loudspeaker is a dummy."""
    player = ChildPlayer(dummy_child())
    assert player.settled(LIMIT)
    yield player
    player.close()


def run_on(player: ChildPlayer, done: Callable[[], object]) -> bool:
    """Expect something else now and then, as a run does, until it is done."""

    def so() -> object:
        player.expect([Cue(time.perf_counter() + 5, "go")])
        return done()

    return until(so)


@posix
def test_a_child_that_does_not_answer_is_told_killed_and_replaced(player: ChildPlayer) -> None:
    first = player.pid
    os.kill(first, signal.SIGSTOP)
    assert run_on(player, lambda: player.problem == STUCK)
    assert is_gone(first)
    assert run_on(player, lambda: player.backend and player.pid != first)
    assert player.problem == ""


@posix
def test_nobody_waits_for_an_answer_in_a_pause(player: ChildPlayer, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is to be heard then, and no time counts."""
    monkeypatch.setattr(child_player, "ANSWERS", 0.05)
    os.kill(player.pid, signal.SIGSTOP)
    first = player.pid
    player.expect([Cue(time.perf_counter() + 5, "go")])
    for _ in range(20):
        time.sleep(0.01)
        player.expect([])
    os.kill(first, signal.SIGCONT)
    assert (player.pid, player.problem) == (first, "")


def test_only_the_time_of_a_run_counts_and_a_child_may_take_longer_to_start() -> None:
    answers = ChildAnswers()
    answers.sent(1)
    for now in (0.0, 100.0, 200.0):  # a pause between two lists counts for a second
        assert not answers.overdue(now)
    answers.spoken = True
    assert not answers.overdue(200.5)
    assert answers.overdue(200.0 + ANSWERS)
    answers.came()
    assert not answers.overdue(300.0)
    late = ChildAnswers()
    late.sent(1)
    seen = [late.overdue(now / 2) for now in range(1, 40)]
    assert seen.index(True) == pytest.approx(2 * STARTS, abs=2)


@posix
def test_who_wants_quiet_has_no_child_and_gets_one_with_the_sound() -> None:
    player = ChildPlayer(dummy_child(), quiet=True)
    player.expect([Cue(time.perf_counter() + 5, "go")])
    assert not player.settled(0.3)
    assert (player.pid, player.problem, player.bell) == (0, "", False)
    player.quiet(False)
    assert player.settled(LIMIT)
    first = player.pid
    player.quiet(True)
    assert is_gone(first)
    assert until(lambda: player.pid == 0)
    assert player.problem == ""
    player.quiet(False)
    assert until(lambda: player.pid)
    player.close()
    assert until(lambda: not player._thread.is_alive())


def test_where_every_volume_is_0_there_is_none() -> None:
    assert choose_player("miniaudio", sounds_folder(), Volume(0, 0, 0)) == Silent()


#: Counts how often a device is looked for; a minute of the child's clock takes 6 hundredths of a second.
LOOKING = """
import time
from pathlib import Path
from glutetimer.adapters.sound import child
from glutetimer.adapters.sound.wavs import Wavs
def none(wavs, table):
    raise child.NoSound("no device found")
child.RETRY, child.RETRY_IDLE, child.MOST_TRIES = 1.0, 6.0, 1000
child.serve(none, Wavs(Path({sounds!r}), Path()))
"""


def looking() -> subprocess.Popen[bytes]:
    program = LOOKING.format(sounds=str(sounds_folder()))
    pipe = subprocess.PIPE
    return subprocess.Popen([sys.executable, "-c", program], stdin=pipe, stdout=pipe, env=child_environment())


@pytest.mark.parametrize(("line", "least", "most"), [(b"", 1, 1), (b"cues 1:go\n", 2, 3), (b"again\n", 5, 40)])
def test_without_a_device_it_is_looked_for_seldom_in_a_run_more_seldom_in_a_pause_and_at_once_when_asked(
    line: bytes, least: int, most: int
) -> None:
    """Here a run's ten seconds are one, and a pause's sixty are six."""
    with looking() as child:
        assert child.stdin is not None
        assert child.stdout is not None
        assert child.stdout.readline() == b"none no device found\n"
        end = time.monotonic() + 2.5
        while time.monotonic() < end:
            child.stdin.write(line)
            child.stdin.flush()
            time.sleep(0.1)
        child.stdin.close()
        tries = 1 + child.stdout.read().count(b"none")
    assert least <= tries <= most


def test_each_rest_looks_for_a_device_at_once() -> None:
    class Player(Silent, frozen=True):
        def again(self) -> None:
            asked.append(1)

    asked = list[int]()
    on_clock = OnClock(Player(), clock=None)  # type: ignore[arg-type]
    on_clock.look_again(RepDone(1.0, 1, 0, 1, 8), "rep")
    assert asked == []
    on_clock.look_again(RestStarted(1.0, 1, 0, 30.0), "rest")
    assert asked == [1]


def test_a_player_without_a_device_asks_its_child_to_look(tmp_path: Path) -> None:
    script, told = tmp_path / "child.py", tmp_path / "told"
    program = f"print('none of it', flush=True); open({str(told)!r}, 'a').write(sys.stdin.readline())"
    script.write_text(f"import sys; {program}")
    player = ChildPlayer([sys.executable, str(script)])
    assert until(lambda: player.problem)
    player.again()
    assert until(lambda: told.exists() and told.read_text().startswith("again"))
    player.close()
