"""Check plain data against the format of a table, key by key, and name every fault."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from types import UnionType
from typing import Annotated, Any, Literal, TypeVar, Union, get_args, get_origin

import msgspec
from msgspec import UNSET, Struct, UnsetType
from msgspec.structs import FieldInfo

from glutetimer.core.text.clean import clean
from glutetimer.core.text.problems import did_you_mean
from glutetimer.core.toml.lines import Path

T = TypeVar("T", bound=msgspec.Struct)

#: Items of a list that are looked at one by one; no good list is longer.
_MOST_ITEMS = 100


class Fault(Struct, frozen=True):
    """A problem before its line is known: where in the data, what is wrong, what to do instead."""

    path: Path
    what: str
    instead: str = ""


def read_table(
    kind: type[T], data: Mapping[str, Any], path: Path, faults: list[Fault], around: frozenset[str] = frozenset()
) -> T:
    """Read the data as a table of this kind; add what does not fit to `faults`.

    A faulty key gets its default, or UNSET where it has none: look at `faults` before using it. `around` holds the
    keys of the tables that this table lies in, to recognize a key that slipped down.
    """
    fields = _fields(kind)
    found: dict[str, Any] = {key: UNSET for key, field in fields.items() if field.required}
    for key, value in data.items():
        if key in fields:
            read = _read(fields[key].type, value, (*path, key), faults, around | frozenset(fields))
            found |= {} if read is UNSET else {key: read}
        else:
            faults.append(_unknown(kind, key, path, around))
    faults += [_missing(field, path) for key, field in fields.items() if field.required and key not in data]
    return kind(**found)


def place(path: Path) -> str:
    """Name what stands at a path, as its heading has it: `exercise.harder`."""
    return ".".join(part for part in path if isinstance(part, str)) or "the file"


@cache
def _fields(kind: type[msgspec.Struct]) -> dict[str, FieldInfo]:
    return {field.encode_name: field for field in msgspec.structs.fields(kind)}


def _read(kind: Any, value: Any, path: Path, faults: list[Fault], around: frozenset[str]) -> Any:
    """Read the value as this type; UNSET, and one fault or more, where it does not fit."""
    holder, table = table_in(kind)
    if holder == "one" and isinstance(value, dict):
        return read_table(table, value, path, faults, around)
    if holder == "list" and isinstance(value, list) and _are_tables(value):
        return tuple(read_table(table, item, (*path, i), faults, around) for i, item in enumerate(value))
    if holder == "named" and isinstance(value, dict) and _are_tables(value.values()):
        named = {key: item for key, item in value.items() if _is_name(kind, key, path, faults)}
        return {key: read_table(table, item, (*path, key), faults, around) for key, item in named.items()}
    try:
        return msgspec.convert(value, kind)
    except msgspec.ValidationError:
        faults += _misfits(kind, value, path)
        return UNSET


def _are_tables(items: Iterable[Any]) -> bool:
    return all(isinstance(item, dict) for item in items)


def _is_name(kind: Any, key: str, path: Path, faults: list[Fault]) -> bool:
    """Whether a table may lie under this name; adds a fault if not."""
    name = get_args(bare(kind))[0]
    fits = _fits(name, key)
    if not fits:
        faults.append(Fault((*path, key), f"{place(path)} cannot have {show(clean(key))}", describe(name)))
    return fits


def _misfits(kind: Any, value: Any, path: Path) -> list[Fault]:
    """List what is wrong with a value: each of its items that does not fit, or else the whole of it."""
    lists = [bare(choice) for choice in choices(kind) if get_origin(bare(choice)) is tuple]
    if lists and isinstance(value, list) and table_in(kind)[0] == "none":
        few = [(index, item_of(lists[0], index), each) for index, each in enumerate(value[:_MOST_ITEMS])]
        items = [_misfit(item, each, (*path, index)) for index, item, each in few if not _fits(item, each)]
        if items:
            return items
    return [_misfit(kind, value, path)]


def _fits(kind: Any, value: Any) -> bool:
    try:
        msgspec.convert(value, kind)
    except msgspec.ValidationError:
        return False
    return True


def _misfit(kind: Any, value: Any, path: Path) -> Fault:
    name = [part for part in path if isinstance(part, str)][-1]
    instead = _wanted(kind, path)
    if isinstance(value, str):
        guess = did_you_mean(value, words_in(kind))
        instead = f"{guess}; {instead}" if guess else instead
    return Fault(path, f"{name} cannot be {show(value)}", instead)


def _wanted(kind: Any, path: Path) -> str:
    holder, _ = table_in(kind)
    if holder == "list":
        return f"write a heading [[{place(path)}]]"
    return f"write a heading [{place(path)}.WORD]" if holder == "named" else describe(kind)


def _unknown(kind: type[msgspec.Struct], key: str, path: Path, around: frozenset[str]) -> Fault:
    hints: Mapping[str, str] = getattr(kind, "hints", {})
    above = f"it belongs above the heading of {place(path)}" if key in around else ""
    instead = hints.get(key) or above or did_you_mean(key, _fields(kind)) or "take it out"
    return Fault((*path, key), f"unknown key {show(clean(key))} in {place(path)}", instead)


def _missing(field: FieldInfo, path: Path) -> Fault:
    key = field.encode_name
    inner = bare(field.type)
    wanted = _wanted(field.type, (*path, key))
    if table_in(field.type)[0] != "list":
        wanted = f"add {key} = {wanted}" if get_origin(inner) is Literal else f"add {key}: {wanted}"
    return Fault((*path, key), f"{place(path)} has no {key}", wanted)


#: How tables lie in a key: one `[table]`, a `[[list]]` of them, or `[named.tables]`.
Holder = Literal["one", "list", "named", "none"]

_MOST_SHOWN = 30
_MOST_SHOWN_NUMBER = 10**12


def bare(kind: Any) -> Any:
    """Strip a type of its notes."""
    return get_args(kind)[0] if get_origin(kind) is Annotated else kind


def choices(kind: Any) -> list[Any]:
    """List the alternatives of a type (UNSET is for absent keys and is not among them)."""
    inner = bare(kind)
    if get_origin(inner) in (Union, UnionType):
        return [choice for choice in get_args(inner) if choice is not UnsetType]
    return [kind]


def table_in(kind: Any) -> tuple[Holder, Any]:
    """Say how tables lie in a key of this type, and which; ("none", None) where it holds no tables."""
    for choice in choices(kind):
        inner = bare(choice)
        if _is_table(inner):
            return "one", inner
        if get_origin(inner) in (tuple, dict) and _is_table(item := bare(item_of(inner))):
            return ("list" if get_origin(inner) is tuple else "named"), item
    return "none", None


def words_in(kind: Any) -> list[str]:
    """List the words of which a key of this type must hold one; empty where it may be something else."""
    literals = [get_args(bare(choice)) for choice in choices(kind) if get_origin(bare(choice)) is Literal]
    return [word for words in literals for word in words if isinstance(word, str)]


def item_of(inner: Any, index: int = 0) -> Any:
    """Type of a list's item, the first or another, or of a dictionary's values."""
    args = get_args(inner)
    if get_origin(inner) is dict:
        return args[1]
    return args[0] if Ellipsis in args else args[min(index, len(args) - 1)]


def describe(kind: Any) -> str:
    """Describe what a person may write for this type: `a whole number from 1 to 200 or { start, to }`."""
    return " or ".join(dict.fromkeys(_describe_one(choice) for choice in choices(kind)))


def show(value: Any) -> str:
    """Show a value from a file, short enough for one line."""
    if isinstance(value, str):
        return f'"{value}"' if len(value) <= _MOST_SHOWN else f'"{value[:_MOST_SHOWN]}..."'
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int) and abs(value) > _MOST_SHOWN_NUMBER:
        return "so large a number"
    if isinstance(value, (list, dict)):
        return "a list" if isinstance(value, list) else "a table"
    return str(value)


def quoted(words: tuple[Any, ...]) -> str:
    """`"both", "each" or "alternate"`."""
    *most, last = map(show, words)
    return f"{', '.join(most)} or {last}" if most else last


def _is_table(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, msgspec.Struct)


def _describe_one(kind: Any) -> str:
    inner = bare(kind)
    noted = [note for note in getattr(kind, "__metadata__", ()) if isinstance(note, msgspec.Meta)]
    said = [str(note.extra["say"]) for note in noted if note.extra and "say" in note.extra]
    if said:
        return said[0]
    if get_origin(inner) is Literal:
        return quoted(get_args(inner))
    if get_origin(inner) is tuple:
        return f"a list in [ ] of {describe(item_of(inner))}{_range(noted, ', {} to {} of them')}"
    if _is_table(inner):
        keys = " = ..., ".join(field.name for field in msgspec.structs.fields(inner))
        return f"{{ {keys} = ... }}"
    if inner is int:
        return "a whole number" + _range(noted, " from {} to {}")
    return "true or false" if inner is bool else "a text" + _range(noted, " of {} to {} characters")


def _range(notes: list[msgspec.Meta], wording: str) -> str:
    """Describe the least and the most that the notes allow, in these words; empty where they set no limits."""
    for note in notes:
        least = note.ge if note.ge is not None else note.min_length
        most = note.le if note.le is not None else note.max_length
        if most is not None:
            return wording.format(least or 0, most)
    return ""
