"""What holds for every plan, every pattern of ticks, every sequence of commands."""

from __future__ import annotations

import random
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from glutetimer.core.plan.compile import compile_plan
from glutetimer.core.plan.options import Options
from glutetimer.core.plan.plan import Plan
from glutetimer.core.run import events as ev
from glutetimer.core.run.commands import Command, Correct, Do, Finish, Gap, Jump, Lengthen, NameCue, TellPain
from glutetimer.core.run.engine import Engine
from glutetimer.core.run.view import view
from glutetimer.core.session.session import PACES, Exercise, Phase, Session, Span, Variant
from tests.helpers.core import hold, plan, reps, run_out, session

TICK_PATTERNS = 60


@st.composite
def exercises(draw: st.DrawFn, number: int) -> Exercise:
    """An exercise of any kind, side, pace and tempo."""
    pace, posture = draw(st.sampled_from(PACES)), draw(st.sampled_from(["standing", "back", "side"]))
    common: dict[str, Any] = {"pace": pace, "posture": posture, "cues": ("One", "Two")}
    common["sides"] = draw(st.sampled_from(["both", "each"]))
    if draw(st.booleans()):
        return hold(f"hold-{number}", draw(st.integers(1, 40)), **common)
    common["sides"] = draw(st.sampled_from(["both", "each", "alternate"]))
    seconds = st.sampled_from([0.2, 0.5, 0.7, 1.0, 1.5, 2.0, 3.3])
    common["tempo"] = tuple(Phase("up", draw(seconds)) for _ in range(draw(st.integers(1, 3))))
    common["easier"] = (Variant(f"easy-{number}", "Easy", "Easily"),) if draw(st.booleans()) else ()
    common["directions"] = draw(st.sampled_from([(), ("forward", "backward")]))
    return reps(f"reps-{number}", draw(st.integers(1, 9)), **common)


@st.composite
def sessions(draw: st.DrawFn) -> Session:
    """A session of one to three exercises."""
    count = draw(st.integers(1, 3))
    order = draw(st.sampled_from(["straight", "circuit"]))
    parts = [draw(exercises(number)) for number in range(count)]
    rounds = draw(st.integers(1, 2))
    return session(*parts, order=order, rounds=Span(rounds, 3), rest=draw(st.sampled_from([0, 2, 30])))


plans = sessions().map(lambda made: compile_plan(made, Options()))
COMMANDS: st.SearchStrategy[Command] = st.one_of(
    st.sampled_from(list(Do)),
    st.builds(Correct, st.sampled_from([-1, 1])),
    st.builds(Lengthen, st.sampled_from([-15.0, 15.0])),
    st.builds(Jump, st.integers(-1, 14)),
    st.builds(NameCue, st.sampled_from(["One", ""])),
    st.builds(TellPain, st.integers(0, 10), st.just("hip"), st.sampled_from(["left", None])),
    st.builds(Gap, st.floats(0, 200)),
)


@settings(max_examples=25)
@given(plans, st.randoms(use_true_random=False))
def test_any_tick_pattern_gives_the_same_events(made: Plan, chance: random.Random) -> None:
    """However it is looked at, one run."""
    expected = run_out(Engine(made, unattended=True), 0.0)
    end = made.seconds + 1.0
    for _ in range(TICK_PATTERNS):
        engine = Engine(made, unattended=True)
        events = engine.start(0.0)
        ticks = sorted(chance.uniform(0, end) for _ in range(chance.randrange(8)))
        for now in (*ticks, end):
            events += engine.advance(now)
        assert events == expected


