"""The run by its keys, on a clock that the test moves."""

from __future__ import annotations

import pytest

from glutetimer.tui.run.screen import RunScreen
from glutetimer.tui.widgets import held_keys
from tests.helpers.fake_program import FakeLiveRun, FakeProgram, small_plan
from tests.helpers.whole_app import playing

pytestmark = pytest.mark.usefixtures("cards_hear_at_once")


async def test_the_main_key_counts_in_and_pressed_again_starts_at_once() -> None:
    """In the set-up Enter leaves three seconds to get to the mat."""
    async with playing() as it:
        await it.press("enter")
        assert (it.state.stage, it.state.go - it.state.t) == ("break", 3.0)
        await it.press("enter")
        assert it.state.stage == "bout"


@pytest.mark.parametrize("key", ["enter", "right", "pagedown"])
async def test_clicker_keys_are_the_main_key(key: str) -> None:
    """Every name of the main key does the same."""
    async with playing() as it:
        await it.press(key)
        assert it.state.leads is not None


async def test_a_click_is_the_main_key() -> None:
    """The whole screen is the button."""
    async with playing() as it:
        it.live.clock.t += 1
        await it.pilot.click("Stage")
        await it.settle()
        assert it.state.leads is not None


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
        await it.at(1.0 + 3.0 + 3 * 3 + 0.5)
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
        await it.press("6", "6", "l", "1", "n")
        result = it.state.results[0]
        assert (result.outcome, result.pain, result.place, result.pain_side) == ("pain", 6, "knee", "left")
        assert it.state.results[1].outcome == "skipped"
        assert it.live.run.workout.pain == 6


async def test_a_gap_pauses() -> None:
    """A machine that slept finds the run paused."""
    async with playing() as it:
        await it.press("enter")
        await it.at(5.0)
        it.live.gap = True
        await it.at(500.0)
        assert it.paused == "gap"
        assert it.card.heading == "Paused: the program stood still"
        assert it.state.t < 10


async def test_a_stop_by_a_signal_pauses_at_once() -> None:
    """Not at the next look at the clock: sounds of that time must not be heard."""
    async with playing() as it:
        await it.press("enter")
        await it.at(5.0)
        it.live.clock.t = 5.4
        it.live.gap = True
        (wake,) = it.live.returns
        wake()
        await it.pilot.pause()
        assert (it.paused, it.state.t) == ("gap", 5.0)
        wake()
        await it.pilot.pause()
        assert (it.paused, it.state.t) == ("gap", 5.0)


async def test_who_left_the_run_listens_to_no_signal() -> None:
    async with playing() as it:
        live = it.live
    assert live.returns == []


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
        assert it.state.before.seconds == 35.0
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
    """m silences and brings the sound back, h shows how, ? shows the keys and any answer closes them."""
    async with playing() as it:
        await it.press("m", "enter")
        assert it.live.heard.sounds == []
        await it.press("m")
        assert it.live.heard.sounds != []
        await it.press("h", "question_mark")
        assert it.card.heading == "Keys"
        await it.press("escape")
        assert it.shows(RunScreen)


async def test_a_problem_is_shown_at_once() -> None:
    """What the record or the sound has to say stands on the screen."""
    live = FakeLiveRun(small_plan())
    live.problem = "Not saved: the disk is full."
    async with playing(FakeProgram(live)) as it:
        assert "Not saved: the disk is full." in it.stage_text


@pytest.mark.parametrize("size", [(60, 16), (80, 24), (120, 40), (200, 60), (300, 80), (40, 10), (1, 1)])
async def test_every_size_shows_the_run(size: tuple[int, int]) -> None:
    """At any size something true is shown, and the run goes on."""
    async with playing(size=size) as it:
        await it.press("enter")
        await it.at(6.0)
        assert it.state.stage == "bout"
        if size >= (60, 16):
            assert "end this side at" in it.stage_text


async def test_resize_while_running() -> None:
    """The picture follows the window."""
    async with playing() as it:
        await it.press("enter", "enter")
        await it.pilot.resize_terminal(52, 14)
        await it.settle()
        assert "Make the window 60x16 (now 52x14)." in it.stage_text
        await it.pilot.resize_terminal(120, 40)
        await it.settle()
        assert "end this side at" in it.stage_text


async def test_a_card_is_deaf_at_first(monkeypatch: pytest.MonkeyPatch) -> None:
    """The key that opened a card may still be held: it does not answer it."""
    monkeypatch.setattr(held_keys, "DEAF", 60.0)
    async with playing() as it:
        await it.press("enter", "space", "space", "enter")
        assert it.paused == "key"
        assert it.card.heading.startswith("Paused")


async def test_paused_means_nothing_wakes() -> None:
    """While the clock stands there is no timer."""
    async with playing() as it:
        await it.press("enter", "space")
        assert it.screen._wake is None


async def test_caps_lock_changes_nothing() -> None:
    """Nobody looks for that light from the mat."""
    async with playing() as it:
        await it.press("M", "enter", "Q")
        assert it.live.heard.sounds == []
        assert it.card.heading == "Finish here"
        await it.press("S")
        assert it.live.kept.sealed
