"""What the runner says afterwards."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glutetimer.core.record.answers import (
    EFFORTS,
    MOST_NOTE,
    MOST_REPS,
    MOST_SCORE,
    MOST_SECONDS,
    Answers,
    answered,
    answers_of,
    form_broken,
    form_held,
    recounted,
)
from glutetimer.core.record.ending import cues_in, cues_of
from glutetimer.core.record.record import (
    ON_ITS_WAY,
    BoutRecord,
    CountedBy,
    Outcome,
    Result,
    Workout,
    begin_workout,
    with_results,
)
from glutetimer.core.record.write import sure_record
from glutetimer.core.values import replace
from tests.helpers.core import each, hold, plan, reps, session

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)
WANTED = plan(each(count=10), hold(seconds=30))
#: Bouts 0 and 1 are kicks, 2 is the hold.
HOLD = 2


def a_workout(*results: Result | None) -> Workout:
    """Kicks on both sides and a hold, with these results; the others are open."""
    padded = (*results, *[None] * (len(WANTED.bouts) - len(results)))
    return with_results(begin_workout(WANTED, "id", NOON, "UTC"), WANTED, padded)


def a_bout(outcome: Outcome, done: int, seconds: float = 20.0) -> BoutRecord:
    """Ten kicks that ended like this."""
    return a_workout(Result(outcome, done, seconds, "program", reason="Slow", pain=3)).bouts[0]


def result_of(bout: BoutRecord) -> Result:
    assert bout.result is not None
    return bout.result


@pytest.mark.parametrize(
    ("outcome", "before", "seconds", "done", "after"),
    [
        ("done", 10, 20.0, 8, "short"),
        ("done", 10, 20.0, 12, "done"),
        ("done", 10, 20.0, 0, "short"),
        ("short", 8, 20.0, 10, "done"),
        ("skipped", 0, 0.0, 10, "done"),
        ("skipped", 0, 0.0, 4, "short"),
        ("not-reached", 0, 0.0, 4, "short"),
        ("form-broke", 6, 20.0, 10, "form-broke"),
        ("form-broke", 6, 20.0, 0, "form-broke"),
        ("pain", 3, 20.0, 9, "pain"),
    ],
)
def test_the_outcome_follows_the_count(
    outcome: Outcome, before: int, seconds: float, done: int, after: Outcome
) -> None:
    """Only form and pain are reasons that no count changes."""
    result = result_of(recounted(a_bout(outcome, before, seconds), done))
    assert (result.outcome, result.done, result.counted_by) == (after, done, "hand")


def test_what_is_told_besides_the_count_stays() -> None:
    """Seconds, the cue and the pain are no counts."""
    before = a_bout("form-broke", 6)
    assert recounted(before, 7) == replace(before, result=replace(result_of(before), done=7, counted_by="hand"))


def test_what_was_stopped_ends_at_its_target() -> None:
    """Nobody stops for form beyond it."""
    assert result_of(recounted(a_bout("form-broke", 6), 50)).done == 10
    assert result_of(recounted(a_bout("pain", 14), 50)).done == 14


def test_reps_and_seconds_have_their_most() -> None:
    """And nothing is less than none."""
    done = Result("done", 10, 20.0, "program")
    workout = a_workout(done, done, replace(done, done=30))
    assert result_of(recounted(workout.bouts[0], 10**9)).done == MOST_REPS
    assert result_of(recounted(workout.bouts[HOLD], 10**9)).done == MOST_SECONDS
    assert result_of(recounted(workout.bouts[0], -5)).done == 0


def test_the_same_count_is_no_correction() -> None:
    """Who counted stays true."""
    bout = a_bout("done", 10)
    assert recounted(bout, 10) == bout


def test_a_bout_that_is_not_over_is_let_be() -> None:
    """There is nothing to correct."""
    bout = a_workout().bouts[0]
    assert recounted(bout, 5) == bout


RESULTS = st.builds(
    Result,
    outcome=st.sampled_from(get_args(Outcome)),
    done=st.integers(0, 1_000_000),
    seconds=st.sampled_from([0.0, 12.5]),
    counted_by=st.sampled_from(get_args(CountedBy)),
) | st.builds(Result, st.sampled_from(sorted(ON_ITS_WAY)), st.none(), st.just(12.5), st.just("hand"))
BOUTS = st.integers(0, HOLD).flatmap(lambda at: RESULTS.map(lambda result: a_workout(*[result] * 3).bouts[at]))


@given(BOUTS, st.integers())
def test_any_correction_can_be_written(bout: BoutRecord, done: int) -> None:
    """Never raises; a reason stays, and the record reads back."""
    after = recounted(bout, done)
    sure_record(replace(a_workout(), bouts=(after,)), seal=True)
    before, now = result_of(bout), result_of(after)
    assert 0 <= (now.done or 0) <= max(MOST_SECONDS, before.done or 0)
    if before.outcome in ("form-broke", "pain"):
        assert now.outcome == before.outcome


@given(st.sampled_from(get_args(Outcome)), st.integers(0, 15), st.integers(0, 15))
def test_corrected_back_it_ended_as_before(outcome: Outcome, before: int, between: int) -> None:
    """Where the program wrote it; only what was never reached is then skipped."""
    if outcome in ("skipped", "not-reached"):
        before = 0
    elif outcome in ("done", "short") and (before >= 10) != (outcome == "done"):
        outcome = "done" if before >= 10 else "short"
    elif outcome in ("form-broke", "pain"):
        before = min(before, 10)
    bout = a_bout(outcome, before, 0.0 if outcome in ("skipped", "not-reached") else 20.0)
    back = result_of(recounted(recounted(bout, between), before))
    assert back.done == before
    assert back.outcome == ("skipped" if outcome == "not-reached" and between else outcome)


def test_no_answer_changes_nothing() -> None:
    """What the workout holds already stays."""
    told = replace(a_workout(), confirmed=True, harder_side="left", effort=6, pain=4, note="Cold.")
    for workout in (a_workout(), told):
        assert answered(workout, answers_of(workout)) == workout


def test_answers_are_written() -> None:
    """Each in its place."""
    workout = answered(a_workout(), Answers(True, "right", 7, 2, note="  Cold\tday "))
    assert (workout.confirmed, workout.harder_side, workout.effort) == (True, "right", 7)
    assert (workout.pain, workout.note) == (2, "Cold day")


def test_not_confirmed_is_not_a_no() -> None:
    """Absent until the question is answered."""
    assert answered(a_workout(), Answers()).confirmed is None


@pytest.mark.parametrize(
    ("run", "now", "worst"), [(None, None, None), (None, 0, 0), (4, None, 4), (4, 2, 4), (4, 0, 4), (2, 5, 5)]
)
def test_pain_is_the_worst_of_the_run_and_now(run: int | None, now: int | None, worst: int | None) -> None:
    """What was told in the run is not taken back."""
    assert answered(replace(a_workout(), pain=run), Answers(pain=now)).pain == worst


@pytest.mark.parametrize(
    ("answers", "told"),
    [
        (Answers(pain=4, place="Knee", side="left"), (4, "knee", "left")),
        (Answers(place="Lower back"), (None, "lower back", None)),
        (Answers(pain=4), (4, "", None)),
        (Answers(pain=0, place="Knee", side="left"), (0, "", None)),
        (Answers(), (None, "", None)),
    ],
)
def test_pain_afterwards_has_keys_of_its_own(answers: Answers, told: tuple[int | None, str, str | None]) -> None:
    """The note stays the runner's own words."""
    workout = answered(a_workout(), replace(answers, note="Cold."))
    assert (workout.pain_after, workout.place_after, workout.pain_side_after) == told
    assert workout.note == "Cold."


