"""Which cue is shown: one a set, and first the one that went last time."""

from __future__ import annotations

from typing import Any

from glutetimer.core.run.commands import Do, NameCue
from glutetimer.core.session.session import Exercise, Span
from tests.helpers.core import Doing, each, reps


def cues(exercise: Exercise, **changes: Any) -> list[str]:
    """The cue of each set."""
    doing = Doing(exercise, unattended=True, **changes)
    shown = [doing.view.cue]
    while (due := doing.engine.next_due()) is not None:
        stage = doing.view.index
        doing.to(due)
        if doing.view.index != stage:
            shown.append(doing.view.cue)
    return shown


def test_cues_go_round_with_the_sets() -> None:
    for order in ("straight", "circuit"):
        assert cues(reps(cues=("A", "B", "C")), rounds=Span(4, 4), order=order) == ["A", "B", "C", "A"]


def test_a_set_may_have_its_own_cue_and_the_last_one_stays() -> None:
    assert cues(reps(cues=("A",), set_cues=("One", "Two")), rounds=Span(3, 3)) == ["One", "Two", "Two"]


def test_without_cues_there_is_none() -> None:
    assert cues(reps()) == [""]


def test_the_cue_that_went_first_is_shown_first_next_time() -> None:
    doing = Doing(each("kick", 4, cues=("A", "B"), set_cues=("One",)), reps("other", cues=("C",)))
    doing.press(Do.FORM_BROKE, 20.0)
    doing.press(NameCue("B"), 22.0)
    assert (doing.view.index, doing.view.cue) == (1, "B")
    doing.to(45.0)
    assert (doing.view.index, doing.view.cue) == (2, "C")
