"""Documents made from the table of settings: the JSON Schema for editors, and an example file."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from glutetimer.core.settings.config import USUAL, value_of
from glutetimer.core.settings.settings import LISTS, SETTINGS
from glutetimer.core.settings.spec import SettingSpec
from glutetimer.core.toml.kinds import (
    DayKind,
    FlagKind,
    ListOf,
    OneOf,
    Tables,
    Text,
    ValueKind,
    Whole,
    WordOrFlag,
    toml_value,
)


def config_schema() -> dict[str, Any]:
    """Make the JSON Schema (2020-12) of config.toml."""
    top: dict[str, Any] = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "glutetimer settings",
        **_object("The settings of glutetimer; every key may be left out."),
    }
    for row in SETTINGS:
        table = top
        for part in row.path[:-1]:
            table = table["properties"].setdefault(part, _object(f"The settings of {part}."))
        table["properties"][row.path[-1]] = _property(row)
    return top


def schema_text() -> str:
    """Write the JSON Schema as the text of its file."""
    return json.dumps(config_schema(), indent=2) + "\n"


def example_text() -> str:
    """Write a config.toml with every setting, each with a comment."""
    pairs = [(row, f"{row.path[-1]} = {toml_value(row.example)}") for row in SETTINGS]
    width = max(len(pair) for row, pair in pairs if row.name not in LISTS)
    lines: list[str] = []
    table: tuple[str, ...] = ()
    for row, pair in pairs:
        if isinstance(row.kind, Tables):
            lines += ["", *_example_tables(row)]
            continue
        if row.path[:-1] != table:
            table = row.path[:-1]
            lines += ["", f"[{'.'.join(table)}]"]
        lines.append(f"{pair:{width}}  # {row.about}")
    return "\n".join(lines) + "\n"


def _example_tables(row: SettingSpec) -> Iterator[str]:
    """Write tables as the program writes them."""
    assert isinstance(row.example, list)
    yield f"# {row.about}"
    for table in row.example:
        yield f"[[{row.name}]]"
        yield from (f"{key} = {toml_value(value)}" for key, value in table.items())


def _object(description: str) -> dict[str, Any]:
    return {"description": description, "type": "object", "additionalProperties": False, "properties": {}}


def _property(row: SettingSpec) -> dict[str, Any]:
    usual = value_of(USUAL, row.name)
    told = {"examples": [row.example]} if usual is None else {"default": _plain(usual)}
    return {"description": row.about[0].upper() + row.about[1:] + ".", **_schema(row.kind), **told}


def _schema(kind: ValueKind) -> dict[str, Any]:
    """Describe values of this kind to an editor."""
    match kind:
        case Whole():
            return {"type": "integer", "minimum": kind.least, "maximum": kind.most}
        case FlagKind():
            return {"type": "boolean"}
        case WordOrFlag():
            return {"enum": [*kind.words, True, False]}
        case OneOf():
            return {"enum": list(kind.words)}
        case Text():
            return {"type": "string", "maxLength": kind.most, "pattern": kind.pattern}
        case ListOf():
            return {"type": "array", "items": _schema(kind.item), "maxItems": kind.most, "uniqueItems": True}
        case DayKind():
            return {"type": "string", "format": "date"}  # for editors
        case Tables():
            properties = {name: _schema(key.kind) for name, key in kind.keys.items()}
            one = {"type": "object", "properties": properties, "required": [*properties], "additionalProperties": False}
            return {"type": "array", "items": one}
        case _:
            raise TypeError(f"no schema for {kind}")


def _plain(value: object) -> object:
    return list(value) if isinstance(value, tuple) else value
