"""The finish by keys and mouse."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta

import pytest
from textual import events
from textual.pilot import Pilot
from textual.widgets import Input

from glutetimer.core.record.record import Result, Workout, WorkoutState
from glutetimer.core.values import replace
from glutetimer.tui.card.card import Card
from glutetimer.tui.finish.correct import CorrectScreen
from glutetimer.tui.finish.screen import FinishScreen
from glutetimer.tui.widgets import held_keys
from glutetimer.tui.widgets.answer_row import AnswerRow
from glutetimer.tui.widgets.blocks import Blocks
from glutetimer.tui.widgets.page import Foot
from glutetimer.tui.widgets.row import Row
from tests.helpers.core import each, plan, reps
from tests.helpers.pages import Around, around, settle, text_of
from tests.helpers.records import as_planned, both_sides, ended_with, mixed, result


@pytest.fixture(autouse=True)
def _awake_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(held_keys, "DEAF", 0.0)


@dataclass
class Finishing:
    """The screen under test, and all that it wanted durable."""

    app: Around[Workout]
    page: FinishScreen
    pilot: Pilot[None]
    amended: list[Workout]

    async def press(self, *keys: str) -> Finishing:
        """Press keys one after another."""
        for key in keys:
            await self.pilot.press(key)
            await settle(self.pilot)
        return self

    async def on(self, name: str) -> Finishing:
        """Go to a question."""
        self.page.query_one(f"#{name}", Row).focus()
        await settle(self.pilot)
        return self

    async def write(self, text: str) -> None:
        """Type letters, each as a key of its own."""
        names = {" ": "space", "?": "question_mark", ".": "full_stop", "-": "minus", "+": "plus"}
        await self.press(*(names.get(letter, letter) for letter in text))

    async def click(self, name: str, value: object) -> None:
        """Click on an answer."""
        row = self.page.query_one(f"#{name}", AnswerRow)
        x = next(x for x in range(row.size.width) if row.line().at(x) == (value,))
        assert await self.pilot.click(row, offset=(x + 1, 0))
        await settle(self.pilot)

    @property
    def foot(self) -> str:
        """What Enter does now."""
        return str(self.page.query_one(Foot).render()).strip().removeprefix("Enter").strip().split("   ")[0]

    @property
    def at(self) -> str:
        """The question one is on."""
        row = self.page._questions.at
        assert row is not None
        return row.label.strip()

    @property
    def is_correcting(self) -> bool:
        """Whether the bouts are open."""
        return isinstance(self.app.screen, CorrectScreen)

    @property
    def told(self) -> Workout:
        """What is durable now."""
        return self.amended[-1]


@asynccontextmanager
async def finishing(
    workout: Workout | None = None, size: tuple[int, int] = (80, 24), saved: str = "log/id.toml"
) -> AsyncIterator[Finishing]:
    """The finish of a workout in a window of this size."""
    amended: list[Workout] = []
    page = FinishScreen(workout or mixed(), saved, amended.append)
    async with around(page, size) as (app, pilot):
        yield Finishing(app, page, pilot, amended)


@pytest.mark.parametrize("size", [(60, 16), (80, 24), (120, 40), (200, 60)])
async def test_what_was_done_and_every_question_is_shown(size: tuple[int, int]) -> None:
    """At every size, without scrolling."""
    async with finishing(size=size) as it:
        shown = text_of(it.app)
        assert "Saved" in shown.splitlines()[0]
        assert "Test · 21:40" in shown.splitlines()[0]
        assert "4 of 6 as planned, 1 stopped at 8 of 10" in shown
        assert "8▼ 6 form" in shown
        for label in ("All as counted?", "Harder side", "Effort", "Pain", "Note"):
            assert label in shown


async def test_not_saved_is_said_in_alarm() -> None:
    """With its own words."""
    async with finishing(saved="") as it:
        assert text_of(it.app).startswith(" Not saved")
        assert "Saved ·" not in text_of(it.app)


@pytest.mark.parametrize(
    ("done", "state", "words"), [(10, "finished", "Well done"), (10, "early", "Good work"), (0, "early", "Next time")]
)
async def test_the_words_above_all_are_kind(done: int, state: WorkoutState, words: str) -> None:
    """Whatever was done."""
    workout = replace(ended_with(both_sides(), b0=result("short", done)), state=state)
    async with finishing(workout) as it:
        assert it.page.query_one(Blocks).text == words


async def test_low_windows_say_it_in_the_head() -> None:
    """Where there is no room for blocks."""
    async with finishing(size=(60, 16)) as it:
        assert text_of(it.app).startswith(" Saved · well done")
        assert not it.page.query_one(Blocks).display


async def test_enter_alone_confirms_and_leaves_the_rest_open() -> None:
    """Yes is the only answer that stands there at once."""
    async with finishing() as it:
        before = mixed()
        await it.press("enter", "enter", "enter", "enter", "enter")
        assert it.app.left == [replace(before, confirmed=True)]
        assert it.amended == it.app.left


@pytest.mark.parametrize("key", ["escape", "q", "ctrl+c"])
async def test_one_key_skips_all(key: str) -> None:
    """Nothing is answered then, not even the first question."""
    async with finishing() as it:
        await it.press(key)
        assert it.app.left == [mixed()]
        assert it.amended == []


async def test_going_past_the_first_question_does_not_confirm() -> None:
    """Only Enter, or a click, does."""
    async with finishing() as it:
        await it.press("down", "escape")
        assert it.app.left == [mixed()]


async def test_all_questions_by_keys() -> None:
    """Each answer is durable as soon as it is given."""
    async with finishing() as it:
        await it.press("enter")
        assert it.told.confirmed is True
        await it.press("right", "right", "enter")
        assert it.told.harder_side == "right"
        await it.press("right", "right", "enter")
        assert it.told.effort == 6
        await it.press("right", "enter")
        assert it.told.pain == 0
        await it.write("Calm")
        await it.press("enter")
        assert it.told.note == "Calm"
        assert it.app.left == [it.told]


async def test_the_foot_says_what_enter_does() -> None:
    """At each question, with an answer and without."""
    async with finishing(size=(120, 40)) as it:
        said = [it.foot]
        for key in ("right", "down", "right", "down", "right", "down", "right", "right", "down", "right", "down"):
            await it.press(key)
            said.append(it.foot)
        assert said == [
            "yes, all as counted",
            "correct a set",
            "skip",
            "both the same",
            "skip effort",
            "take effort 5",
            "skip pain",
            "no pain",
            "say how strong",
            "skip",
            "take pain 5",
            "skip",
        ]
        await it.press("right", "down")
        assert it.foot == "skip"
        await it.press("right")
        assert it.foot == "take the right"
        await it.press("down")
        assert it.foot == "skip"
        await it.press("down")
        assert it.foot == "skip the note"
        await it.write("a")
        assert it.foot == "take the note"


async def test_effort_has_its_word_beside() -> None:
    """Where it is narrow the foot says it."""
    async with finishing() as it:
        await (await it.on("effort")).press("right")
        assert "10  hard" in text_of(it.app)
    async with finishing(size=(60, 16)) as it:
        await (await it.on("effort")).press("right", "right")
        assert it.foot == "take effort 6, hard to very hard"


async def test_answers_stop_at_their_ends() -> None:
    """And begin in the middle."""
    async with finishing() as it:
        await (await it.on("effort")).press("left")
        assert it.told.effort == 5
        await it.press(*["left"] * 7)
        assert it.told.effort == 0
        await it.press(*["right"] * 12)
        assert it.told.effort == 10


async def test_no_side_is_harder_where_there_are_none() -> None:
    """That question is left out."""
    async with finishing(both_sides(reps(sides="alternate"))) as it:
        assert "Harder side" not in text_of(it.app)
        await it.press("enter")
        assert it.at == "Effort"


async def test_some_pain_asks_how_strong_where_and_on_which_side() -> None:
    """And no pain asks nothing more."""
    async with finishing() as it:
        await (await it.on("pain")).press("right")
        assert "Where" not in text_of(it.app)
        await it.press("right", "enter")
        assert it.at == "How strong"
        await it.press("right", "enter")
        assert it.at == "Where"
        await it.press("right", "left", "enter")
        assert it.at == "Which side"
        await it.press("right", "left", "enter")
        assert it.at == "Any of these"
        await it.press("enter")
        assert it.at == "Note"
        assert (it.told.pain, it.told.pain_after, it.told.place_after) == (5, 5, "back of the thigh")
        assert it.told.pain_flag_after is None
        assert (it.told.pain_side_after, it.told.note) == ("left", "")


UNCOUNTED = Result("short", None, 20.0, "hand")


async def test_bouts_that_nobody_counted_are_asked_for_once() -> None:
    """The cursor is on counting them; back from there it goes on, whether they were counted or not."""
    async with finishing(ended_with(mixed(), b2=UNCOUNTED, b3=UNCOUNTED)) as it:
        assert "Count 2 sets" in text_of(it.app)
        await it.press("enter")
        assert isinstance(it.app.screen, CorrectScreen)
        assert "not counted" in text_of(it.app)
        await it.press("down", "7", "escape")
        assert [bout.result and bout.result.done for bout in it.told.bouts[2:4]] == [None, 7]
        assert it.told.confirmed
        assert "Count" not in text_of(it.app)
        assert it.at != "All as counted?"


async def test_what_nobody_counted_may_be_left_open() -> None:
    async with finishing(ended_with(mixed(), b2=UNCOUNTED)) as it:
        await it.press("right", "enter")
        assert it.told.confirmed
        assert it.told.bouts[2].result == UNCOUNTED
        assert it.at == "Harder side"


async def test_no_pain_takes_back_how_strong_it_was() -> None:
    """The two rows are gone with it."""
    async with finishing() as it:
        await (await it.on("pain")).press("right", "right", "down", "right", "down", "right", "up", "up", "left")
        assert (it.told.pain, it.told.pain_after, it.told.place_after, it.told.note) == (0, 0, "", "")
        assert "How strong" not in text_of(it.app)


async def test_pain_of_the_run_is_said_and_stays() -> None:
    """No pain now does not undo it."""
    async with finishing(replace(mixed(), pain=4)) as it:
        assert "in the run: 4 of 10" in text_of(it.app)
        await (await it.on("effort")).press("right")
        await (await it.on("pain")).press("right")
        assert it.told.pain == 4


async def test_places_stand_between_arrows() -> None:
    """They are too many to stand beside each other."""
    for width in (120, 80):
        async with finishing(size=(width, 40)) as it:
            await (await it.on("pain")).press("right", "right", "down", "down", "right", "up")
            assert "[Knee]" in text_of(it.app)
            assert "Shin" not in text_of(it.app)


async def test_every_letter_can_be_written_in_a_note() -> None:
    """Also those that are keys elsewhere."""
    async with finishing() as it:
        await it.press("up", "down", "down", "down", "down")
        await it.write("cq? b.+- сйч σ fine")
        assert it.app.screen is it.page
        await it.press("left", "left", "backspace", "right", "enter")
        assert it.told.note == "cq? b.+- сйч σ fne"
        assert it.app.left == [it.told]


async def test_what_joins_letters_can_be_written_in_a_note() -> None:
    """It prints nothing and is spelling: between letters it is kept."""
    async with finishing() as it:
        await it.press("down", "down", "down", "down")
        for character in "می\u200cخواهم\u200d":
            it.app.post_message(events.Key(f"key-{ord(character)}", character))
        await settle(it.pilot)
        await it.press("enter")
        assert it.told.note == "می\u200cخواهم"


async def test_escape_leaves_the_note_and_keeps_it() -> None:
    """A second one is all; and one can go on writing."""
    async with finishing() as it:
        await it.press("down", "down", "down", "down")
        await it.write("Cold")
        await it.press("escape")
        assert (it.told.note, it.app.left) == ("Cold", [])
        assert "► Note" in text_of(it.app)
        assert "Cold" in text_of(it.app)
        await it.press("right")
        await it.write("er")
        await it.press("escape", "escape")
        assert it.app.left == [replace(mixed(), note="Colder")]


async def test_going_on_from_the_left_note_takes_it() -> None:
    """Enter on its row is the last one too."""
    async with finishing() as it:
        await it.press("down", "down", "down", "down")
        await it.write("Cold")
        await it.press("escape")
        assert it.foot == "take the note"
        await it.press("enter")
        assert it.app.left == [replace(mixed(), note="Cold")]


@pytest.mark.parametrize("key", ["up", "pageup", "shift+tab"])
async def test_going_up_from_the_note_keeps_it(key: str) -> None:
    """It is durable when one leaves it."""
    async with finishing() as it:
        await it.press("down", "down", "down", "down")
        await it.write("Cold")
        await it.press(key)
        assert (it.at, it.told.note) == ("Pain", "Cold")


async def test_leaving_while_one_writes_keeps_the_note() -> None:
    """What is typed is never lost."""
    async with finishing() as it:
        await it.press("down", "down", "down", "down")
        await it.write("Cold")
        await it.press("ctrl+c")
        assert it.app.left == [replace(mixed(), note="Cold")]
        assert it.told.note == "Cold"


async def test_another_window_does_not_end_the_writing() -> None:
    """The terminal loses the keys for a while; what was written by then is durable."""
    async with finishing() as it:
        await it.press("down", "down", "down", "down")
        await it.write("Co")
        it.app.post_message(events.AppBlur())
        await settle(it.pilot)
        assert it.told.note == "Co"
        it.app.post_message(events.AppFocus())
        await settle(it.pilot)
        await it.write("ld")
        await it.press("enter")
        assert it.app.left == [replace(mixed(), note="Cold")]


@pytest.mark.parametrize("key", ["down", "tab"])
async def test_questions_stop_at_the_ends(key: str) -> None:
    """Down and up."""
    async with finishing() as it:
        await it.press(*[key] * 8)
        assert it.at == "Note"
        await it.press(*["up"] * 8)
        assert it.at == "All as counted?"


async def test_above_the_first_question_lies_what_was_done() -> None:
    """Where the window is too low for all of it, up shows it again."""
    workout = as_planned(plan(each(), *(reps(name) for name in ("squat", "lunge", "bridge", "raise", "step"))))
    async with finishing(workout, size=(60, 16)) as it:
        await it.press("down", "down", "down", "down")
        assert "All 7 as planned." not in text_of(it.app)
        await it.press("up", "up", "up", "up", "up")
        assert "All 7 as planned." in text_of(it.app)


async def test_pagedown_is_enter() -> None:
    """A clicker confirms, and leaves everything else out."""
    async with finishing() as it:
        await it.press(*["pagedown"] * 5)
        assert it.app.left == [replace(mixed(), confirmed=True)]


@pytest.mark.parametrize("keys", [("c",), ("right", "enter")])
async def test_bouts_can_be_corrected(keys: tuple[str, ...]) -> None:
    """Each change is durable; who comes back has looked, so all is confirmed."""
    async with finishing() as it:
        await it.press(*keys)
        assert it.is_correcting
        await it.press("right", "right")
        assert it.told.bouts[1].result == replace(result("done", 10), counted_by="hand")
        assert [workout.confirmed for workout in it.amended] == [None, None]
        await it.press("enter")
        assert it.told.confirmed is True
        assert "5 of 6 as planned" in text_of(it.app)
        assert "[Yes, 1 corrected]" in text_of(it.app)
        assert it.at == "Harder side"


async def test_looking_without_correcting_confirms_too() -> None:
    """They are as counted."""
    async with finishing() as it:
        await it.press("c", "escape")
        assert it.amended == [replace(mixed(), confirmed=True)]
        assert "[Yes]" in text_of(it.app)


async def test_corrections_and_answers_go_together() -> None:
    """None takes the other back, and one stays at one's question."""
    async with finishing() as it:
        await (await it.on("effort")).press("right", "c", "right", "enter")
        assert it.at == "Effort"
        assert it.told.effort == 5
        done = it.told.bouts[1].result
        assert done is not None
        assert done.done == 9


