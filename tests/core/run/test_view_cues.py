"""Which cue is shown: all of them in a workout, the one that went last time first, a set's own beside them."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from glutetimer.core.run.commands import Do, NameCue
from glutetimer.core.run.cues import cues_of
from glutetimer.core.session.session import Exercise, Span
from tests.helpers.core import Doing, each, hold, plan, reps


def cues(exercise: Exercise, **changes: Any) -> list[str]:
    """The cues as they come, bout after bout: "A B / C A"."""
    doing = Doing(exercise, unattended=True, **changes)
    shown = [[doing.view.cue()]]
    while (due := doing.engine.next_due()) is not None:
        at = doing.view.index
        doing.to(due)
        if doing.view.index != at:
            shown.append([doing.view.cue()])
        elif doing.view.cue() != shown[-1][-1] and doing.engine.state.stage == "bout":
            shown[-1].append(doing.view.cue())
    return [" ".join(bout) for bout in shown]


def test_a_bout_begins_with_one_and_goes_on_with_the_next_at_halfway() -> None:
    for order in ("straight", "circuit"):
        assert cues(reps(cues=("A", "B", "C")), rounds=Span(4, 4), order=order) == ["A B", "C A", "B C", "A B"]


def test_where_bouts_are_too_few_a_bout_has_equal_parts() -> None:
    assert cues(reps(count=9, cues=("A", "B", "C"))) == ["A B C"]
    assert cues(hold("plank", 30, cues=("A", "B", "C"))) == ["A B C"]


def test_a_set_may_have_its_own_cue_beside_the_others_and_the_last_one_stays() -> None:
    found = cues(reps(cues=("A", "B"), set_cues=("One", "Two")), rounds=Span(3, 3))
    assert found == ["One A", "Two B", "Two A"]


def test_a_sets_own_cue_that_failed_stands_once() -> None:
    bouts = plan(reps(cues=("A",), set_cues=("One",))).bouts
    assert cues_of(bouts, 0, "One") == ("One", "A")


def test_one_cue_stays() -> None:
    assert cues(reps(cues=("A",)), rounds=Span(2, 2)) == ["A", "A"]


def test_without_cues_there_is_none() -> None:
    assert cues(reps()) == [""]


@given(st.integers(0, 20), st.integers(1, 6), st.booleans(), st.integers(0, 3))
def test_every_cue_is_seen(many: int, rounds: int, went: bool, own: int) -> None:
    all_ = tuple(f"cue {number}" for number in range(many))
    exercise = each("kick", 8, cues=all_, set_cues=tuple(f"set {number}" for number in range(own)))
    bouts = plan(exercise, rounds=Span(rounds, rounds)).bouts
    first = all_[-1] if went and all_ else ""
    seen = {cue for at in range(len(bouts)) for cue in cues_of(bouts, at, first)}
    assert seen >= set(all_)
    assert all(cues_of(bouts, at, first)[:1] == (first,) for at in range(len(bouts)) if first)


def test_the_cue_that_went_first_is_shown_first_next_time() -> None:
    doing = Doing(each("kick", 4, cues=("A", "B"), set_cues=("One",)), reps("other", cues=("C",)))
    doing.press(Do.FORM_BROKE, 20.0)
    doing.press(NameCue("B"), 22.0)
    assert (doing.view.index, doing.view.cue()) == (1, "B")
    doing.to(45.0)
    assert (doing.view.index, doing.view.cue()) == (2, "C")
