"""A workout of the log, corrected by keys and mouse."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from textual.widgets import Input

from glutetimer.core.record.record import Result, Workout
from glutetimer.core.values import replace
from glutetimer.tui.finish.correct import CorrectScreen
from glutetimer.tui.log.edit.correct import EditScreen
from glutetimer.tui.log.edit.rows import BoutsRow
from glutetimer.tui.widgets import held_keys
from tests.helpers.fake_book import NOW, FakeBook, path_of
from tests.helpers.log_hands import LogHands, hands
from tests.helpers.log_past import LAST, ROUND, Done, made

HIP = made(ROUND[0], LAST)
SIZES = [(60, 16), (80, 24), (120, 40), (200, 60)]
COUNTED, HARDER, EFFORT, PAIN = (["down"] * number for number in range(1, 5))
#: The last row, however many questions about a pain stand before it.
NOTE = ["down"] * 12


@pytest.fixture(autouse=True)
def _awake_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(held_keys, "DEAF", 0.0)
    monkeypatch.setattr(held_keys, "REPEATS", 0.0)


@asynccontextmanager
async def editing(workout: Workout = HIP, size: tuple[int, int] = (80, 24)) -> AsyncIterator[LogHands[EditScreen]]:
    """A workout to correct."""
    book = FakeBook([workout])
    async with hands(EditScreen(book, book.open(path_of(workout))), book, size) as it:
        yield it


def written(it: LogHands[EditScreen]) -> Workout:
    """What the log holds now, but for when it was amended."""
    (workout,) = it.book.files.values()
    assert workout.amended == (NOW,)
    return replace(workout, amended=())


@pytest.mark.parametrize("size", SIZES)
async def test_it_shows_what_the_file_says(size: tuple[int, int]) -> None:
    """Every row at every size; who it is in the head."""
    async with editing(size=size) as it:
        assert "Correct · Hip control · " in it.text
        assert "20 Nov 2026" in it.text
        assert "nothing changed" in it.text
        for said in (
            "► Sets 20 of 22 as planned",
            "All as counted [Yes] No",
            "Note The right hip was stiff at first.",
        ):
            assert said in it.lines
        assert any("[6]" in line for line in it.lines if line.startswith("Effort"))
        assert "Single-leg bridge" in it.text


@pytest.mark.parametrize(
    ("keys", "changed"),
    [
        ([*COUNTED, "right"], {"confirmed": False}),
        ([*HARDER, "left"], {"harder_side": "same"}),
        ([*EFFORT, "right"], {"effort": 7}),
        ([*EFFORT, "delete"], {"effort": None}),
        ([*HARDER, "backspace"], {"harder_side": None}),
        ([*PAIN, "right"], {"pain": 0}),
        ([*PAIN, "right", "right", "right"], {"pain": 2}),
    ],
)
async def test_an_answer_is_kept_with_enter(keys: list[str], changed: dict[str, object]) -> None:
    """That one, and nothing else."""
    async with editing() as it:
        await it.press(*keys)
        assert not it.book.told
        assert it.foot == "keep 1 change"
        await it.press("enter")
        expected: Workout = replace(HIP, **changed)  # type: ignore[arg-type]
        assert written(it) == expected
        assert it.left == expected


async def test_pain_may_be_lowered() -> None:
    """It was told in the heat of the moment; what a bout says stays there and is named."""
    hurt = made(Done("hip-control", pain=5), LAST)
    async with editing(hurt) as it:
        assert "at a set: 5 of 10" in it.text
        await it.press(*PAIN, "left", "left", "enter")
        assert written(it) == replace(hurt, pain=3)


async def test_the_note_is_written_where_one_comes_to_it() -> None:
    """Letters are letters; Enter takes the note, and the next one keeps it."""
    async with editing(replace(HIP, note="")) as it:
        await it.press(*NOTE)
        await it.write("qc? ok")
        assert it.foot == "take the note"
        await it.press("enter")
        assert not it.book.told
        assert it.foot == "keep 1 change"
        await it.press("enter")
        assert written(it).note == "qc? ok"


async def test_a_note_can_be_written_again() -> None:
    """Right goes back into it; Esc only leaves the line."""
    async with editing(replace(HIP, note="ab")) as it:
        await it.press(*NOTE, "escape", "right")
        await it.write("c")
        await it.press("escape", "up", "enter")
        assert written(it).note == "abc"


async def test_a_note_that_was_not_touched_stays_to_the_letter() -> None:
    """Also one that no one could type here."""
    odd = replace(HIP, note="  two  blanks ")
    async with editing(odd) as it:
        await it.press(*NOTE, "up")
        assert it.foot == "back, nothing changed"
        await it.press("up", "right", "enter")
        assert written(it).note == "  two  blanks "


async def test_enter_on_the_bouts_looks_through_them() -> None:
    """A corrected count is a change; who looked has confirmed."""
    workout = replace(HIP, confirmed=None)
    async with editing(workout) as it:
        assert it.foot == "look through the sets"
        await it.press("enter")
        assert isinstance(it.app.screen, CorrectScreen)
        await it.press("right", "enter")
        assert "Sets 20 of 22 as planned 1 corrected" in it.lines
        assert "59 of 60▼" in it.text
        assert it.marked.startswith("► All as counted")
        assert it.foot == "keep 2 changes"
        await it.press("enter")
        after = written(it)
        assert after.confirmed is True
        (bout,) = (new for old, new in zip(workout.bouts, after.bouts, strict=True) if old != new)
        assert bout.result is not None
        assert (bout.result.done, bout.result.counted_by) == (9, "hand")


async def test_looking_alone_changes_nothing() -> None:
    """Nothing is confirmed by it either."""
    async with editing(replace(HIP, confirmed=None)) as it:
        await it.press("c", "enter")
        assert "nothing changed" in it.text
        await it.press("down", "enter")
        assert it.left is None
        assert not it.book.told


async def test_a_click_on_the_bouts_opens_them() -> None:
    """As Enter does."""
    async with editing() as it:
        await it.pilot.click(BoutsRow, offset=(24, 0))
        await it.settle()
        assert isinstance(it.app.screen, CorrectScreen)


async def test_bouts_never_begun_can_be_given_a_count() -> None:
    """The one that was given one; the others stay open."""
    whole = made(ROUND[1], LAST)
    cut = replace(whole, bouts=(*whole.bouts[:-2], *(replace(bout, result=None) for bout in whole.bouts[-2:])))
    async with editing(cut) as it:
        await it.press("c", "right", "right", "enter", "enter")
        *others, counted, last = written(it).bouts
        assert (*others, last) == (*cut.bouts[:-2], cut.bouts[-1])
        assert counted.result == Result("short", 2, 0.0, "hand")


@pytest.mark.parametrize(("presses", "outcome"), [(2, "short"), (5, "done")])
async def test_an_open_bout_counted_by_hand(presses: int, outcome: str) -> None:
    """Short or done by its target."""
    plain = replace(made(ROUND[1], LAST), confirmed=True)
    cut = replace(plain, bouts=(replace(plain.bouts[0], target=5, result=None), *plain.bouts[1:]))
    async with editing(cut) as it:
        await it.press("c", *["right"] * presses, "enter", "enter")
        assert written(it).bouts[0].result == Result(outcome, presses, 0.0, "hand")  # type: ignore[arg-type]


async def test_escape_asks_where_something_was_changed() -> None:
    """Keep, throw away, go on; Esc on the card goes on."""
    async with editing() as it:
        await it.press(*EFFORT, "right", "down", "right", "escape")
        assert it.card.heading == "2 changes not kept"
        await it.press("escape")
        assert it.foot == "keep 2 changes"
        await it.press("escape", "t")
        assert it.left is None
        assert not it.book.told


async def test_escape_and_keep() -> None:
    """The first answer loses nothing."""
    async with editing() as it:
        await it.press(*EFFORT, "right", "escape", "enter")
        assert written(it).effort == 7


@pytest.mark.parametrize("key", ["escape", "q", "ctrl+c"])
async def test_without_changes_it_just_leaves(key: str) -> None:
    """Nothing is asked, nothing written."""
    async with editing() as it:
        await it.press(key)
        assert it.left is None
        assert not it.book.told


async def test_what_stood_in_the_way_is_said_and_nothing_is_lost() -> None:
    """As where the file was edited meanwhile; the changes stay on the screen."""
    async with editing() as it:
        path = path_of(HIP)
        it.book.files[path] = replace(HIP, note="Edited elsewhere.")
        await it.press(*EFFORT, "right", "enter")
        assert "was edited since, and stays as it is." in " ".join(it.lines)
        assert it.foot == "keep 1 change"
        assert it.book.files[path].note == "Edited elsewhere."
        await it.press("escape", "k")
        assert "was edited since" in it.text
        await it.press("right")
        assert "was edited since" not in it.text


async def test_a_workout_without_sides_asks_no_harder_one() -> None:
    """What it may say of it already stays."""
    squats = made(ROUND[1], LAST)
    both = tuple(replace(bout, side="both") for bout in squats.bouts)
    async with editing(replace(squats, bouts=both, harder_side="left")) as it:
        assert "Harder side" not in it.text
        await it.press("down", "down", "right", "enter")
        assert written(it).harder_side == "left"


async def test_a_workout_without_bouts() -> None:
    """A person may have written one; there is nothing to look through."""
    async with editing(replace(HIP, bouts=())) as it:
        await it.press("enter", "c")
        assert isinstance(it.app.screen, EditScreen)
        await it.press("down", "right", "enter")
        assert written(it).confirmed is False


async def test_a_held_enter_does_not_open_the_bouts_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """The key that came back from them may still be down."""
    at = [0.0]
    monkeypatch.setattr(held_keys, "DEAF", 0.7)
    monkeypatch.setattr(held_keys, "perf_counter", lambda: at[0])
    async with editing() as it:
        for now, then in ((1.0, CorrectScreen), (2.0, EditScreen), (2.5, EditScreen), (3.3, CorrectScreen)):
            at[0] = now
            await it.press("enter")
            assert isinstance(it.app.screen, then), now


async def test_the_note_is_no_place_for_other_keys() -> None:
    """Down and up leave it."""
    async with editing() as it:
        await it.press(*NOTE)
        assert isinstance(it.page.focused, Input)
        await it.press("down", "up")
        assert it.marked.startswith("► Pain")


async def test_digits_are_the_effort_and_the_pain() -> None:
    """0 is none; Backspace makes 1 of 10, and with nothing left to take takes the answer back."""
    async with editing() as it:
        await it.press(*EFFORT, "1", "0", "down", "3", "0")
        assert (it.page.workout.effort, it.page.workout.pain) == (10, 0)
        await it.press("up", "1", "0", "backspace")
        assert it.page.workout.effort == 1
        await it.press("backspace")
        assert it.page.workout.effort is None


#: As an older program wrote it.
AFTER = replace(HIP, active=None, pain=5, note="Pain afterwards: knee, 5 of 10. Slept badly.")


async def test_the_note_follows_the_pain() -> None:
    """What it says of it, not the rest; at the end as at the first try."""
    async with editing(AFTER) as it:
        await it.press(*PAIN, "0")
        assert it.page.workout.note == "Slept badly."
        await it.press("2")
        assert "Pain afterwards: knee, 2 of 10." in it.text
        await it.press("enter")
        assert (written(it).pain, written(it).note) == (2, "Pain afterwards: knee, 2 of 10. Slept badly.")


async def test_the_note_as_it_was_where_the_pain_is_again() -> None:
    """Nothing changed then."""
    async with editing(AFTER) as it:
        await it.press(*PAIN, "0", "5")
        assert it.foot == "back, nothing changed"


async def test_a_note_written_by_hand_stays_so() -> None:
    """What it says of the pain follows the next number again."""
    async with editing(AFTER) as it:
        await it.press(*NOTE)
        await it.write("!")
        await it.press(*["up"] * 6, "4")
        assert it.page.workout.note == "Pain afterwards: knee, 4 of 10. Slept badly.!"


async def test_what_was_told_at_the_finish_follows_the_pain() -> None:
    """It has keys of its own; the note stays the runner's words."""
    told = replace(HIP, active=900.0, pain=5, pain_after=5, place_after="knee", note="Slept badly.")
    async with editing(told) as it:
        await it.press(*PAIN, "2", "enter")
        assert (written(it).pain, written(it).pain_after, written(it).place_after) == (2, 2, "knee")
        assert written(it).note == "Slept badly."


async def test_pain_taken_back_at_its_bout_is_taken_from_the_workout() -> None:
    """Where it was the worst that was told."""
    hurt = made(Done("hip-control", pain=5), LAST)
    async with editing(hurt) as it:
        await it.press("c", "delete", "enter")
        assert "at a bout" not in it.text
        await it.press("enter")
        assert written(it).pain is None
        assert not any(bout.result and bout.result.place for bout in written(it).bouts)
