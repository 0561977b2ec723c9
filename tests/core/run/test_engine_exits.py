"""Skipping, jumping, finishing: what was done stays, what was not says why."""

from __future__ import annotations

import pytest

from glutetimer.core.record.record import NOT_REACHED, Outcome, Result
from glutetimer.core.run import events as ev
from glutetimer.core.run.commands import Command, Correct, Do, Finish, Jump
from glutetimer.core.session.session import Exercise, Span
from tests.helpers.core import Doing, each, hold, names, reps

# Left 15-27, switch, right 32-44, rest 44-74, plank 74-94.
EXERCISES = (each("kick", 4), hold("plank", 20))
SKIPPED = Result("skipped", 0, 0.0, "program")


def outcomes(doing: Doing) -> list[str | None]:
    return [result.outcome if result else None for result in doing.results]


def test_skipping_leaves_out_what_is_open_of_the_exercise() -> None:
    doing = Doing(each("kick"), hold("plank"), rounds=Span(2, 2))
    doing.press(Do.SKIP, 50.0)
    assert outcomes(doing) == ["done", "done", "skipped", "skipped", None, None]
    assert doing.view.bout.exercise.id == "plank"
    assert doing.results[2] == SKIPPED


def test_reps_already_done_in_a_skipped_bout_stay() -> None:
    doing = Doing(*EXERCISES)
    doing.press(Do.SKIP, 22.5)
    assert doing.results[:2] == (Result("short", 2, 7.5, "program"), SKIPPED)


def test_even_one_rep_stays() -> None:
    doing = Doing(*EXERCISES)
    doing.press(Do.SKIP, 19.0)
    assert doing.result(0).outcome == "short"


def test_a_bout_skipped_before_its_first_rep_is_skipped() -> None:
    doing = Doing(*EXERCISES)
    doing.press(Do.SKIP, 16.0)
    assert doing.results[0] == SKIPPED


def test_a_hold_past_its_target_is_done_even_when_the_rest_is_skipped() -> None:
    doing = Doing(hold("plank", 20, pace="tap"), rounds=Span(2, 2))
    doing.press(Do.SKIP, 40.0)
    assert outcomes(doing) == ["done", "skipped"]


def test_skipping_the_last_exercise_ends_the_run() -> None:
    doing = Doing(*EXERCISES)
    assert names(doing.press(Do.SKIP, 80.0)) == ["BoutEnded", "Finished"]


def test_skipping_while_asked_leaves_the_exercise_for_today() -> None:
    doing = Doing(*EXERCISES)
    doing.press(Do.FORM_BROKE, 20.0)
    doing.press(Do.SKIP, 22.0)
    assert outcomes(doing) == ["form-broke", "skipped", None]


@pytest.mark.parametrize("key", [Do.SKIP, Finish(), Jump(2)])
def test_a_finished_bout_that_is_done_again_is_not_lost(key: Do | Finish | Jump) -> None:
    doing = Doing(*EXERCISES)
    doing.press(Do.BACK, 29.0)
    doing.press(key, 29.0 + 3.0 + 7.0)
    assert doing.results[0] == Result("done", 4, 12.0, "program")


def test_a_rest_begun_anew_adds_to_the_rest_taken() -> None:
    doing = Doing(reps("a"), reps("b"), reps("c"))
    doing.press(Do.SKIP, 37.0)
    doing.press(Do.MAIN, 57.0)
    doing.wait(3.0)
    assert doing.result(0).rest == 33.0


def test_jumping_forward_skips_what_lies_between_and_prepares() -> None:
    doing = Doing(*EXERCISES)
    assert doing.press(Jump(2), 22.5) == [
        ev.BoutEnded(22.5, 1, 0, "short", 2, 7.5, "program"),
        ev.BoutEnded(22.5, 3, 1, "skipped", 0, 0.0, "program"),
        ev.Skipped(22.5, 3, 1, (1,)),
        ev.RestStarted(22.5, 4, 2, 30.0),
    ]


def test_jumping_back_prepares_and_then_goes_on_with_what_is_open() -> None:
    doing = Doing(*EXERCISES)
    assert doing.press(Jump(0), 50.0)[0] == ev.SwitchStarted(50.0, 0, 0, 5.0)
    doing.out()
    assert [event.bout for event in doing.events if isinstance(event, ev.BoutStarted)] == [0, 1, 0, 2]


def test_jumping_to_the_running_bout_begins_it_anew() -> None:
    doing = Doing(*EXERCISES)
    assert names(doing.press(Jump(0), 22.5)) == ["SetupStarted"]
    assert outcomes(doing) == [None, None, None]


def test_jumping_before_anything_was_done_is_a_set_up() -> None:
    doing = Doing(*EXERCISES)
    assert doing.press(Jump(2), 5.0)[-1] == ev.SetupStarted(5.0, 4, 2, 15.0)


