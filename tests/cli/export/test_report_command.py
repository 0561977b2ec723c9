"""The command: which workouts, where the page goes, what is never overwritten."""

from __future__ import annotations

import json
import sys
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from glutetimer.adapters.files.record_file import record_path
from glutetimer.cli.export import report as command
from glutetimer.cli.export.report import report_command
from glutetimer.cli.log.progress import rows_of
from glutetimer.core.record.record import Workout
from glutetimer.core.record.write import dump_record
from glutetimer.core.values import replace
from glutetimer.report.html import MARKER
from tests.helpers.reports import NOW, one, workout_of


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """It is NOW, and this is a folder of its own."""

    def now() -> tuple[datetime, str]:
        return NOW, "Europe/Berlin"

    monkeypatch.setattr(command, "local_now", now)
    monkeypatch.chdir(tmp_path)


def put(log: Path, *workouts: Workout) -> None:
    """Write each to its place in the log."""
    for workout in workouts:
        path = record_path(log, workout)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(dump_record(workout, seal=True), encoding="utf-8")


def ask(*args: str) -> Result:
    """Run the command on the log in this folder."""
    return CliRunner().invoke(report_command, ["--log-dir", "log", *args])


def answer(*args: str) -> Any:
    """The JSON object it prints."""
    asked = ask("--json", *args)
    assert asked.exit_code == 0, asked.stderr
    return json.loads(asked.stdout)


def kicks(days_ago: int = 0, **changes: Any) -> Workout:
    """A workout of two bouts."""
    return workout_of(one("Kick", "left"), one("Kick", "right"), days_ago=days_ago, **changes)


