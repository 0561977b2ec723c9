"""Which record a command means, whatever the files of the log are called."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from glutetimer.adapters.log import scan
from glutetimer.cli.log.find import wanted_record

IDS = ("20261120T183005Z-7f3a9c21", "20261121T070000Z-7f3a9c21", "20261121T070000Z-aaaaaaaa")


@pytest.fixture
def log(tmp_path: Path) -> Path:
    """A log of three workouts in two months' folders, with a copy and a file of somebody else."""
    log = tmp_path / "log"
    for id_ in IDS:
        put(log / "2026" / "11" / f"{id_}.toml", id_)
    put(log / "2026" / "11" / f"{IDS[2]} (Anna's conflicted copy).toml", IDS[2])
    put(log / "2026" / "11" / f"{IDS[2]}.sync-conflict-20261122-101010-ABCDEF.toml", IDS[2])
    put(log / "pyproject.toml", "none")
    put(log / ".trash" / "20261130T000000Z-bbbbbbbb.toml", "20261130T000000Z-bbbbbbbb")
    return log


def put(path: Path, id_: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f'format = 1\nid = "{id_}"\n', encoding="utf-8")
    return path


def stopped(log: Path, reference: str, capsys: pytest.CaptureFixture[str]) -> str:
    """What is said on stderr where the program ends."""
    with pytest.raises(SystemExit) as end:
        wanted_record(log, reference)
    assert end.value.code == 1
    out, err = capsys.readouterr()
    assert out == ""
    return err


@pytest.mark.parametrize("reference", [IDS[0], "20261120", IDS[0][:-1]])
def test_an_id_or_how_it_begins(log: Path, reference: str) -> None:
    assert wanted_record(log, reference) == log / "2026" / "11" / f"{IDS[0]}.toml"


def test_a_copy_does_not_make_an_id_ambiguous(log: Path) -> None:
    assert wanted_record(log, "20261121T070000Z-a").name == f"{IDS[2]}.toml"


def test_a_copy_alone_is_found_by_its_id(log: Path) -> None:
    """The first by its path, as it counts."""
    (log / "2026" / "11" / f"{IDS[2]}.toml").unlink()
    assert wanted_record(log, IDS[2]).name == f"{IDS[2]} (Anna's conflicted copy).toml"


def test_last_is_the_newest_by_its_name(log: Path) -> None:
    assert wanted_record(log, "last").name == f"{IDS[2]}.toml"


def test_records_in_other_folders_are_found(log: Path) -> None:
    shutil.move(log / "2026", log / "archive")
    assert wanted_record(log, IDS[0]) == log / "archive" / "11" / f"{IDS[0]}.toml"


def test_a_renamed_record_is_found_by_the_id_in_it(log: Path) -> None:
    path = log / "2026" / "11" / "best one.toml"
    (log / "2026" / "11" / f"{IDS[0]}.toml").rename(path)
    assert wanted_record(log, IDS[0]) == path


@pytest.mark.parametrize("reference", [IDS[0][:-1], "20261120T", "2026112"])
def test_a_renamed_record_is_found_by_how_the_id_in_it_begins(log: Path, reference: str) -> None:
    """Where no name begins so."""
    path = (log / "2026" / "11" / f"{IDS[0]}.toml").rename(log / "2026" / "11" / "monday.toml")
    for other in [*log.glob("2026/11/20261121*")]:
        other.unlink()
    assert wanted_record(log, reference) == path


def test_several_renamed_ones_are_named(log: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for id_, name in zip(IDS[1:], ("monday", "sunday"), strict=True):
        (log / "2026" / "11" / f"{id_}.toml").rename(log / "2026" / "11" / f"{name}.toml")
    for copy in [*log.glob("2026/11/20261121*")]:
        copy.unlink()
    said = stopped(log, "20261121", capsys)
    assert said == f'"20261121" is how several workouts begin: {IDS[1]}, {IDS[2]} (write more of it)\n'
    assert wanted_record(log, IDS[2]).name == "sunday.toml"


def test_files_are_only_read_where_no_name_begins_so(log: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A log of years is on a slow disk."""
    monkeypatch.setattr(scan, "_head", lambda path: pytest.fail(f"{path} is read"))
    assert wanted_record(log, IDS[0][:-1]).stem == IDS[0]


def test_a_file_is_named_as_seen_from_here_or_from_the_log(log: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    inside = f"2026/11/{IDS[1]}.toml"
    assert wanted_record(log, inside) == log / inside
    monkeypatch.chdir(log)
    assert wanted_record(log, inside) == Path(inside)


def test_several_are_named(log: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said = stopped(log, "20261121", capsys)
    assert said == f'"20261121" is how several workouts begin: {IDS[1]}, {IDS[2]} (write more of it)\n'
    for number in range(9):
        put(log / f"20251121T07000{number}Z-cccccccc.toml", "")
    assert "and 4 more (write more of it)" in stopped(log, "2025", capsys)


@pytest.mark.parametrize("reference", ["20270101", "", "20261130T000000Z-bbbbbbbb", "none\x1b[31m"])
def test_what_is_not_in_the_log_is_not_found(log: Path, reference: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Neither what lies in the trash; and nothing odd reaches the terminal."""
    said = stopped(log, reference, capsys)
    assert said.startswith('No workout "')
    assert "\x1b" not in said


def test_no_such_file(log: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert stopped(log, f"elsewhere/{IDS[0]}.toml", capsys).startswith(f"elsewhere/{IDS[0]}.toml: no such file")


def test_an_empty_log(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert stopped(tmp_path / "log", "last", capsys) == f"No workout yet in {tmp_path / 'log'}.\n"


@pytest.mark.parametrize("name", ["{}-LAPTOP", "{}_conflict-20261122-101010", "{}-1", "A {}"])
@pytest.mark.parametrize("reference", [IDS[1], IDS[1][:15], IDS[1][:20]])
def test_a_copy_named_after_a_record_is_no_other_workout(log: Path, name: str, reference: str) -> None:
    """Whichever of the two comes first by its name."""
    wanted = log / "2026" / "11" / f"{IDS[1]}.toml"
    (log / "2026" / "11" / f"{IDS[2]}.toml").unlink()
    for copy in (log / "2026" / "11").glob(f"{IDS[2]}*"):
        copy.unlink()
    put(wanted.with_name(f"{name.format(IDS[1])}.toml"), IDS[1])
    assert wanted_record(log, reference) == wanted


def test_a_copy_in_other_letters_means_the_record(log: Path) -> None:
    wanted = log / "2026" / "11" / f"{IDS[0]}.toml"
    put(wanted.with_name(f"{IDS[0].lower()}.toml"), IDS[0])
    assert wanted_record(log, "20261120") == wanted


def test_copies_without_the_record_are_one_workout(log: Path) -> None:
    folder = log / "2026" / "11"
    (folder / f"{IDS[0]}.toml").unlink()
    first, _ = (put(folder / f"{IDS[0]}-{name}.toml", IDS[0]) for name in ("DESKTOP", "LAPTOP"))
    assert wanted_record(log, IDS[0]) == first
