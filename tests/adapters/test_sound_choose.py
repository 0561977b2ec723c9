"""Which player a run gets, and where its sounds lie."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from glutetimer.adapters.sound.choose import NAMES, Choice, choose, choose_player, is_installed
from glutetimer.adapters.sound.folder import sounds_folder
from glutetimer.adapters.sound.player import Silent
from glutetimer.adapters.sound.spawn import child_environment

PLAIN = frozenset({"miniaudio", "simpleaudio"})
PATCHED = frozenset({"miniaudio", "simpleaudio-patched"})
CRASH = "simpleaudio would crash Python 3.12 (simpleaudio-patched does not)"


def chosen(name: str, installed: frozenset[str], python: tuple[int, int] = (3, 12)) -> Choice:
    """The choice on a machine that has only these distributions."""
    return choose(name, python, installed.__contains__)


@pytest.mark.parametrize("name", ["auto", "miniaudio"])
def test_miniaudio_is_the_default(name: str) -> None:
    assert chosen(name, PATCHED) == Choice("miniaudio")


def test_the_patched_simpleaudio_is_taken_on_every_python() -> None:
    assert chosen("simpleaudio", PATCHED) == Choice("simpleaudio")


def test_the_plain_simpleaudio_is_taken_where_it_does_not_crash() -> None:
    assert chosen("simpleaudio", PLAIN, (3, 11)) == Choice("simpleaudio")


def test_the_plain_simpleaudio_is_refused_where_it_crashes_the_interpreter() -> None:
    assert chosen("simpleaudio", PLAIN) == Choice("miniaudio", f"{CRASH}: miniaudio plays instead.")


def test_both_simpleaudios_at_once_are_refused() -> None:
    """They share their files: nobody can tell which one is there."""
    assert chosen("simpleaudio", PLAIN | PATCHED).backend == "miniaudio"


def test_a_simpleaudio_that_is_not_installed_is_replaced_with_a_word() -> None:
    notice = "simpleaudio is not installed: miniaudio plays instead."
    assert chosen("simpleaudio", frozenset({"miniaudio"})) == Choice("miniaudio", notice)


def test_simpleaudio_stands_in_where_miniaudio_has_no_wheels() -> None:
    assert chosen("auto", frozenset({"simpleaudio-patched"})) == Choice("simpleaudio")


def test_a_crashing_simpleaudio_does_not_stand_in() -> None:
    assert chosen("auto", frozenset({"simpleaudio"})).backend == ""


def test_without_any_library_the_reason_is_said() -> None:
    notice = "No sound: miniaudio is not installed. The screen flashes instead."
    assert chosen("auto", frozenset()) == Choice("", notice)


def test_a_refusal_without_a_replacement_gives_both_reasons() -> None:
    notice = f"No sound: {CRASH}, and miniaudio is not installed. The screen flashes instead."
    assert chosen("simpleaudio", frozenset({"simpleaudio"})) == Choice("", notice)


def test_an_unknown_name_gets_the_default_and_the_names_there_are() -> None:
    notice = "auto, miniaudio, simpleaudio and none are the sound players: miniaudio plays instead."
    assert chosen("trumpet", PATCHED) == Choice("miniaudio", notice)


def test_none_is_silent_and_starts_nothing() -> None:
    assert choose_player("none", sounds_folder()) == Silent("Sound is off.")


@pytest.mark.parametrize("name", NAMES)
def test_every_name_gives_a_player_that_can_be_used_and_closed(name: str) -> None:
    player = choose_player(name, sounds_folder())
    player.close()
    player.play("go")
    player.close()


def test_a_library_that_is_not_there_is_not_installed() -> None:
    assert not is_installed("no-such-sound-library")


def test_choosing_imports_no_audio_library() -> None:
    """They load tens of files and may print on the screen: that is for the child."""
    program = (
        "import sys; from pathlib import Path; from glutetimer.adapters.sound.choose import choose_player;"
        "choose_player('auto', Path('sounds')).close();"
        "sys.exit(bool({'miniaudio', 'simpleaudio'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", program], env=child_environment(), check=False)
    assert done.returncode == 0


def test_the_silent_player_says_why_and_does_nothing() -> None:
    player = Silent("Sound is off.")
    player.play("go")
    player.close()
    assert player.problem == "Sound is off."


def test_an_installed_package_has_its_sounds_inside(tmp_path: Path) -> None:
    (tmp_path / "glutetimer" / "sounds").mkdir(parents=True)
    assert sounds_folder(tmp_path / "glutetimer") == tmp_path / "glutetimer" / "sounds"


def test_an_editable_install_finds_the_sounds_at_the_top(tmp_path: Path) -> None:
    (tmp_path / "glutetimer").mkdir()
    assert sounds_folder(tmp_path / "glutetimer") == tmp_path / "sounds"


def test_the_sounds_are_where_this_program_looks() -> None:
    assert (sounds_folder() / "count.wav").is_file()
