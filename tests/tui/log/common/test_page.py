"""The frame of the log's pages: tabs, how far the log is read, the way from page to page."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Mapping
from datetime import date
from typing import Any, ClassVar, get_args

import pytest
from rich.cells import cell_len
from textual import work
from textual.app import App
from textual.binding import BindingType
from textual.pilot import Pilot
from textual.types import CSSPathType

from glutetimer.core.log.query import Filter, Opened
from glutetimer.core.settings.config import Config
from glutetimer.tui.drawing.theme import DARK, themes
from glutetimer.tui.log import navigate as looking
from glutetimer.tui.log.common.keys import LEAVE, TABS
from glutetimer.tui.log.common.memory import Goto, Memory
from glutetimer.tui.log.common.page import Clock, LogPage, how_far, tabs
from glutetimer.tui.log.common.reading import Reading
from glutetimer.tui.log.common.tabs import LOG_TABS, Tab
from glutetimer.tui.log.navigate import look_back, page_of
from glutetimer.tui.widgets import held_keys
from glutetimer.tui.widgets.keys import Key, bindings
from tests.helpers.fake_book import FakeBook, clock
from tests.helpers.fake_program import changed
from tests.helpers.log_past import past
from tests.helpers.pages import Around, around, settle, text_of
from tests.helpers.paths import TOP

TODAY = date(2026, 11, 21)


class PlainPage(LogPage):
    """A page with nothing in it; counts how often it was drawn."""

    TAB = "weeks"
    TABLE = (Key(("enter",), "Enter", "nothing"), *TABS, LEAVE)
    BINDINGS: ClassVar[list[BindingType]] = bindings(TABLE)
    CSS_PATH: ClassVar[CSSPathType | None] = TOP / "glutetimer" / "tui" / "log" / "common" / "log.tcss"

    drawn = 0
    looks = 0

    def show(self) -> None:
        self.drawn += 1

    def meanwhile(self) -> None:
        self.looks += 1


async def test_a_page_that_is_left_leaves_the_reading_alone() -> None:
    """The next page waits for the same one, and reads nothing twice."""
    rows = FakeBook(past(3)).rows
    rows.reads, rows.gate = 0, threading.Event()
    reading = Reading()
    first = asyncio.create_task(reading.once(rows))
    while not rows.reads:  # on its thread
        await asyncio.sleep(0)
    assert reading.going
    first.cancel()
    await asyncio.gather(first, return_exceptions=True)
    second = asyncio.create_task(reading.once(rows))
    await asyncio.sleep(0)
    rows.gate.set()
    await second
    await reading.once(rows)
    assert (rows.reads, reading.going) == (1, False)


async def test_what_is_changed_while_the_log_is_read_is_read_after_it() -> None:
    """The reading under way may have passed that file already."""
    rows = FakeBook(past(3)).rows
    rows.refreshed, rows.gate = 0, threading.Event()
    reading = Reading()
    first = asyncio.create_task(reading.once(rows))
    await asyncio.sleep(0)
    second = asyncio.create_task(reading.again(rows))
    rows.gate.set()
    await first
    await second
    assert rows.refreshed == 2


async def test_a_log_that_is_left_is_read_no_further() -> None:
    """So that leaving the program waits for nothing."""
    rows = FakeBook(past(3)).rows
    rows.refreshed, rows.steps = 0, ((1, 3), (2, 3))
    reading = Reading()
    reading.stop()
    await reading.once(rows)
    assert rows.refreshed == 0


@pytest.mark.parametrize("at", ["history", "weeks", "exercise", "balance"])
@pytest.mark.parametrize("narrow", [True, False])
def test_the_tabs_have_room_in_the_narrowest_window(at: Any, narrow: bool) -> None:
    """With a word beside them; every digit stands on its tab."""
    line = tabs(at, narrow=narrow)
    assert line.width <= (50 if narrow else 60)
    hit = {line.at(x) for x in range(line.width)} - {None}
    assert hit == {tab.name for tab in LOG_TABS} == set(get_args(Tab))
    assert [tab.key for tab in LOG_TABS] == [key.shown for key in TABS]


def test_how_far_it_is_read() -> None:
    """As much of it as there is room for."""
    assert how_far(3400, 10_000) == (
        "reading 3,400 of 10,000  ■■■■■■■□□□□□□□□□□□□□",
        "reading 3,400 of 10,000",
        "34 % read",
        "reading",
    )
    assert how_far(0, 0) == ("reading the log", "reading")
    assert how_far(7, 5)[2] == "100 % read"
    assert all(cell_len(said) <= 50 for said in how_far(100_000, 100_000))


@pytest.mark.parametrize(("size", "said"), [((60, 16), "20 %"), ((80, 24), "reading"), ((120, 40), "■■■■□")])
async def test_a_page_is_there_while_the_log_is_read(size: tuple[int, int], said: str) -> None:
    """It is drawn at once, and again when all is known."""
    book = FakeBook(past(3))
    book.rows.steps, book.rows.gate = ((2, 10),), threading.Event()
    page = PlainPage(book, Memory(), clock)
    async with around(page, size) as (app, pilot):
        before = page.drawn
        assert before >= 1
        while book.rows.progress() != (2, 10):
            await pilot.pause()
        page._look()
        await settle(pilot)
        assert said in text_of(app)
        assert page.looks >= 1
        book.rows.gate.set()
        await app.workers.wait_for_complete()
        await settle(pilot)
        assert page.drawn > before
        assert "reading" not in text_of(app)


async def test_the_head_tells_how_far_another_reader_is() -> None:
    """As the first screen, which began to read the log before it was opened."""
    book = FakeBook(past(3))
    book.rows.gate = threading.Event()
    page = PlainPage(book, Memory(), clock)
    async with around(page, (120, 40)) as (app, pilot):
        page._look()
        await settle(pilot)
        assert "reading the log" in text_of(app)
        book.rows.at = (6, 12)
        page._look()
        await settle(pilot)
        assert "reading 6 of 12  ■■■■■■■■■■□" in text_of(app)
        book.rows.gate.set()
        await app.workers.wait_for_complete()


async def test_a_digit_goes_to_another_page_and_its_own_nowhere() -> None:
    """Each page has the same keys."""
    async with around(PlainPage(FakeBook(), Memory(), clock)) as (app, pilot):
        await pilot.press("2", "4")
        await settle(pilot)
        assert app.left == [Goto("balance")]


def test_what_one_is_sent_with_goes_before_what_was_looked_at() -> None:
    """Without anything that is kept."""
    memory = Memory(wanted=Filter(session="a"), exercise="kick")
    memory.take(Goto("history"))
    assert (memory.wanted, memory.exercise) == (Filter(session="a"), "kick")
    memory.take(Goto("history", Filter(week=TODAY), "squat"))
    assert (memory.wanted, memory.exercise) == (Filter(week=TODAY), "squat")


class LogDesk:
    """A desk with a log."""

    def __init__(self) -> None:
        self.config = Config(goal=4)
        self.book = FakeBook(past(5))
        self.deleted: list[Opened] = []

    def log(self) -> FakeBook:
        return self.book

    def change(self, changes: Mapping[str, object]) -> str:
        self.config = changed(self.config, changes)
        return ""


class Looking(App[None]):
    """Looks back once."""

    CSS_PATH = TOP / "glutetimer" / "tui" / "app.tcss"

    def __init__(self, program: LogDesk) -> None:
        super().__init__()
        self._program, self.over = program, False

    def on_mount(self) -> None:
        for theme in themes():
            self.register_theme(theme)
        self.theme = DARK.name
        self.look()

    @work
    async def look(self) -> None:
        await look_back(self, self._program)
        self.over = True


@pytest.fixture
def _plain_weeks(monkeypatch: pytest.MonkeyPatch) -> None:
    """The pages of others are plain ones here."""

    def page(to: Goto, book: FakeBook, memory: Memory, clock: Clock, program: LogDesk) -> LogPage:
        if to.tab == "history":
            return page_of(to, book, memory, clock, program)
        return PlainPage(book, memory, clock)

    monkeypatch.setattr(looking, "page_of", page)


@pytest.mark.usefixtures("_plain_weeks")
async def test_from_page_to_page_until_one_is_left() -> None:
    """What was looked at is there again."""
    app = Looking(LogDesk())
    async with app.run_test() as pilot:
        await _settle_all(pilot)
        assert "5 workouts" in text_of(app)
        await pilot.press("down", "2")
        await _settle_all(pilot)
        assert isinstance(app.screen, PlainPage)
        app.screen.action_tab("history")
        await _settle_all(pilot)
        assert "► Wed 18 Nov" in text_of(app)
        await pilot.press("escape")
        await _settle_all(pilot)
        assert app.over


@pytest.mark.usefixtures("_plain_weeks")
async def test_what_was_deleted_is_known_as_long_as_the_program_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    """The desk keeps it from one look back to the next."""
    monkeypatch.setattr(held_keys, "DEAF", 0.0)
    program = LogDesk()
    app = Looking(program)
    async with app.run_test() as pilot:
        await _settle_all(pilot)
        await pilot.press("d")
        await _settle_all(pilot)
        await pilot.press("t")
        await _settle_all(pilot)
        await pilot.press("escape")
        await _settle_all(pilot)
        assert app.over
        assert len(program.deleted) == 1
        app.look()
        await _settle_all(pilot)
        await pilot.press("u")
        await _settle_all(pilot)
        assert program.deleted == []


async def test_the_goal_is_kept_and_shown() -> None:
    """G and g on the page of weeks change the setting; what stands in the way is said."""
    program = LogDesk()
    page = page_of(Goto("weeks"), program.book, Memory(), clock, program)
    async with around(page) as (app, pilot):
        await settle(pilot)
        await app.workers.wait_for_complete()
        await pilot.press("g")
        await settle(pilot)
        assert program.config.goal == 5
        assert "goal 5 a week" in text_of(app)


@pytest.mark.parametrize("page", ["history", "weeks", "exercise", "balance"])
async def test_an_answer_may_come_while_the_page_goes_away(page: Tab) -> None:
    """Its parts go one after another."""
    shown = page_of(Goto(page), FakeBook(past(3)), Memory(), clock, LogDesk())
    async with around(shown) as (app, pilot):
        await app.workers.wait_for_complete()
        for part in shown.PARTS:
            shown.query_one(part).remove()
            await pilot.pause()
            shown._look()
            shown.redraw()
        assert not shown.whole


async def _settle_all(pilot: Pilot[Any]) -> None:
    for _ in range(3):
        await settle(pilot)


def test_every_tab_has_its_page() -> None:
    """Imported when it is wanted; each knows which it is."""
    for tab in LOG_TABS:
        page = page_of(Goto(tab.name), FakeBook(), Memory(), clock, LogDesk())
        assert tab.name == page.TAB
        assert {key.keys for key in TABS} <= {key.keys for key in page.TABLE}
        assert isinstance(page, LogPage)
    assert issubclass(Around, App)
