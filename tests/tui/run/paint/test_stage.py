"""The pictures of a run: three compared as text, and rules that hold for all of them."""

from __future__ import annotations

from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from glutetimer.adapters.files.sessions import built_in_dir, load
from glutetimer.core.plan.compile import compile_plan
from glutetimer.core.plan.options import Options
from glutetimer.core.plan.plan import Bout
from glutetimer.core.run.commands import Do
from glutetimer.core.run.view import View
from glutetimer.core.session.session import PACES, Direction, Exercise, Phase, Span
from glutetimer.core.values import replace
from glutetimer.tui.drawing.block_letters import word
from glutetimer.tui.drawing.canvas import Canvas, Look
from glutetimer.tui.drawing.theme import DARK, LIGHT, Palette
from glutetimer.tui.run.paint import stage
from glutetimer.tui.run.paint.layout import grid, number_place
from glutetimer.tui.run.paint.notes import Notes
from glutetimer.tui.run.paint.stage import paint
from glutetimer.tui.run.paint.work import bout_words, has_lift, of_words, slot
from glutetimer.tui.widgets.keys import footer
from tests.helpers.pages import BRIDGE, KICK, PRESS, SWAP, moment

WORK_60X16 = """\
 Standing hip abduction              set 1 of 2 · 5:14 left
  ◄ LEFT  Left leg kicks, hold on to the wall

 ██████████████                   ───  █▀▀▄ ▄▀▀▄ ▄▀▀▀ █ ▄▀
 ██████████████                   ───  █▀▀▄ █▀▀█ █    █▀▄
           ████                   ───  ▀▀▀  ▀  ▀  ▀▀▀ ▀  ▀
           ████                   ───  out 2 · back 2
         ████                     ───
         ████                     ▄▄▄
       ████                       ▄▄▄
       ████                       ▄▄▄  ▄▀▀▄ █▀▀▀    ▄█  █▀▀▀
       ████                       ▄▄▄  █  █ █▀▀      █  ▀▀▀▄
       ████                       ▄▄▄   ▀▀  ▀       ▀▀▀ ▀▀▀
 Slow on the way back
 ► L   · R   · L   · R
  Enter  end this side at 7            Space pause   ? keys"""


def test_work_at_60x16() -> None:
    """A side, a number, the word of the phase, the lift, the cue, the strip, the main key."""
    view = moment(KICK, at=15 + 7 * 4 + 3.0)
    view = replace(view, left=314.0)
    assert paint(view, 60, 16, Notes(footer=footer(view))).text() == WORK_60X16


def test_hold_at_80x24() -> None:
    """The right side on the right edge, seconds behind a colon, the bar, the target."""
    view = moment(PRESS, at=15 + 30 + 5 + 12.0)
    lines = paint(view, 80, 24, Notes(footer=footer(view))).text().split("\n")
    assert lines[0].startswith(" Side press")
    assert "  Right leg stands, left knee presses the   " in lines[1]
    assert lines[1].endswith((word("RIGHT >", 1) or [""])[0].rstrip())
    assert lines[4].endswith("█  █ ▄▀▀▄ █    █▀▀▄")
    assert "████████░░░░░░░░░░░░" in "\n".join(lines)
    assert lines[19] == " ■ L 30   ► R"
    assert lines[23].startswith("  Enter  end this hold")


def test_rest_at_80x24() -> None:
    """Under the time stands what comes next, in blocks as far as there are rows: name, side, what to change."""
    view = moment(KICK, BRIDGE, at=15 + 2 * 125 + 30 + 6.5)
    lines = paint(view, 80, 24, Notes(footer=footer(view))).text().split("\n")
    assert lines[11].startswith(" Next ─")
    drawn = [(word(text, 1) or [""])[0].rstrip() for text in ("SINGLE-LEG BRIDGE", "< LEFT", "BAND OFF")]
    assert [lines[y][1:].startswith(rows) for y, rows in zip((12, 15, 18), drawn, strict=True)] == [True] * 3
    assert "Left foot on the floor, right thigh parallel" in lines[16]
    assert lines[21] == " Take: a chair or sofa · You: lie on your back"
    assert lines[22] == " Squeeze, dig the heel in, lift. Keep both thighs level the whole time."  # It has no cue.
    assert lines[23].startswith("  Enter  start now")


LONG = replace(KICK, tempo=(Phase("straighten the whole leg", 2.0), Phase("日本語日本語日本語", 2.0)))


MINUTE = replace(PRESS, dose=Span(60, 60))


