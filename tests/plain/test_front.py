"""The printed run with somebody at the keyboard, and out of its turn."""

from __future__ import annotations

from itertools import groupby
from typing import IO, cast

import pytest

from glutetimer.core.record.record import Result
from glutetimer.core.session.session import Span
from glutetimer.core.stay_awake import LONG_PAUSE
from glutetimer.plain import front as front_module
from glutetimer.plain.front import WAKING, PlainFront
from glutetimer.plain.keys import HELP
from tests.helpers.core import each, plan, reps
from tests.helpers.fake_program import FakeLiveRun
from tests.helpers.printed import Jumping, Keyboard, keyboard, live, said_by

__all__ = ["keyboard"]

DONE = Result("done", 4, 12.0, "program")


def test_somebody_who_can_type_is_told_the_keys_and_is_waited_for(keyboard: Keyboard) -> None:
    """In their own pace only Enter ends a bout."""
    said = said_by(live(plan(reps(pace="own"))), {"Go": "\n"}, keyboard)
    assert said[1] == HELP
    assert said[-2:] == ["Done: 4 of 4", "Well done."]


def test_a_gap_with_somebody_there_waits_for_them(keyboard: Keyboard) -> None:
    """A run without a keyboard goes on by itself; this one stands, however long, until a line is typed."""
    made, said = live(plan(reps())), list[str]()
    front = PlainFront(made, said.append, cast("IO[str]", keyboard))
    made.run.listen(front.hear)
    made.run.start(0.0)
    made.gap = True
    front._look(None)
    assert "Paused: the program stood still." in said
    made.clock.wait(600.0)
    front._look(None)
    assert made.run.engine.paused == "gap"
    front._look("p\n")
    assert made.run.engine.paused is None


def outcomes(made: FakeLiveRun) -> list[str | None]:
    return [result.outcome if result else None for result in made.run.engine.state.results]


def test_what_is_typed_while_nothing_goes_on_only_wakes() -> None:
    """Like the key that wakes a sleeping machine."""
    made, said = live(plan(reps("a"), reps("b"))), list[str]()
    front = PlainFront(made, said.append, None)
    made.run.listen(front.hear)
    made.run.start(0.0)
    made.gap = True
    front._look("n\n")
    assert "Paused: the program stood still." in said
    assert outcomes(made) == [None, None]
    made.clock.wait(WAKING)
    front._look("n\n")
    assert outcomes(made) == [None, None], "read a moment later, typed before"
    made.clock.wait(WAKING + 0.1)
    front._look("n\n")
    assert outcomes(made) == ["skipped", None]


def test_a_printed_run_listens_for_its_return_until_it_is_over() -> None:
    made = live(plan(reps()))
    said_by(made, {})
    assert made.returns == []


def test_the_keys_end_with_their_stream() -> None:
    """Typing nothing at all is as good as a run without a keyboard."""
    board = Keyboard()
    board.typed.put(None)
    assert said_by(live(plan(reps())), {}, board)[-1] == "Well done."


def test_what_means_nothing_shows_the_keys() -> None:
    assert said_by(live(plan(reps())), {"Go": "what\n"}).count(HELP) == 1


def test_the_cue_that_went_is_named_by_its_number() -> None:
    made = live(plan(each(cues=("Slow", "Straight"))))
    said = said_by(made, {"  2": "f\n", "  2 Straight": "2\n"})
    assert "Form broke: 1 of 4" in said
    result = made.kept.sealed[0].bouts[0].result
    assert result is not None
    assert result.reason == "Straight"


def test_a_number_names_nothing_while_nothing_is_asked() -> None:
    assert HELP in said_by(live(plan(each(cues=("Slow", "Straight")))), {"Go": "2\n"})


def test_a_run_taken_up_again_says_all_that_has_to_be_put_on() -> None:
    """The plan knows no change between two exercises with the same band; the runner begins without one."""
    wanted = plan(reps("a", band="knees", posture="side"), reps("b", band="knees", posture="side"))
    said = said_by(live(wanted, (DONE, None)), {})
    assert said[1:4] == [
        "Get ready, 30 s. Next: B, 4 reps, set 1 of 1",
        "  Band around the knees.",
        "  Lie on your side.",
    ]


def test_an_exercise_that_is_skipped_takes_its_changes_with_it() -> None:
    """From the first to the third: the band goes on, whatever the second had."""
    wanted = plan(reps("a"), reps("b", band="knees"), reps("c", band="knees"))
    said = said_by(live(wanted), {"Rest, 30 s. Next: B, 4 reps, set 1 of 1": "n\n"})
    after = said.index("Rest, 30 s. Next: C, 4 reps, set 1 of 1")
    assert said[after + 1] == "  Band around the knees."


