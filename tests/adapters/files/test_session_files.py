"""Where sessions are, and which one a name means."""

from __future__ import annotations

from pathlib import Path

import pytest

from glutetimer.adapters.files.sessions import all_sessions, built_in_dir, find, is_path, load
from glutetimer.core.text.problems import BadFile

BUILT_IN = ["band-hips", "get-hip", "glute-strength", "hip-control", "mini-band"]
MINE = 'format = 1\nname = "Mine"\n[[exercise]]\nid = "a"\nreps = 1\n'


def make(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).write_text(MINE, encoding="utf-8")


def test_the_built_in_sessions_are_there_without_a_folder_of_the_users(tmp_path: Path) -> None:
    found = all_sessions(tmp_path / "missing")
    assert [each.path.stem for each in found] == BUILT_IN
    assert all(each.built_in for each in found)


def test_the_users_own_come_along_and_replace_built_in_ones(tmp_path: Path) -> None:
    make(tmp_path, "band-hips.toml", "mine.TOML", ".hidden.toml", "notes.txt")
    (tmp_path / "folder.toml").mkdir()
    own = [each.path.name for each in all_sessions(tmp_path) if not each.built_in]
    assert own == ["band-hips.toml", "mine.TOML"]
    assert sorted(each.path.stem for each in all_sessions(tmp_path)) == sorted([*BUILT_IN, "mine"])


def test_a_name_means_the_users_own_file_first(tmp_path: Path) -> None:
    assert find("band-hips", tmp_path) == built_in_dir() / "band-hips.toml"
    make(tmp_path, "band-hips.toml")
    assert find("band-hips", tmp_path) == tmp_path / "band-hips.toml"


@pytest.mark.parametrize("ref", ["a/b", "./hip", "hip.toml", "HIP.TOML"])
def test_a_slash_or_the_ending_makes_a_path(tmp_path: Path, ref: str) -> None:
    assert find(ref, tmp_path) == Path(ref)


@pytest.mark.parametrize(
    ("ref", "windows", "path"),
    [("a\\b", True, True), ("a\\b", False, False), ("hip-control", True, False), ("a/b", True, True)],
)
def test_a_backslash_makes_a_path_on_windows_only(ref: str, windows: bool, path: bool) -> None:
    assert is_path(ref, windows=windows) is path


@pytest.mark.parametrize(
    ("ref", "guess"), [("hip-contrl", 'did you mean "hip-control"; '), ("", ""), ("..", ""), ("\0", "")]
)
def test_an_unknown_name_is_told_with_the_nearest_and_all_there_are(tmp_path: Path, ref: str, guess: str) -> None:
    with pytest.raises(BadFile) as caught:
        find(ref, tmp_path)
    there_are = f"there are {', '.join(BUILT_IN)}"
    assert caught.value.problems[0].at(ref) == f"{ref}: no session has this name ({guess}{there_are})"


def test_the_first_place_that_is_there_holds_the_built_in_ones(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    assert built_in_dir((tmp_path / "a", tmp_path / "b")) == tmp_path / "b"


def test_without_the_built_in_sessions_it_says_so(tmp_path: Path) -> None:
    with pytest.raises(BadFile, match=r"the built-in sessions are missing \(install glutetimer again\)"):
        built_in_dir((tmp_path / "a",))


def test_load_names_the_session_by_its_file(tmp_path: Path) -> None:
    make(tmp_path, "mine.toml")
    session = load(tmp_path / "mine.toml")
    assert (session.id, session.name) == ("mine", "Mine")


def test_load_tells_what_is_in_the_way(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text(MINE + "sets = 0\n", encoding="utf-8")
    with pytest.raises(BadFile, match="sets cannot be 0"):
        load(tmp_path / "mine.toml")