@pytest.mark.parametrize(
    ("exercise", "at"), [(KICK, 60.0), (PRESS, 30.0), (SWAP, 25.0), (LONG, 60.0), (MINUTE, 16.0), (MINUTE, 50.0)]
)
def test_the_number_fills_half_of_the_height(exercise: Exercise, at: float) -> None:
    """At 120x40 reps and holds are drawn in 20 rows or more."""
    rows = paint(moment(exercise, at=at), 120, 40, Notes()).text().split("\n")
    tall = [y for y, row in enumerate(rows) if 10 <= y <= 30 and "█" in row[2:62]]
    assert len(tall) >= 20


def _bouts() -> list[tuple[str, Bout]]:
    """Every bout of the built-in sessions."""
    files = sorted(built_in_dir().glob("*.toml"))
    plans = [compile_plan(load(file), Options()) for file in files]
    return [(plan.session, bout) for plan in plans for bout in plan.bouts]


@pytest.mark.parametrize(("session", "bout"), _bouts(), ids=lambda value: getattr(value, "set_key", value))
def test_every_built_in_bout_fills_half_of_the_height(session: str, bout: Bout) -> None:
    """At 120x40, whatever the words of its tempo and the size of its target."""
    exercise = replace(bout.exercise, dose=Span(bout.target, bout.target))
    view = replace(moment(exercise, at=0.0), stage=exercise.kind, bout=bout, of=bout.turns)
    place = number_place(grid(120, 40), slot(view), (*bout_words(view), of_words(view)[-1]), with_lift=has_lift(view))
    assert 5 * place.scale >= 20, session


def test_the_number_stands_still_while_it_counts() -> None:
    """9 and 10 begin at the same place, at the same size."""
    nine = paint(moment(KICK, at=15 + 9 * 4 + 1), 80, 24, Notes()).text().split("\n")
    ten = paint(moment(KICK, at=15 + 10 * 4 + 1), 80, 24, Notes()).text().split("\n")
    assert [line[47:] for line in nine[4:19]] == [line[47:] for line in ten[4:19]]


def test_both_sides_where_they_take_turns() -> None:
    """Left and right on their edges; the one at work is lit."""
    first, second = moment(SWAP, at=16.0), moment(SWAP, at=19.0)
    canvas = paint(first, 80, 24, Notes())
    assert canvas.text().split("\n")[2].endswith("RIGHT ►")
    assert (word("< LEFT", 1) or [""])[1].rstrip() in canvas.text()
    canvas = paint(second, 80, 24, Notes())
    assert canvas.text().split("\n")[2].startswith(" ◄ LEFT")
    assert (word("RIGHT >", 1) or [""])[1].rstrip() in canvas.text()
    low = [paint(view, 60, 16, Notes()).looks[1] for view in (first, second)]
    assert [(looks[2].reverse, looks[56].reverse) for looks in low] == [(True, False), (False, True)]


def test_a_second_of_a_hold_changes_few_cells() -> None:
    """The last digit and the bar; not the cue, the side, the keys."""
    before, after = (paint(moment(PRESS, at=at), 80, 24, Notes()) for at in (32.5, 33.5))
    changed = after.changes(before)
    assert {y for y, _, _ in changed} <= {0, *range(4, 19)}
    assert sum(x1 - x0 for _, x0, x1 in changed) < 80 * 24 / 3


@pytest.mark.parametrize("size", [(60, 16), (80, 24), (120, 40)])
def test_paused_is_said_and_dimmed(size: tuple[int, int]) -> None:
    """Under a card the run is dim, and nothing in it is reversed; the header says why it stands."""
    canvas = paint(moment(KICK, at=20.0, press=(Do.PAUSE,)), *size, Notes())
    assert "Paused" in canvas.text().split("\n")[0]
    assert {(look.dim, look.reverse) for row in canvas.looks for look in row} == {(True, False)}


def test_under_a_card_a_problem_is_still_told() -> None:
    """A run that goes on under a card is dim too, but for the row of the problem."""
    canvas = paint(moment(KICK, at=20.0), 80, 24, Notes(covered=True, problem="Not saved: the disk is full."))
    assert {look.dim for look in canvas.looks[0]} == {False}
    assert {look.dim for row in canvas.looks[1:] for look in row} == {True}


