"""One workout in full, and what comes next: lines against records."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path
from typing import cast

import pytest

from glutetimer.adapters.files.folders import Places
from glutetimer.adapters.files.sessions import built_in_dir
from glutetimer.cli.base.output import cells
from glutetimer.cli.base.setting import Settings
from glutetimer.cli.log.balance import bar
from glutetimer.cli.log.show import whole
from glutetimer.cli.log.week import Coming, coming
from glutetimer.core.log.balance import Balance, Harder, SideTotal
from glutetimer.core.log.query import LogRows
from glutetimer.core.log.rows import SideRow, WorkoutRow, workout_row
from glutetimer.core.record.record import Result, Workout
from glutetimer.core.settings.config import Config
from glutetimer.core.values import replace
from tests.helpers.log_example import NOW, example_workouts
from tests.helpers.log_maker import workouts

LOG = [*example_workouts()]
SORE = next(workout for workout in LOG if workout.amended)


def said(workout: Workout) -> str:
    return "\n".join(whole(workout, Path("a.toml")))


def test_all_that_was_told_is_there() -> None:
    for words in (
        "pain 3, knee, left",
        "form broke: Hips stay still",
        "Left knee warm",
        "2026-11-03",
        "5 of 10",
        "a.toml",
    ):
        assert words in said(SORE)


def test_what_was_not_told_is_not_there() -> None:
    wanted = {"Note", "Pain", "Corrected", "Harder", "Effort"}
    words = said(replace(SORE, note="", pain=None, amended=(), harder_side=None, effort=None))
    assert not wanted & {*words.split()}
    assert wanted <= {*said(SORE).split()}


def test_a_workout_written_down_afterwards_says_so() -> None:
    assert "Entered  " in said(next(workout for workout in LOG if workout.added))


def test_a_rehearsal_says_so() -> None:
    assert "counts nowhere" in said(replace(SORE, speed=20.0))


def test_who_counted_is_named_where_it_was_not_the_program() -> None:
    bout = SORE.bouts[0]
    tapped = replace(bout, result=Result("done", 10, 20.0, "tap"), strength="green")
    assert "counted by presses; band green" in said(replace(SORE, bouts=(tapped,)))


def test_what_nobody_counted_says_so() -> None:
    bout = replace(SORE.bouts[0], result=Result("short", None, 20.0, "hand"))
    assert "? of 10" in said(replace(SORE, bouts=(bout,)))
    assert "short; not counted" in said(replace(SORE, bouts=(bout,)))


def test_pain_afterwards_has_a_line_of_its_own() -> None:
    told = replace(SORE, pain_after=4, place_after="knee", pain_side_after="left")
    assert "Afterwards   4 of 10, knee, left" in said(told)


@pytest.mark.parametrize("bouts", [0, 1])
def test_a_workout_without_results_is_no_trouble(bouts: int) -> None:
    """Nothing was done, or not even planned."""
    assert said(replace(SORE, bouts=tuple(replace(bout, result=None) for bout in SORE.bouts[:bouts]), ended=None))


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        (19, "19:30 to 19:49"),
        (-70, "19:30 to 18:20"),
        (0, "19:30 to 19:30"),
        (-2 * 1440, "19:30 to Sat 31 Oct 2026, 19:30"),
        (600, "19:30 to Tue 3 Nov 2026, 05:30"),
    ],
)
def test_no_clock_makes_nonsense_of_how_long_it_took(minutes: int, words: str) -> None:
    """Nor does a night before it was taken up again; where nobody measured it, bouts and rests are about that."""
    ended = SORE.started + timedelta(minutes=minutes)
    assert f"Mon 2 Nov 2026, {words}, 19 min\n" in said(replace(SORE, ended=ended))
    assert f"Mon 2 Nov 2026, {words}, about 11 min\n" in said(replace(SORE, ended=ended, active=None))


@pytest.mark.parametrize("room", [60, 80, 100])
def test_on_a_terminal_nothing_is_broken_in_the_middle_and_nothing_is_lost(room: int) -> None:
    lines = [*whole(SORE, Path("a.toml"), room)]
    assert max(map(cells, lines)) <= room
    wide = said(SORE).split()
    left_out = {"TOOK", "REST", "18", "20", "30", "40", "45", "s"}
    assert {*wide} - left_out <= {*"\n".join(lines).split()}
    assert ("TOOK and REST are shown where there is room for them." in lines) is (room < 100)


def test_a_path_is_told_whole_and_harmless() -> None:
    """Folded it could not be copied; what is in a name reaches no terminal."""
    path = Path("/a/very/long/way/" * 9, "a\x1b[2J\nb.toml")
    (last,) = [line for line in whole(SORE, path, 60) if line.startswith("File")]
    assert last.endswith("a[2J b.toml")
    assert "\x1b" not in last


def test_every_workout_of_a_long_log_can_be_shown() -> None:
    for workout in workouts(9, 40):
        assert workout.id in said(workout)


def total(clean: int, target: int = 10) -> SideTotal:
    return SideTotal(3, 3, target, clean)


@pytest.mark.parametrize(
    ("left", "right", "drawn"),
    [(10, 10, "████│████"), (5, 10, "  ██│████"), (10, 0, "████│    "), (0, 0, "    │    ")],
)
def test_bars_go_from_the_middle(left: int, right: int, drawn: str) -> None:
    """The side that did more is full; none where nothing was done."""
    assert bar(Balance("kick", "Kick", "reps", total(left), total(right), Harder()), 4) == drawn


class Latest:
    """The newest workout of each session."""

    def __init__(self, *rows: WorkoutRow) -> None:
        self._rows = rows

    def latest(self, until: datetime) -> tuple[tuple[WorkoutRow, ...], tuple[SideRow, ...]]:
        return self._rows, ()


def next_after(tmp_path: Path, *last: tuple[str, datetime], kit: tuple[str, ...] | None = None) -> Coming | None:
    """What is next where these sessions were done last at these moments."""
    places = Places(*(tmp_path / name for name in ("log", "sessions", "state", "config.toml", "cache")))
    rows = (replace(workout_row(LOG[0]), session=session, started=moment) for session, moment in last)
    return coming(Settings(places, Config(kit=kit)), cast(LogRows, Latest(*rows)), NOW)


def test_the_habit_that_was_left_longest_is_next(tmp_path: Path) -> None:
    days = (("hip-control", 2), ("band-hips", 9), ("glute-strength", 400))
    found = next_after(tmp_path, *((session, NOW - timedelta(days=ago)) for session, ago in days))
    assert found is not None
    assert (found.session, found.command) == ("band-hips", "glutetimer run band-hips")


def test_without_a_habit_the_gentlest_is_next(tmp_path: Path) -> None:
    found = next_after(tmp_path)
    assert found is not None
    assert (found.session, found.last_done) == ("get-hip", None)


def test_a_session_that_is_gone_is_not_next(tmp_path: Path) -> None:
    """A file of one's own that was deleted."""
    found = next_after(tmp_path, ("gone", NOW - timedelta(days=9)), ("hip-control", NOW))
    assert found is not None
    assert found.session == "hip-control"


def test_a_session_that_cannot_be_done_here_is_not_next(tmp_path: Path) -> None:
    """All of this one needs a band."""
    text = (built_in_dir() / "mini-band.toml").read_text("utf-8").replace("unbanded = true", "")
    (tmp_path / "sessions").mkdir()
    (tmp_path / "sessions" / "mini-band.toml").write_text(text, "utf-8")
    last = (("mini-band", NOW - timedelta(days=9)), ("get-hip", NOW))
    found = next_after(tmp_path, *last, kit=("chair",))
    assert found is not None
    assert found.session == "get-hip"
