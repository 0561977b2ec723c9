"""When the run screen wakes and draws: at absolute moments, never twice for one, and not at all in a pause."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from itertools import pairwise

import pytest

from glutetimer.core.run.view import View
from glutetimer.core.session.session import Exercise, Phase
from glutetimer.tui.run.paint.notes import Notes
from glutetimer.tui.run.picture import Stage
from glutetimer.tui.widgets import held_keys
from tests.helpers.app import Playing, playing
from tests.helpers.core import hold, plan, reps
from tests.helpers.fake_program import FakeLiveRun, HandClock, small_plan


class AskedClock(HandClock):
    """Remembers for when the screen wants to be woken."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[float] = []

    def wait(self, due: float) -> float:
        self.asked.append(due)
        return 3600.0


@dataclass
class Minute:
    """What happened: moments of waking, and of drawing by what was shown then."""

    clock: AskedClock
    woken: list[float] = field(default_factory=list)
    drawn: list[tuple[float, str]] = field(default_factory=list)

    def frames(self, stage: str) -> list[float]:
        """When this stage was drawn."""
        return [at for at, shown in self.drawn if shown == stage]

    @property
    def most_in_a_second(self) -> dict[str, int]:
        """The most frames in any second, by stage."""
        stages = {stage for _, stage in self.drawn}
        return {stage: _most(self.frames(stage)) for stage in stages}


def _most(times: list[float]) -> int:
    return max(sum(1 for other in times if 0 <= other - at < 1 - 1e-6) for at in times)


async def spend(
    monkeypatch: pytest.MonkeyPatch, exercise: Exercise, until: float, kind: type[FakeLiveRun] = FakeLiveRun
) -> Minute:
    """Let a run go on, woken exactly when it asked to be."""
    live = kind(plan(exercise))
    clock = live.clock = AskedClock()
    minute = Minute(clock)
    show = Stage.show

    def shown(stage: Stage, view: View, notes: Notes) -> None:
        minute.drawn.append((clock.t, view.stage))
        show(stage, view, notes)

    monkeypatch.setattr(Stage, "show", shown)
    async with playing(live) as it:
        minute.drawn.clear()
        while clock.t < until:
            clock.asked.clear()
            it.screen._arm(clock.t)
            clock.t = max(clock.t, min(clock.asked))
            minute.woken.append(clock.t)
            it.screen._tick()
    return minute


def kick(*seconds: float) -> Exercise:
    """Reps with phases of these lengths."""
    labels = ("out", "back", "swap")
    return reps(count=200, tempo=tuple(Phase(labels[i], length) for i, length in enumerate(seconds)))


TEMPOS = [(2.0, 2.0), (0.75, 0.75), (1.25, 0.9), (0.2, 0.2), (0.5,), (0.3, 1.7, 0.4), (1.1, 3.3)]


@pytest.mark.parametrize("tempo", TEMPOS)
async def test_reps_draw_at_most_two_frames_a_second(monkeypatch: pytest.MonkeyPatch, tempo: tuple[float, ...]) -> None:
    """Whatever the tempo."""
    minute = await spend(monkeypatch, kick(*tempo), 75.0)
    frames = minute.frames("reps")
    assert len(frames) > 10
    assert _most(frames) <= 2
    assert min(after - at for at, after in pairwise(frames)) >= 0.5 - 1e-6


async def test_holds_and_rests_draw_once_a_second(monkeypatch: pytest.MonkeyPatch) -> None:
    """Sixty frames in a minute of it, halfway and the last seconds included."""
    minute = await spend(monkeypatch, hold(seconds=61), 15 + 60.0)
    assert minute.most_in_a_second == {"setup": 1, "ready": 1, "hold": 1}
    assert 59 <= len(minute.frames("hold")) <= 61


class Preparing(FakeLiveRun):
    """A run whose voice is one sentence further at each look."""

    def __getattribute__(self, name: str) -> object:
        if name == "remarks":
            self.looks = getattr(self, "looks", 0) + 1
            return (f"Voice: {self.looks} of 38 sentences ready",)
        return super().__getattribute__(name)


async def test_a_voice_being_prepared_draws_no_frame_more(monkeypatch: pytest.MonkeyPatch) -> None:
    """How far it is changes with the seconds."""
    minute = await spend(monkeypatch, hold(seconds=30), 11.0, Preparing)
    assert minute.most_in_a_second == {"setup": 1}
    assert len(minute.frames("setup")) >= 10


async def test_a_hold_that_counts_up_draws_once_a_second(monkeypatch: pytest.MonkeyPatch) -> None:
    """Past its target too."""
    minute = await spend(monkeypatch, hold(seconds=20, pace="tap"), 15 + 60.0)
    assert minute.most_in_a_second["hold"] == 1
    assert len(minute.frames("hold")) >= 59