@settings(max_examples=200)
@given(plans, st.lists(st.tuples(st.floats(0, 25), COMMANDS), max_size=25), st.booleans())
def test_no_commands_break_a_run(made: Plan, presses: list[tuple[float, Command]], unattended: bool) -> None:
    """Never an exception, never back in time, never without an end; a result goes only where Back takes it back."""
    engine = Engine(made, unattended=unattended)
    events, now = engine.start(0.0), 0.0
    for wait, command in presses:
        now += wait
        before = engine.state.results
        happened = engine.press(command, now)
        events += happened
        gone = {i for event in happened if isinstance(event, ev.TakenBack) for i in event.bouts}
        for i, (old, new) in enumerate(zip(before, engine.state.results, strict=True)):
            assert old is None or new is not None or i in gone
            assert not (old and old.pain) or (new is not None and (new.pain or 0) >= old.pain)
        _check_view(engine, now)
    events += _to_the_end(engine, now)
    assert engine.over
    assert [event.at for event in events] == sorted(event.at for event in events)
    assert all(0 <= event.bout < len(made.bouts) and event.step // 2 == event.bout for event in events)
    _check_results(engine)


def _to_the_end(engine: Engine, now: float) -> list[ev.Event]:
    """Press the main key every ten seconds for as long as that can take."""
    out: list[ev.Event] = []
    for _ in range(4 * len(engine.state.plan.bouts) * 20 + 40):
        if engine.over:
            break
        now += 10.0
        _check_view(engine, now)
        out += engine.press(Do.MAIN, now)
    return out


def _check_view(engine: Engine, now: float) -> None:
    seen = view(engine, now)
    assert seen.count >= 0
    assert seen.count <= seen.of or seen.bout.pace == "own"
    assert seen.seconds >= -1e-6
    assert seen.left >= 0
    assert 0 <= seen.phase_done <= 1
    assert (seen.main == "") == engine.over


def _check_results(engine: Engine) -> None:
    for bout, result in zip(engine.state.plan.bouts, engine.state.results, strict=True):
        assert result is not None
        assert result.seconds >= 0
        if result.outcome in ("skipped", "not-reached"):
            assert result.done == 0
        if result.outcome == "done":
            assert (result.done or 0) >= bout.target


@settings(max_examples=60)
@given(sessions())
def test_a_long_plan_is_off_by_nothing(made: Session) -> None:
    """An hour of awkward seconds: every bout begins exactly where the plan has it."""
    long = compile_plan(made, Options(pace="counted", rounds=20))
    events = run_out(Engine(long), 12345.678)
    assert [event.at for event in events if isinstance(event, ev.BoutStarted)] == [bout.start for bout in long.bouts]
    assert events[-1].at == long.seconds


@settings(max_examples=60)
@given(plans, st.data())
def test_resuming_anywhere_gives_each_bout_one_result(made: Plan, data: st.DataObject) -> None:
    """What was done stays word for word; the rest is done."""
    whole = Engine(made, unattended=True)
    run_out(whole, 0.0)
    kept = data.draw(st.integers(0, len(made.bouts) - 1))
    results = (*whole.state.results[:kept], *((None,) * (len(made.bouts) - kept)))
    again = Engine(made, results, unattended=True)
    run_out(again, 0.0)
    assert again.state.end == "finished"
    assert [r and r.outcome for r in again.state.results] == ["done"] * len(made.bouts)
    earlier = [r and (r.done, r.seconds) for r in again.state.results[:kept]]
    assert earlier == [r and (r.done, r.seconds) for r in whole.state.results[:kept]]


@settings(max_examples=100)
@given(plans, st.lists(st.tuples(st.floats(0, 25), COMMANDS), max_size=8), st.booleans())
def test_finishing_is_always_possible(made: Plan, presses: list[tuple[float, Command]], keep: bool) -> None:
    """Whatever came before."""
    engine, now = Engine(made), 0.0
    engine.start(now)
    for wait, command in presses:
        now += wait
        engine.press(command, now)
    engine.advance(now + 1.0)
    if not engine.over:
        engine.press(Finish(keep), now + 1.0)
        assert engine.state.end in (("early", "finished") if keep else ("discarded",))
    assert engine.over


def test_an_hour_is_an_hour() -> None:
    """The same with a fixed plan: 20 rounds, tempo 1.5 + 0.7."""
    made = plan(
        reps(count=15, tempo=(Phase("up", 1.5), Phase("down", 0.7))), hold(seconds=40), rounds=Span(20, 20), rest=45
    )
    assert made.seconds > 3000
    assert run_out(Engine(made), 0.0)[-1].at == made.seconds
