"""A disk that is really full: a small one in memory, which only root may mount."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from glutetimer.adapters.files import durable
from glutetimer.adapters.files.record_file import record_path
from glutetimer.adapters.log.read import read_log, read_record
from glutetimer.adapters.workout.saver import RecordSaver
from glutetimer.adapters.workout.unfinished import unfinished
from tests.helpers.records import RESUME, finished, running

SOON = 20.0


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 128 KiB."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=128k", "none", str(folder)]
    if shutil.which("mount") is None or subprocess.run(mount, check=False, capture_output=True).returncode != 0:
        pytest.skip("nothing can be mounted here")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def fill(disk: Path) -> Path:
    """Use up all that is left of the disk."""
    filler = disk / "filler"
    with filler.open("wb", buffering=0) as file:
        try:
            while True:
                file.write(b"-" * 4096)
        except OSError:
            return filler


def test_the_last_good_running_file_stays_and_the_next_save_works(disk: Path, tmp_path: Path) -> None:
    keeper = RecordSaver(disk / "state", tmp_path / "log", RESUME)
    keeper.keep(running(1))
    keeper.wait(SOON)
    filler = fill(disk)
    keeper.keep(running(2))
    keeper.wait(SOON)
    path = next((disk / "state" / "running").glob("*.toml"))
    assert keeper.problem.startswith(f"Not saved: no space is left for {disk / 'state'}.")
    assert 'outcome = "done"' in path.read_text(encoding="utf-8")
    filler.unlink()
    keeper.keep(running(2))
    keeper.close()
    assert keeper.problem == ""
    assert [item.workout for item in unfinished(disk / "state", tmp_path / "log")[0]] == [running(2)]


def test_a_full_log_leaves_the_record_for_the_next_start(disk: Path, tmp_path: Path) -> None:
    fill(disk)
    keeper = RecordSaver(tmp_path / "state", disk / "log", RESUME)
    keeper.seal(finished())
    keeper.close()
    assert keeper.problem.startswith(f"Not in the log: no space is left for {disk / 'log'}.")
    assert read_log(disk / "log") == ([], [])
    assert [item.workout for item in unfinished(tmp_path / "state", disk / "log")[0]] == [finished()]


def test_a_full_disk_leaves_the_sealed_record_as_it_was(disk: Path, tmp_path: Path) -> None:
    keeper = RecordSaver(tmp_path / "state", disk / "log", RESUME)
    keeper.seal(finished())
    keeper.wait(SOON)
    fill(disk)
    keeper.amend(finished(minutes=21))
    keeper.close()
    assert keeper.problem.startswith("Not changed: no space is left for ")
    assert read_record(record_path(disk / "log", finished())) == finished()


def test_this_full_disk_does_damage_a_file_written_in_place(disk: Path) -> None:
    path = disk / "a.toml"
    durable.replace(path, "old")
    fill(disk)
    path.write_text("")
    with pytest.raises(OSError, match="No space"):
        path.write_text("new" * 4096)
    assert path.read_text() not in ("old", "new" * 4096)
