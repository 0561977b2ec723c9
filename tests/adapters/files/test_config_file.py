"""Writing settings: whole or not at all, and nothing in the file but what was asked for is touched."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from tomlkit.exceptions import ParseError

from glutetimer.adapters.files import config_file
from glutetimer.adapters.files.config_file import HEADER, write_settings
from glutetimer.adapters.files.read import read_text
from glutetimer.core.settings.config import Config, Volume, read_config
from glutetimer.core.text.problems import BadFile
from tests.helpers.homes import as_nobody, open_folder

POSIX = pytest.mark.skipif(os.name == "nt", reason="Windows has other permissions, and links need rights")
MINE = '# mine\nrest = 30  # half a minute\ncolour = "red"\n\n# loud\n[volume]\nticks = 50 # soft\n'


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A file with comments and an unknown key."""
    path = tmp_path / "config.toml"
    path.write_bytes(MINE.encode())
    return path


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_settings_are_changed_and_the_rest_stays(path: Path) -> None:
    write_settings(path, {"rest": 45, "volume.ticks": 60, "goal": 4})
    wanted = MINE.replace("30", "45").replace("50", "60").replace('"red"\n', '"red"\ngoal = 4\n')
    assert path.read_bytes() == wanted.encode()
    assert names(path.parent) == ["config.toml"]


def test_line_ends_of_windows_stay(path: Path) -> None:
    path.write_bytes(MINE.replace("\n", "\r\n").encode())
    write_settings(path, {"rest": 45})
    assert path.read_bytes() == MINE.replace("30", "45").replace("\n", "\r\n").encode()


def test_a_byte_order_mark_is_no_obstacle(path: Path) -> None:
    path.write_bytes(b"\xef\xbb\xbf" + MINE.encode())
    write_settings(path, {"rest": 45})
    assert path.read_bytes() == MINE.replace("30", "45").encode()


def test_none_takes_a_setting_out(path: Path) -> None:
    write_settings(path, {"rest": None, "kit": None})
    assert path.read_text() == MINE.replace("rest = 30  # half a minute\n", "# half a minute\n")


def test_a_missing_file_is_made_with_its_folders_and_says_what_it_is(tmp_path: Path) -> None:
    path = tmp_path / "config" / "glutetimer" / "config.toml"
    write_settings(path, {"kit": ("band", "chair"), "volume.voice": 7})
    text = path.read_text()
    assert text.startswith(HEADER)
    assert (HEADER[0], HEADER.count("\n")) == ("#", 1)
    assert read_config(text) == (Config(kit=("band", "chair"), volume=Volume(voice=7)), ())


def test_an_empty_file_stays_without_a_header(path: Path) -> None:
    path.write_text("")
    write_settings(path, {"rest": 45})
    assert path.read_text() == "rest = 45\n"


def test_what_says_the_same_already_is_not_written_again(path: Path) -> None:
    before = path.stat()
    write_settings(path, {"rest": 30, "setup": None})
    assert (path.stat().st_ino, path.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("rest", 601, "rest cannot be 601"),
        ("rest", True, "rest cannot be true"),
        ("volume.ticks", -1, "volume.ticks cannot be -1"),
        ("kit", ("A B",), "kit cannot be"),
        ("log_dir", "a\nb", "log_dir cannot be"),
        ("rset", 1, 'did you mean "rest"'),
        ("volume", {"ticks": 1}, "no setting is called"),
        ("colour", None, "no setting is called"),
    ],
)
def test_what_a_setting_cannot_be_is_refused_with_all_changes_beside_it(
    path: Path, name: str, value: object, said: str
) -> None:
    with pytest.raises(ValueError, match=said) as caught:
        write_settings(path, {"goal": 5, name: value})
    assert not isinstance(caught.value, BadFile)
    assert path.read_text() == MINE


def test_problems_that_are_there_already_do_not_stand_in_the_way(path: Path) -> None:
    path.write_text("rest = 999\ngoal = 3\n")
    write_settings(path, {"goal": 4})
    assert path.read_text() == "rest = 999\ngoal = 4\n"


