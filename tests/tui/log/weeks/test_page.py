"""The weeks by keys and mouse."""

from __future__ import annotations

from asyncio import timeout
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import date, timedelta, timezone
from threading import Event

import pytest
from textual import events

from glutetimer.core.log.query import Filter
from glutetimer.core.settings.goals import Goals, GoalWas
from glutetimer.core.values import replace
from glutetimer.tui.log.common.page import Goto, Memory
from glutetimer.tui.log.common.picture_page import LogPicture
from glutetimer.tui.log.weeks.grid import grid_of
from glutetimer.tui.log.weeks.page import WeeksPage
from tests.helpers.chart_past import many, training
from tests.helpers.fake_book import NOW, FakeBook, clock
from tests.helpers.log_hands import Seeing, seeing
from tests.helpers.pages import around, settle

THIS = date(2026, 11, 16)


@dataclass
class Kept:
    """The goals as somebody keeps them: on the day of the clock, in its week or from the next one on."""

    goals: Goals = field(default_factory=lambda: Goals(3))
    day: date = date(2026, 11, 21)
    refusal: str = ""
    asked: list[int] = field(default_factory=list)

    def set(self, goal: int) -> str:
        self.asked.append(goal)
        self.goals = self.goals if self.refusal else self.goals.changed(goal, self.day)
        return self.refusal


@asynccontextmanager
async def weeks(
    book: FakeBook | None = None,
    size: tuple[int, int] = (80, 24),
    kept: Kept | None = None,
    memory: Memory | None = None,
) -> AsyncIterator[Seeing[WeeksPage]]:
    """The weeks of a year of training, settled."""
    kept = kept or Kept()
    page = WeeksPage(book or FakeBook(training()), memory or Memory(), clock, lambda: kept.goals, kept.set)
    async with seeing(page, size) as it:
        yield it


async def test_this_week_is_marked_first() -> None:
    """With its days, and the goal in the head."""
    async with weeks() as it:
        assert it.page.marked == THIS
        assert it.line("►").startswith("► 16 Nov")
        assert "goal 3 a week" in it.text
        assert "open the week" in it.text


async def test_the_mark_goes_back_and_on_and_stops_at_the_ends() -> None:
    """Left and down are back; today is the end, the first workout the beginning."""
    async with weeks() as it:
        await it.press("right")
        assert it.page.marked == THIS
        await it.press("left", "down")
        assert it.page.marked == THIS - timedelta(weeks=2)
        assert it.line("►").startswith("► 02 Nov")
        await it.press("up")
        assert it.page.marked == THIS - timedelta(weeks=1)
        await it.press("home")
        first = min(it.page.rows.weekly())
        assert it.page.marked == first
        await it.press("left")
        assert it.page.marked == first
        await it.press("end")
        assert it.page.marked == THIS


async def test_the_grid_goes_with_the_mark() -> None:
    """Years back its workouts are there, asked for when they are wanted."""
    async with weeks(many(2000)) as it:
        assert it.lines[1].lstrip().startswith("Dec")
        await it.press("pageup", "pageup")
        assert it.page.marked == THIS - timedelta(weeks=104)
        x = grid_of(78, 1).x
        assert all(line[x] in "▪■" for line in it.lines[2:9]), it.text
        assert it.line("►").startswith("► 18 Nov   ■")
        await it.press("pagedown", "pagedown")
        assert it.page.marked == THIS


async def test_enter_opens_the_week_in_the_history() -> None:
    """All of it: the filter is the week's Monday."""
    async with weeks() as it:
        await it.press("left", "enter")
        assert it.left == Goto("history", Filter(week=THIS - timedelta(weeks=1)), back="weeks")


async def test_a_week_without_workouts_does_not_open() -> None:
    """The bottom left says nothing then."""
    empty = date(2026, 10, 19)
    async with weeks(memory=Memory(week=empty)) as it:
        assert it.page.rows.weekly().get(empty, 0) == 0
        assert "open the week" not in it.text
        await it.press("enter")
        assert not it.app.left


