"""What takes many minutes, by hand: `make soak`."""

from __future__ import annotations

from pathlib import Path

import pytest


def pytest_ignore_collect(config: pytest.Config) -> bool | None:
    """Only where it is asked for by name."""
    asked_for = any("soak" in Path(word.partition("::")[0]).parts for word in config.args)
    return None if asked_for else True
