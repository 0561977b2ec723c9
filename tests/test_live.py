"""Live tests: left out with one line, done again on a machine that is not calm, and never excused on a calm one."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from tests.helpers import standstill
from tests.helpers.pulse import need_pulseaudio
from tests.helpers.small_suite import small_suite
from tests.helpers.standstill import Watch, note, why_no_verdict

#: Wrong at the first so many attempts, on a machine that says so much about itself.
LIVE = """
import pytest
from tests.helpers import live
live.why_no_verdict = lambda *_: {why!r}
live.wait_for_calm = lambda *_: None
attempts = []
def test_of_any_machine() -> None: ...
@pytest.mark.live
def test_it() -> None:
    attempts.append(1)
    assert len(attempts) > {wrong}
"""
STILL = "the machine stood still for 0.40 s"
ONE = "-p", "no:xdist"


def test_they_are_left_out_and_that_is_said_in_one_line(tmp_path: Path) -> None:
    done = small_suite(tmp_path, LIVE.format(why="", wrong=9), *ONE)
    assert done.returncode == pytest.ExitCode.OK
    assert [line for line in done.stdout.splitlines() if "Left out" in line] == [
        "Left out: 1 live tests, which need sound, a browser or a quiet machine (make test-live)."
    ]


def test_workers_leave_out_each_of_them_once(tmp_path: Path) -> None:
    done = small_suite(tmp_path, LIVE.format(why="", wrong=9), "-n", "2")
    assert done.returncode == pytest.ExitCode.OK
    assert done.stdout.count("Left out: 1 live tests") == 1


@pytest.mark.parametrize(
    ("why", "wrong", "passed"), [("", 0, True), ("", 1, False), (STILL, 1, True), (STILL, 2, True), (STILL, 3, True)]
)
def test_they_are_judged_on_a_calm_machine_only(why: str, wrong: int, passed: bool, tmp_path: Path) -> None:
    done = small_suite(tmp_path, LIVE.format(why=why, wrong=wrong), *ONE, "-m", "live")
    assert (done.returncode == pytest.ExitCode.OK) == passed
    assert ("1 no verdict" in done.stdout) == (wrong == 3)
    assert ("No verdict on test_it.py::test_it: " + ", then ".join([STILL] * 3) in done.stdout) == (wrong == 3)


def test_what_is_not_installed_is_no_matter_of_calm(tmp_path: Path) -> None:
    source = f"import pytest\nfrom tests.helpers import live\nlive.why_no_verdict = lambda *_: {STILL!r}\n"
    source += "@pytest.mark.live\ndef test_it() -> None:\n    pytest.skip('no sound')\n"
    assert small_suite(tmp_path, source, *ONE, "-m", "live", ci=True).returncode == pytest.ExitCode.TESTS_FAILED


def test_who_needs_sound_must_be_one_of_them() -> None:
    with pytest.raises(pytest.fail.Exception, match="mark the test live"):
        need_pulseaudio()


def test_a_standstill_counts_from_the_moment_on_that_is_asked_for() -> None:
    watch = Watch()
    try:
        note(str(watch.notes), 40.0)
        longest = watch.longest(time.monotonic() - 60)
        assert (longest, watch.longest(time.monotonic() + 60)) == (40.0, 0.0)
    finally:
        watch.close()


@pytest.mark.parametrize(
    ("late", "work", "why"),
    [(0.0, 0.1, ""), (0.5, 0.1, "stood still for 0.50 s"), (0.0, 0.8, "had other work to do (80%)")],
)
def test_standing_still_and_other_work_are_told(
    late: float, work: float, why: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(standstill, "busy", lambda: work)
    monkeypatch.setattr(Watch, "__init__", lambda self: None)
    monkeypatch.setattr(Watch, "longest", lambda self, since: late)
    assert why_no_verdict(Watch(), 0.0).removeprefix("the machine ") == why
