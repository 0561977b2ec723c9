"""What is heard of the built-in sessions, from the first word to the last sound."""

from __future__ import annotations

import pytest

from tests.helpers.transcript import FOLDER
from tests.make.transcript import NAMES, taken


@pytest.mark.parametrize("name", NAMES)
def test_a_transcript_is_current(name: str) -> None:
    """Read the change, then `make transcripts`."""
    assert taken(name) == (FOLDER / f"{name}.txt").read_text("utf-8")
