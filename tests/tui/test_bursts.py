"""Odd moments: keys that come faster than screens, runs that end under a card, machines that sleep in between."""

from __future__ import annotations

import pytest
from textual.pilot import Pilot

from glutetimer.core.plan.options import Options
from glutetimer.core.ports import Leftover
from glutetimer.core.settings.config import Config
from glutetimer.core.settings.settings import SETTING_CHOICES
from glutetimer.core.text.problems import BadFile, Problem
from glutetimer.tui.finish.screen import FinishScreen
from glutetimer.tui.home.session_list import SessionList
from glutetimer.tui.options.screen import OptionsScreen
from glutetimer.tui.settings.screen import SettingsScreen
from glutetimer.tui.welcome.screen import FirstScreen
from glutetimer.tui.widgets.keys import CARD
from glutetimer.tui.widgets.page import Page
from glutetimer.tui.widgets.row import Row
from tests.helpers.core import reps, session
from tests.helpers.fake_program import NOON, FakeLiveRun, FakeProgram
from tests.helpers.pages import around, burst, settle, stack_of, text_of
from tests.helpers.records import mixed
from tests.helpers.whole_app import Playing, playing

pytestmark = pytest.mark.usefixtures("cards_hear_at_once")

#: What a file says that cannot be read.
BROKEN = BadFile([Problem(3, "reps are missing", "write them")])


async def working(it: Playing) -> None:
    """Two reps into the first bout."""
    await it.press("enter")
    await it.at(8.0)


@pytest.mark.parametrize(
    ("keys", "there"),
    [("oo", "OptionsScreen"), ("ss", "SettingsScreen"), ("ii", "FirstScreen"), ("so", "SettingsScreen")],
)
async def test_a_burst_opens_one_screen(keys: str, there: str) -> None:
    """The second key is nobody's: the screen that it was meant for is covered, the other not there yet."""
    async with playing(session=None) as it:
        await burst(it.pilot, *keys)
        assert stack_of(it.app) == ["HomeScreen", there]
        await it.press("escape")
        assert stack_of(it.app) == ["HomeScreen"]


async def test_leaving_a_screen_that_is_not_there_yet() -> None:
    """The key right behind the one that opens it: nothing breaks, and neither key leaves the list."""
    async with playing(session=None) as it:
        await burst(it.pilot, "o", "q", "s")
        assert stack_of(it.app)[0] == "HomeScreen"


async def test_two_clicks_start_one_run() -> None:
    """The second click of a double one leaves no screen that is there by then."""
    async with playing(session=None) as it:
        place = it.app.screen.query_one(SessionList)
        for _ in range(2):
            place.action_select()
        await it.settle()
        assert stack_of(it.app) == ["RunScreen"]
        assert len(it.program.asked) == 1


@pytest.mark.parametrize("keys", ["qq", "ll", "ql", "lp", ["space", "q"], ["question_mark", "question_mark"]])
async def test_a_burst_brings_one_card(keys: list[str]) -> None:
    """Over a run, too; one answer and it goes on."""
    async with playing() as it:
        await working(it)
        it.live.clock.t += 1.0
        await burst(it.pilot, *keys)
        assert stack_of(it.app) == ["RunScreen", "Card"]
        await it.press("escape")
        assert (stack_of(it.app), it.paused) == (["RunScreen"], None)


@pytest.mark.parametrize("keys", [["escape", "escape"], ["enter", "escape"], ["enter", "enter"]])
@pytest.mark.parametrize("kind", [OptionsScreen, SettingsScreen, FirstScreen, FinishScreen])
async def test_a_page_is_left_once(kind: type[Page[object]], keys: list[str]) -> None:
    """Whatever comes with the key that leaves it."""
    program = FakeProgram()
    pages: dict[type, Page[object]] = {
        OptionsScreen: OptionsScreen(program, program.shown[0], Options()),  # type: ignore[dict-item]
        SettingsScreen: SettingsScreen(program),  # type: ignore[dict-item]
        FirstScreen: FirstScreen(program),  # type: ignore[dict-item]
        FinishScreen: FinishScreen(mixed(), "log/id.toml", lambda _: None),  # type: ignore[dict-item]
    }
    async with around(pages[kind]) as (app, pilot):
        await burst(pilot, *keys, "escape", "escape", "escape")
        assert (stack_of(app), len(app.left)) == ([], 1)


