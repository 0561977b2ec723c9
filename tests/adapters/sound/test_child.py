"""The sound child and its player: whatever happens to either, the run goes on and no process stays."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest

from glutetimer.adapters.sound import child_player
from glutetimer.adapters.sound.available import sounds_folder
from glutetimer.adapters.sound.child import LEAST, LOOK, MOST_TRIES, until_due
from glutetimer.adapters.sound.child_player import ChildPlayer
from glutetimer.adapters.sound.choose import choose_player
from glutetimer.adapters.sound.spawn import child_command, child_environment, spawn
from glutetimer.core.audio.ports import Cue
from tests.helpers.sound import LIMIT, dummy_child, is_alive, is_gone, until, without_devices

pytest.importorskip("miniaudio")
posix = pytest.mark.skipif(sys.platform == "win32", reason="asks after processes by signal")
STOPPED = "No sound: the sound player stopped. The screen flashes instead."


@pytest.fixture
def player() -> Iterator[ChildPlayer]:
    """A ready player whose loudspeaker is a dummy."""
    player = ChildPlayer(dummy_child())
    assert player.settled(LIMIT)
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
    assert (player.heard, player.whole, player.bell) == (False, False, True)


def test_simpleaudio_without_a_device_says_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if find_spec("simpleaudio") is None:
        pytest.skip("simpleaudio is an extra, not installed here")
    without_devices(monkeypatch, tmp_path)
    player = ChildPlayer(child_command("simpleaudio", sounds_folder()))
    assert until(lambda: player.problem)
    player.close()
    assert player.problem == "No sound: no device found. The screen flashes instead."


def test_a_child_without_sounds_ends_before_its_stdin(tmp_path: Path) -> None:
    """It does not wait about for a program that has no use for it."""
    with spawn(child_command("miniaudio", tmp_path)) as child:
        assert child.stdout is not None
        said = child.stdout.read()
        assert (said, child.wait(LIMIT)) == (b"none the folder of sounds is empty\n", 0)


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
        "player.settled(60); player.play('go'); player.close()"
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
    assert (player.heard, player.whole, player.bell) == (True, False, False)


def test_a_notice_stays_while_all_is_well() -> None:
    player = ChildPlayer(dummy_child(), notice="simpleaudio is not installed: miniaudio plays instead.")
    assert player.settled(LIMIT)
    player.close()
    assert player.problem == "simpleaudio is not installed: miniaudio plays instead."


def test_a_command_that_cannot_be_started_is_told(tmp_path: Path) -> None:
    player = ChildPlayer([str(tmp_path / "no-such-program")])
    player.play("go")
    player.close()
    assert player.problem == "No sound: the sound player did not start. The screen flashes instead."
    assert (player.settled(0), player.pid) == (False, 0)


@posix
def test_a_killed_child_is_told_and_another_one_goes_on(player: ChildPlayer) -> None:
    first, seen = player.pid, set[str]()
    os.kill(first, 9)

    def another() -> bool:
        seen.add(player.problem)
        return bool(player.backend) and player.pid != first

    assert until(another)
    assert (seen >= {STOPPED}, player.problem, player.heard) == (True, "", True)


@posix
def test_a_new_child_knows_what_was_expected(tmp_path: Path) -> None:
    """What is due later is still heard: the list is told again."""
    script, told = tmp_path / "child.py", tmp_path / "told"
    script.write_text(f"import sys; open({str(told)!r}, 'a').write(sys.stdin.readline())")
    player = ChildPlayer([sys.executable, str(script)])
    player.expect([Cue(12.5, "go"), Cue(13.1, "say-ten")])
    assert until(lambda: told.exists() and told.read_text().count("\n") == 2)
    player.close()
    assert told.read_text().splitlines() == ["cues 12.5:go 13.1:say-ten"] * 2


@posix
def test_children_that_die_young_are_not_started_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each waits twice as long as the one before."""
    births: list[float] = []

    def noted(command: list[str]) -> subprocess.Popen[bytes]:
        births.append(time.monotonic())
        return spawn(command)

    monkeypatch.setattr(child_player, "SOONEST", 0.5)
    monkeypatch.setattr(child_player, "spawn", noted)
    player = ChildPlayer([sys.executable, "-c", "raise SystemExit"])
    assert until(lambda: len(births) >= 3)
    player.close()
    assert births[1] - births[0] >= 0.5
    assert births[2] - births[1] >= 1.0


