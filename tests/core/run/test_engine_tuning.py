"""Easier, other paces, corrected counts."""

from __future__ import annotations

import pytest

from glutetimer.core.plan.options import Options
from glutetimer.core.record.record import Result
from glutetimer.core.run import events as ev
from glutetimer.core.run.commands import Correct, Do
from glutetimer.core.session.session import Span, Variant
from tests.helpers.core import Doing, each, hold, names, reps

BENT = Variant("bent", "Bent knees", "Bend both knees")
BOOKS = Variant("books", "On books", "Heels on books", needs=(("books",),))


def test_easier_takes_the_next_variant_from_here_on() -> None:
    doing = Doing(each("kick", easier=(BENT,), cues=("Slow",)), rounds=Span(2, 2))
    assert doing.press(Do.EASIER, 40.0)[:2] == [ev.Eased(40.0, 3, 1, "Bent knees", 4), ev.LeadStarted(40.0, 3, 1, 3.0)]
    assert [bout.exercise.name for bout in doing.engine.state.plan.bouts] == ["Kick", *["Bent knees"] * 3]
    assert doing.view.bout.exercise.cues == ("Bend both knees", "Slow")


def test_the_reps_so_far_stay_when_it_gets_easier() -> None:
    doing = Doing(each("kick", easier=(BENT,)))
    doing.press(Do.EASIER, 22.0)
    doing.wait(3.0)
    assert doing.view.count == 2


def test_without_a_variant_a_third_less() -> None:
    doing = Doing(reps("squat", 12), rounds=Span(2, 2))
    assert doing.press(Do.EASIER, 20.0)[0] == ev.Eased(20.0, 1, 0, "Squat", 8)
    assert [(bout.target, bout.seconds) for bout in doing.engine.state.plan.bouts] == [(8, 24.0)] * 2


def test_after_the_last_variant_a_third_less() -> None:
    doing = Doing(reps("squat", 12, easier=(BENT,)))
    doing.press(Do.EASIER, 5.0)
    assert doing.press(Do.EASIER, 6.0) == [ev.Eased(6.0, 0, 0, "Bent knees", 8)]


def test_a_smaller_target_that_is_reached_already_ends_the_bout() -> None:
    doing = Doing(reps("squat", 6), reps("b"))
    assert names(doing.press(Do.EASIER, 15.0 + 12.5)) == ["Eased", "BoutEnded", "RestStarted"]
    assert doing.results[0] == Result("done", 4, 12.5, "program")


def test_a_hold_past_its_smaller_target_counts_on_where_nobody_ends_it() -> None:
    doing = Doing(hold("plank", 30, pace="tap"))
    assert names(doing.press(Do.EASIER, 40.0))[:2] == ["Eased", "LeadStarted"]
    doing.wait(3.0)
    assert doing.view.seconds == 25.0


def test_one_rep_cannot_be_made_easier() -> None:
    doing = Doing(reps("squat", 1))
    assert doing.press(Do.EASIER, 5.0) == []


def test_easier_in_a_rest_is_for_the_bout_to_come() -> None:
    doing = Doing(reps("squat", 6), reps("b", 9), rounds=Span(2, 2))
    doing.to(100.0)
    assert doing.view.bout.exercise.id == "b"
    assert doing.press(Do.EASIER) == [ev.Eased(100.0, 4, 2, "B", 6)]


def test_a_variant_with_the_band_elsewhere_changes_what_the_rest_asks_for() -> None:
    off = Variant("off", "No band", "Without the band", band="none")
    doing = Doing(reps("a"), reps("b", band="knees", easier=(off,)))
    doing.to(40.0)
    assert list(doing.view.changes) == ["band"]
    doing.press(Do.EASIER)
    assert list(doing.view.changes) == []


def test_variants_come_one_after_the_other() -> None:
    doing = Doing(reps("squat", easier=(BENT, BOOKS)))
    doing.press(Do.EASIER, 5.0)
    assert doing.press(Do.EASIER, 6.0) == [ev.Eased(6.0, 0, 0, "On books", 4, ("kit",))]


def test_a_variant_whose_kit_is_missing_is_passed_over() -> None:
    doing = Doing(reps("squat", easier=(BOOKS, BENT)), options=Options(without=("books",)))
    assert doing.press(Do.EASIER, 5.0) == [ev.Eased(5.0, 0, 0, "Bent knees", 4)]
    assert doing.engine.state.current.exercise.form == "bent"