def test_a_jump_past_kit_and_floor_gives_time_for_both() -> None:
    doing = Doing(reps("a"), reps("b"), reps("c", band="knees", posture="back"), rest=5)
    assert doing.press(Jump(2), 28.0)[-1] == ev.RestStarted(28.0, 4, 2, 20.0)


def test_finishing_keeps_the_reps_and_says_what_was_never_begun() -> None:
    doing = Doing(*EXERCISES)
    assert doing.press(Finish(), 22.5)[-1] == ev.Finished(22.5, 1, 0, "early")
    assert doing.results == (Result("short", 2, 7.5, "program"), NOT_REACHED, NOT_REACHED)


@pytest.mark.parametrize("exercise", [reps(), hold()])
def test_a_bout_that_was_begun_is_not_unreached(exercise: Exercise) -> None:
    doing = Doing(exercise)
    doing.press(Finish(), 15.5)
    assert (doing.result(0).outcome, doing.result(0).done, doing.result(0).seconds) == ("short", 0, 0.5)


@pytest.mark.parametrize(
    ("command", "outcome"),
    [(Finish(), "short"), (Do.SKIP, "short"), (Do.PAIN, "pain"), (Do.FORM_BROKE, "form-broke"), (Jump(1), "short")],
)
def test_at_ones_own_pace_it_is_unknown_what_was_done_on_the_way(command: Command, outcome: Outcome) -> None:
    """Unknown is not 0: nobody counted."""
    doing = Doing(reps(pace="own"), reps("b"))
    doing.press(command, 25.5)
    assert doing.results[0] == Result(outcome, None, 10.5, "hand")


def test_a_bout_done_again_whose_reps_nobody_counts_keeps_what_is_known() -> None:
    doing = Doing(reps(count=8, pace="own"), reps("b"))
    doing.press(Do.MAIN, 25.0)
    doing.press(Do.AGAIN, 26.0)
    doing.press(Do.SKIP, 35.0)
    assert (doing.result(0).done, doing.result(0).outcome) == (8, "done")


def test_a_bout_that_was_only_prepared_is_unreached() -> None:
    doing = Doing(*EXERCISES)
    doing.press(Finish(), 30.0)
    assert outcomes(doing) == ["done", "not-reached", "not-reached"]


def test_finishing_in_a_rest_keeps_the_rest_so_far() -> None:
    doing = Doing(*EXERCISES)
    doing.press(Finish(), 50.0)
    assert doing.result(1).rest == 6.0


def test_ending_in_the_last_bout_leaves_nothing_out() -> None:
    doing = Doing(*EXERCISES)
    assert doing.press(Finish(), 80.0)[-1] == ev.Finished(80.0, 5, 2, "finished")


def test_discarding_says_so() -> None:
    doing = Doing(*EXERCISES)
    assert doing.press(Finish(keep=False), 22.5) == [ev.Finished(22.5, 1, 0, "discarded")]


def test_after_the_end_no_command_does_anything() -> None:
    doing = Doing(*EXERCISES)
    doing.press(Finish(), 22.5)
    assert [doing.press(command, 30.0) for command in (*Do, Correct(1), Jump(0), Finish(keep=False))] == [[]] * (
        len(Do) + 3
    )


def test_leaving_a_bout_that_was_begun_prepares_from_where_one_stands() -> None:
    """The band is on and one lies on the side, though not one rep was done."""
    doing = Doing(reps("a"), reps("b", band="knees", posture="side"), reps("c"), rest=5)
    doing.to(44.0 + 5.0)
    assert (doing.view.stage, doing.view.index) == ("reps", 1)
    assert doing.press(Do.SKIP)[-1] == ev.RestStarted(49.0, 4, 2, 20.0)
    assert doing.view.changes == ("band", "posture")
    assert doing.view.before is doing.engine.state.plan.bouts[1].exercise


def test_leaving_an_exercise_in_its_rest_prepares_from_the_one_before() -> None:
    doing = Doing(reps("a"), reps("b", band="knees", posture="side"), reps("c"), rest=5)
    doing.press(Do.SKIP, 30.0)
    assert (doing.view.total, doing.view.changes) == (5.0, ())


def test_jumping_back_out_of_a_bout_gives_time_to_change() -> None:
    doing = Doing(reps("a", posture="back"), reps("b"), rest=5)
    assert doing.press(Jump(0), 45.0) == [ev.RestStarted(45.0, 0, 0, 10.0)]
    assert doing.view.changes == ("posture",)


def test_jumping_to_the_other_side_out_of_a_bout_is_a_change_of_sides() -> None:
    doing = Doing(each("kick", posture="side"))
    assert doing.press(Jump(0), 43.0) == [ev.SwitchStarted(43.0, 0, 0, 10.0)]
    assert doing.view.last == 1


def test_a_jump_in_the_middle_of_a_count_in_is_counted_in_from_three() -> None:
    doing = Doing(*EXERCISES)
    doing.press(Jump(2), 73.5)
    assert [event.left for event in doing.to(104.0) if isinstance(event, ev.CountIn)] == [3, 2, 1]