def test_the_new_text_is_read_back_before_it_replaces_the_old(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever the library makes of an odd file."""
    for broken, said in (("goal = 99\n", "goal cannot be 99"), ("rest = 30\n", "rest cannot be changed here")):
        monkeypatch.setattr(config_file, "edited", lambda text, changes, broken=broken: broken)
        with pytest.raises(ValueError, match=said):
            write_settings(path, {"rest": 45})
        assert path.read_text() == MINE


@pytest.mark.parametrize("trip", [ParseError(1, 1, "odd"), AttributeError("remove"), IndexError()])
def test_what_the_library_trips_over_is_left_alone(
    path: Path, monkeypatch: pytest.MonkeyPatch, trip: Exception
) -> None:
    def refuse(text: str, changes: object) -> str:
        raise trip

    monkeypatch.setattr(config_file, "edited", refuse)
    with pytest.raises(BadFile, match="by hand"):
        write_settings(path, {"rest": 45})
    assert path.read_text() == MINE


@pytest.mark.parametrize(
    ("data", "line"), [(b"rest = 30\nrest 30\n", 2), (b"rest = 30\n\xff\n", 2), (b"#" * 70_000, None)]
)
def test_a_file_that_cannot_be_read_is_not_touched(path: Path, data: bytes, line: int | None) -> None:
    path.write_bytes(data)
    with pytest.raises(BadFile) as caught:
        write_settings(path, {"rest": 45})
    assert [problem.line for problem in caught.value.problems] == [line]
    assert path.read_bytes() == data


def test_a_folder_in_its_place_is_not_touched(tmp_path: Path) -> None:
    with pytest.raises(BadFile, match="folder"):
        write_settings(tmp_path, {"rest": 45})


@POSIX
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o644, 0o666])
def test_the_permissions_stay(path: Path, mode: int) -> None:
    path.chmod(mode)
    write_settings(path, {"rest": 45})
    assert stat.S_IMODE(path.stat().st_mode) == mode


@POSIX
def test_a_link_stays_one_and_its_target_is_changed(path: Path, tmp_path: Path) -> None:
    """As in a folder of dotfiles."""
    home = tmp_path / "home"
    home.mkdir()
    link = home / "config.toml"
    link.symlink_to(Path("..") / "config.toml")
    write_settings(link, {"rest": 45})
    assert link.is_symlink()
    assert path.read_text() == MINE.replace("30", "45")
    assert names(home) == ["config.toml"]


@POSIX
def test_a_link_to_a_file_that_is_not_there_yet_makes_it(tmp_path: Path) -> None:
    link = tmp_path / "config.toml"
    link.symlink_to(tmp_path / "dotfiles" / "mine.toml")
    write_settings(link, {"rest": 45})
    assert link.is_symlink()
    assert read_config((tmp_path / "dotfiles" / "mine.toml").read_text())[0].rest == 45


@POSIX
def test_a_link_to_itself_is_named(tmp_path: Path) -> None:
    link = tmp_path / "config.toml"
    link.symlink_to(link)
    with pytest.raises(BadFile):
        write_settings(link, {"rest": 45})
    assert link.is_symlink()


@POSIX
def test_where_it_may_not_be_written_it_is_left_alone() -> None:
    """A file that may not be written in a folder that may, and a folder that may not."""
    with open_folder() as folder:
        path = folder / "config.toml"
        path.write_text(MINE)
        path.chmod(0o444)
        for mode in (0o777, 0o555):
            folder.chmod(mode)
            with as_nobody(), pytest.raises(PermissionError):
                write_settings(path, {"rest": 45})
        with as_nobody(), pytest.raises(PermissionError):
            write_settings(folder / "new.toml", {"rest": 45})
        folder.chmod(0o755)
        assert (path.read_text(), names(folder)) == (MINE, ["config.toml"])


#: Dies the moment the new text would take the place of the old.
DYING = """
import os, sys
from pathlib import Path
from glutetimer.adapters.files.config_file import write_settings
rename = Path.replace
Path.replace = lambda self, to: os._exit(9) if to.name == "config.toml" else rename(self, to)
write_settings(Path(sys.argv[1]), {"rest": 45})
"""


def test_a_crash_before_the_end_leaves_the_old_file_whole(path: Path) -> None:
    assert subprocess.run([sys.executable, "-c", DYING, path], check=False).returncode == 9
    assert path.read_text() == MINE
    write_settings(path, {"rest": 45})
    assert read_text(path) == MINE.replace("30", "45")


def test_a_refused_replacement_leaves_the_old_file_and_nothing_beside_it(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rename = Path.replace

    def refuse(source: Path, to: Path) -> Path:
        if to == path:
            raise OSError(28, "No space left on device")
        return rename(source, to)

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(OSError, match="No space"):
        write_settings(path, {"rest": 45})
    assert (path.read_text(), names(path.parent)) == (MINE, ["config.toml"])


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere a file is flushed by other means")
def test_the_new_text_is_on_the_disk_before_it_has_the_name(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    steps: list[str] = []
    fsync, rename = os.fsync, Path.replace

    def seen_fsync(handle: int) -> None:
        steps.append("flush folder" if stat.S_ISDIR(os.fstat(handle).st_mode) else "flush file")
        fsync(handle)

    def seen_rename(source: Path, to: Path) -> Path:
        steps.append("name" if to == path else "copy")
        return rename(source, to)

    monkeypatch.setattr(os, "fsync", seen_fsync)
    monkeypatch.setattr(Path, "replace", seen_rename)
    write_settings(path, {"rest": 45})
    assert (steps[0], steps[-2:]) == ("flush file", ["name", "flush folder"])


def test_the_library_is_not_imported_before_something_is_written() -> None:
    """It costs start-up."""
    program = "import sys, glutetimer.adapters.files.config_file; sys.exit('tomlkit' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
