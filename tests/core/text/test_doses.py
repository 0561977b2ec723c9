"""How much is to be done, and was done, in words."""

from __future__ import annotations

from glutetimer.core.session.session import Span
from glutetimer.core.text.doses import (
    amount_words,
    apart,
    by_side,
    of_target,
    printed_dose,
    range_and_last,
    shown_dose,
    to_do,
)
from glutetimer.core.values import replace
from tests.helpers.core import each, hold, plan, reps


def test_reps_and_seconds_of_a_hold() -> None:
    assert (amount_words(1, "reps"), amount_words(30, "hold"), to_do(30, "hold")) == ("1 rep", "30 s", "hold 30 s")
    assert (of_target(None, 10, "reps"), of_target(1, 45, "hold")) == ("? of 10", "1 of 45 s")


def test_sides_that_take_turns_are_told_so_everywhere() -> None:
    bout = plan(each("swap", 5, sides="alternate")).bouts[0]
    assert (shown_dose(bout), printed_dose(bout)) == ("5 a side", "5 a side")


def test_directions_are_joined_and_sides_told_apart() -> None:
    doses = by_side([("left", "10"), ("left", "10"), ("right", "8"), ("right", "8")])
    assert doses == {"left": "10+10", "right": "8+8"}
    assert apart(doses) == "L 10+10 R 8+8"


def test_the_range_and_the_last_time() -> None:
    """Beside a target stands how far it may grow, and what was done last time on each side."""
    grows = replace(each("kick", 8), dose=Span(8, 15))
    assert range_and_last(grows, (9, 8)) == "8 to 15 · last 9, 8"
    assert range_and_last(grows, ()) == "8 to 15"
    assert range_and_last(reps("squat", 10), (9,)) == "last 9"
    assert range_and_last(replace(hold("plank"), dose=Span(30, 60)), (45,)) == "30 to 60 s · last 45 s"
    assert range_and_last(reps("squat", 10), ()) == ""
