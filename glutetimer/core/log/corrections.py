"""What a correction changes in a record, key by key, and what its data are then."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from glutetimer.core.record import Workout
from glutetimer.core.record_load import MOST_BYTES
from glutetimer.core.record_rules import RESULT
from glutetimer.core.record_text import dump_record
from glutetimer.core.toml_text import load_toml

#: Key -> its new value; None where it no longer applies.
Values = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Corrections:
    """New values of the workout's own keys, and of those of its bouts, by index; bouts that stay are left out.

    `head_order` and `bout_order` are the keys in the order of a record.
    """

    head: Values
    bouts: Mapping[int, Values]
    head_order: tuple[str, ...]
    bout_orders: Mapping[int, tuple[str, ...]]


def corrections(before: Workout, after: Workout) -> Corrections:
    """From one state of a workout to another. ValueError where it has not as many bouts."""
    old, new = _tables(before), _tables(after)
    pairs = enumerate(zip(old.pop("bout", []), new.pop("bout", []), strict=True))
    bouts = {index: (_changed_bout(was, is_), tuple(is_)) for index, (was, is_) in pairs if was != is_}
    return Corrections(
        head=_changed(old, new),
        bouts={index: values for index, (values, _) in bouts.items()},
        head_order=tuple(new),
        bout_orders={index: order for index, (_, order) in bouts.items()},
    )


def corrected(data: Mapping[str, Any], wanted: Corrections) -> dict[str, Any]:
    """The data of a record's file as they are to be afterwards, unknown keys and all."""
    out = deepcopy(dict(data))
    _put(out, wanted.head)
    for index, values in wanted.bouts.items():
        _put(out["bout"][index], values)
    return out


def same(one: Any, other: Any) -> bool:
    """Whether data are equal, down to the kinds of their numbers; a number that is none equals itself here."""
    if type(one) is not type(other):
        return False
    if isinstance(one, dict):
        return one.keys() == other.keys() and all(same(value, other[key]) for key, value in one.items())
    if isinstance(one, list):
        return len(one) == len(other) and all(map(same, one, other))
    return bool(one == other or (one != one and other != other))


def _tables(workout: Workout) -> dict[str, Any]:
    """The keys of the record as it is written, without the seal."""
    data = load_toml(dump_record(workout, seal=True), MOST_BYTES)
    del data["seal"]
    return data


def _changed(old: Values, new: Values) -> dict[str, Any]:
    keys = dict.fromkeys((*new, *old))
    return {key: new.get(key) for key in keys if not same(old.get(key), new.get(key))}


def _changed_bout(old: Values, new: Values) -> dict[str, Any]:
    """A bout that is open again has nothing of a result, not even what says nothing (`place = ""`)."""
    gone = {} if "outcome" in new else dict.fromkeys(RESULT)
    return gone | _changed(old, new)


def _put(table: dict[str, Any], values: Values) -> None:
    for key, value in values.items():
        if value is None:
            table.pop(key, None)
        else:
            table[key] = value
