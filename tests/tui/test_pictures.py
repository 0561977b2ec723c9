"""The README's pictures are those of this program."""

from __future__ import annotations

import re

import pytest

from tests.helpers.paths import TOP
from tests.make.pictures import FOLDER, NAMES, drawn, said


@pytest.mark.parametrize("name", NAMES)
def test_pictures_are_current(name: str) -> None:
    """Every text in its place and style; `make pictures` draws them anew."""
    there = (FOLDER / f"{name}.svg").read_text("utf-8")
    now = said(drawn(name))
    assert len(now) > 10
    assert said(there) == now, "run: make pictures"


def test_every_picture_is_in_the_readme() -> None:
    """And the README has no other."""
    shown = re.findall(r"\(pictures/([\w-]+)\.svg\)", (TOP / "README.md").read_text("utf-8"))
    assert sorted(shown) == sorted(NAMES)


def test_pictures_fetch_nothing() -> None:
    """No font, style or image from elsewhere."""
    for name in NAMES:
        svg = (FOLDER / f"{name}.svg").read_text("utf-8")
        assert "url(http" not in svg
        assert not re.findall(r'(?:href|src)="http', svg)
