from __future__ import annotations

import sys
from pathlib import Path

import pytest

# The workouts of the other tests serve here too.
sys.path += [str(Path(__file__).parents[1] / name) for name in ("adapters", "outside", "tui/terminal")]


def pytest_ignore_collect(config: pytest.Config) -> bool | None:
    """These need strace and root: only where they are asked for by name (`make faults`)."""
    asked_for = any("faults" in Path(word.partition("::")[0]).parts for word in config.args)
    return None if asked_for else True
