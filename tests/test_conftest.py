"""What every test gets holds for tests in general: tried on small files of tests."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.helpers.small_suite import small_suite

SKIPS = {
    "by call": "import pytest\ndef test_it() -> None:\n    pytest.skip('nothing here')\n",
    "by mark": "import pytest\n@pytest.mark.skipif(True, reason='nothing here')\ndef test_it() -> None: ...\n",
    "by file": "import pytest\npytest.importorskip('no_such_module')\ndef test_it() -> None: ...\n",
    "in a fixture": (
        "import pytest\n@pytest.fixture\ndef it() -> None:\n    pytest.skip('nothing here')\n"
        "def test_it(it) -> None: ...\n"
    ),
}
EXPECTED = "import pytest\n@pytest.mark.xfail(reason='known')\ndef test_it() -> None:\n    assert False\n"
FOLDERS = """
import sys
from pathlib import Path
from platformdirs import PlatformDirs
def test_it() -> None:
    assert Path.home() != Path({home!r})
    dirs = PlatformDirs("glutetimer")
    for folder in (dirs.user_data_dir, dirs.user_state_dir, dirs.user_config_dir, dirs.user_cache_dir):
        # Windows asks its registry, not the environment.
        assert sys.platform == "win32" or not Path(folder).is_relative_to({home!r})
"""


def outcome(folder: Path, source: str, *, ci: bool, **environment: str) -> int:
    """The exit code of pytest on this one file."""
    return small_suite(folder, source, "-p", "no:xdist", ci=ci, environment=environment).returncode


@pytest.mark.parametrize("way", list(SKIPS))
def test_a_skip_is_a_failure_where_ci_is_set(way: str, tmp_path: Path) -> None:
    assert outcome(tmp_path, SKIPS[way], ci=True) in (pytest.ExitCode.TESTS_FAILED, pytest.ExitCode.INTERRUPTED)


@pytest.mark.parametrize("way", ["by call", "by mark"])
def test_elsewhere_a_skip_is_a_skip(way: str, tmp_path: Path) -> None:
    assert outcome(tmp_path, SKIPS[way], ci=False) == pytest.ExitCode.OK


def test_an_expected_failure_is_no_skip(tmp_path: Path) -> None:
    assert outcome(tmp_path, EXPECTED, ci=True) == pytest.ExitCode.OK


def test_no_test_sees_the_folders_of_who_runs_it(tmp_path: Path) -> None:
    home = tmp_path / "own"
    mine = {"HOME": str(home), "USERPROFILE": str(home)}
    mine |= {f"XDG_{name}_HOME": str(home / name.lower()) for name in ("DATA", "STATE", "CONFIG", "CACHE")}
    assert outcome(tmp_path, FOLDERS.format(home=str(home)), ci=False, **mine) == pytest.ExitCode.OK
