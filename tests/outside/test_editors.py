"""What editors of TOML make of the schema: taplo, which most of them use, judges sessions as the program has them."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from glutetimer.adapters.files.sessions import built_in_dir
from tests.helpers.terminal import Home

pytestmark = [pytest.mark.outside, pytest.mark.live]

#: Where an earlier run has put it.
KEPT = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "glutetimer-tests" / "taplo"
SECONDS = 180


@pytest.fixture(scope="module")
def taplo() -> str:
    """The program; fetched with npm where it is not there."""
    if found := shutil.which("taplo"):
        return found
    program = KEPT / "node_modules" / ".bin" / "taplo"
    if not program.exists():
        npm = shutil.which("npm")
        if npm is None:
            pytest.skip("neither taplo nor npm is here")
        KEPT.mkdir(parents=True, exist_ok=True)
        fetch = [npm, "install", "--silent", "--no-audit", "--no-fund", "@taplo/cli@0.7.0"]
        try:
            done = subprocess.run(fetch, cwd=KEPT, capture_output=True, text=True, timeout=SECONDS, check=False)
        except subprocess.TimeoutExpired:
            pytest.skip("npm does not answer")
        if done.returncode or not program.exists():
            pytest.skip(f"npm does not bring taplo: {done.stderr.strip()[-200:]}")
    return str(program)


def lint(taplo: str, *paths: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [taplo, "lint", *map(str, paths)], cwd=paths[0].parent, capture_output=True, text=True, timeout=60, check=False
    )


def test_the_shipped_sessions_are_green(taplo: str) -> None:
    done = lint(taplo, *sorted(built_in_dir().glob("*.toml")))
    assert done.returncode == 0, done.stderr


def test_so_is_a_copy_once_the_schema_lies_beside_it_and_a_slip_is_red(taplo: str, home: Home) -> None:
    copy = home.folder / "mine.toml"
    text = (built_in_dir() / "get-hip.toml").read_text("utf-8")
    copy.write_text(text, "utf-8")
    assert home.ask("schema", str(copy)).startswith("Written: ")
    assert lint(taplo, copy).returncode == 0
    for slip in ("restt = 3\n", "rest = 9999\n"):
        copy.write_text(text.replace("format = 1\n", f"format = 1\n{slip}"), "utf-8")
        assert lint(taplo, copy).returncode != 0, slip
    copy.write_text(text.replace("fit = [37, 24]", "fit = [37, 24, 1]"), "utf-8")
    assert lint(taplo, copy).returncode != 0
