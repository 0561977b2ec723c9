"""Rows by keys and mouse, and what all pages share."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import ClassVar

import pytest
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.pilot import Pilot

from glutetimer.tui.card.card import Card
from glutetimer.tui.widgets.answer_row import ScoreRow
from glutetimer.tui.widgets.keys import OPTIONS, bindings
from glutetimer.tui.widgets.page import Foot, Page
from glutetimer.tui.widgets.row import LABEL, ChoiceRow, Row, ToggleRow
from tests.helpers.pages import Around, around, settle, text_of

PACES = (("counted", "counted"), ("tap", "a press a rep"), ("own", "a press a bout"))


class Some(Page[str]):
    """A page with a row of each kind."""

    TABLE = OPTIONS
    BINDINGS: ClassVar[list[BindingType]] = bindings(OPTIONS)

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[object] = []

    def body(self) -> ComposeResult:
        yield ChoiceRow("Pace", PACES, "counted", id="pace")
        yield ChoiceRow("Effort", [(n, str(n)) for n in range(11)], spread=True, id="effort")
        yield ToggleRow("Kit", [("band", "band"), ("chair", "chair")], ["chair"], id="kit")

    def on_mount(self) -> None:
        self.query(Row).first().focus()
        self.foot("start")

    def redraw(self) -> None:
        self.head("Some", "right")

    def on_row_changed(self, event: Row.Changed) -> None:
        self.heard.append(event.row.id)

    def action_leave(self) -> None:
        self.dismiss("left")

    def value(self, id_: str) -> object:
        return self.query_one(f"#{id_}", ChoiceRow).value


@pytest.fixture(name="it")
async def _it() -> AsyncIterator[tuple[Around[str], Some, Pilot[None]]]:
    page = Some()
    async with around(page) as (app, pilot):
        yield app, page, pilot


It = tuple[Around[str], Some, Pilot[None]]


async def test_arrows_choose_round(it: It) -> None:
    """A value between arrows goes round both ways, and says so each time."""
    _, page, pilot = it
    await pilot.press("left")
    assert page.value("pace") == "own"
    await pilot.press("right", "right")
    assert page.value("pace") == "tap"
    assert page.heard == ["pace"] * 3


async def test_a_row_beside_each_other_stops_at_its_ends(it: It) -> None:
    """From nothing the first is taken; before it there is nothing."""
    _, page, pilot = it
    await pilot.press("down", "right")
    assert page.value("effort") == 0
    await pilot.press("left")
    assert (page.value("effort"), page.heard) == (0, ["effort"])
    await pilot.press(*["right"] * 12)
    assert page.value("effort") == 10


async def test_toggles_go_in_and_out(it: It) -> None:
    """The cursor goes round; Space flips, + is in and - is out."""
    _, page, pilot = it
    kit = page.query_one("#kit", ToggleRow)
    await pilot.press("down", "down", "space")
    assert list(kit.values) == ["band", "chair"]
    await pilot.press("plus")
    assert page.heard == ["kit"]
    await pilot.press("right", "minus")
    assert list(kit.values) == ["band"]


async def test_rows_stop_at_the_ends(it: It) -> None:
    """Up from the first row stays there."""
    _, page, pilot = it
    await pilot.press("up")
    assert page.row is page.query_one("#pace")
    await pilot.press("down", "down", "down", "down")
    assert page.row is page.query_one("#kit")


async def test_a_click_takes_the_row_and_the_value(it: It) -> None:
    """On a value that value, on an arrow a step, elsewhere only the row."""
    _, page, pilot = it
    await pilot.click("#effort", offset=(LABEL + 3 * 3 + 1, 0))
    assert (page.value("effort"), page.row) == (3, page.query_one("#effort"))
    await pilot.click("#pace", offset=(1, 0))
    assert (page.value("pace"), page.row) == ("counted", page.query_one("#pace"))
    await pilot.click("#pace", offset=(LABEL, 0))
    assert page.value("pace") == "own"
    await pilot.click("#kit", offset=(LABEL + 1, 0))
    assert page.query_one("#kit", ToggleRow).values == ("band", "chair")


async def test_what_is_chosen_can_be_seen_without_colour(it: It) -> None:
    """In a row that has not the keys the chosen value stands in brackets, a thing at hand is a full square."""
    app, page, pilot = it
    page.query_one("#effort", ChoiceRow).choose(6)
    await settle(pilot)
    shown = text_of(app)
    assert "[6]" in shown
    assert "► Pace" in shown
    assert "□ band" in shown
    assert "■ chair" in shown


async def test_the_foot_names_the_keys_and_takes_clicks(it: It) -> None:
    """The main key on the left; a click on a hint is that key."""
    app, page, pilot = it
    foot = page.query_one(Foot)
    line = foot.line()
    assert line.content().plain.startswith(" Enter  start")
    x = next(x for x in range(80) if line.at(x) is OPTIONS[-1])
    await pilot.click("#foot", offset=(x, 0))
    await settle(pilot)
    assert app.left == ["left"]


async def test_the_foot_leaves_out_what_has_no_room() -> None:
    """At 60 columns fewer keys are named, the last ones stay."""
    page = Some()
    async with around(page, (60, 16)):
        plain = page.query_one(Foot).line().content().plain
        assert len(plain) == 58
        assert plain.endswith("? keys   Esc back")
        assert "↓ row" in plain
        assert "save as my own" not in plain


async def test_question_mark_shows_the_keys(it: It) -> None:
    """Every key of the table stands on the card."""
    app, _, pilot = it
    await pilot.press("question_mark")
    await settle(pilot)
    assert isinstance(app.screen, Card)
    assert "save as my own session" in text_of(app)


@pytest.mark.parametrize("size", [(59, 24), (80, 15), (1, 1), (10, 3)])
async def test_too_small_a_window_says_what_it_needs(it: It, size: tuple[int, int]) -> None:
    """Only that; and all is back when it is larger again."""
    app, page, pilot = it
    await pilot.resize_terminal(*size)
    await settle(pilot)
    assert "Pace" not in text_of(app)
    if size[0] > 40:
        assert f"Make the window 60x16 (now {size[0]}x{size[1]})." in text_of(app)
    await pilot.resize_terminal(80, 24)
    await settle(pilot)
    assert "► Pace" in text_of(app)
    assert page.heard == []


class Typing(Page[str]):
    """A page with a number to type."""

    TABLE = OPTIONS
    BINDINGS: ClassVar[list[BindingType]] = bindings(OPTIONS)

    def body(self) -> ComposeResult:
        yield ScoreRow("Strength", [(n, str(n)) for n in range(1, 11)], None, {}, id="strength", open_="")
        yield ChoiceRow("Pace", PACES, "counted", id="pace")


@pytest.mark.parametrize(
    ("keys", "value"),
    [
        ("7", 7),
        ("1 0", 10),
        ("1 0 5", 5),
        ("1 5", 5),
        ("1 left 0", 1),
        ("1 down 2 up 0", 1),
        ("1 0 backspace", 1),
        ("1 backspace 0", 1),
        ("0", None),
        ("3 x", 3),
    ],
)
async def test_digits_choose_a_number(keys: str, value: int | None) -> None:
    """1 and 0 at once are 10; what is no number together begins anew, and so does every other key and another row."""
    page = Typing()
    async with around(page) as (_, pilot):
        await pilot.press(*keys.split())
        assert page.query_one("#strength", ScoreRow).value == value
        assert page.query_one("#pace", ChoiceRow).value == "counted"


async def test_a_click_begins_anew() -> None:
    """Whatever was typed before."""
    page = Typing()
    async with around(page) as (_, pilot):
        await pilot.press("1")
        await pilot.click("#strength", offset=(2, 0))
        await pilot.press("0")
        assert page.query_one("#strength", ScoreRow).value == 1