def test_after_pain_easier_is_for_the_bouts_to_come() -> None:
    doing = Doing(each("kick", 6))
    doing.press(Do.PAIN, 20.0)
    events = doing.press(Do.EASIER, 25.0)
    assert events[:2] == [ev.Resumed(20.0, 1, 0), ev.Eased(20.0, 1, 0, "Kick", 4)]
    assert names(events)[2] == "SwitchStarted"
    assert [bout.target for bout in doing.engine.state.plan.bouts] == [6, 4]


def test_after_pain_in_the_last_bout_there_is_nothing_to_make_easier() -> None:
    doing = Doing(reps("a"), reps("b"))
    doing.press(Do.PAIN, 20.0)
    assert (doing.press(Do.EASIER, 25.0), doing.engine.paused) == ([], "pain")


def test_paces_go_round_and_hold_for_the_rest_of_the_exercise() -> None:
    doing = Doing(reps("a"), reps("b"), order="circuit", rounds=Span(2, 2))
    for at, pace in ((1.0, "tap"), (2.0, "own"), (3.0, "counted"), (4.0, "tap")):
        assert doing.press(Do.PACE, at) == [ev.PaceChanged(at, 0, 0, pace)]  # type: ignore[arg-type]
    assert [bout.pace for bout in doing.engine.state.plan.bouts] == ["tap", "counted", "tap", "counted"]


def test_a_new_pace_in_the_middle_keeps_the_reps_and_counts_in() -> None:
    doing = Doing(reps("squat", 4))
    assert names(doing.press(Do.PACE, 22.5)) == ["PaceChanged", "LeadStarted", "CountIn"]
    doing.wait(4.0)
    doing.press(Do.MAIN)
    doing.press(Do.MAIN, doing.now + 1.0)
    assert doing.results == (Result("done", 4, 9.5, "tap"),)


def test_a_hold_past_its_target_ends_when_it_is_to_be_counted() -> None:
    doing = Doing(hold("plank", 20, pace="own"), reps())
    assert names(doing.press(Do.PACE, 40.0)) == ["PaceChanged", "BoutEnded", "RestStarted"]
    assert doing.result(0).done == 25


def test_the_running_count_is_corrected_and_the_rep_under_way_goes_on() -> None:
    doing = Doing(reps("squat", 6))
    assert doing.press(Correct(-1), 22.0) == [ev.Recounted(22.0, 1, 0, 1)]
    assert [event for event in doing.to(24.0) if isinstance(event, ev.RepDone)] == [ev.RepDone(24.0, 1, 0, 2, 6)]
    doing.out()
    assert doing.results == (Result("done", 6, 21.0, "hand"),)


def test_a_count_corrected_to_the_target_ends_the_bout() -> None:
    doing = Doing(reps("squat", 6), reps("b"))
    assert names(doing.press(Correct(9), 22.0)) == ["Recounted", "BoutEnded", "RestStarted"]
    assert doing.results[0] == Result("done", 6, 7.0, "hand")


def test_a_count_does_not_go_below_nothing() -> None:
    doing = Doing(reps("squat", 6))
    doing.press(Correct(-5), 19.0)
    assert doing.view.count == 0
    assert doing.press(Correct(-1)) == []


def test_a_correction_is_forgotten_when_the_bout_begins_again() -> None:
    doing = Doing(reps("squat", 6))
    doing.press(Correct(-1), 22.0)
    doing.press(Do.AGAIN, 23.0)
    doing.out()
    assert doing.result(0).counted_by == "program"


def test_a_correction_is_not_forgotten_by_a_pause_or_an_undone_end() -> None:
    doing = Doing(reps("squat", 6), reps("b"))
    for at, command in ((22.0, Correct(-1)), (23.0, Do.PAUSE), (25.0, Do.GO_ON), (29.0, Do.MAIN), (30.0, Do.BACK)):
        doing.press(command, at)
    doing.out()
    assert [result and result.counted_by for result in doing.results] == ["hand", "program"]


@pytest.mark.parametrize(("by", "done", "outcome"), [(-1, 3, "short"), (1, 5, "done"), (-9, 0, "short")])
def test_at_ones_own_pace_a_correction_sets_the_count_of_the_bout(by: int, done: int, outcome: str) -> None:
    """From the target on, for that is what one press would say."""
    own = Doing(reps("a", 4, pace="own"), reps("b"))
    assert own.press(Correct(by), 20.0) == [ev.Recounted(20.0, 1, 0, done)]
    own.press(Do.MAIN, 30.0)
    assert own.result(0) == Result(outcome, done, 15.0, "hand")  # type: ignore[arg-type]


