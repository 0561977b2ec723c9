"""The history narrowed to a session, a month, a mode."""

from __future__ import annotations

from datetime import date

import pytest

from glutetimer.core.log.query import Choices, Filter
from glutetimer.core.values import replace
from glutetimer.tui.log.common.memory import ALL
from glutetimer.tui.log.common.page import Goto, Memory, Tab
from glutetimer.tui.log.history import filters
from glutetimer.tui.log.history.page import HistoryPage
from glutetimer.tui.widgets import held_keys
from tests.helpers.fake_book import FakeBook, clock
from tests.helpers.log_hands import LogHands, hands
from tests.helpers.log_past import LAST, ROUND, built_in, made, past
from tests.helpers.pages import around


@pytest.fixture(autouse=True)
def _awake_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(held_keys, "DEAF", 0.0)
    monkeypatch.setattr(held_keys, "REPEATS", 0.0)


def book(count: int = 40) -> FakeBook:
    return FakeBook(past(count), list(built_in().values()))


def page(of: FakeBook, wanted: Filter = ALL) -> HistoryPage:
    return HistoryPage(of, Memory(wanted=wanted), clock)


def under(it: LogHands[HistoryPage]) -> str:
    """The line under the head."""
    return it.lines[1]


async def test_s_asks_which_session_and_begins_at_that_of_the_marked_workout() -> None:
    """So that Enter shows more of what one looks at; the mark stays on it."""
    async with hands(page(of := book()), of) as it:
        await it.press("down", "s")
        assert it.card.choices[it.card.chosen].label == "Glute strength"
        await it.press("enter")
        assert under(it) == "Glute strength 11 of 40 x all"
        assert it.marked.startswith("► Wed 18 Nov")
        assert all("Glute strength" in line for line in it.lines[3:14])


async def test_a_digit_takes_a_session_at_once() -> None:
    """The mark is on the newest where the one before is not among them."""
    async with hands(page(of := book()), of) as it:
        await it.press("down", "s", "4")
        assert under(it) == "Hip control 12 of 40 x all"
        assert it.marked.startswith("► Fri 20 Nov")
        await it.press("s", "a")
        assert under(it) == ""


async def test_leave_it_as_it_is() -> None:
    """Esc on the card changes nothing, with a filter or without."""
    async with hands(page(of := book(), Filter(session="get-hip")), of) as it:
        await it.press("s", "escape", "m", "escape")
        assert under(it).startswith("Get hip ")
        assert it.page.memory.wanted == Filter(session="get-hip")


async def test_m_asks_which_month() -> None:
    """The month of the marked workout first; then the arrows go to the others."""
    async with hands(page(of := book()), of) as it:
        await it.press("m")
        assert it.card.choices[it.card.chosen].label == "November 2026"
        await it.press("enter")
        assert under(it).startswith("November 2026 9 of 40")
        await it.press("left")
        assert under(it).startswith("October 2026 ")
        await it.press("right", "right")
        assert under(it).startswith("November 2026 ")


async def test_many_years_are_asked_for_by_year() -> None:
    """Two short cards instead of one with sixty answers."""
    of = FakeBook(made(ROUND[0], LAST.replace(year=year, month=month), 1) for year in (2023, 2025) for month in (1, 7))
    of.files |= {f"2024/{n:02}.toml": made(ROUND[1], LAST.replace(year=2024, month=n), n) for n in range(1, 13)}
    of.rows.refresh()
    async with hands(page(of), of) as it:
        await it.press("m")
        assert [choice.label for choice in it.card.choices[1:-1]] == ["2025", "2024", "2023"]
        await it.press("2", "down", "down", "enter")
        assert under(it) == "November 2024 1 of 16 x all"
        await it.press("m", "a")
        assert under(it) == ""


async def test_the_arrows_pass_over_months_without_anything() -> None:
    """With another filter beside the month; at the ends they stop; without a month they do nothing."""
    of = FakeBook([made(ROUND[0], LAST), made(ROUND[1], LAST.replace(month=9)), made(ROUND[0], LAST.replace(month=7))])
    async with hands(page(of, Filter(session="hip-control", month="2026-11")), of) as it:
        await it.press("left")
        assert it.page.memory.wanted.month == "2026-07"
        await it.press("left")
        assert it.page.memory.wanted.month == "2026-07"
        await it.press("x", "left", "right")
        assert it.page.memory.wanted == ALL


async def test_o_goes_round_the_modes_in_use() -> None:
    """And back to all."""
    async with hands(page(of := book()), of) as it:
        said = []
        for _ in range(4):
            await it.press("o")
            said.append(under(it))
        assert said == [
            "whole sessions 29 of 40 x all",
            "one round after a run 6 of 40 x all",
            "one round before a run 5 of 40 x all",
            "",
        ]


async def test_filters_join() -> None:
    """Session, month and mode at once."""
    async with hands(page(of := book()), of) as it:
        await it.press("s", "4", "m", "enter", "o")
        assert under(it) == "Hip control · November 2026 · whole sessions 3 of 40 x all"


