"""Commands on a log with forms and with bouts that nobody counted."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
from click.testing import CliRunner, Result

from glutetimer.adapters.files.record_file import record_path
from glutetimer.cli.commands import glutetimer
from glutetimer.cli.log import exercise, stats
from glutetimer.core.record.record import BoutRecord, Workout
from glutetimer.core.record.record import Result as Done
from glutetimer.core.record.write import dump_record
from glutetimer.core.values import replace
from tests.helpers.log_example import NOW, example_workouts

SQUAT = BoutRecord("squat", "Squat", "reps", 1, 1, "both", None, "knees", 15, Done("done", 12, 30.0, "hand"))
HALF = replace(SQUAT, set=2, name="Half squat", form="squat-half-squat", result=Done("done", 15, 30.0, "hand"))
UNKNOWN = replace(HALF, set=3, result=Done("short", None, 9.0, "hand"))


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.chdir(tmp_path)
    with patch.object(exercise, "local_now", lambda: (NOW, "UTC")), patch.object(stats, "local_now", lambda: (NOW, "")):
        yield


def put(*bouts: BoutRecord, **changes: Any) -> None:
    """The newest workout of the example, of these bouts."""
    workout: Workout = replace([*example_workouts()][-1], bouts=bouts, active=900.0, **changes)
    path = record_path(Path("log"), workout)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(dump_record(workout, seal=True), "utf-8", newline="\n")


def ask(*args: str) -> Result:
    return CliRunner().invoke(glutetimer, ["--log-dir", "log", "log", *args])


def test_after_one_eased_set_the_history_is_that_of_the_exercise() -> None:
    """Not called "Half squat" with best 15."""
    put(SQUAT, HALF)
    said = ask("exercise", "squat").stdout
    assert said.startswith("Squat, the most in one set")
    assert "best 12" in said
    assert "band at the knees" in said
    assert "Other forms (--form shows one): Half squat (squat-half-squat)." in said


@pytest.mark.parametrize("form", ["squat-half-squat", "half SQUAT"])
def test_a_form_is_shown_by_its_id_or_its_name(form: str) -> None:
    put(SQUAT, HALF, UNKNOWN)
    said = ask("exercise", "squat", "--form", form).stdout
    assert said.startswith("Squat, Half squat, the most in one set")
    assert "best 15" in said
    assert "1 set not counted" in said
    found = json.loads(ask("exercise", "squat", "--form", form, "--json").stdout)
    assert (found["name"], found["form"], found["form_name"]) == ("Squat", "squat-half-squat", "Half squat")
    assert [known["name"] for known in found["forms"]] == ["Half squat", "Squat"]


def test_a_form_that_is_not_there_is_said_with_those_that_are() -> None:
    put(SQUAT, HALF)
    done = ask("exercise", "squat", "--form", "quarter")
    assert done.exit_code == 1
    assert 'No form "quarter" of Squat in the log' in done.stderr


def test_a_week_that_nobody_counted_has_no_number() -> None:
    put(UNKNOWN)
    assert "  ?  " in ask("exercise", "squat").stdout
    (side,) = json.loads(ask("exercise", "squat", "--json").stdout)["sides"]
    assert "value" not in side["points"][0]
    assert side["points"][0]["uncounted"] == 1
    assert "best" not in side


def test_sums_say_what_is_not_in_them() -> None:
    put(SQUAT, HALF, UNKNOWN)
    said = ask("stats").stdout
    assert "27 reps, 1 set not counted" in said
    assert "Half squat  15 reps" in said
