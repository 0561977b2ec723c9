"""The made logs are such as the program writes, and tell the story they are to tell."""

from __future__ import annotations

from pathlib import Path

from glutetimer.adapters.log.read import read_log
from glutetimer.core.log.rows import SideRow, workout_row
from glutetimer.core.log.side_rows import side_rows
from glutetimer.core.record.record import Workout
from tests.helpers.log_maker import make_log, workouts, write


def share(made: list[Workout], side: str) -> float:
    """What of the target was done on a side."""
    rows: list[SideRow] = [row for workout in made for row in side_rows(workout) if row.side == side]
    return sum(row.clean for row in rows) / sum(row.target for row in rows)


def test_the_same_seed_makes_the_same_log() -> None:
    assert workouts(3, 40) == workouts(3, 40) != workouts(4, 40)


def test_they_read_back_as_they_were_made(tmp_path: Path) -> None:
    made = workouts(1, 60)
    paths = write(tmp_path, made)
    read, unreadable = read_log(tmp_path)
    assert unreadable == []
    assert sorted(read, key=lambda item: item[0]) == sorted(zip(paths, made, strict=True), key=lambda item: item[0])


def test_left_is_behind_at_first_and_catches_up() -> None:
    made = workouts(1, 200)
    assert share(made[:40], "left") < 0.85 * share(made[:40], "right")
    assert share(made[-40:], "left") > 0.97 * share(made[-40:], "right")


def test_there_is_something_of_everything() -> None:
    rows = [workout_row(workout) for workout in workouts(1, 200)]
    assert len({row.session for row in rows}) == 5
    assert {row.mode for row in rows} == {"full", "post-run", "pre-run"}
    assert {row.state for row in rows} == {"early", "finished"}
    assert {row.confirmed for row in rows} == {True, False}
    assert {row.strength for row in rows} >= {"light", "green"}
    assert any(row.speed != 1.0 for row in rows)
    assert any(row.form_breaks for row in rows)
    assert any((row.pain or 0) > 3 for row in rows)
    assert any(row.note for row in rows)


def test_a_long_log_repeats_itself_on_other_days(tmp_path: Path) -> None:
    make_log(tmp_path, 1, 90, most_made=20)
    read, unreadable = read_log(tmp_path)
    assert (len(read), unreadable) == (90, [])
    assert len({workout.id for _, workout in read}) == len({workout.started for _, workout in read}) == len(read)
    assert all(path.stem == workout.id for path, workout in read)
