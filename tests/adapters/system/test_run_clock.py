"""The run's clock, and time in which the machine slept."""

from __future__ import annotations

import pytest

from glutetimer.adapters.system.clock import LATE, GapWatch, ScaledClock, boot_clock


class Hands:
    """Two clocks that a test moves."""

    def __init__(self) -> None:
        self.awake = 100.0
        self.boot = 500.0

    def watch(self) -> GapWatch:
        """A watch on these clocks."""
        return GapWatch(lambda: self.awake, lambda: self.boot)

    def pass_(self, awake: float, asleep: float = 0.0) -> None:
        """Let time pass."""
        self.awake += awake
        self.boot += awake + asleep


@pytest.mark.parametrize("speed", [1.0, 60.0, 0.5])
def test_a_rehearsal_runs_faster(speed: float) -> None:
    """Run seconds are real ones times the speed; waiting is in real ones."""
    hands = Hands()
    clock = ScaledClock(speed, lambda: hands.awake)
    assert clock.now() == 0.0
    hands.pass_(2.0)
    assert clock.now() == 2.0 * speed
    assert clock.wait(clock.now() + speed) == pytest.approx(1.0)
    assert clock.wait(0.0) == 0.0


@pytest.mark.parametrize(
    ("awake", "asleep", "slept"),
    [(1.0, 0.0, False), (1.0, 0.4, False), (1.0, 60.0, True), (LATE + 0.1, 0.0, True), (LATE - 0.1, 0.0, False)],
)
def test_sleep_and_standstill_are_found(awake: float, asleep: float, slept: bool) -> None:
    """The clocks part when the machine sleeps; a late look means the program stood still."""
    hands = Hands()
    watch = hands.watch()
    hands.pass_(awake, asleep)
    assert watch.slept() is slept
    hands.pass_(1.0)
    assert watch.slept() is False


def test_this_machine_has_a_boot_clock() -> None:
    """It goes, and never back."""
    clock = boot_clock()
    assert clock() <= clock()
