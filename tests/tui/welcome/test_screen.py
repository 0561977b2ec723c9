"""The first start by keys and mouse."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Static

from glutetimer.core.settings.config import Config
from glutetimer.core.values import replace
from glutetimer.tui.card.card import Card
from glutetimer.tui.card.help import NO_ADVICE
from glutetimer.tui.settings import sound_test
from glutetimer.tui.welcome import screen as module
from glutetimer.tui.welcome.screen import FirstScreen
from glutetimer.tui.welcome.steps import KIT, SESSION, SOUND, TOO_SMALL, WelcomeAnswer
from glutetimer.tui.widgets.page import Foot
from tests.helpers.core import reps, session
from tests.helpers.fake_program import FakeProgram
from tests.helpers.pages import Around, around, settle, text_of

NO_DEVICE = "No sound: no device found. The screen flashes instead."
GET_HIP = replace(session(reps(count=20)), id="get-hip", name="Get hip", summary="Five hip moves.")


@pytest.fixture(autouse=True)
def _keys_are_new(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "STEP_ENDS", 0.0)


@pytest.fixture(autouse=True)
def _one_sound(monkeypatch: pytest.MonkeyPatch) -> None:
    """The next sound comes when a test asks for it, not because the machine is busy."""
    monkeypatch.setattr(sound_test, "ROUND", tuple((name, 3600.0) for name, _ in sound_test.ROUND))


@dataclass
class Beginning:
    """The screen under test, with its desk."""

    app: Around[str]
    page: FirstScreen
    pilot: Pilot[None]
    program: FakeProgram

    async def press(self, *keys: str) -> None:
        """Press keys one after another."""
        for key in keys:
            await self.pilot.press(key)
            await settle(self.pilot)

    async def click(self, value: str) -> None:
        """Click the answer of this value."""
        (answer,) = (answer for answer in self.page.query(WelcomeAnswer) if answer.value == value)
        await self.pilot.click(answer, offset=(4, 0))
        await settle(self.pilot)

    @property
    def step(self) -> int:
        """The step one is at, from 1."""
        return int(str(self.page.query_one("#way", Static).content).split()[-3])

    @property
    def text(self) -> str:
        """All that is on the screen."""
        return text_of(self.app)

    @property
    def marked(self) -> str:
        """The words of the row one is on."""
        assert self.page.row is not None
        return self.page.row.label


@asynccontextmanager
async def beginning(
    at: int = 0, program: FakeProgram | None = None, size: tuple[int, int] = (80, 24), **config: Any
) -> AsyncIterator[Beginning]:
    """The first start, gone on with to the step of this index."""
    program = program or FakeProgram()
    program.first = True
    program.config = Config(**config)
    program.shown = [*program.shown, GET_HIP]
    page = FirstScreen(program)
    async with around(page, size) as (app, pilot):
        it = Beginning(app, page, pilot, program)
        await it.press(*["enter"] * at)
        yield it


@pytest.mark.parametrize("key", ["enter", "pagedown"])
async def test_it_goes_on_to_the_session(key: str) -> None:
    """A clicker's one key goes all the way, and starts the gentlest session."""
    async with beginning() as it:
        for step in (1, 2, 3, 4):
            assert it.step == step
            await it.press(key)
        assert it.app.left == ["get-hip"]


@pytest.mark.parametrize("at", range(4))
async def test_escape_skips_all_of_it(at: int) -> None:
    """At any step: the list, and nothing begun."""
    async with beginning(at) as it:
        await it.press("escape")
        assert it.app.left == [""]
        assert not it.program.first


async def test_a_killed_program_has_welcomed_too() -> None:
    """However it is left, as by a signal: never again."""
    async with beginning(SOUND) as it:
        it.app.exit()
    assert not it.program.first
    await asyncio.get_running_loop().shutdown_default_executor()
    assert it.program.check.closed == 1


@pytest.mark.parametrize("key", ["pageup", "up", "left", "shift+tab"])
async def test_from_the_first_answer_one_goes_back(key: str) -> None:
    """To the step before; at the first step nowhere."""
    async with beginning(SESSION) as it:
        await it.press(key)
        assert it.step == 3
    async with beginning() as it:
        await it.press(key)
        assert it.step == 1


