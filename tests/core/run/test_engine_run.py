"""Runs without a key: whole lists of events."""

from __future__ import annotations

from glutetimer.core.run import events as ev
from glutetimer.core.run.engine import Engine
from glutetimer.core.session.session import Phase
from tests.helpers.core import each, hold, names, plan, reps, run_out, started


def test_reps_are_counted_phase_by_phase() -> None:
    """Set-up with its count-in, two reps of two phases, the end."""
    assert run_out(Engine(plan(reps(count=2))), 0.0) == [
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
        ev.Finished(21.0, 1, 0, "finished"),
    ]


def test_a_hold_ends_at_its_target() -> None:
    """Halfway, the last three seconds, the end."""
    events = run_out(Engine(plan(hold(seconds=20))), 0.0)
    assert events[4:] == [
        ev.BoutStarted(15.0, 1, 0),
        ev.Halfway(25.0, 1, 0),
        ev.LastSeconds(32.0, 1, 0, 3),
        ev.LastSeconds(33.0, 1, 0, 2),
        ev.LastSeconds(34.0, 1, 0, 1),
        ev.BoutEnded(35.0, 1, 0, "done", 20, 20.0, "program"),
        ev.Finished(35.0, 1, 0, "finished"),
    ]


def test_sides_and_sets_are_parted_by_switch_and_rest() -> None:
    """And the rest that was taken is written to the bout before it."""
    engine = Engine(plan(each(count=1), reps(count=1)))
    events = run_out(engine, 100.0)
    began = [event for event in events if isinstance(event, ev.SetupStarted | ev.SwitchStarted | ev.RestStarted)]
    assert began == [
        ev.SetupStarted(0.0, 0, 0, 15.0),
        ev.SwitchStarted(18.0, 2, 1, 5.0),
        ev.RestStarted(26.0, 4, 2, 30.0),
    ]
    assert [result.rest for result in engine.state.results if result] == [None, 30.0, None]


def test_sides_that_take_turns_count_both() -> None:
    """Two per side are four turns; the record says two."""
    swap = reps("swap", 2, sides="alternate", tempo=(Phase("swap", 3.0),))
    events = run_out(Engine(plan(swap)), 0.0)
    assert [event.count for event in events if isinstance(event, ev.RepDone)] == [1, 2, 3, 4]
    assert events[-2] == ev.BoutEnded(27.0, 1, 0, "done", 2, 12.0, "program")


def test_a_long_bout_has_a_halfway() -> None:
    """Right after the rep in the middle; a short one has none."""
    events = names(run_out(Engine(plan(reps(count=6))), 0.0))
    assert events.count("Halfway") == 1
    assert events[: events.index("Halfway")].count("RepDone") == 3
    assert "Halfway" not in names(run_out(Engine(plan(reps(count=5))), 0.0))


def test_tap_and_own_wait_for_the_runner() -> None:
    """Nothing is due: nobody is woken."""
    for pace in ("tap", "own"):
        engine = started(reps(pace=pace))
        engine.advance(15.0)
        assert (engine.next_due(), engine.state.stage) == (None, "bout")


def test_a_hold_at_another_pace_counts_on() -> None:
    """The target is told; the hold goes on, and its true seconds are kept."""
    engine = started(hold(seconds=20, pace="own"))
    events = engine.advance(60.0)
    assert events[-1] == ev.TargetReached(35.0, 1, 0)
    assert engine.state.stage == "bout"
    assert engine.state.done == 45


def test_unattended_bouts_end_at_their_target() -> None:
    """In a rehearsal nobody taps: the estimated seconds pass."""
    for pace in ("tap", "own"):
        engine = Engine(plan(reps(count=4, pace=pace), hold(seconds=20, pace=pace)), unattended=True)
        events = run_out(engine, 0.0)
        assert [event for event in events if isinstance(event, ev.BoutEnded)] == [
            ev.BoutEnded(27.0, 1, 0, "done", 4, 12.0, "program"),
            ev.BoutEnded(77.0, 3, 1, "done", 20, 20.0, "program"),
        ]


def test_nothing_drifts_whenever_it_is_looked_at() -> None:
    """One late tick gives the same events as one at every deadline."""
    exercises = (each(count=3), hold(), reps(count=7))
    assert started(*exercises).advance(10_000.0) == run_out(Engine(plan(*exercises)), 0.0)[1:]


def test_time_never_goes_back() -> None:
    """A clock that does is ignored."""
    engine = started(reps())
    engine.advance(16.5)
    assert engine.advance(3.0) == []
    assert engine.run_time(3.0) == 16.5


def test_a_finished_run_stays_finished() -> None:
    """Nothing is due after the end."""
    engine = Engine(plan(reps(count=1)))
    run_out(engine, 0.0)
    assert (engine.over, engine.next_due(), engine.advance(1e6)) == (True, None, [])


def test_the_time_of_a_run_is_over_with_it() -> None:
    """However late one looks."""
    engine = started(reps(count=1))
    engine.advance(500.0)
    assert engine.run_time(1000.0) == 18.0


def test_somebody_is_thought_to_be_there() -> None:
    """Only a rehearsal says otherwise."""
    engine = Engine(plan(reps(pace="tap")))
    run_out(engine, 0.0)
    assert not engine.over


def test_resumed_runs_begin_with_a_set_up() -> None:
    """At the first bout without a result."""
    engine = Engine(plan(each(count=1), reps(count=1)))
    run_out(engine, 0.0)
    results = (engine.state.results[0], None, engine.state.results[2])
    again = Engine(plan(each(count=1), reps(count=1)), results)
    events = run_out(again, 50.0)
    assert events[0] == ev.SetupStarted(0.0, 2, 1, 15.0)
    assert [event.bout for event in events if isinstance(event, ev.BoutStarted)] == [1]
    assert all(again.state.results)


def test_a_resumed_run_with_nothing_open_is_over() -> None:
    """The end came between the last bout and the seal."""
    engine = Engine(plan(reps(count=1)))
    run_out(engine, 0.0)
    assert names(Engine(plan(reps(count=1)), engine.state.results).start(0.0)) == ["Finished"]