def on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever stdout is, somebody looks at it."""
    monkeypatch.setattr(command, "_on_terminal", lambda: True)


def test_into_a_pipe_it_prints_the_page() -> None:
    """In UTF-8, whatever the terminal speaks."""
    put(Path("log"), kicks(note="Für später – 5 × 3"))
    asked = ask()
    assert asked.stdout_bytes.startswith(MARKER.encode())
    assert "Für später – 5 × 3" in asked.stdout_bytes.decode()
    assert list(Path().glob("*.html")) == []
    assert ask("-o", "-").stdout_bytes == asked.stdout_bytes


def test_on_a_terminal_it_writes_a_dated_file(monkeypatch: pytest.MonkeyPatch) -> None:
    on_a_terminal(monkeypatch)
    asked = ask()
    assert asked.stdout == "Written: glutetimer-report-2026-11-21.html\n"
    assert Path("glutetimer-report-2026-11-21.html").read_text("utf-8").startswith(MARKER)


def test_only_the_weeks_that_were_asked_for() -> None:
    put(Path("log"), kicks(), kicks(26), kicks(27))
    assert answer()["totals"]["workouts"] == 2
    assert (answer()["since"], answer()["until"]) == ("2026-10-26", "2026-11-21")
    assert answer("--weeks", "5")["totals"]["workouts"] == 3
    assert answer("--weeks", "1")["totals"]["workouts"] == 1
    assert [ask("--weeks", weeks).exit_code for weeks in ("0", "-1", "x")] == [2, 2, 2]


def test_rehearsals_copies_and_days_to_come_are_left_out_and_counted() -> None:
    """Each is said; none is in a sum."""
    other = replace(kicks(), note="Other")
    put(Path("log"), kicks(), kicks(1, speed=20.0), kicks(-2))
    (Path("log") / "2026" / "11" / "conflicted copy.toml").write_text(dump_record(other, seal=True), encoding="utf-8")
    found = answer()
    assert found["totals"]["workouts"] == 1
    assert found["left_out"] == {"rehearsals": 1, "copies": 1, "later": 1, "unreadable": 0, "empty": 0}


def test_what_cannot_be_read_is_named_and_counted() -> None:
    """On stderr with its path; the page says how many; the file is left as it is."""
    put(Path("log"), kicks())
    broken = Path("log") / "2026" / "11" / "broken.toml"
    broken.write_text("format = 1\n", encoding="utf-8")
    asked = ask()
    assert asked.exit_code == 0
    assert str(broken) in asked.stderr
    assert "1 file of the log cannot be read" in asked.stdout
    assert broken.read_text("utf-8") == "format = 1\n"


def test_a_record_that_went_while_it_was_looked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """The rows know it still: it is named, and in no sum."""
    put(Path("log"), kicks(), kicks(2))

    def then_gone(where: Any) -> Any:
        rows = rows_of(where)
        record_path(Path("log"), kicks(2)).unlink()
        return rows

    monkeypatch.setattr(command, "rows_of", then_gone)
    asked = ask("--json")
    assert json.loads(asked.stdout)["totals"]["workouts"] == 1
    assert json.loads(asked.stdout)["left_out"]["unreadable"] == 1
    assert record_path(Path("log"), kicks(2)).name in asked.stderr


def test_the_weeks_before_are_context() -> None:
    """In the trend, not in the sums; a log that began in the span says when."""
    put(Path("log"), kicks(), kicks(40))
    found = answer()
    points = found["trends"][0]["left"]
    assert [(point["monday"], point["bouts"]) for point in points] == [("2026-10-12", 1), ("2026-11-16", 1)]
    assert found["totals"]["workouts"] == 1
    assert "begins" not in found
    assert answer("--weeks", "8")["begins"] == "2026-10-12"


def test_json_leaves_out_what_nobody_said() -> None:
    """No null anywhere, no empty word; gaps only where they are known."""
    put(Path("log"), kicks(pain=0), kicks(3, effort=7, added=NOW), kicks(5))

    def values(value: Any) -> list[Any]:
        inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else []
        return [value, *(deep for item in inner for deep in values(item))]

    found = answer()
    assert None not in values(found)
    assert "" not in values(found)
    assert found["format"] == 1
    assert [workout.get("effort") for workout in found["workouts"]] == [None, 7, None]
    assert found["workouts"][1]["added"] == NOW.isoformat()
    assert found["balance"][0]["gap_percent"] == 0.0
    assert ask("--json", "-o", "x.html").exit_code == 2


def test_an_older_report_is_replaced() -> None:
    """One of ours, whatever its line ends; and an empty file."""
    assert ask("-o", "a.html").stdout == "Written: a.html\n"
    old = Path("a.html").read_text("utf-8")
    put(Path("log"), kicks())
    Path("a.html").write_bytes(old.replace("\n", "\r\n").encode())
    Path("b.html").touch()
    for name in ("a.html", "b.html"):
        assert ask("-o", name).exit_code == 0
        assert "Kicks" in Path(name).read_text("utf-8")


def test_another_file_stays_as_it_is() -> None:
    """One sentence and 1; -f replaces it."""
    Path("a.html").write_text("<p>My page</p>", encoding="utf-8")
    asked = ask("-o", "a.html")
    assert (asked.exit_code, asked.stdout) == (1, "")
    assert asked.stderr == "a.html is there and is no report of glutetimer: it stays as it is (-f replaces it).\n"
    assert Path("a.html").read_text("utf-8") == "<p>My page</p>"
    assert ask("-f", "-o", "a.html").exit_code == 0
    assert Path("a.html").read_text("utf-8").startswith(MARKER)


def test_a_file_that_came_in_between_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    """It was not there when it was looked for: it is not written over."""
    put(Path("log"), kicks())
    Path("a.html").write_text("<p>My page</p>", encoding="utf-8")
    monkeypatch.setattr(command, "_is_there", lambda path: False)
    assert ask("-o", "a.html").exit_code == 1
    assert Path("a.html").read_text("utf-8") == "<p>My page</p>"


def test_a_folder_takes_it_under_a_dated_name() -> None:
    Path("reports").mkdir()
    assert ask("-o", "reports").exit_code == 0
    assert [path.name for path in Path("reports").iterdir()] == ["glutetimer-report-2026-11-21.html"]


def test_no_folder_is_made_for_it() -> None:
    """A slip of the hand should not make folders."""
    asked = ask("-o", "nowhere/a.html")
    assert (asked.exit_code, asked.stdout) == (1, "")
    assert asked.stderr.endswith("a.html: not written, there is no such folder (-o names another file).\n")
    assert not Path("nowhere").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_a_link_stays_a_link() -> None:
    """What it leads to is replaced."""
    Path("real.html").touch()
    Path("link.html").symlink_to("real.html")
    assert ask("-o", "link.html").exit_code == 0
    assert Path("link.html").is_symlink()
    assert Path("real.html").read_text("utf-8").startswith(MARKER)


def test_an_empty_log_has_a_report() -> None:
    asked = ask()
    assert asked.exit_code == 0
    assert "No workout from 26 Oct to 21 Nov 2026." in asked.stdout
    assert answer()["workouts"] == []


def test_a_year_of_days() -> None:
    """The first weeks of the longest span lie before any log."""
    put(Path("log"), replace(kicks(), started=NOW - timedelta(days=4000), id="old"), kicks())
    assert answer("--weeks", "520")["totals"]["workouts"] == 1
