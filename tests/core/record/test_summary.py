"""A finished workout in a few lines."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from glutetimer.core.plan.options import Options, Own
from glutetimer.core.plan.plan import Plan
from glutetimer.core.record.record import Outcome, Result, Workout, begin_workout, with_results
from glutetimer.core.record.summary import Count, Done, SummaryRow, has_two_sides, rows, sentence
from glutetimer.core.session.session import Span
from glutetimer.core.values import replace
from tests.helpers.core import each, hold, plan, reps

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)

Given = tuple[Outcome, int] | None


def workout(wanted: Plan, *results: Given) -> Workout:
    """A workout with these outcomes and counts."""
    made = tuple(None if given is None else Result(given[0], given[1], 1.0, "program") for given in results)
    return with_results(begin_workout(wanted, "id", NOON, "UTC"), wanted, made)


def squats(*results: Given, count: int = 4) -> Done:
    """What the only side of an exercise with so many sets says."""
    (row,) = rows(workout(plan(reps(count=count), rounds=Span(len(results), len(results))), *results))
    (done,) = row.done
    return done


UNKNOWN = Result("short", None, 12.0, "hand")


def test_what_nobody_counted_is_shown_as_unknown_and_is_no_nought() -> None:
    """It is not cut short: nobody knows."""
    wanted = plan(reps("squat", 15), rounds=Span(3, 3))
    results = (Result("done", 15, 30.0, "tap"), UNKNOWN, replace(UNKNOWN, outcome="pain"))
    told = with_results(begin_workout(wanted, "id", NOON, "UTC"), wanted, results)
    (row,) = rows(told)
    assert [count.text for count in row.done[0].counts] == ["15", "?", "? pain"]
    assert row.done[0].total.text == "15+? of 45 pain"
    squat = plan(reps("squat", 15), rounds=Span(2, 2))
    short = with_results(begin_workout(squat, "id", NOON, "UTC"), squat, results[:2])
    assert rows(short)[0].done[0].total == Count("15+? of 30", True)
    assert sentence(told) == "1 of 3 as planned, 1 stopped for pain, 1 not counted."


def test_all_as_planned() -> None:
    """The plain case is one short sentence."""
    assert sentence(workout(plan(each(count=4)), ("done", 4), ("done", 4))) == "All 2 as planned."


def test_one_bout() -> None:
    """The only one is not "all 1"."""
    assert sentence(workout(plan(reps()), ("done", 4))) == "1 of 1 as planned."


def test_every_outcome_has_its_words() -> None:
    """In a fixed order; what did not happen is not named."""
    wanted = plan(each(count=4), reps(), hold(), reps("lunge"), reps("step"))
    done = workout(
        wanted, ("done", 4), ("short", 2), ("form-broke", 1), ("pain", 0), ("skipped", 0), ("not-reached", 0)
    )
    assert sentence(done) == (
        "1 of 6 as planned, 1 stopped at 2 of 4, 1 stopped for form: good call, 1 stopped for pain, 1 skipped, "
        "1 not reached."
    )


def test_several_that_were_stopped_short_are_counted() -> None:
    some = workout(plan(each(count=4)), ("short", 1), ("short", 3))
    assert sentence(some) == "0 of 2 as planned, 2 stopped short."


def test_a_hold_of_a_second_is_not_a_little_short() -> None:
    some = workout(plan(hold("plank", 45), reps()), ("short", 1), ("done", 4))
    assert sentence(some) == "1 of 2 as planned, 1 stopped at 1 of 45 s."


def test_an_early_end_is_said() -> None:
    """It is no other workout for that."""
    some = workout(plan(each(count=4)), ("done", 4), ("not-reached", 0))
    assert sentence(replace(some, state="early")) == "Ended early: 1 of 2 as planned, 1 not reached."
    whole = workout(plan(each(count=4)), ("done", 4), ("done", 4))
    assert sentence(replace(whole, state="early")) == "Ended early: all 2 as planned."


def test_rows_show_planned_and_done() -> None:
    """Left and right apart, set by set; holds in seconds."""
    wanted = plan(each(count=4), hold("plank", 30), rounds=Span(2, 2))
    done = workout(wanted, ("done", 4), ("done", 4), ("done", 4), ("done", 4), ("done", 30), ("done", 30))
    four, thirty = Count("4", False), Count("30", False)
    assert rows(done) == [
        SummaryRow(
            "Kick",
            "2 × 4",
            (
                Done("left", (four, four), Count("8 of 8", False)),
                Done("right", (four, four), Count("8 of 8", False)),
            ),
            "kick",
            "",
        ),
        SummaryRow("Plank", "2 × 30 s", (Done("both", (thirty, thirty), Count("60 of 60", False)),), "plank", ""),
    ]


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        (("done", 4), Count("4", False)),
        (("done", 5), Count("5▲", False)),
        (("short", 3), Count("3▼", True)),
        (("form-broke", 2), Count("2 form", True)),
        (("pain", 1), Count("1 pain", True)),
        (("skipped", 0), Count("-", True)),
        (("not-reached", 0), Count("-", True)),
        (None, Count("-", True)),
    ],
)
def test_what_is_not_as_planned_has_a_sign(given: Given, shown: Count) -> None:
    """Colour is never alone; more than planned is no fault."""
    assert squats(given, ("done", 4)).counts == (shown, Count("4", False))


@pytest.mark.parametrize(
    ("results", "shown"),
    [
        ([("done", 4), ("done", 6)], Count("10 of 8", False)),
        ([("done", 4), ("short", 3)], Count("7 of 8▼", True)),
        ([("done", 5), ("short", 3)], Count("8 of 8▼", True)),
        ([("done", 4), ("skipped", 0)], Count("4 of 8▼", True)),
        ([("short", 3), ("form-broke", 2)], Count("5 of 8 form", True)),
        ([("pain", 1), ("form-broke", 2)], Count("3 of 8 form pain", True)),
    ],
)
def test_all_sets_in_one(results: list[Given], shown: Count) -> None:
    """For where there is no room for each."""
    assert squats(*results).total == shown


def test_directions_are_counted_together() -> None:
    """Two of them are one count, whatever the room."""
    circles = each(count=10, directions=("forward", "backward"))
    done = workout(plan(circles), ("done", 10), ("done", 10), ("done", 10), ("short", 8))
    (row,) = rows(done)
    assert row.planned == "1 × 10+10"
    assert [side.counts for side in row.done] == [(Count("20 of 20", False),), (Count("18 of 20▼", True),)]


def test_nothing_done_is_one_sign() -> None:
    """Not one for each set."""
    assert squats(("skipped", 0), None, ("not-reached", 0)).counts == (Count("-", True),)


def test_sides_that_differ_say_so() -> None:
    """A physio may ask for less on one side."""
    own = Options(own=(Own("kick", left=12, right=8),))
    (row,) = rows(workout(plan(each(count=10), options=own), ("done", 12), ("done", 8)))
    assert row.planned == "1 × L 12 R 8"


def test_a_dose_made_smaller_on_the_way() -> None:
    """Both doses are told, in their order."""
    done = workout(plan(reps(count=9), rounds=Span(3, 3)), ("done", 9), ("done", 9), ("done", 6))
    eased = replace(done, bouts=(*done.bouts[:2], replace(done.bouts[2], target=6)))
    assert rows(eased)[0].planned == "2 × 9, 1 × 6"


def test_an_easier_variant_has_its_own_row() -> None:
    """What was done as something else is not added to it."""
    done = workout(plan(reps(), rounds=Span(2, 2)), ("done", 4), ("done", 4))
    renamed = replace(done, bouts=(done.bouts[0], replace(done.bouts[1], name="Heels on books")))
    assert [row.name for row in rows(renamed)] == ["Squat", "Heels on books"]


def test_two_sides() -> None:
    """Only then can one be harder."""
    assert has_two_sides(workout(plan(each()), None, None))
    assert not has_two_sides(workout(plan(reps(sides="alternate")), None))


def test_two_exercises_of_one_name_are_two_rows() -> None:
    """Reps and seconds are never added up: today's "2 × 12+30, 84 of 84"."""
    wanted = plan(reps("a", 12, name="Bridge"), hold("b", 30, name="Bridge"), rounds=Span(2, 2))
    done = workout(wanted, ("done", 12), ("done", 12), ("done", 30), ("done", 30))
    assert [(row.exercise, row.planned, row.done[0].total.text) for row in rows(done)] == [
        ("a", "2 × 12", "24 of 24"),
        ("b", "2 × 30 s", "60 of 60"),
    ]


def test_a_form_is_a_row_of_its_own() -> None:
    """By its id; in records of older programs by the name."""
    done = workout(plan(reps("squat", 4), rounds=Span(3, 3)), ("done", 4), ("done", 4), ("done", 4))
    first, second, third = done.bouts
    half = replace(second, form="squat-half-squat", name="Half squat")
    told = replace(done, bouts=(first, half, replace(third, name="Low squat")))
    assert [(row.name, row.planned) for row in rows(told)] == [
        ("Squat", "1 × 4"),
        ("Half squat", "1 × 4"),
        ("Low squat", "1 × 4"),
    ]
