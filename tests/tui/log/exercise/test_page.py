"""One exercise over time by keys and mouse."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta

import pytest

from glutetimer.core.log.query import Filter
from glutetimer.core.log.rows import SideRow
from glutetimer.core.values import replace
from glutetimer.tui.card.card import Card
from glutetimer.tui.log.common.page import Goto, Memory
from glutetimer.tui.log.exercise import page as overview
from glutetimer.tui.log.exercise.page import ExercisePage
from glutetimer.tui.widgets import held_keys
from tests.helpers.chart_past import LAST, TODAY, many, training
from tests.helpers.fake_book import FakeBook, clock
from tests.helpers.log_hands import Seeing, seeing


@asynccontextmanager
async def exercise(
    name: str = "single-leg-bridge", book: FakeBook | None = None, size: tuple[int, int] = (80, 24)
) -> AsyncIterator[Seeing[ExercisePage]]:
    """An exercise of a year of training, settled."""
    page = ExercisePage(book or FakeBook(training()), Memory(exercise=name), clock)
    async with seeing(page, size) as it:
        yield it


async def test_the_exercise_one_was_sent_with() -> None:
    """With its left and its right."""
    async with exercise() as it:
        assert it.lines[1].startswith("◄ Single-leg bridge ►")
        assert it.lines[1].endswith("clean reps in the best set · 26 weeks")
        assert it.line("LEFT").endswith("now 15 · best 15 on 20 Nov")
        assert it.line("RIGHT").endswith("now 12 · best 12 on 9 Nov")
        assert "open its workouts" in it.text


@pytest.mark.parametrize("name", ["", "not-any-more"])
async def test_first_comes_what_was_done_last(name: str) -> None:
    """Also where an exercise is not in the log any more."""
    async with exercise(name) as it:
        assert it.lines[1].startswith("◄ Side-lying hip circles ►  1 of ")


def eased() -> FakeBook:
    """The last bridges were done in an easier form."""
    workouts = list(training())
    which = next(i for i, one in enumerate(workouts) if any(b.exercise == "single-leg-bridge" for b in one.bouts))
    bouts = tuple(
        replace(bout, form="low", name="Low bridge") if bout.exercise == "single-leg-bridge" else bout
        for bout in workouts[which].bouts
    )
    workouts[which] = replace(workouts[which], bouts=bouts)
    return FakeBook(workouts)


async def test_a_form_is_shown_by_itself() -> None:
    """After one eased set the exercise is what it was; its forms go round."""
    async with exercise(book=eased(), size=(100, 30)) as it:
        assert it.lines[1].startswith("◄ Single-leg bridge ►")
        assert "as written (f: 2 forms)" in it.lines[1]
        before = it.line("LEFT")
        await it.press("f")
        assert it.lines[1].startswith("◄ Single-leg bridge ►")
        assert "Low bridge (f: 2 forms)" in it.lines[1]
        assert it.line("LEFT") != before
        await it.press("f")
        assert it.line("LEFT") == before
        await it.press("f", "right", "left")
        assert "as written" in it.lines[1]


async def test_left_and_right_go_through_the_exercises_round() -> None:
    """The one looked at is remembered."""
    async with exercise("") as it:
        count = len(it.page.rows.exercises())
        await it.press("right")
        assert f"2 of {count}" in it.lines[1]
        await it.press("left", "left")
        assert f"{count} of {count}" in it.lines[1]
        assert it.page.memory.exercise == it.page.rows.exercises()[-1].id


async def test_more_and_fewer_weeks_stop_at_the_ends() -> None:
    """The usual spans; more than a year only where there is more."""
    async with exercise(book=FakeBook(training(20))) as it:
        await it.press("down", "down")
        assert "13 weeks" in it.lines[1]
        await it.press("up", "up", "up")
        assert "52 weeks" in it.lines[1]


async def test_all_weeks_that_fit() -> None:
    """With years of training, as many as the window has columns."""
    async with exercise(book=many(2000)) as it:
        await it.press("up", "up", "up")
        assert "72 weeks" in it.lines[1]
        await it.pilot.resize_terminal(60, 16)
        await it.rest()
        await it.press("down")
        assert "26 weeks" in it.lines[0]


async def test_what_is_measured_goes_round() -> None:
    """The best set, all of the week, seconds."""
    async with exercise(size=(120, 40)) as it:
        found = []
        for _ in range(3):
            await it.press("r")
            found.append(it.lines[1].split("  ")[-1].strip())
        assert found == [
            "clean reps, all of the week · 26 weeks",
            "seconds worked in the week · 26 weeks",
            "clean reps in the best set · 26 weeks",
        ]


async def test_weeks_and_measure_stay_with_the_next_exercise() -> None:
    """One compares."""
    async with exercise() as it:
        await it.press("up", "r", "left")
        assert it.lines[1].startswith("◄ Standing hip abduction ►")
        assert it.lines[1].endswith("all of the week · 52 weeks")


@pytest.mark.parametrize("key", ["enter", "o"])
async def test_its_workouts_open_in_the_history(key: str) -> None:
    """Those in which it was begun."""
    async with exercise("") as it:
        await it.press(key)
        assert it.left == Goto("history", Filter(exercise="hip-circles"), back="exercise")


async def test_an_exercise_is_chosen_by_its_name(monkeypatch: pytest.MonkeyPatch) -> None:
    """In a list by the alphabet, marked where one is."""
    monkeypatch.setattr(held_keys, "DEAF", 0.0)
    async with exercise("squat") as it:
        await it.press("l")
        card = it.app.screen
        assert isinstance(card, Card)
        names = [choice.label for choice in card.choices]
        assert names == sorted(names)
        assert names[card.chosen] == "Squat"
        assert card.heading == "Best set (left · right), last 26 weeks"
        assert {choice.label: choice.note.strip() for choice in card.choices}["Single-leg bridge"] == "7 → 15 · 5 → 12"
        await it.press("down", "enter")
        assert it.lines[1].startswith("◄ Squat with lift ►")


async def test_the_list_left_by_escape_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its harmless answer is the exercise that is shown."""
    monkeypatch.setattr(held_keys, "DEAF", 0.0)
    async with exercise("squat") as it:
        await it.press("l")
        await it.press("down", "escape")
        assert it.lines[1].startswith("◄ Squat ►")