async def test_the_marked_week_is_remembered() -> None:
    """Back from the history one is where one was."""
    memory = Memory()
    async with weeks(memory=memory) as it:
        await it.press("left", "left")
        assert memory.week == THIS - timedelta(weeks=2)
    async with weeks(memory=memory) as it:
        assert it.page.marked == THIS - timedelta(weeks=2)


async def test_a_remembered_week_years_ago_is_in_the_grid() -> None:
    """The year that ends with it is shown."""
    async with weeks(many(2000), memory=Memory(week=date(2024, 11, 18))) as it:
        assert it.line("►").startswith("► 18 Nov   ■")


async def test_a_click_marks_and_a_click_on_the_mark_opens() -> None:
    """In the grid and in the list."""
    async with weeks() as it:
        grid = grid_of(78, 1)
        await it.click(grid.x + 50, 4)
        assert it.page.marked == THIS - timedelta(weeks=2)
        await it.click(12, 14)
        assert it.page.marked == THIS - timedelta(weeks=1)
        await it.click(70, 10)
        assert not it.app.left
        await it.click(12, 14)
        assert it.left == Goto("history", Filter(week=THIS - timedelta(weeks=1)), back="weeks")


async def test_the_goal_is_kept_at_once() -> None:
    """On a Monday it holds for the week that begins; weeks before are told against the goal of then."""
    kept = Kept(day=THIS)
    async with weeks(kept=kept) as it:
        before = it.line("02 Nov").split()
        await it.press("g", "g", "G")
        assert kept.asked == [4, 5, 4]
        assert "goal 4 a week" in it.text
        assert "from Monday" not in it.text
        assert it.line("►").startswith("► 16 Nov   ■ ■ ▪ □   3 of 4   this week")
        assert it.line("02 Nov").split() == before


async def test_a_goal_that_is_raised_in_the_week_holds_from_monday_on() -> None:
    """Twelve weeks at the goal stay twelve weeks, and so does what this week has."""
    kept = Kept()
    async with weeks(met(12), kept=kept) as it:
        assert "12 weeks in a row at the goal" in it.text
        await it.press("g", "g")
        assert kept.goals == Goals(5, (GoalWas(date(2026, 11, 20), 3),))
        assert "goal 5 from Monday" in it.text
        assert "12 weeks in a row at the goal" in it.text
        assert it.line("►").startswith("► 16 Nov   ■ ■ ■   3 of 3   √ goal")
        await it.press("G", "G")
        assert kept.goals == Goals(3)
        assert "from Monday" not in it.text


def met(count: int) -> FakeBook:
    """Three workouts in each of so many weeks."""
    (one, *_) = training(1)
    starts = [NOW - timedelta(weeks=back, days=day) for back in range(count) for day in range(3)]
    return FakeBook(replace(one, id=f"{start:%Y%m%d}", started=start) for start in starts)


async def test_goals_have_their_ends() -> None:
    """As on the settings screen; nothing is kept anew there."""
    kept = Kept()
    async with weeks(kept=kept) as it:
        await it.press("G", "G", "G", *["g"] * 15)
        assert kept.asked == [2, 1, *range(2, 15)]


async def test_a_goal_that_cannot_be_kept_is_not_shown() -> None:
    """What stood in the way is said."""
    async with weeks(kept=Kept(refusal="Not kept: config.toml is no TOML.")) as it:
        await it.press("g")
        assert "goal 3 a week" in it.text
        assert "Not kept: config.toml is no TOML." in it.lines[-1]
        await it.press("left")
        assert it.line("28 Sep") == it.lines[-1]


async def test_without_a_setting_at_hand_it_is_said_where_it_is_changed() -> None:
    async with seeing(WeeksPage(FakeBook(training()), Memory(), clock)) as it:
        await it.press("g")
        assert "goal 3 a week" in it.text
        assert "The goal is a setting" in it.lines[-1]


