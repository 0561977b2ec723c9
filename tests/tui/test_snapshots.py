"""A few screens as they are meant to be; `make snapshots` takes them anew, and the diff shows what changed."""

from __future__ import annotations

import pytest

from tests.make.snapshots import FOLDER, SHOTS, taken


@pytest.mark.parametrize("name", SHOTS)
def test_the_screen_is_as_it_was(name: str) -> None:
    """Cell by cell, character and style."""
    assert taken(name) == (FOLDER / f"{name}.txt").read_text("utf-8"), "look at it, then run: make snapshots"


def test_every_file_is_compared() -> None:
    """None is left over from a screen that is gone."""
    assert sorted(path.stem for path in FOLDER.glob("*.txt")) == sorted(SHOTS)