async def test_answers_go_down_and_up() -> None:
    """They stop at the last one; PageUp is an answer back."""
    async with beginning(SOUND) as it:
        assert it.marked == "Yes, both"
        await it.press("down", "tab")
        assert it.marked == "Letters are too small"
        await it.press("down", "down")
        assert it.marked == "No sound, use the screen"
        await it.press("pageup")
        assert (it.step, it.marked) == (3, "Letters are too small")


async def test_skipping_is_an_answer_too() -> None:
    """For those who only have a mouse or a clicker."""
    async with beginning() as it:
        await it.press("down", "enter")
        assert it.app.left == [""]


async def test_kit_is_kept_on_going_on() -> None:
    """Bands make the band a piece of kit."""
    async with beginning(KIT) as it:
        await it.press("right", "space", "down", "space", "left", "space")
        assert it.program.changes == []
        await it.press("enter")
        assert it.program.changes == [{"kit": ["band", "chair", "radiator"], "bands": ["medium"]}]
        assert it.step == 3


async def test_kit_that_nobody_spoke_of_stays_unsaid() -> None:
    """Going on without a mark takes nothing away from the sessions."""
    async with beginning(KIT) as it:
        await it.press("enter")
        assert (it.step, it.program.changes) == (3, [])


async def test_marked_and_taken_back_is_said() -> None:
    """Then there is none."""
    async with beginning(KIT) as it:
        await it.press("space", "space", "enter")
        assert it.program.changes == [{"kit": [], "bands": []}]


async def test_no_kit_is_an_answer() -> None:
    """The last row."""
    async with beginning(KIT) as it:
        await it.click("nothing")
        assert (it.step, it.program.changes) == (3, [{"kit": [], "bands": []}])


async def test_the_last_answer_keeps_what_is_marked() -> None:
    """It says there is none only where nothing is marked."""
    async with beginning(KIT) as it:
        assert "I have none of these" in it.text
        await it.press("space")
        assert "I have none of these" not in it.text
        await it.press("down", "down")
        assert "That is what I have" in it.text
        await it.press("enter")
        assert (it.step, it.program.changes) == (3, [{"kit": ["band"], "bands": ["light"]}])


async def test_kit_said_before_is_shown() -> None:
    """Reached again later, it begins with what is so."""
    async with beginning(KIT, kit=("band", "chair"), bands=("green",)) as it:
        assert "■ green" in it.text
        assert "■ chair" in it.text
        await it.press("enter")
        assert it.program.config.kit == ("band", "chair")


@pytest.mark.parametrize(("keys", "kit"), [((), ("band",)), (("down", "space"), ("band", "chair"))])
async def test_a_band_of_no_named_strength_is_not_lost(keys: tuple[str, ...], kit: tuple[str, ...]) -> None:
    """Going through it again keeps kit = ["band"], also where a chair comes."""
    async with beginning(KIT, kit=("band",)) as it:
        await it.press(*keys, "enter")
        assert it.program.config.kit == kit


async def test_what_cannot_be_kept_is_said_and_one_goes_on() -> None:
    """On the next step, where sounds come and go."""
    async with beginning(KIT) as it:
        it.program.objection = "Not kept: the disk is full."
        await it.press("space", "enter")
        assert it.step == 3
        assert "Not kept: the disk is full." in it.text


async def test_sounds_come_until_answered() -> None:
    """None before the question, none after it."""
    async with beginning(KIT) as it:
        assert it.program.check.sounds == []
        await it.press("enter")
        assert it.program.check.sounds == ["phase-hold"]
        timer = it.page._rounds._timer
        assert timer is not None
        await it.press("enter")
        assert it.page._rounds._timer is None
        await asyncio.get_running_loop().shutdown_default_executor()
        assert it.program.check.closed == 1


async def test_playing_again_begins_at_once() -> None:
    """With the first sound."""
    async with beginning(SOUND) as it:
        await it.press("down", "enter")
        assert it.step == 3
        assert it.program.check.sounds == ["phase-hold", "phase-hold"]


