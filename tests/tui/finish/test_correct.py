"""All bouts, corrected by keys and mouse."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

import pytest
from textual.pilot import Pilot

from glutetimer.core.record.answers import unhurt, with_bouts
from glutetimer.core.record.record import BoutRecord, Result, Workout
from glutetimer.core.session.session import Span
from glutetimer.core.values import replace
from glutetimer.tui.card.card import Card
from glutetimer.tui.finish.bout_row import BoutRow
from glutetimer.tui.finish.bout_text import columns
from glutetimer.tui.finish.correct import CorrectScreen
from glutetimer.tui.widgets import held_keys
from glutetimer.tui.widgets.page import Foot
from tests.helpers.core import each, plan, reps
from tests.helpers.pages import Around, around, settle, text_of
from tests.helpers.records import FORM, SHORT, as_planned, ended_with, mixed, result

HAND = replace(result("short", 7), counted_by="hand")


@pytest.fixture(autouse=True)
def _awake_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(held_keys, "DEAF", 0.0)


@dataclass
class Correcting:
    """The screen under test, and what it said of changes."""

    app: Around[Workout]
    page: CorrectScreen
    pilot: Pilot[None]
    heard: list[Workout]

    async def press(self, *keys: str) -> None:
        """Press keys one after another."""
        for key in keys:
            await self.pilot.press(key)
            await settle(self.pilot)

    @property
    def at(self) -> int:
        """The bout one is on."""
        return list(self.page.query(BoutRow)).index(self.row)

    @property
    def row(self) -> BoutRow:
        assert isinstance(self.page.row, BoutRow)
        return self.page.row

    def line(self) -> str:
        """The marked row as it is shown."""
        return next(line for line in text_of(self.app).splitlines() if "►" in line)


@asynccontextmanager
async def correcting(workout: Workout | None = None, size: tuple[int, int] = (120, 40)) -> AsyncIterator[Correcting]:
    """The bouts of a workout in a window of this size."""
    heard: list[Workout] = []
    page = CorrectScreen(workout or mixed(), heard.append)
    async with around(page, size) as (app, pilot):
        yield Correcting(app, page, pilot, heard)


async def test_it_begins_where_something_was_not_as_planned() -> None:
    """That is what one wants to look at."""
    async with correcting() as it:
        assert it.at == SHORT


async def test_else_it_begins_at_the_first() -> None:
    """All was as planned."""
    async with correcting(as_planned(plan(each()))) as it:
        assert it.at == 0


async def test_a_bout_says_which_it_is_and_how_it_ended() -> None:
    """In a row; the exercise is named once, and where one is."""
    async with correcting() as it:
        assert " ".join(it.line().split()) == "► Kick set 1 right ◄ 8 ► of 10 stopped short"
        shown = [" ".join(line.split()) for line in text_of(it.app).splitlines()]
        assert "Kick set 1 left 10 of 10 as planned" in shown
        assert "set 2 right 6 of 10 stopped for form: Hip straight at the top" in shown
        assert "Plank set 1 30 of 30 s as planned" in shown


@pytest.mark.parametrize(("key", "done"), [("right", 9), ("plus", 9), ("equals_sign", 9), ("left", 7), ("minus", 7)])
async def test_keys_change_the_count(key: str, done: int) -> None:
    """By hand, and heard at once."""
    async with correcting() as it:
        await it.press(key)
        assert [workout.bouts[SHORT].result for workout in it.heard] == [replace(HAND, done=done)]
        assert "by hand" in it.line()
        assert "1 of 6 by hand" in text_of(it.app)


async def test_back_at_the_old_count_it_is_as_it_came() -> None:
    """Whoever only tried has corrected nothing."""
    async with correcting() as it:
        await it.press("left", "right")
        assert it.heard[-1] == mixed()
        assert "by hand" not in it.line()


async def test_form_stays_the_reason() -> None:
    """Whatever the count."""
    async with correcting() as it:
        await it.press("down", "down", "right")
        outcome = it.heard[-1].bouts[FORM].result
        assert outcome is not None
        assert (outcome.outcome, outcome.done) == ("form-broke", 7)
        assert "by hand, stopped for form: Hip straight" in it.line()


async def test_counts_stop_at_none() -> None:
    """And nothing is heard of what does not change."""
    async with correcting(ended_with(mixed(), b1=result("short", 1))) as it:
        await it.press("left", "left", "left")
        assert len(it.heard) == 1


@pytest.mark.parametrize(("keys", "at"), [(("up",), 0), (("up", "up"), 0), (("down", "tab"), 3), (("shift+tab",), 0)])
async def test_bouts_up_and_down(keys: tuple[str, ...], at: int) -> None:
    """It stops at the ends."""
    async with correcting() as it:
        await it.press(*keys)
        assert it.at == at


@pytest.mark.parametrize("key", ["enter", "escape", "q", "ctrl+c"])
async def test_leaving_keeps_the_counts(key: str) -> None:
    """Every way out is the same."""
    async with correcting() as it:
        await it.press("left", key)
        assert it.app.left == [ended_with(mixed(), b1=HAND)]


async def test_a_held_key_does_not_leave_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """The one that opened it."""
    monkeypatch.setattr(held_keys, "DEAF", 60.0)
    async with correcting() as it:
        await it.press("enter", "enter")
        assert it.app.left == []


async def test_clicks_take_a_row_and_change_it() -> None:
    """First the row, then its arrows."""
    async with correcting() as it:
        row = next(iter(it.page.query(BoutRow)))
        assert await it.pilot.click(row, offset=(3, 0))
        await settle(it.pilot)
        assert it.at == 0
        for tag, done in ((1, 11), (-1, 10), (-1, 9)):
            x = next(x for x in range(row.size.width) if row.line().at(x) == tag)
            assert await it.pilot.click(row, offset=(x, 0))
            await settle(it.pilot)
            now = row.bout.result
            assert now is not None
            assert now.done == done


async def test_a_click_on_the_foot_leaves() -> None:
    """It is the key that it names."""
    async with correcting() as it:
        assert await it.pilot.click(Foot, offset=(2, 0))
        await settle(it.pilot)
        assert it.app.left == [mixed()]


async def test_the_keys_are_told() -> None:
    """? opens the card."""
    async with correcting() as it:
        await it.press("question_mark")
        assert isinstance(it.app.screen, Card)


async def test_sixty_six_bouts_scroll() -> None:
    """The marked one is always in sight, with its exercise's name."""
    many = as_planned(plan(each(directions=("forward", "backward")), each("lunge"), reps(), rounds=Span(10, 10)))
    many = replace(many, bouts=many.bouts[:66])
    async with correcting(ended_with(many, b40=result("skipped", 0)), size=(60, 16)) as it:
        assert it.at == 40
        assert "►" in it.line()
        await it.press(*["down"] * 30)
        assert it.at == 65
        assert "► Squat" in it.line()


