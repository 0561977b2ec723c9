"""The laptop stays awake during a run, and may sleep in a long pause."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from glutetimer.core.stay_awake import LONG_PAUSE
from glutetimer.tui.run.awake import Waking
from tests.helpers.app import RunApp
from tests.helpers.fake_program import FakeAwake, FakeLiveRun, small_plan


class Timers:
    """A loop whose timers the test fires."""

    def __init__(self) -> None:
        self.set: list[tuple[float, Any]] = []

    def time(self) -> float:
        return 1000.0

    def call_at(self, when: float, what: Any) -> Timers:
        self.set.append((when, what))
        return self

    def cancel(self) -> None:
        self.set.pop()


@pytest.fixture(name="timers")
def _timers(monkeypatch: pytest.MonkeyPatch) -> Timers:
    timers = Timers()
    monkeypatch.setattr(asyncio, "get_running_loop", lambda: timers)
    return timers


def test_awake_while_it_runs(timers: Timers) -> None:
    """No timer for that."""
    awake = FakeAwake()
    Waking(awake).update(paused=False, over=False)
    assert (awake.told, timers.set) == (["hold"], [])


def test_a_long_pause_lets_it_sleep(timers: Timers) -> None:
    """One timer, set once, five minutes after the pause began."""
    awake = FakeAwake()
    waking = Waking(awake)
    waking.update(paused=True, over=False)
    waking.update(paused=True, over=False)
    ((when, release),) = timers.set
    assert (when, awake.told) == (1000.0 + LONG_PAUSE, [])
    release()
    assert awake.told == ["release"]


def test_going_on_takes_the_timer_back(timers: Timers) -> None:
    """And holds again."""
    awake = FakeAwake()
    waking = Waking(awake)
    waking.update(paused=True, over=False)
    waking.update(paused=False, over=False)
    assert (awake.told, timers.set) == (["hold"], [])
    waking.update(paused=True, over=False)
    assert len(timers.set) == 1


def test_the_end_releases(timers: Timers) -> None:
    """Also in the middle of a pause."""
    awake = FakeAwake()
    waking = Waking(awake)
    waking.update(paused=True, over=False)
    waking.update(paused=True, over=True)
    assert (awake.told, timers.set) == (["release"], [])


async def test_the_run_screen_holds_and_lets_go() -> None:
    """From its first frame to its last, whatever ends it."""
    live = FakeLiveRun(small_plan())
    app = RunApp(live)
    async with app.run_test() as pilot:
        await pilot.pause()
        assert set(live.awake.told) == {"hold"}
    assert live.awake.told[-1] == "release"


async def test_a_rehearsal_keeps_nothing_awake() -> None:
    """Nobody looks."""
    live = FakeLiveRun(small_plan())
    live.rehearsal = True
    async with RunApp(live).run_test() as pilot:
        await pilot.pause()
    assert live.awake.told == []
