"""Sounds outside a run: one player at a time, and what is played over and over."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

import pytest
from fake_desk import FakeDesk, FakeSoundCheck

from glutetimer.tui.settings.sound_test import ROUND, WORDS, Listening, Rounds


class Later:
    """Timers that go off when the test says so."""

    def __init__(self) -> None:
        self.waiting: list[tuple[float, Callable[[], None]]] = []
        self.stopped = 0

    def __call__(self, seconds: float, do: Callable[[], None]) -> Later:
        self.waiting.append((seconds, do))
        return self

    def stop(self) -> None:
        """What Rounds calls."""
        self.stopped += 1

    def pass_by(self) -> float:
        """The oldest timer goes off; its seconds."""
        seconds, do = self.waiting.pop(0)
        do()
        return seconds


def test_sounds_come_round_every_five_seconds() -> None:
    """As the screen says."""
    desk, later = FakeDesk(), Later()
    Rounds(desk, later, print).start()
    assert desk.check.sounds == ["phase"]
    assert sum(later.pass_by() for _ in ROUND) == pytest.approx(5.0)
    assert desk.check.sounds == ["phase", "rep", "finish", "phase"]
    assert desk.check.sentences == [WORDS]


def test_starting_anew_stops_the_timer_that_runs() -> None:
    """Else two rounds would be heard at once."""
    desk, later = FakeDesk(), Later()
    rounds = Rounds(desk, later, print)
    rounds.start()
    rounds.start()
    assert (desk.check.sounds, later.stopped) == (["phase", "phase"], 1)


async def test_stopped_twice_is_stopped() -> None:
    """There is nothing left to stop, and the player is closed once."""
    desk, later = FakeDesk(), Later()
    rounds = Rounds(desk, later, print)
    rounds.start()
    rounds.stop()
    rounds.stop()
    await asyncio.get_running_loop().shutdown_default_executor()
    assert (later.stopped, desk.check.closed) == (1, 1)


def test_a_problem_is_told_when_it_changes() -> None:
    """Once when it comes, once when it goes: other words may stand there meanwhile."""
    told: list[str] = []
    desk, later = FakeDesk(), Later()
    Rounds(desk, later, told.append).start()
    desk.check.problem = "No sound: no device found."
    later.pass_by()
    later.pass_by()
    desk.check.problem = ""
    later.pass_by()
    assert told == ["No sound: no device found.", ""]


async def test_one_player_for_many_sounds() -> None:
    """It is asked for with the first sound, and closed once."""
    desk = FakeDesk()
    listening = Listening(desk)
    listening.close()
    assert listening.problem == ""
    listening.play("rep")
    desk.check, first = FakeSoundCheck(), desk.check
    listening.play("go")
    listening.say("Next: clam shell.")
    assert (first.sounds, first.sentences) == (["rep", "go"], ["Next: clam shell."])
    listening.close()
    listening.play("finish")
    assert desk.check.sounds == ["finish"]
    await asyncio.get_running_loop().shutdown_default_executor()
    assert (first.closed, desk.check.closed) == (1, 0)


async def test_the_players_problem_is_told() -> None:
    """While there is a player."""
    desk = FakeDesk()
    desk.check.problem = "No sound: no device found."
    listening = Listening(desk)
    assert listening.problem == ""
    listening.play("rep")
    assert listening.problem == "No sound: no device found."
