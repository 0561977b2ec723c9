"""Edit a record's text key by key, and leave all else in it as a person wrote it.

The library moves tables that stand between two bouts, which is why it only ever gets the lines of one table at a
time.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from copy import deepcopy
from datetime import datetime
from itertools import pairwise
from typing import Any

from msgspec import Struct

from glutetimer.core.record.file_format import RESULT
from glutetimer.core.record.read import MOST_BYTES, load_record
from glutetimer.core.record.record import Workout
from glutetimer.core.record.write import clean_workout, dump_record, in_braces
from glutetimer.core.text.problems import BadFile, Problem
from glutetimer.core.toml.edit import append_to, comments, in_document, put, rewritten, take_out
from glutetimer.core.toml.lines import find_lines, tokens
from glutetimer.core.toml.parse import load_toml
from glutetimer.core.values import replace

Edit = Callable[[Any], None]


def edited_record(text: str, wanted: Corrections) -> str:
    """Write the wanted values into the text; line ends and a byte order mark stay.

    Raises whatever the library raises where it does not understand a table that the standard parser has read.
    """
    return rewritten(text, lambda plain: _by_tables(plain, wanted))


def _by_tables(text: str, wanted: Corrections) -> str:
    lines = text.split("\n")
    ends = dict(pairwise((0, *headings(text), len(lines) + 1)))
    for heading, edits in sorted(_edits(find_lines(text), ends, wanted).items(), reverse=True):
        inside = slice(heading, ends[heading] - 1)
        lines[inside] = in_document("\n".join(lines[inside]) + "\n", *edits).removesuffix("\n").split("\n")
    return "\n".join(lines)


def headings(text: str) -> Iterator[int]:
    """Lines (from 1) of the headings of tables, in order."""
    depth, begins = 0, True
    for piece, line in tokens(text):
        if begins and piece == "[" and not depth:
            yield line
        depth += (piece in ("[", "{")) - (piece in ("]", "}"))
        begins = piece == "\n"


def _edits(where: Mapping[Any, int], known: Mapping[int, int], wanted: Corrections) -> dict[int, list[Edit]]:
    """Plan the edits below each heading (0: above the first); bouts in one list of braces stand there too."""
    out: dict[int, list[Edit]] = {}
    for index, values in wanted.bouts.items():
        line, order = where["bout", index], wanted.bout_orders[index]
        if line in known:
            out.setdefault(line, []).append(_edit(values, order))
        else:
            out.setdefault(0, []).append(_edit(values, order, index))
    if wanted.head:
        out.setdefault(0, []).append(_edit(wanted.head, wanted.head_order))
    return out


def _edit(values: Values, order: Sequence[str], bout: int | None = None) -> Edit:
    """Write the values into the table of a document, or into one `bout` of its list."""

    def edit(document: Any) -> None:
        table = document if bout is None else document["bout"][bout]
        for key, value in values.items():
            if value is None:
                take_out(table, key, comment_stays=True)
            elif not (_is_plain_list(value) and append_to(table, key, value)):
                put(table, key, _in_braces(value), order[: order.index(key)])

    return edit


def _is_plain_list(value: Any) -> bool:
    return isinstance(value, list) and not any(isinstance(item, dict) for item in value)


def _in_braces(value: Any) -> Any:
    """Write a list of tables in braces: the library would give each a heading, below which nothing else can stand."""
    from tomlkit import parse

    if not isinstance(value, list) or _is_plain_list(value):
        return value
    return parse(f"list = {in_braces(value)}")["list"]


#: Key -> its new value; None where it no longer applies.
Values = Mapping[str, Any]


class Corrections(Struct, frozen=True):
    """New values of the workout's own keys, and of those of its bouts, by index; bouts that stay are left out.

    `head_order` and each of `bout_orders` are the keys in the order of a record.
    """

    head: Values
    bouts: Mapping[int, Values]
    head_order: tuple[str, ...]
    bout_orders: Mapping[int, tuple[str, ...]]


def corrections(before: Workout, after: Workout) -> Corrections:
    """Compare one state of a workout with another. ValueError where it has another number of bouts."""
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
    """Compute the data of a record's file as they will be afterwards, unknown keys included."""
    out = deepcopy(dict(data))
    _put(out, wanted.head)
    for index, values in wanted.bouts.items():
        _put(out["bout"][index], values)
    return out


def same(one: Any, other: Any) -> bool:
    """Whether data are equal, down to the kinds of their numbers; NaN equals itself here."""
    if type(one) is not type(other):
        return False
    if isinstance(one, dict):
        return one.keys() == other.keys() and all(same(value, other[key]) for key, value in one.items())
    if isinstance(one, list):
        return len(one) == len(other) and all(map(same, one, other))
    return bool(one == other or (one != one and other != other))


def _tables(workout: Workout) -> dict[str, Any]:
    """Keys of the record as it is written, without the seal."""
    data = load_toml(dump_record(workout, seal=True), MOST_BYTES)
    del data["seal"]
    return data


def _changed(old: Values, new: Values) -> dict[str, Any]:
    keys = dict.fromkeys((*new, *old))
    return {key: new.get(key) for key in keys if not same(old.get(key), new.get(key))}


def _changed_bout(old: Values, new: Values) -> dict[str, Any]:
    """Find what changed in a bout. A bout that is open again has no key of a result, not even `place = ""`."""
    gone = {} if "outcome" in new else dict.fromkeys(RESULT)
    return gone | _changed(old, new)


def _put(table: dict[str, Any], values: Values) -> None:
    for key, value in values.items():
        if value is None:
            table.pop(key, None)
        else:
            table[key] = value


_SEAL = "seal"
_NOT_HERE = Problem(None, "written in a form that cannot be changed here", "change it by hand")


def amended_text(text: str, before: Workout, after: Workout, at: datetime) -> str:
    """Write into the text of the record `before` the values in which `after` differs, and add `at` to its `amended`.

    Comments, unknown keys, order, line ends and a byte order mark stay. The text is read back before it is returned.
    Raises BadFile (a ValueError) where that cannot be done, with the reason; ValueError where `after` is no state of
    the same workout.
    """
    wanted = clean_workout(replace(after, amended=(*after.amended, at)))
    changes = corrections(before, wanted)
    data = load_toml(text, MOST_BYTES)
    refuse_unsealed(text)
    try:
        out = edited_record(text, changes)
        found = load_record(out)
    except Exception:  # the library fails on odd files in many ways
        raise BadFile([_NOT_HERE]) from None
    is_as_wanted = found == wanted and same(load_toml(out, MOST_BYTES), corrected(data, changes))
    if not is_as_wanted or Counter(comments(text)) - Counter(comments(out)):
        raise BadFile([_NOT_HERE])
    refuse_unsealed(out)
    return out


def refuse_unsealed(text: str) -> None:
    """Raise BadFile where the seal is not the last table of a record that can be read."""
    where = find_lines(text.removeprefix("\ufeff"))
    seal = where.get((_SEAL,), 0)
    behind = [line for path, line in where.items() if path[:1] != (_SEAL,) and line > seal]
    if behind:
        instead = "move [seal] to the end: it shows that nothing is missing"
        raise BadFile([Problem(min(behind), "this stands behind the seal", instead)])
