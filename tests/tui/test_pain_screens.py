"""Pain on the screens: written down as it is told, told of a bout afterwards, answered by a clicker."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from textual.pilot import Pilot

from glutetimer.core.pain import advice as say
from glutetimer.core.record.record import MorePain, Workout
from glutetimer.core.values import replace
from glutetimer.tui.finish.correct import CorrectScreen
from glutetimer.tui.finish.screen import FinishScreen
from glutetimer.tui.widgets import held_keys
from tests.helpers.app import Hands, playing
from tests.helpers.fake_program import small_plan
from tests.helpers.pages import around, settle, text_of
from tests.helpers.records import as_planned


@pytest.fixture(autouse=True)
def _awake_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(held_keys, "DEAF", 0.0)
    monkeypatch.setattr(held_keys, "REPEATS", 0.0)


async def hurt(it: Hands) -> None:
    """Stop the first bout for a pain."""
    await it.press("enter")
    await it.at(it.live.clock.t + 4.0)
    await it.press("p")


async def test_each_answer_is_kept_before_the_next_question() -> None:
    async with playing() as it:
        await hurt(it)
        kept = []
        for key in ("6", "0", "l", "2"):
            await it.press(key)
            one = it.live.kept.workouts[-1].bouts[0].result
            assert one is not None
            kept.append((one.pain, one.place, one.pain_side, one.pain_flag))
        assert kept == [
            (6, "", None, None),
            (6, "lower back", None, None),
            (6, "lower back", "left", None),
            (6, "lower back", "left", "numb-between-legs"),
        ]
        assert it.card.words == (say.EMERGENCY,)
        assert it.card.choices[it.card.chosen].label == "Save and end"


async def test_back_from_the_advice_answers_otherwise_and_leaves_nothing_behind() -> None:
    async with playing() as it:
        await hurt(it)
        await it.press("6", "0", "l", "2", "escape", "1")
        assert it.card.words[0] == say.OVER_LIMIT.format(limit=5)
        await it.press("n")
        one = it.state.results[0]
        assert one is not None
        assert (one.pain, one.pain_flag, it.state.more_pain) == (6, "none", ())


async def test_all_the_way_back_is_no_pain() -> None:
    async with playing() as it:
        await hurt(it)
        await it.press("6", "6", "l", *["escape"] * 4)
        assert it.engine.paused is None
        await it.at(it.live.clock.t + 60.0)
        one = it.state.results[0]
        assert one is not None
        assert (one.outcome, one.pain, it.live.run.workout.pain) == ("done", None, None)


async def test_before_the_first_bout_all_is_kept() -> None:
    async with playing() as it:
        await it.press("p", "4", "6", "r", "1")
        assert it.live.kept.workouts[-1].more_pain == (MorePain(None, 4, "knee", "right", "none"),)


async def test_a_pain_is_told_of_a_bout_afterwards() -> None:
    """As in the run; Del takes back what was told at it, and what stands beside it."""
    heard: list[Workout] = []
    page = CorrectScreen(as_planned(small_plan()), heard.append)
    async with around(page, (120, 40)) as (app, pilot):
        for keys in (("p", "4", "6", "l", "1"), ("p", "2", "8", "r", "2")):
            for key in keys:
                await press(pilot, key)
        one = heard[-1].bouts[0].result
        assert one is not None
        assert (one.pain, one.place, one.pain_flag, heard[-1].pain) == (2, "calf", "calf", 4)
        assert heard[-1].more_pain == (MorePain(1, 4, "knee", "left", "none"),)
        assert "pain: 2 of 10, calf, right, calf swollen or warm" in text_of(app)
        await press(pilot, "delete")
        assert [(one.more_pain, one.pain) for one in heard[-1:]] == [((), None)]
        await press(pilot, "delete")
        assert heard[-1] == heard[-3]


async def test_back_from_its_first_question_tells_nothing() -> None:
    heard: list[Workout] = []
    async with around(CorrectScreen(as_planned(small_plan()), heard.append), (80, 24)) as (_, pilot):
        for key in ("p", "escape", "p", "0"):
            await press(pilot, key)
        assert heard == []


async def press(pilot: Pilot[None], key: str) -> None:
    await pilot.press(key)
    await settle(pilot)


@asynccontextmanager
async def finishing(workout: Workout) -> AsyncIterator[tuple[list[Workout], Pilot[None]]]:
    amended: list[Workout] = []
    async with around(FinishScreen(workout, "log/id.toml", amended.append), (100, 30)) as (_, pilot):
        yield amended, pilot


async def test_a_clicker_answers_every_question_of_the_finish() -> None:
    async with finishing(as_planned(small_plan())) as (amended, pilot):
        for key in (*["pagedown"] * 3, "full_stop", "b", "pagedown", "full_stop", "f5", "pagedown", "space"):
            await press(pilot, key)
        told = amended[-1]
        assert (told.confirmed, told.pain_after, told.place_after) == (True, 2, "outer hip")


async def test_the_answers_go_round_and_are_open_again() -> None:
    async with finishing(as_planned(small_plan())) as (amended, pilot):
        for key in (*["pagedown"] * 3, *["full_stop"] * 3):
            await press(pilot, key)
        assert amended[-1].pain_after is None
        assert amended[-1].place_after == ""


async def test_that_something_hurts_is_told_without_a_number_too() -> None:
    """Unknown is not none, and not nothing."""
    async with finishing(as_planned(small_plan())) as (amended, pilot):
        for key in (*["pagedown"] * 3, "full_stop", "full_stop"):
            await press(pilot, key)
        assert (amended[-1].pain_after, amended[-1].place_after) == (None, "somewhere")


async def test_what_a_sign_of_the_run_asks_for_stands_at_the_finish_too() -> None:
    more = (MorePain(None, 5, "lower back", "both", "numb-between-legs"),)
    workout = replace(as_planned(small_plan()), pain=5, more_pain=more)
    async with around(FinishScreen(workout, "log/id.toml", lambda _: None), (80, 24)) as (app, _):
        assert say.EMERGENCY in text_of(app)


async def test_the_key_that_ended_the_run_answers_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(held_keys, "DEAF", 60.0)
    async with finishing(replace(as_planned(small_plan()), confirmed=None)) as (amended, pilot):
        for key in (*["down"] * 3, "full_stop", "full_stop"):
            await press(pilot, key)
        assert amended == []
