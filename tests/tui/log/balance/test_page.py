"""Left against right by keys and mouse."""

from __future__ import annotations

from asyncio import to_thread
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, date, datetime, timedelta
from threading import Event

import pytest
from textual import events

from glutetimer.core.log.compare import Compared, compare
from glutetimer.core.log.forms import WRITTEN
from glutetimer.core.values import replace
from glutetimer.tui.log.balance.page import BalancePage
from glutetimer.tui.log.common.page import Goto, Memory
from glutetimer.tui.log.common.picture_page import LogPicture
from tests.helpers.chart_past import TODAY, training
from tests.helpers.fake_book import NOW, FakeBook, clock
from tests.helpers.log_hands import Seeing, seeing


@asynccontextmanager
async def balance(
    book: FakeBook | None = None, size: tuple[int, int] = (80, 24), looked_at: str = ""
) -> AsyncIterator[Seeing[BalancePage]]:
    """The balance of a year of training, settled."""
    page = BalancePage(book or FakeBook(training()), Memory(exercise=looked_at), clock)
    async with seeing(page, size) as it:
        yield it


async def test_the_widest_gap_is_marked_first() -> None:
    """With what it is made of, and what all of it says."""
    async with balance() as it:
        assert it.line("►").startswith("► Single-leg bridge")
        assert it.line("►").endswith("R -21 %")
        assert it.line("Left:").startswith("  Left: 125 of ")
        assert "The right side did less in Single-leg bridge" in it.text
        assert "Counts nobody confirmed are left out (2 workouts). A trend, not a verdict." in it.text


async def test_the_mark_goes_down_and_up_and_stops_at_the_ends() -> None:
    """What is said below goes with it."""
    async with balance() as it:
        await it.press("up")
        assert it.page.marked == 0
        await it.press("down", "tab")
        assert it.page.marked == 2
        await it.press("shift+tab")
        assert it.line("►").startswith("► Step-up")
        assert it.line("Left:").startswith("  Left: 65 of 72")
        await it.press("end")
        last = it.page.marked
        assert last == 10
        await it.press("down")
        assert it.page.marked == last
        await it.press("home")
        assert it.page.marked == 0


async def test_more_weeks_keep_the_mark_on_its_exercise() -> None:
    """It stops at the ends."""
    async with balance() as it:
        await it.press("left")
        assert "last 8 weeks" in it.lines[1]
        await it.press("right")
        assert "last 26 weeks" in it.lines[1]
        assert it.line("►").startswith("► Single-leg bridge")
        await it.press("right", "right")
        assert "last 52 weeks" in it.lines[1]
        assert it.line("►").startswith("► Single-leg bridge") or it.page.marked == 0
        await it.press("left")
        assert "last 26 weeks" in it.lines[1]


async def test_a_marked_exercise_stays_marked_where_others_come_before_it() -> None:
    """Rows change their places with the weeks."""
    async with balance() as it:
        await it.press("down", "down", "down")
        name = it.line("►")[2:20].strip()
        await it.press("right", "right")
        assert it.line("►")[2:20].strip() == name


async def test_enter_opens_the_exercise() -> None:
    """Over time."""
    async with balance() as it:
        await it.press("down", "enter")
        assert it.left == Goto("exercise", exercise="step-up", form=WRITTEN)


async def test_the_exercise_looked_at_last_is_marked() -> None:
    """One comes back to where one was; what is not here marks nothing else."""
    async with balance(looked_at="lateral-raise") as it:
        assert it.line("►").startswith("► Lateral raise")
        await it.press("up")
        assert not it.line("►").startswith("► Lateral raise")
    async with balance(looked_at="squat") as it:
        assert it.page.marked == 0


async def test_a_click_marks_and_a_click_on_the_mark_opens() -> None:
    """Elsewhere it does nothing."""
    async with balance() as it:
        await it.click(20, 5)
        assert it.line("►").startswith("► Step-up")
        await it.click(20, 19)
        assert not it.app.left
        await it.click(20, 5)
        assert it.left == Goto("exercise", exercise="step-up", form=WRITTEN)


