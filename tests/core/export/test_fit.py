"""A workout as FIT messages: what is in them, in which order, and when each set was."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest
from hypothesis import assume, given

from glutetimer.core.export.fit import NotForFit, codes_of, fit_messages, title_of
from glutetimer.core.export.fit_messages import (
    UNKNOWN,
    ActiveSet,
    Activity,
    ExerciseTitle,
    FileId,
    FitNotes,
    FitSession,
    Lap,
    Message,
    RestSet,
    Sport,
    Timer,
)
from glutetimer.core.export.fit_times import timeline
from glutetimer.core.record.duration import took
from glutetimer.core.record.record import BEGUN, BoutRecord, Result, Workout
from glutetimer.core.session.session import Variant
from glutetimer.core.values import replace
from tests.helpers.core import hold, reps, session
from tests.helpers.fit import CODES, MIXED, STARTED, begun_somehow, bout, done, needed, workout, workouts


def messages(made: Workout) -> tuple[Message, ...]:
    return fit_messages(made, CODES)


def sets(made: Workout) -> list[ActiveSet | RestSet]:
    return [message for message in messages(made) if isinstance(message, (ActiveSet, RestSet))]


def active(made: Workout) -> list[ActiveSet]:
    return [one for one in sets(made) if isinstance(one, ActiveSet)]


def laid(made: Workout) -> list[tuple[float, float, float]]:
    """Start, work and rest of each bout, in seconds."""
    return [(one.start / 1000, one.work / 1000, one.rest / 1000) for one in timeline(made).placed]


def begun(made: Workout) -> list[tuple[BoutRecord, Result]]:
    return [(each, each.result) for each in made.bouts if each.result and each.result.outcome in BEGUN]


def test_the_order_of_the_file() -> None:
    names = [type(message).__name__ for message in messages(MIXED)]
    work, rested = ["ActiveSet", "Record"], ["ActiveSet", "Record", "RestSet"]
    assert names[:9] == ["FileId", "DeviceInfo", "Sport", "FitNotes", *["ExerciseTitle"] * 5]
    assert names[9:] == ["Timer", *work, *rested, *rested, *rested, *work, "Timer", "Lap", "FitSession", "Activity"]


def test_sets_are_numbered_and_refer_to_their_titles() -> None:
    titles = [message for message in messages(MIXED) if isinstance(message, ExerciseTitle)]
    assert [one.index for one in titles] == [0, 1, 2, 3, 4]
    assert [one.index for one in sets(MIXED)] == [*range(8)]
    assert [(titles[one.title].title, titles[one.title].code == one.code) for one in active(MIXED)] == [
        ("Hip circles, left, forward", True),
        ("Hip circles, left, backward", True),
        ("Side press, right", True),
        ("Mine – ✓, left and right", True),
        ("Squat", True),
    ]


def test_a_title_is_there_once() -> None:
    made = workout(bout(), bout(set=2), bout(set=3, side="left"))
    assert [one.title for one in active(made)] == [0, 0, 1]


@pytest.mark.parametrize(
    ("changes", "title"),
    [
        ({}, "Squat"),
        ({"side": "left"}, "Squat, left"),
        ({"side": "right", "direction": "counter-clockwise"}, "Squat, right, counter-clockwise"),
        ({"direction": "left"}, "Squat, to the left"),
        ({"side": "alternate"}, "Squat, left and right"),
        ({"side": "alternate", "name": "Ü" * 200}, "Ü" * 119 + ", left and right"),
    ],
)
def test_titles_name_side_and_direction_and_fit_into_a_field(changes: dict[str, Any], title: str) -> None:
    assert title_of(bout(**changes)) == title
    assert len(title.encode()) <= 254


def test_repetitions_of_sides_that_take_turns_are_those_of_both() -> None:
    made = workout(bout(), bout(side="left"), bout(side="alternate"), bout(kind="hold", target=30))
    assert [one.repetitions for one in active(made)] == [8, 8, 16, None]


def test_more_repetitions_than_fit_has_room_for() -> None:
    """65535 would say that nobody knows how many."""
    made = workout(bout(result=done(65535)), bout(result=done(40_000), side="alternate"))
    assert [one.repetitions for one in active(made)] == [65534, 65534]


@pytest.mark.parametrize("outcome", ["skipped", "not-reached", None])
def test_what_was_not_begun_is_left_out(outcome: Any) -> None:
    gone = replace(bout(side="right"), result=outcome and done(0, 4.0, 5.0, outcome=outcome))
    assert messages(workout(bout(), gone)) == messages(workout(bout()))


@pytest.mark.parametrize("outcome", ["done", "short", "form-broke", "pain"])
def test_what_was_begun_is_there_however_it_ended(outcome: Any) -> None:
    assert [one.repetitions for one in active(workout(bout(result=done(0, outcome=outcome))))] == [0]


def test_an_exercise_without_a_number_is_unknown_and_never_the_first_of_a_category() -> None:
    made = workout(bout("mine"))
    assert [one.code for one in active(made)] == [UNKNOWN] == [(65534, 65535)]


def test_an_easier_way_may_have_a_number_of_its_own() -> None:
    made = workout(bout(name="Heels on books"), bout(name="Chair behind"))
    assert [one.code for one in active(made)] == [(28, 61), (28, 100)]


def test_numbers_come_from_exercises_their_ways_and_substitutes_and_the_first_file_counts() -> None:
    ways = (Variant("high", "High", "c", fit=(1, 3)), Variant("low", "Low", "c"))
    instead = hold("press", fit=(1, 4))
    first = session(reps("squat", fit=(1, 2), harder=ways[:1], easier=ways[1:], without=(("band", instead),)))
    second = session(reps("squat", fit=(2, 2)), reps("lunge", fit=(2, 3)), reps("kick"))
    assert codes_of([first, second]) == {
        ("squat", ""): (1, 2),
        ("squat", "High"): (1, 3),
        ("squat", "high"): (1, 3),
        ("press", ""): (1, 4),
        ("lunge", ""): (2, 3),
    }


def test_the_sums() -> None:
    """The timer ran while the workout was lived; the pauses, a minute of them, come at the end."""
    start, stop = (message for message in messages(MIXED) if isinstance(message, Timer))
    lap, whole, activity = messages(MIXED)[-3:]
    end = STARTED + timedelta(seconds=360)
    assert (start, stop) == (Timer(STARTED, True), Timer(STARTED + timedelta(seconds=300), False))
    assert lap == Lap(STARTED, end, 360.0, 300.0)
    assert whole == FitSession(STARTED, end, 360.0, 300.0, "Mine", 7)
    assert activity == Activity(end, 300.0)
    assert activity.at.utcoffset() == timedelta(hours=5, minutes=30)


def test_the_set_up_comes_first_and_what_remains_at_the_end() -> None:
    made = workout(bout(result=done(rest=30.0)), bout(set=2), seconds=200, active=150.0)
    assert laid(made) == [(15, 32, 30), (77, 32, 0)]
    assert (timeline(made).timer, timeline(made).elapsed) == (150_000, 200_000)


def test_a_change_of_side_and_of_direction_lies_between_the_bouts_of_a_set_only() -> None:
    made = workout(
        bout(side="left", direction="forward"),
        bout(side="left", direction="backward"),
        bout(side="right", direction="forward"),
        bout(side="left", direction="forward", set=2),
        bout("lunge", set=2),
    )
    assert [start for start, _, _ in laid(made)] == [15, 50, 87, 119, 151]


@pytest.mark.parametrize(
    ("seconds", "starts"), [(64, [0, 32]), (70, [6, 38]), (79, [15, 47]), (81, [15, 49]), (90, [15, 52])]
)
def test_set_up_and_changes_are_as_long_as_there_is_time_for(seconds: int, starts: list[float]) -> None:
    made = workout(bout(side="left"), bout(side="right"), seconds=seconds)
    assert [start for start, _, _ in laid(made)] == starts


@pytest.mark.parametrize(("ended", "elapsed"), [(None, 94.0), (36_000, 36_000.0), (94, 94.0), (70, 70.0)])
def test_where_nobody_measured_it_the_timer_ran_for_bouts_and_rests(ended: int | None, elapsed: float) -> None:
    """As far as there was time for them; a night before it was taken up again is no time of the timer."""
    made = workout(bout(side="left"), bout(side="right", result=done(rest=30.0)), seconds=ended, active=None)
    timer, end = min(94.0, elapsed), STARTED + timedelta(seconds=elapsed)
    assert laid(made) == [(0, 32, 0), (32, 32, timer - 64)]
    assert messages(made)[-2] == FitSession(STARTED, end, elapsed, timer, "Mine", None)


def test_a_clock_that_was_set_back_takes_nothing_from_the_timer() -> None:
    made = workout(bout(), seconds=0, active=50.0)
    assert messages(made)[-2] == FitSession(STARTED, STARTED + timedelta(seconds=50), 50.0, 50.0, "Mine", None)


@pytest.mark.parametrize("seconds", [0, -3600])
def test_an_end_that_cannot_be_is_no_end(seconds: int) -> None:
    assert messages(workout(bout(), seconds=seconds, active=None)) == messages(workout(bout(), seconds=None))


@pytest.mark.parametrize(
    ("seconds", "expected"),
    [
        (100, [(0, 32, 18), (50, 32, 18)]),
        (64, [(0, 32, 0), (32, 32, 0)]),
        (32, [(0, 16, 0), (16, 16, 0)]),
    ],
)
def test_where_the_times_contradict_each_other_rests_give_way_and_then_the_bouts(
    seconds: int, expected: list[tuple[float, float, float]]
) -> None:
    made = workout(bout(result=done(rest=30.0)), bout(set=2, result=done(rest=30.0)), seconds=seconds)
    assert laid(made) == expected
    assert len(sets(made)) == (4 if seconds == 100 else 2)


@given(workouts(sound=True))
def test_reps_and_durations_are_those_of_the_record(made: Workout) -> None:
    assume(begun_somehow(made))
    bouts, there = begun(made), active(made)
    assert [one.seconds for one in there] == [result.seconds for _, result in bouts]
    assert [one.seconds for one in sets(made) if isinstance(one, RestSet)] == [
        result.rest for _, result in bouts if result.rest
    ]
    assert [one.repetitions for one in there] == [
        None if each.kind == "hold" or result.done is None else result.done * (2 if each.side == "alternate" else 1)
        for each, result in bouts
    ]


@given(workouts(sound=False) | workouts(sound=True))
def test_no_set_lies_over_another_or_outside_of_the_workout(made: Workout) -> None:
    """Whatever the record says; and the messages come in the order of their times."""
    assume(begun_somehow(made))
    there, end = sets(made), moments(made)[-1]
    lived = timedelta(milliseconds=round(took(made).seconds * 1000))
    assert end == max(made.started + lived, made.ended or made.started)
    at = made.started
    for one in there:
        assert at <= one.start <= one.end
        assert one.end - one.start == timedelta(seconds=one.seconds)
        at = one.end
    assert at <= end
    assert moments(made) == sorted(moments(made))


def moments(made: Workout) -> list[datetime]:
    """What each message that has a time has for one, in the order of the file."""
    timed = (message for message in messages(made) if not isinstance(message, (FileId, Sport, FitNotes, ExerciseTitle)))
    return [one.end if isinstance(one, (ActiveSet, RestSet, Lap, FitSession)) else one.at for one in timed]


@given(workouts(sound=True))
def test_a_sound_record_leaves_time_for_all_of_it(made: Workout) -> None:
    """What is left is at the end: sets, rests, set-up and changes are what the timer ran for."""
    assume(begun_somehow(made))
    session_ = messages(made)[-2]
    assert isinstance(session_, FitSession)
    assert needed(made) - 0.001 <= session_.timer <= session_.elapsed


def test_a_rehearsal_is_refused() -> None:
    with pytest.raises(NotForFit, match="rehearsal"):
        messages(workout(bout(), speed=10.0))


def test_a_workout_in_which_nothing_was_begun_is_refused() -> None:
    with pytest.raises(NotForFit, match="nothing was started"):
        messages(workout(replace(bout(), result=None)))


@pytest.mark.parametrize(
    "changes",
    [
        {"started": STARTED.replace(year=1998, month=7, day=1), "ended": None},
        {"started": STARTED.replace(year=2127), "ended": None},
        {"started": STARTED.replace(year=9999, month=12, day=31, hour=23, minute=59), "ended": None},
        {"ended": STARTED + timedelta(days=50)},
    ],
)
def test_times_that_fit_cannot_say_are_refused(changes: dict[str, Any]) -> None:
    with pytest.raises(NotForFit, match="look at started and ended"):
        messages(workout(bout(), **changes))
