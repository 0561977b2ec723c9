from __future__ import annotations

import json
import tomllib
from datetime import UTC, datetime, timedelta, timezone
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from glutetimer.core.pain.body_places import Flag, Morning
from glutetimer.core.plan.options import FirstSide, Mode, Options, Own
from glutetimer.core.record.record import (
    ON_ITS_WAY,
    BoutRecord,
    CountedBy,
    HarderSide,
    Outcome,
    PainSide,
    Result,
    Workout,
    WorkoutState,
    begin_workout,
    with_results,
)
from glutetimer.core.record.write import (
    Resume,
    clean_workout,
    dump_record,
    load_record,
    load_resume,
    sure_record,
    workout_json,
)
from glutetimer.core.session.session import Band, Direction, Kind, Pace, Side
from glutetimer.core.text.clean import clean
from glutetimer.core.text.problems import BadFile
from glutetimer.core.values import replace
from tests.helpers.core import plan, reps

BERLIN = timezone(timedelta(hours=1))
DONE = Result("done", 10, 20.4, "program", rest=30.0)
LEFT = BoutRecord("hip-circles", "Hip circles", "reps", 1, 1, "left", "forward", "none", 10, DONE)
OPEN = BoutRecord("plank", "Plank", "hold", 1, 1, "both", None, "none", 30)
WORKOUT = Workout(
    id="20261120T183005Z-7f3a9c21",
    session="hip-control",
    name="Hip control",
    mode="full",
    state="finished",
    rounds=3,
    without=(),
    speed=1.0,
    started=datetime(2026, 11, 20, 19, 30, 5, tzinfo=BERLIN),
    zone="Europe/Berlin",
    bouts=(LEFT,),
    ended=datetime(2026, 11, 20, 19, 58, 40, tzinfo=BERLIN),
    confirmed=True,
    effort=6,
)
TEXT = """\
format = 1
id = "20261120T183005Z-7f3a9c21"
kind = "workout"
session = "hip-control"
name = "Hip control"
mode = "full"
state = "finished"
rounds = 3
without = []
speed = 1.0
started = 2026-11-20T19:30:05+01:00
ended = 2026-11-20T19:58:40+01:00
zone = "Europe/Berlin"
confirmed = true
effort = 6

[[bout]]
exercise = "hip-circles"
name = "Hip circles"
kind = "reps"
round = 1
set = 1
side = "left"
direction = "forward"
band = "none"
target = 10
done = 10
seconds = 20.4
outcome = "done"
counted_by = "program"
reason = ""
rest = 30.0

[seal]
of = "20261120T183005Z-7f3a9c21"
"""
RESUME = Resume("hip-control", 'format = 1\r\nname = "Hip\tcontrol"\n', Options(without=("band",), rest=45))

WILD = st.text(st.characters(), max_size=12)
CALM = WILD.map(clean)
SECONDS = st.floats(0, 1_000_000)


def words(literal: object) -> st.SearchStrategy[Any]:
    """One of the words of a Literal type."""
    return st.sampled_from(get_args(literal))


def moments(seconds: int = 0) -> st.SearchStrategy[datetime]:
    """Moments at any offset of whole minutes, with as many seconds more."""
    offsets = st.integers(-1438, 1438).map(lambda minutes: timezone(timedelta(minutes=minutes, seconds=seconds)))
    return st.datetimes(datetime(1971, 1, 1), datetime(2200, 1, 1), timezones=offsets)


def results(text: st.SearchStrategy[str]) -> st.SearchStrategy[Result]:
    return _results(text, words(Outcome), st.integers(0, 10_000), words(CountedBy)) | _results(
        text, st.sampled_from(sorted(ON_ITS_WAY)), st.none(), st.just("hand")
    )


def _results(
    text: st.SearchStrategy[str],
    outcome: st.SearchStrategy[Any],
    done: st.SearchStrategy[int | None],
    counted_by: st.SearchStrategy[Any],
) -> st.SearchStrategy[Result]:
    return st.builds(
        Result,
        outcome=outcome,
        done=done,
        seconds=SECONDS,
        counted_by=counted_by,
        reason=text,
        rest=st.none() | SECONDS,
        pain=st.none() | st.integers(0, 10),
        place=text,
        pain_side=st.none() | words(PainSide),
        pain_flag=st.none() | words(Flag),
    )


def bouts(text: st.SearchStrategy[str]) -> st.SearchStrategy[BoutRecord]:
    return st.builds(
        BoutRecord,
        exercise=text,
        name=text,
        kind=words(Kind),
        round=st.integers(1, 99),
        set=st.integers(1, 99),
        side=words(Side),
        direction=st.none() | words(Direction),
        band=words(Band),
        target=st.integers(0, 10_000),
        result=st.none() | results(text),
        strength=text,
        form=text,
    )


