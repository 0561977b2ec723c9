"""A workout that no program watched, written down by keys."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo, available_timezones

import pytest

from glutetimer.core.plan.compile import EmptyPlan
from glutetimer.core.plan.options import Options
from glutetimer.core.record.record import Workout
from glutetimer.tui.finish.correct import CorrectScreen
from glutetimer.tui.log.edit.add import AddScreen
from glutetimer.tui.log.edit.when import DayRow, TimeRow
from glutetimer.tui.widgets import held_keys
from tests.helpers.fake_book import FakeBook
from tests.helpers.log_hands import LogHands, hands
from tests.helpers.log_past import BERLIN, LAST, ROUND, built_in, made

TODAY = date(2026, 11, 21)
NOW = datetime(2026, 11, 21, 18, 7, tzinfo=BERLIN)
SIZES = [(60, 16), (80, 24), (120, 40), (200, 60)]


@pytest.fixture(autouse=True)
def _awake_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(held_keys, "DEAF", 0.0)
    monkeypatch.setattr(held_keys, "REPEATS", 0.0)


@asynccontextmanager
async def adding(
    session: str = "glute-strength", size: tuple[int, int] = (80, 24), book: FakeBook | None = None
) -> AsyncIterator[LogHands[AddScreen]]:
    """The screen at seven past six."""
    book = book or FakeBook([made(ROUND[0], LAST)], list(built_in().values()))
    async with hands(AddScreen(book, session, now=NOW), book, size) as it:
        yield it


def added(it: LogHands[AddScreen]) -> Workout:
    """The one that came into the log."""
    assert it.book.told == ["add"]
    (workout,) = (one for one in it.book.files.values() if one.added is not None)
    assert it.left == workout
    return workout


@pytest.mark.parametrize("size", SIZES)
async def test_enter_adds_it_as_planned(size: tuple[int, int]) -> None:
    """Today, an hour ago, all of it."""
    async with adding(size=size) as it:
        for said in (
            "Day today, Sat 21 Nov 2026",
            "Started at 17:00",
            "How much all of it",
            "Sets 21 of 21 as planned",
        ):
            assert said in it.lines
        assert it.marked == "► Session ◄ Glute strength ►"
        assert it.foot == "add it"
        await it.press("enter")
        workout = added(it)
        assert (workout.session, workout.mode) == ("glute-strength", "full")
        assert workout.started == datetime(2026, 11, 21, 17, 0, tzinfo=BERLIN)
        assert all(bout.result and bout.result.counted_by == "hand" for bout in workout.bouts)


async def test_another_session_and_mode_have_other_bouts() -> None:
    """What was answered stays."""
    async with adding() as it:
        await it.press(*["down"] * 6, "right")
        await it.press(*["up"] * 6, "right")
        assert it.marked == "► Session ◄ Hip control ►"
        assert "Side-lying hip circles" in it.text
        await it.press("down", "down", "down", "right")
        assert "Sets 9 of 9 as planned" in it.lines
        await it.press("enter")
        workout = added(it)
        assert (workout.session, workout.mode, workout.effort) == ("hip-control", "post-run", 5)


async def test_days_and_weeks_back() -> None:
    """Never past today."""
    async with adding() as it:
        said = []
        for key in ("down", "left", "left", "minus", "plus", "plus", "right", "right", "right"):
            await it.press(key)
            said.append(it.marked.removeprefix("► Day ◄ ").removesuffix(" ►"))
        assert said == [
            "today, Sat 21 Nov 2026",
            "yesterday, Fri 20 Nov 2026",
            "Thu 19 Nov 2026, 2 days ago",
            "Thu 12 Nov 2026, 9 days ago",
            "Thu 19 Nov 2026, 2 days ago",
            "Thu 19 Nov 2026, 2 days ago",
            "yesterday, Fri 20 Nov 2026",
            "today, Sat 21 Nov 2026",
            "today, Sat 21 Nov 2026",
        ]


async def test_quarters_and_minutes() -> None:
    """Round the clock."""
    async with adding() as it:
        said = []
        for key in ("down", "down", "left", "plus", "right", "plus", "left", "minus"):
            await it.press(key)
            said.append(it.marked.removeprefix("► Started at ◄ ").removesuffix(" ►"))
        assert said[1:] == ["17:00", "16:45", "16:46", "17:00", "17:01", "17:00", "16:59"]


@pytest.mark.parametrize(
    ("minutes", "by", "then"),
    [(0, -1, 1425), (1425, 1, 0), (7, 1, 15), (7, -1, 0), (15, -1, 0), (1439, 1, 0), (1439, -1, 1425)],
)
def test_a_quarter_further(minutes: int, by: int, then: int) -> None:
    """The next one there is, over midnight too."""
    row = TimeRow(minutes, DayRow(TODAY, NOW.replace(tzinfo=None)))
    row.changed = lambda: None  # type: ignore[method-assign]
    row.step(by)
    assert row.minutes == then


@pytest.mark.parametrize(
    ("typed", "day", "clock"),
    [
        ("8:39", "today, Sat 21 Nov 2026", "08:39"),
        ("yesterday 18:30", "yesterday, Fri 20 Nov 2026", "18:30"),
        ("mon 7:00", "Mon 16 Nov 2026, 5 days ago", "07:00"),
        ("sat 18:30", "Sat 14 Nov 2026, 7 days ago", "18:30"),
        ("sat 18:00", "today, Sat 21 Nov 2026", "18:00"),
        ("thursday", "Thu 19 Nov 2026, 2 days ago", "17:00"),
        ("4:30pm", "today, Sat 21 Nov 2026", "16:30"),
        ("yesterday 6.30 pm", "yesterday, Fri 20 Nov 2026", "18:30"),
        ("6 am", "today, Sat 21 Nov 2026", "06:00"),
        ("2026-11-09 18:30", "Mon 9 Nov 2026, 12 days ago", "18:30"),
    ],
)
async def test_a_day_may_be_typed_before_the_time(typed: str, day: str, clock: str) -> None:
    """A weekday is the last one on which that time is over."""
    async with adding() as it:
        await it.press("down", "down", *(KEYS.get(letter, letter) for letter in typed))
        assert f"Started at ◄ {clock} ►" in it.marked
        assert f"Day {day}" in it.lines
        await it.press("enter")
        assert added(it).started.strftime("%H:%M") == clock


KEYS = {":": "colon", " ": "space", "-": "minus", ".": "full_stop"}


@pytest.mark.parametrize(
    "typed",
    ["25:00", "18:75", "half 7", "tomorrow 7", "27.11. 18:30", "monsu", "13:30 pm", "2026-13-01 18:30", "1 nov 18:30"],
)
async def test_what_is_no_time_stands_as_it_was_typed_and_is_not_added(typed: str) -> None:
    """Nothing else is made of it, and what to type instead is said."""
    async with adding() as it:
        await it.press("down", "down", *(KEYS.get(letter, letter) for letter in typed))
        assert it.marked == f"► Started at ◄ {typed} ? ►"
        await it.press("enter")
        assert it.book.told == []
        assert f'"{typed}" is no time yet. Try 18:30, ' in it.text


async def test_a_time_that_was_none_can_be_typed_again() -> None:
    async with adding() as it:
        await it.press("down", "down", *"monsu", "backspace", "backspace", "space", "9")
        assert "Started at ◄ 09:00 ►" in it.marked
        assert "Day Mon 16 Nov 2026, 5 days ago" in it.lines


ZONES = pytest.mark.skipif("Europe/Berlin" not in available_timezones(), reason="no zones on this machine")


@ZONES
async def test_an_hour_that_does_not_exist_is_not_added() -> None:
    """The clocks went forward over it; what may be meant is said."""
    book = FakeBook([], list(built_in().values()))
    page = AddScreen(book, "get-hip", now=datetime(2026, 3, 29, 12, 0, tzinfo=ZoneInfo("Europe/Berlin")))
    async with hands(page, book) as it:
        await it.press("down", "down", "2", "colon", "3", "0")
        said = "2026-03-29 02:30 was on no clock here: clocks went forward over it (01:30 or 03:30 may be meant)."
        assert said in " ".join(it.text.split())
        assert it.foot == ""
        await it.press("enter")
        assert not it.book.told
        await it.press("3", "colon", "3", "0", "enter")
        assert added(it).started == datetime(2026, 3, 29, 1, 30, tzinfo=UTC)


@ZONES
@pytest.mark.parametrize(("hour", "fold", "utc"), [(12, 0, 1), (2, 0, 0), (2, 1, 0)])
async def test_in_the_hour_that_comes_twice_the_later_one_that_is_over_is_meant(hour: int, fold: int, utc: int) -> None:
    book = FakeBook([], list(built_in().values()))
    page = AddScreen(book, "get-hip", now=datetime(2026, 10, 25, hour, 40, tzinfo=ZoneInfo("Europe/Berlin"), fold=fold))
    async with hands(page, book) as it:
        await it.press("down", "down", "2", "colon", *("3", "0") if utc or not fold else ("5", "0"), "enter")
        assert added(it).started == datetime(2026, 10, 25, utc, 50 if fold and not utc else 30, tzinfo=UTC)


def test_far_days_have_only_their_date() -> None:
    """Nobody counts days so far back."""
    assert DayRow(TODAY - timedelta(days=14), NOW.replace(tzinfo=None)).words == "Sat 7 Nov 2026"


async def test_what_is_still_to_come_is_not_added() -> None:
    """It is said; Enter says it again."""
    async with adding() as it:
        await it.press("down", "down", *["right"] * 5)
        assert "That is still to come: take an earlier time." in it.text
        assert it.foot == ""
        await it.press("enter")
        assert not it.book.told
        await it.press("left")
        assert "still to come" not in it.text
        assert it.foot == "add it"


async def test_what_was_corrected_stays_with_another_day_and_goes_with_another_session() -> None:
    """Its bouts are others then."""
    async with adding() as it:
        await it.press("c")
        assert isinstance(it.app.screen, CorrectScreen)
        await it.press("left", "left", "enter")
        assert "Sets 20 of 21 as planned 1 corrected" in it.lines
        await it.press("down", "left", "down", "left")
        assert "Sets 20 of 21 as planned 1 corrected" in it.lines
        await it.press("up", "up", "right", "left")
        assert "Sets 21 of 21 as planned" in it.lines


async def test_an_answer_that_is_asked_no_longer_is_not_written() -> None:
    """As the harder side of a session without sides."""
    async with adding("test", book=FakeBook()) as it:
        await it.press(*["down"] * 5, "right", *["up"] * 5, "right", "enter")
        workout = added(it)
        assert (workout.session, workout.harder_side) == ("other", None)
    async with adding("test", book=FakeBook()) as it:
        await it.press(*["down"] * 5, "right", "enter")
        assert added(it).harder_side == "same"


async def test_what_the_log_has_of_that_day_is_said() -> None:
    """So that nothing is written down twice."""
    async with adding() as it:
        assert "In the log" not in it.text
        await it.press("down", "left")
        assert "In the log on that day: Hip control 19:30." in it.text


async def test_escape_asks_only_where_something_was_said() -> None:
    """Add it after all, or not."""
    async with adding() as it:
        await it.press("escape")
        assert it.left is None
    async with adding() as it:
        await it.press("right", "escape")
        assert it.card.heading == "Not added yet"
        await it.press("g", "escape", "t")
        assert it.left is None
        assert not it.book.told
    async with adding() as it:
        await it.press("right", "escape", "k")
        assert added(it).session == "hip-control"


async def test_what_stood_in_the_way_is_said() -> None:
    """All stays as it was filled in."""
    async with adding() as it:
        it.book.objection = "Not added: the disk is full."
        await it.press("down", "left", "enter")
        assert it.book.objection in it.text
        assert "yesterday" in it.marked
        it.book.objection = ""
        await it.press("enter")
        assert added(it).started.date() == date(2026, 11, 20)


class Picky(FakeBook):
    """One session cannot be planned."""

    def planned(self, session: str, options: Options, started: datetime) -> Workout:
        if session == "get-hip":
            raise EmptyPlan("nothing is left to do: every exercise needs band")
        return super().planned(session, options, started)


async def test_a_session_that_cannot_be_planned_says_why() -> None:
    """And cannot be added; the next one can."""
    book = Picky([], list(built_in().values()))
    async with adding("get-hip", book=book) as it:
        assert "nothing is left to do: every exercise needs band." in it.text
        assert it.foot == ""
        await it.press("enter", "c")
        assert not it.book.told
        await it.press("right")
        assert "nothing is left" not in it.text
        await it.press("left")
        assert "nothing is left" in it.text
        await it.press("right", "enter")
        assert added(it).session == "glute-strength"


async def test_without_sessions_there_is_nothing_to_add() -> None:
    """It says so and can be left."""
    book = FakeBook()
    book.known.clear()
    async with adding(book=book) as it:
        assert "there is no session" in it.text
        await it.press("right", "left", "enter", "escape")
        assert it.left is None


async def test_the_time_is_that_of_this_place() -> None:
    """With its offset on that day, whatever it is now."""
    book = FakeBook([], list(built_in().values()))
    page = AddScreen(book, "get-hip")
    async with hands(page, book) as it:
        await it.press("enter")
        started = added(it).started
        assert started.utcoffset() == started.astimezone().utcoffset()
        assert timedelta(0) <= datetime.now(UTC) - started < timedelta(hours=1, minutes=20)


@pytest.mark.parametrize(
    ("keys", "shown"),
    [
        ("1 6 4 5", "16:45"),
        ("1 6 colon 4 5", "16:45"),
        ("7 space 3 0", "07:30"),
        ("1 6 4 5 left", "16:30"),
        ("1 6 4 5 9", "09:00"),
        ("1 6 4 5 left 9", "09:00"),
        ("1 6 down up 9", "09:00"),
        ("1 6 4 backspace", "16:00"),
        ("colon", ": ?"),
        ("colon left", "16:45"),
    ],
)
async def test_the_time_is_typed(keys: str, shown: str) -> None:
    """It is shown as it is understood by now."""
    async with adding() as it:
        await it.press("down", "down", *keys.split())
        assert it.marked == f"► Started at ◄ {shown} ►"


async def test_a_time_that_was_typed_is_added() -> None:
    """And the effort beside it."""
    async with adding() as it:
        await it.press("down", "down", "1", "6", "3", "5", *["down"] * 4, "8", "enter")
        workout = added(it)
        assert workout.started == datetime(2026, 11, 21, 16, 35, tzinfo=BERLIN)
        assert workout.effort == 8
