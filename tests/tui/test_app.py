"""The full-screen program by its keys, on a clock that the test moves."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from typing import Any

import pytest
from fake_desk import NOON, FakeBegun, FakeDesk, small_plan
from textual.pilot import Pilot

from glutetimer.core.desk import Leftover
from glutetimer.core.options import Options
from glutetimer.tui import card as card_module
from glutetimer.tui.app import GluteApp
from glutetimer.tui.card import Card
from glutetimer.tui.home import HomeScreen
from glutetimer.tui.run_screen import RunScreen
from glutetimer.tui.stage_widget import Stage

LEFT = Leftover("key", "test", "Test", NOON, 3, 7, old=False)


@pytest.fixture(autouse=True)
def _cards_hear_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(card_module, "DEAF", 0.0)


class Playing:
    """A program under test: moves the clock, presses keys, looks."""

    def __init__(self, app: GluteApp, desk: FakeDesk, pilot: Pilot[int]) -> None:
        self.app, self.desk, self.pilot = app, desk, pilot
        self.begun = desk.begun

    async def at(self, seconds: float) -> None:
        """Let the run reach a time of its clock."""
        self.begun.clock.t = seconds
        self.run_screen._tick()
        await self.settle()

    async def press(self, *keys: str) -> None:
        """Press keys, a second of the run's clock apart, so that none is a repeat."""
        for key in keys:
            self.begun.clock.t += 1.0
            await self.pilot.press(key)
            await self.settle()

    async def settle(self) -> None:
        """Until all that was asked for has happened."""
        for _ in range(3):
            await self.pilot.pause()

    @property
    def run_screen(self) -> RunScreen:
        """The run, under whatever card."""
        return next(screen for screen in self.app.screen_stack if isinstance(screen, RunScreen))

    @property
    def card(self) -> Card:
        """The card on top."""
        assert isinstance(self.app.screen, Card), self.app.screen
        return self.app.screen

    def shows(self, kind: type) -> bool:
        """Whether a screen of this kind is on top."""
        return isinstance(self.app.screen, kind)

    @property
    def paused(self) -> Any:
        """Why the run stands."""
        return self.begun.run.engine.paused

    @property
    def state(self) -> Any:
        """The engine's state."""
        return self.begun.run.engine.state


@asynccontextmanager
async def playing(
    desk: FakeDesk | None = None, session: str | None = "test", size: tuple[int, int] = (80, 24)
) -> AsyncIterator[Playing]:
    """The program on a screen of this size."""
    desk = desk or FakeDesk()
    app = GluteApp(desk, session, Options(), resume=False)
    async with app.run_test(size=size) as pilot:
        it = Playing(app, desk, pilot)
        await it.settle()
        yield it


async def test_the_main_key_starts_at_once() -> None:
    """In the set-up Enter begins the first bout."""
    async with playing() as it:
        await it.press("enter")
        assert it.state.stage == "bout"


@pytest.mark.parametrize("key", ["enter", "right", "pagedown"])
async def test_clicker_keys_are_the_main_key(key: str) -> None:
    """Every name of the main key does the same."""
    async with playing() as it:
        await it.press(key)
        assert it.state.stage == "bout"


async def test_a_click_is_the_main_key() -> None:
    """The whole screen is the button."""
    async with playing() as it:
        it.begun.clock.t += 1
        await it.pilot.click("Stage")
        await it.settle()
        assert it.state.stage == "bout"


@pytest.mark.parametrize("key", ["space", "full_stop", "b", "f5", "escape"])
async def test_pause_and_go_on_with_one_key(key: str) -> None:
    """Pause twice is going on: the first answer is the harmless one."""
    async with playing() as it:
        await it.press("enter", key)
        assert it.paused == "key"
        assert it.card.heading.startswith("Paused at ")
        await it.press(key)
        assert it.paused is None
        assert it.shows(RunScreen)


async def test_pause_card_by_clicker_alone() -> None:
    """PageDown chooses, the pause key does it: again."""
    async with playing() as it:
        await it.press("enter")
        await it.at(8.0)
        await it.press("full_stop", "pagedown", "full_stop")
        assert (it.state.stage, it.state.count) == ("bout", 0)
        assert it.paused is None


async def test_form_broke_names_the_cue() -> None:
    """The count freezes one below, can be corrected, and the cue is written down."""
    async with playing() as it:
        await it.press("enter")
        await it.at(1.0 + 3 * 3 + 0.5)
        await it.press("f")
        assert it.card.heading.startswith("Good call")
        assert it.state.results[0].done == 2
        await it.press("up", "2")
        result = it.state.results[0]
        assert (result.outcome, result.done, result.reason, result.counted_by) == ("form-broke", 3, "Straight", "hand")
        assert it.shows(RunScreen)


