"""Whole runs in which nobody presses a key: every event, and every one on time."""

from __future__ import annotations

import pytest

from glutetimer.core.record.record import Result
from glutetimer.core.run import events as ev
from glutetimer.core.run.engine import Engine
from glutetimer.core.session.session import Phase, Span
from tests.helpers.core import Doing, each, hold, plan, reps, run_out, started

DONE = Result("done", 4, 12.0, "program")
AWKWARD = (Phase("up", 0.7), Phase("down", 1.1))


def test_a_whole_run() -> None:
    engine = Engine(plan(reps("squat", 2), hold("plank", 3), rest=5))
    assert run_out(engine, 0.0) == [
        ev.SetupStarted(0.0, 0, 0, 15.0),
        ev.CountIn(12.0, 0, 0, 3),
        ev.CountIn(13.0, 0, 0, 2),
        ev.CountIn(14.0, 0, 0, 1),
        ev.BoutStarted(15.0, 1, 0),
        ev.PhaseStarted(15.0, 1, 0, 1, 0, "up"),
        ev.PhaseStarted(16.0, 1, 0, 1, 1, "down"),
        ev.RepDone(18.0, 1, 0, 1, 2),
        ev.PhaseStarted(18.0, 1, 0, 2, 0, "up"),
        ev.PhaseStarted(19.0, 1, 0, 2, 1, "down"),
        ev.RepDone(21.0, 1, 0, 2, 2),
        ev.BoutEnded(21.0, 1, 0, "done", 2, 6.0, "program"),
        ev.RestStarted(21.0, 2, 1, 5.0),
        ev.CountIn(23.0, 2, 1, 3),
        ev.CountIn(24.0, 2, 1, 2),
        ev.CountIn(25.0, 2, 1, 1),
        ev.BoutStarted(26.0, 3, 1),
        ev.LastSeconds(27.0, 3, 1, 2),
        ev.LastSeconds(28.0, 3, 1, 1),
        ev.BoutEnded(29.0, 3, 1, "done", 3, 3.0, "program"),
        ev.Finished(29.0, 3, 1, "finished"),
    ]
    assert engine.state.results == (Result("done", 2, 6.0, "program", rest=5.0), Result("done", 3, 3.0, "program"))


def test_a_rest_of_no_seconds_leads_straight_on() -> None:
    events = run_out(Engine(plan(reps("a", 1), rounds=Span(2, 2), rest=0)), 0.0)
    assert events[7:11] == [
        ev.RepDone(18.0, 1, 0, 1, 1),
        ev.BoutEnded(18.0, 1, 0, "done", 1, 3.0, "program"),
        ev.RestStarted(18.0, 2, 1, 0.0),
        ev.BoutStarted(18.0, 3, 1),
    ]


def test_an_early_tick_tells_nothing() -> None:
    assert started(reps()).advance(11.999) == []


@pytest.mark.parametrize("origin", [0.0, 1000.3, 12345.678, 38601.98960419044, 98765.4321, 1e9 + 0.1])
def test_a_tick_at_the_moment_that_was_asked_for_finds_something_due(origin: float) -> None:
    """Whatever the caller's clock reads: a rounded sum must not make it ask for ever."""
    engine = Engine(plan(each("kick", 7, tempo=AWKWARD), hold("plank", 11), rest=7))
    engine.start(origin)
    while (due := engine.next_due()) is not None:
        assert engine.advance(due) != []
    assert engine.over


@pytest.mark.parametrize("origin", [0.0, 98765.4321])
def test_every_bout_of_an_hour_begins_on_time(origin: float) -> None:
    """Tempos that floats cannot say, and an hour of them: off by nothing at all."""
    tempo = (Phase("up", 1.5), Phase("down", 0.7))
    an_hour = plan(each("kick", 13, tempo=tempo), hold("plank", 31), rounds=Span(28, 28), rest=21)
    assert 3600 < an_hour.seconds < 3800
    events = run_out(Engine(an_hour), origin)
    assert [event.at for event in events if isinstance(event, ev.BoutStarted)] == [bout.start for bout in an_hour.bouts]
    assert events[-1] == ev.Finished(an_hour.seconds, len(an_hour.steps) - 1, len(an_hour.bouts) - 1, "finished")


def test_resuming_fills_the_holes_and_does_nothing_twice() -> None:
    doing = Doing(reps("a"), reps("b"), reps("c"), results=(None, DONE, None))
    doing.out()
    assert [event.bout for event in doing.events if isinstance(event, ev.BoutStarted)] == [0, 2]


def test_resuming_a_run_that_has_all_its_results_ends_it_at_once() -> None:
    doing = Doing(reps("a"), results=(DONE,))
    assert doing.events == [ev.Finished(0.0, 0, 0, "finished")]
    assert doing.results == (DONE,)
