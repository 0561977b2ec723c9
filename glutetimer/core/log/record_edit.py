"""Put corrections into the text of a record.

The library moves tables that stand between two bouts, so it is only ever given the lines of one table at a time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import chain, pairwise
from typing import Any

from glutetimer.core.log.corrections import Corrections, Values
from glutetimer.core.log.list_edit import append_to
from glutetimer.core.own_toml import put
from glutetimer.core.record_text import in_braces
from glutetimer.core.toml_lines import find_lines, tokens

Edit = Callable[[Any], None]

_BOM = "\ufeff"


def edited_record(text: str, wanted: Corrections) -> str:
    """The text with the wanted values; line ends and a byte order mark stay.

    Raises whatever the library raises where it does not understand a table that the standard parser has read.
    """
    mark, text = (_BOM, text[1:]) if text.startswith(_BOM) else ("", text)
    returns = "\r\n" in text and text.count("\r\n") == text.count("\n")
    lines = (text.replace("\r\n", "\n") if returns else text).split("\n")
    ends = dict(pairwise((0, *headings(text), len(lines) + 1)))
    for heading, edits in sorted(_edits(find_lines(text), ends, wanted).items(), reverse=True):
        inside = slice(heading, ends[heading] - 1)
        lines[inside] = _edited("\n".join(lines[inside]) + "\n", edits).removesuffix("\n").split("\n")
    text = "\n".join(lines)
    return mark + (text.replace("\n", "\r\n") if returns else text)


def headings(text: str) -> Iterator[int]:
    """The lines (from 1) of the headings of tables, in order."""
    depth, begins = 0, True
    for piece, line in tokens(text):
        if begins and piece == "[" and not depth:
            yield line
        depth += (piece in ("[", "{")) - (piece in ("]", "}"))
        begins = piece == "\n"


def _edits(where: Mapping[Any, int], known: Mapping[int, int], wanted: Corrections) -> dict[int, list[Edit]]:
    """What to do in the lines below each heading (0: above the first); bouts in one list of braces stand there too."""
    out: dict[int, list[Edit]] = {}
    for index, values in wanted.bouts.items():
        line, order = where["bout", index], wanted.bout_orders[index]
        if line in known:
            out.setdefault(line, []).append(_edit(values, order))
        else:
            out.setdefault(0, []).append(_edit_in_list(index, values))
    if wanted.head:
        out.setdefault(0, []).append(_edit(wanted.head, wanted.head_order))
    return out


def _edited(text: str, edits: Sequence[Edit]) -> str:
    import tomlkit  # costs 20 ms, and few records are ever corrected

    document = tomlkit.parse(text)
    for edit in edits:
        edit(document)
    return tomlkit.dumps(document)


def _edit(values: Values, order: Sequence[str]) -> Edit:
    def edit(document: Any) -> None:
        for key, value in values.items():
            if value is None:
                _take_out(document.body, key)
            elif not (_is_plain_list(value) and append_to(document.body, key, value)):
                put(document, key, _in_braces(value), order[: order.index(key)])

    return edit


def _is_plain_list(value: Any) -> bool:
    return isinstance(value, list) and not any(isinstance(item, dict) for item in value)


def _in_braces(value: Any) -> Any:
    """A list of tables as one in braces: the library would give each a heading, below which nothing else can stand."""
    from tomlkit import parse

    if not isinstance(value, list) or _is_plain_list(value):
        return value
    return parse(f"list = {in_braces(value)}")["list"]


def _edit_in_list(index: int, values: Values) -> Edit:
    def edit(document: Any) -> None:
        table = document["bout"][index]
        for key, value in values.items():
            if value is None:
                table.pop(key, None)
            else:
                table[key] = value

    return edit


def _take_out(body: list[Any], key: str) -> None:
    """Remove a key; the comment on its line stays as a line of its own."""
    from tomlkit.items import Comment

    def kept(there: Any, item: Any) -> list[Any]:
        if there is None or there.key != key:
            return [(there, item)]
        return [(None, Comment(item.trivia))] if item.trivia.comment else []

    body[:] = chain.from_iterable(kept(there, item) for there, item in body)
