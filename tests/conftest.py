"""What every test gets: nothing of this machine's own folders, and no skip where CI counts on it."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Generator, Iterator
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from tests.helpers.terminal import Home

#: What decides how a terminal is drawn to, and what who runs the tests likes: a test that wants it says so.
for name in (
    *("COLUMNS", "LINES", "NO_COLOR", "FORCE_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "COLORTERM", "COLORFGBG"),
    *("TTY_COMPATIBLE", "TTY_INTERACTIVE", "VISUAL", "EDITOR", "PAGER", "BROWSER", "PYTHONWARNINGS"),
):
    os.environ.pop(name, None)
os.environ["TERM"] = "xterm-256color"
# Compiled once, not in every worker and every program that a test starts.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False

# A property that needs more examples to be worth anything says so itself; many of all: --hypothesis-profile full.
settings.register_profile("dev", deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("ci", settings.get_profile("dev"), derandomize=True)
settings.register_profile("full", settings.get_profile("dev"), max_examples=500)
settings.load_profile("ci" if os.environ.get("CI") else "dev")


def pytest_configure(config: pytest.Config) -> None:
    """Leave the live tests out, or judge them with care: see live.py."""
    from tests.helpers.live import Judge, LeftOut

    config.pluginmanager.register(LeftOut())
    config.pluginmanager.register(Judge())


def pytest_collection_finish() -> None:
    """Let no garbage collection look at thousands of collected tests again."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session")
def _homes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Names for new folders: pytest's own numbers look through all that are there, and there are thousands."""
    top = tmp_path_factory.mktemp("homes")
    return (top / str(number) for number in count())


@pytest.fixture(autouse=True)
def _no_own_folders(monkeypatch: pytest.MonkeyPatch, _homes: Iterator[Path]) -> None:
    """No test reads or writes the folders of who runs it, or what another test left."""
    home = next(_homes)
    home.mkdir()
    for name in ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(home))
    for name in ("DATA", "STATE", "CONFIG", "CACHE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(home / name.lower()))


@pytest.fixture(autouse=True, scope="session")
def _style_sheets_parsed_once() -> Iterator[None]:
    from tests.helpers.sheets import parsed_once

    with parsed_once():
        yield


@pytest.fixture(autouse=True, scope="session")
def _screens_waited_for() -> Iterator[None]:
    from tests.helpers.idle import drawn_at_rest, waited_for_rest

    with waited_for_rest(), drawn_at_rest():
        yield


@pytest.fixture
def home(tmp_path: Path) -> Home:
    """An empty home for the real program in a terminal."""
    from tests.helpers.terminal import Home

    return Home(tmp_path)


@pytest.fixture
def cards_hear_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Cards and questions take keys from the first moment."""
    from glutetimer.tui.widgets import held_keys  # most tests have no screen

    monkeypatch.setattr(held_keys, "DEAF", 0.0)
    monkeypatch.setattr(held_keys, "REPEATS", 0.0)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, Any, Any]:
    """Where CI is set a skip is a failure: what CI needs it installs."""
    return _no_skip((yield))


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report(collector: pytest.Collector) -> Generator[None, Any, Any]:
    """The same for a whole file that skips itself."""
    return _no_skip((yield))


def _no_skip(report: Any) -> Any:
    if os.environ.get("CI") and report.skipped and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"skipped in CI: {report.longrepr}"
        report.sure = True  # whatever the machine did meanwhile
    return report
