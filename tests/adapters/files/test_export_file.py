"""Files that somebody asked for: whole or not at all, and never over another one unasked."""

from __future__ import annotations

from pathlib import Path

import pytest

from glutetimer.adapters.files.export import put
from glutetimer.adapters.files.private import create_file


@pytest.mark.parametrize("over", [True, False])
def test_a_new_file(tmp_path: Path, over: bool) -> None:
    put(tmp_path / "a.fit", b"\0\r\n", over=over)
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("a.fit", b"\0\r\n")]


def test_an_equal_file_is_a_success(tmp_path: Path) -> None:
    path = tmp_path / "a.fit"
    path.write_bytes(b"same")
    put(path, b"same")
    assert path.read_bytes() == b"same"


def test_another_file_stays(tmp_path: Path) -> None:
    path = tmp_path / "a.fit"
    path.write_bytes(b"theirs")
    with pytest.raises(FileExistsError):
        put(path, b"mine")
    assert path.read_bytes() == b"theirs"


def test_another_file_goes_where_that_was_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "a.fit"
    path.write_bytes(b"theirs")
    put(path, b"mine", over=True)
    assert [each.name for each in tmp_path.iterdir()] == ["a.fit"]
    assert path.read_bytes() == b"mine"


@pytest.mark.parametrize("over", [True, False])
def test_a_folder_is_in_the_way(tmp_path: Path, over: bool) -> None:
    path = tmp_path / "a.fit"
    path.mkdir()
    with pytest.raises(OSError):  # noqa: PT011 - which one it is depends on the system
        put(path, b"mine", over=over)
    assert [each.name for each in tmp_path.iterdir()] == ["a.fit"]


@pytest.mark.parametrize("over", [True, False])
def test_nothing_is_left_of_a_file_that_could_not_be_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, over: bool
) -> None:
    """Here the disk is full as soon as the file is there."""

    class Full:
        def __init__(self, path: Path, **_: object) -> None:
            self.file = create_file(path)

        def __enter__(self) -> Full:
            return self

        def __exit__(self, *_: object) -> None:
            self.file.close()

        def write(self, _: bytes) -> None:
            raise OSError(28, "No space left on device")

    monkeypatch.setattr("glutetimer.adapters.files.export.create_file", Full)
    with pytest.raises(OSError, match="No space left"):
        put(tmp_path / "a.fit", b"mine", over=over)
    assert [*tmp_path.iterdir()] == []
