"""Volume: each class of sounds is as loud as the settings say, all the way to the child's samples."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from glutetimer.adapters.files.folders import places
from glutetimer.adapters.sound import choose
from glutetimer.adapters.sound.available import sounds_folder
from glutetimer.adapters.sound.child_player import ChildPlayer
from glutetimer.adapters.sound.choose import PlayerChoice, choose_player
from glutetimer.adapters.sound.player import DevicePlayer, Silent
from glutetimer.adapters.sound.spawn import child_command, child_environment
from glutetimer.adapters.sound.wavs import read_sounds
from glutetimer.cli.base.setting import Settings
from glutetimer.cli.wiring import audio
from glutetimer.cli.wiring.program import FileProgram
from glutetimer.core.plan.options import Options
from glutetimer.core.settings.config import FULL_VOLUME, Config, Volume
from tests.adapters.sound.test_heard import let_hear
from tests.helpers.pulse import RATE, private_pulse, recorder
from tests.helpers.sound import LIMIT

FULL = read_sounds(sounds_folder())
#: The child's own entry, with a loudspeaker that tells the peak of every sound instead of playing.
TELLING = """
from glutetimer.adapters.sound import child
from glutetimer.core.audio.event_sounds import SECONDS
def tell_peaks(wavs, timetable):
    for name in (*SECONDS, "say-hello"):
        if samples := wavs.get(name):
            child.tell(f"{name} {len(samples)} {max(map(abs, samples))}")
    raise SystemExit
child.OUTPUTS = {"telling": tell_peaks}
child.main()
"""


def peak(name: str, gain: float = 1.0) -> int:
    return round(max(map(abs, FULL[name])) * gain)


def test_samples_are_scaled_as_they_are_read() -> None:
    sounds = read_sounds(sounds_folder(), {"go": 0.25, "rep": 0.0})
    assert sounds["go"].tolist() == [round(sample / 4) for sample in FULL["go"]]
    assert sounds["rep"].tolist() == [0] * len(FULL["rep"])
    assert sounds["count"] == FULL["count"]


def told_by_child(*arguments: str) -> dict[str, tuple[int, int]]:
    """The length and peak of every sound in a child with this command line."""
    done = subprocess.run(
        [sys.executable, "-c", TELLING, *arguments], capture_output=True, text=True, env=child_environment(), check=True
    )
    rows = [line.split() for line in done.stdout.splitlines()]
    return {name: (int(length), int(loudest)) for name, length, loudest in rows}


@pytest.fixture
def commands(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """The command lines of the children that would have been started."""
    found: list[list[str]] = []
    monkeypatch.setattr(choose, "choose", lambda name, here: PlayerChoice("telling"))
    monkeypatch.setattr(choose, "ChildPlayer", lambda command, notice, **how: found.append(command))
    return found


def test_the_child_plays_each_class_as_loud_as_was_asked(commands: list[list[str]]) -> None:
    """From the settings over the command line to the samples."""
    choose_player("auto", sounds_folder(), Volume(ticks=0, transitions=50))
    told = told_by_child(*commands[0][4:])
    assert told["rep"] == (len(FULL["rep"]), 0)
    assert told["go"] == (len(FULL["go"]), peak("go", 0.25))
    assert {loudest for name, (_, loudest) in told.items() if name in ("count", "phase-hold", "rep-last")} == {0}


def test_what_is_spoken_has_its_own_volume(commands: list[list[str]], tmp_path: Path) -> None:
    (tmp_path / "say-hello.wav").write_bytes((sounds_folder() / "go.wav").read_bytes())
    choose_player("auto", sounds_folder(), Volume(voice=50), tmp_path)
    told = told_by_child(*commands[0][4:])
    assert told["say-hello"] == (len(FULL["go"]), peak("go", 0.25))
    assert told["go"] == (len(FULL["go"]), peak("go"))


def test_full_volume_needs_no_gains_on_the_command_line(commands: list[list[str]]) -> None:
    choose_player("auto", sounds_folder())
    assert commands == [child_command("telling", sounds_folder())]


@pytest.mark.live
def test_a_quieter_sound_is_heard_quieter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Through player, child, mixer, stream and sound server; the tick between is not heard at all."""
    with private_pulse(tmp_path) as environment, recorder(environment) as ear:
        let_hear(monkeypatch, environment)
        player = choose_player("miniaudio", sounds_folder(), Volume(ticks=0, transitions=50))
        assert isinstance(player, ChildPlayer)
        assert player.settled(LIMIT), player.problem
        for name in ("rep", "go"):
            before = len(ear.samples())
            player.play(name)
            ear.hear(len(FULL[name]) / RATE + 0.3)
            heard = max(map(abs, ear.samples()[before:]))
            assert abs(heard - (0 if name == "rep" else peak("go", 0.25))) <= 2
        player.close()


class Asked(list[Volume]):
    """A stand-in for `choose_player` that remembers the volumes it was asked for."""

    def __call__(
        self, name: str, sounds: Path, volume: Volume = FULL_VOLUME, clips: Path | None = None, *, quiet: bool = False
    ) -> DevicePlayer:
        self.append(volume)
        return Silent("asked")


def test_a_run_is_as_loud_as_the_settings_say(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    asked = Asked()
    monkeypatch.setattr(audio, "choose_player", asked)
    where = Settings(places(tmp_path / "log", tmp_path / "config.toml"), Config(volume=Volume(10, 20, 30)))
    FileProgram(where, Options(), keep=False).begin("get-hip", Options()).close()
    assert asked == [Volume(10, 20, 30)]