async def test_where_it_is_narrow_a_line_tells_the_rest() -> None:
    """The cue too."""
    async with correcting(size=(60, 16)) as it:
        await it.press("down", "down")
        assert " ".join(it.line().split()) == "► Kick 2 right ◄ 6 ► of 10 form"
        assert "Kick, set 2, right: stopped for form: Hip straight at t" in text_of(it.app)


async def test_the_narrowest_rows_are_brief() -> None:
    """Directions and long names: a word, or by hand."""
    wanted = plan(each(count=10, name="Side-lying hip circles", directions=("forward", "backward")))
    workout = ended_with(as_planned(wanted), b1=result("short", 8))
    async with correcting(workout, size=(60, 16)) as it:
        assert " ".join(it.line().split()) == "► Side-lying hip… 1 left backward ◄ 8 ► of 10 short"
        await it.press("left")
        assert it.line().endswith("by hand")


@pytest.mark.parametrize("width", [57, 78, 116])
def test_rows_fit(width: int) -> None:
    """With room for how it ended."""
    wanted = plan(each(count=100, name="A very long name of a thing to do", directions=("forward", "clockwise")))
    assert columns(as_planned(wanted).bouts, width).used + 8 <= width


@pytest.mark.parametrize(
    ("keys", "done"),
    [
        (["7"], 7),
        (["1", "2"], 12),
        (["1", "left", "4"], 4),
        (["1", "down", "up", "4"], 4),
        (["1", "2", "backspace"], 1),
        (["backspace", "5"], 5),
        (["1", "2", "3", "4", "5"], 5),
    ],
)
async def test_digits_are_the_count(keys: list[str], done: int) -> None:
    """One after another; another key or another row begins anew; Backspace takes one away."""
    async with correcting() as it:
        await it.press(*keys)
        now = it.heard[-1].bouts[SHORT].result
        assert now is not None
        assert (now.done, now.counted_by) == (done, "hand")


async def test_backspace_takes_a_digit_of_the_count_that_is_there() -> None:
    """10 is 1 then, and 12 with another digit."""
    async with correcting() as it:
        await it.press("up", "backspace")
        assert "◄ 1 ►" in " ".join(it.line().split())
        await it.press("2")
        assert "◄ 12 ►" in " ".join(it.line().split())


async def test_the_count_that_it_came_with_can_be_typed() -> None:
    """Then nothing was corrected."""
    async with correcting() as it:
        await it.press("9", "left", "8")
        assert it.heard[-1] == mixed()


async def test_digits_do_nothing_with_a_bout_that_is_open() -> None:
    """As the arrows."""
    whole = mixed()
    bouts = (replace(whole.bouts[0], result=None), *whole.bouts[1:])
    async with correcting(replace(whole, bouts=bouts)) as it:
        assert it.at == 0
        await it.press("7", "backspace", "delete")
        assert it.heard == []


HURT = result("pain", 3, pain=4, place="knee", pain_side="left")


