"""Tables, rows and cells, as all tables of the report have them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from glutetimer.core.log.english import short_day
from glutetimer.core.log.report_words import full_day
from glutetimer.report.markup import Html, Part, element, join

#: Where there is nothing to say.
NONE = "–"


def table(caption: str, heads: Sequence[str], bodies: Iterable[Html], kind: str) -> Html:
    """A table whose heads are repeated on every page it reaches. The caption is read aloud, not shown."""
    head = element("thead", element("tr", *(element("th", words, scope="col") for words in heads)))
    return element("div", element("table", element("caption", caption), head, *bodies, class_=kind), class_="scroll")


def body(rows: Iterable[Html]) -> list[Html]:
    """The rows of a table that is not divided."""
    return [element("tbody", *rows)]


def row(first: Part, *cells: Part) -> Html:
    """A row that is named by its first cell."""
    return element("tr", element("th", first, scope="row"), *(element("td", cell) for cell in cells))


def date_cell(at: datetime, *, year: bool) -> Html:
    """A day and a time, as they were on the runner's clock."""
    words = full_day(at.date()) if year else short_day(at.date())
    return element("time", f"{words}, {at:%H:%M}", datetime=at.isoformat(timespec="minutes"))


def small(*words: str) -> Html:
    """Further lines of a cell, in small letters; empty ones are left out."""
    return join(element("small", line) for line in words if line)


def percent(share: float) -> str:
    """A share of 1: "96 %"."""
    return f"{100 * share:.0f}\N{NO-BREAK SPACE}%"
