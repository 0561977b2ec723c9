"""What is said of a pain while a workout of the log is corrected or added: the same as in a run."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from glutetimer.core.pain.body_places import GROIN
from glutetimer.core.record.record import MorePain, Workout
from glutetimer.core.values import replace
from glutetimer.tui.log.edit.add import AddScreen
from glutetimer.tui.log.edit.correct import EditScreen
from tests.helpers.fake_book import FakeBook, path_of
from tests.helpers.log_hands import hands
from tests.helpers.log_past import BERLIN, LAST, Done, built_in, made

pytestmark = pytest.mark.usefixtures("cards_hear_at_once")
SIZE = (120, 40)
NOW = datetime(2026, 11, 21, 18, 7, tzinfo=BERLIN)
STOP = "Stop here today, and don't run until a doctor"


def hurt(days: int, score: int, place: str = GROIN) -> Workout:
    """A workout of some days before in which it hurt on the left."""
    workout = made(Done("hip-control"), LAST - timedelta(days=days), days)
    return replace(workout, pain=score, more_pain=(MorePain(None, score, place, "left", "none"),))


def book(*workouts: Workout, limit: int = 5) -> FakeBook:
    made = FakeBook(workouts, list(built_in().values()))
    made.pain_limit = limit
    return made


@pytest.mark.parametrize(
    ("known", "says"),
    [
        (book(hurt(0, 1)), "Groin pain in runners can come from the bone."),
        (book(hurt(0, 1), hurt(7, 1)), STOP),
        (book(hurt(0, 4, "knee")), "4 or 5 of 10: next time"),
        (book(hurt(0, 4, "knee"), limit=3), "That is more than 3 of 10"),
        (book(hurt(0, 4, "knee"), hurt(3, 3, "knee"), hurt(6, 2, "knee")), "Higher each time over three workouts"),
    ],
)
async def test_edit_knows_the_workouts_before_and_the_limit(known: FakeBook, says: str) -> None:
    page = EditScreen(known, known.open(path_of(max(known.files.values(), key=lambda one: one.started))))
    async with hands(page, known, SIZE) as it:
        assert says in it.text


async def test_the_workouts_after_it_do_not_count() -> None:
    known = book(hurt(0, 1), hurt(7, 1))
    async with hands(EditScreen(known, known.open(path_of(hurt(7, 1)))), known, SIZE) as it:
        assert "Groin pain in runners" in it.text


@pytest.mark.parametrize(("days", "says"), [(0, STOP), (1, "Groin pain in runners")])
async def test_add_knows_those_before_the_day_that_is_chosen(days: int, says: str) -> None:
    """Of yesterday morning, the pain of yesterday evening is still to come."""
    known = book(hurt(0, 1))
    async with hands(AddScreen(known, "hip-control", now=NOW), known, SIZE) as it:
        await it.press(*["down"] * 7, "right", "right", "down", "space")
        while "Groin" not in it.marked:
            await it.press("space")
        assert STOP in it.text
        await it.press(*["up"] * 7, *["left"] * days)
        assert says in it.text
