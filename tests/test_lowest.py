"""The lowest versions that are promised: each requirement names one, and that is what is tried."""

from __future__ import annotations

import tomllib

import pytest

from tests.make.lowest import PYPROJECT, lowest


@pytest.mark.parametrize(
    ("needed", "pinned"),
    [
        ("click>=8.1", "click==8.1"),
        ("textual>=8.2.5,<9", "textual==8.2.5"),
        ("tomli-w>=1.1 ; sys_platform != 'win32'", "tomli-w==1.1; sys_platform != 'win32'"),
        ("markdown-it-py[linkify]>=2.1", "markdown-it-py[linkify]==2.1"),
    ],
)
def test_the_lowest_version_is_pinned(needed: str, pinned: str) -> None:
    assert list(lowest([needed])) == [pinned]


@pytest.mark.parametrize("needed", ["click", "click<9", "click==8.1"])
def test_without_a_lowest_version_it_is_refused(needed: str) -> None:
    with pytest.raises(ValueError, match="without a lowest version"):
        list(lowest([needed]))


def test_each_of_the_programs_own_has_one() -> None:
    needed = tomllib.loads(PYPROJECT.read_text("utf-8"))["project"]["dependencies"]
    assert len(list(lowest(needed))) == len(needed)
