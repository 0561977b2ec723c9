"""The order of what is heard around a set: a known move, a new one, a hold."""

from __future__ import annotations

import pytest

from glutetimer.core.plan.options import Options
from tests.helpers.transcript import transcript

KNOWN = """
(rep-last) "Next: clam shell, left." "Lie on the right, left knee on top." "Ten reps."
"Clam shell, left. Feet stay together." (count) (count) (count) == (go) (phase-down)
(phase-up) "One." (phase-down) (phase-up) "Two." (phase-down) (phase-up) "Three." (phase-down) (phase-up) "Four."
(phase-down) (halfway) (phase-up) "Five." (phase-down) "Hips stacked." (phase-up) "Six." (phase-down) (phase-up)
"Seven." (phase-down) (phase-up) "Eight." (phase-down) (phase-up) "One more." (phase-down) == (switch)
"Change sides. Lie on the left." (count) (count) (count)
"""
NEW = """
(rep-last) "New: clam shell, left." "Lie on the right, left knee on top." "Knees bent, feet together."
"Slowly lift the top knee, and lower it." "Ten reps." "Clam shell, left." (count) (count) (count) == (go) "Up."
(phase-down) "Down." (phase-up) "One." (phase-down) (phase-up) "Two." (phase-down) (phase-up) "Three." (phase-down)
(phase-up) "Four." (phase-down) (halfway) (phase-up) "Five." (phase-down) "Feet stay together." (phase-up) "Six."
(phase-down) (phase-up) "Seven." (phase-down) (phase-up) "Eight." (phase-down) (phase-up) "One more." (phase-down)
== (switch) "Change sides. Lie on the left." (count) (count) (count)
"""
HOLD = """
(rest) "Set two, left." "Side press, left leg stands." (count) (count) (count) == (go) (halfway)
"Halfway. The standing leg does the work." "Ten left." "Five." (count) (count) (count) == (switch)
"Turn round. Right leg stands." (count) (count) (count)
"""


def order_of(text: str, begin: str, end: str) -> list[str]:
    """What is heard from one title to another; "==" for each title between."""
    lines = text[text.index(begin) : text.index(end)].splitlines()[1:]
    return ["==" if line.startswith("==") else line[8:].strip() for line in lines if line]


@pytest.mark.parametrize(("known", "wanted"), [(True, KNOWN), (False, NEW)])
def test_clam_shell(known: bool, wanted: str) -> None:
    heard = order_of(
        transcript("get-hip", known=known),
        "== rest: Clam shell, 1 of 1, left",
        "== reps: Clam shell, 1 of 1, right",
    )
    assert " ".join(heard) == " ".join(wanted.split())


def test_side_press() -> None:
    told = transcript("glute-strength", known=True, options=Options(without=("band",)))
    heard = order_of(told, "== rest: Side press, 2 of 3, left", "== hold: Side press, 2 of 3, right")
    assert " ".join(heard) == " ".join(HOLD.split())


def test_a_rest_of_30_s_has_10_s_of_silence() -> None:
    """The essential comes 8 s before the start, after a long silence."""
    told = transcript("get-hip", known=False)
    lines = told[told.index("== rest: Clam shell") :].splitlines()[1:]
    dose = next(float(line[:8]) for line in lines if '"Ten reps."' in line)
    again = next(float(line[:8]) for line in lines if '"Clam shell, left."' in line)
    assert again - dose >= 10.0 + 1.0