async def test_the_wheel_goes_through_the_exercises() -> None:
    """Down and up."""
    async with balance() as it:
        for kind, marked in ((events.MouseScrollDown, 1), (events.MouseScrollUp, 0)):
            it.page.query_one(LogPicture).post_message(kind(None, 5, 5, 0, 0, 0, False, False, False))
            await it.rest()
            assert it.page.marked == marked


async def test_the_last_question_has_the_last_word(monkeypatch: pytest.MonkeyPatch) -> None:
    """A slow answer to the one before does not come after it."""
    async with balance() as it:
        slow, answered = Event(), Event()
        page, usual = it.page, it.page.question()

        def late() -> Compared:
            assert slow.wait(10.0)
            answered.set()
            return Compared(26, TODAY)

        monkeypatch.setattr(page, "question", lambda: late)
        page.look()
        await it.pilot.pause()
        monkeypatch.setattr(page, "question", lambda: usual)
        page.look()
        await it.pilot.pause()
        slow.set()
        assert await to_thread(answered.wait, 10.0)
        await it.rest()
        assert page.told is not None
        assert page.told.weeks == 8


@pytest.mark.parametrize("gone", ["#head", "#face", "#foot"])
async def test_an_answer_for_a_page_that_goes_away(gone: str) -> None:
    """It is drawn nowhere."""
    async with balance() as it:
        await it.page.query(gone).remove()
        it.page.look()
        await it.rest()


async def test_an_empty_log() -> None:
    """Nothing opens, and no key does harm."""
    async with balance(FakeBook()) as it:
        assert "No exercise was done on each side yet." in it.text
        await it.press("down", "end", "right", "enter")
        assert not it.app.left


def done_on(*days: date) -> FakeBook:
    """The same workout on each of these days."""
    (whole,) = training(1)
    starts = (datetime(day.year, day.month, day.day, 18, 0, tzinfo=UTC) for day in days)
    return FakeBook(replace(whole, id=f"{start:%Y%m%d}", started=start, ended=None) for start in starts)


def test_the_weeks_begin_on_a_monday() -> None:
    """The running week is one of them."""
    told = compare(done_on(date(2026, 9, 27), date(2026, 9, 28), date(2026, 11, 21)).rows, NOW, 8)
    assert {one.left.workouts for one in told.balances} == {2}


@pytest.mark.parametrize(("last", "known"), [(date(2026, 9, 27), True), (date(2026, 8, 4), False)])
def test_the_weeks_before_are_as_many(last: date, known: bool) -> None:
    """Right before these: a gap of longer ago says nothing of where it goes."""
    now = [date(2026, 11, day) for day in (2, 4, 6)]
    book = done_on(*now, *(last - timedelta(days=back) for back in range(3)))
    assert any("8 weeks before" in words for words in compare(book.rows, NOW, 8).sentences) == known


def test_unconfirmed_counts_are_in_no_sum() -> None:
    """They are told apart."""
    book = FakeBook(replace(workout, confirmed=None) for workout in training(40))
    told = compare(book.rows, NOW, 8)
    assert all(one.left.clean == one.right.clean == 0 for one in told.balances)
    assert told.unconfirmed == 15


@pytest.mark.parametrize("size", [(60, 16), (80, 24), (120, 40), (200, 60)])
@pytest.mark.parametrize("workouts", [1, 150])
async def test_all_sizes(size: tuple[int, int], workouts: int) -> None:
    """Some exercises and a sentence are always seen."""
    async with balance(FakeBook(training(workouts)), size) as it:
        assert len(it.lines) == it.page.room[1]
        assert sum("│" in text for text in it.lines) >= 3
        assert it.line("not a verdict")


async def test_the_weeks_are_kept_for_the_next_time() -> None:
    """Back from another page."""
    memory = Memory()
    async with seeing(BalancePage(FakeBook(training()), memory, clock)) as it:
        await it.press("right")
        assert "last 26 weeks" in it.text
    async with seeing(BalancePage(FakeBook(training()), memory, clock)) as it:
        assert "last 26 weeks" in it.text
