"""Which engine speaks on a machine, and what to install where there is none."""

from __future__ import annotations

from pathlib import Path

import pytest

from glutetimer.adapters.voice import engines
from glutetimer.adapters.voice.engines import SpeechEngine, find_engine, no_engine
from tests.helpers.voice import HANGS, SPEAKS, need_espeak, stand_in


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The only folder on the PATH, and the folder of the system; nothing is in it yet."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("SYSTEMROOT", str(tmp_path))
    return tmp_path


@pytest.mark.parametrize("platform", ["linux", "darwin", "win32"])
def test_without_an_engine_none_is_found_and_the_way_to_one_is_told(programs: Path, platform: str) -> None:
    assert find_engine(platform) is None
    assert no_engine(platform).startswith("No voice: ")
    assert no_engine(platform).endswith(" Install espeak-ng.")


@pytest.mark.parametrize("platform", ["linux", "darwin", "win32"])
@pytest.mark.parametrize("name", ["espeak", "espeak-ng"])
def test_espeak_is_found_on_every_system(programs: Path, platform: str, name: str) -> None:
    path = stand_in(programs, name, SPEAKS)
    assert find_engine(platform) == SpeechEngine(name, str(path))


def test_the_newer_espeak_is_taken(programs: Path) -> None:
    stand_in(programs, "espeak", SPEAKS)
    path = stand_in(programs, "espeak-ng", SPEAKS)
    assert find_engine("linux") == SpeechEngine("espeak-ng", str(path))


def test_a_mac_speaks_itself(programs: Path) -> None:
    stand_in(programs, "espeak-ng", SPEAKS)
    path = stand_in(programs, "say", SPEAKS)
    assert find_engine("darwin") == SpeechEngine("say", str(path))


def test_a_program_called_say_elsewhere_is_something_else(programs: Path) -> None:
    stand_in(programs, "say", SPEAKS)
    assert find_engine("linux") is None


def test_windows_speaks_itself_through_its_own_powershell(programs: Path) -> None:
    """Not through whatever bears that name on the PATH."""
    stand_in(programs, "powershell.exe", SPEAKS)
    stand_in(programs, "espeak-ng", SPEAKS)
    folder = programs / "System32" / "WindowsPowerShell" / "v1.0"
    folder.mkdir(parents=True)
    path = stand_in(folder, "powershell.exe", SPEAKS)
    assert find_engine("win32") == SpeechEngine("System.Speech", str(path))


@pytest.mark.live
def test_the_real_engine_tells_its_version() -> None:
    version = need_espeak().version()
    assert version[0].isdigit()
    assert "." in version


@pytest.mark.parametrize("name", ["say", "System.Speech"])
def test_an_engine_of_the_system_has_the_systems_version(name: str) -> None:
    """It is not started for that."""
    assert SpeechEngine(name, "/nowhere").version()


def test_a_version_that_is_not_told_is_empty(tmp_path: Path) -> None:
    assert SpeechEngine("espeak-ng", str(tmp_path / "away")).version() == ""
    assert SpeechEngine("espeak-ng", str(stand_in(tmp_path, "espeak-ng", "raise SystemExit(3)"))).version() == ""
    assert SpeechEngine("espeak-ng", str(stand_in(tmp_path, "espeak-ng", "print('eSpeak')"))).version() == ""


def test_an_engine_that_hangs_has_no_version(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engines, "SECONDS", 0.05)
    assert SpeechEngine("espeak-ng", str(stand_in(tmp_path, "espeak-ng", HANGS))).version() == ""