def wishes() -> st.SearchStrategy[Own]:
    """What a runner may want otherwise for an exercise, as long as such an id can be."""
    dose = st.none() | st.integers(1, 600)
    return st.builds(
        Own,
        exercise=st.text("abc-", min_size=1, max_size=40),
        skip=st.booleans(),
        sets=st.none() | st.integers(1, 20),
        left=dose,
        right=dose,
        pace=st.none() | words(Pace),
        impact=st.none() | st.booleans(),
    )


def options() -> st.SearchStrategy[Options]:
    seconds = st.none() | st.integers(0, 600)
    return st.builds(
        Options,
        mode=words(Mode),
        rounds=st.none() | st.integers(1, 20),
        without=st.lists(st.sampled_from(["band", "chair"]), max_size=2).map(tuple),
        pace=st.none() | words(Pace),
        rest=seconds,
        minutes=st.none() | st.integers(1, 240),
        first_side=words(FirstSide),
        switch=seconds,
        setup=seconds,
        lead=st.none() | st.integers(0, 10),
        strength=CALM,
        own=st.lists(wishes(), max_size=4).map(tuple),
    )


def workouts(text: st.SearchStrategy[str], moment: st.SearchStrategy[datetime]) -> st.SearchStrategy[Workout]:
    return st.builds(
        Workout,
        id=st.from_regex(r"[0-9]{8}T[0-9]{6}Z-[0-9a-f]{8}", fullmatch=True),
        session=text,
        name=text,
        mode=words(Mode),
        state=words(WorkoutState),
        rounds=st.integers(1, 99),
        without=st.lists(text, max_size=3).map(tuple),
        speed=st.floats(0.001, 1000),
        started=moment,
        zone=text,
        bouts=st.lists(bouts(text), max_size=3).map(tuple),
        ended=st.none() | moment,
        confirmed=st.none() | st.booleans(),
        harder_side=st.none() | words(HarderSide),
        effort=st.none() | st.integers(0, 10),
        pain=st.none() | st.integers(0, 10),
        note=text,
        active=st.none() | SECONDS,
        pain_after=st.none() | st.integers(0, 10),
        place_after=text,
        pain_side_after=st.none() | words(PainSide),
        pain_flag_after=st.none() | words(Flag),
        morning=st.none() | words(Morning),
    )


def test_the_text_is_that_of_the_contract() -> None:
    assert dump_record(WORKOUT, seal=True) == TEXT


@settings(deadline=None, max_examples=100)
@given(workouts(CALM, moments()))
def test_every_workout_reads_back_equal(workout: Workout) -> None:
    assert load_record(dump_record(workout, seal=True)) == workout


@settings(deadline=None, max_examples=100)
@given(workouts(WILD, moments(seconds=32)))
def test_whatever_cannot_be_written_is_cleaned_and_then_reads_back_equal(workout: Workout) -> None:
    """Lone surrogates, controls, hidden characters; offsets with seconds, as of old local mean times."""
    assert load_record(dump_record(workout, seal=True)) == clean_workout(workout)


def test_cleaning_keeps_the_moment_and_what_can_be_seen() -> None:
    amsterdam = timezone(timedelta(minutes=19, seconds=32))
    started = WORKOUT.started.astimezone(amsterdam)
    workout = replace(WORKOUT, started=started, note='"Ping" 🏃 \x1b[31m\ud800 C:\\')
    found = clean_workout(workout)
    assert (found.started, found.started.utcoffset()) == (started, timedelta(minutes=20))
    assert found.note == '"Ping" 🏃 [31m C:\\'


def test_bouts_are_tables_of_their_own_however_short() -> None:
    short = BoutRecord("a", "A", "hold", 1, 1, "left", None, "none", 1)
    assert dump_record(replace(WORKOUT, bouts=(short, short)), seal=True).count("\n[[bout]]\n") == 2


def test_what_nobody_counted_is_absent_and_reads_back() -> None:
    """Unknown is not 0; the seconds are known."""
    short = Result("short", None, 12.5, "hand")
    workout = replace(WORKOUT, bouts=(replace(LEFT, result=short),))
    text = dump_record(workout, seal=True)
    assert "done" not in tomllib.loads(text)["bout"][0]
    assert load_record(text) == workout


def test_the_seal_comes_last_and_only_when_asked_for() -> None:
    sealed = dump_record(WORKOUT, seal=True, resume=RESUME)
    assert sealed.endswith(f'\n[seal]\nof = "{WORKOUT.id}"\n')
    assert "[seal]" not in dump_record(WORKOUT, seal=False, resume=RESUME)


def test_what_does_not_apply_is_absent() -> None:
    workout = replace(WORKOUT, bouts=(OPEN,), ended=None, confirmed=None, effort=None)
    data = tomllib.loads(dump_record(workout, seal=False))
    assert not data.keys() & {"ended", "confirmed", "effort", "pain", "note", "harder_side", "resume", "seal"}
    assert list(data["bout"][0]) == ["exercise", "name", "kind", "round", "set", "side", "band", "target"]