async def test_small_letters_have_a_way_out() -> None:
    """It stays on the screen while the sounds go on."""
    async with beginning(SOUND) as it:
        await it.press("down", "down", "enter")
        assert it.step == 3
        it.page._rounds._next(1)
        await settle(it.pilot)
        assert TOO_SMALL in it.text


async def test_why_nothing_is_heard_is_said() -> None:
    """Also where the player only finds out later."""
    async with beginning(SOUND) as it:
        assert NO_DEVICE not in it.text
        it.program.check.problem = NO_DEVICE
        it.page._rounds._next(1)
        await settle(it.pilot)
        assert NO_DEVICE in it.text


async def test_no_sound_uses_the_screen() -> None:
    """From now on."""
    async with beginning(SOUND) as it:
        await it.click("silent")
        assert (it.step, it.program.changes) == (4, [{"mute": True}])


async def test_a_device_that_is_missing_today_is_no_wish_for_silence() -> None:
    """Sound comes back with it."""
    async with beginning(SOUND) as it:
        it.program.check.problem = NO_DEVICE
        it.page._rounds._next(1)
        await it.click("silent")
        assert (it.step, it.program.changes) == (4, [])


async def test_sound_that_was_off_can_be_turned_on() -> None:
    """Then it is heard at once."""
    async with beginning(SOUND, mute=True) as it:
        await it.press("down")
        assert it.marked == "Turn the sound on"
        await it.press("enter")
        assert (it.step, it.program.config.mute) == (3, False)
        assert it.program.check.sounds == ["phase-hold", "phase-hold"]
        assert it.marked == "Yes, both"


async def test_the_session_is_told() -> None:
    """Its name, its minutes, what it is; the foot names what Enter does."""
    async with beginning(SESSION) as it:
        assert it.marked == "Start Get hip, 2 min"
        assert "Five hip moves." in it.text
        assert "Enter  start Get hip, 2 min" in it.text


async def test_the_list_is_the_other_answer() -> None:
    """Nothing begins."""
    async with beginning(SESSION) as it:
        await it.click("skip")
        assert it.app.left == [""]


async def test_where_no_session_can_be_done_it_says_so() -> None:
    """Then there is only the list."""
    async with beginning(SOUND) as it:
        it.program.shown = []
        await it.press("enter")
        assert "No session can be done with this kit." in it.text
        await it.press("enter")
        assert it.app.left == [""]


async def test_a_held_key_begins_no_session(monkeypatch: pytest.MonkeyPatch) -> None:
    """It may go through the steps, and stops at the last."""
    monkeypatch.setattr(module, "STEP_ENDS", 60.0)
    async with beginning() as it:
        await it.press(*["enter"] * 8)
        assert (it.step, it.app.left) == (4, [])


async def test_clicks_mark_and_answer() -> None:
    """Every step with the mouse alone."""
    async with beginning() as it:
        await it.click("on")
        await it.pilot.click("#bands", offset=(17, 0))
        await it.pilot.click("#kit", offset=(17, 0))
        await settle(it.pilot)
        await it.pilot.click(Foot, offset=(2, 0))
        await settle(it.pilot)
        assert it.program.changes == [{"kit": ["band", "chair"], "bands": ["light"]}]
        await it.click("on")
        await it.click("start")
        assert it.app.left == ["get-hip"]


async def test_the_keys_are_told() -> None:
    """? opens the card."""
    async with beginning() as it:
        await it.press("question_mark")
        assert isinstance(it.app.screen, Card)


@pytest.mark.parametrize("size", [(60, 16), (80, 24), (120, 40), (200, 60)])
@pytest.mark.parametrize("at", range(4))
async def test_all_of_a_step_is_seen(at: int, size: tuple[int, int]) -> None:
    """Its answers, how far one is, and quietly that it is no medical advice."""
    async with beginning(at, size=size) as it:
        assert all(answer.label in it.text for answer in it.page.query(WelcomeAnswer))
        assert f"Step {at + 1} of 4" in it.text
        assert NO_ADVICE in it.text
        assert not it.page.query_one("#body").show_vertical_scrollbar