async def test_clicks_answer_and_take_back() -> None:
    """A second click on the same answer leaves it open again."""
    async with finishing(size=(120, 40)) as it:
        await it.click("effort", 7)
        await it.click("effort", 7)
        assert [workout.effort for workout in it.amended] == [7, None]
        await it.click("harder", "left")
        assert it.told.harder_side == "left"


async def test_a_click_on_yes_is_yes() -> None:
    """And one on the other answer opens the bouts."""
    async with finishing() as it:
        await it.click("counted", "yes")
        assert it.told.confirmed is True
        assert it.at == "Harder side"
        await it.click("counted", "correct")
        assert it.is_correcting


async def test_a_click_on_the_note_writes() -> None:
    """Anywhere in its row."""
    async with finishing() as it:
        assert await it.pilot.click("#note Row", offset=(40, 0))
        await settle(it.pilot)
        assert isinstance(it.page.focused, Input)


async def test_a_click_on_the_foot_is_enter() -> None:
    """What it names."""
    async with finishing() as it:
        assert await it.pilot.click(Foot, offset=(2, 0))
        await settle(it.pilot)
        assert it.told.confirmed is True


async def test_the_keys_are_told() -> None:
    """? opens the card."""
    async with finishing() as it:
        await it.press("question_mark")
        assert isinstance(it.app.screen, Card)


