"""The window may become any size at any moment, with a card open or not."""

from __future__ import annotations

import pytest
from textual import events
from textual.geometry import Size

from glutetimer.tui.card.card import CardFace
from glutetimer.tui.widgets import held_keys
from tests.helpers.app import Playing, playing

SIZES = [(0, 0), (1, 1), (59, 15), (60, 16), (300, 80), (1, 80), (300, 1), (80, 24)]
STATES = {
    "setup": (),
    "reps": ("enter",),
    "paused": ("enter", "space"),
    "pain": ("enter", "p"),
    "pain, where": ("enter", "p", "3"),
    "form": ("enter", "up", "f"),
    "list": ("enter", "l"),
    "finish": ("enter", "q"),
    "keys": ("enter", "question_mark"),
    "how": ("enter", "h"),
}


@pytest.fixture(autouse=True)
def _cards_hear_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(held_keys, "DEAF", 0.0)


async def resize(it: Playing, width: int, height: int) -> None:
    """What a terminal says when its window changes."""
    size = Size(width, height)
    it.app._driver._size = size  # type: ignore[union-attr]
    it.app.post_message(events.Resize(size, size))
    while it.app.screen.size != size or it.screen.size != size:
        await it.pilot.pause(0.01)
    await it.settle()


@pytest.mark.parametrize("keys", list(STATES.values()), ids=list(STATES))
async def test_any_size_at_any_moment(keys: tuple[str, ...]) -> None:
    """Nothing raises; below the least size the screen says so and no card hides it; after it all is as before."""
    async with playing() as it:
        await it.press(*keys)
        before = it.stage_text.split("\n")[1:]
        for width, height in SIZES:
            await resize(it, width, height)
            if it.has_card:
                assert it.card.query_one(CardFace).display == (width >= 60 and height >= 16)
            if (width, height) == (59, 15):
                assert "Make the window 60x16 (now 59x15)." in " ".join(it.stage_text.split())
        assert it.stage_text.split("\n")[1:] == before


async def test_keys_are_heard_below_the_least_size() -> None:
    """The runner can still go on."""
    async with playing(size=(40, 10)) as it:
        await it.press("enter", "space")
        assert it.engine.paused == "key"
        await it.press("space")
        assert it.engine.paused is None
