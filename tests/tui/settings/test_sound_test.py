"""Sounds outside a run: one player at a time, and what is played over and over."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

import pytest

from glutetimer.tui.settings.sound_test import ROUND, WORDS, Listening, Rounds
from tests.helpers.fake_program import FakeProgram, FakeSoundCheck


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
    program, later = FakeProgram(), Later()
    Rounds(program, later, print).start()
    assert program.check.sounds == ["phase-hold"]
    assert sum(later.pass_by() for _ in ROUND) == pytest.approx(5.0)
    assert program.check.sounds == ["phase-hold", "rep", "finish", "phase-hold"]
    assert program.check.sentences == [WORDS]


def test_starting_anew_stops_the_timer_that_runs() -> None:
    """Else two rounds would be heard at once."""
    program, later = FakeProgram(), Later()
    rounds = Rounds(program, later, print)
    rounds.start()
    rounds.start()
    assert (program.check.sounds, later.stopped) == (["phase-hold", "phase-hold"], 1)


async def test_stopped_twice_is_stopped() -> None:
    """There is nothing left to stop, and the player is closed once."""
    program, later = FakeProgram(), Later()
    rounds = Rounds(program, later, print)
    rounds.start()
    rounds.stop()
    rounds.stop()
    await asyncio.get_running_loop().shutdown_default_executor()
    assert (later.stopped, program.check.closed) == (1, 1)


def test_a_problem_is_told_when_it_changes() -> None:
    """Once when it comes, once when it goes: other words may stand there meanwhile."""
    told: list[str] = []
    program, later = FakeProgram(), Later()
    Rounds(program, later, told.append).start()
    program.check.problem = "No sound: no device found."
    later.pass_by()
    later.pass_by()
    program.check.problem = ""
    later.pass_by()
    assert told == ["No sound: no device found.", ""]


async def test_one_player_for_many_sounds() -> None:
    """It is asked for with the first sound, and closed once."""
    program = FakeProgram()
    listening = Listening(program)
    listening.close()
    assert listening.problem == ""
    listening.play("rep")
    program.check, first = FakeSoundCheck(), program.check
    listening.play("go")
    listening.say("Next: clam shell.")
    assert (first.sounds, first.sentences) == (["rep", "go"], ["Next: clam shell."])
    listening.close()
    listening.play("finish")
    assert program.check.sounds == ["finish"]
    await asyncio.get_running_loop().shutdown_default_executor()
    assert (first.closed, program.check.closed) == (1, 0)


async def test_the_players_problem_is_told() -> None:
    """While there is a player."""
    program = FakeProgram()
    program.check.problem = "No sound: no device found."
    listening = Listening(program)
    assert listening.problem == ""
    listening.play("rep")
    assert listening.problem == "No sound: no device found."
