"""`log add`, `log delete` and `log check` on real files: what they say, and what they leave behind."""

from __future__ import annotations

import errno
import json
import time
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from glutetimer.adapters.files.record_file import record_path
from glutetimer.adapters.log import change
from glutetimer.adapters.log.read import read_log
from glutetimer.adapters.system.clock import local_now
from glutetimer.cli.log.check import check_command
from glutetimer.cli.log_change.add import add_command
from glutetimer.cli.log_change.commands import delete_command
from glutetimer.core.record.record import Workout
from tests.adapters.log.test_change import OLD, POSIX, put, trashed
from tests.helpers.records import finished

COMMANDS = {"add": add_command, "check": check_command, "delete": delete_command}


@pytest.fixture
def log(tmp_path: Path) -> Path:
    return tmp_path / "log"


@pytest.fixture
def path(log: Path) -> Path:
    """A record in the log."""
    return put(log)


def ask(log: Path, name: str, *args: str, code: int = 0) -> tuple[str, str]:
    """What a command says on stdout and on stderr."""
    done = CliRunner().invoke(COMMANDS[name], [*args, "--log-dir", str(log)])
    assert done.exit_code == code, done.output
    return done.stdout, done.stderr


def told(log: Path) -> Workout:
    """The only workout of the log."""
    ((_, workout),), _ = read_log(log)
    return workout


def test_of_several_all_must_be_known_before_one_goes(log: Path, path: Path) -> None:
    ask(log, "delete", finished().id, "2027", code=1)
    assert path.exists()
    ask(log, "delete", finished().id, "last", str(path))
    assert trashed(log) == [OLD]


def test_a_deleted_workout_says_how_it_comes_back(log: Path, path: Path) -> None:
    out, err = ask(log, "delete", "last")
    place = next((log / ".trash").glob("*.toml"))
    assert (out, err) == (f"Deleted: {path}\n  Move {place} there to have it again.\n", "")
    assert ask(log, "check")[0] == f"No workout yet in {log}.\n"
    place.rename(path)
    assert ask(log, "check")[0] == "1 workout, all good.\n"


def test_an_equal_copy_is_deleted_along_with_it_and_named(log: Path, path: Path) -> None:
    """Also where it was to be deleted as well."""
    equal = path.with_name("mine.toml")
    equal.write_text(OLD, encoding="utf-8")
    out, err = ask(log, "delete", str(path), str(log / "2026" / ".." / "2026" / "11" / "mine.toml"))
    assert (out.count("Deleted: "), f"Deleted: {equal}\n" in out, err) == (2, True, "")
    assert (read_log(log), trashed(log)) == (([], []), [OLD, OLD])


def test_an_equal_copy_alone_is_deleted_alone(log: Path, path: Path) -> None:
    equal = path.with_name("mine.toml")
    equal.write_text(OLD, encoding="utf-8")
    ask(log, "delete", str(equal))
    assert read_log(log) == ([(path, finished())], [])


def test_a_record_that_could_not_stay_where_it_was_is_said_to_be_in_the_trash(
    log: Path, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: Path) -> None:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(change, "flush_folder", refuse)
    out, err = ask(log, "delete", "last")
    (place,) = (log / ".trash").glob("*.toml")
    assert out.startswith(f"Deleted: {path}\n  Move {place} ")
    assert err == f"{path} was moved to {place}, and is only there: {path}: Input/output error.\n"


def test_what_cannot_be_deleted_is_said_and_the_others_go(log: Path, path: Path) -> None:
    other = path.with_name("folder.toml")
    other.mkdir()
    out, err = ask(log, "delete", str(other), str(path), code=1)
    assert err.startswith(f"Not deleted: {other}: ")
    assert out.startswith(f"Deleted: {path}\n")


