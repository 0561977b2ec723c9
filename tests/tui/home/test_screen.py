"""The list of sessions, what it shows and what its keys choose."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from threading import Event
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import OptionList

from glutetimer.adapters.files.sessions import built_in_dir, load
from glutetimer.core.defaults import today
from glutetimer.core.log.last_times import Past
from glutetimer.core.plan.options import Options
from glutetimer.core.session.session import Session
from glutetimer.core.settings.config import Config
from glutetimer.tui.card.card import Card
from glutetimer.tui.home.screen import Chosen, HomeScreen
from glutetimer.tui.log.history.page import HistoryPage
from tests.helpers.core import reps, session
from tests.helpers.fake_program import FakeProgram
from tests.helpers.pages import Around, around, settle, text_of

TODAY = date(2026, 11, 21)
SIZES = [(60, 16), (80, 24), (120, 40), (200, 60)]


def at(day: int, month: int = 11) -> datetime:
    return datetime(2026, month, day, 18, 0, tzinfo=UTC)


@dataclass
class At:
    """The home screen under test."""

    app: Around[Chosen | None]
    program: FakeProgram
    screen: HomeScreen
    pilot: Pilot[None]
    changed: dict[str, Options]

    async def press(self, *keys: str) -> None:
        """Press, and wait until all is drawn."""
        await self.pilot.press(*keys)
        await settle(self.pilot)

    @property
    def text(self) -> str:
        return text_of(self.app)

    @property
    def marked(self) -> Session:
        """The session that is marked."""
        assert self.screen.session is not None
        return self.screen.session

    @property
    def left(self) -> Any:
        """How the screen was left."""
        assert self.app.left, "still there"
        return self.app.left[0]


@asynccontextmanager
async def home(
    size: tuple[int, int] = (80, 24), program: FakeProgram | None = None, marked: str = ""
) -> AsyncIterator[At]:
    """The home screen with two small sessions, settled."""
    program = program or FakeProgram()
    changed: dict[str, Options] = {}
    screen = HomeScreen(program, TODAY, changed, marked)
    async with around(screen, size) as (app, pilot):
        await settle(pilot)
        yield At(app, program, screen, pilot, changed)


def built_in() -> FakeProgram:
    """A desk with the five sessions of the program."""
    program = FakeProgram()
    program.shown = [load(path) for path in sorted(built_in_dir().glob("*.toml"))]
    return program


@pytest.mark.parametrize(
    ("key", "mode"), [("enter", "full"), ("pagedown", "full"), ("p", "post-run"), ("w", "pre-run")]
)
async def test_one_key_starts(key: str, mode: str) -> None:
    """Enter starts the marked session, p one round after a run, w one before it."""
    async with home() as it:
        await it.press(key)
        assert it.left == Chosen("test", Options(mode=mode))  # type: ignore[arg-type]


async def test_down_marks_the_next_session() -> None:
    """The mark moves, and so does the preview."""
    async with home() as it:
        assert "► Test" in it.text
        await it.press("down")
        assert "► Other" in it.text
        assert "[bold]not markup[/]" in it.text
        await it.press("enter")
        assert it.left.session == "other"


async def test_a_clicker_chooses_and_starts() -> None:
    """PageUp goes round the sessions, PageDown starts."""
    async with home() as it:
        await it.press("pageup", "pageup", "pageup", "pagedown")
        assert it.left.session == "other"


async def test_a_click_marks_and_a_second_one_starts() -> None:
    """So that one can look at a session by mouse before it starts."""
    async with home() as it:
        await it.pilot.click(OptionList, offset=(4, 4))
        await settle(it.pilot)
        assert "► Other" in it.text
        assert not it.app.left
        await it.pilot.click(OptionList, offset=(4, 4))
        await settle(it.pilot)
        assert it.left.session == "other"


@pytest.mark.parametrize("key", ["q", "escape", "ctrl+c"])
async def test_leaving(key: str) -> None:
    """Every way out leaves."""
    async with home() as it:
        await it.press(key)
        assert it.left is None


async def test_it_begins_where_it_was_left() -> None:
    """After a workout its session is still the marked one."""
    async with home(marked="other") as it:
        assert "► Other" in it.text


@pytest.mark.parametrize("size", SIZES)
async def test_the_preview_tells_dose_band_and_how(size: tuple[int, int]) -> None:
    """Every exercise with its dose; at 60 columns on the right key."""
    async with home(size, built_in(), "hip-control") as it:
        if size[0] == 60:
            assert "2 × 15" not in it.text
            await it.press("right")
        for said in ("Standing hip abduction", "3 × 10+10, L R", "2 × 15, L R", "2 × 5 a side", "band: ankles"):
            assert said in it.text, it.text
        assert "Legs straight and stacked." in it.text


async def test_left_goes_back_to_the_list_and_escape_too() -> None:
    """In a narrow window the preview is a place of its own, which one can leave."""
    async with home((60, 16)) as it:
        for back in ("left", "escape"):
            await it.press("right")
            assert "► Test" not in it.text
            await it.press(back)
            assert "► Test" in it.text
        assert not it.app.left


async def test_minutes_at_hand() -> None:
    """t goes down from the session's length, T up; the preview says what goes, and the list the minutes used."""
    async with home((120, 40), built_in(), "hip-control") as it:
        assert "19 min" in it.text
        await it.press("t")
        assert it.screen._day.options(it.marked).minutes == 15
        assert "15 minutes at hand" in it.text
        assert "Side-lying hip circles: 1 set less" in it.text
        await it.press("t", "T", "T")
        assert it.screen._day.options(it.marked) == today(it.marked, it.program.config, Past())
        assert "minutes at hand" not in it.text


