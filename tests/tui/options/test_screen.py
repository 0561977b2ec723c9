"""The options screen by keys and mouse."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

import pytest
from textual import events
from textual.pilot import Pilot
from textual.widgets import Input

from glutetimer.adapters.files.sessions import built_in_dir, load
from glutetimer.core.defaults import today
from glutetimer.core.log.last_times import Past
from glutetimer.core.plan.compile import EmptyPlan
from glutetimer.core.plan.options import Options, Own
from glutetimer.core.settings.config import Config
from glutetimer.core.text.problems import BadFile, Problem
from glutetimer.tui.card.card import Card
from glutetimer.tui.options.rows import ExerciseRow
from glutetimer.tui.options.save_as import NameBar, NameHints
from glutetimer.tui.options.screen import OptionsAnswer, OptionsScreen
from glutetimer.tui.widgets.page import Foot
from glutetimer.tui.widgets.row import LABEL, Row
from tests.helpers.pages import Around, around, settle, text_of

SIZES = [(60, 16), (80, 24), (120, 40), (200, 60)]
#: Keys down to the first exercise of hip-control, from where one begins.
TO_EXERCISES = ["down"] * 8
CIRCLES, KICK, BRIDGE, SQUEEZE = (exercise.id for exercise in load(built_in_dir() / "hip-control.toml").exercises)


class SavingDesk:
    """Keeps sessions as it is told, or refuses."""

    def __init__(self, config: Config) -> None:
        self.config = config
        self.kept: list[tuple[str, Options, str]] = []
        self.refusal: Exception | None = None

    def save_session(self, session: str, options: Options, name: str) -> str:
        if self.refusal is not None:
            raise self.refusal
        self.kept.append((session, options, name))
        return "hip-control-mine"


@dataclass
class At:
    """The screen under test."""

    app: Around[OptionsAnswer]
    program: SavingDesk
    screen: OptionsScreen
    pilot: Pilot[None]

    async def press(self, *keys: str) -> None:
        """Press, and wait until all is drawn and the page has followed to the row."""
        await self.pilot.press(*keys)
        await settle(self.pilot)
        if self.screen.row is not None and self.app.screen is self.screen:
            await self.see("►")

    async def see(self, text: str) -> None:
        """Wait until the screen shows it: a row is drawn, and scrolled to, after the key has been answered."""
        async with asyncio.timeout(10):
            while text not in self.text:
                await self.pilot.pause(0.01)

    async def click(self, selector: str, x: int) -> None:
        """A click into a row's column."""
        await self.pilot.click(selector, offset=(x, 0))
        await settle(self.pilot)

    async def click_tag(self, row: Row, tag: object) -> None:
        """A click on a part of a row."""
        line = row.line()
        await self.click(f"#{row.id}", next(x for x in range(row.size.width) if line.at(x) == tag))

    async def left(self) -> Options:
        """The options when one goes back."""
        await self.press("escape")
        (answer,) = self.app.left
        assert answer is not None
        assert not answer.start
        return answer.options

    def exercise(self, id_: str) -> ExerciseRow:
        return self.screen.query_one(f"#do-{id_}", ExerciseRow)

    @property
    def text(self) -> str:
        return text_of(self.app)


@asynccontextmanager
async def options(
    name: str = "hip-control",
    size: tuple[int, int] = (80, 24),
    config: Config | None = None,
    given: Options | None = None,
) -> AsyncIterator[At]:
    """The options of a built-in session."""
    program = SavingDesk(config or Config())
    session = load(built_in_dir() / f"{name}.toml")
    wanted = today(session, program.config, Past()) if given is None else given
    screen = OptionsScreen(program, session, wanted)  # type: ignore[arg-type]
    async with around(screen, size) as (app, pilot):
        await settle(pilot)
        yield At(app, program, screen, pilot)


async def test_enter_starts() -> None:
    """With what was changed."""
    async with options() as it:
        await it.press("right", "enter")
        assert it.app.left == [OptionsAnswer("hip-control", Options(mode="post-run"), True)]


@pytest.mark.parametrize("key", ["escape", "q", "ctrl+c"])
async def test_back_keeps_the_options(key: str) -> None:
    """Without a start."""
    async with options() as it:
        await it.press("right", "right", key)
        assert it.app.left == [OptionsAnswer("hip-control", Options(mode="pre-run"), False)]


