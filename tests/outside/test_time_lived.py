"""How long a workout took is its run time, everywhere: killed in the evening and taken up again in the morning."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from glutetimer.adapters.log.read import read_log
from glutetimer.core.record.write import dump_record
from glutetimer.core.values import replace
from tests.helpers.homes import log_home
from tests.helpers.terminal import Home

pytestmark = pytest.mark.outside

TEN_HOURS = timedelta(hours=10)


def over_night(folder: Path, active: float | None) -> Home:
    """A home with one workout of yesterday; its bouts and rests are known, and it ended ten hours after it began."""
    home = log_home(folder, 1)
    ((path, workout),) = read_log(home.log)[0]
    bouts = (replace(bout, result=bout.result and replace(bout.result, rest=None)) for bout in workout.bouts)
    night = replace(workout, bouts=tuple(bouts), ended=workout.started + TEN_HOURS, active=active, speed=1.0)
    path.write_text(dump_record(night, seal=True), "utf-8")
    return home


@pytest.mark.parametrize(("active", "said"), [(1260.0, "21 min"), (None, "about ")])
def test_a_night_is_no_time_of_a_workout(tmp_path: Path, active: float | None, said: str) -> None:
    home = over_night(tmp_path, active)
    told = [home.ask("log"), home.ask("log", "show", "last"), home.ask("log", "stats", "--weeks", "400")]
    for answer in told:
        assert said in answer
        assert "10 h" not in answer
    sums = home.json("log", "stats", "--weeks", "400")["totals"]
    assert sums["about"] is (active is None)
    assert 0 < sums["seconds"] < TEN_HOURS.total_seconds() / 10
    assert sums["seconds"] == 1260.0 or active is None


def test_a_report_tells_it_too(tmp_path: Path) -> None:
    home = over_night(tmp_path, 1260.0)
    report = home.json("report", "--weeks", "52")
    assert [one["seconds"] for one in report["workouts"]] == [1260.0]
    page = home.ask("report", "--weeks", "52", "-o", "-")
    assert ">21 min<" in page
    assert "10 h" not in page


def test_the_table_has_it(tmp_path: Path) -> None:
    home = over_night(tmp_path, 1260.0)
    head, first, *_ = home.ask("log", "export", "csv").splitlines()
    assert dict(zip(head.split(","), first.split(","), strict=False))["active"] == "1260.0"
