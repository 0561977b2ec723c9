"""The page of all keys, docs/keys.md: `python -m tests.make.readme` writes it again (`make readme`)."""

from __future__ import annotations

import re

from glutetimer.tui.log.common.keys import LOG_TABLES
from glutetimer.tui.widgets.keys import TABLES, Table
from tests.helpers.paths import TOP

KEYS = TOP / "docs" / "keys.md"
#: Tables that stand open; the others are folded.
OPEN = ("Run", "Cards", "Home")
#: Every table there is.
ALL = TABLES | LOG_TABLES


def keys() -> str:
    """Every key of every screen, a table each."""
    parts = [_table(name, table) for name, table in ALL.items()]
    shown = [part for name, part in zip(ALL, parts, strict=True) if name in OPEN]
    folded = [part for name, part in zip(ALL, parts, strict=True) if name not in OPEN]
    return "\n\n".join([*shown, "<details><summary>The other screens</summary>", *folded, "</details>"])


def _table(name: str, table: Table) -> str:
    rows = (f"| {key.shown} | {key.label} |" for key in table)
    return "\n".join([f"**{name}**", "", "| key | does |", "|---|---|", *rows])


def renewed(text: str) -> str:
    """The page of keys with its made part as it should be."""
    made = f"<!-- keys: made by `make readme` -->\n\n{keys()}\n\n<!-- end of keys -->"
    return re.sub(r"<!-- keys: .*?<!-- end of keys -->", lambda _: made, text, flags=re.DOTALL)


if __name__ == "__main__":
    KEYS.write_text(renewed(KEYS.read_text("utf-8")), "utf-8")
