"""One moment, one sound: of those that would begin together one is heard, and the same one from wherever one looks."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from glutetimer.core.audio.event_sounds import sound_for
from glutetimer.core.audio.ports import Cue
from glutetimer.core.audio.precedence import APART, FAR, ORDER, chosen, only_chosen
from glutetimer.core.plan.compile import compile_plan
from glutetimer.core.plan.options import Options
from glutetimer.core.plan.plan import Plan
from glutetimer.core.run.engine import Engine
from glutetimer.core.run.events import Event
from glutetimer.core.session.session import Phase, Span
from tests.core.audio.test_heard_ahead import SESSIONS, Heard
from tests.core.run.test_engine_props import plans
from tests.helpers.core import each, hold, plan, reps, run_out

#: What is heard besides: it counts reps and phases.
BESIDES = ("rep", "rep-near", "phase-up", "phase-hold", "phase-down")
ROUNDING = 1e-6

tables = st.lists(
    st.builds(Cue, st.integers(0, 40).map(lambda tenth: tenth / 10), st.sampled_from([*ORDER, *BESIDES])), max_size=25
)


def heard(*cues: tuple[float, str]) -> list[str]:
    return [cue.sound for cue in only_chosen([Cue(*pair) for pair in cues])]


@pytest.mark.parametrize(
    ("together", "one"),
    [
        (("rep-last", "switch", "count"), "switch"),
        (("rep-last", "rest"), "rep-last"),
        (("rep-last", "rest", "go"), "go"),
        (("rep-last", "finish"), "finish"),
        (("rest", "count"), "rest"),
        (("resume", "count"), "resume"),
        (("resume", "rest"), "rest"),
        (("go", "halfway"), "go"),
        (("go", "finish"), "go"),
    ],
)
def test_the_higher_is_heard(together: tuple[str, ...], one: str) -> None:
    assert heard(*((5.0, sound) for sound in together)) == [one]


def test_what_counts_reps_and_phases_is_heard_besides() -> None:
    assert heard((1.0, "rep"), (1.0, "halfway"), (1.0, "phase-hold"), (1.1, "rep-near")) == [
        "rep",
        "halfway",
        "phase-hold",
        "rep-near",
    ]


@pytest.mark.parametrize(("apart", "sounds"), [(0.0, 1), (0.34, 1), (0.35, 2), (1.0, 2)])
def test_a_third_of_a_second_is_one_moment(apart: float, sounds: int) -> None:
    assert len(heard((5.0, "count"), (5.0 + apart, "go"))) == sounds


def test_a_sum_of_floats_is_no_difference() -> None:
    """0.1 + 0.35 is less than 0.35 away from 0.1."""
    assert len(heard((0.1, "go"), (0.1 + 0.35, "go"))) == 2


def test_one_that_is_left_out_silences_nobody() -> None:
    """The go silences the rest, so the count that stands 0.6 s after the go is heard."""
    assert heard((1.0, "go"), (1.3, "rest"), (1.6, "count")) == ["go", "count"]


def test_of_two_equals_the_first_is_heard() -> None:
    assert [cue.due for cue in only_chosen([Cue(1.2, "go"), Cue(1.0, "go"), Cue(1.4, "go")])] == [1.0, 1.4]


def test_what_was_heard_silences_what_is_not_higher() -> None:
    past = [Cue(1.0, "switch")]
    assert chosen([Cue(1.2, "count"), Cue(1.2, "switch"), Cue(1.2, "go")], past) == [False, False, True]


@given(tables)
def test_no_two_begin_together_and_each_that_is_left_out_has_its_reason(cues: list[Cue]) -> None:
    stays = chosen(cues)
    kept = [cue for cue, stay in zip(cues, stays, strict=True) if stay and cue.sound in ORDER]
    assert not too_near(kept)
    for cue, stay in zip(cues, stays, strict=True):
        if not stay:
            assert any(near(cue, one) and ORDER.index(one.sound) <= ORDER.index(cue.sound) for one in kept)


@given(tables, st.floats(0.0, 4.0), st.floats(0.0, 4.0))
def test_the_choice_does_not_depend_on_where_one_looks_from(cues: list[Cue], now: float, horizon: float) -> None:
    """What was heard before and FAR beyond the end decide as all that there is."""
    cues = sorted(cues, key=lambda cue: cue.due)
    whole = only_chosen(cues)
    past = [cue for cue in whole if now - APART < cue.due <= now]
    window = [cue for cue in cues if now < cue.due <= now + horizon + FAR]
    seen = [cue for cue in only_chosen(window, past) if cue.due <= now + horizon]
    assert seen == [cue for cue in whole if now < cue.due <= now + horizon]


def near(one: Cue, other: Cue) -> bool:
    return abs(one.due - other.due) < APART - ROUNDING


def too_near(cues: list[Cue]) -> list[tuple[Cue, Cue]]:
    """Pairs that begin in one moment, of those that are no rep and no phase."""
    told = sorted((cue for cue in cues if cue.sound not in BESIDES), key=lambda cue: cue.due)
    return [(one, other) for one, other in pairwise(told) if near(one, other)]


def scheduled(wanted: Plan) -> tuple[list[Event], list[tuple[Event, str]]]:
    """All that happens in a run in which nobody presses a key, and what is told of it with its sound."""
    run = Heard(wanted)
    while (due := run.run.next_due()) is not None:
        run.run.tick(due)
    return run_out(Engine(wanted), 0.0), list(run.listener)


def judge(wanted: Plan) -> None:
    """No two sounds in one moment, each moment still told, and a bout's end never without a sound."""
    events, told = scheduled(wanted)
    assert [event for event, _ in told] == events
    cues = [Cue(event.at, sound) for event, sound in told if sound]
    assert too_near(cues) == []
    for event, sound in told:
        if sound_for(event) and not sound:
            rank = ORDER.index(sound_for(event))
            assert any(near(Cue(event.at, ""), one) and one.sound in ORDER[: rank + 1] for one in cues)


@pytest.mark.parametrize("options", [Options(), Options(rest=0), Options(rest=2), Options(switch=2), Options(rounds=1)])
@pytest.mark.parametrize("session", sorted(SESSIONS))
def test_of_every_built_in_session(session: str, options: Options) -> None:
    judge(compile_plan(SESSIONS[session], options))


@settings(max_examples=150, deadline=None)
@given(plans)
@example(plan(reps("a", 1, tempo=(Phase("up", 0.2),)), rounds=Span(3, 3), rest=0))
@example(plan(hold("a", 1), rounds=Span(3, 3), rest=0))
@example(plan(each("a", 6, tempo=(Phase("up", 0.2),), directions=("forward", "backward")), rest=0))
def test_of_any_session(wanted: Plan) -> None:
    if all(bout.pace == "counted" for bout in wanted.bouts):
        judge(wanted)


def test_hip_control_has_one_sound_at_its_changes_of_direction() -> None:
    """At 40.0 and 93.0 s the last rep, the switch and the first count of three fall together: it is counted 2, 1."""
    events, told = scheduled(compile_plan(SESSIONS["hip-control"], Options()))
    for at in (40.0, 93.0):
        assert [sound for event, sound in told if at <= event.at <= at + 3.0 and sound] == [
            "switch",
            "count",
            "count",
            "go",
        ]
        kinds = [type(event).__name__ for event in events if event.at == at]
        assert kinds == ["RepDone", "BoutEnded", "SwitchStarted", "CountIn"]
