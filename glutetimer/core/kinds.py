"""Look into the types of a table's keys, and say in words what they ask for."""

from __future__ import annotations

from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

import msgspec
from msgspec import UnsetType

#: How tables lie in a key: one `[table]`, a `[[list]]` of them, or `[named.tables]`.
Holder = Literal["one", "list", "named", "none"]

_MOST_SHOWN = 30
_MOST_SHOWN_NUMBER = 10**12


def bare(kind: Any) -> Any:
    """The type without what is noted on it."""
    return get_args(kind)[0] if get_origin(kind) is Annotated else kind


def choices(kind: Any) -> list[Any]:
    """The types of which any one will do (UNSET is for absent keys, so it is none of them)."""
    inner = bare(kind)
    if get_origin(inner) in (Union, UnionType):
        return [choice for choice in get_args(inner) if choice is not UnsetType]
    return [kind]


def table_in(kind: Any) -> tuple[Holder, Any]:
    """How tables lie in a key of this type, and which; ("none", None) where it holds no tables."""
    for choice in choices(kind):
        inner = bare(choice)
        if _is_table(inner):
            return "one", inner
        if get_origin(inner) in (tuple, dict) and _is_table(item := bare(item_of(inner))):
            return ("list" if get_origin(inner) is tuple else "named"), item
    return "none", None


def words_in(kind: Any) -> list[str]:
    """The words of which a key of this type must be one; empty where it may be something else."""
    literals = [get_args(bare(choice)) for choice in choices(kind) if get_origin(bare(choice)) is Literal]
    return [word for words in literals for word in words if isinstance(word, str)]


def item_of(inner: Any, index: int = 0) -> Any:
    """The type of a list's item, the first or another one, or of a dictionary's values."""
    args = get_args(inner)
    if get_origin(inner) is dict:
        return args[1]
    return args[0] if Ellipsis in args else args[min(index, len(args) - 1)]


def describe(kind: Any) -> str:
    """What a person may write for this type: `a whole number from 1 to 200 or { start, to }`."""
    return " or ".join(dict.fromkeys(_describe_one(choice) for choice in choices(kind)))


def show(value: Any) -> str:
    """A value from a file, short enough for one line."""
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
    """The least and the most that the notes allow, in these words; empty where they do not say."""
    for note in notes:
        least = note.ge if note.ge is not None else note.min_length
        most = note.le if note.le is not None else note.max_length
        if most is not None:
            return wording.format(least or 0, most)
    return ""