async def test_tap_pace_draws_once_a_second(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only the time left changes by itself."""
    minute = await spend(monkeypatch, reps(count=60, pace="tap"), 15 + 60.0)
    assert minute.most_in_a_second["reps"] == 1


@pytest.mark.parametrize("exercise", [kick(2.0, 2.0), kick(0.75, 0.75), hold(seconds=61), hold(seconds=25)])
async def test_nothing_wakes_twice_for_one_moment(monkeypatch: pytest.MonkeyPatch, exercise: Exercise) -> None:
    """And the clock is looked at every second at least, so that a gap is noticed."""
    minute = await spend(monkeypatch, exercise, 40.0)
    apart = [after - at for at, after in pairwise(minute.woken)]
    assert min(apart) > 0.2
    assert max(apart) <= 1.0 + 1e-6


async def test_seconds_are_drawn_when_they_begin(monkeypatch: pytest.MonkeyPatch) -> None:
    """However late the frame before came: no drift."""
    minute = await spend(monkeypatch, hold(seconds=30), 45.0)
    assert all(abs(at - round(at)) < 1e-3 for at in minute.frames("hold"))


async def test_a_late_wake_up_does_not_move_the_next_one() -> None:
    """It is asked for at a boundary of the run, not a second after the last."""
    live = FakeLiveRun(plan(hold(seconds=30)))
    clock = live.clock = AskedClock()
    async with playing(live) as it:
        await it.at(20.37)
        assert min(clock.asked[-2:]) == pytest.approx(21.0)


def ours(it: Playing) -> list[asyncio.TimerHandle]:
    """Timers of the run screen that are alive in the loop."""
    loop = asyncio.get_running_loop()
    return [timer for timer in loop._scheduled if not timer.cancelled() and _owner(timer) in _owners(it)]  # type: ignore[attr-defined]


def _owner(timer: asyncio.TimerHandle) -> object:
    callback = timer._callback  # type: ignore[attr-defined]
    return getattr(getattr(callback, "func", callback), "__self__", None)


def _owners(it: Playing) -> tuple[object, ...]:
    return (it.screen, it.screen._flashing)


async def test_a_pause_has_no_timer(monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither the next second's nor a flash's; a running bout has one."""
    monkeypatch.setattr(held_keys, "DEAF", 0.0)
    live = FakeLiveRun(small_plan())
    live.quiet = True
    async with playing(live) as it:
        assert len(ours(it)) == 1
        await it.press("enter")
        it.screen._flashing.start(2)
        assert len(ours(it)) >= 2
        await it.press("space")
        assert it.engine.paused == "key"
        assert ours(it) == []
        assert not it.screen._flashing.on
        await it.press("space")
        assert len(ours(it)) == 1


async def test_the_end_leaves_no_timer() -> None:
    """Whatever flashed."""
    async with playing() as it:
        screen = it.screen
        screen._flashing.start(2)
        screen._sleep()
        assert ours(it) == []


async def test_going_on_after_a_long_pause_is_not_a_gap(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody looked at the clock meanwhile; that is not sleep."""
    monkeypatch.setattr(held_keys, "DEAF", 0.0)
    async with playing() as it:
        await it.press("enter", "space")
        it.live.gap = True
        await it.press("space")
        await it.at(it.live.clock.t + 0.5)
        assert it.engine.paused is None


async def test_the_key_that_wakes_the_machine_does_no_more() -> None:
    """The run is paused as of the last look."""
    async with playing() as it:
        it.live.gap = True
        it.live.clock.t = 500.0
        await it.press("enter")
        assert it.engine.paused == "gap"
        assert (it.state.stage, it.state.t < 2.0) == ("break", True)
        assert it.card.heading == "Paused: the program stood still"


async def test_a_rehearsal_draws_ten_frames_a_second_at_most(monkeypatch: pytest.MonkeyPatch) -> None:
    """Though far more happens."""
    drawn: list[View] = []
    monkeypatch.setattr(Stage, "show", lambda stage, view, notes: drawn.append(view))
    live = FakeLiveRun(plan(kick(0.5, 0.5)))
    live.rehearsal = True
    async with playing(live) as it:
        await it.at(15.0)
        drawn.clear()
        began = asyncio.get_running_loop().time()
        for number in range(80):
            live.clock.t = 15.0 + number * 0.5
            it.screen._tick()
        took = asyncio.get_running_loop().time() - began
        assert len(drawn) <= took / 0.1 + 1