async def test_form_card_closes_by_itself() -> None:
    """Unanswered for 15 s the run goes on to the rest."""
    async with playing() as it:
        await it.press("enter")
        await it.at(8.0)
        await it.press("f")
        await it.at(30.0)
        assert it.state.stage == "break"
        assert it.shows(RunScreen)


async def test_pain_stops_and_asks_one_thing_at_a_time() -> None:
    """How strong, where, which side, what now; the record holds it."""
    async with playing() as it:
        await it.press("enter")
        await it.at(8.0)
        await it.press("p")
        assert it.paused == "pain"
        await it.press("6", "3", "l", "n")
        result = it.state.results[0]
        assert (result.outcome, result.pain, result.place, result.pain_side) == ("pain", 6, "knee", "left")
        assert it.state.results[1].outcome == "skipped"
        assert it.begun.run.workout.pain == 6


async def test_q_saves_what_was_done() -> None:
    """Finish, save, confirm: the record is sealed before anything is asked."""
    async with playing() as it:
        await it.press("enter")
        await it.at(8.0)
        await it.press("q", "s")
        assert [workout.state for workout in it.begun.kept.sealed] == ["early"]
        assert "All as counted?" in it.card._text[-1]
        await it.press("y", "s")
        (amended,) = it.begun.kept.amended
        assert (amended.confirmed, amended.harder_side) == (True, "same")
    assert it.app.return_value == 0
    assert it.app.saved == ["log/id.toml"]


async def test_discard_asks_once_more() -> None:
    """Throwing a workout away takes two answers."""
    async with playing() as it:
        await it.press("enter", "q", "d")
        assert it.begun.kept.discarded == 0
        await it.press("d")
        assert it.begun.kept.discarded == 1
    assert it.app.return_value == 0


async def test_a_record_that_cannot_be_saved_is_offered_a_folder() -> None:
    """The end says so and offers another place."""
    begun = FakeBegun(small_plan())
    begun.path, begun.problem = "", "Not saved: no space."
    async with playing(FakeDesk(begun)) as it:
        await it.press("enter", "q", "s")
        assert "Not saved" in it.card.heading
        await it.press("1")
        assert len(it.begun.folders) == 1
        await it.press("n")
    assert it.app.return_value == 0


async def test_nothing_saved_is_exit_code_1() -> None:
    """Leaving it unsaved is said by the exit code."""
    begun = FakeBegun(small_plan())
    begun.path = ""
    async with playing(FakeDesk(begun)) as it:
        await it.press("enter", "q", "s", "n", "n")
    assert it.app.return_value == 1


async def test_a_gap_pauses() -> None:
    """A machine that slept finds the run paused."""
    async with playing() as it:
        await it.press("enter")
        await it.at(5.0)
        it.begun.gap = True
        await it.at(500.0)
        assert it.paused == "gap"
        assert it.card.heading == "Paused: the machine slept"
        assert it.state.t < 10


async def test_list_jumps() -> None:
    """l shows the sets; the chosen one is gone to."""
    async with playing() as it:
        await it.press("enter", "l", "pagedown", "enter")
        assert it.state.current.exercise.id == "plank"
        assert it.state.stage == "break"


async def test_list_cancelled_goes_on() -> None:
    """Leaving the list leaves the run where it was."""
    async with playing() as it:
        await it.press("enter", "l", "escape")
        assert (it.state.bout, it.paused) == (0, None)


async def test_rest_keys_and_skip() -> None:
    """Plus lengthens the break, n skips the exercise."""
    async with playing() as it:
        await it.press("plus")
        assert it.state.before.seconds == 30.0
        await it.press("minus", "n")
        assert it.state.current.exercise.id == "plank"


async def test_pace_count_and_back_keys() -> None:
    """t changes the pace, up corrects, left takes a tap back."""
    async with playing() as it:
        await it.press("enter", "t")
        assert it.state.current.pace == "tap"
        await it.at(20.0)
        await it.press("enter", "enter", "up")
        assert it.state.count == 3
        await it.press("left")
        assert it.state.count == 2


async def test_mute_how_and_keys() -> None:
    """m silences, h shows how, ? shows the keys and any answer closes them."""
    async with playing() as it:
        await it.press("m", "enter")
        assert it.begun.heard.sounds == []
        await it.press("m", "h", "question_mark")
        assert it.card.heading == "Keys"
        await it.press("escape")
        assert it.shows(RunScreen)


