"""The comments in a TOML text, which its parsers do not tell."""

from __future__ import annotations

import re
from collections.abc import Iterator

from glutetimer.core.toml_lines import tokens

#: Blanks, then at most one comment, for it takes the rest of its line.
_BETWEEN = re.compile(r"[ \t\r]*(?:#[^\n]*)?")


def comments(text: str) -> Iterator[str]:
    """All of them, in their order: whatever stands between the pieces of the text and is not blank."""
    at = 0
    for piece, _ in (*tokens(text), ("", 0)):
        between = _BETWEEN.match(text, at)
        assert between is not None  # it matches nothing, too
        if comment := between.group().strip():
            yield comment
        at = between.end() + len(piece)
