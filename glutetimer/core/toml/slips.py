"""Slips of people who write TOML by hand, and what they meant; inline tables over several lines, which TOML 1.1 has."""

from __future__ import annotations

import re
from collections.abc import Iterator

from glutetimer.core.toml.lines import pieces

_DATE = "write it like 2026-11-20T19:30:05+01:00, or 2026-11-20"
_SWITCH = "write true or false, in small letters"

#: Text behind = (or anywhere in a line) -> the problem, and what to write instead. The first that fits counts.
_SLIPS = tuple(
    (re.compile(pattern), what, instead)
    for pattern, what, instead in (
        (r"^(?:<{7}|={7}|>{7}|\|{7})(?: |$)", "a mark that a merge has left", "keep one side, take the marks out"),
        (r"=\s*(?:True|TRUE|False|FALSE|[Yy]es|[Nn]o|[Oo]n|[Oo]ff)\s*(?:#|$)", "yes or no in other words", _SWITCH),
        (r"=\s*\d{4}-\d\d-\d\d[Tt ]\d?\d:\d\d(?!\d|:)", "a time without seconds", _DATE),
        (r"=\s*\d{4}-\d\d-\d\d[Tt ][\d:.]+\s*[+-](?!\d\d:\d\d\s*(?:#|$))",
            "an offset that cannot be read", "write it like +01:00"),
        (r"=\s*\d{4}-(?:1[3-9]|[2-9]\d|00)-\d\d", "a month that does not exist", _DATE),
        (r"=\s*\d{4}-\d\d-(?:3[2-9]|[4-9]\d|00)", "a day that does not exist", _DATE),
        (r"=\s*\d{4}-\d\d-\d\d[Tt ](?:2[4-9]|[3-9]\d):", "an hour that does not exist",
            "the hours are 00 to 23: midnight is 00:00:00 of the next day"),
        (r"=\s*(?!\d{4}-\d\d-\d\d)\d{1,4}[./-]\d{1,2}[./-]\d{1,4}", "a date in another order, or a part of one", _DATE),
    )
)  # fmt: skip


def slip_in(line: str) -> tuple[str, str] | None:
    """Name the problem in a line that cannot be read, and what to write instead; None where that is not known."""
    return next(((what, instead) for pattern, what, instead in _SLIPS if pattern.search(line.rstrip("\r"))), None)


def on_one_line(text: str) -> str:
    """Put each inline table of the text on one line and without a comma at its end.

    Empty lines behind it replace those that it loses: all that follows keeps its line number.
    """
    return "".join(_joined(text)) if "{" in text else text


def _joined(text: str) -> Iterator[str]:
    depth, lost, comma = 0, 0, ""
    for piece in pieces(text):
        depth = max(0, depth + (piece == "{") - (piece == "}"))
        if depth and (piece == "\n" or piece.startswith("#")):
            lost += piece == "\n"
            continue
        if comma and piece.strip():
            yield "" if piece == "}" else comma
            comma = ""
        if depth and piece == ",":  # it waits for the next piece: at the end of a table it goes
            comma = piece
            continue
        if depth and piece[0] in " \t\r":
            piece = " "
        yield piece + "\n" * lost if piece == "\n" else piece
        lost = 0 if piece == "\n" else lost
    yield comma