async def test_a_problem_is_shown_at_once() -> None:
    """What the record or the sound has to say stands on the screen."""
    begun = FakeBegun(small_plan())
    begun.problem = "Not saved: the disk is full."
    async with playing(FakeDesk(begun)) as it:
        assert "Not saved: the disk is full." in shown(it)


def shown(it: Playing) -> str:
    """The text of the run's picture."""
    canvas = it.run_screen.query_one(Stage)._canvas
    assert canvas is not None
    return canvas.text()


@pytest.mark.parametrize("size", [(60, 16), (80, 24), (120, 40), (200, 60), (300, 80), (40, 10), (1, 1)])
async def test_every_size_shows_the_run(size: tuple[int, int]) -> None:
    """At any size something true is shown, and the run goes on."""
    async with playing(size=size) as it:
        await it.press("enter")
        await it.at(6.0)
        assert it.state.stage == "bout"
        if size >= (60, 16):
            assert "end this side at" in shown(it)


async def test_resize_while_running() -> None:
    """The picture follows the window."""
    async with playing() as it:
        await it.press("enter")
        await it.pilot.resize_terminal(52, 14)
        await it.settle()
        assert "Make the window 60x16 (now 52x14)." in shown(it)
        await it.pilot.resize_terminal(120, 40)
        await it.settle()
        assert "end this side at" in shown(it)


async def test_home_starts_the_marked_session() -> None:
    """The list is the first screen; Enter starts, and after the run it is there again."""
    async with playing(session=None) as it:
        assert it.shows(HomeScreen)
        await it.press("down", "enter")
        assert it.desk.asked[0][0] == "other"
        assert it.shows(RunScreen)
        await it.press("q", "d", "d")
        assert it.shows(HomeScreen)
        await it.press("q")
    assert it.app.return_value == 0


async def test_home_starts_post_run_with_one_key() -> None:
    """p is one round after a run."""
    async with playing(session=None) as it:
        await it.press("p")
        assert it.desk.asked[0][1].mode == "post-run"


@pytest.mark.parametrize(("key", "told"), [("g", "resume"), ("s", "save"), ("d", "discard")])
async def test_a_workout_left_over_is_offered_first(key: str, told: str) -> None:
    """Go on, save or discard: before anything new begins."""
    async with playing(FakeDesk(left=[LEFT])) as it:
        assert it.card.heading == "Not ended last time"
        await it.press(key)
        assert it.desk.told == [told]
        assert it.shows(RunScreen)


async def test_an_old_workout_is_saved_unless_the_runner_says_so() -> None:
    """After a day the first answer is to save what was done."""
    async with playing(FakeDesk(left=[replace(LEFT, old=True)])) as it:
        assert [choice.value for choice in it.card.choices[:2]] == ["save", "resume"]
        await it.press("enter")
        assert it.desk.told == ["save"]


async def test_a_workout_that_only_waits_for_its_log_cannot_be_gone_on_with() -> None:
    """Every bout is over: save, discard, later."""
    async with playing(FakeDesk(left=[replace(LEFT, over=True)])) as it:
        assert it.card.heading == "Not saved last time"
        assert [choice.value for choice in it.card.choices] == ["save", "discard", "later"]


async def test_a_card_is_deaf_at_first(monkeypatch: pytest.MonkeyPatch) -> None:
    """The key that opened a card may still be held: it does not answer it."""
    monkeypatch.setattr(card_module, "DEAF", 60.0)
    async with playing() as it:
        await it.press("enter", "space", "space", "enter")
        assert it.paused == "key"
        assert it.card.heading.startswith("Paused")


async def test_paused_means_nothing_wakes() -> None:
    """While the clock stands there is no timer."""
    async with playing() as it:
        await it.press("enter", "space")
        assert it.run_screen._wake is None


async def test_where_nothing_is_heard_the_screen_flashes() -> None:
    """At go the whole stage is reversed; with sound it is not."""
    for quiet in (True, False):
        begun = FakeBegun(small_plan())
        begun.quiet = quiet
        async with playing(FakeDesk(begun)) as it:
            await it.press("enter")
            await it.pilot.pause(0.05)
            screen = it.run_screen
            assert screen._flash is quiet
            stage = screen.query_one(Stage)
            assert stage._canvas is not None
            assert stage._canvas.looks[8][40].reverse is quiet
