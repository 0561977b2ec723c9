"""What every test from outside gets: an empty home."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

if sys.platform == "win32":  # pragma: no cover
    collect_ignore_glob = ["test_*.py"]
else:
    from terminal import Home

    @pytest.fixture
    def home(tmp_path: Path) -> Home:
        """An empty home."""
        return Home(tmp_path)
