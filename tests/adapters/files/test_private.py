"""New files and folders are their owner's alone; what is there keeps its mode."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from glutetimer.adapters.files import durable
from glutetimer.adapters.files.config_file import write_settings
from glutetimer.adapters.files.export import put
from glutetimer.adapters.files.private import create_file, create_folders
from glutetimer.adapters.log.index.year_files import write
from glutetimer.adapters.log.read import LogEntry

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")


@pytest.fixture(autouse=True)
def usual_umask() -> Iterator[None]:
    """Under the umask of most machines a program's files are for everybody."""
    before = os.umask(0o022)
    yield
    os.umask(before)


def mode(path: Path) -> int:
    return path.stat().st_mode & 0o7777


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home that others may look into, as on most machines, and the program's folder in it."""
    tmp_path.chmod(0o755)
    create_folders(tmp_path / "share" / "glutetimer")
    return tmp_path / "share" / "glutetimer"


def _write_index(path: Path) -> None:
    """In a folder of its own: its rows say as much as the records."""
    write(path.parent / "log", "2026", [LogEntry("a", "", b"")])
    (path.parent / "log" / "2026.rows").rename(path)


MAKES: dict[str, Callable[[Path], None]] = {
    "a record": lambda path: durable.create(path, "x"),
    "a running workout": lambda path: durable.replace(path, "x"),
    "a page": lambda path: put(path, b"x"),
    "an export over another": lambda path: put(path, b"x", over=True),
    "settings": lambda path: write_settings(path, {"goal": 4}),
    "the index": _write_index,
}


@pytest.mark.parametrize("made", MAKES)
def test_what_is_new_is_its_owners_alone(home: Path, made: str) -> None:
    MAKES[made](home / "file")
    assert (mode(home), mode(home / "file")) == (0o700, 0o600)


@pytest.mark.parametrize("made", ["a record", "a page", "an export over another", "a running workout"])
def test_in_a_folder_that_its_owner_opened_new_files_are_as_the_umask_says(home: Path, made: str) -> None:
    home.chmod(0o755)
    MAKES[made](home / "file")
    assert mode(home / "file") == 0o644


@pytest.mark.parametrize("made", ["a running workout", "an export over another", "settings"])
@pytest.mark.parametrize("was", [0o600, 0o640, 0o666])
def test_a_file_that_is_replaced_keeps_its_mode(home: Path, made: str, was: int) -> None:
    home.chmod(0o755)
    (home / "file").write_text("goal = 3\n", encoding="utf-8")
    (home / "file").chmod(was)
    MAKES[made](home / "file")
    assert mode(home / "file") == was


def test_a_copy_of_a_private_file_is_private_from_its_first_byte(home: Path) -> None:
    home.chmod(0o755)
    (home / "file").touch(0o600)
    with create_file(home / "copy", like=home / "file") as copy:
        assert mode(home / "copy") == 0o600
        copy.write(b"x")


def test_months_of_an_opened_log_are_open_and_those_of_another_are_not(home: Path) -> None:
    durable.make_folder(home / "log" / "2026" / "11")
    assert [mode(path) for path in (home / "log", home / "log" / "2026" / "11")] == [0o700, 0o700]
    (home / "log").chmod(0o755)
    durable.make_folder(home / "log" / "2027" / "01")
    assert mode(home / "log" / "2027" / "01") == 0o755


def test_no_folder_that_is_there_is_changed(home: Path) -> None:
    home.parent.chmod(0o755)
    durable.create(home / "file", "x")
    assert mode(home.parent) == 0o755
