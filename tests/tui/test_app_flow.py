"""From screen to screen: the first start, the list, the run, the finish, and how the program ends."""

from __future__ import annotations

import gc

import pytest
from textual.command import CommandPalette
from textual.css.stylesheet import Stylesheet
from textual.widgets import OptionList

from glutetimer.core.plan.options import Options
from glutetimer.core.ports import Leftover
from glutetimer.core.settings.config import Config
from glutetimer.core.values import replace
from glutetimer.tui.drawing.theme import DARK, LIGHT
from glutetimer.tui.finish.screen import FinishScreen
from glutetimer.tui.home.screen import HomeScreen
from glutetimer.tui.options.screen import OptionsScreen
from glutetimer.tui.run.screen import RunScreen
from glutetimer.tui.settings.screen import SettingsScreen
from glutetimer.tui.welcome.screen import FirstScreen
from glutetimer.tui.widgets import held_keys
from tests.helpers.fake_program import NOON, FakeLiveRun, FakeProgram, small_plan
from tests.helpers.pages import text_of
from tests.helpers.whole_app import playing

pytestmark = pytest.mark.usefixtures("cards_hear_at_once")


LEFT = Leftover("key", "test", "Test", NOON, 3, 7, old=False)


async def test_q_saves_what_was_done() -> None:
    """Finish, save, confirm: the record is sealed before anything is asked."""
    async with playing() as it:
        await it.press("enter")
        await it.at(8.0)
        await it.press("q", "s")
        assert [workout.state for workout in it.live.kept.sealed] == ["early"]
        assert it.shows(FinishScreen)
        await it.press("enter", "right", "enter", "escape")
        amended = it.live.kept.amended[-1]
        assert (amended.confirmed, amended.harder_side) == (True, "same")
    assert it.app.return_value == 0
    assert it.gluteapp.saved == ["log/id.toml"]


async def test_discard_asks_once_more() -> None:
    """Throwing a workout away takes two answers."""
    async with playing() as it:
        await it.press("enter", "enter", "q", "d")
        assert it.live.kept.discarded == 0
        await it.press("d")
        assert it.live.kept.discarded == 1
    assert it.app.return_value == 0


async def test_a_record_that_cannot_be_saved_is_offered_a_folder() -> None:
    """The end says so and offers another place."""
    live = FakeLiveRun(small_plan())
    live.path, live.problem = "", "Not saved: no space."
    async with playing(FakeProgram(live)) as it:
        await it.press("enter", "q", "s")
        assert "Not saved" in it.card.heading
        await it.press("1")
        assert len(it.live.folders) == 1
        await it.press("escape")
    assert it.app.return_value == 0


async def test_nothing_saved_is_exit_code_1() -> None:
    """Leaving it unsaved is said by the exit code."""
    live = FakeLiveRun(small_plan())
    live.path = ""
    async with playing(FakeProgram(live)) as it:
        await it.press("enter", "q", "s", "n", "escape")
    assert it.app.return_value == 1


async def test_home_starts_the_marked_session() -> None:
    """The list is the first screen; Enter starts, and after the run it is there again."""
    async with playing(session=None) as it:
        assert it.shows(HomeScreen)
        await it.press("down", "enter")
        assert it.program.asked[0][0] == "other"
        assert it.shows(RunScreen)
        await it.press("q", "d", "d")
        assert it.shows(HomeScreen)
        await it.press("q")
    assert it.app.return_value == 0


async def test_the_main_key_pressed_on_and_on_starts_nothing_at_home(monkeypatch: pytest.MonkeyPatch) -> None:
    """With a clicker: through the last bout, the questions, and home; a key that chooses makes it a start again."""
    now = [100.0]
    monkeypatch.setattr(held_keys, "perf_counter", lambda: now[0])
    async with playing(session=None) as it:
        await it.press("enter")
        await it.at(1000.0)
        while not it.shows(HomeScreen):
            now[0] += 1.5
            await it.press("pagedown")
        for _ in range(6):
            now[0] += 2.5
            await it.press("pagedown")
        assert it.shows(HomeScreen)
        assert len(it.program.asked) == 1
        now[0] += 1.0
        await it.press("pageup", "pagedown")
        assert [asked[0] for asked in it.program.asked] == ["test", "other"]


async def test_after_a_silence_the_main_key_starts_the_same_once_more(monkeypatch: pytest.MonkeyPatch) -> None:
    now = [100.0]
    monkeypatch.setattr(held_keys, "perf_counter", lambda: now[0])
    async with playing(session=None) as it:
        await it.press("enter")
        await it.at(1000.0)
        now[0] += 5.0
        await it.press("escape")
        assert it.shows(HomeScreen)
        now[0] += 3.1
        await it.press("enter")
        assert [asked[0] for asked in it.program.asked] == ["test", "test"]


async def test_the_first_start_comes_once() -> None:
    """Before the list, and never again; skipped with one key."""
    program = FakeProgram()
    program.first = True
    async with playing(program, session=None) as it:
        assert it.shows(FirstScreen)
        await it.press("escape")
        assert it.shows(HomeScreen)
        assert not program.first
        await it.press("i")
        assert it.shows(FirstScreen)
        await it.press("escape")
        assert it.shows(HomeScreen)


async def test_a_named_session_is_not_held_up_by_a_welcome() -> None:
    """`run SESSION` runs."""
    program = FakeProgram()
    program.first = True
    async with playing(program) as it:
        assert it.shows(RunScreen)
        assert program.first