def test_a_file_that_is_not_of_the_log_is_not_deleted(log: Path, path: Path) -> None:
    other = log.with_name("other.toml")
    other.write_text(OLD, encoding="utf-8")
    assert ask(log, "delete", str(other), code=1) == ("", f"Not changed: {other} is not in the log ({log}).\n")
    ask(log, "delete", "last")
    place = next((log / ".trash").glob("*.toml"))
    assert "is not in the log" in ask(log, "delete", str(place), code=1)[1]
    assert (other.exists(), place.exists()) == (True, True)


def test_a_past_workout_is_what_was_told_of_it(log: Path) -> None:
    told_of = ("--effort", "4", "--pain", "2", "--harder", "left", "--note", 'hotel "room"\n')
    ask(log, "add", "hip-control", "--at", "2026-01-31T18:30", *told_of)
    workout = told(log)
    assert (workout.effort, workout.pain, workout.harder_side, workout.note) == (4, 2, "left", 'hotel "room"')
    assert (workout.state, workout.confirmed, workout.mode) == ("finished", True, "full")
    assert {bout.result and bout.result.counted_by for bout in workout.bouts} == {"hand"}


def test_usually_it_ended_just_now(log: Path) -> None:
    before, _ = local_now()
    ask(log, "add", "hip-control", "--post-run")
    workout = told(log)
    assert workout.ended is not None
    assert before <= workout.ended <= local_now()[0]
    assert workout.mode == "post-run"


def test_a_time_alone_is_one_of_today(log: Path) -> None:
    days = {local_now()[0].date()}
    ask(log, "add", "hip-control", "--at", "0:00")
    days |= {local_now()[0].date()}
    assert told(log).started.date() in days
    assert f"{told(log).started:%H:%M:%S}" == "00:00:00"


@pytest.mark.parametrize(
    ("at", "started", "zone"),
    [
        ("2026-01-19T01:30+09:00", "2026-01-19T01:30:00+09:00", "UTC+09:00"),
        ("2026-01-19 01:30Z", "2026-01-19T01:30:00+00:00", "UTC"),
        ("2026-01-19T01:30+01:00", "2026-01-19T01:30:00+01:00", "Europe/Berlin"),
        ("2026-01-19T01:30+02:00", "2026-01-19T01:30:00+02:00", "UTC+02:00"),
        ("2026-01-19T01:30", "2026-01-19T01:30:00+01:00", "Europe/Berlin"),
    ],
)
@POSIX
def test_an_offset_that_was_given_is_kept(
    log: Path, monkeypatch: pytest.MonkeyPatch, at: str, started: str, zone: str
) -> None:
    """On a journey; the zone is this machine's only where its clocks showed that offset on that day."""
    monkeypatch.setenv("TZ", "Europe/Berlin")
    time.tzset()
    try:
        ask(log, "add", "hip-control", "--at", at)
    finally:
        monkeypatch.undo()
        time.tzset()
    assert (told(log).started.isoformat(), told(log).zone) == (started, zone)
    assert record_path(log, told(log)).exists()


@POSIX
@pytest.mark.parametrize(
    ("at", "started"),
    [
        ("2025-10-26 2:30", "2025-10-26T02:30:00+01:00"),
        ("2025-10-26T02:30+02:00", "2025-10-26T02:30:00+02:00"),
    ],
)
def test_in_the_hour_that_comes_twice_the_later_one_is_meant_unless_an_offset_is_given(
    log: Path, monkeypatch: pytest.MonkeyPatch, at: str, started: str
) -> None:
    monkeypatch.setenv("TZ", "Europe/Berlin")
    time.tzset()
    try:
        ask(log, "add", "hip-control", "--at", at)
        assert (told(log).started.isoformat(), told(log).zone) == (started, "Europe/Berlin")
    finally:
        monkeypatch.undo()
        time.tzset()


