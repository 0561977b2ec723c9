"""What a front end is given to show."""

from __future__ import annotations

import pytest

from glutetimer.core.plan.options import Options
from glutetimer.core.run.commands import Correct, Do, Finish
from glutetimer.core.run.engine import Engine
from glutetimer.core.run.view import View, view
from glutetimer.core.session.session import Exercise, Phase, Span
from tests.helpers.core import Doing, each, hold, plan, reps

# Left 15-27, switch, right 32-44, rest 44-74, plank 74-94.
EXERCISES = (each("kick", 4), hold("plank", 20))


def at(now: float, *exercises: Exercise) -> View:
    """The run as it stands at `now`."""
    doing = Doing(*(exercises or EXERCISES))
    doing.to(now)
    return doing.view


@pytest.mark.parametrize(
    ("now", "stage", "index", "shown"),
    [
        (0.0, "setup", 0, 15),
        (11.5, "setup", 0, 4),
        (12.0, "ready", 0, 3),
        (20.0, "reps", 0, 0),
        (28.0, "switch", 1, 4),
        (29.0, "ready", 1, 3),
        (50.0, "rest", 2, 24),
        (73.2, "ready", 2, 1),
        (74.0, "hold", 2, 20),
        (74.1, "hold", 2, 20),
        (93.5, "hold", 2, 1),
        (94.0, "over", 2, 0),
    ],
)
def test_the_stages_of_a_run(now: float, stage: str, index: int, shown: int) -> None:
    seen = at(now)
    assert (seen.stage, seen.index, seen.shown_seconds) == (stage, index, shown)
    assert seen.count == (1 if stage == "reps" else 0)


def test_a_hold_that_nobody_ends_counts_up() -> None:
    assert at(18.0, hold("plank", 20, pace="tap")).shown_seconds == 3
    seen = at(48.9, hold("plank", 20, pace="tap"))
    assert (seen.counts_up, seen.shown_seconds, seen.total) == (True, 33, 20.0)


def test_a_look_between_ticks_is_never_below_nothing() -> None:
    """A front end may draw before it ticks."""
    doing = Doing(*EXERCISES)
    for now in (14.9, 73.9, 93.9):
        doing.to(now)
        late = view(doing.engine, now + 5.0)
        assert (late.seconds, late.left >= 0.0) == (0.0, True)


@pytest.mark.parametrize(
    ("now", "count", "label", "part"),
    [(15.0, 0, "up", 0.0), (15.5, 0, "up", 0.5), (16.0, 0, "down", 0.0), (17.5, 0, "down", 0.75), (18.0, 1, "up", 0.0)],
)
def test_reps_and_phases(now: float, count: int, label: str, part: float) -> None:
    seen = at(now)
    assert seen.phase is not None
    assert (seen.count, seen.of, seen.phase.label, seen.phase_done) == (count, 4, label, part)


@pytest.mark.parametrize("exercise", [reps(pace="tap"), reps(pace="own"), hold()])
def test_only_counted_reps_have_a_phase(exercise: Exercise) -> None:
    seen = at(20.0, exercise)
    assert (seen.phase, seen.phase_done) == (None, 0.0)


def test_the_phase_goes_on_where_a_pause_stopped_it() -> None:
    doing = Doing(*EXERCISES)
    doing.press(Do.PAUSE, 17.5)
    doing.press(Do.GO_ON, 20.0)
    assert doing.view.phase is None
    doing.wait(3.0)
    assert doing.view.phase_done == 0.75


@pytest.mark.parametrize(
    ("exercise", "main"),
    [(reps(), "end"), (reps(pace="tap"), "tap"), (reps(pace="own"), "done"), (hold(), "end-hold")],
)
def test_the_main_key_is_named(exercise: Exercise, main: str) -> None:
    doing = Doing(exercise)
    assert doing.view.main == "start"
    doing.to(16.0)
    assert doing.view.main == main
    doing.press(Do.PAUSE)
    assert (doing.view.main, doing.view.paused) == ("go-on", "key")
    doing.press(Do.GO_ON, 20.0)
    assert doing.view.main == "start"
    doing.press(Finish())
    assert (doing.view.main, doing.view.end) == ("", "finished")


def test_while_asked_the_frozen_count_and_the_seconds_to_answer_are_shown() -> None:
    doing = Doing(*EXERCISES)
    doing.press(Do.FORM_BROKE, 25.5)
    doing.wait(3.0)
    assert (doing.view.stage, doing.view.main) == ("asking", "go-on")
    assert (doing.view.count, doing.view.of, doing.view.seconds) == (2, 4, 12.0)
    doing.press(Correct(1))
    assert doing.view.count == 3


def test_while_asked_the_count_of_turns_is_that_of_the_record() -> None:
    doing = Doing(each("swap", 5, sides="alternate"))
    doing.press(Do.FORM_BROKE, 15.0 + 3 * 7 + 0.5)
    assert (doing.view.count, doing.view.of) == (6, 10)


def test_when_all_is_over_there_is_no_count() -> None:
    """Four reps were enough once it got easier: nobody is shown 5 of 4."""
    doing = Doing(reps("squat", 6))
    doing.press(Do.EASIER, 31.0)
    assert (doing.view.stage, doing.view.count, doing.result(0).done) == ("over", 0, 5)


