"""What is pasted into a note: all lines of it, as one; what does not fit is cut, and that is said."""

from __future__ import annotations

import pytest
from textual import events
from textual.app import App, ComposeResult

from glutetimer.core.record.answers import MOST_NOTE
from glutetimer.tui.widgets.typed_row import Writing


class Line(App[None]):
    """One line to write in."""

    def compose(self) -> ComposeResult:
        yield Writing("so ", max_length=MOST_NOTE, select_on_focus=False)


@pytest.mark.parametrize(
    ("pasted", "text", "cut"),
    [
        ("one\ntwo\r\n\n three\tfour \n", "so one two three four", False),
        ("\x1b[31mred\x07", "so [31mred", False),
        ("\n \n", "so ", False),
        ("x" * (MOST_NOTE + 5), "so " + "x" * (MOST_NOTE - 3), True),
    ],
)
async def test_paste(pasted: str, text: str, cut: bool) -> None:
    app = Line()
    async with app.run_test() as pilot:
        writing = app.query_one(Writing)
        writing.cursor_position = 3
        app.screen.post_message(events.Paste(pasted))
        await pilot.pause()
        await pilot.pause()
        assert writing.value == text
        told = [str(note.message) for note in app._notifications]
        assert told == ([f"Cut: at most {MOST_NOTE} characters fit here."] if cut else [])


async def test_what_is_selected_gives_way() -> None:
    app = Line()
    async with app.run_test() as pilot:
        app.query_one(Writing).select_all()
        app.screen.post_message(events.Paste("a\nb"))
        await pilot.pause()
        await pilot.pause()
        assert app.query_one(Writing).value == "a b"