async def test_minutes_go_into_the_run() -> None:
    """What was chosen is what starts."""
    async with home((80, 24), built_in(), "hip-control") as it:
        await it.press("t", "t", "enter")
        assert it.left.options.minutes == 12


async def test_the_last_time_stands_below_the_target() -> None:
    """In the preview, with the range of the dose; and in the options, for the marked exercise."""
    program = built_in()
    program.logged = Past(last={"glute-strength": at(19)}, done={"squat": (9,)})
    async with home((100, 30), program, "glute-strength") as it:
        assert "8 to 15 · last 9" in it.text
        await it.press("o", *["down"] * 20)
        assert "8 to 15 · last 9" in it.text


async def test_the_log_is_looked_up() -> None:
    """Last done in words, this week against the goal, the last weeks by shape."""
    program = built_in()
    program.logged = Past(
        last={
            "hip-control": at(19),
            "get-hip": at(21),
            "mini-band": at(20),
            "band-hips": at(10),
            "glute-strength": at(1, 6),
        },
        starts=((at(19), "full"), (at(20), "post-run"), (at(10), "full")),
    )
    async with home((120, 40), program) as it:
        for said in ("2 days ago · band", "today · band", "yesterday · band", "last week · band", "5 months ago"):
            assert said in it.text
        assert "2 of 3 workouts this week  ■ ▪ □" in it.text
        assert "09 Nov   ■ □ □" in it.text


async def test_kit_that_is_not_here() -> None:
    """What replaces and what is left out is said before the start, and the run leaves it out."""
    program = built_in()
    program.config = Config(kit=("sofa",))
    async with home((120, 40), program, "glute-strength") as it:
        assert "Single-leg floor bridge instead of Step-up" in it.text
        assert "Side press instead of Sideways band walk" in it.text
        await it.press("enter")
        assert it.left.options.without == ("band", "chair", "step", "radiator")


async def test_one_set_that_is_all_of_it_is_shown_once_and_logged_as_asked() -> None:
    """Get hip begins with one set of each: after a run it is the same, under its own name."""
    async with home((120, 40), built_in(), "get-hip") as it:
        assert "Post-run: one" not in it.text
        assert "The same after a run: p logs it so." in it.text
        await it.press("p")
        assert it.left.options.mode == "post-run"
    async with home((120, 40), built_in(), "glute-strength") as it:
        assert "Post-run: one set of each" in it.text


async def test_nothing_to_do_is_said_and_does_not_start() -> None:
    """Where kit leaves nothing, the screen says so."""
    program = FakeProgram()
    program.config = Config(kit=("sofa",))
    program.shown = [session(reps(band="ankles"))]
    async with home((120, 40), program) as it:
        assert "nothing is left to do: every exercise needs band" in it.text
        assert "start" not in it.text
        await it.press("enter", "p")
        assert not it.app.left


