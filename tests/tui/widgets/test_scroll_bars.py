"""The thin scroll bar, and the command palette's lines."""

from __future__ import annotations

import pytest
from textual.scrollbar import ScrollBar

from glutetimer.tui.widgets.scroll_bars import LineBar
from tests.helpers.pages import text_of
from tests.helpers.whole_app import playing


def bar(size: int, whole: float, seen: float, at: float) -> str:
    """The bar as text, top to bottom."""
    drawn = LineBar.render_bar(size=size, virtual_size=whole, window_size=seen, position=at)
    return "".join(segment.text for segment in drawn.segments if segment.text != "\n")


@pytest.mark.parametrize(
    ("at", "drawn"), [(0.0, "│││││     "), (5.0, "  │││││   "), (10.0, "     │││││"), (99.0, "     │││││")]
)
def test_the_line_is_where_one_is(at: float, drawn: str) -> None:
    """At the ends it touches the ends."""
    assert bar(10, 20, 10, at) == drawn


def test_a_little_below_still_shows() -> None:
    """Never as long as the whole bar while something is hidden, never gone."""
    assert bar(10, 10.2, 10, 0) == "│││││││││ "
    assert bar(10, 9000, 10, 0) == "│         "


def test_nothing_hidden_is_no_line() -> None:
    """Nor in a bar without rows."""
    assert bar(4, 4, 4, 0) == "    "
    assert bar(0, 20, 10, 0) == ""


def test_every_page_has_it() -> None:
    """It is set once for all."""
    assert ScrollBar.renderer is LineBar


async def test_the_palette_names_keys_beside_what_they_do() -> None:
    """As the card of keys does."""
    async with playing(session=None) as it:
        await it.press("ctrl+p")
        await it.until(lambda: "options: sets" in text_of(it.app))
        line = next(line for line in text_of(it.app).splitlines() if "options: sets" in line)
        assert line.split("║")[1].replace("│", "").split() == ["o", "options:", "sets,", "kit,", "pace,", "doses"]
        await it.press(*"warm")
        await it.until(lambda: "options: sets" not in text_of(it.app))
        assert "w           before a run: one round to warm up" in text_of(it.app)
