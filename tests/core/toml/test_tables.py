"""What a key asks for, in words."""

from __future__ import annotations

from typing import Annotated, Any, Literal

import pytest
from msgspec import Meta, UnsetType

from glutetimer.core.session.file_format import Lines, PhaseText, RepRange, Reps, Word
from glutetimer.core.toml.tables import describe, show


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        (bool, "true or false"),
        (str, "a text"),
        (int, "a whole number"),
        (Reps, "a whole number from 1 to 200"),
        (Reps | RepRange | UnsetType, "a whole number from 1 to 200 or { start = ..., to = ... }"),
        (Annotated[str, Meta(min_length=1, max_length=60)], "a text of 1 to 60 characters"),
        (Annotated[int, Meta(description="d"), Meta(ge=2, le=3)], "a whole number from 2 to 3"),
        (Literal["each"], '"each"'),
        (Literal["both", "each", "alternate"], '"both", "each" or "alternate"'),
        (Word, "a-z, 0-9 and - only, like step-up"),
        (Lines, "a list in [ ] of a text of 1 to 80 characters, 0 to 20 of them"),
        (tuple[PhaseText, ...], 'a list in [ ] of one word of letters and 0.2 to 30 seconds, like "up 2"'),
    ],
)
def test_describe(kind: Any, words: str) -> None:
    assert describe(kind) == words


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("each", '"each"'),
        ("x" * 31, '"' + "x" * 30 + '..."'),
        (True, "true"),
        (12, "12"),
        pytest.param(16**5000, "so large a number", id="huge"),
        pytest.param(-(16**5000), "so large a number", id="far below nought"),
        (1.5, "1.5"),
        ([1], "a list"),
        ({}, "a table"),
    ],
)
def test_show_fits_on_a_line(value: Any, shown: str) -> None:
    assert show(value) == shown
