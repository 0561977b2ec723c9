"""Joiners stay in what is kept and are not drawn; lines stay as wide as they were meant to be."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.segment import Segment
from textual.color import Color

from glutetimer.core.plan.options import Options
from glutetimer.core.text.clean import JOINERS, unjoined
from glutetimer.core.values import replace
from glutetimer.tui.app import GluteApp
from glutetimer.tui.drawing.joiners import Unjoined
from tests.helpers.core import reps, session
from tests.helpers.fake_program import FakeProgram
from tests.helpers.pages import stack_of

#: "sri" in Sinhala: Rich counts two cells, terminals three.
SRI = "\u0dc1\u0dca\u200d\u0dbb\u0dd3"
BLACK = Color(0, 0, 0)


def drawn(*texts: str) -> list[str]:
    return [segment.text for segment in Unjoined().apply([Segment(text) for text in texts], BLACK)]


def test_a_line_without_joiners_is_left_alone() -> None:
    line = [Segment("Step-up"), Segment("  ")]
    assert Unjoined().apply(line, BLACK) is line


def test_what_a_word_grows_by_is_taken_from_the_blanks_after_it() -> None:
    """The next column stays where it is."""
    assert drawn(f"{SRI}   ", "3 × 10") == [f"{unjoined(SRI)}  ", "3 × 10"]
    assert drawn(SRI, " a", "   b") == [unjoined(SRI), " a", "  b"]


def test_without_blanks_the_end_goes() -> None:
    assert "".join(drawn(f"{SRI}ab")) == f"{unjoined(SRI)}a"


@given(st.lists(st.text(f"aක්ර{JOINERS} ", max_size=8), min_size=1, max_size=6))
def test_every_line_is_as_wide_as_before(texts: list[str]) -> None:
    line = drawn(*texts)
    assert sum(map(cell_len, line)) == sum(map(cell_len, texts))
    assert not set(JOINERS) & set("".join(line))


@pytest.mark.parametrize("size", [(60, 16), (80, 24)])
async def test_no_page_draws_one(size: tuple[int, int]) -> None:
    """The list with its preview, the options, a run."""
    program = FakeProgram()
    exercise = reps("a", name=f"{SRI} lift", how=f"Lift {SRI}.", cues=(SRI,))
    program.shown = [replace(session(exercise), id="test", name=f"{SRI} session")]
    app = GluteApp(program, None, Options(), None)
    async with app.run_test(size=size) as pilot:
        for key in ("down", "o", "escape", "enter"):
            await pilot.press(key)
            await pilot.pause()
            lines = list(app.screen._compositor.render_strips())
            assert {strip.cell_length for strip in lines} == {size[0]}
            assert {cell_len(strip.text) for strip in lines} == {size[0]}
            assert not any(joiner in strip.text for strip in lines for joiner in JOINERS)
        assert stack_of(app)[-1] == "RunScreen"
