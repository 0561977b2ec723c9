"""The engine's future: what it says will happen is what happens, to the last bit; looking changes nothing."""

from __future__ import annotations

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from glutetimer.core.plan.plan import Plan
from glutetimer.core.run import events as ev
from glutetimer.core.run.commands import Command, Do
from glutetimer.core.run.engine import Engine
from tests.core.run.test_engine_props import COMMANDS, plans
from tests.helpers.core import Doing, hold, plan, reps, run_out

#: Seconds by which a sum of floats may be off.
ROUNDING = 1e-6


def test_what_is_due_within_the_horizon_lies_ahead() -> None:
    doing = Doing(reps("a"))
    doing.to(11.0)
    assert doing.engine.lookahead(11.0, 2.5) == [ev.CountIn(12.0, 0, 0, 3), ev.CountIn(13.0, 0, 0, 2)]


def test_it_sees_past_the_end_of_a_step() -> None:
    doing = Doing(reps("a", 1), hold("b"))
    doing.to(17.0)
    kinds = [type(event).__name__ for event in doing.engine.lookahead(17.0, 1.0)]
    assert kinds == ["RepDone", "BoutEnded", "RestStarted"]


def test_looking_ahead_changes_nothing() -> None:
    doing = Doing(reps("a"))
    doing.to(16.0)
    before = doing.engine.state
    doing.engine.lookahead(16.0, 100.0)
    assert doing.engine.state is before


def test_nothing_lies_ahead_in_a_pause_and_after_the_end() -> None:
    doing = Doing(reps("a"))
    doing.press(Do.PAUSE, 13.0)
    paused = doing.engine.lookahead(13.0, 2.5)
    doing.press(Do.GO_ON, 14.0)
    doing.out()
    assert (paused, doing.engine.lookahead(100.0, 2.5)) == ([], [])


def test_nothing_lies_ahead_where_the_runner_decides() -> None:
    doing = Doing(reps("a", pace="own"))
    doing.to(20.0)
    assert doing.engine.lookahead(20.0, 100.0) == []


def test_moments_are_on_the_caller_s_clock() -> None:
    engine = Engine(plan(reps("a")))
    engine.start(100.0)
    assert engine.moment(12.0) == 112.0


@settings(max_examples=60)
@given(plans, st.integers(0, 1000))
def test_what_was_foreseen_happens(wanted: Plan, seed: int) -> None:
    """At every tick of any pattern: the events until the horizon are those that then come, equal in all."""
    dice, engine = random.Random(seed), Engine(wanted, unattended=True)
    engine.start(3.7)
    now = 3.7
    while not engine.over:
        horizon = dice.choice([0.1, 1.0, 2.5, 60.0])
        foreseen = engine.lookahead(now, horizon + ROUNDING)
        now += horizon
        happened = engine.advance(now)
        assert foreseen[: len(happened)] == happened
        assert all(event.at > now - 3.7 - ROUNDING for event in foreseen[len(happened) :])


@settings(max_examples=60)
@given(plans, st.lists(st.tuples(COMMANDS, st.floats(0, 40)), max_size=12))
def test_it_never_raises(wanted: Plan, commands: list[tuple[Command, float]]) -> None:
    engine, now = Engine(wanted), 0.0
    engine.start(now)
    for command, later in commands:
        now += later
        engine.press(command, now)
        state = engine.state
        engine.lookahead(now, 30.0)
        assert engine.state is state
    assert run_out(engine) is not None
