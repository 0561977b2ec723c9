"""The morning after a pain, asked in one row above the list of sessions."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from textual.pilot import Pilot

from glutetimer.core.log.last_times import past_of_records
from glutetimer.core.pain.morning import GONE, WORSE
from glutetimer.core.record.record import MorePain, Workout
from glutetimer.core.values import replace
from glutetimer.tui.home.morning import MorningRow
from glutetimer.tui.home.screen import HomeScreen
from tests.helpers.fake_book import FakeBook, path_of
from tests.helpers.fake_program import FakeProgram
from tests.helpers.log_past import past
from tests.helpers.pages import Around, around, settle, text_of

EVENING = datetime(2026, 11, 20, 18, tzinfo=UTC)
MORNING = EVENING + timedelta(hours=13)
ROW = "Your left knee, the morning after? gone / the same / worse"


def hurt(place: str = "knee", at: datetime = EVENING) -> Workout:
    """A workout in which that hurt, 4 of 10 on the left."""
    return replace(past(1, at)[0], pain=4, more_pain=(MorePain(None, 4, place, "left", "none"),))


@dataclass
class At:
    """The home screen under test."""

    app: Around[Any]
    program: FakeProgram
    pilot: Pilot[None]
    path: str

    async def press(self, *keys: str) -> None:
        await self.pilot.press(*keys)
        await settle(self.pilot)

    @property
    def text(self) -> str:
        return text_of(self.app)

    @property
    def answer(self) -> str | None:
        """What stands in the record."""
        return self.program.book.files[self.path].morning


@asynccontextmanager
async def home(workout: Workout, size: tuple[int, int] = (80, 24), now: datetime = MORNING) -> AsyncIterator[At]:
    program = FakeProgram()
    program.book = FakeBook([workout])
    program.logged = past_of_records([workout], {workout.id: path_of(workout)})
    async with around(HomeScreen(program, now.date(), {}, now=now), size) as (app, pilot):
        await settle(pilot)
        yield At(app, program, pilot, path_of(workout))


async def test_one_row_and_no_card() -> None:
    async with home(hurt()) as it:
        assert ROW in it.text
        assert len(it.app.screen_stack) == 2
        assert it.answer is None


@pytest.mark.parametrize(
    ("key", "answer", "said"), [("1", "gone", GONE), ("2", "same", "ask a physio"), ("3", "worse", WORSE)]
)
async def test_a_key_answers_it(key: str, answer: str, said: str) -> None:
    async with home(hurt(), (120, 40)) as it:
        await it.press(key)
        assert it.answer == answer
        assert said in it.text
        assert it.program.book.told == ["amend"]


@pytest.mark.parametrize(("presses", "answer"), [(1, "gone"), (2, "same"), (3, "worse")])
async def test_a_clicker_alone_answers_it(presses: int, answer: str) -> None:
    """Past the last session come the answers; the main key writes down the one that is marked."""
    async with home(hurt()) as it:
        await it.press("pageup", *["pageup"] * presses)
        assert "Enter  write down: " in it.text
        await it.press("pagedown")
        assert it.answer == answer
        assert it.app.left == []


async def test_past_the_answers_come_the_sessions_again() -> None:
    async with home(hurt()) as it:
        await it.press(*["pageup"] * 5)
        assert "start Test" in it.text
        await it.press("pagedown")
        assert it.answer is None
        assert len(it.app.left) == 1


async def test_a_slip_is_answered_otherwise() -> None:
    async with home(hurt()) as it:
        await it.press("3", "1")
        assert it.answer == "gone"
        assert "[gone] / the same / worse" in it.text


async def test_a_click_answers_it() -> None:
    async with home(hurt()) as it:
        row = it.app.screen.query_one(MorningRow)
        await it.pilot.click(MorningRow, offset=(row.line().content().plain.index("worse") + 1, 0))
        await settle(it.pilot)
        assert it.answer == "worse"


async def test_unanswered_it_stays_unknown() -> None:
    async with home(hurt()) as it:
        await it.press("enter")
        assert it.answer is None
        assert it.program.book.told == []


@pytest.mark.parametrize("now", [EVENING + timedelta(hours=1), EVENING + timedelta(days=8)])
async def test_not_in_the_same_night_and_not_after_a_week(now: datetime) -> None:
    async with home(hurt(), now=now) as it:
        assert "the morning after" not in it.text
        await it.press("1")
        assert it.answer is None


async def test_what_stands_in_the_way_is_said() -> None:
    async with home(hurt()) as it:
        it.program.book.objection = "Not changed: the disk is full."
        await it.press("1")
        assert "Not changed: the disk is full." in it.text
        assert "[gone]" not in it.text


@pytest.mark.parametrize("size", [(60, 16), (80, 24), (100, 30), (200, 60)])
@pytest.mark.parametrize("place", ["knee", "front of the thigh", "foot or ankle", "groin or deep hip"])
async def test_it_is_one_row_at_every_size(place: str, size: tuple[int, int]) -> None:
    async with home(hurt(place), size) as it:
        assert it.app.screen.query_one(MorningRow).size.height == 1
        (line,) = [line for line in it.text.split("\n") if "gone" in line]
        assert len(line) <= size[0]
        assert size[0] < 80 or line.strip().removesuffix("1 2 3").strip().endswith("gone / the same / worse")
        await it.press(*["pageup"] * 4, "pagedown")
        assert it.answer == "worse"