def test_at_ones_own_pace_sides_that_take_turns_are_set_together() -> None:
    own = Doing(each("swap", 5, sides="alternate", pace="own"), reps("b"))
    own.press(Correct(-1), 20.0)
    own.press(Correct(-1), 21.0)
    assert own.view.count == 6
    own.press(Do.MAIN, 30.0)
    assert own.result(0).done == 3


def test_the_count_of_a_hold_is_corrected_when_it_is_over() -> None:
    held = Doing(hold("plank", 20), reps("b"))
    assert held.press(Correct(1), 20.0) == []
    assert held.press(Correct(-3), 40.0) == [ev.BoutAmended(40.0, 1, 0)]
    assert held.results[0] == Result("short", 17, 20.0, "hand")


@pytest.mark.parametrize(("by", "done", "outcome"), [(-1, 3, "short"), (-9, 0, "short"), (2, 6, "done")])
def test_the_bout_that_has_just_ended_is_corrected_in_the_rest(by: int, done: int, outcome: str) -> None:
    doing = Doing(reps("a"), reps("b"))
    doing.press(Correct(by), 30.0)
    assert (doing.result(0).done, doing.result(0).outcome, doing.result(0).counted_by) == (done, outcome, "hand")


def test_a_short_bout_corrected_to_its_target_is_done() -> None:
    doing = Doing(reps("a", 4), reps("b"))
    doing.press(Do.MAIN, 24.5)
    doing.press(Correct(1), 30.0)
    assert (doing.result(0).done, doing.result(0).outcome) == (4, "done")


def test_a_correction_in_the_first_second_is_not_forgotten() -> None:
    doing = Doing(reps("a", 4), reps("b"))
    for at, command in ((15.5, Correct(1)), (15.8, Do.MAIN), (16.0, Do.BACK)):
        doing.press(command, at)
    doing.out()
    assert doing.result(0).counted_by == "hand"


def test_a_correction_that_changes_nothing_is_none() -> None:
    doing = Doing(reps("a"), reps("b"))
    doing.press(Correct(-4), 30.0)
    assert doing.press(Correct(-1)) == []


def test_in_a_count_in_there_is_no_count_to_correct() -> None:
    doing = Doing(reps("a"))
    doing.press(Do.BACK, 20.0)
    assert doing.press(Correct(1)) == []


def test_unattended_taps_count_too() -> None:
    doing = Doing(reps("a", 3, pace="tap"), unattended=True)
    for at in (16.0, 17.0, 18.0):
        doing.press(Do.MAIN, at)
    assert doing.results == (Result("done", 3, 3.0, "program"),)


def test_taps_beyond_a_smaller_target_end_the_bout() -> None:
    doing = Doing(reps("squat", 6, pace="tap"), reps("b"))
    for at in (16.0, 17.0, 18.0, 19.0):
        doing.press(Do.MAIN, at)
    assert names(doing.press(Do.EASIER, 20.0)) == ["Eased", "BoutEnded", "RestStarted"]
    assert doing.results[0] == Result("done", 4, 5.0, "tap")


def test_a_new_pace_leaves_the_bouts_before_as_they_were() -> None:
    doing = Doing(reps("squat", 4), rounds=Span(2, 2))
    doing.press(Do.PACE, 40.0)
    assert [bout.pace for bout in doing.engine.state.plan.bouts] == ["counted", "tap"]


def test_with_nobody_to_end_it_a_hold_past_its_smaller_target_is_done() -> None:
    """Else a rehearsal would stand there for ever."""
    doing = Doing(hold("plank", 30, pace="tap"), unattended=True)
    assert names(doing.press(Do.EASIER, 40.0)) == ["Eased", "BoutEnded", "Finished"]
    assert doing.result(0).done == 25


def test_with_nobody_to_tap_a_corrected_bout_ends_when_it_would_have() -> None:
    doing = Doing(reps("a", 3, pace="tap"), unattended=True)
    assert doing.press(Correct(1), 22.0) == [ev.Recounted(22.0, 1, 0, 1)]
    assert [event.at for event in doing.out() if isinstance(event, ev.BoutEnded)] == [24.0]
