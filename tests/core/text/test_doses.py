"""How much is to be done, and was done, in words."""

from __future__ import annotations

from glutetimer.core.text.doses import (
    amount_words,
    apart,
    by_side,
    of_target,
    printed_dose,
    shown_dose,
    spoken_dose,
    to_do,
)
from tests.helpers.core import each, plan


def test_reps_and_seconds_of_a_hold() -> None:
    assert (amount_words(1, "reps"), amount_words(30, "hold"), to_do(30, "hold")) == ("1 rep", "30 s", "hold 30 s")
    assert (of_target(None, 10, "reps"), of_target(1, 45, "hold")) == ("? of 10", "1 of 45 s")


def test_sides_that_take_turns_are_told_so_everywhere() -> None:
    bout = plan(each("swap", 5, sides="alternate")).bouts[0]
    assert (shown_dose(bout), printed_dose(bout), spoken_dose(bout)) == ("5 a side", "5 a side", "5 a side.")


def test_directions_are_joined_and_sides_told_apart() -> None:
    doses = by_side([("left", "10"), ("left", "10"), ("right", "8"), ("right", "8")])
    assert doses == {"left": "10+10", "right": "8+8"}
    assert apart(doses) == "L 10+10 R 8+8"
