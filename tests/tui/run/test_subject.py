"""What a key of the run is about, and how to have back what it took: on the screen, by keys."""

from __future__ import annotations

import random

import pytest

from glutetimer.core.record.record import Result
from glutetimer.core.session.session import Span
from glutetimer.tui.widgets import held_keys
from glutetimer.tui.widgets.keys import RUN
from tests.helpers.app import Playing, playing
from tests.helpers.core import each, hold, plan, reps
from tests.helpers.fake_program import FakeLiveRun


@pytest.fixture(autouse=True)
def _cards_hear_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(held_keys, "DEAF", 0.0)
    monkeypatch.setattr(held_keys, "REPEATS", 0.0)


def circuit() -> FakeLiveRun:
    """Two rounds of a lunge on each side and a bridge. Left 15-27, right 32-44, rest 44-74, bridge 74-86."""
    lunge, bridge = each("lunge", 4, cues=("Knee in line",)), reps("bridge", 4)
    return FakeLiveRun(plan(lunge, bridge, order="circuit", rounds=Span(2, 2)))


def result(it: Playing, bout: int) -> Result:
    found: Result | None = it.state.results[bout]
    assert found is not None
    return found


def outcomes(it: Playing) -> list[str | None]:
    return [one.outcome if one else None for one in it.state.results]


async def test_skip_after_pain_in_the_rest_leaves_out_what_hurts() -> None:
    """The lunge that was told, not the bridge that comes."""
    async with playing(circuit()) as it:
        await it.at(50.0)
        await it.press("p", "4", "3", "r", "1")
        assert it.card.heading == "Pain · what now · Lunge right"
        assert [choice.label for choice in it.card.choices][:2] == ["Skip Lunge", "Other side only: left"]
        await it.press("n")
        assert outcomes(it) == ["done", "done", None, "skipped", "skipped", None]
        assert (it.state.current.exercise.name, it.state.stage) == ("Bridge", "break")


async def test_the_other_side_is_that_which_was_not_told() -> None:
    """Right, told in a left bout: the right ones are left out."""
    async with playing(circuit()) as it:
        await it.at(20.0)
        await it.press("p", "4", "3", "r", "1", "o")
        assert outcomes(it) == ["pain", "skipped", None, None, "skipped", None]


async def test_in_a_switch_the_side_just_worked_is_marked() -> None:
    """Left, though right comes."""
    async with playing(circuit()) as it:
        await it.at(28.0)
        await it.press("p", "4", "3")
        assert it.card.choices[it.card.chosen].value == "left"


async def test_form_can_be_admitted_in_the_rest() -> None:
    """The card is about what was just done; the rest goes on where it was."""
    async with playing(circuit()) as it:
        await it.at(50.0)
        await it.press("f")
        assert it.card.heading.endswith("Lunge right")
        assert it.card.face.big == "3 OF 4"
        await it.press("1")
        assert (result(it, 1).outcome, result(it, 1).done, result(it, 1).reason) == ("form-broke", 3, "Knee in line")
        assert (it.state.bout, it.state.stage) == (2, "break")
        assert it.state.go - it.state.t == pytest.approx(74.0 - 51.0)


async def test_form_that_did_not_break_after_all() -> None:
    """The last answer takes it back."""
    async with playing(circuit()) as it:
        await it.at(50.0)
        await it.press("f", "pageup", "space")
        assert (result(it, 1).outcome, result(it, 1).done, it.state.stage) == ("done", 4, "break")


async def test_the_pause_card_and_the_form_card_agree() -> None:
    """What the one promises the other says."""
    async with playing(circuit()) as it:
        await it.at(15.0 + 2 * 3 + 1.0)
        await it.press("space")
        assert it.card.heading == "Paused at 2 of 4 · Lunge left"
        assert "Form broke, 1 of 4: Lunge left" in [choice.label for choice in it.card.choices]
        await it.press("f")
        assert it.card.face.big == "1 OF 4"


async def test_a_skip_says_what_it_skipped_and_how_to_get_it_back() -> None:
    async with playing(circuit()) as it:
        await it.at(20.0)
        await it.press("n")
        assert "Skipped: Lunge, 2 rounds · ← takes it back" in it.stage_text
        assert "◄ undo" in it.stage_text
        await it.press("left")
        assert "Taken back: Lunge, 2 rounds" in it.stage_text
        assert outcomes(it) == [None] * 6