@pytest.mark.parametrize(
    ("keys", "wanted"),
    [
        (["left"], Options(mode="pre-run")),
        (["down", "left"], Options(own=(Own(CIRCLES, sets=2),), rounds=2)),
        (["down", "down", "left"], Options(minutes=15)),
        (["down", "down", "minus"], Options(minutes=15)),
        (["down", "down", "right"], Options()),
        ([*["down"] * 3, "plus"], Options(rest=35)),
        ([*["down"] * 3, "equals_sign"], Options(rest=35)),
        ([*["down"] * 4, "right"], Options(first_side="right")),
        ([*["tab"] * 5, "left"], Options(pace="own")),
        ([*["down"] * 6, "space"], Options(without=("band",))),
        ([*["down"] * 7, "right"], Options(strength="light")),
        ([*["down"] * 8, "shift+tab", "left"], Options(strength="strong")),
        (["up", "right"], Options(mode="post-run")),
    ],
)
async def test_each_row_changes_its_field(keys: list[str], wanted: Options) -> None:
    """From the first row on; what hangs together goes together."""
    async with options() as it:
        await it.press(*keys)
        assert await it.left() == wanted


@pytest.mark.parametrize(
    ("keys", "wanted"),
    [
        (["minus"], Own(CIRCLES, left=9)),
        (["right", "plus"], Own(CIRCLES, right=11)),
        (["left", "plus"], Own(CIRCLES, sets=4)),
        (["left", "left", "plus"], Own(CIRCLES, pace="tap")),
        (["right", "right", "right", "minus"], Own(CIRCLES, sets=2)),
        (["space"], Own(CIRCLES, skip=True)),
        (["right", "down", "minus"], Own(KICK, right=14)),
        (["right", "down", "down", "down", "minus"], Own(SQUEEZE, left=4)),
    ],
)
async def test_each_cell_changes_its_dose(keys: list[str], wanted: Own) -> None:
    """The column stays when one goes up and down; where there is no right side it is the one dose."""
    async with options() as it:
        await it.press(*TO_EXERCISES, *keys)
        assert await it.left() == Options(own=(wanted,))


async def test_minutes_follow_at_once() -> None:
    """Top right."""
    async with options() as it:
        assert it.text.split("\n")[0].endswith("19 min")
        await it.press("right")
        assert it.text.split("\n")[0].endswith("9 min")


async def test_what_is_changed_can_be_seen_without_colour() -> None:
    """A star beside it, and what the star means."""
    async with options() as it:
        assert "changed for today" not in it.text
        await it.press(*TO_EXERCISES, "down", "right", "minus", "minus", "minus", "up")
        assert "12*" in it.text
        assert "* changed for today · u: all as usual" in it.text


async def test_u_undoes_every_change() -> None:
    """Back to what the settings make of the session, also what was changed before one came."""
    config = Config(rest=45, kit=("chair",), bands=("green",))
    came = Options(rest=60, mode="post-run", strength="green", own=(Own(KICK, left=3),))
    async with options(config=config, given=came) as it:
        assert "60 s*" in it.text
        await it.press("u")
        assert "*" not in it.text
        assert await it.left() == Options(rest=45, without=("band",), strength="green")


async def test_one_round_hides_sets() -> None:
    """And its keys pass it by; the column says one."""
    async with options() as it:
        await it.press("right")
        assert "as written (3, 2, 2, 2)" not in it.text
        assert "Side-lying hip circles      1" in it.text
        await it.press("down", "left")
        assert (await it.left()).minutes == 8


async def test_kit_that_is_not_here_shows_in_its_exercises() -> None:
    """Replaced: in their rows; the band is asked for no longer."""
    async with options("glute-strength") as it:
        assert "  Band  " in it.text
        await it.press(*["down"] * 6, "space", "right", "right", "space")
        assert "Single-leg floor bridge instead, 3 × 8, L R" in it.text
        assert "Side press instead, 3 × 30 s, L R" in it.text
        assert "  Band  " not in it.text
        assert await it.left() == Options(without=("band", "step"))


async def test_a_replaced_exercise_keeps_its_doses() -> None:
    """Those on the screen are of another exercise: + and - leave them alone, and Space still takes it out."""
    given = Options(without=("band",))
    async with options("glute-strength", given=given) as it:
        await it.press(*["down"] * 8, "plus", "minus", "minus")
        assert "Kit is missing, so Side press takes its place." in it.text
        await it.press("space")
        assert (await it.left()).own == (Own("sideways-band-walk", skip=True),)


