"""Edit settings in the text of a config.toml and leave all else as a person wrote it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from glutetimer.core.settings.settings import ROWS
from glutetimer.core.toml.edit import in_document, insert, rewritten, take_out
from glutetimer.core.toml.kinds import Tables, as_table, toml_value
from glutetimer.core.toml.lines import find_lines
from glutetimer.core.toml.parse import load_toml

if TYPE_CHECKING:
    from tomlkit import TOMLDocument
    from tomlkit.items import Item, Key

    Body = list[tuple[Key | None, Item]]


def edited(text: str, changes: Mapping[str, object]) -> str:
    """Change settings in the text by their dotted names; None takes a setting out.

    Comments, order, line ends, a byte order mark and unknown keys stay. The text must be one that `load_toml` reads.
    Raises tomlkit's TOMLKitError where that library reads it differently.
    """
    return rewritten(text, lambda plain: _edited(plain if not plain or plain.endswith("\n") else f"{plain}\n", changes))


def _edited(text: str, changes: Mapping[str, object]) -> str:
    for name, value in changes.items():
        kind, plain = ROWS[name].kind if name in ROWS else None, _plain(value)
        tables = plain if isinstance(plain, list) else []
        text = _relisted(text, name, tables, kind) if isinstance(kind, Tables) else _changed(text, name, plain)
    return text


def _plain(value: object) -> object:
    """Turn a value into TOML's own."""
    if (table := as_table(value)) is not None:
        return dict(table)
    return [_plain(item) for item in value] if isinstance(value, (list, tuple)) else value


def _relisted(text: str, name: str, wanted: list[Any], kind: Tables) -> str:
    """Change a list of tables; a list that a person wrote as a single value stays that. Other items stay, too."""
    there = load_toml(text).get(name)
    if not isinstance(there, list):
        return with_tables(_changed(text, name, None), name, wanted, lambda one: kind.wrong_key(one) is None)
    if is_headed(text, name):
        return with_tables(text, name, wanted, lambda one: kind.wrong_key(one) is None)
    stay = [one for one in there if kind.wrong_key(one) is not None or one in wanted]
    return _changed(text, name, [*stay, *(one for one in wanted if one not in there)] or None)


def _changed(text: str, name: str, value: object) -> str:
    *tables, key = name.split(".")

    def change(document: Any) -> None:
        table: Any = _table(document, tables[0], make=value is not None) if tables else document
        if value is None:
            if table is not None:
                take_out(table, key, comment_stays=True)
        elif key in table:
            _set(table, key, value)
        else:
            _add(document, table, key, value)

    return in_document(text, change)


def _table(document: TOMLDocument, name: str, *, make: bool) -> Any:
    """Find the table of this name; make it at the end if there is none, in the place of a value that is no table."""
    import tomlkit

    if name in document and not isinstance(document[name], Mapping):
        if not make:
            return None
        document.remove(name)
    if name not in document and make:
        document[name] = tomlkit.table()
    return document.get(name)


def _set(table: Any, key: str, value: object) -> None:
    from tomlkit import item  # the library gives a yes or no bare
    from tomlkit.items import Array

    there = table[key]
    if isinstance(there, Array) and isinstance(value, list):
        _set_items(there, value)
    if table[key] != value or type(item(table[key]).unwrap()) is not type(value):
        table[key] = value


def _set_items(there: Any, wanted: list[object]) -> None:
    """Change a list item by item: each line of it may have its comment."""
    for item in list(there):
        if item not in wanted or there.count(item) > 1:
            there.remove(item)
    for item in wanted:
        if item not in there:
            there.append(item)


def _add(document: TOMLDocument, table: Any, key: str, value: object) -> None:
    """Put a new key after the last one of its table, above the comment that belongs to the next table."""
    import tomlkit
    from tomlkit.items import Table

    if table is document:
        body: Body = document.body
        at = _place(body, followed=False) or _end(body)  # a comment at the very top belongs to the file
    elif isinstance(table, Table) and not table.is_super_table():
        body = table.value.body
        at = _place(body, followed=document.body[-1][1] is not table)
    else:  # volume.ticks = 1 or volume = { ticks = 1 }
        table[key] = value
        return
    item = tomlkit.item(value)
    item.trivia.trail = "\n\n" if at < len(body) and isinstance(body[at][1], Table) else "\n"
    insert(body, at, key, item)


def _place(body: Body, *, followed: bool) -> int:
    """Find where the next key goes; `followed` says whether another table comes after this body."""
    from tomlkit.items import Comment, Whitespace

    at = _end(body)
    if followed or at < len(body):
        while at and isinstance(body[at - 1][1], Comment):
            at -= 1
    while at and isinstance(body[at - 1][1], Whitespace):
        at -= 1
    return at


def _end(body: Body) -> int:
    """Find where the keys of a table end: at the heading of a table inside it, or with the body."""
    from tomlkit.items import AoT, Table

    headed = (at for at, (key, item) in enumerate(body) if isinstance(item, (Table, AoT)) and not _dotted(key))
    return next(headed, len(body))


def _dotted(key: Key | None) -> bool:
    return key is not None and key.is_dotted()


PlainTable = Mapping[str, object]


def with_tables(text: str, name: str, wanted: Sequence[PlainTable], is_one: Callable[[Any], bool]) -> str:
    """Write these tables of the list, new ones after those that stay; items that are not of its tables stay, too.

    The text ends with its last line; no value of a table goes over several lines.
    """
    there: Sequence[Any] = load_toml(text).get(name, [])
    places = [_lines_of(text, name, at) for at in range(len(there))]
    gone = [place for place, one in zip(places, there, strict=True) if is_one(one) and one not in wanted]
    rows = [f"{row}\n" for row in text.split("\n")[:-1]]
    end = max((max(place) for place in places), default=len(rows))
    new = [row for one in wanted if one not in there for row in _written(name, one)]
    rows[end:end] = new if end else new[1:]
    return "".join(row for number, row in enumerate(rows, 1) if number not in _with_blanks(rows, gone))


def is_headed(text: str, name: str) -> bool:
    """Whether the tables of the list stand below headings, and not in one value."""
    line = find_lines(text).get((name, 0), 0)
    return line > 0 and text.split("\n")[line - 1].lstrip().startswith("[[")


def _lines_of(text: str, name: str, at: int) -> set[int]:
    """Lines of the heading and of each key."""
    return {line for path, line in find_lines(text).items() if path[:2] == (name, at)}


def _with_blanks(rows: Sequence[str], gone: Iterable[set[int]]) -> set[int]:
    """Lines that go, each table with the free line above it."""
    above = {min(place) - 1 for place in gone}
    return set().union(*gone, (number for number in above if number and not rows[number - 1].strip()))


def _written(name: str, table: PlainTable) -> list[str]:
    return ["\n", f"[[{name}]]\n", *(f"{key} = {toml_value(value)}\n" for key, value in table.items())]
