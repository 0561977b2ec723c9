"""Flashes, the bell and told lines by themselves, on a loop that the test moves."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glutetimer.core.audio.event_sounds import sound_for
from glutetimer.core.run import events as ev
from glutetimer.tui.run.redraw import FLASH, flashes, stirs
from glutetimer.tui.run.signals import Bell, Flashing, Told


@dataclass
class Timer:
    """A call to come."""

    when: float
    do: Callable[[], None]
    cancelled: bool = False

    def cancel(self) -> None:
        self.cancelled = True


@dataclass
class HandLoop:
    """A loop whose time the test moves; timers go off `late`."""

    late: float = 0.0
    now: float = 100.0
    timers: list[Timer] = field(default_factory=list)

    def time(self) -> float:
        return self.now

    def call_at(self, when: float, do: Callable[[], None]) -> Timer:
        self.timers.append(Timer(when + self.late, do))
        return self.timers[-1]

    def call_later(self, seconds: float, do: Callable[[], None]) -> Timer:
        return self.call_at(self.now + seconds, do)

    def pass_by(self, seconds: float) -> None:
        """Time goes on; what is due goes off at its moment."""
        end = self.now + seconds
        while due := [timer for timer in self.timers if not timer.cancelled and timer.when <= end]:
            timer = min(due, key=lambda one: one.when)
            self.timers.remove(timer)
            self.now = max(self.now, timer.when)
            timer.do()
        self.now = end


class Seen:
    """When a screen was reversed and when it was as usual again."""

    def __init__(self, loop: HandLoop) -> None:
        self.loop, self.flashing = loop, Flashing(self.look)
        self.lit: list[float] = []
        self.dark: list[float] = []
        self._was = False

    def look(self) -> None:
        if self.flashing.on != self._was:
            (self.lit if self.flashing.on else self.dark).append(self.loop.now)
            self._was = self.flashing.on

    def start(self, times: int) -> None:
        """As the screen does it: it draws afterwards."""
        self.flashing.start(times)
        self.look()


@pytest.fixture
def loop(monkeypatch: pytest.MonkeyPatch) -> HandLoop:
    made = HandLoop()
    monkeypatch.setattr(asyncio, "get_running_loop", lambda: made)
    return made


def test_two_flashes_are_half_a_second_apart(loop: HandLoop) -> None:
    """Each of them 0.4 s long; then there is no timer left."""
    seen = Seen(loop)
    seen.start(2)
    assert seen.flashing.busy
    loop.pass_by(5.0)
    assert seen.lit == [100.0, 100.5]
    assert seen.dark == pytest.approx([100.4, 100.9])
    assert not seen.flashing.busy


def test_a_flash_that_comes_late_is_seen_for_its_whole_time(loop: HandLoop) -> None:
    """A busy loop shortens none to nothing."""
    loop.late = 0.3
    seen = Seen(loop)
    seen.start(2)
    loop.pass_by(5.0)
    assert all(dark - lit >= FLASH for lit, dark in zip(seen.lit, seen.dark, strict=True))


def test_what_is_stopped_flashes_no_more(loop: HandLoop) -> None:
    seen = Seen(loop)
    seen.start(2)
    seen.flashing.stop()
    seen.look()
    loop.pass_by(5.0)
    assert (len(seen.lit), seen.flashing.on, seen.flashing.busy) == (1, False, False)


@given(
    starts=st.lists(st.tuples(st.floats(0.0, 0.8), st.integers(1, 2)), min_size=1, max_size=12),
    late=st.sampled_from((0.0, 0.05, 0.3)),
)
def test_never_more_than_two_flashes_a_second(starts: list[tuple[float, int]], late: float) -> None:
    """Whatever happens how fast, for eyes that cannot bear flicker; and the last one asked for is seen."""
    loop = HandLoop(late)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(asyncio, "get_running_loop", lambda: loop)
        seen = Seen(loop)
        for wait, times in starts:
            loop.pass_by(wait)
            asked = loop.now
            seen.start(times)
        loop.pass_by(5.0)
    assert all(sum(1 for lit in seen.lit if at <= lit < at + 1 - 1e-6) <= 2 for at in seen.lit)
    assert seen.lit[-1] >= asked
    assert len(seen.lit) == len(seen.dark)


def test_what_happens_in_one_moment_flashes_once(loop: HandLoop) -> None:
    """A bout that is done and the rest that begins with it: two flashes, not one."""
    seen = Seen(loop)
    assert seen.flashing.hear(ev.BoutEnded(20.0, 1, 0, "done", 10, 20.0, "program"), "")
    assert not seen.flashing.hear(ev.RestStarted(20.0, 2, 1, 30.0), "rest")
    seen.look()
    loop.pass_by(5.0)
    assert len(seen.lit) == 2
    assert seen.flashing.hear(ev.BoutStarted(50.0, 3, 1), "go")


@pytest.mark.parametrize(
    ("event", "sound"), [(ev.SwitchStarted(20.0, 2, 1, 3.0), "switch"), (ev.BoutStarted(20.0, 3, 1), "go")]
)
def test_what_is_heard_instead_of_the_last_rep_is_seen_instead_of_it(
    loop: HandLoop, event: ev.Event, sound: str
) -> None:
    """A switch or a go in the moment in which a bout is done: one flash, not two and not three."""
    seen = Seen(loop)
    seen.flashing.hear(ev.BoutEnded(20.0, 1, 0, "done", 10, 20.0, "program"), "")
    assert seen.flashing.hear(event, sound)
    seen.look()
    loop.pass_by(5.0)
    assert len(seen.lit) == len(seen.dark) == 1


def test_what_gives_way_to_another_sound_is_not_seen_either(loop: HandLoop) -> None:
    """A rest of no seconds: its sound gives way to the go."""
    seen = Seen(loop)
    assert not seen.flashing.hear(ev.RestStarted(20.0, 2, 1, 0.0), "")
    assert seen.flashing.hear(ev.BoutStarted(20.0, 3, 1), "go")


@pytest.mark.parametrize(
    ("event", "times"),
    [
        (ev.BoutStarted(1.0, 0, 0), 1),
        (ev.Halfway(1.0, 0, 0), 1),
        (ev.TargetReached(1.0, 0, 0), 1),
        (ev.SwitchStarted(1.0, 0, 0, 5.0), 1),
        (ev.RestStarted(1.0, 0, 0, 30.0), 1),
        (ev.BoutEnded(1.0, 0, 0, "done", 10, 20.0, "program"), 2),
        (ev.BoutEnded(1.0, 0, 0, "short", 7, 20.0, "program"), 0),
        (ev.RepDone(1.0, 0, 0, 3, 10), 0),
        (ev.RepDone(1.0, 0, 0, 10, 10), 0),
        (ev.PhaseStarted(1.0, 0, 0, 1, 1, "down"), 0),
        (ev.CountIn(1.0, 0, 0, 3), 0),
        (ev.LastSeconds(1.0, 0, 0, 3), 0),
        (ev.Paused(1.0, 0, 0, "key"), 0),
        (ev.Said(1.0, 0, 0, "Halfway.", "say-1"), 0),
    ],
)
def test_flashes_tell_what_begins_and_ends_and_never_count(event: ev.Event, times: int) -> None:
    """Where a sound would be heard that is no tick."""
    assert flashes(event, sound_for(event)) == times
    assert not times or sound_for(event) or isinstance(event, ev.BoutEnded)


def test_words_that_are_said_change_no_picture() -> None:
    """So that holds and rests go on with a frame a second."""
    assert not stirs(ev.Said(1.0, 0, 0, "Halfway.", "say-1"))


def test_the_bell_rings_once_a_moment() -> None:
    """However many sounds there are in it; and again in the next one."""
    rung: list[str] = []
    later: list[Callable[[], None]] = []
    bell = Bell(lambda: rung.append("ring"), later.append)
    bell.ring()
    bell.ring()
    assert (len(later), rung) == (1, [])
    later.pop()()
    assert rung == ["ring"]
    bell.ring()
    later.pop()()
    assert rung == ["ring", "ring"]


def test_told_lines_go_with_their_time_or_the_next_one() -> None:
    told = Told()
    assert told.at(0.0) == ""
    told.say("Voice off", until=5.0)
    assert (told.at(4.9), told.at(5.0)) == ("Voice off", "")
    told.say("Pace: one press a rep")
    assert told.at(1e9) == "Pace: one press a rep"
    told.say("")
    assert told.at(1e9) == ""


def test_between_two_flashes_it_is_dark_also_on_a_late_loop(loop: HandLoop) -> None:
    """Else two are seen as one long one."""
    loop.late = 0.3
    seen = Seen(loop)
    seen.start(1)
    loop.pass_by(0.55)
    seen.start(1)
    loop.pass_by(3.0)
    assert len(seen.lit) == 2
    assert seen.lit[1] - seen.dark[0] >= 0.1
