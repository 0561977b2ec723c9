"""The settings by keys and mouse."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Static

from glutetimer.core.settings.config import Config, Volume
from glutetimer.core.values import replace
from glutetimer.tui.card.card import Card
from glutetimer.tui.drawing.theme import DARK, LIGHT
from glutetimer.tui.settings import screen as module
from glutetimer.tui.settings.screen import FREE, SettingsScreen
from glutetimer.tui.widgets.kit_row import KitRow
from glutetimer.tui.widgets.page import Foot
from glutetimer.tui.widgets.row import Row
from tests.helpers.fake_program import FakeProgram
from tests.helpers.pages import Around, around, settle, text_of


@pytest.fixture(autouse=True)
def _heard_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "HAND_RESTS", 0.001)
    monkeypatch.setattr(module, "PLAYER_TELLS", 0.001)


@dataclass
class Changing:
    """The screen under test, with its desk."""

    app: Around[None]
    page: SettingsScreen
    pilot: Pilot[None]
    program: FakeProgram

    async def on(self, name: str) -> Changing:
        """Go to a row, and until the page has followed there."""
        row = self.page.query_one(f"#{name}", Row)
        row.focus()
        await settle(self.pilot)
        async with asyncio.timeout(10):
            while not self.app.screen.region.contains_region(row.region):
                await self.pilot.pause(0.01)
        return self

    async def press(self, *keys: str) -> None:
        """Press keys one after another."""
        for key in keys:
            await self.pilot.press(key)
            await settle(self.pilot)

    @property
    def row(self) -> str | None:
        """The name of the row one is on."""
        assert self.page.row is not None
        return self.page.row.id

    def said(self, part: str) -> str:
        """What stands in one of the lines below the rows."""
        return str(self.page.query_one(part, Static).content)


@asynccontextmanager
async def changing(
    program: FakeProgram | None = None, size: tuple[int, int] = (80, 24), **config: Any
) -> AsyncIterator[Changing]:
    """The settings in a window of this size."""
    program = program or FakeProgram()
    program.config = Config(**config)
    page = SettingsScreen(program)
    async with around(page, size) as (app, pilot):
        yield Changing(app, page, pilot, program)


async def test_rows_go_up_and_down_and_stop_at_the_ends() -> None:
    """Also where the rows are longer than the window, which then follows."""
    async with changing(size=(60, 16)) as it:
        assert it.row == "first_side"
        await it.press("up")
        assert it.row == "first_side"
        await it.press("down", "tab", "shift+tab")
        assert it.row == "pace"
        await it.press(*["down"] * 20)
        assert it.row == "log_dir"
        assert "► Log folder" in text_of(it.app)


@pytest.mark.parametrize(
    ("name", "key", "kept"),
    [
        ("first_side", "right", {"first_side": "right"}),
        ("pace", "right", {"pace": "counted"}),
        ("pace", "left", {"pace": "own"}),
        ("rest", "plus", {"rest": 30}),
        ("switch", "right", {"switch": 5}),
        ("setup", "right", {"setup": 15}),
        ("mute", "space", {"mute": True}),
        ("volume-ticks", "minus", {"volume.ticks": 90}),
        ("volume-transitions", "left", {"volume.transitions": 90}),
        ("player", "right", {"player": "miniaudio"}),
        ("voice", "right", {"voice": "on"}),
        ("voice", "left", {"voice": "off"}),
        ("volume-voice", "left", {"volume.voice": 90}),
        ("count_aloud", "left", {"count_aloud": "reps"}),
        ("theme", "right", {"theme": "dark"}),
        ("goal", "equals_sign", {"goal": 4}),
    ],
)
async def test_a_change_is_kept_at_once(name: str, key: str, kept: dict[str, object]) -> None:
    """Every row has its setting, by its name in the file."""
    async with changing() as it:
        await (await it.on(name)).press(key)
        assert it.program.changes == [kept]


async def test_numbers_stop_at_their_ends() -> None:
    """The loudest is never followed by silence."""
    async with changing() as it:
        await (await it.on("volume-ticks")).press("right")
        await (await it.on("rest")).press("left")
        assert it.program.changes == []


async def test_a_number_written_by_hand_is_stepped_from() -> None:
    """37 s of rest lie between 35 and 40."""
    async with changing(rest=37) as it:
        await (await it.on("rest")).press("right", "left", "left")
        assert [change["rest"] for change in it.program.changes] == [40, 37, 35]


async def test_what_was_changed_says_what_is_usual() -> None:
    """Not by colour alone; and what is usual says nothing."""
    async with changing(rest=45) as it:
        assert "45 s" in text_of(it.app)
        assert text_of(it.app).count("usual:") == 1
        assert "usual: the session's own" in text_of(it.app)


async def test_u_is_the_usual_value() -> None:
    """None takes the setting out of the file."""
    async with changing(rest=45) as it:
        await (await it.on("rest")).press("u")
        assert it.program.changes == [{"rest": None}]
        assert "usual:" not in text_of(it.app)


async def test_what_the_desk_cannot_keep_is_said_and_not_shown_as_kept() -> None:
    """The row goes back to what is so; a change that is kept clears the words."""
    async with changing() as it:
        it.program.objection = "Not kept: the disk is full."
        await it.press("right")
        assert it.said("#said") == "Not kept: the disk is full."
        assert "Not kept: the disk is full." in text_of(it.app)
        assert "◄ left ►" in text_of(it.app)
        it.program.objection = ""
        await it.press("right")
        assert it.said("#said") == ""
        assert "◄ right ►" in text_of(it.app)


async def test_each_row_is_explained() -> None:
    """One sentence below the rows."""
    async with changing() as it:
        seen = set()
        for row in it.page.query(Row):
            row.focus()
            await settle(it.pilot)
            seen.add(it.said("#about"))
        assert len(seen) == len(it.page.query(Row))
        assert all(about.endswith((".", '"')) for about in seen)


async def test_the_theme_is_seen_at_once() -> None:
    """Two steps on is light; back is dark."""
    async with changing() as it:
        assert it.app.theme == DARK.name
        await (await it.on("theme")).press("right", "right")
        assert it.app.theme == LIGHT.name
        await it.press("left")
        assert it.app.theme == DARK.name


@pytest.mark.parametrize(("name", "sound"), [("volume-ticks", "rep"), ("volume-transitions", "go")])
async def test_a_volume_is_heard(name: str, sound: str) -> None:
    """A sound of its own class, through a player with the volume of now."""
    async with changing() as it:
        await (await it.on(name)).press("left")
        assert it.program.check.sounds == [sound]


async def test_the_volume_of_the_voice_is_heard_as_words() -> None:
    """A sentence as in a rest, and no sound."""
    async with changing() as it:
        await (await it.on("volume-voice")).press("left")
        assert (it.program.check.sentences, it.program.check.sounds) == (["Next: clam shell."], [])


async def test_other_changes_make_no_sound() -> None:
    """Only volumes are heard."""
    async with changing() as it:
        await (await it.on("goal")).press("right")
        await (await it.on("count_aloud")).press("left")
        assert (it.program.check.sounds, it.program.check.sentences) == ([], [])


async def test_each_player_is_closed() -> None:
    """Before the next one, and when the screen is left."""
    async with changing() as it:
        await (await it.on("volume-ticks")).press("left", "left")
        assert it.program.check.sounds == ["rep", "rep"]
        await it.press("escape")
        await asyncio.get_running_loop().shutdown_default_executor()
        assert it.program.check.closed == 2


async def test_a_held_key_is_heard_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """The sample comes when the hand rests, not for each step."""
    monkeypatch.setattr(module, "HAND_RESTS", 60.0)
    async with changing() as it:
        await (await it.on("volume-ticks")).press("left", "left", "left")
        assert it.program.check.sounds == []
        assert it.program.config.volume.ticks == 70


async def test_why_nothing_is_heard_is_said() -> None:
    """The player's own sentence."""
    async with changing() as it:
        it.program.check.problem = "No sound: no device found. The screen flashes instead."
        await (await it.on("volume-ticks")).press("left")
        assert it.said("#said") == it.program.check.problem


