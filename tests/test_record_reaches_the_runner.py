"""Whatever a record says can be looked up: another value of a key gives another line of `log show`, history or report.

A key that is only exported, or kept for the program itself, stands in a list with the reason; the list may only shrink.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from copy import deepcopy
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import tomli_w

from glutetimer.cli.log.show import whole
from glutetimer.core.log.rows import workout_row
from glutetimer.core.record.file_format import BOUT, RESULT, WORKOUT
from glutetimer.core.record.read import load_record
from glutetimer.core.record.record import Workout
from glutetimer.core.report.data import Material, ReportSpan, gather
from glutetimer.core.settings.goals import Goals
from glutetimer.report.page import page
from glutetimer.tui.log.history.opened import OpenedWorkout, lines

STARTED = datetime(2026, 11, 20, 18, 30, tzinfo=UTC)
RECORD: dict[str, Any] = {
    "format": 1,
    "id": "20261120T183000Z-0000abcd",
    "kind": "workout",
    "session": "evening",
    "name": "Evening",
    "mode": "full",
    "state": "finished",
    "rounds": 2,
    "without": ["step"],
    "speed": 1.0,
    "started": STARTED,
    "ended": STARTED + timedelta(minutes=20),
    "zone": "Europe/Berlin",
    "confirmed": True,
    "harder_side": "left",
    "effort": 6,
    "pain": 4,
    "note": "Warm.",
    "amended": [STARTED + timedelta(hours=1)],
    "added": STARTED + timedelta(hours=2),
    "active": 1000.0,
    "pain_after": 2,
    "place_after": "knee",
    "pain_side_after": "left",
    "pain_flag_after": "calf",
    "morning": "same",
    "more_pain": [{"bout": 1, "pain": 3, "place": "hip", "pain_side": "left"}],
    "bout": [
        {
            "exercise": "kick",
            "name": "Kick",
            "kind": "reps",
            "round": 1,
            "set": 1,
            "side": "left",
            "direction": "forward",
            "band": "ankles",
            "strength": "green",
            "target": 8,
            "form": "",
            "outcome": "form-broke",
            "done": 6,
            "seconds": 20.0,
            "counted_by": "program",
            "reason": "Slowly",
            "rest": 31.0,
            "pain": 4,
            "place": "hip",
            "pain_side": "left",
            "pain_flag": "night",
        }
    ],
    "seal": {"of": "20261120T183000Z-0000abcd"},
}
#: Another value of each key; `None` takes the key away.
OTHER: dict[str, Any] = {
    "session": "marker",
    "name": "Marker",
    "mode": "post-run",
    "state": "early",
    "rounds": 3,
    "without": [],
    "speed": 4.0,
    "started": STARTED - timedelta(minutes=7),
    "ended": STARTED + timedelta(minutes=31),
    "zone": "Asia/Tokyo",
    "confirmed": None,
    "harder_side": "right",
    "effort": 7,
    "pain": 5,
    "note": "Marker.",
    "amended": [],
    "added": None,
    "active": 700.0,
    "pain_after": 3,
    "place_after": "foot",
    "pain_side_after": "right",
    "pain_flag_after": "night",
    "morning": "worse",
    "more_pain": [{"bout": 1, "pain": 2, "place": "knee", "pain_side": "right"}],
    "exercise": "marker",
    "kind": "hold",
    "round": 2,
    "set": 2,
    "side": "right",
    "direction": "backward",
    "band": "laces",
    "strength": "red",
    "target": 9,
    "form": "kick-easy",
    "outcome": "done",
    "done": 5,
    "seconds": 24.0,
    "counted_by": "hand",
    "reason": "Marker",
    "rest": 44.0,
    "place": "knee",
    "pain_side": "right",
    "pain_flag": "calf",
}
#: Keys that no front end shows, with the reason.
NOT_SHOWN: Mapping[str, str] = {
    "workout.format": "a version, for programs",
    "workout.id": "names the file, which `log show` prints",
    "workout.kind": "only workouts so far",
    "workout.session": "ties histories together; people read the name",
    "workout.rounds": "each bout shows its round and set",
    "bout.exercise": "ties histories together; people read the name",
    "bout.form": "ties histories together; people read the name",
}
KEYS = [*(f"workout.{key}" for key in WORKOUT), *(f"bout.{key}" for key in (*BOUT, *RESULT))]


def seen(record: dict[str, Any]) -> set[str]:
    """Every line of `log show`, the opened history and a report of the workout."""
    workout = load_record(tomli_w.dumps(record))
    return {*whole(workout, Path("log/a.toml")), *_opened(workout), *_report(workout)}


def _opened(workout: Workout) -> Iterator[str]:
    for line in lines(OpenedWorkout(workout_row(workout), workout), 120):
        yield "".join(text for _, text, _ in line)


def _report(workout: Workout) -> Iterator[str]:
    now = STARTED + timedelta(days=1)
    yield page(gather(Material((workout,)), ReportSpan(4, now.date()), Goals(3), now), "1")


@pytest.mark.parametrize("key", [key for key in KEYS if key not in NOT_SHOWN])
def test_another_value_of_a_record_key_is_seen(key: str) -> None:
    table, _, name = key.partition(".")
    other = deepcopy(RECORD)
    there = other if table == "workout" else other["bout"][0]
    value = OTHER[name]
    if value is None:
        del there[name]
    else:
        there[name] = value
    assert seen(other) != seen(RECORD)


def test_only_keys_that_exist_are_left_out() -> None:
    assert {*NOT_SHOWN} <= {*KEYS}
    assert len(NOT_SHOWN) <= 7
