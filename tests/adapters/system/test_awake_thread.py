"""Asking for a waking laptop never waits, whatever the desktop does."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Thread

import pytest

from glutetimer.adapters.system import awake as awake_module
from glutetimer.adapters.system.awake import MAY_DIM, SILENCE, Awake
from tests.helpers.sound import LIMIT, until


class SlowLock:
    """Takes its time to be entered, until `go_on`."""

    def __init__(self) -> None:
        self.told: list[str] = []
        self.go_on = Event()

    @contextmanager
    def __call__(self) -> Iterator[bool]:
        self.told.append("in")
        self.go_on.wait(LIMIT)
        yield True
        self.told.append("out")


class BrokenLock:
    """Raises on the way in, or on the way out after `leave` was set."""

    def __init__(self, breaks: str) -> None:
        self.told: list[str] = []
        self.leave = Event()
        self._breaks = breaks

    @contextmanager
    def __call__(self) -> Iterator[bool]:
        self.told.append("in")
        if self._breaks == "in":
            raise ImportError("no such library")
        yield True
        self.told.append("out")
        self.leave.wait(LIMIT)
        raise RuntimeError("the bus has gone")


def full(thread: Thread) -> None:
    """No more threads."""
    raise RuntimeError("can't start new thread")


def is_running(awake: Awake) -> bool:
    """Whether its thread still does something."""
    return awake._thread is not None and awake._thread.is_alive()


def test_a_desktop_that_hangs_is_a_no(monkeypatch: pytest.MonkeyPatch) -> None:
    """Asking returns at once; the silence is told after a while, and closing waits no longer than its patience."""
    monkeypatch.setattr(awake_module, "PATIENCE", 0.01)
    now, lock = [100.0], SlowLock()
    awake = Awake(lock, lambda: now[0])
    awake.hold()
    assert until(lambda: lock.told == ["in"])
    now[0] += SILENCE
    assert awake.problem == ""
    now[0] += 0.1
    assert awake.problem == MAY_DIM
    awake.close()
    assert is_running(awake)
    lock.go_on.set()
    assert until(lambda: not is_running(awake))
    assert lock.told == ["in", "out"]


def test_the_newest_wish_wins() -> None:
    """What was taken back while the desktop was busy never happens."""
    lock = SlowLock()
    awake = Awake(lock)
    awake.hold()
    assert until(lambda: lock.told == ["in"])
    awake.release()
    awake.hold()
    awake.release()
    awake.hold()
    lock.go_on.set()
    assert until(lambda: awake._works)
    assert lock.told == ["in"]
    awake.close()
    assert lock.told == ["in", "out"]


def test_nothing_is_held_once_closed() -> None:
    """A run that is over holds nothing."""
    lock = SlowLock()
    awake = Awake(lock)
    awake.close()
    awake.hold()
    assert (lock.told, awake.problem, awake._thread) == ([], "", None)


def test_no_thread_to_be_had_is_a_no(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine that is full to the brim: the run goes on."""
    now = [100.0]
    awake = Awake(SlowLock(), lambda: now[0])
    monkeypatch.setattr(Thread, "start", full)
    awake.hold()
    now[0] += SILENCE + 0.1
    assert awake.problem == MAY_DIM
    awake.close()


def test_a_lock_that_breaks_on_the_way_in_is_a_no() -> None:
    """It is said, and tried again when it is wanted again."""
    lock = BrokenLock("in")
    awake = Awake(lock)
    awake.hold()
    assert until(lambda: awake.problem == MAY_DIM)
    awake.release()
    assert until(lambda: awake._works is None)
    awake.hold()
    assert until(lambda: lock.told == ["in", "in"])
    assert until(lambda: awake.problem == MAY_DIM)
    awake.close()


def test_a_lock_that_breaks_on_the_way_out_is_gone() -> None:
    """Whoever goes on meanwhile gets a new one."""
    lock = BrokenLock("out")
    awake = Awake(lock)
    awake.hold()
    assert until(lambda: awake._works)
    awake.release()
    assert until(lambda: lock.told == ["in", "out"])
    awake.hold()
    lock.leave.set()
    assert until(lambda: lock.told == ["in", "out", "in"])
    assert until(lambda: awake._works)
    awake.close()