async def test_kit_that_was_never_said_says_so() -> None:
    """Taking one thing in says it of all."""
    async with changing() as it:
        assert "not said" in text_of(it.app)
        await (await it.on("kit")).press("right", "space")
        assert it.program.changes == [{"kit": ["step"], "bands": []}]
        assert "not said" not in text_of(it.app)


async def test_bands_make_the_band_a_piece_of_kit() -> None:
    """It is there with the first strength and goes with the last."""
    async with changing(kit=("chair",)) as it:
        await (await it.on("bands")).press("space")
        assert it.program.changes[-1] == {"kit": ["band", "chair"], "bands": ["light"]}
        await it.press("space")
        assert it.program.changes[-1] == {"kit": ["chair"], "bands": []}


async def test_bands_alone_say_nothing_of_chairs() -> None:
    """As long as kit was never said, no exercise is taken away."""
    async with changing() as it:
        await (await it.on("bands")).press("space")
        assert it.program.changes == [{"bands": ["light"]}]


async def test_a_band_of_no_named_strength_stays() -> None:
    """Who wrote kit = ["band"] keeps it when a chair comes."""
    async with changing(kit=("band",)) as it:
        assert "one, strength not said" in text_of(it.app)
        await (await it.on("kit")).press("space")
        assert it.program.changes == [{"kit": ["band", "chair"], "bands": []}]


