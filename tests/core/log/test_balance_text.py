"""What the balance says in sentences."""

from __future__ import annotations

from typing import Any

import pytest

from glutetimer.core.log.balance import Balance, balances, beside
from glutetimer.core.log.balance_text import detail, left_out, sentences
from glutetimer.core.values import replace
from tests.helpers.side_rows import side, workout


def window(left: int, right: int, **changes: Any) -> tuple[Balance, ...]:
    """Three workouts with so much of 100 on each side."""
    rows = [side("left", left, days=day, target=100, **changes) for day in range(3)]
    rows += [side("right", right, days=day, target=100, **changes) for day in range(3)]
    return balances(rows, [workout(day, harder_side="right" if day else "same") for day in range(3)])


def test_nothing_done_apart() -> None:
    """No two-sided exercise."""
    assert sentences((), 8) == ("No exercise was done on each side yet.",)


def test_too_little() -> None:
    """It says how much it takes."""
    few = balances([side("left"), side("right")], [])
    assert sentences(few, 8) == ("Too little to compare: it takes 3 confirmed workouts on each side.",)


def test_even() -> None:
    """A gap that is not worth a sentence is none."""
    assert sentences(window(100, 92), 8) == ("Left and right are about even.",)


def test_a_gap_with_what_was_said_and_what_to_try() -> None:
    """The side that did less, how often it felt harder, where to begin."""
    assert sentences(window(100, 80), 8) == (
        "The right side did less in Kick, and was said to be harder after 2 of 3 workouts.",
        "Begin with the right.",
    )
    assert sentences(window(80, 100), 8)[0] == "The left side did less in Kick."


@pytest.mark.parametrize(
    ("then", "said"),
    [
        (70, "The gap in Kick is closing: 30 % in the 8 weeks before, 20 % now."),
        (88, "The gap in Kick is growing: 12 % in the 8 weeks before, 20 % now."),
        (81, "The gap in Kick is about what it was in the 8 weeks before: 20 %."),
    ],
)
def test_closing_growing_steady(then: int, said: str) -> None:
    """Beside the window before."""
    assert sentences(beside(window(100, 80), window(100, then)), 8)[1] == said


def test_a_gap_that_closed_is_told() -> None:
    """Even now, but it was not."""
    assert sentences(beside(window(100, 96), window(100, 70)), 8) == (
        "Left and right are about even.",
        "The gap in Kick is closing: 30 % in the 8 weeks before, 4 % now.",
    )


def test_the_other_side_before() -> None:
    """It is no closing when the sides have changed."""
    said = sentences(beside(window(100, 80), window(80, 100)), 8)[1]
    assert said == "It was the other side in the 8 weeks before: left 20 % less then, right 20 % less now."


def test_a_side_that_was_even_before_was_not_ahead() -> None:
    """Half a percent the other way is no lead."""
    said = sentences(beside(window(100, 80), window(99, 100)), 8)[1]
    assert said == "The sides were even in Kick in the 8 weeks before."


def test_a_gap_that_went_over_to_the_other_side_a_little_is_closing() -> None:
    """Even is even, whichever side has the half percent."""
    said = sentences(beside(window(99, 100), window(100, 70)), 8)
    assert said[1] == "The gap in Kick is closing: 30 % in the 8 weeks before, 1 % now."


def test_another_exercise_before_says_nothing() -> None:
    """Nor one of which there is too little."""
    assert len(sentences(beside(window(100, 80), window(100, 50, exercise="squat")), 8)) == 2
    assert len(sentences(beside(window(100, 80), balances([side("left"), side("right")], [])), 8)) == 2


def test_all_of_one_exercise() -> None:
    """Both sides, what was said, what was before, what was left out."""
    rows = [side("left", 9, form_breaks=1), side("right", 10, bouts=1, target=5, skipped=5)]
    rows += [side("left", 4, days=2, pain=2), side("right", days=2)]
    rows += [side("left", days=1, evidence=False), side("right", days=1)]
    (one,) = balances(rows, [workout(harder_side="left")])
    assert detail(replace(one, was=-26.4)) == (
        "Left: 9 of 10 reps in 2 sets of 1 workout, form broke once, pain in 1 workout.",
        "Right: 10 of 10 reps in 1 set of 1 workout (5 reps left out), form held.",
        "You found the left harder once.",
        "In as many weeks before: L -26 %.",
        "Left out: 1 workout that nobody confirmed.",
        "Left out: 1 workout in which it hurt and not all was done.",
    )


