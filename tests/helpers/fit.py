"""Workouts to export as FIT: small ones for a look, random ones for what must always hold."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import strategies as st

from glutetimer.core.record.record import BEGUN, BoutRecord, Result, Workout
from glutetimer.core.values import replace

ID = "20261120T140005Z-7f3a9c21"
#: Half an hour more than whole hours, to tell local time from a slip.
STARTED = datetime(2026, 11, 20, 19, 30, 5, tzinfo=timezone(timedelta(hours=5, minutes=30)))
CODES = {
    ("squat", ""): (28, 100),
    ("squat", "Heels on books"): (28, 61),
    ("circles", ""): (11, 7),
    ("press", ""): (11, 0),
}


def bout(exercise: str = "squat", result: Result | None = None, **changes: Any) -> BoutRecord:
    """A bout of eight reps with both sides at once; without a result it was done in 32 s and not rested after."""
    given: dict[str, Any] = {"name": exercise.title(), "kind": "reps", "round": 1, "set": 1, "side": "both"}
    given |= {"direction": None, "band": "none", "target": 8, "result": result or done()}
    return BoutRecord(exercise=exercise, **(given | changes))


def done(reps: int = 8, seconds: float = 32.0, rest: float | None = None, **changes: Any) -> Result:
    """What was done as planned."""
    return replace(Result("done", reps, seconds, "program", rest=rest), **changes)


def workout(*bouts: BoutRecord, seconds: float | None = 600, **changes: Any) -> Workout:
    """A workout of these bouts, ten minutes long without a pause; None: neither its end nor its run time is known."""
    ended = None if seconds is None else STARTED + timedelta(seconds=seconds)
    active = None if seconds is None else float(seconds)
    made = Workout(ID, "mine", "Mine", "full", "finished", 1, (), 1.0, STARTED, "Asia/Kolkata", bouts)
    return replace(made, **{"ended": ended, "active": active, "confirmed": True} | changes)


#: Two sides and two directions, a hold, sides that take turns, an exercise that FIT has no number for, one not begun.
MIXED = workout(
    bout("circles", done(10, 20.4), side="left", direction="forward", name="Hip circles"),
    bout("circles", done(10, 20.4, 30.0), side="left", direction="backward", name="Hip circles"),
    bout("press", done(31, 31.0, 29.9), kind="hold", side="right", target=30, name="Side press"),
    bout("mine", done(7, 63.5, 12.0), side="alternate", name="Mine – ✓"),
    bout("squat", done(3, 9.001, outcome="pain"), side="both"),
    bout("squat", Result("skipped", 0, 0.0, "program"), set=2),
    seconds=360,
    active=300.0,
    effort=7,
)

_seconds = st.integers(0, 600_000).map(lambda ms: ms / 1000)
_results = st.builds(
    Result,
    outcome=st.sampled_from(["done", "short", "form-broke", "pain", "skipped", "not-reached"]),
    done=st.integers(0, 700),
    seconds=_seconds,
    counted_by=st.just("program"),
    rest=st.none() | _seconds,
)
_bouts = st.builds(
    BoutRecord,
    exercise=st.sampled_from(["squat", "circles", "press", "mine"]),
    name=st.sampled_from(["Squat", "Heels on books", "Ü" * 200, "x"]),
    kind=st.sampled_from(["reps", "hold"]),
    round=st.integers(1, 2),
    set=st.integers(1, 3),
    side=st.sampled_from(["left", "right", "both", "alternate"]),
    direction=st.sampled_from([None, "forward", "left"]),
    band=st.just("none"),
    target=st.integers(1, 20),
    result=st.none() | _results,
)


def needed(made: Workout) -> float:
    """Seconds of all that was begun, rests included."""
    begun = [each.result for each in made.bouts if each.result and each.result.outcome in BEGUN]
    return sum(result.seconds + (result.rest or 0.0) for result in begun)


def begun_somehow(made: Workout) -> bool:
    """Whether there is anything to export."""
    return any(each.result and each.result.outcome in BEGUN for each in made.bouts)


@st.composite
def workouts(draw: st.DrawFn, *, sound: bool) -> Workout:
    """Any workout with something begun in it; a sound one was lived at least as long as its bouts and rests."""
    bouts = draw(st.lists(_bouts, min_size=1, max_size=12))
    made = workout(*bouts, seconds=None)
    if sound:
        longer = st.integers(1, 900).map(lambda more: timedelta(seconds=int(needed(made)) + 1 + more))
    else:
        longer = st.integers(-5, 4000).map(lambda ms: timedelta(milliseconds=997 * ms))
    lived = longer.map(lambda time: max(0.0, time.total_seconds()))
    ended = draw(st.none() | longer.map(lambda time: STARTED + time))
    return replace(made, ended=ended, active=draw(st.none() | lived))


fitdecode = pytest.importorskip("fitdecode")
garmin = pytest.importorskip("garmin_fit_sdk")
_TYPES: Any = pytest.importorskip("garmin_fit_sdk.profile").Profile["types"]

#: A message's name and its fields by name: numbers as they stand in the file, None where they say "not known".
Decoded = list[tuple[str, dict[str, Any]]]


def by_fitdecode(data: bytes) -> Decoded:
    """Raises where a checksum or anything else is not as it should be."""
    raises = {"check_crc": fitdecode.CrcCheck.RAISE, "error_handling": fitdecode.ErrorHandling.RAISE}
    with fitdecode.FitReader(data, **raises) as frames:
        return [
            (frame.name, {field.name: _one(field.raw_value) for field in frame.fields})
            for frame in frames
            if frame.frame_type == fitdecode.FIT_FRAME_DATA
        ]


def by_garmin(data: bytes) -> Decoded:
    """Garmin's own. Fails where it finds the file unsound, or names any error."""
    assert is_sound(data)
    found: Decoded = []
    _, errors = _decoder(data).read(
        apply_scale_and_offset=False,
        convert_datetimes_to_dates=False,
        convert_types_to_strings=False,
        expand_components=False,
        merge_heart_rates=False,
        mesg_listener=lambda number, message: found.append((_name(number), _fields(message))),
    )
    assert errors == []
    return found


def is_sound(data: bytes) -> bool:
    """What Garmin's decoder thinks of header, length and checksums."""
    decoder = _decoder(data)
    return bool(decoder.is_fit() and decoder.check_integrity())


def named(category: int, name: int) -> str:
    """What Garmin's profile calls an exercise: "hip_stability / hip_circles"."""
    word = _TYPES["exercise_category"][category]
    return f"{word} / {_TYPES[f'{word}_exercise_name'][name]}"


def _decoder(data: bytes) -> Any:
    return garmin.Decoder(garmin.Stream.from_byte_array(bytearray(data)))


def _name(number: int) -> str:
    return str(_TYPES["mesg_num"][number])


def _fields(message: dict[Any, Any]) -> dict[str, Any]:
    return {str(key): _one(value) for key, value in message.items()}


def _one(value: Any) -> Any:
    """A list of one is that one."""
    return value[0] if isinstance(value, (list, tuple)) and len(value) == 1 else value
