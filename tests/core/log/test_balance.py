"""Left against right: what counts, what is even, what is too little to say."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glutetimer.core.log.balance import FEW, Balance, Harder, balances, beside, unconfirmed, uncounted
from glutetimer.core.log.rows import SideRow
from glutetimer.core.values import replace
from tests.helpers.side_rows import side, workout


def both(left: int, right: int, workouts: int = FEW, **changes: object) -> list[SideRow]:
    """So many workouts with this much on each side, of 10 planned."""
    return [
        side(name, clean, days=day, **changes)
        for day in range(workouts)
        for name, clean in (("left", left), ("right", right))
    ]


def one(rows: list[SideRow], **changes: object) -> Balance:
    """The balance of the only exercise in these rows."""
    (found,) = balances(rows, [workout(day, **changes) for day in range(60)])
    return found


def test_no_rows_no_balance() -> None:
    """And exercises without sides have none."""
    assert balances([], []) == ()
    assert balances([side("both"), side("alternate")], []) == ()


def test_the_gap_is_in_percent_of_the_stronger_side() -> None:
    """Ten against eight: the right did a fifth less; the other way round it has the other sign."""
    assert one(both(10, 8)).gap == pytest.approx(20.0)
    assert one(both(10, 8)).word == "R -20 %"
    assert one(both(10, 8)).less == "right"
    assert one(both(8, 10)).gap == pytest.approx(-20.0)
    assert one(both(8, 10)).word == "L -20 %"


def test_a_small_gap_is_even() -> None:
    """Below 5 %: a rep in twenty-five is no difference."""
    found = one([side("left", 50, days=day, target=50) for day in range(3)] + both(0, 48, target=50)[1::2])
    assert found.gap == pytest.approx(4.0)
    assert (found.word, found.less) == ("even", None)


def test_a_form_has_a_balance_of_its_own() -> None:
    """Reps of a half squat are no reps of a squat."""
    half: dict[str, Any] = {"form": "kick-half", "name": "Half kick"}
    found = balances([*both(10, 10), *both(10, 6, **half)], [])
    assert [(one.name, one.form, one.word) for one in found] == [
        ("Half kick", "kick-half", "R -40 %"),
        ("Kick", "", "even"),
    ]
    before = balances(both(10, 5, **half), [])
    assert [one.was for one in beside(found, before)] == [50.0, None]


def test_what_nobody_counted_is_no_evidence_and_no_nought() -> None:
    """The workout is left out, and told apart from those that nobody confirmed."""
    unknown = side("right", 0, days=9, best=0, counted=False, evidence=False)
    rows = [*both(10, 10), side("left", days=9), unknown, side("left", days=8, evidence=False)]
    found = one(rows)
    assert (found.word, found.uncounted, found.unconfirmed) == ("even", 1, 1)
    assert (uncounted(rows), unconfirmed(rows)) == (1, 1)


def test_doses_that_differ_on_purpose_are_no_gap() -> None:
    """Twelve for the left and eight for the right, both done: even."""
    rows = [side("left", 12, days=day, target=12) for day in range(3)]
    rows += [side("right", 8, days=day, target=8) for day in range(3)]
    assert one(rows).word == "even"


def test_few_workouts_say_nothing() -> None:
    """Two on one side are not enough, however many there are on the other."""
    rows = both(10, 5, FEW)[:-1]
    assert one(rows).gap is None
    assert one(rows).word == "few"


def test_what_nobody_confirmed_is_no_evidence() -> None:
    """It is counted as left out, and changes no sum."""
    unsure = [replace(row, workout=f"u{row.workout}") for row in both(10, 0, 30, evidence=False)]
    found = one([*both(10, 8), *unsure])
    assert found.gap == pytest.approx(20.0)
    assert found.unconfirmed == 30
    assert unconfirmed(unsure) == 30


def test_one_corrected_side_is_no_evidence_against_it() -> None:
    """Who corrects only the bout that went wrong, and confirms nothing, has not said how the other side was."""
    corrected = [side("left", 4, days=day) for day in range(6)]
    corrected += [side("right", 10, days=day, evidence=False) for day in range(6)]
    assert one(corrected).word == "few"
    rest = [side("left", 10, days=day, evidence=False) for day in range(6)]
    assert one([*corrected, *rest, *(replace(row, evidence=True) for row in corrected[6:])]).word == "few"


def test_only_workouts_with_both_sides_are_compared() -> None:
    """One that ended after the left side says nothing of the right one."""
    found = one([*both(10, 8), *(side("left", 2, days=day) for day in range(10, 20))])
    assert (found.left.workouts, found.right.workouts) == (3, 3)
    assert found.gap == pytest.approx(20.0)


def test_what_is_left_out_on_one_side_is_not_done_there() -> None:
    """Two of three sets skipped on the right, all done on the left: the right did less."""
    rows = [side("left", 30, days=day, target=30) for day in range(3)]
    rows += [side("right", 10, days=day, target=10, skipped=20) for day in range(3)]
    found = one(rows)
    assert found.gap == pytest.approx(66.67, abs=0.01)
    assert (found.right.target, found.right.skipped) == (90, 60)


def test_sums_of_a_side() -> None:
    """Clean reps, bouts, seconds, form breaks, and the workouts in which it hurt."""
    left = one([*both(9, 10), side("left", 4, days=0, form_breaks=1), side("left", days=9, pain=3)]).left
    assert (left.workouts, left.bouts, left.target, left.clean) == (3, 8, 40, 31)
    assert (left.seconds, left.form_breaks, left.pains) == (120.0, 1, 1)


def test_pain_counts_also_where_nothing_is_compared() -> None:
    """It was told by a person, whoever counted the reps."""
    assert one([*both(9, 10), side("left", days=9, evidence=False, pain=4)]).left.pains == 1


def test_pain_zero_is_no_pain() -> None:
    """It was asked for, and there was none."""
    assert one(both(9, 10, pain=0)).left.pains == 0


def test_the_harder_side_is_that_of_the_workouts_with_the_exercise() -> None:
    """Once a workout, however many rows it has."""
    assert one(both(10, 10), harder_side="right").harder == Harder(right=3)
    assert one(both(10, 10)).harder.asked == 0


def test_reps_and_holds_are_apart() -> None:
    """Seconds and reps are never added up."""
    found = balances([*both(10, 10), *both(30, 20, kind="hold")], [])
    assert [(one.kind, one.left.clean) for one in found] == [("hold", 90), ("reps", 30)]


def test_the_widest_gap_comes_first_and_few_last() -> None:
    """What matters is at the top."""
    rows = both(10, 10, exercise="a", name="A") + both(10, 7, exercise="b", name="B")
    rows += both(10, 1, 1, exercise="c", name="C") + both(8, 10, exercise="d", name="D")
    assert [one.name for one in balances(rows, [])] == ["B", "D", "A", "C"]


def test_the_newest_name_is_shown() -> None:
    """An easier variant, or a renamed exercise, is the same exercise."""
    rows = [side("left", days=5, name="Old"), side("left", days=1, name="New"), side("right", days=4, name="Old")]
    assert one(rows).name == "New"


def test_the_gap_before_stands_beside_it() -> None:
    """The same exercise of the same kind; None where it was not known then."""
    now = (one(both(10, 8)),)
    assert beside(now, [one(both(10, 7))])[0].before == "was R -30 %"
    assert beside(now, [one(both(10, 10))])[0].before == "was even"
    assert beside(now, [one(both(30, 20, kind="hold"))])[0].before == ""
    assert beside(now, [one(both(10, 8, 1))])[0].before == ""


def test_nothing_done_on_either_side_is_no_gap() -> None:
    """Zero of ten twice: nothing to divide by."""
    assert one(both(0, 0)).gap is None
    assert one(both(0, 0)).word == "few"


@given(st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), min_size=FEW, max_size=20))
def test_mirrored_rows_have_the_mirrored_gap(done: list[tuple[int, int]]) -> None:
    """No side is treated otherwise."""
    rows = [
        row
        for day, (left, right) in enumerate(done)
        for row in (side("left", left, days=day), side("right", right, days=day))
    ]
    mirrored = [side("right" if row.side == "left" else "left", row.clean, workout=row.workout) for row in rows]
    gap, other = one(rows).gap, one(mirrored).gap
    assert (gap is None) == (other is None)
    if gap is not None and other is not None:
        assert gap == -other
        assert -100 <= gap <= 100


def test_who_spares_the_leg_that_hurts_is_not_said_to_have_a_weak_other_one() -> None:
    """The left was stopped for pain twice, and the right left out: that says nothing of strength."""
    sore = [side("left", 6, days=day, pain=4) for day in (3, 4)]
    sore += [side("right", 0, days=day, bouts=0, target=0, skipped=10) for day in (3, 4)]
    found = one([*both(10, 10), *sore])
    assert (found.word, found.pained, found.left.pains) == ("even", 2, 2)
    assert one([*both(10, 10, 1), *sore]).few


def test_a_workout_in_which_it_hurt_and_all_was_done_counts() -> None:
    assert one(both(10, 10, pain=2)).left.workouts == FEW