@pytest.mark.parametrize("key", ["x", "escape", "q"])
async def test_the_way_back_to_all(key: str) -> None:
    """Only then does Esc leave."""
    async with hands(page(of := book(), Filter(session="get-hip")), of) as it:
        await it.press(key)
        assert it.page.memory.wanted == ALL
        assert not it.app.left
        await it.press("escape")
        assert it.left is None


@pytest.mark.parametrize(
    ("wanted", "tab"), [(Filter(week=date(2026, 11, 16)), "weeks"), (Filter(exercise="hip-circles"), "exercise")]
)
async def test_the_way_back_to_where_the_filter_is_from(wanted: Filter, tab: Tab) -> None:
    """Also where it was narrowed further; the history shows all the next time."""
    memory = Memory()
    memory.take(Goto("history", wanted, back=tab))
    of = book()
    async with hands(HistoryPage(of, memory, clock), of) as it:
        await it.press("o", "escape")
        assert it.left == Goto(tab)
        assert (memory.wanted, memory.back) == (ALL, None)


@pytest.mark.parametrize("keys", [["x"], ["m", "enter"]])
async def test_another_filter_has_no_way_back(keys: list[str]) -> None:
    """All workouts, or a month in the place of the week."""
    memory = Memory()
    memory.take(Goto("history", Filter(week=date(2026, 11, 16)), back="weeks"))
    of = book()
    async with hands(HistoryPage(of, memory, clock), of) as it:
        await it.press(*keys)
        assert memory.back is None
        await it.press("escape", *["escape"] * (len(keys) - 1))
        assert it.left is None


async def test_p_shows_where_something_hurt() -> None:
    """With or without a number; again all."""
    of = book()
    async with hands(page(of), of, (120, 40)) as it:
        await it.press("p")
        assert under(it) == "with pain 6 of 40 x all"
        assert all("pain 3 knee" in line for line in it.lines[3:9])
        await it.press("p")
        assert under(it) == ""


@pytest.mark.parametrize("key", ["s", "m"])
async def test_an_empty_log_has_nothing_to_choose_from(key: str) -> None:
    """It is said; no card offers all of nothing."""
    of = book(0)
    async with hands(page(of), of) as it:
        await it.press(key)
        assert "There is nothing to choose from yet" in it.text
        assert it.app.screen is it.page


async def test_what_does_not_count_is_told_apart() -> None:
    """In the head of all, beside the filter what it is."""
    first, second, third, *rest = past(40)
    made_ = [replace(first, speed=40.0), replace(second, speed=10.0), third, *rest]
    of = FakeBook(made_, list(built_in().values()), [replace(third, note="Elsewhere.")])
    async with hands(page(of), of, (120, 40)) as it:
        assert it.lines[0].endswith("38 workouts, 3 not counted")
        await it.press("m", "enter")
        assert under(it) == "November 2026 10 of 41, 3 not counted x all"
        await it.press("s", "4")
        assert under(it) == "Hip control · November 2026 3 of 41, 1 rehearsal x all"


async def test_nothing_passes() -> None:
    """It is said, and how to see them all."""
    async with hands(page(of := book(), Filter(session="get-hip", month="2020-01")), of) as it:
        assert "No workout here: Get hip · January 2020." in it.text
        assert it.foot == ""
        await it.press("enter", "e", "d", "down", "x")
        assert it.marked.startswith("► Fri 20 Nov")


async def test_the_month_card_is_seen_in_a_low_window() -> None:
    """It scrolls to what is marked."""
    of = book(148)
    async with around(page(of), (60, 16)) as (app, pilot):
        it = LogHands(app, page(of), of, pilot)
        await it.settle()
        await it.press("end", "m")
        assert "► " in it.text
        assert "December 2025" in it.text


def test_every_filter_has_words() -> None:
    """Also those that other pages send."""
    rows = book().rows
    wanted = Filter(week=date(2026, 11, 16), since=date(2026, 9, 1), exercise="hip-circles")
    assert filters.in_words(wanted, rows) == "week of 16 Nov 2026 · since 1 Sep 2026 · with Side-lying hip circles"
    assert filters.in_words(Filter(session="gone", exercise="lost"), rows) == "gone · with lost"
    assert filters.in_words(ALL, rows) == ""


def test_modes_not_in_use_are_passed_over() -> None:
    """There would be nothing."""
    assert filters.next_mode(ALL, Choices(modes=("pre-run",))).mode == "pre-run"
    assert filters.next_mode(Filter(mode="post-run"), Choices(modes=("full",))).mode == "full"
    assert filters.next_mode(ALL, Choices()).mode is None


def test_what_surely_shows_a_workout() -> None:
    """So that one just added is seen."""
    (row,) = FakeBook([made(ROUND[0], LAST)]).rows.history(ALL, 0, 1)
    for wanted in (ALL, Filter(session="hip-control"), Filter(month="2026-11", mode="full")):
        assert filters.shows(wanted, row)
    for other in (
        Filter(session="x"),
        Filter(month="2026-10"),
        Filter(mode="pre-run"),
        Filter(week=date(2026, 11, 16)),
    ):
        assert not filters.shows(other, row)
    assert not filters.shows(replace(ALL, exercise="hip-circles"), row)
    assert not filters.shows(Filter(pain=True), row)
    assert filters.shows(Filter(pain=True), replace(row, hurt=True))