@given(st.text(), st.integers() | st.none(), st.integers() | st.none(), st.text(max_size=30))
def test_any_answers_can_be_written(note: str, effort: int | None, pain: int | None, place: str) -> None:
    """Whatever is typed or pasted."""
    workout = answered(a_workout(), Answers(True, None, effort, pain, place, note=note * 300))
    sure_record(workout, seal=True)
    assert len(workout.note) <= MOST_NOTE
    assert workout.note == workout.note.strip()


def test_every_effort_has_a_word_of_its_own() -> None:
    """From 0 to 10."""
    assert len(set(EFFORTS)) == MOST_SCORE + 1


def test_a_broken_form_takes_the_last_rep_and_names_its_cue() -> None:
    broke = form_broken(a_bout("done", 10), "Slow")
    assert result_of(broke) == replace(result_of(a_bout("form-broke", 9)), reason="Slow")
    assert result_of(form_broken(broke, "Else")) == replace(result_of(broke), reason="Else")
    assert result_of(form_held(broke)) == replace(result_of(a_bout("short", 9)), reason="")


def test_of_what_was_never_begun_or_hurt_no_form_broke() -> None:
    for bout in (a_bout("skipped", 0, 0.0), a_bout("pain", 4), a_workout().bouts[0]):
        assert form_broken(bout, "Slow") == bout


def test_the_cues_of_an_exercise_are_known_by_its_id() -> None:
    kick = each(count=4, cues=("Slow",), without=(("band", reps("press", cues=("Breathe",))),))
    asked = session(kick)
    assert [cues_in(asked, id_) for id_ in ("kick", "press", "else")] == [("Slow",), ("Breathe",), ()]
    assert cues_of(plan(kick), a_bout("done", 4)) == ("Slow",)
