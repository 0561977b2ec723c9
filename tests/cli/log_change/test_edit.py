"""`log edit` around the editor: a copy that cannot be made, and one that is left as it was."""

from __future__ import annotations

import errno
import os
import tempfile
from pathlib import Path

import pytest
from click.testing import CliRunner

from glutetimer.cli.log_change import edit
from glutetimer.cli.log_change.commands import edit_command
from glutetimer.cli.log_change.editor import begin
from tests.adapters.log.test_change import NEW, OLD, POSIX, put, trashed
from tests.helpers.homes import as_nobody, open_folder


@pytest.fixture
def log(tmp_path: Path) -> Path:
    return tmp_path / "log"


@pytest.fixture
def path(log: Path) -> Path:
    """A record in the log."""
    return put(log)


@pytest.fixture
def temp(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the copies are made."""
    temp = tmp_path / "temp"
    temp.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(temp))
    monkeypatch.setenv("EDITOR", "ed")
    monkeypatch.delenv("VISUAL", raising=False)
    return temp


def ask(log: Path, code: int = 0) -> tuple[str, str]:
    """What `log edit` says on stdout and on stderr."""
    done = CliRunner().invoke(edit_command, ["last", "--log-dir", str(log)])
    assert done.exit_code == code, done.output
    return done.stdout, done.stderr


def work(monkeypatch: pytest.MonkeyPatch, seconds: float, text: str = "") -> None:
    """Let the editor be open so long, and write a text if one is given."""
    clock = iter((100.0, 100.0 + seconds))

    def run(words: list[str], copy: Path) -> int:
        if text:
            copy.write_text(text, encoding="utf-8")
        return 0

    monkeypatch.setattr(edit, "run_editor", run)
    monkeypatch.setattr(edit, "monotonic", lambda: next(clock))


@pytest.mark.usefixtures("path")
def test_a_text_that_was_looked_at_and_left_changes_nothing(
    log: Path, temp: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    work(monkeypatch, seconds=1.1)
    assert ask(log) == ("Nothing changed.\n", "")
    assert (trashed(log), list(temp.iterdir())) == ([], [])


def test_an_editor_that_is_quick_and_writes_is_done(
    log: Path, path: Path, temp: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As a script is."""
    work(monkeypatch, seconds=0.1, text=NEW)
    assert ask(log) == (f"Changed: {path}\n", "")
    assert list(temp.iterdir()) == []


@POSIX
def test_a_record_that_may_not_be_read_is_said_to_be_one(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with open_folder() as log:
        path, temp = put(log), log / "temp"
        temp.mkdir()
        for folder in (temp, path.parent, path.parent.parent):
            folder.chmod(0o777)
        monkeypatch.setattr(tempfile, "tempdir", str(temp))
        path.chmod(0o000)
        with as_nobody(), pytest.raises(SystemExit):
            begin(path)
        assert list(temp.iterdir()) == []
    assert capsys.readouterr().err == f"{path}: cannot be read: Permission denied (look at its permissions)\n"


def test_a_folder_is_no_record(log: Path, temp: Path) -> None:
    (log / "a.toml").mkdir(parents=True)
    assert ask(log, code=1) == ("", f"{log / 'a.toml'}: this is a folder (take .toml off its name)\n")
    assert list(temp.iterdir()) == []


@pytest.mark.usefixtures("path")
def test_a_copy_that_has_no_room_is_not_left_behind(log: Path, temp: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> int:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(Path, "write_bytes", refuse)
    out, err = ask(log, code=1)
    assert (out, err.startswith(f"Nothing changed: {temp}"), list(temp.iterdir())) == ("", True, [])
    assert err.endswith("cannot be written: No space left on device (TMPDIR names another folder for it).\n")


@pytest.mark.usefixtures("path")
def test_where_no_copy_can_be_made_it_is_said(log: Path, temp: Path) -> None:
    temp.rmdir()
    said = "Nothing changed: there is no room for a copy to edit: No such file or directory"
    assert ask(log, code=1) == ("", f"{said} (TMPDIR names another folder for it).\n")


def test_a_pipe_is_not_waited_for(log: Path, temp: Path) -> None:
    log.mkdir()
    if not hasattr(os, "mkfifo"):
        pytest.skip("Windows has no such pipes")
    os.mkfifo(log / "a.toml")
    assert ask(log, code=1)[1].startswith(f"{log / 'a.toml'}: there is no file behind this name")


def test_the_text_is_what_was_edited(log: Path, path: Path, temp: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """However long it took."""
    work(monkeypatch, seconds=5000.0, text=OLD.replace("done = 8", "done = 7"))
    ask(log)
    assert path.read_text("utf-8").count("done = 7") == 3
