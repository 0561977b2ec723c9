"""A process that is stopped by a signal, and goes on."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
from types import FrameType

import pytest

from glutetimer.adapters.system.clock import GapWatch
from glutetimer.adapters.system.stopped import Stopped

if sys.platform == "win32":
    pytest.skip("no process is ever stopped there", allow_module_level=True)


@pytest.fixture(autouse=True)
def before() -> Iterator[list[int]]:
    """What somebody hears who listened first."""
    heard: list[int] = []

    def hear(number: int, frame: FrameType | None) -> None:
        heard.append(number)

    was = signal.signal(signal.SIGCONT, hear)
    yield heard
    signal.signal(signal.SIGCONT, was)


def go_on() -> None:
    os.kill(os.getpid(), signal.SIGCONT)


def test_it_tells_at_once_and_once(before: list[int]) -> None:
    """And who listened first hears it, too."""
    stopped, woken = Stopped(), list[int]()
    end = stopped.listen(lambda: woken.append(1))
    assert not stopped.take()
    go_on()
    assert woken == [1]
    assert before == [signal.SIGCONT]
    assert stopped.take()
    assert not stopped.take()
    end()


def test_after_its_end_it_hears_nothing(before: list[int]) -> None:
    stopped = Stopped()
    stopped.listen(lambda: None)()
    go_on()
    assert not stopped.take()
    assert before == [signal.SIGCONT]


def test_who_listens_later_goes_on_listening() -> None:
    stopped = Stopped()
    end = stopped.listen(lambda: None)
    signal.signal(signal.SIGCONT, later := lambda *_: None)
    end()
    assert signal.getsignal(signal.SIGCONT) is later


def test_where_nobody_listened_before_it_ends_as_that() -> None:
    signal.signal(signal.SIGCONT, signal.SIG_DFL)
    end = Stopped().listen(lambda: None)
    go_on()
    end()
    assert signal.getsignal(signal.SIGCONT) is signal.SIG_DFL


def test_a_stop_is_a_gap_however_short() -> None:
    stopped = Stopped()
    watch = GapWatch(lambda: 1.0, lambda: 2.0, stopped.take)
    end = stopped.listen(lambda: None)
    assert not watch.slept()
    go_on()
    assert watch.slept()
    assert not watch.slept()
    end()
