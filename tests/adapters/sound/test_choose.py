"""Which player a run gets, and where its sounds lie."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from glutetimer.adapters.sound.available import sounds_folder, version_of
from glutetimer.adapters.sound.choose import NAMES, Here, PlayerChoice, choose, choose_player, is_distribution, not_here
from glutetimer.adapters.sound.player import Silent
from glutetimer.adapters.sound.spawn import child_environment

PLAIN = frozenset({"miniaudio", "simpleaudio"})
PATCHED = frozenset({"miniaudio", "simpleaudio-patched"})
CRASH = "simpleaudio would crash Python 3.12 (simpleaudio-patched does not)"
ASKED = "the settings say so"


def chosen(name: str, *installed: str, python: tuple[int, int] = (3, 12), system: bool = True) -> PlayerChoice:
    """The choice on a machine that has only these distributions."""
    return choose(name, Here(python, installed.__contains__, lambda: system))


def test_miniaudio_is_the_default() -> None:
    assert chosen("auto", *PATCHED) == PlayerChoice("miniaudio", "it keeps time best")


@pytest.mark.parametrize("name", ["miniaudio", "simpleaudio", "system"])
def test_what_is_asked_for_is_taken_where_it_can_be_had(name: str) -> None:
    assert chosen(name, *PATCHED) == PlayerChoice(name, ASKED)


def test_the_plain_simpleaudio_is_taken_where_it_does_not_crash() -> None:
    assert chosen("simpleaudio", *PLAIN, python=(3, 11)) == PlayerChoice("simpleaudio", ASKED)


@pytest.mark.parametrize("python", [(3, 12), (3, 13)])
def test_the_plain_simpleaudio_is_refused_where_it_crashes_the_interpreter(python: tuple[int, int]) -> None:
    crash = f"simpleaudio would crash Python 3.{python[1]} (simpleaudio-patched does not)"
    assert chosen("simpleaudio", *PLAIN, python=python) == PlayerChoice(
        "miniaudio", crash, f"{crash}: miniaudio plays instead."
    )


def test_both_simpleaudios_at_once_are_refused_with_the_way_out() -> None:
    """They share their files: nobody can tell which one is there."""
    choice = chosen("simpleaudio", *PLAIN, *PATCHED)
    assert choice.notice == (
        "simpleaudio would crash Python 3.12 (uninstall both, then install simpleaudio-patched): "
        "miniaudio plays instead."
    )


def test_both_simpleaudios_at_once_do_no_harm_to_an_older_python() -> None:
    assert chosen("simpleaudio", *PLAIN, *PATCHED, python=(3, 11)).backend == "simpleaudio"


def test_a_simpleaudio_that_is_not_installed_is_replaced_with_a_word() -> None:
    why = "simpleaudio is not installed"
    assert chosen("simpleaudio", "miniaudio") == PlayerChoice("miniaudio", why, f"{why}: miniaudio plays instead.")


def test_the_systems_player_stands_in_where_miniaudio_has_no_wheels() -> None:
    """Nothing was asked for, so there is nothing to tell."""
    assert chosen("auto", *(PATCHED - {"miniaudio"})) == PlayerChoice("system", "miniaudio is not installed")


def test_a_miniaudio_that_was_asked_for_is_replaced_with_a_word() -> None:
    why = "miniaudio is not installed"
    assert chosen("miniaudio") == PlayerChoice("system", why, f"{why}: the system's player plays instead.")


def test_simpleaudio_stands_in_where_the_system_has_no_player() -> None:
    why = "miniaudio is not installed, and the system brings no player"
    assert chosen("auto", "simpleaudio-patched", system=False) == PlayerChoice("simpleaudio", why)


@pytest.mark.skipif(sys.platform != "linux", reason="names the players of Linux")
def test_a_system_player_that_is_not_here_is_replaced_with_a_word() -> None:
    why = "pw-play, paplay and aplay are all missing"
    assert chosen("system", "miniaudio", system=False) == PlayerChoice(
        "miniaudio", why, f"{why}: miniaudio plays instead."
    )


def test_the_only_player_of_a_system_is_named_by_itself() -> None:
    assert not_here(["afplay"]) == "afplay is not here"


def test_a_crashing_simpleaudio_does_not_stand_in() -> None:
    assert chosen("auto", "simpleaudio", system=False).backend == ""


def test_without_any_player_the_bell_rings_and_the_reason_is_said() -> None:
    why = "no sound player is installed"
    notice = f"No sound: {why}. The screen flashes instead."
    assert chosen("auto", system=False) == PlayerChoice("", why, notice, bell=True)


def test_a_refusal_without_a_replacement_gives_both_reasons() -> None:
    why = f"{CRASH}, and there is no other player"
    notice = f"No sound: {why}. The screen flashes instead."
    assert chosen("simpleaudio", "simpleaudio", system=False) == PlayerChoice("", why, notice, bell=True)


def test_an_unknown_name_gets_the_default_and_the_names_there_are() -> None:
    why = "auto, miniaudio, simpleaudio, system, bell and none are the sound players"
    assert chosen("trumpet", *PATCHED) == PlayerChoice("miniaudio", why, f"{why}: miniaudio plays instead.")


def test_the_bell_is_no_player_but_no_problem_either() -> None:
    """A front end rings it."""
    assert choose_player("bell", sounds_folder()) == Silent("", bell=True)


def test_miniaudio_needs_no_look_at_its_version() -> None:
    """It is asked after at every start, and the versions of distributions are slow to read."""
    program = (
        "import sys; from glutetimer.adapters.sound.choose import choose, this_machine;"
        "known = 'importlib.metadata' in sys.modules; choose('auto', this_machine());"
        "sys.exit('importlib.metadata' in sys.modules and not known)"
    )
    assert subprocess.run([sys.executable, "-c", program], env=child_environment(), check=False).returncode == 0


def test_none_is_silent_and_starts_nothing() -> None:
    assert choose_player("none", sounds_folder()) == Silent("Sound is off.")


@pytest.mark.parametrize("name", NAMES)
def test_every_name_gives_a_player_that_can_be_used_and_closed(name: str) -> None:
    player = choose_player(name, sounds_folder())
    player.close()
    player.play("go")
    player.close()


def test_a_library_that_is_not_there_is_not_installed() -> None:
    assert not is_distribution("no-such-sound-library")


def test_a_module_without_a_distribution_has_no_version(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Such as a folder of somebody's own of that name."""
    (tmp_path / "trumpet").mkdir()
    monkeypatch.syspath_prepend(tmp_path)
    assert version_of("trumpet") == ""


def test_the_patched_simpleaudio_is_known_by_the_module_it_shares(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "simpleaudio").mkdir()
    about = tmp_path / "simpleaudio_patched-1.0.5.dist-info" / "METADATA"
    about.parent.mkdir()
    about.write_text("Metadata-Version: 2.1\nName: simpleaudio-patched\nVersion: 1.0.5\n")
    monkeypatch.syspath_prepend(tmp_path)
    assert version_of("simpleaudio-patched") == "1.0.5"


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
