"""What a session knows about itself."""

from __future__ import annotations

from glutetimer.core.session.session import Phase
from tests.helpers.core import each, hold, reps, session


def test_a_rep_is_as_long_as_its_phases() -> None:
    assert reps(tempo=(Phase("up", 1.0), Phase("hold", 2.0), Phase("down", 2.5))).rep_seconds == 5.5
    assert hold().rep_seconds == 0


def test_what_a_side_looks_like() -> None:
    kick = each("kick")
    assert [kick.side_line(side) for side in ("left", "right", "both", "alternate")] == [
        "Left leg",
        "Right leg",
        "",
        "",
    ]


def test_the_kit_of_a_session_is_named_once_the_band_first() -> None:
    made = session(reps("a", needs=(("step",), ("chair", "sofa"))), reps("b", band="knees", needs=(("step",),)))
    assert made.needs == ("band", "step", "chair or sofa")
    assert session(reps("a")).needs == ()