async def test_pain_told_by_mistake_is_taken_back() -> None:
    """And can be told again; the workout's own pain goes with it."""
    hurt = replace(ended_with(mixed(), b1=HURT), pain=4)
    async with correcting(hurt) as it:
        assert "stopped for pain: 4 of 10, knee, left" in it.line()
        await it.press("delete")
        assert it.heard[-1].bouts[SHORT].result == result("short", 3)
        assert it.heard[-1].pain is None
        assert "its pain is taken back" in text_of(it.app)
        await it.press("1", "0")
        assert it.heard[-1].bouts[SHORT].result == result("done", 10, counted_by="hand")
        await it.press("left", "3", "delete")
        assert it.heard[-1] == hurt


@pytest.mark.parametrize(("key", "done"), [("right", 1), ("left", 9), ("4", 4)])
async def test_a_count_that_nobody_knows_begins_at_nothing_or_at_the_target(key: str, done: int) -> None:
    """It is not said to be counted by hand before it is."""
    unknown = Result("short", None, 20.0, "hand")
    async with correcting(ended_with(mixed(), b1=result("short", 8), b4=unknown, b3=unknown)) as it:
        assert "? of 10" in " ".join(text_of(it.app).replace("◄", " ").replace("►", " ").split())
        assert "0 of 6 by hand" in text_of(it.app)
        await it.press(key)
        now = it.heard[-1].bouts[3].result
        assert now is not None
        assert (now.done, now.outcome, now.counted_by) == (done, "short", "hand")
        assert "1 of 6 by hand" in text_of(it.app)


async def test_pain_beside_another_end_is_said() -> None:
    """The end of the bout does not tell it."""
    async with correcting(ended_with(mixed(), b1=result("short", 8, pain=2, place="hip"))) as it:
        assert "stopped short; pain: 2 of 10, hip" in text_of(it.app)
        await it.press("delete")
        assert it.heard[-1] == mixed()


def test_pain_that_was_worse_than_that_of_the_bouts_stays() -> None:
    """It was told for the workout, or afterwards."""
    hurt = ended_with(mixed(), b1=HURT)
    calm: tuple[BoutRecord, ...] = tuple(map(unhurt, hurt.bouts))
    assert with_bouts(replace(hurt, pain=6), calm).pain == 6
    assert with_bouts(replace(hurt, pain=4), calm).pain is None
    told = replace(hurt, pain=4, pain_after=2, place_after="knee")
    assert with_bouts(told, calm).pain == 2
    assert unhurt(replace(hurt.bouts[0], result=None)).result is None


CUES = ("Hip straight at the top", "Slow on the way back")


@asynccontextmanager
async def with_cues(workout: Workout) -> AsyncIterator[Correcting]:
    """Bouts whose cues are known."""
    heard: list[Workout] = []
    page = CorrectScreen(workout, heard.append, lambda bout: CUES)
    async with around(page, (120, 40)) as (app, pilot):
        yield Correcting(app, page, pilot, heard)


def card_of(it: Correcting) -> Card:
    assert isinstance(it.app.screen, Card)
    return it.app.screen


async def test_a_form_that_broke_can_be_admitted_with_its_cue() -> None:
    """The rep in which it broke does not count."""
    async with with_cues(as_planned(plan(each(count=4)))) as it:
        await it.press("f")
        assert card_of(it).heading == "Form broke · Kick, set 1, left"
        await it.press("2")
        now = it.heard[-1].bouts[0].result
        assert now is not None
        assert (now.outcome, now.done, now.reason) == ("form-broke", 3, "Slow on the way back")
        assert "stopped for form: Slow on the way back" in it.line()


async def test_a_count_that_was_corrected_stays_when_the_form_is_said() -> None:
    """Two keys in either order."""
    async with with_cues(as_planned(plan(each(count=4)))) as it:
        await it.press("minus", "minus", "f", "1")
        now = it.heard[-1].bouts[0].result
        assert now is not None
        assert (now.outcome, now.done, now.reason, now.counted_by) == ("form-broke", 2, CUES[0], "hand")


async def test_a_form_that_did_not_break_is_taken_back() -> None:
    """The answer is there where it was said to have broken; its own cue is marked."""
    async with with_cues(mixed()) as it:
        await it.press(*["down"] * (FORM - SHORT), "f")
        assert card_of(it).choices[card_of(it).chosen].label == CUES[0]
        held_ = next(n for n, choice in enumerate(card_of(it).choices) if choice.value == "held")
        await it.press(*["pagedown"] * held_, "space")
        now = it.heard[-1].bouts[FORM].result
        assert now is not None
        assert (now.outcome, now.done, now.reason) == ("short", 6, "")


async def test_back_from_the_question_of_form_changes_nothing() -> None:
    async with with_cues(mixed()) as it:
        await it.press("f", "escape")
        assert it.heard == []


async def test_of_a_bout_that_was_skipped_no_form_broke() -> None:
    """f asks nothing there."""
    async with with_cues(ended_with(mixed(), b1=result("skipped", 0, seconds=0.0))) as it:
        await it.press("f")
        assert not isinstance(it.app.screen, Card)
