from __future__ import annotations

import errno
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from glutetimer.adapters.files import durable

POSIX = pytest.mark.skipif(os.name == "nt", reason="Windows flushes folders by itself and has no file size limit")

#: Writes under a limit of 1000 bytes a file, as on a disk that fills up while it is written.
LIMITED = """
import resource, sys
from pathlib import Path
from glutetimer.adapters.files import durable
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
path, text = Path(sys.argv[2]), "new " * 1000
try:
    {"create": durable.create, "replace": durable.replace, "plain": Path.write_text}[sys.argv[1]](path, text)
except OSError as refusal:
    print(refusal.errno)
"""


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def write_limited(how: str, path: Path) -> str:
    """Write 4000 bytes where 1000 are allowed; the number of the refusal as printed."""
    done = subprocess.run([sys.executable, "-c", LIMITED, how, path], capture_output=True, text=True, check=True)
    return done.stdout.strip()


def test_create_makes_the_file_and_its_folders(tmp_path: Path) -> None:
    path = tmp_path / "2026" / "11" / "a.toml"
    durable.create(path, "one – \n\r\n")
    assert path.read_bytes() == "one – \n\r\n".encode()
    assert names(path.parent) == ["a.toml"]


def test_create_never_overwrites(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    path.write_text("one")
    with pytest.raises(FileExistsError) as caught:
        durable.create(path, "two")
    assert caught.value.filename == str(path)
    assert path.read_text() == "one"
    assert names(tmp_path) == ["a.toml"]


def test_create_again_with_the_same_text_is_a_success(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    durable.create(path, "one")
    durable.create(path, "one")
    assert names(tmp_path) == ["a.toml"]


def test_create_fills_a_place_that_was_kept_and_never_filled(tmp_path: Path) -> None:
    """What a power cut leaves behind where links are refused."""
    path = tmp_path / "a.toml"
    path.touch()
    durable.create(path, "one")
    assert path.read_text() == "one"


@pytest.fixture
def no_links(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file system like FAT, which knows no links."""

    def refuse(path: Path, target: Path) -> None:
        raise PermissionError(errno.EPERM, os.strerror(errno.EPERM), str(target))

    monkeypatch.setattr(Path, "hardlink_to", refuse)


@pytest.mark.usefixtures("no_links")
def test_create_works_without_links(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    durable.create(path, "one")
    assert path.read_text() == "one"
    assert names(tmp_path) == ["a.toml"]


@pytest.mark.usefixtures("no_links")
def test_create_never_overwrites_without_links(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    path.write_text("one")
    with pytest.raises(FileExistsError):
        durable.create(path, "two")
    assert path.read_text() == "one"
    assert names(tmp_path) == ["a.toml"]


@POSIX
@pytest.mark.usefixtures("no_links")
def test_create_gives_the_place_back_where_it_cannot_be_filled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path, target: Path) -> Path:
        raise OSError(errno.EIO, os.strerror(errno.EIO), str(target))

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(OSError, match="Input/output"):
        durable.create(tmp_path / "a.toml", "one")
    assert names(tmp_path) == []


@pytest.mark.parametrize("write", [durable.create, durable.replace])
def test_a_file_in_the_place_of_a_folder_is_named(tmp_path: Path, write: durable.Write) -> None:
    (tmp_path / "log").touch()
    with pytest.raises(NotADirectoryError) as caught:
        write(tmp_path / "log" / "2026" / "a.toml", "one")
    assert caught.value.filename == str(tmp_path / "log")


def test_replace_writes_a_file_that_was_not_there(tmp_path: Path) -> None:
    durable.replace(tmp_path / "running" / "a.toml", "one")
    assert (tmp_path / "running" / "a.toml").read_text() == "one"


def test_replace_puts_the_new_text_in_the_place_of_the_old(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    path.write_text("something longer than what follows")
    durable.replace(path, "two")
    assert path.read_text() == "two"
    assert names(tmp_path) == ["a.toml"]


def test_replace_leaves_nothing_behind_where_the_place_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.toml").mkdir()
    with pytest.raises((IsADirectoryError, PermissionError)):
        durable.replace(tmp_path / "a.toml", "two")
    assert names(tmp_path) == ["a.toml"]


@POSIX
@pytest.mark.parametrize("how", ["create", "replace"])
def test_a_full_disk_leaves_the_old_file_whole_and_nothing_beside_it(tmp_path: Path, how: str) -> None:
    path = tmp_path / "a.toml"
    path.write_text("old")
    assert write_limited(how, path) == str(errno.EFBIG)
    assert path.read_text() == "old"
    assert names(tmp_path) == ["a.toml"]


@POSIX
def test_the_full_disk_of_these_tests_does_damage_a_file_written_in_place(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    path.write_text("old")
    assert write_limited("plain", path) == str(errno.EFBIG)
    assert path.read_text() != "old"


@pytest.fixture
def steps(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is flushed and named, in order; all of it really happens."""
    done: list[str] = []
    fsync, link, rename = os.fsync, Path.hardlink_to, Path.replace

    def seen_fsync(handle: int) -> None:
        found = os.fstat(handle)
        done.append(f"flush folder {found.st_ino}" if stat.S_ISDIR(found.st_mode) else "flush file")
        fsync(handle)

    def seen_link(path: Path, target: Path) -> None:
        done.append("link")
        link(path, target)

    def seen_rename(path: Path, target: Path) -> Path:
        done.append("rename")
        return rename(path, target)

    monkeypatch.setattr(os, "fsync", seen_fsync)
    monkeypatch.setattr(Path, "hardlink_to", seen_link)
    monkeypatch.setattr(Path, "replace", seen_rename)
    return done


LINUX = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere a file is flushed by other means")


@LINUX
def test_a_new_file_is_flushed_before_it_is_named_and_the_folder_after(tmp_path: Path, steps: list[str]) -> None:
    durable.create(tmp_path / "a.toml", "one")
    assert steps == ["flush file", "link", f"flush folder {tmp_path.stat().st_ino}"]


@LINUX
def test_a_replaced_file_is_flushed_before_it_is_named_and_the_folder_after(tmp_path: Path, steps: list[str]) -> None:
    durable.replace(tmp_path / "a.toml", "one")
    assert steps == ["flush file", "rename", f"flush folder {tmp_path.stat().st_ino}"]


@LINUX
def test_a_try_that_got_so_far_is_flushed_again(tmp_path: Path, steps: list[str]) -> None:
    (tmp_path / "a.toml").write_text("one")
    durable.create(tmp_path / "a.toml", "one")
    assert steps[-1] == f"flush folder {tmp_path.stat().st_ino}"


@LINUX
def test_each_new_folder_is_entered_durably_in_the_one_above(tmp_path: Path, steps: list[str]) -> None:
    durable.make_folder(tmp_path / "2026" / "11")
    above = [tmp_path, tmp_path / "2026"]
    assert steps == [f"flush folder {folder.stat().st_ino}" for folder in above]


@POSIX
@pytest.mark.parametrize("number", [errno.EINVAL, errno.ENOTSUP])
def test_a_file_system_that_flushes_no_folders_is_no_obstacle(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    def refuse(handle: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", refuse)
    durable.flush_folder(tmp_path)


@POSIX
def test_a_folder_that_cannot_be_flushed_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(handle: int) -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(OSError, match="Input/output"):
        durable.flush_folder(tmp_path)


def test_patient_tries_again_after_a_refusal() -> None:
    tries: list[int] = []

    def open_elsewhere() -> str:
        tries.append(1)
        if len(tries) < 3:
            raise PermissionError
        return "done"

    assert durable.patient(open_elsewhere, pauses=(0, 0)) == "done"


def test_patient_gives_up_in_the_end() -> None:
    def refuse() -> None:
        raise PermissionError

    with pytest.raises(PermissionError):
        durable.patient(refuse, pauses=(0, 0))