def test_a_device_that_comes_later_is_found(tmp_path: Path) -> None:
    """The library is asked again until it has something to play on."""
    program = f"""
from pathlib import Path
from glutetimer.adapters.sound import child
from glutetimer.adapters.sound.wavs import Wavs
tries = []
def open_output(wavs, timetable):
    tries.append(1)
    if len(tries) < 3:
        raise child.NoSound("no device found")
    child.tell(f"ready after {{len(tries)}}")
    raise SystemExit
child.RETRY = child.RETRY_IDLE = 0.01
child.serve(open_output, Wavs(Path({str(sounds_folder())!r}), Path()))
"""
    with subprocess.Popen(
        [sys.executable, "-c", program], stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=child_environment()
    ) as child:
        assert child.stdout is not None
        assert child.stdout.read().splitlines() == [b"none no device found"] * 2 + [b"ready after 3"]


def test_a_library_that_leaks_is_given_up_with_its_process() -> None:
    """Each try leaks file handles in there; the next child has none."""
    program = (
        "import os; from pathlib import Path; from glutetimer.adapters.sound import child;"
        "from glutetimer.adapters.sound.wavs import Wavs;"
        "child.RETRY = child.RETRY_IDLE = 0.001\n"
        "def none(wavs, timetable): raise child.NoSound('none')\n"
        f"child.serve(none, Wavs(Path({str(sounds_folder())!r}), Path()))"
    )
    with subprocess.Popen(
        [sys.executable, "-c", program], stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=child_environment()
    ) as child:
        assert child.stdout is not None
        assert len(child.stdout.read().splitlines()) == MOST_TRIES


def test_a_library_that_does_not_load_is_no_sound() -> None:
    program = (
        "from pathlib import Path; from glutetimer.adapters.sound import child;"
        "from glutetimer.adapters.sound.wavs import Wavs;"
        "child.RETRY = 10\n"
        "def away(wavs, timetable): import no_such_module\n"
        f"child.serve(away, Wavs(Path({str(sounds_folder())!r}), Path()))"
    )
    ended = subprocess.run([sys.executable, "-c", program], input=b"", capture_output=True, env=child_environment())
    assert (ended.stdout, ended.returncode) == (b"none the audio library does not load\n", 0)


def test_a_child_that_was_stuck_says_when_it_goes_on() -> None:
    """Else the screen would flash to the end of the run, though everything is heard."""
    program = f"""
import threading, time
from pathlib import Path
from glutetimer.adapters.sound import child, watchdog
from glutetimer.adapters.sound.wavs import Wavs
watchdog.STUCK, watchdog.LOOK, child.LOOK = 0.4, 0.02, 0.02
told, tell = threading.Event(), child.tell
def noted(line):
    tell(line)
    if line.startswith("none"):
        told.set()
child.tell = noted
class Stuck:
    name, ticks = "stuck", 0
    def __enter__(self): return self
    def __exit__(self, *what): pass
    def ring_out(self): pass
    def tick(self, now):
        self.ticks += 1
        if self.ticks == 2:
            told.wait()
        if self.ticks == 4:
            raise SystemExit
child.serve(lambda wavs, table: Stuck(), Wavs(Path({str(sounds_folder())!r}), Path()))
"""
    with subprocess.Popen(
        [sys.executable, "-c", program], stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=child_environment()
    ) as child:
        assert child.stdout is not None
        said = child.stdout.read().decode().splitlines()
    assert said == ["ready stuck", "none the sound system does not answer", "ready stuck"]


@pytest.mark.parametrize("waking", ["play go", f"cues {10**9}:go"])
def test_a_device_that_is_not_needed_is_closed_and_opened_again(waking: str) -> None:
    """An open one can keep a laptop from sleeping through a long pause."""
    program = f"""
from pathlib import Path
from glutetimer.adapters.sound import child
from glutetimer.adapters.sound.wavs import Wavs
child.IDLE, child.LOOK, child.DOZE = 0.1, 0.02, 0.02
class Open:
    name = "open"
    def __enter__(self): return self
    def __exit__(self, *what): child.tell("closed")
    def tick(self, now): pass
    def play(self, sound): child.tell(f"played {{sound}}"); return True
    def ring_out(self): pass
child.serve(lambda wavs, table: Open(), Wavs(Path({str(sounds_folder())!r}), Path()))
"""
    with subprocess.Popen(
        [sys.executable, "-c", program], stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=child_environment()
    ) as child:
        assert child.stdin is not None
        assert child.stdout is not None
        first = [child.stdout.readline() for _ in range(2)]
        child.stdin.write(f"{waking}\n".encode())
        child.stdin.flush()
        again = next(line for line in child.stdout if line != b"heard\n")
        child.stdin.close()
        rest = child.stdout.read().splitlines()
    assert (first, again) == ([b"ready open\n", b"closed\n"], b"ready open\n")
    assert rest[0] == (b"played go" if waking.startswith("play") else b"closed")


