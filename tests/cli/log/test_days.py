"""Commands on a log of which this is known: what counts, up to which day, and what it is called."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import timedelta, timezone
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
from click.testing import CliRunner

from glutetimer.adapters.files.folders import Places
from glutetimer.adapters.files.record_file import record_path
from glutetimer.adapters.system import clock
from glutetimer.cli.commands import glutetimer
from glutetimer.cli.export import report
from glutetimer.cli.log import balance, exercise, history_table, stats, week
from glutetimer.cli.wiring.open_log import OpenLog
from glutetimer.core.record.record import Result, Workout
from glutetimer.core.record.write import dump_record
from glutetimer.core.values import replace
from tests.helpers.log_example import NOW, example_workouts

LOG = [*example_workouts()]


@pytest.fixture(autouse=True)
def _on_that_evening(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    for name in ("CACHE", "CONFIG", "DATA", "STATE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name))
    for name in ("HOME", "LOCALAPPDATA", "APPDATA", "USERPROFILE"):
        monkeypatch.setenv(name, str(tmp_path))
    monkeypatch.chdir(tmp_path)
    with ExitStack() as stack:
        for module in (balance, exercise, report, clock, stats, history_table, week):
            stack.enter_context(patch.object(module, "local_now", lambda: (NOW, "Europe/Berlin")))
        yield


def put(*workouts: Workout) -> None:
    for workout in workouts:
        path = record_path(Path("log"), workout)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(dump_record(workout, seal=True), "utf-8", newline="\n")


def later(days: int) -> Workout:
    """As a clock that is wrong would date it."""
    started = NOW + timedelta(days=days)
    ended = started + timedelta(minutes=20)
    return replace(LOG[-1], id=f"later-{days}", started=started, ended=ended, amended=())


def said(*args: str) -> str:
    done = CliRunner().invoke(glutetimer, ["--log-dir", "log", "log", *args])
    assert done.exit_code == 0, done.output
    return done.stdout


def answer(*args: str) -> Any:
    return json.loads(said(*args, "--json"))


COMMANDS = (("stats",), ("balance",), ("week",), ("exercise", "hip-circles"))


@pytest.mark.parametrize("args", COMMANDS, ids=" ".join)
def test_what_is_dated_after_today_is_in_no_sum(args: tuple[str, ...]) -> None:
    """Later this week, and next year: both are named, and nothing else is different."""
    put(*LOG)
    before, told = answer(*args), said(*args).splitlines()
    put(later(1), later(2), later(400))
    after = answer(*args)
    assert (before.pop("later"), after.pop("later")) == (0, 3)
    assert after == before
    names = "3 workouts dated later than now are left out."
    assert [line for line in said(*args).splitlines() if line and line not in (names, "A trend, not a verdict.")] == [
        line for line in told if line and line != "A trend, not a verdict."
    ]
    assert names in said(*args).splitlines()


def abroad(hours: int, offset: int) -> Workout:
    """So many hours before now, by the clocks of another place."""
    started = (NOW - timedelta(hours=hours)).astimezone(timezone(timedelta(hours=offset)))
    return replace(LOG[-1], id=f"abroad{offset}", started=started, ended=started + timedelta(minutes=20), amended=())


@pytest.mark.parametrize("offset", [13, 14, -11])
def test_what_was_done_an_hour_ago_far_away_counts(offset: int) -> None:
    """In Auckland and Kiritimati it is Saturday already, in Niue still Friday morning; nothing is dated later."""
    put(*LOG)
    before, week = answer("stats")["totals"]["workouts"], answer("week")["workouts"]
    put(abroad(1, offset))
    stats, found = answer("stats"), answer("week")
    assert (stats["later"], stats["totals"]["workouts"]) == (0, before + 1)
    assert sum(one["workouts"] for one in stats["by_week"]) == before + 1
    assert (found["later"], found["workouts"], len(found["ids"])) == (0, week + 1, week + 1)
    assert sum(day["full"] + day["rounds"] for day in found["days"]) == week + 1
    assert (answer("balance")["later"], answer("exercise", "hip-circles")["later"]) == (0, 0)
    assert "dated later" not in report_text()


def test_what_is_dated_later_this_evening_is_left_out() -> None:
    """Of the same day, and still to come: a clock was wrong."""
    put(*LOG)
    before = answer("stats")
    put(replace(later(0), id="soon", started=NOW + timedelta(minutes=10), ended=NOW + timedelta(minutes=30)))
    assert answer("stats") == before | {"later": 1}
    assert "1 workout dated later than this report" in report_text()
    listed = json.loads(CliRunner().invoke(glutetimer, ["--log-dir", "log", "list", "--json"]).stdout)
    last = {one["id"]: one.get("last_done") for one in listed["sessions"]}
    assert last["hip-control"] == LOG[-1].started.isoformat()


def test_the_screens_know_the_same(tmp_path: Path) -> None:
    """The list of sessions: an hour ago in Auckland is this week, later this evening is neither there nor last done."""
    far, soon = abroad(1, 13), replace(later(0), id="soon", started=NOW + timedelta(minutes=10), ended=None)
    put(*LOG, far, soon)
    program = OpenLog(Places(tmp_path, tmp_path, Path("log"), tmp_path, tmp_path / "cache"))
    program.refresh()
    past = program.past()
    assert past.starts[0] == (far.started, "full")
    assert past.last["hip-control"] == far.started


def report_text() -> str:
    done = CliRunner().invoke(glutetimer, ["--log-dir", "log", "report", "-o", "-"])
    assert done.exit_code == 0, done.output
    return done.stdout


def test_the_days_of_the_week_add_up_to_its_workouts() -> None:
    put(*LOG, later(1))
    found = answer("week")
    assert sum(day["full"] + day["rounds"] for day in found["days"]) == found["workouts"] == len(found["ids"]) == 3


def test_an_exercise_of_days_to_come_only() -> None:
    put(later(3))
    done = CliRunner().invoke(glutetimer, ["--log-dir", "log", "log", "exercise", "hip-circles"])
    assert (done.exit_code, done.stdout) == (1, "")
    assert "1 workout dated later than now is left out." in done.stderr


def test_a_side_that_was_done_alone_is_called_by_its_name() -> None:
    """Rehab of one leg."""
    one = replace(LOG[-1], bouts=tuple(bout for bout in LOG[-1].bouts if bout.side == "left"))
    put(one)
    assert "\nLEFT: best 9" in said("exercise", "hip-circles")
    both = replace(one, bouts=(replace(one.bouts[0], exercise="squat", side="both"),))
    turns = replace(one, id="turns", bouts=(replace(one.bouts[0], exercise="lunge", side="alternate"),))
    put(both, turns)
    assert "\nBOTH SIDES: best 9" in said("exercise", "squat")
    assert "\nEACH SIDE: best 9" in said("exercise", "lunge")


@pytest.mark.parametrize(
    ("measure", "words", "unit"),
    [
        ("best", "RIGHT: best 10, Mon 21 Sep 2026", "reps"),
        ("sum", "RIGHT: most in one set 10 reps, Mon 21 Sep 2026", "reps"),
        ("time", "RIGHT: most in one set 10 reps, Mon 21 Sep 2026", "s"),
    ],
)
def test_the_best_has_a_unit_of_its_own(measure: str, words: str, unit: str) -> None:
    """Beside sums or seconds it is still the most in one set."""
    put(*LOG)
    assert words in said("exercise", "hip-circles", "--measure", measure).splitlines()
    found = answer("exercise", "hip-circles", "--measure", measure)
    assert found["unit"] == unit
    assert [side["best"]["unit"] for side in found["sides"]] == ["reps", "reps"]


def test_a_first_week_has_no_rows_from_before_the_log_began() -> None:
    """Nor a word on a goal that could not be met yet."""
    put(LOG[-1])
    lines = said("stats").splitlines()
    assert [line for line in lines if " of 3 " in line] == ["16 Nov  1 of 3  ■ □ □"]
    assert not any(line.startswith("Goal") for line in lines)
    put(*LOG)
    assert sum(" of 3 " in line for line in said("stats", "--weeks", "20").splitlines()) == 9


def test_more_than_the_goal_is_no_sum() -> None:
    more = [replace(LOG[-1], id=f"more-{at}", started=NOW - timedelta(minutes=40 * at)) for at in range(1, 4)]
    put(*LOG, *more)
    assert "16 Nov  6       ■ ■ ■ ■ ■ ▪" in said("stats").splitlines()
    assert said("week").startswith("This week, 16 to 22 Nov: 6 workouts  ■ ■ ■ ■ ■ ▪\n")


def test_a_time_that_nobody_measured_is_about_the_bouts_and_their_rests() -> None:
    """In sums, too; where not even those are known nothing is said."""
    put(replace(LOG[-1], ended=None, active=None))
    assert "Workouts    1 in about 12 min: all of them full sessions" in said("stats").splitlines()
    nothing = (
        replace(bout, result=bout.result and replace(bout.result, seconds=0.0, rest=None)) for bout in LOG[-1].bouts
    )
    put(replace(LOG[-1], ended=None, active=None, bouts=tuple(nothing)))
    assert "Workouts    1: all of them full sessions" in said("stats").splitlines()


def test_how_long_it_took_is_the_same_everywhere() -> None:
    """Nineteen minutes and 28 seconds are 19 minutes; 8:21 are 8."""
    put(replace(LOG[-1], active=timedelta(minutes=19, seconds=28).total_seconds()))
    for args in ((), ("show",), ("stats",)):
        assert "19 min" in said(*args), args
        assert "20 min" not in said(*args), args
    put(replace(LOG[-1], active=timedelta(minutes=8, seconds=21).total_seconds()))
    for args in ((), ("show",), ("stats",)):
        assert "8 min" in said(*args), args
        assert "9 min" not in said(*args), args


def test_a_report_goes_into_a_folder_that_is_there(tmp_path: Path) -> None:
    """One that is not there is said to be missing, and no file gets its name."""
    put(*LOG)
    done = CliRunner().invoke(glutetimer, ["report", "--log-dir", "log", "-o", "new/"])
    assert (done.exit_code, done.stdout) == (1, "")
    assert "there is no such folder" in done.stderr
    assert not (tmp_path / "new").exists()
    (tmp_path / "new").mkdir()
    for target in ("new/", "new"):
        done = CliRunner().invoke(glutetimer, ["report", "--log-dir", "log", "-o", target])
        assert done.exit_code == 0
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["glutetimer-report-2026-11-20.html"]


def settings(text: str) -> None:
    path = Path("CONFIG") / "glutetimer" / "config.toml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)


def three_a_week(weeks: int) -> list[Workout]:
    """Up to the evening of now, a Friday."""
    starts = [NOW - timedelta(weeks=back, days=day) for back in range(weeks) for day in (0, 2, 4)]
    return [
        replace(LOG[-1], id=f"w{at:%Y%m%d}", started=at, ended=at + timedelta(minutes=20), amended=()) for at in starts
    ]


def test_raising_the_goal_today_wipes_no_weeks_in_a_row() -> None:
    """Twelve weeks met three; the goal is five from today on, and three in the week that runs."""
    put(*three_a_week(12))
    before = answer("stats", "--weeks", "12")
    assert (before["streak"], {week["met"] for week in before["by_week"]}) == ({"now": 12, "best": 12}, {True})
    settings("goal = 5\n")
    assert answer("stats")["streak"] == {"now": 0, "best": 0}  # a goal edited by hand holds for all weeks
    settings("goal = 5\n[[goal_was]]\nuntil = 2026-11-19\ngoal = 3\n")
    after = answer("stats", "--weeks", "12")
    assert after == before | {"goal": 5}
    assert {week["goal"] for week in after["by_week"]} == {3}
    week = answer("week")
    assert (week["goal"], week["met"], week["streak"]["now"]) == (3, True, 12)
    assert "16 Nov  3 of 3  ■ ■ ■" in said("stats").splitlines()
    assert "Goal (now 5 a week): met 12 weeks in a row." in said("week").splitlines()
    found = json.loads(CliRunner().invoke(glutetimer, ["--log-dir", "log", "report", "--weeks", "12", "--json"]).stdout)
    assert (found["goal"], {week["met"] for week in found["by_week"]}) == (3, {True})


def test_a_goal_that_changed_in_the_span_of_a_report_is_told_so() -> None:
    put(*three_a_week(4))
    settings("goal = 2\n[[goal_was]]\nuntil = 2026-11-08\ngoal = 4\n")
    found = json.loads(CliRunner().invoke(glutetimer, ["--log-dir", "log", "report", "--json"]).stdout)
    assert [(week["goal"], week["met"]) for week in found["by_week"]] == [(4, False), (4, False), (2, True), (2, True)]
    assert any(
        "The goal is 2 workouts a week (it was 4); it was met in 1 of 3 full weeks" in one for one in found["summary"]
    )
    page = report_text()
    assert "The goal is 4, then 2. Workouts" in page
    assert page.count('class="goal"') == 2


@pytest.mark.parametrize(("seconds", "outcome"), [(0.0, "short"), (0.8, "short"), (3.0, "pain"), (0.8, "form-broke")])
def test_a_workout_in_which_nothing_was_done_counts_nowhere(seconds: float, outcome: Any) -> None:
    """Enter through all of it, or stopped before the first rep: in no week, no streak, and not last done."""
    put(*LOG)
    before, week = answer("stats"), answer("week")
    bouts = tuple(
        replace(bout, result=Result(outcome, 0, seconds, "program"), target=bout.target) for bout in LOG[-1].bouts
    )
    put(replace(LOG[-1], id="nothing", started=NOW - timedelta(minutes=5), ended=NOW, bouts=bouts, amended=()))
    assert (answer("stats"), answer("week")) == (before, week)
    listed = json.loads(CliRunner().invoke(glutetimer, ["--log-dir", "log", "list", "--json"]).stdout)
    last = {one["id"]: one.get("last_done") for one in listed["sessions"]}
    assert last["hip-control"] == LOG[-1].started.isoformat()
    unknown = (replace(bouts[0], result=Result("short", None, 12.0, "hand")), *bouts[1:])
    put(replace(LOG[-1], id="nobody-counted", started=NOW - timedelta(hours=1), ended=NOW, amended=(), bouts=unknown))
    assert answer("stats")["totals"]["workouts"] == before["totals"]["workouts"] + 1
    put(replace(LOG[-1], id="one-rep", started=NOW - timedelta(minutes=5), ended=NOW, amended=(), bouts=(
        replace(bouts[0], result=Result("short", 1, 2.0, "program")), *bouts[1:]
    )))  # fmt: skip
    assert answer("stats")["totals"]["workouts"] == before["totals"]["workouts"] + 2
