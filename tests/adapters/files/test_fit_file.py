"""FIT files, read back by two decoders that have nothing to do with the one that wrote them."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import UTC, timedelta, timezone
from typing import Any

import pytest
from hypothesis import assume, given, settings

from glutetimer.adapters.files.fit_file import FitMissing, fit_bytes
from glutetimer.core.export.fit import EPOCH, fit_messages
from glutetimer.core.export.fit_messages import ActiveSet, ExerciseTitle, RestSet
from glutetimer.core.record.record import MorePain, Workout
from glutetimer.core.values import replace
from tests.helpers.fit import (
    CODES,
    MIXED,
    STARTED,
    Decoded,
    begun_somehow,
    bout,
    by_fitdecode,
    by_garmin,
    fitdecode,
    is_sound,
    workout,
    workouts,
)

pytest.importorskip("fit_tool")

Decode = Callable[[bytes], Decoded]
both = pytest.mark.parametrize("decode", [by_fitdecode, by_garmin])

#: 2026-11-20 14:00:05 UTC in FIT's own time.
BEGAN = 1164117605


def encoded(made: Workout) -> bytes:
    return fit_bytes(fit_messages(made, CODES))


def fields(decoded: Decoded, kind: str) -> list[dict[str, Any]]:
    """The messages of a kind, without what is not known."""
    return [
        {name: value for name, value in row.items() if value is not None} for known, row in decoded if known == kind
    ]


def test_the_numbers_here_are_those_of_the_calendar() -> None:
    assert EPOCH + timedelta(seconds=BEGAN) == STARTED


@both
def test_the_messages_and_their_order(decode: Decode) -> None:
    work, rested = ["set", "record"], ["set", "record", "set"]
    start = ["file_id", "device_info", "sport", "workout", *["exercise_title"] * 5, "event"]
    end = ["event", "lap", "session", "activity"]
    assert [kind for kind, _ in decode(encoded(MIXED))] == [*start, *work, *rested, *rested, *rested, *work, *end]


@both
def test_sets_hold_what_was_done(decode: Decode) -> None:
    """Durations in milliseconds; no repetitions of a hold, and of both sides where they took turns."""
    keys = ("message_index", "set_type", "start_time", "timestamp", "duration")
    more = ("repetitions", "category", "category_subtype", "wkt_step_index")
    found = fields(decode(encoded(MIXED)), "set")
    rows = [{**row, "start_time": row["start_time"] - BEGAN, "timestamp": row["timestamp"] - BEGAN} for row in found]
    assert [tuple(row.get(key) for key in (*keys, *more)) for row in rows] == [
        (0, 1, 15, 35, 20400, 10, 11, 7, 0),
        (1, 1, 38, 58, 20400, 10, 11, 7, 1),
        (2, 0, 58, 88, 30000, None, None, None, None),
        (3, 1, 88, 119, 31000, None, 11, 0, 2),
        (4, 0, 119, 149, 29900, None, None, None, None),
        (5, 1, 149, 213, 63500, 14, 65534, None, 3),
        (6, 0, 213, 225, 12000, None, None, None, None),
        (7, 1, 225, 234, 9001, 3, 28, 100, 4),
    ]


@both
def test_titles_name_the_side(decode: Decode) -> None:
    keys = ("message_index", "exercise_category", "exercise_name", "wkt_step_name")
    rows = fields(decode(encoded(MIXED)), "exercise_title")
    assert [tuple(row.get(key) for key in keys) for row in rows] == [
        (0, 11, 7, "Hip circles, left, forward"),
        (1, 11, 7, "Hip circles, left, backward"),
        (2, 11, 0, "Side press, right"),
        (3, 65534, None, "Mine – ✓, left and right"),
        (4, 28, 100, "Squat"),
    ]


def test_an_unknown_exercise_says_that_it_is_not_known() -> None:
    """All bits set: the field is there, and is no number. A 0 would be the first exercise of a category."""
    decoded = by_fitdecode(encoded(workout(bout("mine"))))
    (title,), (one,) = ([row for kind, row in decoded if kind == wanted] for wanted in ("exercise_title", "set"))
    assert (title["exercise_category"], title["exercise_name"]) == (65534, None)
    assert (one["category"], one["category_subtype"]) == (65534, None)


@both
def test_what_the_file_is_and_who_wrote_it(decode: Decode) -> None:
    decoded = decode(encoded(MIXED))
    maker = {"manufacturer": 255, "product": 0, "serial_number": 1, "product_name": "glutetimer"}
    assert fields(decoded, "file_id") == [{"type": 4, "time_created": BEGAN, **maker}]
    assert fields(decoded, "device_info") == [{"timestamp": BEGAN, "device_index": 0, **maker}]
    assert fields(decoded, "sport") == [{"sport": 10, "sub_sport": 20, "name": "Mine"}]


@both
def test_pain_is_in_the_description(decode: Decode) -> None:
    """What says most first, as much of it as has room; where nothing hurt there is none."""
    hurt = replace(MIXED, morning="worse", more_pain=(MorePain(1, 3, "shin", "left", "limp"),))
    (told,) = fields(decode(encoded(hurt)), "workout")
    assert (
        told["wkt_description"]
        == "Pain: Hip circles: 3 of 10, shin, left, limping; Squat: pain; worse the morning after"
    )
    assert fields(decode(encoded(workout(bout(), pain=0))), "workout") == []
    long = replace(hurt, more_pain=(*[MorePain(1, 3, "x" * 90)] * 3, MorePain(1, 1, "shin", "left", "limp")))
    (cut,) = fields(decode(encoded(long)), "workout")
    assert cut["wkt_description"].startswith("Pain: Hip circles: 1 of 10, shin, left, limping; ")


@both
def test_start_stop_and_sums(decode: Decode) -> None:
    decoded = decode(encoded(MIXED))
    timer, end = 300_000, BEGAN + 360
    assert fields(decoded, "event") == [
        {"timestamp": BEGAN, "event": 0, "event_type": 0},
        {"timestamp": BEGAN + timer // 1000, "event": 0, "event_type": 4},
    ]
    times = {"timestamp": end, "start_time": BEGAN, "total_elapsed_time": 360000, "total_timer_time": timer}
    same = {"message_index": 0, "sport": 10, "sub_sport": 20, **times}
    assert fields(decoded, "lap") == [{**same, "event": 9, "event_type": 1, "lap_trigger": 7}]
    laps = {"first_lap_index": 0, "num_laps": 1, "sport_profile_name": "Mine", "workout_rpe": 70}
    assert fields(decoded, "session") == [{**same, "event": 8, "event_type": 1, **laps}]
    (activity,) = fields(decoded, "activity")
    assert (activity["timestamp"], activity["num_sessions"], activity["total_timer_time"]) == (end, 1, timer)
    assert [row["timestamp"] - BEGAN for row in fields(decoded, "record")] == [35, 58, 119, 213, 234]


@both
@pytest.mark.parametrize("minutes", [330, -570, 0, 60, 840, -720])
def test_the_local_time_is_that_of_the_clock_on_the_wall(decode: Decode, minutes: int) -> None:
    """Seconds as FIT counts them, while fit-tool takes all other times in milliseconds of Unix time."""
    there = STARTED.astimezone(timezone(timedelta(minutes=minutes)))
    (activity,) = fields(decode(encoded(workout(bout(), started=there))), "activity")
    assert activity["timestamp"] == BEGAN + 600
    assert activity["local_timestamp"] - activity["timestamp"] == minutes * 60


@both
def test_nobody_said_how_hard_it_was_and_what_it_is_called(decode: Decode) -> None:
    decoded = decode(encoded(workout(bout(), name="")))
    (session,) = fields(decoded, "session")
    assert not {"workout_rpe", "sport_profile_name"} & set(session)
    assert fields(decoded, "sport") == [{"sport": 10, "sub_sport": 20}]


@both
def test_half_seconds_are_cut_off_and_never_later_than_they_were(decode: Decode) -> None:
    """fit-tool rounds them, half of them up."""
    made = workout(bout(), started=STARTED + timedelta(milliseconds=501))
    assert fields(decode(encoded(made)), "file_id")[0]["time_created"] == BEGAN


def test_a_workout_is_the_same_bytes_everywhere() -> None:
    """It is made from the record alone: no time of now, no number of this machine."""
    there = replace(MIXED, started=MIXED.started.astimezone(UTC).astimezone(STARTED.tzinfo))
    assert encoded(MIXED) == encoded(there)


def test_the_header_has_a_checksum_of_its_own_and_an_old_version() -> None:
    data = encoded(MIXED)
    assert (data[0], data[1] >> 4, data[8:12]) == (14, 2, b".FIT")
    assert data[12:14] != b"\0\0"


def test_sets_are_defined_once_and_not_at_each_turn() -> None:
    """With repetitions, without, and rests."""
    with fitdecode.FitReader(encoded(MIXED)) as frames:
        defined = [frame.name for frame in frames if frame.frame_type == fitdecode.FIT_FRAME_DEFINITION]
    assert defined.count("set") == 3
    assert len(defined) == len({*defined}) + 2 + (defined.count("exercise_title") - 1)


@pytest.mark.parametrize("bits", [0x01, 0x80])
def test_one_flipped_bit_is_found(bits: int) -> None:
    """The decoders do look: what they find sound is not so by chance."""
    data = encoded(workout(bout()))
    assert is_sound(data)
    for at in range(0, len(data), 7):
        hurt = bytes(byte ^ bits if index == at else byte for index, byte in enumerate(data))
        assert not is_sound(hurt)


def test_another_letter_is_found_by_the_checksum_alone() -> None:
    """All else is as it should be."""
    data = encoded(workout(bout()))
    hurt = data.replace(b"Squat", b"Squid")
    assert len(hurt) == len(data)
    assert not is_sound(hurt)
    with pytest.raises(fitdecode.FitCRCError):
        by_fitdecode(hurt)


@settings(max_examples=25)
@given(workouts(sound=False) | workouts(sound=True))
def test_any_workout_reads_back_alike_from_both(made: Workout) -> None:
    assume(begun_somehow(made))
    messages = fit_messages(made, CODES)
    decoded = by_fitdecode(fit_bytes(messages))
    kinds = ("exercise_title", "set", "event", "record", "lap", "session", "activity", "file_id", "sport")
    theirs = by_garmin(fit_bytes(messages))
    assert [fields(decoded, kind) for kind in kinds] == [fields(theirs, kind) for kind in kinds]
    sets = [one for one in messages if isinstance(one, (ActiveSet, RestSet))]
    assert [row["duration"] for row in fields(decoded, "set")] == [round(one.seconds * 1000) for one in sets]
    assert [row.get("repetitions") for row in fields(decoded, "set")] == [
        one.repetitions if isinstance(one, ActiveSet) else None for one in sets
    ]
    titles = [one.title for one in messages if isinstance(one, ExerciseTitle)]
    assert [row["wkt_step_name"] for row in fields(decoded, "exercise_title")] == titles


def test_without_the_extra_it_is_said_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "fit_tool.fit_file_builder", None)
    with pytest.raises(FitMissing, match=r"pipx install --force '\.\[fit\]'"):
        encoded(MIXED)