async def test_a_skip_that_would_end_the_run_asks_first() -> None:
    """For nothing could be taken back then."""
    async with playing(FakeLiveRun(plan(reps("a")))) as it:
        await it.at(20.0)
        await it.press("n")
        assert it.card.heading == "Nothing comes after it: finish here"
        await it.press("g")
        assert (it.engine.paused, it.state.stage) == (None, "bout")


async def test_easier_says_how_to_get_it_back() -> None:
    async with playing(circuit()) as it:
        await it.at(20.0)
        await it.press("e")
        assert "Easier: Lunge, 2 · ← takes it back" in it.stage_text


@pytest.mark.parametrize(("at", "key", "said"), [
    (5.0, "f", "Nothing done yet"),
    (5.0, "up", "Nothing to correct yet"),
    (20.0, "plus", "Only a break gets longer or shorter"),
])  # fmt: skip
async def test_a_key_that_does_nothing_says_why(at: float, key: str, said: str) -> None:
    async with playing(circuit()) as it:
        await it.at(at)
        await it.press(key)
        assert said in it.stage_text


async def test_up_and_down_in_own_pace_set_the_count() -> None:
    """It stands there, of the target, and is what one press writes down."""
    async with playing(FakeLiveRun(plan(reps("squat", 12, pace="own"), reps("b")))) as it:
        await it.at(20.0)
        await it.press("down", "down")
        assert it.state.done == 10
        assert "OF 12" not in it.stage_text  # In blocks.
        await it.press("enter")
        assert (result(it, 0).done, result(it, 0).outcome, result(it, 0).counted_by) == (10, "short", "hand")


@pytest.mark.parametrize("keys", [("space",), ("f",), ("p",), ("l",), ("q",)])
async def test_m_is_heard_on_every_card(keys: tuple[str, ...]) -> None:
    """And the card's last line tells what is then so."""
    async with playing(circuit()) as it:
        await it.at(20.0)
        await it.press(*keys, "m")
        assert it.live.run.muted
        assert "Quiet: the screen flashes" in it.card_text
        await it.press("m")
        assert not it.live.run.muted


async def test_the_pause_card_names_m() -> None:
    async with playing(circuit()) as it:
        await it.press("space")
        assert "m sound" in it.card_text


async def test_to_discard_nothing_is_asked_once() -> None:
    async with playing(circuit()) as it:
        await it.press("q", "d")
        assert it.live.kept.discarded == 1


async def test_to_discard_one_second_is_asked_twice() -> None:
    async with playing(circuit()) as it:
        await it.at(16.0)
        await it.press("q", "d")
        assert it.live.kept.discarded == 0
        await it.press("d")
        assert it.live.kept.discarded == 1


async def test_back_twice_quickly_is_the_bout_before() -> None:
    """0.3 s apart, as people press; it acts when it is clear that the key is not held."""
    async with playing(circuit()) as it:
        await it.at(40.0)
        for at in (40.0, 40.3):
            it.live.clock.t = at
            await it.pilot.press("left")
            await it.settle()
        assert it.state.bout == 1
        await it.at(40.43)
        assert it.state.bout == 0


KEYS = [name for key in RUN for name in key.keys if name not in ("ctrl+q", "ctrl+c")]
ANSWERS = ["up", "down", "enter", "space", "escape", "pageup", "1", "2", "n", "o", "e", "g", "a", "l", "r", "s", "k"]


@pytest.mark.parametrize("seed", range(12))
async def test_no_keys_leave_the_run_standing_without_a_card(seed: int) -> None:
    """Forty random keys: where the clock stands a card asks."""
    chance = random.Random(seed)
    held_too = each("lunge", 4, cues=("Knee in line",)), hold("plank", 20, pace="tap"), reps("own", 3, pace="own")
    async with playing(FakeLiveRun(plan(*held_too, order="circuit", rounds=Span(2, 2)))) as it:
        for _ in range(40):
            if it.live.run.over or it.engine.over:
                break
            it.live.clock.t += chance.choice([0.8, 2.0, 7.0])
            it.screen._tick()
            await it.press(chance.choice(ANSWERS if it.has_card else KEYS))
            assert it.has_card or it.engine.paused is None