@pytest.mark.parametrize("key", ["enter", "escape", "c"])
async def test_a_key_held_from_the_run_answers_nothing(key: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The last bout may have been ended with it."""
    monkeypatch.setattr(held_keys, "DEAF", 60.0)
    async with finishing() as it:
        await it.press(key, key)
        assert (it.app.left, it.amended, it.app.screen) == ([], [], it.page)


async def test_answers_that_are_there_already_are_shown() -> None:
    """And stay where nothing is changed."""
    told = replace(mixed(), confirmed=True, harder_side="left", effort=3, note="Cold")
    async with finishing(told) as it:
        await it.press("down")
        shown = text_of(it.app)
        assert all(words in shown for words in ("[Yes]", " Left ", "[3]", "Cold"))
        await it.press("escape")
        assert it.app.left == [told]
        assert it.amended == []


async def test_pauses_are_no_time_of_the_workout() -> None:
    """Nor is a night between two parts of it."""
    night = replace(mixed(), ended=mixed().started + timedelta(hours=10))
    async with finishing(night) as it:
        assert "Test · 21:40" in text_of(it.app).splitlines()[0]


async def test_a_time_that_nobody_measured_is_about() -> None:
    async with finishing(replace(mixed(), active=None)) as it:
        assert "Test · about 2:00" in text_of(it.app).splitlines()[0]


async def test_a_long_name_is_cut_before_the_time() -> None:
    """It must not take the head's other half."""
    async with finishing(replace(mixed(), name="A very long name " * 8), size=(60, 16)) as it:
        assert text_of(it.app).splitlines()[0].endswith("… · 21:40")


async def test_resizing_shows_it_anew() -> None:
    """At any moment; too small, it says what it needs."""
    async with finishing(size=(120, 40)) as it:
        await it.pilot.resize_terminal(52, 14)
        await settle(it.pilot)
        assert "Make the window 60x16 (now 52x14)." in text_of(it.app)
        await it.pilot.resize_terminal(60, 16)
        await settle(it.pilot)
        assert "8▼ 6 form" in text_of(it.app)


async def test_while_the_note_is_written_letters_are_no_keys() -> None:
    """The foot names Enter alone."""
    async with finishing() as it:
        foot = it.page.query_one(Foot)
        assert "c correct" in foot.line().content().plain
        it.page.query_one(Input).focus()
        await settle(it.pilot)
        said = foot.line().content().plain
        assert said.strip().startswith("Enter")
        for key in ("c correct", "? keys", "Esc"):  # which first leaves the line
            assert key not in said


async def test_digits_are_the_effort_and_the_pain() -> None:
    """At once 1 and 0 are 10."""
    async with finishing() as it:
        await (await it.on("effort")).press("7")
        assert it.told.effort == 7
        await it.press("1", "0")
        assert it.told.effort == 10
        await (await it.on("pain")).press("right", "right", "down", "6")
        assert it.told.pain == 6


async def test_pain_taken_back_at_its_bout_is_not_that_of_the_run_any_more() -> None:
    """It was a slip of the hand."""
    hurt = ended_with(mixed(), b1=result("pain", 8, pain=4, place="knee"))
    async with finishing(replace(hurt, pain=4)) as it:
        await it.press("c", "delete", "enter")
        assert it.told.pain is None
        assert "in the run" not in text_of(it.app)
