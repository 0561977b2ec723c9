"""What a line becomes for terminals that lack colours or characters."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.command import CommandPalette

import glutetimer.tui
from glutetimer.core.text.encoding import encodable
from glutetimer.tui.terminal import filters
from glutetimer.tui.terminal.filters import Encodable, Uncoloured, no_colour
from tests.helpers.whole_app import playing

GROUND = Color.parse("#11151b")


@pytest.mark.parametrize(("value", "wanted"), [(None, False), ("", False), ("1", True), ("0", True)])
def test_an_empty_no_color_is_not_set(value: str | None, wanted: bool) -> None:
    assert no_colour({} if value is None else {"NO_COLOR": value}) is wanted


def test_no_colour_is_left_and_what_stands_out_is_reversed() -> None:
    line = [
        Segment("words", Style.parse("bold #ffc14d on #11151b")),
        Segment("muted", Style.parse("#a3acb8 on #1a2029")),
        Segment("chosen", Style.parse("#11151b on #ffc14d")),
        Segment("bare", None),
    ]
    styles = [segment.style for segment in Uncoloured().apply(line, GROUND)]
    assert [(style.color, style.bgcolor, style.bold, style.reverse) for style in styles if style] == [
        (None, None, True, False),
        (None, None, None, False),
        (None, None, None, True),
    ]


@pytest.mark.parametrize("encoding", ["latin-1", "ascii", "cp1252"])
def test_every_line_keeps_its_width_in_what_the_terminal_has(encoding: str) -> None:
    line = [Segment("► 10 × é – ╔═║ ▀▄█ strip │ ■□ 漢字 \N{BLACK STAR}", None), Segment("plain", None)]
    (drawn, plain) = Encodable(encoding).apply(line, GROUND)
    drawn.text.encode(encoding)
    assert cell_len(drawn.text) == cell_len(line[0].text)
    assert drawn.text.startswith("> 10 ")
    assert plain.text == "plain"


def test_every_shape_that_is_drawn_has_a_plain_one() -> None:
    """Of all that the screens' own texts hold; letters in tables of other layouts are none."""
    files = Path(glutetimer.tui.__file__).parent.rglob("*.py")
    shapes = {letter for file in files for letter in file.read_text("utf-8") if not letter.isascii()}
    lacking = {shape for shape in shapes if encodable(shape, "ascii") == "?" and not shape.isalpha()}
    assert lacking == set()


@pytest.mark.parametrize("value", ["1", ""])
async def test_the_program_paints_no_colour_where_none_is_wanted(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    monkeypatch.setenv("NO_COLOR", value)
    async with playing() as it:
        colours = [segment.style and segment.style.color for line in drawn(it) for segment in line]
        assert bool([colour for colour in colours if colour]) is not bool(value)


async def test_the_program_draws_in_what_the_terminal_has(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(filters, "terminal_encoding", lambda: "latin-1")
    async with playing() as it:
        "".join(segment.text for line in drawn(it) for segment in line).encode("latin-1")


def drawn(it: Any) -> list[Any]:
    """The lines of the screen as they go to the terminal."""
    return list(it.gluteapp.screen._compositor.render_strips())


async def test_the_palette_closes_where_it_has_no_room() -> None:
    async with playing(session=None) as it:
        it.gluteapp.action_command_palette()
        await it.pilot.pause()
        assert isinstance(it.gluteapp.screen, CommandPalette)
        await it.pilot.resize_terminal(10, 8)
        await it.until(lambda: not isinstance(it.gluteapp.screen, CommandPalette))
        it.gluteapp.action_command_palette()
        await it.pilot.pause()
        assert not isinstance(it.gluteapp.screen, CommandPalette)