def test_after_a_hold_there_is_no_count() -> None:
    doing = Doing(hold())
    doing.press(Do.PAIN, 20.0)
    assert (doing.view.count, doing.view.seconds, doing.view.paused) == (0, 0.0, "pain")


@pytest.mark.parametrize(
    ("first", "sides"), [("left", ["left", "right", "left"]), ("right", ["right", "left", "right"])]
)
def test_where_sides_take_turns_the_one_at_work_is_shown(first: str, sides: list[str]) -> None:
    options = Options(first_side="left" if first == "left" else "right")
    engine = Engine(plan(each("swap", 3, sides="alternate"), options=options))
    engine.start(0.0)
    assert view(engine, 0.0).side == "alternate"
    seen = []
    for now in (16.0, 19.0, 22.0):
        engine.advance(now)
        seen.append(view(engine, now).side)
    assert seen == sides


def test_what_is_left_is_the_plan_less_the_time_that_has_run() -> None:
    doing = Doing(*EXERCISES)
    for now in (0.0, 5.0, 14.9, 20.5, 29.0, 40.0, 60.0, 80.0, 94.0):
        doing.to(now)
        assert doing.view.left == pytest.approx(94.0 - now)


def test_what_is_left_follows_pauses_corrections_and_questions() -> None:
    doing = Doing(each("kick", 4))
    doing.press(Do.PAUSE, 22.5)
    doing.press(Do.GO_ON, 30.0)
    assert doing.view.left == pytest.approx(3.0 + 4.5 + 17.0)
    doing.wait(3.0)
    doing.press(Correct(-1))
    assert doing.view.left == pytest.approx(7.5 + 17.0)
    doing.press(Do.FORM_BROKE)
    assert doing.view.left == pytest.approx(15.0 + 17.0)


@pytest.mark.parametrize("pace", ["tap", "own"])
def test_at_another_pace_what_is_left_is_an_estimate_of_nothing_less_than_nothing(pace: str) -> None:
    doing = Doing(reps("a", 4, pace=pace))
    doing.to(20.0)
    assert doing.view.left == 7.0
    doing.to(90.0)
    assert doing.view.left == 0.0
    doing.press(Do.AGAIN)
    assert doing.view.left == 15.0


def test_a_rest_shows_what_comes_from_where() -> None:
    doing = Doing(reps("a", band="laces"), hold("b", band="knees", posture="back"))
    doing.to(40.0)
    seen = doing.view
    assert seen.before is not None
    assert (seen.before.id, seen.bout.exercise.id, seen.total) == ("a", "b", 30.0)
    assert seen.changes == ("band", "posture")
    doing.to(65.0)
    assert list(doing.view.changes) == []
    assert doing.view.total == 20.0


def test_the_strip_holds_the_bouts_of_the_set() -> None:
    doing = Doing(each("kick", 4), hold("plank"), rounds=Span(2, 2))
    doing.to(40.0)
    strip = doing.view.set_bouts
    assert [(item.bout.side, item.now, item.result is not None) for item in strip] == [
        ("left", False, True),
        ("right", True, False),
    ]
    doing.press(Finish())
    assert [item.now for item in doing.view.set_bouts] == [False, False]


def test_the_bout_after_this_one() -> None:
    seen = at(40.0)
    assert seen.after is not None
    assert seen.after.exercise.id == "plank"
    assert at(80.0).after is None


def test_where_in_the_session_one_is() -> None:
    seen = at(80.0)
    assert (seen.exercise_number, seen.exercises, seen.session, seen.order) == (2, 2, "Test", "straight")
    assert (seen.last, len(seen.bouts), len(seen.results)) == (1, 3, 3)


def test_the_reading_of_a_phase_stays_between_nothing_and_all() -> None:
    doing = Doing(reps(tempo=(Phase("up", 0.7), Phase("down", 0.9))))
    assert doing.view.phase_done == 0.0
    doing.to(15.0)
    assert view(doing.engine, 500.0).phase_done == 1.0


def test_nothing_is_left_of_a_count_in_once_the_run_is_over() -> None:
    doing = Doing(*EXERCISES)
    doing.press(Do.BACK, 20.0)
    doing.press(Finish(), 21.0)
    assert (doing.view.stage, doing.view.seconds, doing.view.left) == ("over", 0.0, 0.0)


def test_reps_have_no_seconds() -> None:
    assert at(16.0, reps(count=30)).seconds == 0.0


def test_the_side_at_work_is_that_of_the_bout() -> None:
    assert [at(now).side for now in (20.0, 40.0, 80.0)] == ["left", "right", "both"]


def test_what_is_left_of_a_rest_is_rounded_up_whatever_comes() -> None:
    assert at(11.5, hold("plank", 20, pace="own")).shown_seconds == 4


def test_a_count_in_of_the_running_bout_is_no_work_yet() -> None:
    doing = Doing(*EXERCISES)
    doing.press(Do.BACK, 20.0)
    doing.wait(0.5)
    assert (doing.view.stage, doing.view.main, doing.view.seconds) == ("ready", "start", 2.5)
