"""A log for examples: nine weeks of one runner, the same wherever and whenever it is made."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

from glutetimer.adapters.files.record_file import record_path
from glutetimer.core.record.record import BoutRecord, Result, Workout
from glutetimer.core.record.write import dump_record
from glutetimer.core.session.session import Direction, Side
from glutetimer.core.values import replace

BERLIN = timezone(timedelta(hours=1))
#: The evening on which the examples are looked at: a Friday.
NOW = datetime(2026, 11, 20, 21, 0, tzinfo=BERLIN)

_WEEKS, _TURNS = 9, ((0, 19), (2, 7), (4, 19))
_SIDES: tuple[Side, ...] = ("left", "right")
_WAYS: tuple[Direction, ...] = ("forward", "backward")


def make_example(log_dir: Path) -> None:
    """Workouts, a copy that a sync tool made of one, and a file that cannot be read."""
    made = [*example_workouts()]
    for workout in made:
        _put(record_path(log_dir, workout), workout)
    copied = record_path(log_dir, made[0])
    name = f"{copied.stem}.sync-conflict-20260922-081500-ABCDEFG.toml"
    _put(copied.with_name(name), replace(made[0], note="Tired"))
    (log_dir / "2026" / "10" / "notes.toml").write_text("format = 1\n", "utf-8")


def example_workouts() -> Iterator[Workout]:
    """Three a week, the oldest first: hip control on Mondays and Fridays, one round of clam shells on Wednesdays."""
    monday = NOW.replace(minute=30) - timedelta(days=NOW.weekday(), weeks=_WEEKS - 1)
    for week in range(_WEEKS):
        for turn, (day, hour) in enumerate(_TURNS):
            if (week, turn) != (4, 2):  # one was left out
                started = (monday + timedelta(weeks=week, days=day)).replace(hour=hour, second=5)
                yield _clams(started, week) if turn == 1 else _control(started, week, turn)


def _control(started: datetime, week: int, turn: int) -> Workout:
    bouts = [_circles(number, side, way, week) for number in (1, 2) for side in _SIDES for way in _WAYS]
    bouts += [_bridge(number, side, week) for number in (1, 2) for side in _SIDES]
    sore = (week, turn) == (6, 0)
    if sore:
        pain = Result("pain", 6, 18.0, "program", rest=40.0, pain=3, place="knee", pain_side="left")
        bouts[8] = replace(bouts[8], result=pain)
    return Workout(
        **_head(started, "hip-control", "Hip control", 19),
        mode="full",
        rounds=2,
        bouts=tuple(bouts),
        confirmed=None if (week, turn) == (_WEEKS - 1, 0) else True,
        harder_side=None if turn else "left",
        effort=6 if turn else 5,
        pain=2 if sore else None,
        note="Left knee warm after the run" if sore else "",
        amended=(started + timedelta(days=1),) if sore else (),
    )


def _clams(started: datetime, week: int) -> Workout:
    """Away from home, and written down afterwards, in the first week."""
    bouts = tuple(
        BoutRecord("clam-shell", "Clam shell", "reps", 1, 1, side, None, "above-knees", 12, _done(12, 12, 3.0), "light")
        for side in _SIDES
    )
    added = started + timedelta(hours=12) if week == 0 else None
    head = _head(started, "band-hips", "Band hips", 4)
    return Workout(**head, mode="post-run", rounds=1, bouts=bouts, confirmed=True, effort=3, added=added)


def _head(started: datetime, session: str, name: str, minutes: int) -> dict[str, Any]:
    token = f"{started.toordinal():08x}"
    head: dict[str, Any] = {"id": f"{started.astimezone(UTC):%Y%m%dT%H%M%SZ}-{token}"}
    head |= {"session": session, "name": name, "state": "finished", "without": (), "speed": 1.0}
    head |= {"started": started, "ended": started + timedelta(minutes=minutes), "active": minutes * 60.0}
    return head | {"zone": "Europe/Berlin"}


def _circles(number: int, side: Side, way: Direction, week: int) -> BoutRecord:
    done = min(10, 7 + week // 3) if side == "left" else 10
    result = _done(done, 10, 2.0, "Hips stay still")
    return BoutRecord("hip-circles", "Side-lying hip circles", "reps", number, number, side, way, "none", 10, result)


def _bridge(number: int, side: Side, week: int) -> BoutRecord:
    result = _done(15 if side == "right" or week > 5 else 13, 15, 3.0, "Thighs level")
    return BoutRecord("bridge", "Single-leg bridge", "reps", number, number, side, None, "none", 15, result)


def _done(done: int, target: int, seconds: float, cue: str = "") -> Result:
    if done == target:
        return Result("done", done, done * seconds, "program", rest=30.0)
    return Result("form-broke", done, done * seconds, "program", reason=cue, rest=30.0)


def _put(path: Path, workout: Workout) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(dump_record(workout, seal=True), "utf-8", newline="\n")
