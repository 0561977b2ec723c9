"""The printed run: sound and voice by typed letters, the bell, and remarks that count."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from glutetimer.core.session.session import Phase
from glutetimer.plain.front import PlainFront
from glutetimer.plain.keys import HELP, command_for, switch_for
from tests.helpers.core import each, plan, reps
from tests.helpers.fake_program import FakeLiveRun
from tests.helpers.fakes import JumpingClock


def live(**changes: bool) -> FakeLiveRun:
    """Two reps of two phases, twice."""
    made = FakeLiveRun(plan(each("kick", 2, tempo=(Phase("out", 1.0), Phase("back", 1.0)))))
    made.clock = JumpingClock()  # type: ignore[assignment]
    for name, value in changes.items():
        setattr(made, name, value)
    return made


def heard(made: FakeLiveRun, typed: Sequence[str] = ()) -> list[str]:
    """What a run prints, with "BELL" where the terminal's bell rings."""
    out: list[str] = []
    front = PlainFront(made, out.append, None, bell=lambda: out.append("BELL"))
    for line in typed:
        front._typed.put(line)
    front.go()
    return out


@pytest.mark.parametrize(
    ("typed", "switch"), [("m\n", "sound"), ("M", "sound"), (" v \r\n", "voice"), ("", None), ("p\n", None)]
)
def test_letters_that_turn_something_off_and_on(typed: str, switch: str | None) -> None:
    """They are no commands of the run."""
    assert switch_for(typed) == switch
    assert switch is None or command_for(typed) is None


def test_the_keys_are_told() -> None:
    assert "v voice: all, without numbers, off" in HELP


def test_m_and_v_turn_off_and_on_and_say_so() -> None:
    made = live()
    made.run.speak(True, 0.0)
    said = heard(made, ["m\n", "v\n", "m\n", "v\n"])
    told = [line for line in said if line.split()[0] in ("Sound", "Voice")]
    assert told == ["Sound off", "Voice off", "Sound on", "Voice on"]
    assert (made.run.muted, made.run.speaks) == (False, True)
    assert HELP not in said


def test_why_there_is_no_voice_is_said() -> None:
    made = live(speaker=False)
    assert "No voice: no engine found. Install espeak-ng." in heard(made, ["v\n"])


def test_the_bell_rings_with_the_lines_of_sounds_that_cannot_be_played() -> None:
    """Once for each moment; phases have neither a line nor the bell."""
    assert heard(live(rings=True))[2:] == [
        "  Left leg",
        *("  3...", "BELL", "  2...", "BELL", "  1...", "BELL", "Go", "BELL"),
        *(
            "  1",
            "BELL",
            "  2",
            "Done: 2 of 2",
            "Switch, 5 s. Next: Kick, RIGHT, 2 reps, set 1 of 1",
            "  Right leg",
            "BELL",
        ),
        *("  3...", "BELL", "  2...", "BELL", "  1...", "BELL", "Go", "BELL"),
        *("  1", "BELL", "  2", "Done: 2 of 2", "Well done.", "BELL"),
    ]


@pytest.mark.parametrize(("rings", "typed"), [(False, []), (True, ["m\n"])])
def test_no_bell_where_there_is_sound_or_quiet(rings: bool, typed: list[str]) -> None:
    assert "BELL" not in heard(live(rings=rings), typed)


def test_no_bell_where_the_output_is_no_terminal() -> None:
    """Files and pipes get lines only."""
    made = live(rings=True)
    out: list[str] = []
    PlainFront(made, out.append, None).go()
    assert "\a" not in "".join(out)


def test_a_remark_that_counts_is_said_once() -> None:
    """How far the voice is would else be a line for each sentence; another one is said."""
    made = FakeLiveRun(plan(reps()))
    made.clock = JumpingClock()  # type: ignore[assignment]
    made.remarks = ("Left out: Lunge (needs step).", "Voice: 1 of 38 sentences ready")
    counted = iter(range(2, 99))

    def problems() -> tuple[str, ...]:
        made.remarks = (made.remarks[0], f"Voice: {next(counted)} of 38 sentences ready")
        return ()

    made.problems = problems  # type: ignore[method-assign]
    said = heard(made)
    assert [line for line in said if line.startswith(("Voice", "Left"))] == [
        "Left out: Lunge (needs step).",
        "Voice: 1 of 38 sentences ready",
    ]


def test_remarks_that_differ_in_numbers_alone_are_both_said() -> None:
    """They were there together."""
    made = live()
    made.remarks = ("Kick: 8 reps today", "Kick: 6 reps today")
    assert heard(made)[1:3] == ["Kick: 8 reps today", "Kick: 6 reps today"]
