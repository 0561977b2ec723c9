"""Whatever was pressed: a run left alone ends, and one that broke off is taken up without loss."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from glutetimer.core.plan.plan import Plan
from glutetimer.core.run import events as ev
from glutetimer.core.run.commands import Command, Do, Gap
from glutetimer.core.run.engine import Engine
from tests.core.run.test_engine_props import COMMANDS, plans
from tests.helpers.core import run_out

Presses = list[tuple[float, Command]]
PRESSES: st.SearchStrategy[Presses] = st.lists(st.tuples(st.floats(0, 25), COMMANDS), max_size=15)


def pressed(engine: Engine, presses: Presses) -> tuple[list[ev.Event], float]:
    """The events of these presses, and when the last one was."""
    events, now = engine.start(0.0), 0.0
    for wait, command in presses:
        now += wait
        events += engine.press(command, now)
    return events, now


@settings(max_examples=150)
@given(plans, PRESSES)
def test_with_nobody_there_any_more_a_run_ends_by_itself(made: Plan, presses: Presses) -> None:
    """Once the clock goes on, no later than the view has said."""
    engine = Engine(made, unattended=True)
    _, now = pressed(engine, presses)
    engine.press(Do.GO_ON, now + 1.0)
    run_out(engine)
    assert engine.over
    assert all(engine.state.results)


@settings(max_examples=150)
@given(plans, PRESSES)
def test_a_run_that_broke_off_anywhere_is_taken_up_without_loss(made: Plan, presses: Presses) -> None:
    """What had a result keeps it, rest taken apart; each open bout is done once."""
    first = Engine(made)
    pressed(first, presses)
    if first.over:
        return
    kept = first.state.results
    again = Engine(made, kept, unattended=True)
    events = run_out(again, 500.0)
    ended = [event.bout for event in events if isinstance(event, ev.BoutEnded)]
    assert ended == [i for i, result in enumerate(kept) if result is None]
    assert again.state.end == "finished"
    assert [now for now, old in zip(again.state.results, kept, strict=True) if old] == [old for old in kept if old]


@settings(max_examples=150)
@given(plans, PRESSES)
def test_every_change_of_a_result_is_told(made: Plan, presses: Presses) -> None:
    """What is told is saved: a bout that nothing was said of is as it was, but for its rest; or it is taken back."""
    engine = Engine(made)
    engine.start(0.0)
    now = 0.0
    for wait, command in presses:
        now += wait
        before = engine.state.results
        events = engine.press(command, now)
        told = {event.bout for event in events if isinstance(event, ev.BoutEnded | ev.BoutAmended)}
        told |= {bout for event in events if isinstance(event, ev.TakenBack) for bout in event.bouts}
        over = any(isinstance(event, ev.Finished) for event in events)
        for i, (old, new) in enumerate(zip(before, engine.state.results, strict=True)):
            same = old == new or (old and new and (old.outcome, old.done) == (new.outcome, new.done))
            assert same or i in told or over


@settings(max_examples=100)
@given(plans, PRESSES, st.floats(0, 5000))
def test_however_long_the_machine_slept_nothing_is_counted_meanwhile(
    made: Plan, presses: Presses, slept: float
) -> None:
    engine = Engine(made)
    _, now = pressed(engine, presses)
    before = engine.state
    assert all(isinstance(event, ev.Paused) for event in engine.press(Gap(now), now + slept))
    assert (engine.state, engine.advance(now + slept + 100.0)) == (before, [])
