"""What the main key does at every pace and in every step."""

from __future__ import annotations

import pytest

from glutetimer.core.plan.options import Options
from glutetimer.core.record.record import Result
from glutetimer.core.run import events as ev
from glutetimer.core.run.commands import Do
from tests.helpers.core import Doing, each, hold, names, reps

# Left 15-27, switch, right 32-44, rest, plank 74-94.
#: Nobody has to get anywhere.
AT_ONCE = Options(lead=0)
EXERCISES = (each("kick", 4), hold("plank", 20))


def ended(events: list[ev.Event]) -> list[tuple[int, str, int | None]]:
    return [(event.bout, event.outcome, event.done) for event in events if isinstance(event, ev.BoutEnded)]


def counts(events: list[ev.Event]) -> list[int]:
    return [event.count for event in events if isinstance(event, ev.RepDone | ev.Recounted)]


@pytest.mark.parametrize(("at", "bout"), [(5.0, 0), (28.0, 1), (50.0, 2)])
def test_without_a_lead_in_the_main_key_starts_a_bout_at_once(at: float, bout: int) -> None:
    doing = Doing(*EXERCISES, options=AT_ONCE)
    assert doing.press(Do.MAIN, at)[0] == ev.BoutStarted(at, 2 * bout + 1, bout)


def test_a_rest_that_was_cut_short_is_written_as_it_was() -> None:
    doing = Doing(*EXERCISES)
    doing.press(Do.MAIN, 50.5)
    doing.wait(3.0)
    assert doing.result(1).rest == 9.5


def test_the_main_key_ends_a_counted_bout_with_the_reps_so_far() -> None:
    doing = Doing(*EXERCISES)
    events = doing.press(Do.MAIN, 22.5)
    assert events == [ev.BoutEnded(22.5, 1, 0, "short", 2, 7.5, "program"), ev.SwitchStarted(22.5, 2, 1, 5.0)]


def test_the_main_key_ends_a_hold_at_the_whole_seconds_held() -> None:
    doing = Doing(hold("plank", 20))
    assert ended(doing.press(Do.MAIN, 27.9)) == [(0, "short", 12)]


@pytest.mark.parametrize(("pace", "counted_by"), [("tap", "tap"), ("own", "hand")])
def test_a_hold_past_its_target_saves_the_true_seconds(pace: str, counted_by: str) -> None:
    doing = Doing(hold("plank", 20, pace=pace))
    doing.press(Do.MAIN, 48.25)
    assert doing.results == (Result("done", 33, 33.25, counted_by),)  # type: ignore[arg-type]


def test_whole_seconds_are_whole_whatever_the_clock_reads() -> None:
    doing = Doing(hold("plank", 20, pace="own"), options=AT_ONCE)
    doing.press(Do.MAIN, 8.7)
    doing.press(Do.MAIN, 8.7 + 20.0)
    assert doing.result(0).done == 20


def test_in_tap_pace_a_press_is_a_rep_and_the_last_one_ends_the_bout() -> None:
    doing = Doing(reps("squat", 3, pace="tap"))
    doing.to(15.0)
    for at in (17.0, 19.0, 21.0):
        doing.press(Do.MAIN, at)
    assert counts(doing.events) == [1, 2, 3]
    assert doing.results == (Result("done", 3, 6.0, "tap"),)


def test_the_very_first_moment_takes_a_tap() -> None:
    doing = Doing(reps("squat", 3, pace="tap"))
    doing.press(Do.MAIN, 15.0)
    assert counts(doing.events) == [1]


def test_in_tap_pace_turns_are_tapped() -> None:
    doing = Doing(each("swap", 2, pace="tap", sides="alternate"))
    for at in (16.0, 17.0, 18.0, 19.0):
        doing.press(Do.MAIN, at)
    assert ended(doing.events) == [(0, "done", 2)]


def test_in_own_pace_one_press_is_all_reps() -> None:
    doing = Doing(reps("squat", 8, pace="own"))
    doing.press(Do.MAIN, 40.0)
    assert doing.results == (Result("done", 8, 25.0, "hand"),)


def test_the_main_key_after_the_last_bout_ends_the_run() -> None:
    doing = Doing(reps("squat"))
    assert names(doing.press(Do.MAIN, 20.0)) == ["BoutEnded", "Finished"]


def test_a_hold_that_was_started_early_is_held_whole() -> None:
    """The seconds of the rest are none of the hold's."""
    doing = Doing(*EXERCISES, options=AT_ONCE)
    doing.press(Do.MAIN, 50.0)
    assert doing.view.seconds == 20.0
    assert ended(doing.to(70.0)) == [(2, "done", 20)]


def test_a_bout_that_is_ended_before_its_first_rep_is_over_all_the_same() -> None:
    doing = Doing(*EXERCISES)
    assert ended(doing.press(Do.MAIN, 16.0)) == [(0, "short", 0)]
