"""The real program killed before each of its disk calls, and refused at each with every errno, once and lasting."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.faults import spoiled


@pytest.fixture(scope="module")
def shim(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return spoiled.built(tmp_path_factory.mktemp("shim"))


@pytest.mark.parametrize("scene", spoiled.SCENES)
def test_every_call(tmp_path: Path, shim: Path, scene: str) -> None:
    found = spoiled.play(scene, tmp_path, shim, None)
    print(f"{scene}: {found['calls']} calls, {found['ways']} ways")
    assert found["wrong"] == []
    assert found["ways"] == found["calls"] * (1 + 2 * len(spoiled.REFUSALS))
