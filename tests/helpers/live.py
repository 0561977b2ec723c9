"""Tests marked `live` hear, open a browser or look at real time: left out unless asked for, and judged with care.

One that goes wrong while the machine stands still or has other work to do says nothing about the program: it is done
again. Where it goes wrong like that each time, there is no verdict on it, and that is said. On a calm machine it fails.
"""

from __future__ import annotations

import os
import time
from typing import Any

import pytest
from _pytest.runner import runtestprotocol

from tests.helpers.standstill import Watch, note, wait_for_calm, why_no_verdict

ATTEMPTS = 3
#: Seconds to wait for a calm machine before a test is done again, and seconds for all that is done again.
CALM, AGAIN = 15.0, 120.0
#: In the environment of a live test: where standstills are noted. What needs the world outside refuses the others.
MAY = "GLUTETIMER_LIVE_TEST"


def is_live(item: pytest.Item) -> bool:
    """Whether it needs what not every machine has."""
    return item.get_closest_marker("live") is not None


def only_live() -> None:
    """Refuse a test that is not marked so; benches, which are no tests, may do what they like."""
    if MAY not in os.environ and "PYTEST_CURRENT_TEST" in os.environ:
        pytest.fail("this needs sound, a browser or an engine: mark the test live")


def stood_still(seconds: float) -> None:
    """Tell that the machine stood still under the test that is running."""
    if MAY in os.environ:
        note(os.environ[MAY], seconds)


class LeftOut:
    """Counts the live tests that were not asked for, also those that workers of xdist left out, and says so."""

    def __init__(self) -> None:
        self.count = 0

    def pytest_deselected(self, items: list[pytest.Item]) -> None:
        self.count += sum(map(is_live, items))

    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        if hasattr(session.config, "workeroutput"):
            session.config.workeroutput["left_out"] = self.count

    @pytest.hookimpl(optionalhook=True)
    def pytest_testnodedown(self, node: Any) -> None:
        self.count = max(self.count, getattr(node, "workeroutput", {}).get("left_out", 0))

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        if self.count and not terminalreporter.config.option.keyword:
            terminalreporter.write_line(
                f"Left out: {self.count} live tests, which need sound, a browser or a quiet machine (make test-live)."
            )


class Judge:
    """Does each live test again that goes wrong on a machine that is not calm."""

    def __init__(self) -> None:
        self._watch: Watch | None = None
        self._left = AGAIN

    def pytest_unconfigure(self) -> None:
        if self._watch:
            self._watch.close()

    @pytest.fixture(autouse=True)
    def _live(self, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
        """Let what needs the world outside see whether this test may have it."""
        if self._watch and is_live(request.node):
            monkeypatch.setenv(MAY, str(self._watch.notes))

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_protocol(self, item: pytest.Item, nextitem: pytest.Item | None) -> bool | None:
        if not is_live(item):
            return None
        item.ihook.pytest_runtest_logstart(nodeid=item.nodeid, location=item.location)
        for report in self._judged(item, nextitem):
            item.ihook.pytest_runtest_logreport(report=report)
        item.ihook.pytest_runtest_logfinish(nodeid=item.nodeid, location=item.location)
        return True

    def _judged(self, item: pytest.Item, nextitem: pytest.Item | None) -> list[pytest.TestReport]:
        """The reports of the attempt that counts."""
        self._watch = watch = self._watch or Watch()
        reasons = list[str]()
        while True:
            since = time.monotonic()
            reports = runtestprotocol(item, log=False, nextitem=nextitem)
            why = why_no_verdict(watch, since) if any(map(doubtful, reports)) else ""
            if not why:
                return reports
            reasons.append(why)
            if len(reasons) == ATTEMPTS or self._left <= 0:
                return [without_verdict(report, reasons) for report in reports]
            wait_for_calm(CALM)
            self._left -= time.monotonic() - since

    def pytest_report_teststatus(self, report: pytest.TestReport) -> tuple[str, str, str] | None:
        return ("no verdict", "N", "NO VERDICT") if hasattr(report, "no_verdict") else None

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        for report in terminalreporter.stats.get("no verdict", []):
            terminalreporter.write_line(f"No verdict on {report.nodeid}: {report.no_verdict}.")
            terminalreporter.write_line(str(report.longreprtext))


def doubtful(report: pytest.TestReport) -> bool:
    """Whether it tells of a failure that may be the machine's."""
    return report.failed and not hasattr(report, "sure")


def without_verdict(report: pytest.TestReport, reasons: list[str]) -> Any:
    """The same report; where it tells of a failure it no longer does, but that nobody can say."""
    if not doubtful(report):
        return report
    judged: Any = report
    judged.outcome, judged.no_verdict = "skipped", ", then ".join(reasons)
    return judged
