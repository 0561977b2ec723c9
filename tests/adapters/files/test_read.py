"""Any path can be asked for; what is no small text file is told so, at once."""

from __future__ import annotations

import os
import socket
import sys
from pathlib import Path

import pytest

from glutetimer.adapters.files.read import read_text, why_not_read
from glutetimer.core.text.problems import BadFile, Problem
from tests.helpers.homes import as_nobody, open_folder

posix = pytest.mark.skipif(sys.platform == "win32", reason="no such files there")


def problem_of(path: Path) -> Problem:
    with pytest.raises(BadFile) as caught:
        read_text(path)
    (problem,) = caught.value.problems
    return problem


def test_text_comes_as_it_is_without_its_byte_order_mark(tmp_path: Path) -> None:
    path = tmp_path / "s.toml"
    path.write_bytes(b"\xef\xbb\xbfa = 'gr\xc3\xb6\xc3\x9fe'\r\n")
    assert read_text(path) == "a = 'größe'\r\n"


@pytest.mark.parametrize("name", ["missing.toml", "there.toml/s.toml"])
def test_missing(tmp_path: Path, name: str) -> None:
    (tmp_path / "there.toml").touch()
    assert problem_of(tmp_path / name) == Problem(None, "no such file", "look at the name and the folder")


def test_a_folder(tmp_path: Path) -> None:
    assert problem_of(tmp_path) == Problem(None, "this is a folder", "name a file in it")


@pytest.mark.parametrize("size", [64 * 1024, 64 * 1024 + 1])
def test_over_64_kib(tmp_path: Path, size: int) -> None:
    path = tmp_path / "s.toml"
    path.write_bytes(b"#" * size)
    if size == 64 * 1024:
        assert len(read_text(path)) == size
    else:
        assert problem_of(path) == Problem(None, "over 64 KiB, more than is read", "make it shorter")


def test_the_limit_can_be_another(tmp_path: Path) -> None:
    path = tmp_path / "s.toml"
    path.write_bytes(b"#" * 70_000)
    assert len(read_text(path, most_bytes=70_000)) == 70_000


@pytest.mark.parametrize(("data", "line"), [(b"a\nb\n\xff\n", 3), (b"\xff\xfea\x00", 1), (b"a\n\xc3", 2)])
def test_letters_that_are_not_utf_8_have_their_line(tmp_path: Path, data: bytes, line: int) -> None:
    path = tmp_path / "s.toml"
    path.write_bytes(data)
    assert problem_of(path) == Problem(line, "letters that are not UTF-8", "save the file as UTF-8")


@pytest.mark.parametrize("name", ["nul\0.toml", "x" * 5000])
def test_a_name_that_no_file_can_have(tmp_path: Path, name: str) -> None:
    assert problem_of(tmp_path / name).line is None


@posix
def test_a_pipe_does_not_keep_us_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "s.toml")
    assert problem_of(tmp_path / "s.toml").what == "this is a pipe or a device, not a file"


@posix
def test_a_device_is_not_read() -> None:
    assert problem_of(Path("/dev/zero")).what == "this is a pipe or a device, not a file"


@posix
def test_a_socket(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)  # a socket's name must be short
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("s.toml")
        assert problem_of(Path("s.toml")).what == "this is a pipe or a device, not a file"


@posix
def test_a_pipe_that_takes_the_place_of_the_file_after_the_look(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Opening does not wait for a writer, and the second look sees what was opened."""
    path = tmp_path / "s.toml"
    path.touch()
    before = path.stat()
    path.unlink()
    os.mkfifo(path)
    monkeypatch.setattr(Path, "stat", lambda *_args, **_kinds: before)
    assert problem_of(path).what == "this is a pipe or a device, not a file"


@posix
def test_a_file_that_may_not_be_read() -> None:
    with open_folder() as folder:
        path = folder / "s.toml"
        path.touch(mode=0)
        with as_nobody():
            problem = problem_of(path)
    assert problem == Problem(None, "you may not read this file", "change its permissions")


@pytest.mark.parametrize(
    ("error", "what"),
    [
        (FileNotFoundError(), "no such file"),
        (PermissionError(), "you may not read this file"),
        (OSError(5, "Input/output error"), "cannot be read: Input/output error"),
        (OSError("odd"), "cannot be read: odd"),
        (ValueError("embedded null byte"), "no file can have this name"),
    ],
)
def test_each_refusal_has_its_words(error: OSError | ValueError, what: str) -> None:
    problem = why_not_read(error)
    assert problem.what == what
    assert problem.instead
