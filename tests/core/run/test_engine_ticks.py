"""Commands and ticks together: when one looks changes nothing about what happens."""

from __future__ import annotations

import random

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from glutetimer.core.run import events as ev
from glutetimer.core.run.commands import Command, Correct, Do, Finish, Jump, Lengthen, NameCue, TellPain
from glutetimer.core.run.engine import Engine
from glutetimer.core.session.session import Phase, Span
from tests.helpers.core import Doing, each, hold, plan, reps

TEMPO = (Phase("up", 0.7), Phase("down", 1.1))
EXERCISES = (
    each("kick", 7, tempo=TEMPO, directions=("forward", "backward")),
    reps("tap", 5, pace="tap", tempo=TEMPO),
    each("swap", 3, tempo=TEMPO, sides="alternate"),
    hold("plank", 13),
)
PLAN = plan(*EXERCISES, rounds=Span(2, 2), rest=7)
COMMANDS: st.SearchStrategy[Command] = st.one_of(
    st.sampled_from(list(Do)),
    st.builds(Correct, st.integers(-2, 2)),
    st.builds(Lengthen, st.sampled_from([-15.0, 15.0])),
    st.builds(Jump, st.integers(0, len(PLAN.bouts) - 1)),
    st.builds(NameCue, st.just("hips")),
    st.builds(TellPain, st.integers(0, 10), st.just("hip")),
)
#: What keeps to the order of the plan.
FORWARD: st.SearchStrategy[Command] = st.one_of(
    st.sampled_from([Do.MAIN, Do.PAUSE, Do.GO_ON, Do.FORM_BROKE, Do.PAIN, Do.EASIER, Do.SKIP]),
    st.builds(Correct, st.integers(-2, 2)),
    st.builds(Lengthen, st.sampled_from([-15.0, 15.0])),
)
PRESSES = st.lists(st.tuples(st.floats(0, 40), COMMANDS), max_size=20)


def events_of(presses: list[tuple[float, Command]], chance: random.Random | None, origin: float) -> list[ev.Event]:
    """The whole run, looked at by chance between the presses or not at all."""
    engine = Engine(PLAN)
    events, now = engine.start(origin), origin
    for wait, command in presses:
        looks = sorted(chance.uniform(now, now + wait) for _ in range(3)) if chance else []
        now += wait
        for look in looks:
            events += engine.advance(min(look, now))
        events += engine.press(command, now)
    return events + engine.advance(now + 60.0)


@settings(max_examples=100)
@given(PRESSES, st.randoms(use_true_random=False), st.sampled_from([0.0, 98765.4321]))
def test_looking_changes_nothing(presses: list[tuple[float, Command]], chance: random.Random, origin: float) -> None:
    assert events_of(presses, chance, origin) == events_of(presses, None, origin)


@settings(max_examples=100)
@given(PRESSES)
def test_no_moment_makes_more_than_it_can_hold(presses: list[tuple[float, Command]]) -> None:
    """A second holds some phases, reps, counts and one end or two; a run that turned in circles would hold more."""
    engine, now = Engine(PLAN), 0.0
    engine.start(now)
    for wait, command in presses:
        now += wait
        engine.advance(now)
        assert len(engine.press(command, now)) <= 5 + len(PLAN.bouts)
        assert len(engine.advance(now + 1.0)) <= 12
        now += 1.0


@settings(max_examples=100)
@given(PRESSES)
def test_only_what_never_ended_is_not_reached(presses: list[tuple[float, Command]]) -> None:
    doing = Doing(*EXERCISES, rounds=Span(2, 2), rest=7)
    for wait, command in presses:
        doing.press(command, doing.now + wait)
    doing.press(Finish(), doing.now + 1.0)
    ended = {event.bout for event in doing.events if isinstance(event, ev.BoutEnded)}
    taken_back = {bout for event in doing.events if isinstance(event, ev.TakenBack) for bout in event.bouts}
    unreached = {i for i, result in enumerate(doing.results) if result and result.outcome == "not-reached"}
    assert ended | unreached == set(range(len(doing.results)))
    assert not (ended - taken_back) & unreached


@settings(max_examples=200)
@example([(49.0, Do.FORM_BROKE), (0.0, Do.PAUSE)])
@given(st.lists(st.tuples(st.floats(0, 40), FORWARD), max_size=12))
@example([(28.0, Do.FORM_BROKE), (0.0, Do.PAUSE)])
@example([(28.0, Do.FORM_BROKE)])
def test_what_is_said_to_be_left_comes_true(presses: list[tuple[float, Command]]) -> None:
    """However it came to stand where it stands: if no key is pressed any more, the run ends when the view says."""
    doing = Doing(each("kick", 7, tempo=TEMPO), reps("squat", 5), hold("plank", 13), rest=7)
    for wait, command in presses:
        doing.press(command, doing.now + wait)
    doing.press(Do.GO_ON, doing.now + 1.0)
    left, t = doing.view.left, doing.engine.run_time(doing.now)
    doing.out()
    assert doing.engine.state.t - t == pytest.approx(left)
