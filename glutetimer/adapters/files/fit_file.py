"""Make a FIT activity as bytes with fit-tool: an extra, and imported only where a file is asked for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from importlib import import_module
from typing import Any

from glutetimer.core.export import fit_messages as fit
from glutetimer.core.export.fit import EPOCH

#: Numbers of the FIT profile that are used here.
ACTIVITY_FILE = 4
DEVELOPMENT = 255
TRAINING, STRENGTH = 10, 20
REST, ACTIVE = 0, 1
TIMER, SESSION, LAP, ACTIVITY = 0, 8, 9, 26
START, STOP, STOP_ALL = 0, 1, 4
SESSION_END = 7
#: Any number but 0, which means none in FIT; always the same, to make a workout the same bytes everywhere.
SERIAL = 1
PROGRAM = "glutetimer"

_SECOND = timedelta(seconds=1)
#: Epoch of fit-tool, which converts times into FIT's own, except the local one.
_UNIX = datetime.fromisoformat("1970-01-01T00:00:00+00:00")

Fields = Mapping[str, Any]


class FitMissing(Exception):
    """fit-tool is not installed; the text says how to get it."""

    def __init__(self) -> None:
        super().__init__(
            "FIT files need an extra that is not installed: in the folder of glutetimer, "
            "`pipx install --force '.[fit]'` (or `pip install '.[fit]'` where it was installed with pip)."
        )


def need_fit_tool() -> None:
    """Raise FitMissing where the extra is not installed."""
    try:
        import_module("fit_tool.fit_file_builder")
    except ImportError:
        raise FitMissing from None


def fit_bytes(messages: Iterable[fit.Message]) -> bytes:
    """File with these messages in this order, header and both checksums included. Raises FitMissing."""
    need_fit_tool()
    builder = import_module("fit_tool.fit_file_builder").FitFileBuilder(strict=True)
    shapes: dict[tuple[str, ...], int] = {}
    for message in messages:
        kind, fields = _wire(message)
        given = {name: value for name, value in fields.items() if value not in (None, "")}
        # A number for each set of fields: else sets and rests in turn would be defined again each time.
        local_id = shapes.setdefault((kind, *given), len(shapes))
        builder.add(_made(kind, given, local_id))
    builder.validate()
    header = import_module("fit_tool.fit_file_header")
    # Nothing newer than version 2.0 of the protocol is used, which every reader may know.
    head = header.FitFileHeader(records_size=0, protocol_version=header.ProtocolVersion(2, 0), gen_crc=True)
    return bytes(import_module("fit_tool.fit_file").FitFile(head, builder.records).to_bytes())


def _made(kind: str, fields: Fields, local_id: int) -> Any:
    module = import_module(f"fit_tool.profile.messages.{kind}_message")
    message = getattr(module, f"{kind.title().replace('_', '')}Message")(local_id=local_id)
    for name, value in fields.items():
        setattr(message, name, value)
    return message


def _wire(message: fit.Message) -> tuple[str, Fields]:
    """Kind of a message and its fields, as fit-tool names and counts them."""
    match message:
        case fit.FileId(created):
            return "file_id", {"type": ACTIVITY_FILE, **_maker(), "time_created": _stamp(created)}
        case fit.DeviceInfo(at):
            return "device_info", {"timestamp": _stamp(at), "device_index": 0, **_maker()}
        case fit.Sport(name):
            return "sport", {"sport": TRAINING, "sub_sport": STRENGTH, "sport_name": name}
        case fit.FitNotes(name, text):
            return "workout", {"sport": TRAINING, "workout_name": name, "workout_description": text}
        case fit.ExerciseTitle(index, (category, name), title):
            named = {"exercise_category": category, "exercise_name": name, "workout_step_name": title}
            return "exercise_title", {"message_index": index, **named}
        case fit.Timer(at, starts):
            return "event", {"timestamp": _stamp(at), "event": TIMER, "event_type": START if starts else STOP_ALL}
        case fit.ActiveSet(code=(category, name)):
            codes: Fields = {"category": [category], "category_subtype": [name], "workout_step_index": message.title}
            return "set", {**_set(message), "set_type": ACTIVE, **codes, "repetitions": message.repetitions}
        case fit.RestSet():
            return "set", {**_set(message), "set_type": REST}
        case fit.Record(at):
            return "record", {"timestamp": _stamp(at)}
        case fit.Lap():
            return "lap", {**_whole(message), "event": LAP, "event_type": STOP, "lap_trigger": SESSION_END}
        case fit.FitSession(name=name, effort=effort):
            laps = {"event": SESSION, "event_type": STOP, "first_lap_index": 0, "num_laps": 1}
            told = {"sport_profile_name": name, "workout_rpe": None if effort is None else effort * 10}
            return "session", {**_whole(message), **laps, **told}
        case fit.Activity(at, timer):
            ends = {"event": ACTIVITY, "event_type": STOP, "num_sessions": 1, "type": 0, "total_timer_time": timer}
            return "activity", {"timestamp": _stamp(at), "local_timestamp": _local(at), **ends}


def _maker() -> Fields:
    return {"manufacturer": DEVELOPMENT, "product": 0, "serial_number": SERIAL, "product_name": PROGRAM}


def _set(one: fit.ActiveSet | fit.RestSet) -> Fields:
    times = {"start_time": _stamp(one.start), "timestamp": _stamp(one.end), "duration": one.seconds}
    return {"message_index": one.index, **times}


def _whole(one: fit.Lap | fit.FitSession) -> Fields:
    times = {"start_time": _stamp(one.start), "timestamp": _stamp(one.end)}
    sums = {"total_elapsed_time": one.elapsed, "total_timer_time": one.timer}
    return {"message_index": 0, **times, **sums, "sport": TRAINING, "sub_sport": STRENGTH}


def _stamp(moment: datetime) -> int:
    """Whole seconds, as milliseconds of Unix time. Cut off, not rounded: nothing is later than it was."""
    return (moment - _UNIX) // _SECOND * 1000


def _local(moment: datetime) -> int:
    """Time on the clock on the wall, in FIT's own seconds: fit-tool leaves this one as it is."""
    return (moment - EPOCH + (moment.utcoffset() or timedelta())) // _SECOND