@pytest.mark.parametrize("over", [["question_mark"], ["ctrl+p"]])
async def test_a_run_that_ends_under_something_takes_it_along(over: list[str]) -> None:
    """The finish stands where the run stood, and home comes back after it: nothing stays below."""
    async with playing(session=None) as it:
        await it.press("enter")
        await working(it)
        await it.press(*over)
        await it.at(2000.0)
        assert stack_of(it.app) == ["FinishScreen"]
        await it.press("escape")
        assert stack_of(it.app) == ["HomeScreen"]


async def test_a_run_goes_on_under_the_palette() -> None:
    """Escape closes it."""
    async with playing() as it:
        await working(it)
        await it.press("ctrl+p")
        count = it.state.count
        await it.at(it.live.clock.t + 3.0)
        assert it.state.count == count + 1
        await it.press("escape")
        assert stack_of(it.app) == ["RunScreen"]


async def test_no_palette_over_a_card() -> None:
    """It would be empty; and a card that closes by itself would stay below it."""
    async with playing() as it:
        await working(it)
        await it.press("f", "ctrl+p")
        assert stack_of(it.app) == ["RunScreen", "Card"]
        await it.at(40.0)
        assert stack_of(it.app) == ["RunScreen"]


async def test_a_machine_that_slept_at_the_form_card_is_told() -> None:
    """The card waits for its answer; then the pause card says why the run stands, and it goes on."""
    async with playing() as it:
        await working(it)
        await it.press("f")
        it.live.gap = True
        await it.at(500.0)
        assert (it.paused, it.card.heading.startswith("Good call")) == ("gap", True)
        await it.press("1")
        assert it.card.heading == "Paused: the program stood still"
        await it.press("space")
        assert (stack_of(it.app), it.paused, it.state.stage) == (["RunScreen"], None, "break")


async def test_no_answer_has_a_clickers_key() -> None:
    """ "b" does what is marked, on every card of pain."""
    async with playing() as it:
        await working(it)
        await it.press("p", "3", "1")
        assert it.card.words == ("Which side?",)
        does = {name for key in CARD[:3] for name in key.keys}
        assert not does & {choice.key for choice in it.card.choices}
        await it.press("b")
        assert it.card.heading == "Pain · what now · Kick left"
        await it.press("n")
        result = it.state.results[0]
        assert result is not None
        assert result.pain_side == "left"  # that of the bout, which was marked


async def test_minutes_where_nothing_is_left_to_do() -> None:
    """t and T do nothing: time brings no kit."""
    program = FakeProgram()
    program.config, program.shown = Config(kit=("sofa",)), [session(reps(band="ankles"))]
    async with playing(program, session=None) as it:
        await it.press("t", "T")
        assert "nothing is left to do" in text_of(it.app)
        assert "as changed" not in text_of(it.app)


async def test_no_sessions_at_all() -> None:
    """Every key is harmless."""
    program = FakeProgram()
    program.shown = []
    async with playing(program, session=None) as it:
        await it.press("enter", "p", "w", "t", "T", "pageup", "down", "right", "left", "o")
        assert stack_of(it.app) == ["HomeScreen"]
        assert "start" not in text_of(it.app)


async def test_looking_at_the_settings_changes_nothing() -> None:
    """What was chosen for today holds until a setting is another one, also where the first start changes it."""
    async with playing(session=None) as it:
        await it.press("o", "down", "right", "escape")
        await it.press("s", "escape", "i", "escape")
        assert "start Test as changed" in text_of(it.app)
        await it.press("s", "right", "escape")
        assert "start Test as changed" not in text_of(it.app)