def test_without_rests_another_exercise_still_has_time_for_its_changes() -> None:
    wanted = plan(reps("a"), reps("b", posture="seated"), rest=0)
    said = said_by(live(wanted), {})
    rest = said.index("Rest, 5 s. Next: B, 4 reps, set 1 of 1")
    assert said[rest + 1 : rest + 3] == ["  Sit down.", "  3..."]


def test_a_rest_that_is_over_in_the_moment_it_begins_is_told_all_the_same() -> None:
    """Between sets of one exercise it may be as short as that."""
    said = said_by(live(plan(reps("a"), rounds=Span(2, 2), rest=0)), {})
    rest = said.index("Rest, 0 s. Next: A, 4 reps, set 2 of 2")
    assert said[rest + 1] == "Go"


def test_a_problem_that_comes_back_is_said_again() -> None:
    made = live(plan(reps()))

    def problems() -> tuple[str, ...]:
        return ("No sound.",) if made.run.engine.state.t in (13.0, 14.0, 18.0) else ()

    made.problems = problems  # type: ignore[method-assign]
    assert said_by(made, {}).count("No sound.") == 2


def test_what_is_known_late_is_said_then() -> None:
    """A desktop may take a while to say that it keeps nothing awake."""
    made = live(plan(reps()))
    made.remarks = ("Left out.",)

    def problems() -> tuple[str, ...]:
        made.remarks = ("Left out.", "May go dark.")[: 1 + (made.run.engine.state.t > 13.0)]
        return ()

    made.problems = problems  # type: ignore[method-assign]
    said = said_by(made, {})
    assert (said.count("Left out."), said.count("May go dark.")) == (1, 1)
    assert said.index("May go dark.") > said.index("Left out.") + 1


def test_the_machine_stays_awake_but_for_a_long_pause(monkeypatch: pytest.MonkeyPatch) -> None:
    """Until the run is over."""
    monkeypatch.setattr(front_module, "LOOK", 0.001)
    made = live(plan(reps()))
    clock, told, presses = cast(Jumping, made.clock), made.awake.told, ["go on", "pause"]
    front = PlainFront(made, lambda line: press("pause") if line == "Go" else None, None)

    def press(why: str) -> None:
        if presses[-1:] == [why]:
            presses.pop()
            front._typed.put("p\n")

    def now() -> float:
        if made.run.engine.paused is not None:
            clock.t += LONG_PAUSE / 4
            if told[-1] == "release":
                press("go on")
        return clock.t

    clock.now = now  # type: ignore[method-assign]
    front.go()
    assert [verb for verb, _ in groupby(told)] == ["hold", "release", "hold", "release"]


def test_a_rehearsal_keeps_nothing_awake() -> None:
    made = live(plan(reps()))
    made.rehearsal = True
    said_by(made, {})
    assert set(made.awake.told) == {"release"}


def test_lines_do_not_flash_and_the_sound_s_return_is_told() -> None:
    """Who reads along would go on reading."""
    made = live(plan(reps("a", 2)))
    now = made.clock.now

    def problem() -> str:
        return "No sound: no device found. The screen flashes instead." if 12.5 < now() < 14.5 else ""

    made.sound_problem = problem  # type: ignore[method-assign]
    made.problems = lambda: tuple(filter(None, (problem(),)))  # type: ignore[method-assign]
    said = said_by(made, {})
    assert said.count("No sound: no device found. Read along.") == 1
    assert said.count("Sound is back.") == 1
    assert said.index("Sound is back.") > said.index("No sound: no device found. Read along.")


def test_a_correction_in_the_rest_is_told() -> None:
    """It is the runner's count from then on; the cue that went first is not."""
    wanted = plan(reps("a", cues=("Hips level",)), reps("b"))
    said = said_by(live(wanted), {"Rest, 30 s. Next: B, 4 reps, set 1 of 1": "down\n"})
    assert "  A: 3 of 4, by hand" in said
    said = said_by(live(wanted), {"  2": "f\n", "  1 Hips level": "1\n"})
    assert "  A: 1 of 4, stopped for form: Hips level" in said


def test_a_skip_that_would_end_the_run_is_not_carried_out() -> None:
    """Nobody could take it back."""
    made = live(plan(reps("a"), reps("b")))
    said = said_by(made, {"Rest, 30 s. Next: B, 4 reps, set 1 of 1": "n\n"})
    assert "Nothing comes after it: q finishes here and saves." in said
    assert outcomes(made) == ["done", "done"]