async def test_the_wheel_goes_through_the_weeks() -> None:
    """Down the list is back in time."""
    async with weeks() as it:
        for kind, marked in ((events.MouseScrollDown, THIS - timedelta(weeks=1)), (events.MouseScrollUp, THIS)):
            it.page.query_one(LogPicture).post_message(kind(None, 5, 5, 0, 0, 0, False, False, False))
            await it.rest()
            assert it.page.marked == marked


async def test_an_empty_log() -> None:
    """Nothing opens, and no key does harm."""
    async with weeks(FakeBook()) as it:
        assert "No workout yet" in it.text
        await it.press("left", "home", "pageup", "enter")
        assert it.page.marked == THIS
        assert not it.app.left


async def test_while_the_log_is_read_nobody_says_that_it_is_empty() -> None:
    """What is known by then is there as soon as it is."""
    book = FakeBook(training(5))
    book.rows._kept.clear()
    book.rows.gate = Event()
    page = WeeksPage(book, Memory(), clock)
    try:
        async with seeing_at_once(page) as it:
            assert "The log is being read" in it.text
            assert "No workout yet" not in it.text
            book.rows.gate.set()
            await it.rest()
            assert it.line("►").startswith("► 16 Nov   ■")
    finally:
        book.rows.gate.set()


async def test_what_is_known_while_the_log_is_read_is_shown() -> None:
    """Now and then it is asked again."""
    book = FakeBook(training(5))
    book.rows.gate, known = Event(), list(book.rows._kept)
    book.rows._kept.clear()
    try:
        async with seeing_at_once(WeeksPage(book, Memory(), clock)) as it:
            book.rows._kept.extend(known)
            it.page.meanwhile()
            async with timeout(10.0):
                while "► 16 Nov   ■" not in it.text:
                    await settle(it.pilot)
            assert it.page.reading
    finally:
        book.rows.gate.set()


@asynccontextmanager
async def seeing_at_once(page: WeeksPage) -> AsyncIterator[Seeing[WeeksPage]]:
    """The page before the log is read."""
    async with around(page) as (app, pilot):
        it = Seeing(app, page, pilot)
        async with timeout(10.0):
            while not page.told:
                await settle(pilot)
        await settle(pilot)
        yield it


async def test_what_is_read_meanwhile_is_shown() -> None:
    """The rows are asked again when the log was read anew."""
    book = FakeBook(training(1))
    async with weeks(book) as it:
        other = replace(training(2)[1], id="20261116T100000Z-00000000")
        book.add(other)
        it.page.read_again()
        await it.rest()
        assert it.line("►").startswith("► 16 Nov   ■ ■ □   2 of 3")


@pytest.mark.parametrize("size", [(60, 16), (80, 24), (120, 40), (200, 60)])
@pytest.mark.parametrize("workouts", [0, 1, 150])
async def test_all_sizes(size: tuple[int, int], workouts: int) -> None:
    """The picture is as large as its room, and the last week of the list is in it."""
    async with weeks(FakeBook(training(workouts)), size) as it:
        assert len(it.lines) == it.page.room[1]
        assert it.line("►").startswith("► 16 Nov")
        assert it.line("Su")
        assert it.line("one round")


async def test_what_is_dated_later_than_now_is_in_no_week_and_what_was_done_far_away_is() -> None:
    """It is Saturday evening here, and Sunday in Kiritimati already."""
    (one, *_) = training(1)
    far = replace(one, id="far", started=NOW.astimezone(timezone(timedelta(hours=14))) - timedelta(hours=1))
    soon = replace(one, id="soon", started=NOW + timedelta(minutes=1))
    async with weeks(FakeBook((one, far, soon))) as it:
        assert it.page.told
        assert it.page.told.today == date(2026, 11, 22)
        assert it.page.told.weekly == {date(2026, 11, 16): 2}
        assert len(it.page.told.starts) == 2
        assert "2 of 3" in it.text
