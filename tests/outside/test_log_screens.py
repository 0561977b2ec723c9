"""The log on the screen of the real program, over real files."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from glutetimer.adapters.log.index.index import open_index
from glutetimer.adapters.log.read import newest as lately
from glutetimer.core.log.rows import workout_row
from tests.helpers.homes import add_trouble, log_home
from tests.helpers.small_log import files_read
from tests.helpers.terminal import Home, Terminal

pytestmark = pytest.mark.outside

RIGHT, DOWN, ESCAPE = "\x1b[C", "\x1b[B", "\x1b"


@pytest.fixture
def years(tmp_path: Path) -> Home:
    """A home with a log of a year and a half."""
    return log_home(tmp_path, 260)


@pytest.fixture
def counted(years: Home) -> int:
    """How many of its workouts count: no rehearsals, and something was done."""
    return sum(workout_row(workout).counts for _, workout in lately(years.log, 999))


def newest(home: Home) -> Path:
    """The file of the newest workout."""
    return max(home.log.rglob("*Z-*.toml"), key=lambda path: path.name)


def leave(terminal: Terminal) -> None:
    """Back to the list, and out."""
    terminal.press_until(ESCAPE, "start Band hips")
    terminal.press_until("q", lambda: not terminal.child.isalive())


def test_from_page_to_page(years: Home, counted: int) -> None:
    """Every page has something to say, and the list is there again afterwards."""
    copy, _ = add_trouble(years)
    with Terminal(years) as terminal:
        terminal.wait_for("workouts this week")
        terminal.press("l")
        terminal.wait_for(f"{counted} workouts")
        terminal.wait_for("1 file cannot be read")
        terminal.press("\r")
        terminal.wait_for("as planned")
        terminal.press("2")
        terminal.wait_for("Last 8 weeks")
        terminal.press("3")
        terminal.wait_for("clean reps in the best set")
        terminal.press("4")
        terminal.wait_for("A trend, not a verdict.")
        leave(terminal)
    assert copy.exists()


def test_a_correction_keeps_what_a_person_wrote(years: Home, counted: int) -> None:
    """The comment and the key of one's own are still there; the old file is in the trash."""
    path = newest(years)
    before = path.read_text("utf-8")
    path.write_text(f"# the new shoes\nshoes = 3\n{before}", "utf-8")
    with Terminal(years) as terminal:
        terminal.wait_for("start Band hips")
        terminal.press("l")
        terminal.wait_for(f"{counted} workouts")
        terminal.press("e")
        effort = tomllib.loads(before).get("effort")
        terminal.wait_for("Correct · ")
        for row in ("Counted", "Harder", "Effort"):
            terminal.press(DOWN)
            terminal.wait_for("► All as counted" if row == "Counted" else f"► {row}")
        terminal.press("\x1b[D" if effort == 10 else RIGHT)
        terminal.wait_for("keep 1 change")
        terminal.press_until("\r", lambda: "amended" in path.read_text("utf-8"))
        terminal.wait_for("History")
        leave(terminal)
    after = path.read_text("utf-8")
    record = tomllib.loads(after)
    assert after.startswith("# the new shoes\nshoes = 3\n")
    assert record["shoes"] == 3
    assert record.get("effort") != effort
    assert len(record["amended"]) == 1
    assert list(record)[-1] == "seal"
    (old,) = (years.log / ".trash").glob("*.toml")
    assert old.read_text("utf-8") == f"# the new shoes\nshoes = 3\n{before}"


def test_deleted_and_brought_back(years: Home, counted: int) -> None:
    """Into the trash with a question, out of it with a key."""
    path = newest(years)
    text = path.read_text("utf-8")
    with Terminal(years) as terminal:
        terminal.wait_for("start Band hips")
        terminal.press("l")
        terminal.wait_for(f"{counted} workouts")
        terminal.press("d")
        terminal.wait_for("Move it to the trash?")
        terminal.press_until("t", lambda: not path.exists())
        terminal.wait_for(f"{counted - 1} workouts")
        terminal.press_until("u", path.exists)
        terminal.wait_for(f"{counted} workouts")
        leave(terminal)
    assert path.read_text("utf-8") == text


def test_a_workout_done_elsewhere_is_written_down(home: Home) -> None:
    """As planned, by hand, and marked as told afterwards."""
    with Terminal(home, "--log-dir", str(home.log)) as terminal:
        terminal.wait_for("start Band hips")
        terminal.press("l")
        terminal.wait_for("No workouts yet")
        terminal.press("a")
        terminal.wait_for("Session")
        terminal.wait_for("add ")
        terminal.press_until("\r", lambda: len(home.records()) == 1)
        terminal.wait_for("1 workout")
        leave(terminal)
    (record,) = home.records()
    assert {bout["counted_by"] for bout in record["bout"]} == {"hand"}
    assert record["confirmed"]
    assert "added" in record


def test_leaving_waits_for_no_long_log(tmp_path: Path) -> None:
    """A log that was never read takes seconds; who leaves meanwhile is out at once, and the rest is read next time."""
    many = log_home(tmp_path, 1500)
    with Terminal(many) as terminal:
        terminal.wait_for("reading the log")
        terminal.press_until("q", lambda: not terminal.child.isalive())
        assert terminal.end() == 0
    assert files_read(open_index(many.log, many.folder / "cache" / "glutetimer")) > 0