def test_pain_is_there_where_it_was_told() -> None:
    hurt = replace(DONE, outcome="pain", pain=0, place="left hip", pain_side="left", rest=None)
    bout = tomllib.loads(dump_record(replace(WORKOUT, bouts=(replace(LEFT, result=hurt),)), seal=True))["bout"][0]
    assert {key: bout.get(key) for key in ("pain", "place", "pain_side")} == {
        "pain": 0,
        "place": "left hip",
        "pain_side": "left",
    }


def test_resume_reads_back_word_for_word() -> None:
    assert load_resume(dump_record(WORKOUT, seal=False, resume=RESUME)) == RESUME
    assert load_resume(dump_record(WORKOUT, seal=True)) is None


@settings(deadline=None, max_examples=50)
@given(st.text(st.characters(codec="utf-8"), max_size=40))
def test_any_session_text_reads_back(text: str) -> None:
    assert load_resume(dump_record(WORKOUT, seal=False, resume=replace(RESUME, text=text))) == replace(
        RESUME, text=text
    )


@settings(deadline=None, max_examples=100)
@given(options())
def test_any_options_read_back(wanted: Options) -> None:
    resume = replace(RESUME, options=wanted)
    assert load_resume(dump_record(WORKOUT, seal=False, resume=resume)) == resume


def test_a_resume_ends_with_its_id_however_much_is_wanted_otherwise() -> None:
    """So a file that was cut short is never taken for one with fewer wishes."""
    own = tuple(Own(f"{'long' * 9}-{number}", sets=2, left=10, right=12, pace="counted") for number in range(9))
    text = dump_record(WORKOUT, seal=False, resume=replace(RESUME, options=Options(own=own)))
    assert text.endswith(f'\nof = "{WORKOUT.id}"\n')
    with pytest.raises(BadFile):
        load_resume(text[: text.rindex("[[resume.own]]")])


def test_what_nobody_said_is_absent() -> None:
    """As in the running files of older versions."""
    resume = tomllib.loads(dump_record(WORKOUT, seal=False, resume=replace(RESUME, options=Options())))["resume"]
    assert list(resume) == ["session", "mode", "without", "first_side", "text", "of"]


def test_the_band_in_use_is_kept_with_each_bout_that_has_one() -> None:
    made = plan(reps("kick", band="ankles"), reps("squat"), options=Options(strength="green"))
    begun = begin_workout(made, WORKOUT.id, WORKOUT.started, "UTC")
    for workout in (begun, with_results(begun, made, (DONE, DONE))):
        assert [bout.strength for bout in workout.bouts] == ["green", ""]
    bouts = tomllib.loads(dump_record(begun, seal=False))["bout"]
    assert [bout.get("strength") for bout in bouts] == ["green", None]
    assert workout_json(begun)["bout"] == bouts


def test_a_band_that_nobody_named_is_not_mentioned() -> None:
    begun = begin_workout(plan(reps("kick", band="ankles")), WORKOUT.id, WORKOUT.started, "UTC")
    assert "strength" not in dump_record(begun, seal=False)


def test_sure_record_gives_the_same_text() -> None:
    odd = replace(RESUME, session="caf\udce9", options=Options(strength="r\ud800ed", own=(Own("k\ud800ick", sets=2),)))
    running = replace(WORKOUT, state="running", note="\ud800")
    assert sure_record(WORKOUT, seal=True) == TEXT
    assert sure_record(running, seal=False, resume=odd) == dump_record(running, seal=False, resume=odd)
    assert sure_record(running, seal=False, resume=odd).encode()


@pytest.mark.parametrize(
    "broken",
    [
        replace(WORKOUT, effort=11),
        replace(WORKOUT, id="../../slip"),
        replace(WORKOUT, bouts=(replace(LEFT, result=replace(DONE, seconds=float("nan"))),)),
    ],
)
def test_sure_record_refuses_what_would_not_read_back(broken: Workout) -> None:
    with pytest.raises(ValueError, match=r"will not do|read back"):
        sure_record(broken, seal=True)


def test_sure_record_refuses_a_finished_workout_without_a_seal() -> None:
    with pytest.raises(ValueError, match="seal"):
        sure_record(WORKOUT, seal=False)


def test_json_is_the_record_without_its_seal() -> None:
    found = json.loads(json.dumps(workout_json(WORKOUT, "/log/x.toml")))
    expected = {key: value for key, value in tomllib.loads(TEXT).items() if key != "seal"}
    expected |= {"started": "2026-11-20T19:30:05+01:00", "ended": "2026-11-20T19:58:40+01:00"}
    assert found == expected | {"path": "/log/x.toml"}


def test_json_holds_no_null() -> None:
    bare = replace(WORKOUT, started=WORKOUT.started.astimezone(UTC), bouts=(OPEN,), ended=None, effort=None)
    assert "null" not in json.dumps(workout_json(bare))