async def test_minutes_drop_sets_before_exercises() -> None:
    """Said in the row, and how it comes back."""
    async with options("glute-strength", given=Options(minutes=6), size=(120, 40)) as it:
        assert it.text.count("2 sets less") == 4
        assert it.text.count("left out: no time") == 1
        await it.press(*TO_EXERCISES, *["down"] * 4)
        assert "No time for it: more minutes bring it back." in it.text


async def test_nothing_left_to_do_does_not_start() -> None:
    """It is said kindly; Enter says what helps, until something is changed."""
    async with options() as it:
        await it.press(*TO_EXERCISES, "space", "down", "space", "down", "space", "down", "space")
        assert it.text.split("\n")[0].endswith("nothing left to do")
        assert "Enter" not in it.text
        await it.press("enter")
        assert not it.app.left
        assert "Take an exercise in again: Space on its row." in it.text
        await it.press("space")
        assert "Take an exercise in again" not in it.text
        await it.press("enter")
        assert len(it.app.left) == 1


async def test_each_row_is_explained() -> None:
    """Below the rows, a sentence each."""
    async with options() as it:
        said = set()
        for _ in range(9):
            said.add(it.text.split("\n")[17])
            await it.press("down")
        assert len(said) == 9
        assert all(text.strip().endswith(".") for text in said)


async def test_a_name_is_asked_for_and_kept() -> None:
    """The proposed one with one key; it is said where it went."""
    async with options() as it:
        await it.press(*TO_EXERCISES, "minus", "w")
        assert it.screen.query_one(Input).value == "Hip control (mine)"
        assert not it.screen.query_one(Foot).display
        await it.press("enter")
        assert it.program.kept == [("hip-control", Options(own=(Own(CIRCLES, left=9),)), "Hip control (mine)")]
        assert "Saved as hip-control-mine: it is in the list now." in it.text
        assert it.screen.row is it.exercise(CIRCLES)
        assert "Enter  start" in it.text
        assert not it.app.left
        await it.press("down")
        assert "Saved as" not in it.text


async def test_what_was_saved_is_gone_back_to_and_started_as_that_session() -> None:
    """As it is written: the old one has nothing changed any more."""
    async with options() as it:
        await it.press(*TO_EXERCISES, "minus", "w", "enter", "escape")
        assert it.app.left == [OptionsAnswer("hip-control-mine", Options(), False)]
    async with options() as it:
        await it.press(*TO_EXERCISES, "minus", "w", "enter", "enter")
        assert it.app.left == [OptionsAnswer("hip-control-mine", Options(), True)]


async def test_what_is_changed_after_saving_is_changed_of_the_old_one() -> None:
    async with options() as it:
        await it.press(*TO_EXERCISES, "minus", "w", "enter", "minus", "escape")
        assert it.app.left == [OptionsAnswer("hip-control", Options(own=(Own(CIRCLES, left=8),)), False)]


async def test_letters_in_the_name_are_letters() -> None:
    """Every key of the screen that prints can be part of a name; the arrows are of the name."""
    async with options() as it:
        await it.press("w", "q", "u", "w", "plus", "minus", "space", "question_mark", "left", "x", "up", "tab", "enter")
        assert [name for _, _, name in it.program.kept] == ["quw+- x?"]
        assert not it.app.left


async def test_esc_leaves_the_name_and_not_the_screen() -> None:
    """Nothing is kept; the row has the keys again."""
    async with options() as it:
        await it.press("down", "w", "a", "escape")
        assert not it.screen.query_one(NameBar).display
        assert it.screen.query_one(Foot).display
        assert not it.program.kept
        await it.press("left")
        assert (await it.left()).rounds == 2


async def test_no_name_is_asked_for_again() -> None:
    """The name stays open."""
    async with options() as it:
        await it.press("w", "backspace", "enter")
        assert "Type a name for it first." in it.text
        assert it.screen.query_one(NameBar).display
        assert not it.program.kept


@pytest.mark.parametrize(
    ("refusal", "said"),
    [
        (OSError(28, "No space left on device"), "Not saved: No space left on device."),
        (BadFile([Problem(None, "there is no such session")]), "Not saved: there is no such session."),
        (EmptyPlan("nothing is left to save"), "Not saved: nothing is left to save."),
    ],
)
async def test_what_stands_in_the_way_of_keeping_it_is_said(refusal: Exception, said: str) -> None:
    """The name stays, so that one can try again."""
    async with options() as it:
        it.program.refusal = refusal
        await it.press("w", "enter")
        assert said in it.text
        assert it.screen.query_one(NameBar).display
        it.program.refusal = None
        await it.press("enter")
        assert "Saved as hip-control-mine" in it.text


