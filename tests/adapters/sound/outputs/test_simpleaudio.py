"""simpleaudio, the extra: real sound through ALSA where it may be used, and nothing where there is no device."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from glutetimer.adapters.sound.available import sounds_folder
from glutetimer.adapters.sound.child_player import ChildPlayer
from glutetimer.adapters.sound.choose import choose, choose_player, this_machine
from glutetimer.adapters.sound.output import NoSound
from glutetimer.adapters.sound.spawn import child_command, child_environment
from glutetimer.adapters.sound.timetable import Timetable
from glutetimer.adapters.sound.wavs import Wavs
from tests.helpers.sound import (
    LIMIT,
    PLAYED,
    in_turn,
    listening,
    lost_and_back,
    names_heard,
    perform,
    until,
    without_devices,
)

pytest.importorskip("simpleaudio", reason="simpleaudio is an extra, not installed here")
if choose("simpleaudio", this_machine()).notice:
    pytest.skip("this simpleaudio would crash the interpreter", allow_module_level=True)

from glutetimer.adapters.sound.outputs import simpleaudio_player
from glutetimer.adapters.sound.outputs.simpleaudio_player import SimpleaudioOutput, Stream

linux = pytest.mark.skipif(sys.platform != "linux", reason="only Linux lets a test hide and replace the sound devices")


class Endless:
    """A stream of a device that has gone: it plays for good."""

    stopped = False

    def is_playing(self) -> bool:
        return not self.stopped

    def stop(self) -> None:
        self.stopped = True


@pytest.mark.live
@linux
def test_each_sound_of_the_timetable_is_heard(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    timetable = Timetable()
    with listening(tmp_path, monkeypatch) as ear:
        with SimpleaudioOutput(Wavs(sounds_folder(), tmp_path), timetable) as output:
            timetable.replace(in_turn(PLAYED))
            perform(output, timetable)
        assert names_heard(ear) == list(PLAYED)


@pytest.mark.live
@linux
def test_it_is_heard_as_the_settings_ask_for_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Through player and child; the last sound rings out, and the child ends in order."""
    with listening(tmp_path, monkeypatch) as ear:
        player = choose_player("simpleaudio", sounds_folder())
        assert isinstance(player, ChildPlayer)
        assert player.settled(LIMIT), player.problem
        player.play("finish")
        player.close()
        assert names_heard(ear) == ["finish"]
    assert (player.backend, player.problem) == ("simpleaudio", "")


@pytest.mark.live
@linux
def test_a_lost_device_is_found_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert lost_and_back("simpleaudio", tmp_path, monkeypatch) < 2


@pytest.mark.live
@linux
def test_many_sounds_leave_no_handle_open(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each sound opens the device anew, for hundreds of sounds in a workout."""
    with listening(tmp_path, monkeypatch), SimpleaudioOutput(Wavs(sounds_folder(), tmp_path), Timetable()) as output:
        assert play_out(output)
        before = handles()
        for _ in range(20):
            assert play_out(output)
        assert until(lambda: handles() <= before)


def handles() -> int:
    """How many files this process has open."""
    return sum(1 for _ in Path("/proc/self/fd").iterdir())


def play_out(output: SimpleaudioOutput) -> bool:
    """Play the shortest sound to its end."""
    output.play("phase-hold")
    output.ring_out()
    return not output._heard


@linux
def test_without_a_device_there_is_no_sound(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the library prints about it is the child's to hide."""
    without_devices(monkeypatch, tmp_path)
    with pytest.raises(NoSound, match="no device found"):
        SimpleaudioOutput(Wavs(sounds_folder(), tmp_path), Timetable())


@linux
def test_nothing_of_its_complaints_is_printed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    without_devices(monkeypatch, tmp_path)
    program = (
        "from glutetimer.adapters.sound.child_player import ChildPlayer;"
        f"player = ChildPlayer({child_command('simpleaudio', sounds_folder())!r}); player.settled(60);"
        "player.play('go'); player.close(); print(player.problem)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, env=child_environment())
    assert (done.stdout, done.stderr) == ("No sound: no device found. The screen flashes instead.\n", "")


@linux
def test_a_stream_that_never_ends_is_a_device_that_has_gone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    endless = Endless()
    monkeypatch.setattr(simpleaudio_player, "started", lambda samples: endless)
    monkeypatch.setattr(simpleaudio_player, "LATE", -10)
    with SimpleaudioOutput(Wavs(sounds_folder(), tmp_path), Timetable()) as output:
        output.play("go")
        with pytest.raises(NoSound, match="the sound device has gone"):
            output.tick(1e9)
    assert endless.stopped


def test_a_stream_is_over_when_it_has_ended() -> None:
    stream = Endless()
    playing = Stream(stream, latest=10.0)
    assert not playing.over(9.0)
    playing.stop()
    assert playing.over(11.0)
