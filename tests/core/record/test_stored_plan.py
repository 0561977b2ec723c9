"""A run that was killed goes on as it stood: what was called saved is what is taken up again."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from glutetimer.adapters.files.sessions import built_in_dir
from glutetimer.core.live_run import Run
from glutetimer.core.plan.compile import compile_plan
from glutetimer.core.plan.options import Options, Own
from glutetimer.core.plan.plan import Plan
from glutetimer.core.record.record import Workout, begin_workout
from glutetimer.core.record.resume import Resume, plan_again
from glutetimer.core.record.stored_plan import StoredPlan, standing
from glutetimer.core.record.write import load_running, sure_record
from glutetimer.core.run.commands import Command, Correct, Do, Gap, Jump, Lengthen, NameCue, TellPain
from glutetimer.core.run.engine import Engine
from glutetimer.core.session.parse import parse_session
from glutetimer.core.session.session import Session
from glutetimer.core.text.problems import BadFile
from glutetimer.core.values import replace
from tests.helpers.fakes import FakeKeeper, FakePlayer

STARTED = datetime(2026, 11, 20, 18, 30, 5, tzinfo=UTC)
ID = "20261120T183005Z-7f3a9c21"
BUILT_IN = sorted(built_in_dir().glob("*.toml"))
#: Forms with a band and kit of their own, kit that may be missing, a dose for the right side, sides that take turns.
MINE = """
format = 1
name = "Mine"
summary = "All there is."
source = "here"
order = "circuit"
rounds = { start = 2, most = 3 }
rest = 20
[[exercise]]
id = "squat"
name = "Squat"
how = "Sit back."
reps = 6
sides = "both"
tempo = ["down 2", "up 1"]
band = "above-knees"
unbanded = true
rest = 35
[[exercise.easier]]
name = "Half squat"
cue = "Half the way"
band = "none"
[[exercise.easier]]
name = "Squat to a chair"
cue = "Touch it"
needs = ["chair"]
[[exercise.harder]]
name = "Jump"
cue = "Land softly"
[[exercise]]
id = "kick"
name = "Kick"
how = "Kick."
reps = 4
sides = "each"
left = "Left leg"
right = "Right leg"
directions = ["forward", "backward"]
tempo = ["out 1", "back 1"]
band = "ankles"
[exercise.without.band]
id = "plank"
name = "Plank"
how = "Hold."
hold = 12
sides = "each"
left = "Left elbow"
right = "Right elbow"
posture = "side"
[[exercise.without.band.easier]]
name = "Plank on the knees"
cue = "Knees down"
[[exercise]]
id = "bridge"
name = "Bridge"
how = "Lift."
reps = 3
sides = "alternate"
left = "Left leg out"
right = "Right leg out"
tempo = ["up 1", "down 1"]
posture = "back"
"""

kits = st.lists(st.sampled_from(["band", "chair", "step", "chair or sofa", "sofa"]), max_size=2, unique=True).map(tuple)
options = st.builds(
    Options,
    rounds=st.none() | st.integers(1, 3),
    without=kits,
    pace=st.sampled_from([None, "counted", "tap", "own"]),
    rest=st.none() | st.integers(0, 60),
    minutes=st.none() | st.integers(6, 30),
    first_side=st.sampled_from(["left", "right"]),
    switch=st.none() | st.integers(0, 12),
    setup=st.none() | st.integers(0, 30),
    lead=st.none() | st.integers(0, 10),
    strength=st.sampled_from(["", "green"]),
    own=st.lists(
        st.builds(
            Own,
            exercise=st.sampled_from(["squat", "kick", "bridge", "hip-circles"]),
            skip=st.booleans(),
            sets=st.none() | st.integers(1, 3),
            left=st.none() | st.integers(1, 9),
            right=st.none() | st.integers(1, 9),
            pace=st.sampled_from([None, "tap"]),
        ),
        max_size=2,
        unique_by=lambda own: own.exercise,
    ).map(tuple),
)
COMMANDS: st.SearchStrategy[Command] = st.one_of(
    st.sampled_from([*Do, *[Do.EASIER, Do.PACE, Do.MAIN] * 3]),
    st.builds(Correct, st.sampled_from([-1, 1])),
    st.builds(Lengthen, st.sampled_from([-15.0, 15.0])),
    st.builds(Jump, st.integers(-1, 14)),
    st.builds(NameCue, st.just("Half the way")),
    st.builds(TellPain, st.integers(0, 10), st.just("hip"), st.sampled_from(["left", None])),
    st.builds(Gap, st.floats(0, 200)),
)


@st.composite
def plans(draw: st.DrawFn) -> tuple[str, Session, Options, Plan]:
    """Any session in any options that leave something to do."""
    path: Path | None = draw(st.sampled_from([None, *BUILT_IN]))
    text = MINE if path is None else path.read_text("utf-8")
    session = parse_session(text, "mine" if path is None else path.stem)
    wanted = draw(options)
    if session.order == "circuit" and wanted.rounds is not None:
        wanted = replace(wanted, rounds=min(wanted.rounds, session.rounds.most))
    try:
        return text, session, wanted, compile_plan(session, wanted)
    except ValueError:
        return text, session, Options(), compile_plan(session, Options())


class Kept:
    """A run, and what a kill would leave of it."""

    def __init__(self, text: str, session: Session, options: Options, plan: Plan, workout: Workout | None = None):
        self.resume, self.keeper = Resume(session.id, text, options), FakeKeeper()
        begun = workout or begin_workout(plan, ID, STARTED, "Europe/Berlin")
        results = tuple(bout.result for bout in begun.bouts)
        engine = Engine(plan, results)
        self.run = Run(engine, begun, FakePlayer(), self.keeper, lambda: STARTED)
        self.now = 0.0
        self.run.start(self.now)

    def press(self, wait: float, command: Command) -> None:
        self.now += wait
        self.run.tick(self.now)
        self.run.press(command, self.now)

    @property
    def over(self) -> bool:
        return self.run.over

    def killed(self) -> str:
        """The running file."""
        kept = replace(self.resume, standing=standing(self.keeper.plans[-1]))
        return sure_record(self.keeper.last, seal=False, resume=kept)


def again(text: str) -> tuple[Workout, Plan]:
    """What the next start makes of a running file."""
    workout, resume = load_running(text)
    assert resume is not None
    return workout, plan_again(workout, resume)


@settings(max_examples=120, deadline=None)
@given(plans(), st.lists(st.tuples(st.floats(0, 25), COMMANDS), max_size=20))
def test_what_was_saved_is_what_is_taken_up(
    made: tuple[str, Session, Options, Plan], presses: list[tuple[float, Command]]
) -> None:
    """For any commands at any moment: plan as it stands, results, run time; nothing newer is left unsaved."""
    kept = Kept(*made)
    for wait, command in presses:
        kept.press(wait, command)
        if kept.over:
            return
        workout, plan = again(kept.killed())
        state = kept.run.engine.state
        assert plan == state.plan
        assert tuple(bout.result for bout in workout.bouts) == state.results
        assert workout == kept.keeper.last
        assert workout.active is not None
        assert workout.active <= round(state.t, 3)


@settings(max_examples=40, deadline=None)
@given(plans(), st.lists(st.tuples(st.floats(0, 25), COMMANDS), min_size=1, max_size=8), st.integers(1, 3))
def test_killed_again_and_again(
    made: tuple[str, Session, Options, Plan], presses: list[tuple[float, Command]], kills: int
) -> None:
    """What goes on from a running file is saved like any other, and its time adds up."""
    text, session, wanted, _ = made
    kept = Kept(*made)
    for _ in range(kills):
        lived = kept.keeper.last.active or 0.0
        for wait, command in presses:
            kept.press(wait, command)
        if kept.over:
            return
        workout, plan = again(kept.killed())
        assert plan == kept.run.engine.state.plan
        assert (workout.active or 0.0) >= lived
        kept = Kept(text, session, wanted, plan, workout)


def mine(**changes: Any) -> Kept:
    session, wanted = parse_session(MINE, "mine"), Options(**changes)
    return Kept(MINE, session, wanted, compile_plan(session, wanted))


def squats(plan: Plan) -> list[tuple[str, int, str]]:
    return [(bout.exercise.name, bout.target, bout.pace) for bout in plan.bouts if bout.exercise.id == "squat"]


def test_an_eased_exercise_in_another_pace_comes_back_as_it_was() -> None:
    """Not as it is written."""
    kept = mine()
    kept.press(1.0, Do.EASIER)
    kept.press(1.0, Do.PACE)
    assert squats(again(kept.killed())[1]) == [("Half squat", 6, "tap")] * 2


def test_after_the_last_form_it_is_the_dose_that_stands() -> None:
    kept = mine()
    for _ in range(4):
        kept.press(1.0, Do.EASIER)
    assert squats(again(kept.killed())[1]) == [("Squat to a chair", 2, "counted")] * 2


def test_it_is_saved_at_once_when_nothing_has_ended_yet() -> None:
    kept = mine()
    for command in (Do.EASIER, Do.PACE):
        before = len(kept.keeper)
        kept.press(1.0, command)
        assert len(kept.keeper) == before + 1


def test_what_changes_nothing_saves_nothing() -> None:
    kept = mine()
    for command in (Lengthen(15.0), Do.PAUSE, Do.GO_ON, Correct(1)):
        before = len(kept.keeper)
        kept.press(0.8, command)
        assert len(kept.keeper) == before


def test_a_substitute_is_taken_up_in_its_form() -> None:
    kept = mine(without=("band",))
    kept.press(1.0, Jump(1))
    kept.press(1.0, Do.EASIER)
    _, plan = again(kept.killed())
    assert {bout.exercise.name for bout in plan.bouts if bout.exercise.id == "plank"} == {"Plank on the knees"}
    assert [item.by for item in plan.replaced] == ["squat", "plank"]


def test_what_did_not_fit_into_the_minutes_is_still_told() -> None:
    kept = mine(minutes=3)
    assert again(kept.killed())[1].left_out == kept.run.engine.state.plan.left_out != ()


def test_the_session_is_not_compiled_anew() -> None:
    """A newer program may compile it otherwise; what stands is what was there."""
    kept = mine()
    workout, resume = load_running(kept.killed())
    assert resume is not None
    assert resume.standing is not None
    wanted = replace(resume, options=replace(resume.options, rounds=1, minutes=1))
    assert squats(plan_again(workout, wanted)) == squats(kept.run.engine.state.plan)


@pytest.mark.parametrize(
    ("said", "edited"),
    [
        ('pace = "tap"\nrest', 'pace = "hop"\nrest'),
        ('target = 6\npace = "tap"', 'target = -6\npace = "tap"'),
        ('target = 6\npace = "tap"', 'pace = "tap"'),
        ('target = 6\npace = "tap"', 'target = 6\nlegs = 2\npace = "tap"'),
    ],
)
def test_a_plan_that_is_not_whole_is_refused_with_its_line(said: str, edited: str) -> None:
    kept = mine(pace="tap")
    text = kept.killed()
    assert said in text
    with pytest.raises(BadFile) as bad:
        load_running(text.replace(said, edited, 1))
    assert [(problem.line is not None, problem.what) for problem in bad.value.problems] == [(True, "bout will not do")]


@pytest.mark.parametrize(
    "edited",
    [
        lambda kept: replace(kept, bouts=kept.bouts[1:]),
        lambda kept: replace(kept, bouts=(replace(kept.bouts[0], form="squat-unheard-of"), *kept.bouts[1:])),
    ],
)
def test_what_no_longer_fits_is_refused_in_words(edited: Any) -> None:
    kept = mine()
    workout, resume = load_running(kept.killed())
    assert resume is not None
    assert isinstance(resume.standing, StoredPlan)
    with pytest.raises(BadFile, match="save what was done"):
        plan_again(workout, replace(resume, standing=edited(resume.standing)))
