"""Quiet mode, the voice's key and the terminal's bell on the run screen."""

from __future__ import annotations

import asyncio

import pytest
from textual.app import App

from glutetimer.core.session.session import Phase
from glutetimer.core.values import replace
from glutetimer.tui.run import signals
from glutetimer.tui.run.picture import Stage
from glutetimer.tui.run.screen import RunScreen
from glutetimer.tui.widgets import held_keys
from tests.helpers.app import Playing, playing
from tests.helpers.core import plan, reps
from tests.helpers.fake_program import FakeLiveRun, small_plan

NO_VOICE = "No voice: no engine found. Install espeak-ng."


@pytest.fixture
def rung(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """How often the terminal's bell rang."""
    bells: list[str] = []
    monkeypatch.setattr(App, "bell", lambda _: bells.append("ring"))
    return bells


def first_row(it: Playing) -> str:
    return it.stage_text.split("\n")[0]


def reversed_cells(it: Playing) -> set[bool]:
    """Whether the cells of the picture are reversed: all of them, none, some."""
    canvas = it.screen.query_one(Stage)._canvas
    assert canvas is not None
    return {look.reverse for row in canvas.looks for look in row}


async def test_where_nothing_is_heard_the_whole_screen_flashes() -> None:
    """At go, and then it is as before; with sound it never does."""
    for quiet in (True, False):
        live = FakeLiveRun(small_plan())
        live.quiet = quiet
        async with playing(live, (60, 16)) as it:
            await it.at(20.0)
            assert it.screen._flashing.on is quiet
            assert reversed_cells(it) == ({True} if quiet else {True, False})
            it.screen._flashing.stop()
            it.screen._show()
            assert reversed_cells(it) == {True, False}


async def test_m_is_quiet_and_says_so() -> None:
    """The words go; beside the time it stays, until m brings the sound back."""
    async with playing(size=(60, 16)) as it:
        await it.press("enter", "m")
        assert first_row(it).startswith(" Quiet: the screen flashes")
        assert "quiet · " in first_row(it)
        await it.at(it.live.clock.t + 5.0)
        assert "Quiet" not in first_row(it)
        assert "quiet · " in first_row(it)
        await it.press("m")
        assert first_row(it).startswith(" Sound on")
        assert "quiet" not in first_row(it)


async def test_quiet_by_setting_is_shown_too_but_not_beside_its_reason() -> None:
    """A problem says itself that the screen flashes; and who hears the bell is not in quiet."""
    live = FakeLiveRun(small_plan())
    live.quiet = True
    async with playing(live) as it:
        assert "quiet · " in first_row(it)
        live.problem = "No sound: no device found. The screen flashes instead."
        it.screen._show()
        assert "quiet · " not in first_row(it)
        live.problem, live.rings = "", True
        it.screen._show()
        assert "quiet · " not in first_row(it)


async def test_sound_that_comes_back_is_said_for_three_seconds() -> None:
    """Not where it has only been turned off: then nothing is heard."""
    live = FakeLiveRun(small_plan())
    live.problem = "No sound: no device found. The screen flashes instead."
    async with playing(live) as it:
        live.problem = ""
        await it.at(1.0)
        assert first_row(it).startswith(" Sound is back.")
        await it.at(3.9)
        assert "Sound is back" in first_row(it)
        await it.at(5.0)
        assert "Sound is back" not in it.stage_text
        live.problem = "No sound: no device found. The screen flashes instead."
        await it.at(7.0)
        await it.press("m")
        live.problem = ""
        await it.at(12.0)
        assert "Sound is back" not in it.stage_text


async def test_a_run_that_is_quiet_by_its_key_flashes() -> None:
    """At go."""
    async with playing() as it:
        await it.press("m")
        await it.at(20.0)
        assert it.screen._flashing.on


async def test_v_turns_the_voice_off_and_on() -> None:
    """And says what is so now."""
    async with playing() as it:
        it.live.run.speak(True, 0.0)
        await it.press("v")
        assert (it.live.run.speaks, first_row(it)[:11]) == (False, " Voice off ")
        await it.press("v")
        assert (it.live.run.speaks, first_row(it)[:10]) == (True, " Voice on ")
        await it.at(it.live.clock.t + 5.0)
        assert "Voice" not in first_row(it)


@pytest.mark.parametrize("at", [3.0, 20.0])
async def test_why_there_is_no_voice_is_said_whole_in_the_smallest_window(at: float) -> None:
    """In a break and at work."""
    live = FakeLiveRun(small_plan())
    live.speaker = False
    async with playing(live, (60, 16)) as it:
        await it.at(at)
        await it.press("v")
        assert first_row(it).startswith(f" {NO_VOICE}")


async def test_how_far_the_voice_is_is_seen_to_change() -> None:
    """With the seconds of the set-up, in the smallest window, too."""
    live = FakeLiveRun(small_plan())
    async with playing(live, (60, 16)) as it:
        for second in (1, 2, 3):
            live.remarks = (f"Voice: {second * 9} of 38 sentences ready",)
            await it.at(float(second))
            assert f"Voice: {second * 9} of 38 sentences ready" in it.stage_text
        live.remarks = ()
        await it.at(4.0)
        assert "Voice" not in it.stage_text


async def test_the_bell_rings_for_what_cannot_be_played(rung: list[str]) -> None:
    """Counts, go and reps, each once, at its moment; not the phases."""
    live = FakeLiveRun(plan(reps(count=2, tempo=(Phase("up", 1.0), Phase("down", 1.0)))))
    live.rings = True
    async with playing(live) as it:
        heard = []
        for at in (11.0, 12.0, 13.0, 14.0, 15.0, 16.0, 17.0):
            await it.at(at)
            heard.append(len(rung))
    assert heard == [0, 1, 2, 3, 4, 4, 5]


async def test_the_bell_rings_once_for_what_comes_together(rung: list[str]) -> None:
    """The last rep and the switch that begins with it, and whatever a late tick brings."""
    live = FakeLiveRun(small_plan())
    live.rings = True
    async with playing(live) as it:
        await it.at(60.0)
        assert len(rung) == 1


@pytest.mark.parametrize(("rings", "muted"), [(False, False), (True, True)])
async def test_no_bell_where_there_is_sound_or_quiet(rung: list[str], rings: bool, muted: bool) -> None:
    live = FakeLiveRun(small_plan())
    live.rings = rings
    live.run.mute(muted, 0.0)
    async with playing(live) as it:
        await it.at(20.0)
    assert rung == []


async def to_the_end(it: Playing) -> None:
    """From moment to moment, each long after the last flash."""
    while (due := it.live.run.next_due()) is not None:
        it.screen._flashing._lit = float("-inf")
        await it.at(due)
    assert it.live.run.over


async def until_left(it: Playing) -> None:
    """As long as both flashes take."""
    live = asyncio.get_running_loop().time()
    while isinstance(it.app.screen, RunScreen):
        assert asyncio.get_running_loop().time() - live < 60.0, "it is never left"
        await it.pilot.pause(0.01)


async def test_the_end_is_flashed_before_the_run_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    """Twice, over the words; keys mean nothing meanwhile."""
    monkeypatch.setattr(signals, "FLASH", 3600.0)
    live = FakeLiveRun(plan(reps(count=8)))
    live.quiet = True
    async with playing(live) as it:
        await to_the_end(it)
        assert (it.screen._flashing.on, reversed_cells(it)) == (True, {True})
        screen = it.screen
        await it.press("q", "question_mark", "space", "ctrl+q")
        assert it.app.screen is screen
        monkeypatch.setattr(signals, "FLASH", 0.01)
        screen._flashing._darken()
        assert (it.app.screen is screen, screen._flashing.busy) == (True, True)
        await until_left(it)
        assert not screen._flashing.busy


async def test_with_sound_the_end_is_left_at_once() -> None:
    """Nobody waits for a flash that does not come."""
    async with playing(FakeLiveRun(plan(reps(count=8)))) as it:
        screen = it.screen
        await it.at(40.0)
        await it.settle()
        assert it.app.screen is not screen


async def test_a_rehearsal_that_was_muted_is_left_at_once() -> None:
    """Nobody looks."""
    live = FakeLiveRun(plan(reps(count=8)))
    live.rehearsal = True
    live.run.mute(True, 0.0)
    async with playing(live) as it:
        screen = it.screen
        await it.at(40.0)
        await it.settle()
        assert it.app.screen is not screen


async def test_an_end_by_hand_is_left_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """What was ended early or thrown away has no sound either."""
    monkeypatch.setattr(held_keys, "DEAF", 0.0)
    live = FakeLiveRun(plan(reps(count=8)))
    live.quiet = True
    async with playing(live) as it:
        screen = it.screen
        await it.press("enter")
        it.screen._flashing.stop()
        await it.press("q", "s")
        await it.settle()
        assert it.live.run.over
        assert it.app.screen is not screen


async def test_a_machine_that_sleeps_during_a_flash_counts_nothing() -> None:
    """The flash's own timer is the first to look at the clock again."""
    live = FakeLiveRun(small_plan())
    live.quiet = True
    async with playing(live) as it:
        await it.at(15.0)
        live.gap, live.clock.t = True, 500.0
        it.screen._show_later()
        await it.settle()
        assert (it.engine.paused, it.state.count, it.state.t) == ("gap", 0, 15.0)


@pytest.mark.parametrize("key", ["m", "v", "h", "question_mark"])
async def test_a_key_of_the_screen_that_wakes_the_machine_counts_nothing(key: str) -> None:
    async with playing() as it:
        await it.at(15.0)
        it.live.gap, it.live.clock.t = True, 500.0
        await it.press(key)
        await it.settle()
        assert (it.engine.paused, it.state.count, it.state.t) == ("gap", 0, 15.0)


async def test_a_rehearsal_in_quiet_does_not_flash() -> None:
    """At thirty times the speed it would flash without end."""
    live = FakeLiveRun(small_plan())
    live.rehearsal = True
    async with playing(live) as it:
        live.run.mute(True, 0.0)
        await it.at(15.0)
        assert not it.screen._flashing.on


async def test_a_voice_that_is_lost_on_the_way_is_told_in_the_next_break() -> None:
    """It was there in the set-up: it must not go without a word."""
    live = FakeLiveRun(small_plan())
    async with playing(live) as it:
        await it.at(69.0)
        assert it.screen._run.view(69.0).stage == "rest"
        assert "No voice" not in it.stage_text
        live.voiceless = "No voice: espeak-ng does not answer."
        it.screen._show()
        assert "No voice: espeak-ng does not answer." in it.stage_text


async def test_h_says_where_no_how_is_written() -> None:
    """A key that shows nothing would seem broken."""
    async with playing(FakeLiveRun(plan(replace(reps("kick", 6), how="")))) as it:
        await it.press("h")
        assert "The session does not say how" in it.stage_text