async def test_a_click_on_the_name_opens_the_list() -> None:
    """And one on the chart does not."""
    async with exercise() as it:
        await it.click(30, 10)
        assert not isinstance(it.app.screen, Card)
        await it.click(5, 1)
        await it.rest()
        assert isinstance(it.app.screen, Card)


async def test_an_empty_log() -> None:
    """Nothing opens, and no key does harm."""
    async with exercise("", FakeBook()) as it:
        assert "No exercise yet" in it.text
        await it.press("left", "right", "up", "r", "l", "enter")
        assert not it.app.left
        assert it.app.screen is it.page


@pytest.mark.parametrize("size", [(60, 16), (80, 24), (120, 40), (200, 60)])
@pytest.mark.parametrize("workouts", [1, 150])
async def test_all_sizes(size: tuple[int, int], workouts: int) -> None:
    """Both sides have columns, and there is a sentence below."""
    async with exercise("", FakeBook(training(workouts)), size) as it:
        lines = it.lines
        assert len(lines) == it.page.room[1]
        left, right = (next(y for y, text in enumerate(lines) if word in text) for word in ("LEFT", "RIGHT"))
        below = next(y for y, text in enumerate(lines) if "Since" in text or "compare" in text)
        assert any("█" in text for text in lines[left + 1 : right])
        assert any("█" in text for text in lines[right + 1 : below])


async def test_weeks_and_measure_are_kept_for_the_next_time() -> None:
    """With the exercise; back from another page all is as it was."""
    memory = Memory(exercise="squat")
    page = ExercisePage(FakeBook(training()), memory, clock)
    async with seeing(page) as it:
        await it.press("up", "r")
        before = it.lines
    async with seeing(ExercisePage(FakeBook(training()), memory, clock)) as it:
        assert it.lines == before
        assert "52 weeks" in it.lines[1]


def test_the_list_tells_only_what_there_is_evidence_of() -> None:
    """One week has one number; a hold has its unit; of what nobody confirmed nothing is said."""
    hold = SideRow("1", LAST, "plank", "Plank", "hold", "both", True, 1, 30, 30, 30, 30.0, 0, 0, None, False, "")
    later = replace(hold, workout="2", started=LAST - timedelta(weeks=2), best=20)
    said = {
        "one": overview.by_exercise([hold], TODAY, 26),
        "two": overview.by_exercise([later, hold], TODAY, 26),
        "unsure": overview.by_exercise([replace(hold, evidence=False)], TODAY, 26),
    }
    assert said == {"one": {"plank": "30 s"}, "two": {"plank": "20 → 30 s"}, "unsure": {"plank": ""}}
