"""The sound child and its player: whatever happens to either, the run goes on and no process stays."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest
from sound_help import dummy_child, is_alive, is_gone, until, without_devices

from glutetimer.adapters.sound import child_player
from glutetimer.adapters.sound.child_player import ChildPlayer
from glutetimer.adapters.sound.choose import choose_player
from glutetimer.adapters.sound.folder import sounds_folder
from glutetimer.adapters.sound.spawn import child_command, child_environment, spawn

pytest.importorskip("miniaudio")
posix = pytest.mark.skipif(sys.platform == "win32", reason="asks after processes by signal")
STOPPED = "No sound: the sound player stopped. The screen flashes instead."


@pytest.fixture
def player() -> Iterator[ChildPlayer]:
    """A ready player whose loudspeaker is a dummy."""
    player = ChildPlayer(dummy_child())
    assert player.settled(10)
    yield player
    player.close()


def sleeper() -> list[str]:
    """A child that never reads, never answers, never ends."""
    return [sys.executable, "-c", "import threading; threading.Event().wait()"]


def test_a_ready_player_has_no_problem(player: ChildPlayer) -> None:
    assert (player.problem, player.backend) == ("", "Null")


def test_without_a_device_the_problem_is_one_kind_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    without_devices(monkeypatch, tmp_path)
    player = choose_player("miniaudio", sounds_folder())
    assert until(lambda: player.problem)
    player.play("go")
    player.close()
    assert player.problem == "No sound: no device found. The screen flashes instead."


def test_simpleaudio_without_a_device_says_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if find_spec("simpleaudio") is None:
        pytest.skip("simpleaudio is an extra, not installed here")
    without_devices(monkeypatch, tmp_path)
    player = ChildPlayer(child_command("simpleaudio", sounds_folder()))
    assert until(lambda: player.problem)
    player.close()
    assert player.problem == "No sound: no device found. The screen flashes instead."


def test_a_child_with_nothing_to_play_on_ends_before_its_stdin(tmp_path: Path) -> None:
    """It does not wait about for a program that has no use for it."""
    with spawn(child_command("miniaudio", tmp_path)) as child:
        assert child.stdout is not None
        said = child.stdout.read()
        assert (said, child.wait(10)) == (b"none the folder of sounds is empty\n", 0)


def test_a_sound_system_that_is_only_a_dummy_is_no_sound(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where neither ALSA nor PulseAudio can be loaded, the library opens its dummy without a word."""
    without_devices(monkeypatch, tmp_path)
    for name in ("pulse", "asound", "jack"):
        for ending in ("so", "so.0", "so.2"):
            (tmp_path / f"lib{name}.{ending}").touch()
    monkeypatch.setenv("LD_LIBRARY_PATH", str(tmp_path))
    player = choose_player("miniaudio", sounds_folder())
    assert until(lambda: player.problem)
    player.close()
    assert player.problem == "No sound: no sound system found. The screen flashes instead."


