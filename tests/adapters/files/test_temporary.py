"""What a killed writer leaves is swept away, and nothing else."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from glutetimer.adapters.files import durable, temporary

posix = pytest.mark.skipif(os.name == "nt", reason="Windows has no such locks")

#: Writes, and is killed when the temporary file is there and its name is not.
WRITER = """
import os, signal, sys
from pathlib import Path
from glutetimer.adapters.files.temporary import temporary
with temporary(Path(sys.argv[1]), b"half"):
    os.kill(os.getpid(), signal.SIGKILL)
"""


def killed_writer(folder: Path) -> Path:
    """What it has left."""
    done = subprocess.run([sys.executable, "-c", WRITER, str(folder / "a.toml")], check=False)
    assert done.returncode == -signal.SIGKILL
    (left,) = folder.glob(".a.toml.*.tmp")
    return left


@posix
def test_what_a_killed_writer_has_left_is_swept(tmp_path: Path) -> None:
    killed_writer(tmp_path)
    temporary.sweep([tmp_path / "not there", tmp_path])
    assert [*tmp_path.iterdir()] == []


@posix
def test_what_is_being_written_stays(tmp_path: Path) -> None:
    with temporary.temporary(tmp_path / "a.toml", b"new") as temp:
        temporary.sweep([tmp_path])
        temp.replace(tmp_path / "a.toml")
    assert (tmp_path / "a.toml").read_text() == "new"


@posix
def test_a_writer_that_was_swept_before_it_held_its_file_makes_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hold, swept = temporary._hold, list[str]()

    def sweep_first(handle: int) -> bool | None:
        if not swept:
            swept.extend(path.name for path in tmp_path.iterdir())
            monkeypatch.setattr(temporary, "_hold", hold)
            temporary.sweep([tmp_path])
        return hold(handle)

    monkeypatch.setattr(temporary, "_hold", sweep_first)
    durable.replace(tmp_path / "a.toml", "new")
    assert len(swept) == 1
    assert [path.name for path in tmp_path.iterdir()] == ["a.toml"]


@posix
def test_where_nothing_can_be_locked_only_what_is_a_day_old_is_swept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    left = killed_writer(tmp_path)
    monkeypatch.setattr(temporary, "_hold", lambda handle: None)
    temporary.sweep([tmp_path])
    assert left.exists()
    os.utime(left, (1, 1))
    temporary.sweep([tmp_path])
    assert not left.exists()


@pytest.mark.parametrize(
    "name", ["a.tmp", ".a.toml.tmp", ".syncthing.a.toml.tmp", ".a.toml.12ab34cd", ".a.12ab34cd.tmp"]
)
def test_files_of_others_stay(tmp_path: Path, name: str) -> None:
    (tmp_path / name).touch()
    os.utime(tmp_path / name, (1, 1))
    temporary.sweep([tmp_path])
    assert (tmp_path / name).exists()


@posix
@pytest.mark.parametrize("write", [durable.create, durable.replace])
def test_a_folder_that_does_not_answer_is_another_matter_than_a_file_that_is_not_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, write: durable.Write
) -> None:
    monkeypatch.setattr(durable, "flush_folder", broken)
    with pytest.raises(durable.NotSure):
        write(tmp_path / "a.toml", "new")
    assert (tmp_path / "a.toml").read_text() == "new"


def broken(folder: Path) -> None:
    raise OSError(5, "Input/output error")
