"""What is in a FIT file, as two decoders tell it that do not know each other (nor what wrote the file)."""

from __future__ import annotations

from typing import Any

import pytest

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
