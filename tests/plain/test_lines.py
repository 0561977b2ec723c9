"""What each event prints."""

from __future__ import annotations

import pytest

from glutetimer.core.plan.plan import Change
from glutetimer.core.run import events as ev
from glutetimer.core.session.session import Exercise, Span
from glutetimer.core.values import replace
from glutetimer.plain.lines import lines_for, title
from tests.helpers.core import each, hold, plan, reps

AT = (20.0, 1, 0)
KICK = each("kick", 4, how="Kick slowly.", cues=("Slow", "Straight"))


def lines(event: ev.Event, exercise: Exercise = KICK, changes: tuple[Change, ...] = ()) -> list[str]:
    """The lines of an event in a plan of this exercise."""
    return list(lines_for(event, plan(exercise), changes))


def test_the_count_in_says_lift_where_it_begins_at_the_top() -> None:
    top = replace(KICK, starts="up")
    assert [lines(ev.CountIn(*AT, left), top) for left in (3, 2, 1)] == [["  3... lift"], ["  2..."], ["  1..."]]
    assert lines(ev.LastSeconds(*AT, 3), top) == ["  3..."]


@pytest.mark.parametrize(
    ("event", "said"),
    [
        (ev.CountIn(*AT, 3), ["  3..."]),
        (ev.BoutStarted(*AT), ["Go"]),
        (ev.PhaseStarted(*AT, 1, 0, "up"), []),
        (ev.RepDone(*AT, 2, 4), ["  2"]),
        (ev.Halfway(*AT), ["  halfway"]),
        (ev.LastSeconds(*AT, 1), ["  1..."]),
        (ev.TargetReached(*AT), ["  target reached, counting on"]),
        (ev.BoutAmended(*AT), []),
        (ev.Recounted(*AT, 3), ["  3, corrected"]),
        (ev.LeadStarted(*AT, 3.0), ["Kick, LEFT, 4 reps, set 1 of 1: in 3 s"]),
        (ev.RestChanged(*AT, 45.0), ["45 s in all"]),
        (ev.RestChanged(*AT, 26.5), ["27 s in all"]),
        (
            ev.FormBroke(*AT, 1),
            ["Good call.", "  Which cue went first? Type its number:", "  1 Slow", "  2 Straight"],
        ),
        (ev.PainFelt(*AT), []),
        (ev.Paused(*AT, "key"), ["Paused."]),
        (ev.Paused(*AT, "gap"), ["Paused: the program stood still."]),
        (ev.Paused(*AT, "pain"), ["Everything is stopped."]),
        (ev.Resumed(*AT), []),
        (ev.Eased(*AT, "Bent knees", 8), ["Easier: Bent knees, 8"]),
        (ev.PaceChanged(*AT, "tap"), ["Kick: one press a rep"]),
        (ev.Finished(*AT, "finished"), ["Well done."]),
        (ev.Finished(*AT, "early"), ["Ended early."]),
        (ev.Finished(*AT, "discarded"), ["Thrown away."]),
    ],
)
def test_the_lines_of_an_event(event: ev.Event, said: list[str]) -> None:
    assert lines(event) == said


@pytest.mark.parametrize(
    ("outcome", "done", "said"),
    [
        ("done", 4, "Done: 4 of 4"),
        ("short", 2, "Ended: 2 of 4"),
        ("form-broke", 1, "Form broke: 1 of 4"),
        ("pain", 3, "Pain: 3 of 4"),
        ("skipped", 0, "Skipped: Kick"),
    ],
)
def test_the_end_of_a_bout_says_what_was_done(outcome: str, done: int, said: str) -> None:
    assert lines(ev.BoutEnded(*AT, outcome, done, 9.0, "program")) == [said]  # type: ignore[arg-type]


def test_holds_are_told_in_seconds() -> None:
    assert lines(ev.BoutEnded(*AT, "done", 33, 33.2, "tap"), hold("plank", 30)) == ["Done: 33 s of 30 s"]


def test_without_cues_nobody_asks_which_one() -> None:
    assert lines(ev.FormBroke(*AT, 1), reps()) == ["Good call."]


def test_a_rest_says_the_range_and_the_last_time() -> None:
    kick = replace(each("kick", 8), dose=Span(8, 15))
    printed = list(lines_for(ev.RestStarted(*AT, 30.0), plan(kick), (), {"kick": (9, 8)}))
    assert printed[1] == "  8 to 15 · last 9, 8"


def test_a_rest_says_what_comes_and_all_that_is_to_be_changed() -> None:
    lift = each("lift", 8, band="laces", posture="back", needs=(("chair", "sofa"), ("step",)), how="Lift the hip.")
    assert lines(ev.RestStarted(*AT, 30.0), lift, ("band", "kit", "posture")) == [
        "Rest, 30 s. Next: Lift, LEFT, 8 reps, set 1 of 1",
        "  Left leg",
        "  Band around the laces.",
        "  Take: chair or sofa, step.",
        "  Lie on your back.",
        "  Lift the hip.",
    ]


def test_a_rest_without_changes_names_none() -> None:
    assert lines(ev.SetupStarted(*AT, 15.0), reps()) == ["Get ready, 15 s. Next: Squat, 4 reps, set 1 of 1"]


def test_a_switch_says_the_new_side_and_its_cues() -> None:
    switch = ev.SwitchStarted(20.0, 2, 1, 5.0)
    assert lines(switch) == ["Switch, 5 s. Next: Kick, RIGHT, 4 reps, set 1 of 1", "  Right leg", "  Slow · Straight"]


def test_a_title_has_the_direction_and_the_round_of_a_circuit() -> None:
    kick = each("kick", 4, directions=("forward", "backward"))
    bout = plan(kick, order="circuit", rounds=Span(2, 2)).bouts[5]
    assert title(bout, "circuit") == "Kick, LEFT, backward, 4 reps, round 2 of 2"