def test_what_was_still_to_come_is_not_heard_after_the_end() -> None:
    """Who leaves in the middle of a bout has silence."""
    program = f"""
from pathlib import Path
from glutetimer.adapters.sound import child
from glutetimer.adapters.sound.wavs import Wavs
class Last:
    name = "last"
    def __init__(self, table): self.table = table
    def __enter__(self): return self
    def __exit__(self, *what): pass
    def tick(self, now): pass
    def ring_out(self): child.tell(f"left {{self.table.next_due()}}")
child.serve(lambda wavs, table: Last(table), Wavs(Path({str(sounds_folder())!r}), Path()))
"""
    due = time.perf_counter() + 100
    lines = f"cues {due}:go\n".encode()
    ended = subprocess.run([sys.executable, "-c", program], input=lines, capture_output=True, env=child_environment())
    assert ended.stdout.splitlines() == [b"ready last", b"heard", b"left None"]


@pytest.mark.parametrize(("due", "seconds"), [(None, LOOK), (10.05, 0.05), (10.0, LEAST), (9.9, LEAST), (99.0, LOOK)])
def test_the_child_wakes_for_the_next_cue_and_is_never_busy_waiting(due: float | None, seconds: float) -> None:
    assert until_due(due, 10.0) == pytest.approx(seconds)


def test_a_library_that_hangs_is_told() -> None:
    program = (
        "import threading; from pathlib import Path; from glutetimer.adapters.sound import child, watchdog;"
        "from glutetimer.adapters.sound.wavs import Wavs;"
        "watchdog.STUCK = 0.1; watchdog.HOPELESS = 0.5; watchdog.LOOK = 0.05;"
        f"child.serve(lambda wavs, table: threading.Event().wait(), Wavs(Path({str(sounds_folder())!r}), Path()))"
    )
    with subprocess.Popen(
        [sys.executable, "-c", program], stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=child_environment()
    ) as child:
        assert child.stdout is not None
        assert child.stdout.read() == b"none the sound system does not answer\n"
        assert child.wait(LIMIT) == 1


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
        "print(*(player.pid for player in players if player.settled(60)), flush=True);"
        "threading.Event().wait()"
    )
    with subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, env=child_environment()) as parent:
        assert parent.stdout is not None
        children = [int(pid) for pid in parent.stdout.readline().split()]
        alive = [is_alive(pid) for pid in children]
        parent.kill()
    assert alive == [True, True]
    assert all(is_gone(pid) for pid in children)


def child_told(lines: bytes) -> subprocess.CompletedProcess[bytes]:
    """A child with a dummy loudspeaker that was told these lines, after its end."""
    return subprocess.run(dummy_child(), input=lines, capture_output=True, timeout=LIMIT, env=child_environment())


def test_the_child_ends_with_its_stdin() -> None:
    ended = child_told(b"play go\n")
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, b"ready Null\n", b"")


def test_the_child_ignores_what_it_does_not_understand() -> None:
    lines = b"\nsing\nplay\nplay \xff\n"
    ended = child_told(lines)
    assert ended.stdout.decode().splitlines() == ["ready Null", "missing ", "missing \N{REPLACEMENT CHARACTER}"]


def test_cues_that_make_no_sense_are_passed_over() -> None:
    lines = b"cues\ncues :go nan:go 1 inf:go x:go 1: 0:trumpet 0:trumpet\ncues 0:trumpet 0:say-nothing\n"
    ended = child_told(lines)
    assert ended.stdout.decode().splitlines() == ["ready Null", "heard", "missing trumpet", "heard", "heard"]


def test_an_audio_library_that_hangs_does_not_keep_the_child() -> None:
    program = (
        "import threading; from pathlib import Path; from glutetimer.adapters.sound import child;"
        "child.LONGEST_END = 0.1;"
        "from glutetimer.adapters.sound.wavs import Wavs;"
        f"child.serve(lambda wavs, table: threading.Event().wait(), Wavs(Path({str(sounds_folder())!r}), Path()))"
    )
    ended = subprocess.run([sys.executable, "-c", program], input=b"", timeout=LIMIT, env=child_environment())
    assert ended.returncode == 1


def test_the_child_needs_no_current_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file of the user's that is named like a module is not taken for it."""
    (tmp_path / "wave.py").write_text("raise SystemExit('not this one')")
    command = child_command("miniaudio", sounds_folder())
    monkeypatch.chdir(tmp_path)
    ended = subprocess.run(command, input=b"", capture_output=True, timeout=LIMIT, env=child_environment())
    assert ended.returncode == 0
    assert ended.stdout.split()[:1] in ([b"ready"], [b"none"])
