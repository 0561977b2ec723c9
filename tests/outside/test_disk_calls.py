"""The real program killed or refused at some of its disk calls; at every one of them with `make faults`."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.faults import spoiled

pytestmark = pytest.mark.outside

#: So many ways of each scene; they are chosen anew with each change of the calls, and the same for the same ones.
SOME = 3


@pytest.fixture(scope="session")
def shim(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return spoiled.built(tmp_path_factory.mktemp("shim"))


@pytest.mark.parametrize("scene", spoiled.SCENES)
def test_nothing_is_lost_and_what_is_said_is_so(tmp_path: Path, shim: Path, scene: str) -> None:
    found = spoiled.play(scene, tmp_path, shim, SOME)
    assert found["wrong"] == []
    assert found["ways"] == SOME


#: A program that writes over its file in place.
IN_PLACE = "import sys; file = open(sys.argv[1], 'w'); file.write('new ' * 100); file.close()"


def test_a_file_written_in_place_is_caught_torn(tmp_path: Path, shim: Path) -> None:
    """That the calls are counted, killed and refused is seen on a program that loses what it has."""
    seen = set()
    for at in (1, 2):
        world = tmp_path / str(at)
        world.mkdir()
        (world / "a").write_text("old")
        env = {"LD_PRELOAD": str(shim), "FAULT_ROOT": str(world), "FAULT_AT": str(at), "FAULT_ACT": "kill"}
        done = subprocess.run([sys.executable, "-c", IN_PLACE, str(world / "a")], env=env, check=False)
        assert done.returncode == -9
        seen.add((world / "a").read_text())
        env["FAULT_ACT"] = "28"
        done = subprocess.run([sys.executable, "-c", IN_PLACE, str(world / "a")], env=env, check=False, stderr=-3)
        assert done.returncode == 1
        shutil.rmtree(world)
    assert seen == {"old", ""}
