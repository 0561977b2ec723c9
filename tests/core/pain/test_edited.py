"""A run with pains told in any order, stopped and gone on with, and its record corrected in the log afterwards."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from glutetimer.core.live_run import Run
from glutetimer.core.pain.afterwards import after_pain_told, whole_pain, with_after, with_whole
from glutetimer.core.pain.body_places import FLAGS, PLACES
from glutetimer.core.pain.tellings import Telling, pain_day
from glutetimer.core.plan.options import Options
from glutetimer.core.plan.plan import Plan
from glutetimer.core.record.amend import amended_text
from glutetimer.core.record.read import load_record, load_running
from glutetimer.core.record.record import Workout, begin_workout
from glutetimer.core.record.resume import Resume
from glutetimer.core.record.write import dump_record
from glutetimer.core.run.commands import Do, Finish, TellPain
from glutetimer.core.run.engine import Engine
from glutetimer.core.session.session import Span
from glutetimer.core.values import replace
from tests.helpers.core import each, hold, plan
from tests.helpers.fakes import FakePlayer

NOW = datetime(2026, 11, 30, 19, tzinfo=UTC)


class File:
    """A keeper that holds the workout as a file does."""

    def __init__(self) -> None:
        self.text = ""

    def keep(self, workout: Workout, plan: Plan) -> None:
        self.text = dump_record(workout, seal=False, resume=Resume("test", "text", Options()))

    def seal(self, workout: Workout) -> None:
        self.text = dump_record(workout, seal=True)

    amend = seal

    def discard(self) -> None:
        self.text = ""


def ran(first: list[TellPain], steps: list[TellPain | Do | str]) -> str:
    """The text of the record. `first` is told before the first bout; "kill" is a death and another start."""
    made = plan(each("lunge", 4), hold("plank", 20), order="circuit", rounds=Span(2, 2))
    file = File()
    run = Run(Engine(made), begin_workout(made, "w", NOW, "UTC"), FakePlayer(), file, lambda: NOW)
    now = 0.0
    run.start(now)
    if first:
        presses: list[TellPain | Do] = [Do.PAIN, *first, Do.GO_ON]
        for press in presses:
            now += 1.0
            run.press(press, now)
    for step in steps:
        now += 9.0
        if not isinstance(step, str):
            run.press(step, now)
        elif not run.over and file.text:
            workout, _ = load_running(file.text)
            results = tuple(bout.result for bout in workout.bouts)
            run = Run(Engine(made, results, more_pain=workout.more_pain), workout, FakePlayer(), file, lambda: NOW)
            run.start(now := 0.0)
    run.press(Finish(), now + 9.0)
    return file.text


@dataclass(frozen=True)
class Edit:
    """One correction: of the whole, of the time after it, or of neither (`told` and `score` say nothing then)."""

    what: str
    told: Telling | None
    score: int | None

    def of(self, workout: Workout) -> Workout:
        if self.what == "whole":
            return with_whole(workout, self.told)
        if self.what == "after":
            return with_after(workout, self.score, self.told and replace(self.told, score=self.score))
        return replace(workout, effort=4, note="Slept badly.")


_places = st.sampled_from(["", *(place.words for place in PLACES)])
_sides = st.sampled_from(["left", "right", "both", None])
_flags = st.sampled_from([None, *FLAGS])
_tell = st.builds(TellPain, st.integers(1, 10), _places, _sides, _flags)
_step = st.one_of(_tell, st.sampled_from([Do.PAIN, Do.PAIN, Do.GO_ON, Do.BACK, Do.AGAIN, Do.SKIP, Do.MAIN, "kill"]))
_telling = st.none() | st.builds(Telling, _places, _sides, st.none() | st.integers(1, 10), _flags)
_edit = st.builds(Edit, st.sampled_from(["whole", "after", "other"]), _telling, st.none() | st.integers(0, 10))


@settings(max_examples=80, deadline=None)
@given(st.lists(_tell, max_size=3), st.lists(_step, max_size=14), st.lists(_edit, min_size=1, max_size=4))
def test_a_correction_loses_no_telling_but_the_one_it_replaces(
    first: list[TellPain], steps: list[TellPain | Do | str], edits: list[Edit]
) -> None:
    """Each is written into the file and read back. What nobody said is never "none"."""
    text = ran(first, steps)
    for edit in edits:
        before = load_record(text)
        text = amended_text(text, before, edit.of(before), NOW)
        after = load_record(text)
        replaced = {"whole": whole_pain(before), "after": after_pain_told(before), "other": None}[edit.what]
        kept = list(pain_day(before).tellings)
        if replaced in kept:
            kept.remove(replaced)
        there = list(pain_day(after).tellings)
        for telling in kept:
            assert telling in there, (edit, telling)
            there.remove(telling)
        assert [bout.result for bout in after.bouts] == [bout.result for bout in before.bouts]
        new = edit.told if edit.what == "whole" else after_pain_told(after) if edit.what == "after" else None
        assert (new is None) or new in pain_day(after).tellings or not says(new), (edit, new)
        said_none = edit.what == "after" and edit.score == 0
        assert pain_day(after).none <= (pain_day(before).none or said_none or before.pain_after == 0), edit
        assert not pain_day(after).none or not pain_day(after).tellings
        if not said_none:
            assert (after.pain == 0) <= (before.pain == 0)
            assert (after.pain_after == 0) <= (before.pain_after == 0)


def says(told: Telling) -> bool:
    """Whether it stands anywhere but in the number of the whole: a place, a side, or a sign."""
    return bool(told.place or told.side or told.flag not in (None, "none"))
