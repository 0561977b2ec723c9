from __future__ import annotations

import os
from datetime import timedelta
from pathlib import Path

import pytest

from glutetimer.adapters.files.record_file import read_text, record_path
from glutetimer.adapters.log.read import read_log, read_record
from glutetimer.core.record.record import Workout
from glutetimer.core.record.write import dump_record
from glutetimer.core.text.problems import BadFile
from glutetimer.core.values import replace
from tests.helpers.homes import as_nobody, open_folder
from tests.helpers.records import STARTED, finished, over, running

POSIX = pytest.mark.skipif(os.name == "nt", reason="no pipes and links on Windows")


def put(log: Path, workout: Workout) -> Path:
    """Write the record to its place in the log, sealed."""
    path = record_path(log, workout)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(dump_record(workout, seal=True), encoding="utf-8")
    return path


def days_later(days: int, **changes: object) -> Workout:
    """A finished workout of another day."""
    workout = finished(id_=f"2026112{days}T183005Z-7f3a9c21")
    return replace(workout, started=STARTED + timedelta(days=days), **changes)  # type: ignore[arg-type]


def named(log: Path) -> dict[str, str]:
    """The names of what is unreadable with what is said about it."""
    records, unreadable = read_log(log)
    assert records == []
    return {path.name: "; ".join(problem.at("") for problem in bad.problems) for path, bad in unreadable}


def test_a_record_lies_in_the_month_that_it_is_in_utc() -> None:
    new_year = replace(finished(), started=STARTED.replace(year=2027, month=1, day=1, hour=0))
    assert record_path(Path("log"), new_year) == Path("log", "2026", "12", f"{new_year.id}.toml")


def test_records_come_newest_first_whatever_their_folder_is_called(tmp_path: Path) -> None:
    workouts = [days_later(2), days_later(1), days_later(0)]
    paths = [put(tmp_path / folder, workout) for folder, workout in zip("bca", workouts, strict=True)]
    assert read_log(tmp_path) == (list(zip(paths, workouts, strict=True)), [])


def test_without_a_folder_there_are_no_records(tmp_path: Path) -> None:
    assert read_log(tmp_path / "log") == ([], [])


def test_what_is_hidden_or_no_toml_is_passed_over(tmp_path: Path) -> None:
    text = dump_record(finished(), seal=True)
    for name in [".a.toml", "a.toml.tmp", ".a.toml.0f3c.tmp", "a.txt", "toml"]:
        (tmp_path / name).write_text(text)
    put(tmp_path / ".stversions", finished())
    assert read_log(tmp_path) == ([], [])


def test_a_byte_order_mark_is_no_obstacle(tmp_path: Path) -> None:
    path = put(tmp_path, finished())
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert read_record(path) == finished()


def test_every_file_that_was_cut_short_is_refused(tmp_path: Path) -> None:
    """At each byte, as by a full disk or a lost connection; without the last line's end nothing is lost."""
    path = put(tmp_path, finished())
    whole = path.read_bytes()
    read = []
    for size in range(len(whole)):
        path.write_bytes(whole[:size])
        records, unreadable = read_log(tmp_path)
        assert len(records) + len(unreadable) == 1
        read += [(size, workout) for _, workout in records]
    assert read == [(len(whole) - 1, finished())]


def test_without_the_seal_some_of_these_would_have_been_taken_for_whole(tmp_path: Path) -> None:
    text = dump_record(finished(), seal=True)
    cut = text[: text.index("[seal]")].rpartition("[[bout]]")[0]
    path = tmp_path / "a.toml"
    path.write_text(f'{cut}[seal]\nof = "{finished().id}"', encoding="utf-8")
    assert over(read_record(path)) < over(finished())


def test_what_cannot_be_read_is_named_with_line_and_reason(tmp_path: Path) -> None:
    text = dump_record(finished(), seal=True)
    (tmp_path / "bytes.toml").write_bytes(b'format = 1\nname = "\xff"')
    (tmp_path / "empty.toml").touch()
    (tmp_path / "folder.toml").mkdir()
    (tmp_path / "large.toml").write_text("#" + "–" * 1024 * 1024, encoding="utf-8")  # cut inside a character
    (tmp_path / "torn.toml").write_text(text[: text.index("[seal]") + 3], encoding="utf-8")
    (tmp_path / "running.toml").write_text(dump_record(running(1), seal=False), encoding="utf-8")
    (tmp_path / "edited.toml").write_text(text.replace("rounds = 1", 'rounds = "one"'), encoding="utf-8")
    found = named(tmp_path)
    assert sorted(found) == [
        "bytes.toml", "edited.toml", "empty.toml", "folder.toml", "large.toml", "running.toml", "torn.toml"
    ]  # fmt: skip
    assert found["bytes.toml"] == ":2: this is not UTF-8 text (save it as UTF-8)"
    assert found["edited.toml"] == ":8: rounds will not do (a whole number from 1)"
    assert found["folder.toml"] == ": this is a folder (take .toml off its name)"
    assert found["large.toml"].startswith(": over 2048 KiB")
    assert found["running.toml"] == ": this is a workout that was never sealed (take it out of the log)"


def test_a_file_of_another_program_is_named_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "pyproject.toml"
    path.write_text('[project]\nname = "other"\n')
    assert list(named(tmp_path)) == ["pyproject.toml"]
    assert path.read_text() == '[project]\nname = "other"\n'


def test_one_bad_file_hides_no_other(tmp_path: Path) -> None:
    path = put(tmp_path, finished())
    (tmp_path / "bad.toml").write_text("=")
    records, unreadable = read_log(tmp_path)
    assert (records, [path.name for path, _ in unreadable]) == ([(path, finished())], ["bad.toml"])


def test_a_file_in_the_place_of_the_log_is_named(tmp_path: Path) -> None:
    (tmp_path / "log").touch()
    assert list(named(tmp_path / "log")) == ["log"]


@POSIX
def test_what_is_no_file_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.toml")
    (tmp_path / "link.toml").symlink_to("nowhere")
    assert set(named(tmp_path).values()) == {": there is no file behind this name (take it away or put the file back)"}


@POSIX
def test_what_may_not_be_read_is_named() -> None:
    with open_folder() as folder:
        put(folder, finished()).chmod(0)
        for part in folder.rglob("*"):
            part.chmod(0o755 if part.is_dir() else 0)
        (folder / "shut").mkdir(mode=0)
        with as_nobody():
            found = sorted(named(folder))
        (folder / "shut").chmod(0o755)
    assert found == [f"{finished().id}.toml", "shut"]


def test_a_file_that_vanishes_while_it_is_read_is_named(tmp_path: Path) -> None:
    with pytest.raises(BadFile, match="no file behind this name"):
        read_text(tmp_path / "gone.toml")
