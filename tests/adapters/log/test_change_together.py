"""Several glutetimers change one log at the same moment: one after the other, and no text is nowhere."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from filelock import FileLock

from glutetimer.adapters.files import durable
from glutetimer.adapters.log import change
from glutetimer.adapters.log.change import delete_record, restore_record
from glutetimer.adapters.log.lock import held
from glutetimer.adapters.log.read import read_log
from glutetimer.adapters.log.trash import keep_old, mark_of, trash_dir
from tests.adapters.log.test_change import NEW, OLD, correct, no_links, put, trashed
from tests.helpers.paths import TOP

TURNS = 150
BUSY = "another glutetimer is changing the log right now (try again)"
#: Corrects the record again and again, each time with a comment of its own, and says which of them are done.
CORRECT = """
import sys
from pathlib import Path
from glutetimer.adapters.log.change import replace_record
from glutetimer.adapters.log.trash import mark_of
from tests.helpers.paths import TOP
path, log, name = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3]
print("ready", flush=True)
input()
for turn in range(int(sys.argv[4])):
    data = path.read_bytes()
    text = f"# {name}-{turn}\\n" + data.decode().partition("\\n")[2]
    if replace_record(path, mark_of(data), text, log / ".trash").done:
        print(f"# {name}-{turn}")
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A record in a log, that begins with a comment."""
    path = put(tmp_path)
    path.write_text(f"# none\n{OLD}", encoding="utf-8")
    return path


@pytest.fixture
def busy(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Another one is at it for longer than one waits."""
    monkeypatch.setattr(change, "held", partial(held, patience=0.02))
    trash_dir(tmp_path).mkdir()
    with FileLock(trash_dir(tmp_path) / ".lock"):
        yield


def start(path: Path, log: Path, name: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", CORRECT, str(path), str(log), name, str(TURNS)]
    env = os.environ | {"PYTHONPATH": str(TOP)}
    return subprocess.Popen(command, env=env, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE)


def test_each_text_that_is_said_to_be_written_is_somewhere(path: Path, tmp_path: Path) -> None:
    """Each of two takes the other's text for the old one, or is told that it was edited since."""
    both = [start(path, tmp_path, name) for name in ("one", "other")]
    for each in both:
        assert each.stdout is not None
        assert each.stdout.readline() == "ready\n"
    for each in both:
        assert each.stdin is not None
        each.stdin.write("go\n")
        each.stdin.flush()
    done = [line for each in both for line in each.communicate()[0].splitlines()]
    files = [*path.parent.iterdir(), *trash_dir(tmp_path).glob("*.toml")]
    found = {file.read_text("utf-8").partition("\n")[0] for file in files}
    assert len(done) >= TURNS // 2
    assert [line for line in done if line not in found] == []
    assert {file.read_text("utf-8").partition("\n")[2] for file in files} == {OLD}


@pytest.mark.usefixtures("busy")
def test_while_another_one_is_at_it_nothing_is_changed(path: Path, tmp_path: Path) -> None:
    data, trash = path.read_bytes(), trash_dir(tmp_path)
    done = correct(path, tmp_path)
    assert (done.done, done.said) == (False, f"Not changed: {BUSY}. The record stays as it was.")
    done = delete_record(path, mark_of(data), trash)
    assert (done.done, done.said) == (False, f"Not deleted: {BUSY}.")
    assert restore_record(path, mark_of(data), trash) == f"Not put back: {BUSY}."
    assert (path.read_bytes(), trashed(tmp_path), [*path.parent.iterdir()]) == (data, [], [path])


def test_the_lock_is_let_go(path: Path, tmp_path: Path) -> None:
    """After a change, and after one that was refused."""
    correct(path, tmp_path)
    change.replace_record(path, "none", NEW, trash_dir(tmp_path))
    with held(trash_dir(tmp_path), patience=0) as is_held:
        assert is_held


def test_the_lock_is_no_record(path: Path, tmp_path: Path) -> None:
    correct(path, tmp_path)
    assert [name.name for name in trash_dir(tmp_path).iterdir() if name.suffix != ".toml"] in ([".lock"], [])
    assert [read for read, _ in read_log(tmp_path)[0]] == [path]


def without_locks(log: Path) -> None:
    """Where the lock's file ought to be is something else."""
    (trash_dir(log) / ".lock").mkdir(parents=True)


def test_where_no_lock_can_be_had_it_goes_on_without(path: Path, tmp_path: Path) -> None:
    without_locks(tmp_path)
    mark = mark_of(NEW.encode())
    assert correct(path, tmp_path).done
    assert delete_record(path, mark, trash_dir(tmp_path)).done
    assert restore_record(path, mark, trash_dir(tmp_path)) == ""
    assert path.read_text("utf-8") == NEW


def test_a_file_system_that_knows_no_locks_has_none(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As older versions of the library say it."""

    def refuse(*_: object, **__: object) -> None:
        raise NotImplementedError

    monkeypatch.setattr(FileLock, "acquire", refuse)
    assert correct(path, tmp_path).done


@pytest.mark.parametrize("has_links", [True, False])
def test_a_correction_that_is_refused_leaves_no_other_name_of_the_record(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, has_links: bool
) -> None:
    """What is written into the record later would change the old text, too."""
    old = path.read_text("utf-8")
    if not has_links:
        no_links(monkeypatch)

    def refuse(*_: object) -> Path:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    monkeypatch.setattr(Path, "replace", refuse)
    assert not correct(path, tmp_path).done
    path.write_text(NEW, encoding="utf-8")
    assert trashed(tmp_path) == ([] if has_links else [old])


def test_a_name_that_a_killed_correction_has_left_goes_with_the_next_one(path: Path, tmp_path: Path) -> None:
    keep_old(path, path.read_bytes(), trash_dir(tmp_path))
    path.write_text(NEW, encoding="utf-8")
    assert trashed(tmp_path) == [NEW]  # this is what is wrong with it
    assert correct(path, tmp_path, OLD).done
    assert trashed(tmp_path) == [NEW]


def test_without_a_lock_such_a_name_may_be_that_of_another_one_who_is_not_done(path: Path, tmp_path: Path) -> None:
    without_locks(tmp_path)
    keep_old(path, path.read_bytes(), trash_dir(tmp_path))
    old = path.read_text("utf-8")
    assert correct(path, tmp_path).done
    assert trashed(tmp_path) == [old, old]


def test_a_change_that_may_not_last_is_said_to_be_one(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(folder: Path) -> None:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(durable, "flush_folder", refuse)
    done = correct(path, tmp_path)
    assert (done.done, path.read_text("utf-8")) == (True, NEW)
    why = f"{path}: Input/output error"
    assert done.said == f"{path} is changed, but may be the old one again should the power go: {why}."
