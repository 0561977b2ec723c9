"""A suite of one small file, under the same conftest.py as the tests: what that does is seen in how the suite ends."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from tests.helpers.paths import TESTS, TOP

INI = f'[pytest]\npythonpath = {shlex.quote(str(TOP))}\nmarkers = live\naddopts = -m "not live"\n'


def small_suite(
    folder: Path, source: str, *options: str, ci: bool = False, environment: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run pytest on this one file, as if at home or where CI is set."""
    shutil.copy(TESTS / "conftest.py", folder)
    (folder / "pytest.ini").write_text(INI, encoding="utf-8")
    (folder / "test_it.py").write_text(source, encoding="utf-8")
    own = {name: value for name, value in os.environ.items() if name != "CI" and not name.startswith("PYTEST_")}
    own |= {"CI": "true"} if ci else {}
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *options, str(folder)]
    return subprocess.run(
        command, cwd=folder, env=own | {**(environment or {})}, capture_output=True, text=True, check=False
    )