def test_nothing_is_printed_on_the_screen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Audio libraries complain at length on fd 2, where the screen is drawn."""
    without_devices(monkeypatch, tmp_path)
    program = (
        "from pathlib import Path; from glutetimer.adapters.sound.choose import choose_player;"
        f"player = choose_player('miniaudio', Path({str(sounds_folder())!r}));"
        "player.settled(10); player.play('go'); player.close()"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, env=child_environment())
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")


def test_an_empty_folder_is_no_sound(tmp_path: Path) -> None:
    player = choose_player("miniaudio", tmp_path)
    assert until(lambda: player.problem)
    player.close()
    assert player.problem == "No sound: the folder of sounds is empty. The screen flashes instead."


def test_a_sound_that_is_missing_is_named_and_the_others_go_on(player: ChildPlayer) -> None:
    player.play("trumpet")
    assert until(lambda: player.problem)
    player.play("go")
    assert (player.problem, player.backend) == (
        "The sound trumpet is missing. The screen flashes as well.",
        "Null",
    )


def test_a_notice_stays_while_all_is_well() -> None:
    player = ChildPlayer(dummy_child(), notice="simpleaudio is not installed: miniaudio plays instead.")
    assert player.settled(10)
    player.close()
    assert player.problem == "simpleaudio is not installed: miniaudio plays instead."


def test_a_command_that_cannot_be_started_is_told(tmp_path: Path) -> None:
    player = ChildPlayer([str(tmp_path / "no-such-program")])
    player.play("go")
    player.close()
    assert player.problem == "No sound: the sound player did not start. The screen flashes instead."
    assert (player.settled(0), player.pid) == (False, 0)


@posix
def test_a_killed_child_is_told_and_play_stays_harmless(player: ChildPlayer) -> None:
    os.kill(player.pid, 9)
    assert until(lambda: player.problem)
    for _ in range(200):
        player.play("go")
    assert player.problem == STOPPED


@posix
def test_close_leaves_no_process(player: ChildPlayer) -> None:
    player.close()
    assert not is_alive(player.pid)


def test_close_is_no_problem(player: ChildPlayer) -> None:
    player.play("go")
    player.close()
    player.close()
    assert player.problem == ""


@posix
def test_closing_before_the_child_is_ready_leaves_no_process() -> None:
    player = ChildPlayer(dummy_child())
    player.close()
    assert not is_alive(player.pid)


@posix
def test_a_hung_child_neither_holds_up_play_nor_survives_close(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its stdin is full long before the last of these."""
    monkeypatch.setattr(child_player, "PATIENCE", 0.1)
    player = ChildPlayer(sleeper())
    for _ in range(1000):
        player.play("x" * 4000)
    player.close()
    assert not is_alive(player.pid)


@posix
def test_the_child_is_out_of_reach_of_the_keys_of_the_terminal(player: ChildPlayer) -> None:
    """Ctrl+C and Ctrl+Z go to the foreground process group."""
    assert os.getpgid(player.pid) != os.getpgrp()


@posix
def test_no_child_outlives_a_killed_program() -> None:
    """Two of them: the second must not have inherited the pipe that keeps the first alive."""
    program = (
        "import threading; from glutetimer.adapters.sound.child_player import ChildPlayer;"
        f"players = [ChildPlayer({dummy_child()!r}) for _ in range(2)];"
        "print(*(player.pid for player in players if player.settled(10)), flush=True);"
        "threading.Event().wait()"
    )
    with subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, env=child_environment()) as parent:
        assert parent.stdout is not None
        children = [int(pid) for pid in parent.stdout.readline().split()]
        alive = [is_alive(pid) for pid in children]
        parent.kill()
    assert alive == [True, True]
    assert all(is_gone(pid) for pid in children)


def test_the_child_ends_with_its_stdin() -> None:
    ended = subprocess.run(dummy_child(), input=b"play go\n", capture_output=True, timeout=10, env=child_environment())
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, b"ready Null\n", b"")


def test_the_child_ignores_what_it_does_not_understand() -> None:
    lines = b"\nsing\nplay\nplay \xff\n"
    ended = subprocess.run(dummy_child(), input=lines, capture_output=True, timeout=10, env=child_environment())
    assert ended.stdout.decode().splitlines() == ["ready Null", "missing ", "missing \N{REPLACEMENT CHARACTER}"]


def test_an_audio_library_that_hangs_does_not_keep_the_child() -> None:
    program = (
        "import threading; from pathlib import Path; from glutetimer.adapters.sound import child;"
        "child.LONGEST_END = 0.1;"
        f"child.serve(lambda sounds: threading.Event().wait(), Path({str(sounds_folder())!r}))"
    )
    ended = subprocess.run([sys.executable, "-c", program], input=b"", timeout=10, env=child_environment())
    assert ended.returncode == 1


def test_the_child_needs_no_current_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file of the user's that is named like a module is not taken for it."""
    (tmp_path / "wave.py").write_text("raise SystemExit('not this one')")
    command = child_command("miniaudio", sounds_folder())
    monkeypatch.chdir(tmp_path)
    ended = subprocess.run(command, input=b"", capture_output=True, timeout=10, env=child_environment())
    assert ended.returncode == 0
    assert ended.stdout.split()[:1] in ([b"ready"], [b"none"])
