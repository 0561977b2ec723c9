"""The system's own players: real ones that are heard and recognised, and odd ones that do not hold up a run."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
import time
from pathlib import Path

import pytest

from glutetimer.adapters.sound import available
from glutetimer.adapters.sound.available import LINUX, PlayerProgram, programs, sounds_folder, system_players
from glutetimer.adapters.sound.child_player import ChildPlayer
from glutetimer.adapters.sound.output import NoSound
from glutetimer.adapters.sound.outputs import system_player
from glutetimer.adapters.sound.outputs.system_player import SystemOutput
from glutetimer.adapters.sound.spawn import child_command
from glutetimer.adapters.sound.timetable import Timetable
from glutetimer.adapters.sound.wavs import WavFiles, Wavs, read_samples, read_sounds, silence
from glutetimer.core.audio.ports import Cue
from tests.hearing.recognition import SOUNDS
from tests.helpers.sound import LIMIT, PLAYED, in_turn, is_alive, listening, lost_and_back, names_heard, perform, until

posix = pytest.mark.skipif(sys.platform == "win32", reason="its odd players are shell scripts")
HANGS = "exec sleep 60"
#: Plays the silence of the opening well, and does something else with sounds.
THEN = 'case "$1" in *once*) exit 0;; esac; '


@pytest.fixture
def wavs(tmp_path: Path) -> Wavs:
    return Wavs(sounds_folder(), tmp_path / "clips")


@pytest.fixture(autouse=True)
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where temporary files are made: nothing may be left there."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


@pytest.fixture(autouse=True)
def _patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody is given up, and nobody is passed over, because the machine is busy."""
    monkeypatch.setattr(system_player, "HEAD_START", LIMIT)
    monkeypatch.setattr(system_player, "OPENING", LIMIT)


class Players:
    """A folder of players that are shell scripts; each notes its process and what it was told."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._notes = folder / "notes"
        self._notes.touch()

    def add(self, name: str, does: str) -> PlayerProgram:
        """A player that does this."""
        script = self.folder / name
        script.write_text(f'#!/bin/sh\necho "$$ $0 $@" >> {self._notes}\n{does}\n')
        script.chmod(0o755)
        return PlayerProgram(name)

    @property
    def started(self) -> list[tuple[int, list[str]]]:
        """Each process so far, with its command line."""
        rows = [line.split() for line in self._notes.read_text().splitlines()]
        return [(int(pid), [Path(name).name, *rest]) for pid, name, *rest in rows]

    @property
    def pids(self) -> list[int]:
        return [pid for pid, _ in self.started]


@pytest.fixture
def players(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Players:
    """A folder that programs are looked for in, before all others."""
    folder = tmp_path / "players"
    folder.mkdir()
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")
    return Players(folder)


def need(program: str) -> None:
    """Skip where a program is not installed; on a build machine that is a failure."""
    if shutil.which(program) is None:
        pytest.skip(f"{program} is not here")


@pytest.mark.live
@pytest.mark.parametrize("name", ["paplay", "aplay"])
def test_each_sound_of_the_timetable_is_heard(
    name: str, wavs: Wavs, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, temporary: Path
) -> None:
    need(name)
    timetable = Timetable()
    with listening(tmp_path, monkeypatch) as ear:
        with SystemOutput(wavs, timetable, [program for program in LINUX if program.name == name]) as output:
            timetable.replace(in_turn(PLAYED))
            perform(output, timetable)
        assert names_heard(ear) == list(PLAYED)
    assert list(temporary.iterdir()) == []


@pytest.mark.live
def test_the_child_takes_the_first_player_that_plays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where PipeWire is not running, its player is passed over. A quieter sound is heard quieter."""
    need("paplay")
    if sys.platform != "linux":
        pytest.skip("other systems have one player only")
    with listening(tmp_path, monkeypatch) as ear:
        player = ChildPlayer(child_command("system", sounds_folder(), None, {"go": 0.25}))
        assert player.settled(LIMIT), player.problem
        assert player.backend == "paplay"
        player.play("go")
        player.close()
        ear.hear(0.2)
        heard = max(map(abs, ear.samples()))
    assert abs(heard - max(map(abs, SOUNDS["go"])) / 4) <= 2


@pytest.mark.live
def test_a_lost_device_is_found_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    need("paplay")
    assert lost_and_back("system", tmp_path, monkeypatch) < 2


def test_each_program_is_told_what_to_play(players: Players, wavs: Wavs) -> None:
    for program in programs("linux"):
        players.add(program.name, "exit 0")
        with SystemOutput(wavs, Timetable(), [program]) as output:
            output.play("go")
            output.ring_out()
        (_, silent), (_, heard) = players.started
        assert heard[:-1] == silent[:-1] == [program.name, *program.options]
        players._notes.write_text("")


def test_what_is_played_is_the_sound_at_its_volume(players: Players, temporary: Path, tmp_path: Path) -> None:
    copying = players.add("copying", f'cp "$1" {tmp_path}')
    with SystemOutput(Wavs(sounds_folder(), tmp_path, {"go": 0.25}), Timetable(), [copying]) as output:
        output.play("go")
        output.ring_out()
    [copied] = tmp_path.glob("sound*.wav")
    assert read_samples(copied) == read_sounds(sounds_folder(), {"go": 0.25})["go"]


def test_a_sound_is_written_once_and_words_are_written_in_turn(tmp_path: Path) -> None:
    files = WavFiles()
    kept = {files.kept(name, silence(0.01)) for name in ("go", "rest", "go")}
    spoken = {files.once(silence(0.01)) for _ in range(30)}
    files.close()
    assert (len(kept), len(spoken)) == (2, 8)