async def test_options_go_into_the_run() -> None:
    """o, a change, Enter: what is begun is what was chosen."""
    async with playing(session=None) as it:
        await it.press("o")
        assert it.shows(OptionsScreen)
        await it.press("down", "right", "enter")
        ((_, options),) = it.program.asked
        assert options != Options()
        assert it.shows(RunScreen)


async def test_options_are_kept_for_today() -> None:
    """Left with Escape they hold for the next start, and the foot says so; undone they are gone."""
    async with playing(session=None) as it:
        await it.press("o", "down", "right", "escape")
        assert it.shows(HomeScreen)
        assert "start Test as changed" in text_of(it.app)
        await it.press("o", "u", "escape")
        assert "as changed" not in text_of(it.app)


async def test_saved_as_one_s_own_the_old_session_is_as_it_was() -> None:
    """The new one is marked, and starts as it is written."""
    async with playing(FakeProgram(saves=True), session=None) as it:
        await it.press("o", "down", "right", "w", "enter", "escape")
        assert "start Test (mine)" in text_of(it.app)
        assert "as changed" not in text_of(it.app)
        await it.press("pageup", "pageup", "pageup")
        assert "as changed" not in text_of(it.app)


async def test_settings_hold_at_once() -> None:
    """s, a change, back: the list is as the settings have it."""
    async with playing(session=None) as it:
        await it.press("s")
        assert it.shows(SettingsScreen)
        await it.press("right", "escape")
        assert it.shows(HomeScreen)
        assert it.program.config.first_side == "right"
        await it.press("enter")
        assert it.program.asked[0][1].first_side == "right"


async def test_the_theme_is_the_one_that_was_set() -> None:
    """From the first frame on."""
    program = FakeProgram()
    program.config = Config(theme="light")
    async with playing(program, session=None) as it:
        assert it.pilot.app.theme == LIGHT.name


@pytest.mark.parametrize("session", [None, "test"])
async def test_ctrl_q_leaves_as_q_does(session: str | None) -> None:
    """Home is left; a run asks first."""
    async with playing(session=session) as it:
        await it.press("ctrl+q")
        if session is None:
            assert it.app.return_value == 0
        else:
            assert it.card.heading == "Finish here"


@pytest.mark.parametrize("key", ["ctrl+q", "ctrl+c", "escape"])
async def test_a_card_is_left_by_its_harmless_answer(key: str) -> None:
    """Nobody is locked in by a question; nothing is lost by leaving it."""
    async with playing() as it:
        await it.press("enter", "q", key)
        assert it.shows(RunScreen)
        assert it.paused is None


async def test_the_palette_offers_the_keys() -> None:
    """Ctrl+P, a few letters, Enter: as the key does."""
    async with playing(session=None) as it:
        await it.press("ctrl+p")
        assert it.shows(CommandPalette)
        await it.press(*"after a run")
        await it.until(
            lambda: bool(it.app.screen.query(OptionList)) and it.app.screen.query_one(OptionList).option_count
        )
        await it.press("enter")
        await it.until(lambda: bool(it.program.asked))
        assert it.program.asked[0][1].mode == "post-run"


async def test_home_starts_post_run_with_one_key() -> None:
    """p is one round after a run."""
    async with playing(session=None) as it:
        await it.press("p")
        assert it.program.asked[0][1].mode == "post-run"


@pytest.mark.parametrize(("key", "told"), [("g", "resume"), ("s", "save"), ("d", "discard")])
async def test_a_workout_left_over_is_offered_first(key: str, told: str) -> None:
    """Go on, save or discard: before anything new begins."""
    async with playing(FakeProgram(left=[LEFT])) as it:
        assert it.card.heading == "Unfinished workout"
        await it.press(key)
        assert it.program.told == [told]
        assert it.shows(RunScreen)


async def test_an_old_workout_is_saved_unless_the_runner_says_so() -> None:
    """After a day the first answer is to save what was done."""
    async with playing(FakeProgram(left=[replace(LEFT, old=True)])) as it:
        assert [choice.value for choice in it.card.choices[:2]] == ["save", "resume"]
        await it.press("enter")
        assert it.program.told == ["save"]


async def test_a_workout_that_only_waits_for_its_log_cannot_be_gone_on_with() -> None:
    """Every bout is over: save, discard, later."""
    async with playing(FakeProgram(left=[replace(LEFT, over=True)])) as it:
        assert it.card.heading == "Not saved last time"
        assert [choice.value for choice in it.card.choices] == ["save", "discard", "later"]


async def test_the_styles_are_not_read_again_for_the_theme(monkeypatch: pytest.MonkeyPatch) -> None:
    """It stands before the app starts; each change has the toolkit read all styles twice."""
    again: list[str] = []
    reparse = Stylesheet.reparse

    def counted(styles: Stylesheet) -> None:
        again.append("again")
        reparse(styles)

    monkeypatch.setattr(Stylesheet, "reparse", counted)
    async with playing(session=None) as it:
        assert (it.pilot.app.theme, it.pilot.app.current_theme.name) == (DARK.name, DARK.name)
        assert again == []
        it.pilot.app.theme = LIGHT.name
        await it.settle()
        assert again == ["again"]


async def test_memory_is_settled_after_the_first_frame() -> None:
    """What was imported is not looked at again by a full collection, which would stop the picture."""
    gc.unfreeze()
    gc.disable()
    async with playing(session=None):
        assert gc.get_freeze_count() > 10_000
        assert gc.isenabled()
    gc.unfreeze()