async def test_the_runners_own_words_are_kept() -> None:
    """Other kit and other names of bands stand in the rows."""
    async with changing(kit=("dumbbell", "band"), bands=("green",), size=(100, 24)) as it:
        assert "■ dumbbell" in text_of(it.app)
        assert "■ green" in text_of(it.app)
        await (await it.on("kit")).press("space")
        assert it.program.changes == [{"kit": ["band", "chair", "dumbbell"], "bands": ["green"]}]


async def test_u_forgets_kit_and_bands_together() -> None:
    """As if they were never said."""
    async with changing(kit=("band",), bands=("light",)) as it:
        await (await it.on("bands")).press("u")
        assert it.program.changes == [{"kit": None, "bands": None}]


async def test_kit_goes_on_in_a_second_line_where_it_is_narrow() -> None:
    """Nothing is cut, and a click there takes what it hits."""
    async with changing(size=(60, 16)) as it:
        await it.on("kit")
        row = it.page.query_one("#kit", KitRow)
        first, second = row.lines(row.size.width)[:2]
        assert max(first.width, second.width) <= row.size.width
        x = next(x for x in range(second.width) if second.at(x) == 4)
        assert await it.pilot.click(row, offset=(x, 1))
        await settle(it.pilot)
        assert it.program.changes == [{"kit": ["sofa"], "bands": []}]


async def test_a_click_beside_the_things_takes_none() -> None:
    """It only takes the row."""
    async with changing() as it:
        await it.pilot.click("#kit", offset=(3, 0))
        await settle(it.pilot)
        assert (it.row, it.program.changes) == ("kit", [])


async def test_clicks_choose() -> None:
    """A click on a value steps; on the left arrow it steps back."""
    async with changing() as it:
        await it.pilot.click("#pace", offset=(27, 0))
        await settle(it.pilot)
        assert it.program.config.pace == "counted"
        await it.pilot.click("#pace", offset=(24, 0))
        await settle(it.pilot)
        assert it.program.config.pace is None


@pytest.mark.parametrize(("given", "shown"), [(None, "the usual folder"), ("/home/anna/log", "/home/anna/log")])
async def test_the_log_folder_is_told(given: str | None, shown: str) -> None:
    """And where to change it."""
    async with changing(log_dir=given) as it:
        await (await it.on("log_dir")).press("right", "space", "u")
        assert shown in text_of(it.app)
        assert "config.toml" in it.said("#about")
        assert it.program.changes == []


@pytest.mark.parametrize("key", ["enter", "escape", "q", "ctrl+c"])
async def test_leaving(key: str) -> None:
    """Every way out is the same: all is kept already."""
    async with changing() as it:
        await it.press(key)
        assert it.app.left == [None]


async def test_a_click_on_done_leaves() -> None:
    """The foot's main key is the one that it names."""
    async with changing() as it:
        await it.pilot.click(Foot, offset=(2, 0))
        await settle(it.pilot)
        assert it.app.left == [None]


async def test_the_keys_are_told() -> None:
    """? opens the card."""
    async with changing() as it:
        await it.press("question_mark")
        assert isinstance(it.app.screen, Card)


@pytest.mark.parametrize("size", [(80, 24), (80, FREE - 1), (80, FREE), (120, 40)])
async def test_all_rows_stand_from_80_by_24_on(size: tuple[int, int]) -> None:
    """With the sentence and a refusal; where there is room, with a free row between the groups."""
    async with changing(size=size, volume=replace(Volume(), ticks=70)) as it:
        it.program.objection = "Not kept: the disk is full."
        await it.press("right")
        shown = text_of(it.app)
        assert all(row.label in shown for row in it.page.query(Row))
        assert it.said("#about") in shown
        assert it.program.objection in shown
        rows = {row.id: row.region.y for row in it.page.query(Row)}
        assert rows["mute"] - rows["setup"] == (2 if size[1] >= FREE else 1)
