"""One cell of the log as a table: as text for a spreadsheet, and as JSON."""

from __future__ import annotations

import re
import unicodedata
from datetime import datetime
from typing import Any

from glutetimer.core.clean import clean

#: What a cell may hold; None where it does not apply.
Cell = str | int | float | bool | datetime | tuple[str, ...] | tuple[datetime, ...] | None

#: What makes a spreadsheet take a text for a formula (full-width forms are folded), and what it may pass over first.
_FORMULA = frozenset("=+-@\N{MINUS SIGN}")
_BREAKS = frozenset("\t\r\n")
_QUOTES = frozenset("\"'`´‘’‚“”„«»‹›′″")
#: Behind what some readers begin another cell: a spreadsheet in a language that writes 1,5 splits at semicolons.
_PARTS = re.compile(r"(?<=[;\t|])")


def harmless(text: str) -> str:
    """The text, with an apostrophe before it, and before what follows a semicolon, a tab or a bar, where a spreadsheet
    would take that for a formula.

    Taking the apostrophe away from each such part that begins with one, and would be a formula without it, gives the
    text back. After the advice of OWASP on CSV injection.
    """
    return "".join(f"'{part}" if _is_formula(part) else part for part in _PARTS.split(text))


def _is_formula(text: str) -> bool:
    for char in text:
        if char in _BREAKS:
            return True
        if not (char.isspace() or char in _QUOTES or unicodedata.category(char) in ("Cc", "Cf")):
            return unicodedata.normalize("NFKC", char)[:1] in _FORMULA
    return False


def csv_cell(cell: Cell) -> str:
    """The cell as text: numbers as numbers, moments as ISO 8601, true and false; empty where it does not apply.

    A terminal may show it: what must not reach one is taken out (of names of files; records are read so).
    """
    match cell:
        case None:
            return ""
        case bool():
            return "true" if cell else "false"
        case datetime():
            return cell.isoformat()
        case tuple():
            return harmless(", ".join(item if isinstance(item, str) else item.isoformat() for item in cell))
        case str():
            return harmless(clean(cell))
    return str(cell)


def json_cell(cell: Cell) -> Any:
    """The cell as a value of JSON."""
    if isinstance(cell, tuple):
        return [json_cell(item) for item in cell]
    return cell.isoformat() if isinstance(cell, datetime) else cell
