"""What is said at a glance: days, counts, signs, the best bouts, and answers as JSON."""

from __future__ import annotations

from datetime import UTC, date, datetime

from glutetimer.core.export.as_json import answer, balances_json, bests_json, weeks_json
from glutetimer.core.log.balance import balances
from glutetimer.core.log.bests import best_bouts
from glutetimer.core.log.rows import SideRow, workout_row
from glutetimer.core.log.side_rows import side_rows
from glutetimer.core.log.weeks import Week, goal_words, session_words, week_signs, workout_signs
from glutetimer.core.session.session import Side
from glutetimer.core.text.english import count
from glutetimer.core.values import replace
from tests.helpers.log_maker import workouts

FRIDAY = date(2026, 11, 20)
ROW = replace(
    workout_row(workouts(1, 1)[0]), confirmed=True, sure=True, pain=None, hurt=False, place="", form_breaks=0,
    state="finished", speed=1.0,
)  # fmt: skip


def side(best: int, day: int, of: Side = "left", *, evidence: bool = True, exercise: str = "kick") -> SideRow:
    """A row in which only this matters."""
    started = datetime(2026, 11, day, 12, 0, tzinfo=UTC)
    sums = (1, best, best, best, 1.0, 0, 0, None, False, "")
    return SideRow(f"w{day}", started, exercise, exercise, "reps", of, evidence, *sums)


def test_counts() -> None:
    assert [count(1, "rep"), count(0, "rep"), count(2135, "rep")] == ["1 rep", "0 reps", "2,135 reps"]


def test_more_than_the_goal_stands_alone() -> None:
    """ "4 of 3" is no sum."""
    assert [goal_words(Week(FRIDAY, 3, full=workouts)) for workouts in (0, 3, 4)] == ["0 of 3", "3 of 3", "4"]


def test_a_week_in_signs() -> None:
    assert week_signs(Week(FRIDAY, 3, full=1, rounds=1)) == "■ ▪ □"
    assert week_signs(Week(FRIDAY, 3, full=4)) == "■ ■ ■ ■"
    assert len(week_signs(Week(FRIDAY, 3, full=400))) < 30


def test_a_workout_as_planned_has_no_sign() -> None:
    assert workout_signs(ROW) == ()


def test_signs_of_a_workout() -> None:
    odd = replace(ROW, state="early", pain=3, hurt=True, form_breaks=1, confirmed=False, sure=False)
    assert workout_signs(odd) == ("ended early", "pain 3", "form", "unconfirmed")
    assert workout_signs(replace(ROW, copy=True, confirmed=False, sure=False)) == ("copy",)
    assert workout_signs(replace(ROW, speed=20.0, confirmed=False, sure=False)) == ("rehearsal",)


def test_no_pain_is_no_sign() -> None:
    """Told, and 0."""
    assert workout_signs(replace(ROW, pain=0)) == ()


def test_pain_has_its_place_where_there_is_room() -> None:
    sore = replace(ROW, pain=3, hurt=True, place="knee")
    assert (workout_signs(sore), workout_signs(sore, brief=True)) == (("pain 3 knee",), ("pain 3",))
    assert workout_signs(replace(sore, pain=None, place="")) == ("pain",)


def test_what_a_person_counted_needs_nobody_to_confirm_it() -> None:
    """Presses, or corrected by hand: there is evidence."""
    assert workout_signs(replace(ROW, confirmed=False, sure=True)) == ()


def test_one_round_is_named_with_its_session() -> None:
    assert session_words(replace(ROW, name="Hip", mode="full")) == "Hip"
    assert session_words(replace(ROW, name="Hip", mode="post-run")) == "Hip, post-run"


def test_the_best_bout_and_the_first_day_it_was_reached() -> None:
    (best,) = best_bouts([side(7, 3), side(9, 5), side(9, 8)])
    assert (best.value, best.day) == (9, date(2026, 11, 5))


def test_what_nobody_confirmed_is_no_best() -> None:
    (best,) = best_bouts([side(7, 3), side(9, 5, evidence=False)])
    assert best.value == 7
    assert best_bouts([side(9, 5, evidence=False)]) == ()


def test_a_form_has_a_best_of_its_own_and_its_band_beside_it() -> None:
    half = replace(side(15, 9), form="kick-half", name="Half kick", band="knees", strength="red")
    found = best_bouts([side(7, 3), half, replace(side(30, 10), form="kick-half", counted=False, evidence=False)])
    assert [(one.name, one.form, one.value, one.band, one.strength) for one in found] == [
        ("kick", "kick-half", 15, "knees", "red"),
        ("kick", "", 7, "none", ""),
    ]
    assert bests_json(found)[0] == {
        "exercise": "kick", "form": "kick-half", "name": "kick", "kind": "reps", "side": "left", "value": 15,
        "day": "2026-11-09", "band": "knees", "strength": "red",
    }  # fmt: skip
    assert not {"form", "band", "strength"} & bests_json(found)[1].keys()


def test_nothing_is_no_best() -> None:
    assert best_bouts([side(0, 3)]) == ()


def test_bests_go_by_exercise_the_latest_first_left_before_right() -> None:
    rows = [side(1, 3, "right"), side(1, 4), side(5, 9, exercise="squat"), side(2, 9, "right", exercise="squat")]
    assert [(best.exercise, best.side) for best in best_bouts(rows)] == [
        ("squat", "left"), ("squat", "right"), ("kick", "left"), ("kick", "right"),
    ]  # fmt: skip


def test_answers_have_no_null() -> None:
    assert answer(a=None, b=[ROW.mode], day=FRIDAY) == {"format": 1, "b": ["full"], "day": "2026-11-20"}


def test_a_week_that_met_its_goal_says_so() -> None:
    (week,) = weeks_json([Week(FRIDAY, 3, full=1, rounds=2)])
    assert week == {"monday": "2026-11-20", "goal": 3, "full": 1, "rounds": 2, "workouts": 3, "met": True}


def test_a_gap_nobody_knows_is_absent() -> None:
    few = balances_json(balances([side(5, 3), side(5, 3, "right")], []))
    assert "gap_percent" not in few[0]
    known = [side(amount, day, of) for day in (3, 4, 5) for of, amount in _DONE]
    rows = [replace(row, target=10) for row in known]
    (one,) = balances_json(balances(rows, []))
    assert (one["gap_percent"], one["less"]) == (-50.0, "left")


_DONE: tuple[tuple[Side, int], ...] = (("left", 5), ("right", 10))


def test_rows_of_a_real_log_are_json() -> None:
    made = workouts(4, 20)
    sides = [row for workout in made for row in side_rows(workout)]
    assert balances_json(balances(sides, [workout_row(workout) for workout in made]))
