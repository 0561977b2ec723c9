"""A finished workout in a few lines."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from builders import each, hold, plan, reps

from glutetimer.core.plan import Plan
from glutetimer.core.record import Outcome, Result, Workout, begin_workout, with_results
from glutetimer.core.session import Span
from glutetimer.core.summary import has_two_sides, rows, sentence

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)


def workout(wanted: Plan, *results: tuple[Outcome, int] | None) -> Workout:
    """A workout with these outcomes and counts."""
    made = tuple(None if given is None else Result(given[0], given[1], 1.0, "program") for given in results)
    return with_results(begin_workout(wanted, "id", NOON, "UTC"), wanted, made)


def test_all_as_planned() -> None:
    """The plain case is one short sentence."""
    assert sentence(workout(plan(each(count=4)), ("done", 4), ("done", 4))) == "2 of 2 as planned."


def test_every_outcome_has_its_words() -> None:
    """In a fixed order; what did not happen is not named."""
    wanted = plan(each(count=4), reps(), hold(), reps("lunge"), reps("step"))
    done = workout(
        wanted, ("done", 4), ("short", 2), ("form-broke", 1), ("pain", 0), ("skipped", 0), ("not-reached", 0)
    )
    assert sentence(done) == (
        "1 of 6 as planned, 1 a little short, 1 stopped for form: good call, 1 stopped for pain, 1 skipped, "
        "1 not reached."
    )


def test_rows_show_planned_and_done() -> None:
    """Left and right apart; skipped and not reached are no count."""
    wanted = plan(each(count=4), hold("plank", 30), rounds=Span(2, 2))
    done = workout(wanted, ("done", 4), ("short", 3), ("done", 4), ("skipped", 0), ("done", 30), None)
    assert rows(done) == [("Kick", "2 x 4", "L 4 4   R 3 -"), ("Plank", "2 x 30 s", "30 -")]


def test_an_easier_variant_has_its_own_row() -> None:
    """What was done as something else is not added to it."""
    done = workout(plan(reps(), rounds=Span(2, 2)), ("done", 4), ("done", 4))
    renamed = replace(done, bouts=(done.bouts[0], replace(done.bouts[1], name="Heels on books")))
    assert [name for name, _, _ in rows(renamed)] == ["Squat", "Heels on books"]


def test_two_sides() -> None:
    """Only then can one be harder."""
    assert has_two_sides(workout(plan(each()), None, None))
    assert not has_two_sides(workout(plan(reps(sides="alternate")), None))
