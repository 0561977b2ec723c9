"""Texts that want to be formulas, and how they are had back from a cell."""

from __future__ import annotations

import re

from hypothesis import strategies as st

from glutetimer.core.export.csv import harmless

_LETTERS = "=+-@\t\r\n '\"\u00a0\u3000＝＋－＠﹣−“«ab1\x00\u200b,;;|"
#: Likely to be evil, or just odd.
EVIL = st.text(st.sampled_from(_LETTERS), max_size=6) | st.text(max_size=12)


def had_back(cell: str) -> str:
    """As the document says: without the apostrophe, where the rest would be a formula, in each part."""
    return "".join(map(_part, re.split(r"(?<=[;\t|])", cell)))


def _part(part: str) -> str:
    return part[1:] if part.startswith("'") and harmless(part[1:]) != part[1:] else part
