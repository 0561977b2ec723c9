"""What stands below an opened workout, at any width."""

from __future__ import annotations

from datetime import timedelta

import pytest

from glutetimer.core.log.rows import workout_row
from glutetimer.core.record.record import Workout
from glutetimer.core.values import replace
from glutetimer.tui.log.history.opened import Line, OpenedWorkout, lines
from tests.helpers.log_past import LAST, ROUND, Done, made

HIP = made(ROUND[0], LAST)


def written(line: Line) -> str:
    """A line as text."""
    out = ""
    for x, text, _ in line:
        assert x >= len(out), f"{text} lies over {out}"
        out = f"{out:{x}}{text}"
    return out


def below(workout: Workout, width: int = 117, *, copy: bool = False) -> list[str]:
    """The lines as text, without their indent."""
    row = workout_row(workout, "2026/11/id.toml", copy=copy)
    return [written(line)[6:] for line in lines(OpenedWorkout(row, workout), width)]


def test_planned_stands_beside_done() -> None:
    """Per exercise and side, set by set; directions in one count."""
    assert [" ".join(line.split()) for line in below(HIP)[:4]] == [
        "Side-lying hip circles 3 × 10+10 L 58 of 60▼ R 60 of 60",
        "Standing hip abduction 2 × 15 L 15 15 R 15 15",
        "Single-leg bridge 2 × 15 L 15 15 R 15 6 form",
        "Alternating squeeze bridge 2 × 5 5 5 a side",
    ]


def test_narrow_tables_keep_what_was_done() -> None:
    """All sets in one, with the target in it; names give way."""
    narrow = below(HIP, 57)[:4]
    assert [" ".join(line.split()) for line in narrow] == [
        "Side-lying hip… L 58 of 60▼ R 60 of 60",
        "Standing hip… L 30 of 30 R 30 of 30",
        "Single-leg bridge L 30 of 30 R 21 of 30 form",
        "Alternating squeez… 10 of 10 a side",
    ]


def test_it_says_how_it_went() -> None:
    """The sentence of the finish, the cue that went first, the answers, the note."""
    assert below(HIP)[4:] == [
        "20 of 22 as planned, 1 stopped at 8 of 10, 1 stopped for form: good call.",
        "Single-leg bridge, set 2, right: stopped for form: Keep both thighs level",
        "Effort 6, hard to very hard · the right was harder",
        "Note: The right hip was stiff at first.",
        "All as counted · band: medium",
    ]


def test_pain_is_told_with_its_place() -> None:
    """And stands out by colour, too."""
    workout = made(Done("hip-control", pain=3, effort=8), LAST)
    assert "Single-leg bridge, set 2, left: stopped for pain: 3 of 10, knee, left" in below(workout)
    assert "Effort 8, extremely hard · pain 3 of 10" in below(workout)
    row = workout_row(workout)
    (alarm,) = [line for line in lines(OpenedWorkout(row, workout), 117) if line[0][2].role == "alarm"]
    assert "stopped for pain" in written(alarm)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"confirmed": None}, "Counted by the program, not confirmed · band: medium"),
        ({"pain": 0}, "Effort 6, hard to very hard · the right was harder · no pain"),
        ({"harder_side": "same", "effort": None}, "Both sides the same"),
        ({"without": ("band", "sofa")}, "All as counted · band: medium · without band, sofa"),
        ({"amended": (LAST, LAST + timedelta(days=1))}, "Amended 20 Nov 2026 19:30, 21 Nov 2026 19:30"),
        ({"added": LAST}, "Added 20 Nov 2026 19:30"),
        ({"speed": 40.0}, "A rehearsal at 40 times the speed: it is not counted."),
    ],
)
def test_what_else_is_so(changes: dict[str, object], said: str) -> None:
    """Each thing in a sentence of its own."""
    changed: Workout = replace(HIP, **changes)  # type: ignore[arg-type]
    assert said in below(changed)


def test_a_copy_says_where_it_lies() -> None:
    """So that one can decide which to keep."""
    assert "A copy that says otherwise, in 2026/11/id.toml: it is not counted." in below(HIP, copy=True)


def test_what_cannot_be_read_any_more_is_said_in_place() -> None:
    """With the reason; it is left alone."""
    shown = OpenedWorkout(workout_row(HIP, "2026/11/id.toml"), None, "rounds is missing")
    assert [written(line).strip() for line in lines(shown, 117)] == [
        "2026/11/id.toml cannot be read now: rounds is missing. It stays as it is."
    ]


def test_a_workout_without_bouts_is_no_trouble() -> None:
    """A person may have written one."""
    assert below(replace(HIP, bouts=(), note="", effort=None, harder_side=None)) == ["All as counted"]


@pytest.mark.parametrize("width", [57, 60, 77, 95, 117])
@pytest.mark.parametrize("number", range(len(ROUND)))
def test_nothing_goes_over_the_edge(number: int, width: int) -> None:
    """Nor over anything else; a long note is broken and cut."""
    workout = replace(made(ROUND[number], LAST), note="A long story. " * 60)
    for line in below(workout, width):
        assert len(line) <= width - 6