async def test_the_name_takes_clicks() -> None:
    """On what Enter and Esc do; a click on a row leaves it too."""
    async with options() as it:
        hints = it.screen.query_one(NameHints)
        await it.press("w")
        await it.click("#name-hints", next(x for x in range(30) if hints.line().at(x) is True))
        assert len(it.program.kept) == 1
        await it.press("w")
        await it.click("#name-hints", next(x for x in range(30) if hints.line().at(x) is False))
        assert not it.screen.query_one(NameBar).display
        await it.press("w")
        await it.click("#for-rest", 1)
        assert not it.screen.query_one(NameBar).display
        assert len(it.program.kept) == 1


async def test_clicks_on_settings() -> None:
    """On a value the next one, on an arrow a step."""
    async with options() as it:
        await it.click("#for-rest", LABEL + 3)
        await it.click("#for-rest", LABEL)
        await it.click("#for-rest", LABEL)
        await it.click("#for-kit", LABEL + 3)
        assert await it.left() == Options(rest=25, without=("band",))


async def test_clicks_on_exercises() -> None:
    """On the square in or out; on a cell it has the keys, and then its - and + can be clicked."""
    async with options() as it:
        await it.click_tag(it.exercise(BRIDGE), "in")
        await it.click_tag(it.exercise(KICK), "right")
        assert it.exercise(KICK).cell == "right"
        assert "Reps on the right." in it.text
        await it.click_tag(it.exercise(KICK), -1)
        await it.click_tag(it.exercise(KICK), 1)
        await it.click_tag(it.exercise(KICK), -1)
        await it.click("#do-" + CIRCLES, 6)
        assert it.screen.row is it.exercise(CIRCLES)
        assert (await it.left()).own == (Own(KICK, right=14), Own(BRIDGE, skip=True))


async def test_a_click_on_the_foot_is_its_key() -> None:
    """Start."""
    async with options() as it:
        await it.click("#foot", 2)
        assert it.app.left == [OptionsAnswer("hip-control", Options(), True)]


async def test_question_mark_shows_the_keys() -> None:
    """And Esc comes back."""
    async with options() as it:
        await it.press("question_mark")
        assert isinstance(it.app.screen, Card)


async def test_a_burst_of_keys_means_the_rows_it_passes() -> None:
    """Over a slow line many keys come at once: each changes the row that it would change alone."""
    keys = ["right", "down", "left", "down", "right", *["down"] * 5, "plus", "right", "plus", "plus"]
    async with options() as slow:
        await slow.press(*keys)
        alone = await slow.left()
    async with options() as it:
        for key in keys:
            it.app.post_message(events.Key(key, None))
        for _ in keys:
            await settle(it.pilot)
        assert await it.left() == alone
    assert alone == Options(mode="post-run", minutes=8, rest=35, own=(Own(CIRCLES, left=11, right=12),))


@pytest.mark.parametrize(
    ("name", "size"),
    [*(("glute-strength", size) for size in SIZES), *((name, SIZES[0]) for name in ("hip-control", "band-hips"))],
)
async def test_the_row_one_is_on_is_in_view_at_every_size(name: str, size: tuple[int, int]) -> None:
    """Up and down through all rows, with whatever the kit makes of them; head, sentence and foot stay."""
    async with options(name, size, Config(kit=("sofa",))) as it:
        rows = [row for row in it.screen.query(Row) if row.display]
        for row in rows:
            assert it.screen.row is row
            await it.see(f"► {'' if isinstance(row, ExerciseRow) else row.label}")
            lines = it.text.split("\n")
            assert "options" in lines[0]
            assert "Esc back" in lines[size[1] - 1]
            await it.press("down")
        await it.press(*["up"] * len(rows))
        await it.see("► Mode")


async def test_sizes_may_change_at_any_moment() -> None:
    """The row stays in view and the name stays open."""
    async with options() as it:
        await it.press(*TO_EXERCISES, "down", "w")
        await it.pilot.resize_terminal(60, 16)
        await settle(it.pilot)
        assert "Save as" in it.text
        await it.press("escape")
        assert "► ■ Standing hip abduction" in it.text