def test_holds_are_in_seconds() -> None:
    """And more than one form break is counted."""
    left = side("left", 45, kind="hold", target=60, form_breaks=2)
    (one,) = balances([left, side("right", 60, kind="hold", target=60)], [])
    assert detail(one)[0] == "Left: 45 of 60 s in 2 sets of 1 workout, form broke 2 times."
    assert len(detail(one)) == 2


def test_what_is_left_out_and_why() -> None:
    assert left_out(0) == ""
    assert left_out(2, 1) == (
        "Counts nobody confirmed are left out (2 workouts). What nobody counted is left out (1 workout)."
    )
    (one,) = window(100, 80)
    assert detail(replace(one, uncounted=2))[-1] == "Left out: 2 workouts in which nobody counted."


def told(left: int, right: int, answers: str, breaks: tuple[int, int] = (0, 0)) -> tuple[Balance, ...]:
    """As many workouts as there are answers ("l", "r", "s"), with so much of 100 on each side in each of them."""
    sides = {"l": "left", "r": "right", "s": "same"}
    rows = [side("left", left, days=day, target=100) for day in range(len(answers))]
    rows += [side("right", right, days=day, target=100) for day in range(len(answers))]
    rows[0] = replace(rows[0], form_breaks=breaks[0])
    rows[len(answers)] = replace(rows[len(answers)], form_breaks=breaks[1])
    return balances(rows, [workout(day, harder_side=sides[answer]) for day, answer in enumerate(answers)])


def test_eight_times_the_left_was_harder_is_no_balance() -> None:
    """It says what was counted and what was felt."""
    assert sentences(told(100, 100, "llllllll"), 8) == (
        "Both sides did all that was planned, so counts cannot tell them apart. "
        "You found the left harder 8 of 8 times.",
        "Begin with the left.",
    )
    assert sentences(told(100, 97, "llllllll"), 8) == (
        "Counted, the sides differ by less than 10 %. You found the left harder 8 of 8 times.",
        "Begin with the left.",
    )
    assert told(100, 97, "llllllll")[0].word == "L harder"


def test_counts_that_are_equal_by_construction_say_so() -> None:
    """All was done as planned: no count goes beyond it."""
    (one,) = now = told(100, 100, "sss")
    assert sentences(now, 8) == ("Both sides did all that was planned, so the counts cannot differ.",)
    assert detail(one)[2] == "All as planned: the counts cannot differ."
    assert one.word == "even"
    (other,) = told(100, 99, "sss")
    assert not any("cannot" in line for line in (*detail(other), *sentences((other,), 8)))


@pytest.mark.parametrize(
    ("answers", "felt"),
    [("ll", None), ("lll", "left"), ("lllr", "left"), ("llllrr", "left"), ("lllrr", None), ("rrrss", "right")],
)
def test_it_takes_three_answers_and_twice_as_many_as_for_the_other_side(answers: str, felt: str | None) -> None:
    (one,) = told(100, 100, answers)
    assert one.felt == felt
    assert ("harder" in one.word) is (felt is not None)


def test_form_that_breaks_on_one_side_weighs_in() -> None:
    """Beside what was said; where they do not agree no side is named."""
    assert sentences(told(100, 97, "sss", (1, 4)), 8) == (
        "Counted, the sides differ by less than 10 %. Form broke more on the right in Kick: 4 to 1.",
        "Begin with the right.",
    )
    said = sentences(told(100, 97, "lll", (1, 4)), 8)
    assert said == (
        "Counted, the sides differ by less than 10 %. You found the left harder 3 of 3 times. "
        "Form broke more on the right in Kick: 4 to 1.",
    )


def test_counts_and_answers_that_do_not_agree_are_both_said() -> None:
    assert sentences(told(100, 80, "lllr"), 8) == (
        "The right side did less in Kick, though you found the left harder 3 of 4 times.",
    )


def test_answers_are_told_where_the_counts_are_too_few() -> None:
    rows = [side(where, days=day, evidence=False) for where in ("left", "right") for day in range(4)]
    now = balances(rows, [workout(day, harder_side="left") for day in range(4)])
    assert sentences(now, 8) == (
        "Too little to compare: it takes 3 confirmed workouts on each side.",
        "You found the left harder 4 of 4 times.",
    )