async def test_the_band_used_last_time_is_taken_again() -> None:
    """It is what the record will say."""
    program = built_in()
    program.config = Config(bands=("light", "strong"))
    program.logged = Past(strengths={"hip-control": "strong"})
    async with home((80, 24), program, "hip-control") as it:
        assert "Kit: band (strong)" in it.text
        await it.press("enter")
        assert it.left.options.strength == "strong"


async def test_keys_card() -> None:
    """? shows the keys."""
    async with home() as it:
        await it.press("question_mark")
        assert isinstance(it.app.screen, Card)


@pytest.mark.parametrize("size", [*SIZES, (61, 17), (72, 20), (99, 33), (100, 34), (300, 80)])
async def test_no_line_is_cut_at_any_size(size: tuple[int, int]) -> None:
    """The head, the list and the foot stand where they should; nothing wraps in the list."""
    async with home(size, built_in(), "glute-strength") as it:
        lines = it.text.split("\n")
        assert lines[0].strip().startswith("glutetimer")
        assert lines[size[1] - 1].strip().startswith("Enter  start Glute strength")
        (row,) = [line for line in lines if "► Glute strength" in line]
        assert "20 min" in row


async def test_sessions_that_cannot_be_read_are_named() -> None:
    """Who wrote one sees where to look; without any there is nothing to see."""
    program = FakeProgram()
    async with home((80, 24), program) as it:
        assert "! mine" not in it.text
    program.unread = ["mine.toml:3: reps cannot be [b]0[/b]"]
    async with home((120, 40), program) as it:
        assert "! mine.toml:3:" in it.text
        assert "[b]0[/b]" in it.text


async def test_a_long_name_keeps_its_blocks() -> None:
    """What stands beside it makes room: it goes below."""
    async with home((120, 40), built_in(), "glute-strength") as it:
        lines = it.text.split("\n")
        assert "█" in lines[3][45:]
        assert any("20 min · 3 sets" in line and "█" not in line for line in lines)


async def test_what_is_new_in_the_log_comes_after_what_is_known() -> None:
    """The list is there at once with what was read before, and follows when the log was looked through."""
    program = FakeProgram()
    program.news = True
    known, new = Past(last={"test": at(18)}), Past(last={"test": at(21)})
    given = iter([known, new])
    program.past = lambda: next(given)  # type: ignore[method-assign]
    async with home(program=program) as at_home:
        assert "today" in at_home.text
    assert next(given, None) is None


async def test_a_log_without_news_is_asked_once() -> None:
    """Nothing new: nothing is drawn again."""
    program = FakeProgram()
    asked: list[int] = []
    program.past = lambda: asked.append(1) or Past()  # type: ignore[method-assign, func-returns-value]
    async with home(program=program):
        pass
    assert len(asked) == 1


async def test_a_log_that_is_read_for_the_first_time_is_no_empty_one() -> None:
    """A long log takes seconds: until then nothing is said to have never been done."""
    program, read = FakeProgram(), Event()
    program.news = True
    program.look_back = lambda: read.wait(30) and FakeProgram.look_back(program)  # type: ignore[method-assign]
    async with around(HomeScreen(program, TODAY, {}), (80, 24)) as (app, pilot):
        await pilot.pause()
        assert "reading the log" in text_of(app)
        assert "never" not in text_of(app)
        program.logged = Past(last={"test": at(21)}, starts=((at(21), "full"),))
        read.set()
        await app.workers.wait_for_complete()
        await settle(pilot)
        assert "1 of 3 workouts this week" in text_of(app)
        assert "never" in text_of(app)


async def test_the_log_opens_and_the_list_hears_what_was_corrected_there() -> None:
    """What was last done may be another thing afterwards."""
    async with home() as at_home:
        assert "never" in at_home.text
        await at_home.press("l")
        assert isinstance(at_home.pilot.app.screen_stack[-1], HistoryPage)
        at_home.program.logged = Past(last={"test": at(21)})
        await at_home.press("escape")
        await at_home.pilot.app.workers.wait_for_complete()
        await settle(at_home.pilot)
        assert at_home.pilot.app.screen is at_home.screen
        assert "today" in at_home.text


async def test_who_leaves_the_list_waits_for_no_log() -> None:
    """The reading is told to end when the list goes away."""
    async with home() as at_home:
        assert "look away" not in at_home.program.told
        await at_home.press("q")
    assert "look away" in at_home.program.told