def test_a_problem_never_covers_the_number() -> None:
    """It stands in the header, in words; in the cue's place where the name is in the header."""
    notes = Notes(problem="Not saved: the disk is full.")
    lines = paint(moment(KICK, at=20.0), 120, 40, notes).text().split("\n")
    assert lines[0].startswith("  Not saved: the disk is")
    middle = paint(moment(KICK, at=20.0), 80, 24, notes).text().split("\n")
    assert middle[21].startswith(" Not saved: the disk is full.")
    low = paint(moment(KICK, at=20.0), 60, 16, notes).text().split("\n")
    assert low[0].startswith(" Standing hip abduction")
    assert low[13].startswith(" Not saved: the disk is full.")
    resting = paint(moment(KICK, BRIDGE, at=15 + 60 + 5 + 60 + 2.0), 60, 16, notes)
    assert resting.text().startswith(" Not saved: the disk is")


def test_how_takes_the_place_of_the_cue() -> None:
    """On h the exercise is explained."""
    text = paint(moment(KICK, at=20.0), 120, 40, Notes(how=True)).text()
    assert "control the leg out and back." in text


def test_too_small_says_what_it_needs() -> None:
    """Below 60x16 there is one sentence."""
    text = " ".join(paint(moment(KICK, at=20.0), 52, 14, Notes()).text().split())
    assert text == "Make the window 60x16 (now 52x14). The workout goes on."
    paused = " ".join(paint(moment(KICK, at=20.0, press=(Do.PAUSE,)), 52, 14, Notes()).text().split())
    assert paused == "Make the window 60x16 (now 52x14). The workout waits."


LABELS = st.text("abcdefghijklmnopqrstuvwxyz-", min_size=1, max_size=30) | st.sampled_from(["up", "日本語", "é"])
TEXTS = st.text(min_size=1, max_size=60).filter(str.strip)


class Strict(Canvas):
    """Nothing is written over anything but the line of a frame."""

    def _set(self, x: int, y: int, character: str, wide: int, look: Look) -> None:
        assert self.chars[y][x] in (" ", "─"), (x, y, self.chars[y][x], character, self.text())
        super()._set(x, y, character, wide, look)


@st.composite
def odd_views(draw: st.DrawFn) -> View:
    """Runs of odd texts at any moment."""
    exercise = draw(st.sampled_from([KICK, PRESS, BRIDGE, SWAP]))
    exercise = replace(exercise, name=draw(TEXTS), left=draw(TEXTS), how=draw(TEXTS), cues=(draw(TEXTS),))
    exercise = replace(exercise, tempo=tuple(replace(phase, label=draw(LABELS)) for phase in exercise.tempo))
    dose = draw(st.integers(1, 200))
    exercise = replace(exercise, dose=Span(dose, dose), needs=((draw(LABELS),),))
    if exercise.sides == "each":
        ways: list[Direction] = draw(st.lists(st.sampled_from(get_args(Direction)), max_size=3, unique=True))
        exercise = replace(exercise, sides=draw(st.sampled_from(["each", "both"])), directions=tuple(ways))
    pace = draw(st.sampled_from(PACES))
    at = draw(st.floats(0, 400))
    press = draw(st.lists(st.sampled_from([Do.PAUSE, Do.MAIN, Do.BACK, Do.FORM_BROKE, Do.PAIN]), max_size=3))
    return moment(replace(exercise, pace=pace), BRIDGE, at=at, press=tuple(press))


@settings(max_examples=70)
@given(odd_views(), st.integers(60, 300), st.integers(16, 80), st.booleans(), st.booleans())
def test_any_view_at_any_size(view: View, width: int, height: int, how: bool, flash: bool) -> None:
    """Nothing raises or overlaps; every row is as wide as the screen; the main key is bottom left."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(stage, "Canvas", Strict)
        canvas = paint(view, width, height, Notes(how=how, flash=flash, footer=footer(view), remarks=("Left out: x",)))
    assert [cell_len("".join(row)) for row in canvas.chars] == [width] * height
    if view.main:
        assert canvas.text().split("\n")[-1].lstrip().startswith("Enter  ")


def _luminance(colour: str) -> float:
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("role", ["text", "muted", "work", "rest", "ready", "alarm", "good"])
@pytest.mark.parametrize("palette", [DARK, LIGHT], ids=["dark", "light"])
def test_contrast(palette: Palette, role: str) -> None:
    """At least 7:1 on the background and on cards (WCAG 2, enhanced)."""
    for ground in (palette.background, palette.panel):
        one, other = sorted((_luminance(palette.roles[role]), _luminance(ground)))  # type: ignore[index]
        assert (other + 0.05) / (one + 0.05) >= 7