async def test_one_is_where_one_was_before_a_card() -> None:
    """In the preview of a narrow window: down does not mark another session behind it."""
    async with playing(session=None, size=(60, 16)) as it:
        await it.press("right", "question_mark", "escape", "down", "enter")
        assert it.program.asked[0][0] == "test"


async def test_a_list_is_not_read_anew_for_every_key() -> None:
    """Reading files takes time; the list is read once, and when one comes back from where it can grow."""

    class Counting(FakeProgram):
        read = 0

        def sessions(self):  # type: ignore[no-untyped-def]
            self.read += 1
            return super().sessions()

    program = Counting()
    async with playing(program, session=None) as it:
        await it.press("t", "T", "down", "up", "question_mark", "escape")
        await it.pilot.resize_terminal(100, 30)
        await it.settle()
        assert program.read == 1
        await it.press("o", "escape")
        assert program.read == 2


@pytest.mark.parametrize("chosen", ["begin", "resume"])
async def test_a_file_that_broke_meanwhile_is_told_on_the_list(chosen: str) -> None:
    """One does not fall out of the program for it."""

    class Refusing(FakeProgram):
        def begin(self, session: str, options: Options) -> FakeLiveRun:
            raise BROKEN

        def resume(self, leftover: Leftover) -> FakeLiveRun:
            raise BROKEN

    left = [Leftover("key", "test", "Test", NOON, 3, 7, old=False)] if chosen == "resume" else []
    async with playing(Refusing(left=left), session=None) as it:
        await it.press("g" if left else "enter")
        assert stack_of(it.app) == ["HomeScreen"]
        assert [told.message for told in it.app._notifications] == [f"{BROKEN}."]


@pytest.mark.parametrize("key", ["s", "d"])
async def test_a_workout_left_over_that_is_gone_is_told(key: str) -> None:
    """Another window may have saved it meanwhile."""

    class Gone(FakeProgram):
        def save(self, leftover: Leftover) -> str:
            raise BROKEN

        def discard(self, leftover: Leftover) -> None:
            raise OSError("no rights")

    left = [Leftover("key", "test", "Test", NOON, 3, 7, old=False)]
    async with playing(Gone(left=left), session=None) as it:
        await it.press(key)
        assert stack_of(it.app) == ["HomeScreen"]
        assert len(it.app._notifications) == 1


async def test_enter_between_two_steps_of_the_first_start() -> None:
    """While the answers change nothing is marked, so nothing is answered."""
    screen = FirstScreen(FakeProgram())
    async with around(screen) as (app, pilot):
        await to_last_step(pilot)
        await screen.query(Row).remove()
        await screen.run_action("take")
        await settle(pilot)
        assert (stack_of(app), app.left) == (["FirstScreen"], [])


async def to_last_step(pilot: Pilot[None]) -> None:
    """Three answers of the first start."""
    for _ in range(3):
        await pilot.press("enter")
        await settle(pilot)


async def test_what_stands_in_the_way_of_a_setting_stays() -> None:
    """A volume that was changed before it is heard no more, and its player does not talk over that."""
    program = FakeProgram()
    screen = SettingsScreen(program)
    async with around(screen) as (_, pilot):
        screen._keep({"volume.ticks": 50})
        screen._sample_soon(SETTING_CHOICES["volume.ticks"])
        program.objection = "config.toml cannot be written."
        screen._keep({"first_side": "right"})
        await pilot.pause(0.5)
        assert screen.query_one("#said").display
        assert program.check.sounds == []


async def test_a_covered_page_does_nothing() -> None:
    """What was clicked on it before the card came is too late."""
    async with playing(session=None) as it:
        home = it.app.screen
        await it.press("question_mark")
        for action in ("settings", "options", "start('full')", "leave"):
            await home.run_action(action)
        await it.settle()
        assert (stack_of(it.app), it.program.asked) == (["HomeScreen", "Card"], [])
