"""Texts that want to be formulas, and how they are had back from a cell."""

from __future__ import annotations

from hypothesis import strategies as st

from glutetimer.core.log.cells import harmless

_LETTERS = "=+-@\t\r\n '\"\u00a0\u3000＝＋－＠﹣−“«ab1\x00\u200b,;"
#: Likely to be evil, or just odd.
EVIL = st.text(st.sampled_from(_LETTERS), max_size=6) | st.text(max_size=12)


def had_back(cell: str) -> str:
    """As the document says: without the apostrophe, where the rest would be a formula."""
    return cell[1:] if cell.startswith("'") and harmless(cell[1:]) != cell[1:] else cell