@posix
def test_players_that_are_missing_or_do_not_play_are_passed_over(players: Players, wavs: Wavs) -> None:
    candidates = [PlayerProgram("no-such-player"), players.add("broken", "exit 1"), players.add("good", "exit 0")]
    with SystemOutput(wavs, Timetable(), candidates) as output:
        assert output.name == "good"


@posix
def test_a_player_that_hangs_is_passed_over_and_ended(
    players: Players, wavs: Wavs, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As pw-play does where PipeWire runs without anybody who connects its streams."""
    monkeypatch.setattr(system_player, "HEAD_START", 0.1)
    with SystemOutput(wavs, Timetable(), [players.add("hangs", HANGS), players.add("good", "exit 0")]) as output:
        assert output.name == "good"
    assert not any(map(is_alive, players.pids))


@posix
def test_a_slow_player_is_still_the_first_choice(players: Players, wavs: Wavs, monkeypatch: pytest.MonkeyPatch) -> None:
    """A device that was asleep takes its time; the next player does not come by it any sooner."""
    monkeypatch.setattr(system_player, "HEAD_START", 0.05)
    slow, slower = players.add("slow", "sleep 0.3"), players.add("slower", HANGS)
    with SystemOutput(wavs, Timetable(), [slow, slower]) as output:
        assert output.name == "slow"


@posix
def test_a_player_has_a_head_start_before_the_next_is_tried(players: Players, wavs: Wavs) -> None:
    with SystemOutput(wavs, Timetable(), [players.add("first", "sleep 0.1"), players.add("next", "exit 0")]) as output:
        assert output.name == "first"
    assert len(players.started) == 1


@posix
@pytest.mark.parametrize("does", ["exit 1", HANGS, ""])
def test_where_no_player_plays_there_is_no_device_and_nothing_stays(
    does: str, players: Players, wavs: Wavs, temporary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(system_player, "OPENING", 0.3)
    program = players.add("useless", does) if does else PlayerProgram("no-such-player")
    with pytest.raises(NoSound, match="no device found"):
        SystemOutput(wavs, Timetable(), [program])
    assert not any(map(is_alive, players.pids))
    assert list(temporary.iterdir()) == []


@posix
def test_a_device_that_has_gone_is_told(players: Players, wavs: Wavs) -> None:
    with SystemOutput(wavs, Timetable(), [players.add("gone", THEN + "exit 1")]) as output:
        output.play("go")
        assert complaint(output) == "gone finds no device any longer"


@posix
def test_a_player_that_hangs_over_a_sound_is_told_and_ended(
    players: Players, wavs: Wavs, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(system_player, "LATE", -0.4)  # go lasts 0.45 s
    with SystemOutput(wavs, Timetable(), [players.add("hangs", THEN + HANGS)]) as output:
        output.play("go")
        assert complaint(output) == "hangs does not answer"
        assert not any(map(is_alive, players.pids))


@posix
def test_a_player_that_was_removed_meanwhile_is_told(players: Players, wavs: Wavs) -> None:
    with SystemOutput(wavs, Timetable(), [players.add("good", "exit 0")]) as output:
        (players.folder / "good").unlink()
        with pytest.raises(NoSound, match="good does not start"):
            output.play("go")


@posix
def test_words_nobody_expects_any_longer_are_ended(players: Players, tmp_path: Path, temporary: Path) -> None:
    """And what is heard at the end is ended with the player. All of its processes are gone then."""
    clips = tmp_path / "clips"
    shutil.copytree(sounds_folder(), clips)
    (clips / "go.wav").rename(clips / "say-1.wav")
    timetable = Timetable()
    plays = players.add("plays", 'case "$(ls -s $1)" in 4*) exit 0;; esac; ' + HANGS)
    with SystemOutput(Wavs(sounds_folder(), clips), timetable, [plays]) as output:
        now = time.perf_counter()
        timetable.replace([Cue(now, "say-1")])
        output.tick(now)
        assert until(lambda: len(players.pids) == 2)
        timetable.replace([])
        output.tick(time.perf_counter())
        assert not is_alive(players.pids[1])
        output.play("go")
        assert until(lambda: len(players.pids) == 3)
    assert not any(map(is_alive, players.pids))
    assert list(temporary.iterdir()) == []


@posix
def test_no_room_for_files_is_told(players: Players, wavs: Wavs, temporary: Path) -> None:
    temporary.rmdir()
    with pytest.raises(NoSound, match="no room for temporary files"):
        SystemOutput(wavs, Timetable(), [players.add("good", "exit 0")])


@posix
def test_room_that_has_gone_meanwhile_is_told(players: Players, wavs: Wavs, temporary: Path) -> None:
    with SystemOutput(wavs, Timetable(), [players.add("good", "exit 0")]) as output:
        shutil.rmtree(next(temporary.iterdir()))
        with pytest.raises(NoSound, match="no room for temporary files"):
            output.play("go")


def complaint(output: SystemOutput) -> str:
    """What the output tells of a sound that is not heard."""
    told: list[str] = []

    def ticks_badly() -> bool:
        try:
            output.tick(time.perf_counter())
        except NoSound as reason:
            told.append(str(reason))
        return bool(told)

    return told[0] if until(ticks_badly) else ""


@pytest.mark.parametrize(
    ("platform", "names"),
    [
        ("linux", ("pw-play", "paplay", "aplay")),
        ("freebsd14", ("pw-play", "paplay", "aplay")),
        ("darwin", ("afplay",)),
        ("win32", ("winsound",)),
    ],
)
def test_each_system_has_players_of_its_own(platform: str, names: tuple[str, ...]) -> None:
    assert system_players(platform) == names


def test_a_system_without_any_of_them_has_no_player(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert [available.has_system_player(platform) for platform in ("linux", "darwin", "win32")] == [False, False, True]