@POSIX
def test_an_hour_that_does_not_exist_is_refused_with_the_sentence_why(
    log: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TZ", "Europe/Berlin")
    time.tzset()
    try:
        _, said = ask(log, "add", "hip-control", "--at", "2026-03-29 2:30", code=2)
    finally:
        monkeypatch.undo()
        time.tzset()
    assert not [*log.rglob("*.toml")]
    assert "2026-03-29 02:30 was on no clock here: clocks went forward over it (01:30 or 03:30 may be meant)." in said


def test_days_have_names(log: Path) -> None:
    ask(log, "add", "hip-control", "--at", "yesterday 0:05")
    assert told(log).started.date() in {local_now()[0].date() - timedelta(days=days) for days in (1, 2)}
    assert f"{told(log).started:%H:%M}" == "00:05"


def test_the_kit_and_the_only_band_at_home_are_used(log: Path, tmp_path: Path) -> None:
    """As the program would have done it."""
    config = tmp_path / "config.toml"
    config.write_text('kit = ["band", "chair"]\nbands = ["green"]\n', encoding="utf-8")
    ask(log, "add", "glute-strength", "--config", str(config))
    assert "step" in told(log).without
    assert {bout.strength for bout in told(log).bouts if bout.band != "none"} == {"green"}


def test_an_added_workout_is_answered_as_json(log: Path) -> None:
    answer = json.loads(ask(log, "add", "hip-control", "--at", "2026-01-31 18:30", "--json")[0])
    assert (answer["format"], answer["id"], "effort" in answer) == (1, told(log).id, False)
    assert answer["path"] == str(record_path(log, told(log)))


@pytest.mark.parametrize(
    ("args", "code", "said"),
    [
        (("nonsense",), 1, "no session has this name"),
        (("hip-control", "--at", "2199-01-01 10:00"), 1, "Not added: 2199-01-01 10:00 is still to come.\n"),
        (
            ("hip-control", "--at", "2026-01-31"),
            2,
            '"2026-11-19 18:30", "yesterday 18:30", "mon 7:00"), not "2026-01-31"',
        ),
        (("hip-control", "--at", "0001-01-01 10:00"), 2, ", not "),
        (("hip-control", "--at", "0001-01-01T00:00+01:00"), 2, ", not "),
        (("hip-control", "--at", "1234-01-01 10:00"), 2, ", not "),
        (("hip-control", "--at", "9999-12-31T23:59-01:00"), 2, ", not "),
        (("hip-control", "--at", "24:00"), 2, ", not "),
        (("hip-control", "--at", "soon"), 2, ", not "),
        (("hip-control", "--effort", "11"), 2, "11"),
        (("hip-control", "--post-run", "--pre-run"), 2, "Choose one"),
    ],
)
def test_what_cannot_be_added_is_said(log: Path, args: tuple[str, ...], code: int, said: str) -> None:
    out, err = ask(log, "add", *args, code=code)
    assert (out, log.exists()) == ("", False)
    assert said in err


def twice(log: Path, path: Path) -> tuple[Path, Path, Path]:
    """Beside the record: an equal copy, another copy and a torn file."""
    equal, other = (path.with_name(f"{path.stem}.{word}.toml") for word in ("a-copy", "sync-conflict"))
    equal.write_bytes(b"\xef\xbb\xbf" + OLD.replace("\n", "\r\n").encode())
    other.write_text(OLD.replace("done = 8", "done = 3"), encoding="utf-8")
    torn = log / "torn.toml"
    torn.write_text(OLD[:300], encoding="utf-8")
    return equal, other, torn


def test_check_names_what_cannot_be_read_and_what_is_there_twice(log: Path, path: Path) -> None:
    equal, other, torn = twice(log, path)
    out, err = ask(log, "check", code=1)
    assert err.startswith(f"{torn}:")
    assert out.splitlines() == [
        f"{other}: a copy with other content (only {path} counts; keep the one that is right)",
        f"{equal}: says the same as {path} (one of them is enough)",
        "1 workout can be read, 1 file cannot.",
    ]


def test_a_copy_of_a_copy_is_named_beside_that_one(log: Path, path: Path) -> None:
    """It does not say what the one says that counts."""
    text = OLD.replace("done = 8", "done = 3")
    one, other = (path.with_name(name) for name in ("a.toml", "b.toml"))
    for each in (one, other):
        each.write_text(text, encoding="utf-8")
    assert f"{other}: says the same as {one} (one of them is enough)" in ask(log, "check")[0].splitlines()


def test_check_answers_as_json(log: Path, path: Path) -> None:
    equal, other, torn = twice(log, path)
    out, err = ask(log, "check", "--json", code=1)
    answer: dict[str, Any] = json.loads(out)
    assert (err, answer["format"], answer["good"]) == ("", 1, 1)
    assert {row["path"] for row in answer["unreadable"]} == {str(torn)}
    assert all(row["problem"] for row in answer["unreadable"])
    assert answer["copies"] == [{"path": str(other), "counts": str(path)}]
    assert [row["path"] for row in answer["hints"]] == [str(equal)]


def test_check_names_every_problem_of_a_file(log: Path, path: Path) -> None:
    path.write_text(OLD.replace("rounds = 1", "rounds = 0").replace("done = 8", "done = -1"), encoding="utf-8")
    _, err = ask(log, "check", code=1)
    said = [line.split(": ")[1].split(" (")[0] for line in err.splitlines()]
    assert said == ["rounds will not do", *["done will not do"] * 3]


def test_check_hints_at_what_looks_odd(log: Path, path: Path) -> None:
    path.write_text(OLD.replace("2026-11-20T19:50", "2026-11-20T18:50") + "[mine]\n", encoding="utf-8")
    mine = path.rename(path.with_name("mine.toml"))
    path.with_name("later.toml").write_text(
        OLD.replace(finished().id, "later").replace("2026-11-20", "2199-11-20"), encoding="utf-8"
    )
    assert ask(log, "check")[0].splitlines() == [
        f"{path.with_name('later.toml')}: it began on 2199-11-20, which is still to come (look at started)",
        f"{mine}: it ended before it began (look at started and ended)",
        f"{mine}:{OLD.count(chr(10)) + 1}: this stands behind the seal "
        "(move [seal] to the end: it shows that nothing is missing)",
        f"{mine}: not called after its id ({finished().id}.toml)",
        "2 workouts, all good.",
    ]


def test_check_touches_nothing(log: Path, path: Path) -> None:
    twice(log, path)

    def state() -> dict[Path, tuple[bytes, int]]:
        return {each: (each.read_bytes(), each.stat().st_mtime_ns) for each in log.rglob("*") if each.is_file()}

    before = state()
    ask(log, "check", code=1)
    assert state() == before


@POSIX
def test_a_name_sends_nothing_odd_to_the_terminal(log: Path, path: Path) -> None:
    odd = "\x1b[31m\u202e.toml"
    path.with_name(f"torn{odd}").write_text("=", encoding="utf-8")
    path.with_name(f"copy{odd}").write_text(OLD.replace("done = 8", "done = 3"), encoding="utf-8")
    said = [*ask(log, "check", code=1), *ask(log, "delete", str(path.with_name(f"copy{odd}")))]
    assert all("torn[31m.toml" in text or "copy[31m.toml" in text for text in said if text)
    assert not any(char in text for char in "\x1b\u202e" for text in said)


def test_a_workout_that_may_be_told_twice_is_named(log: Path) -> None:
    """The same evening from memory and from the program."""
    ask(log, "add", "get-hip", "--at", "2026-11-19 18:30")
    out, _ = ask(log, "add", "get-hip", "--at", "2026-11-19 18:50")
    assert out.endswith("  In the log on that day, too: Get hip 18:30\n")
    assert "on that day" not in ask(log, "add", "get-hip", "--at", "2026-11-18 18:50")[0]


def test_a_note_that_would_be_cut_is_not_taken(log: Path) -> None:
    """Better said than lost."""
    err = ask(log, "add", "get-hip", "--note", "a" * 2001, code=2)[1]
    assert "A note has at most 2000 characters; this one has 2001." in err
    assert read_log(log) == ([], [])
