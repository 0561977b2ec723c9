"""The history by keys and mouse."""

from __future__ import annotations

import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from glutetimer.core.log.query import Filter, Unreadable
from glutetimer.core.record.record import Workout
from glutetimer.core.values import replace
from glutetimer.tui.card.card import Card
from glutetimer.tui.finish.correct import CorrectScreen
from glutetimer.tui.log.common.memory import Goto
from glutetimer.tui.log.common.page import Memory
from glutetimer.tui.log.edit.correct import EditScreen
from glutetimer.tui.log.history.list import HistoryList
from glutetimer.tui.log.history.page import HistoryPage
from glutetimer.tui.widgets import held_keys
from tests.helpers.fake_book import FakeBook, clock
from tests.helpers.log_hands import LogHands, hands
from tests.helpers.log_past import LAST, ROUND, built_in, made, past
from tests.helpers.pages import settle, text_of

SIZES = [(60, 16), (80, 24), (120, 40), (200, 60)]
NEWEST, NEXT = "► Fri 20 Nov", "► Wed 18 Nov"


@pytest.fixture(autouse=True)
def _awake_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(held_keys, "DEAF", 0.0)
    monkeypatch.setattr(held_keys, "REPEATS", 0.0)


@asynccontextmanager
async def history(
    workouts: list[Workout] | None = None,
    size: tuple[int, int] = (80, 24),
    memory: Memory | None = None,
    copies: tuple[Workout, ...] = (),
) -> AsyncIterator[LogHands[HistoryPage]]:
    """The history of 40 workouts, or of these."""
    book = FakeBook(past(40) if workouts is None else workouts, list(built_in().values()), copies)
    async with hands(HistoryPage(book, memory or Memory(), clock), book, size) as it:
        yield it


@pytest.mark.parametrize("size", [*SIZES, (61, 17), (75, 20), (99, 33), (100, 34), (300, 80)])
async def test_the_newest_come_first_at_any_size(size: tuple[int, int]) -> None:
    """Head, columns, list and foot stand where they should."""
    async with history(size=size) as it:
        lines = [line for line in it.lines if line]
        assert lines[0].startswith("Log 1 History 2 Weeks 3 Exercise 4 Balance 40")
        assert lines[1].startswith("day session done time")
        assert lines[2].startswith(NEWEST)
        assert lines[3].startswith("Wed 18 Nov")
        assert it.text.splitlines()[size[1] - 1].strip().startswith("Enter  open")
        assert all(len(line) <= size[0] for line in it.text.splitlines())


async def test_the_arrows_move_the_mark() -> None:
    """And it stops at the ends."""
    async with history() as it:
        await it.press("up")
        assert it.marked.startswith(NEWEST)
        await it.press("down", "down", "up")
        assert it.marked.startswith(NEXT)


async def test_far_ways_are_short() -> None:
    """Home, End and pages."""
    async with history() as it:
        await it.press("end")
        oldest = it.marked
        assert "Aug" in oldest
        await it.press("down")
        assert it.marked == oldest
        await it.press("home", "pagedown")
        down = it.marked
        assert down
        assert down not in (oldest, NEWEST)
        await it.press("pageup")
        assert it.marked.startswith(NEWEST)


async def test_a_very_long_log_is_asked_for_in_pages() -> None:
    """However many there are, it is the ones seen."""
    one = made(ROUND[0], LAST)
    many = [replace(one, id=f"2026-{number:06}") for number in range(5_000)]
    async with history(many) as it:
        assert "5,000 workouts" in it.text
        it.book.rows.asked.clear()
        await it.press("end", "home", "pagedown", "pagedown")
        assert 0 < len(it.book.rows.asked) <= 4
        assert all(most <= 200 for _, most in it.book.rows.asked)


async def test_enter_opens_a_workout_in_place_and_folds_it() -> None:
    """The others stand below it."""
    async with history() as it:
        before = it.text
        await it.press("enter")
        assert "│ Standing hip abduction 2 × 15 L 15 15 R 15 15" in it.lines
        assert it.foot == "fold"
        assert any(line.startswith("Wed 18 Nov") for line in it.lines)
        await it.press("enter")
        assert it.text == before


async def test_several_may_be_open() -> None:
    """To compare them."""
    async with history(size=(120, 40)) as it:
        await it.press("enter", "down", "enter")
        assert it.marked.startswith(NEXT)
        assert any("Standing hip abduction" in line for line in it.lines)
        assert any("Step-up" in line for line in it.lines)


async def test_what_is_open_is_scrolled_through() -> None:
    """In a low window Down shows the rest of it before it goes on, Up its beginning before it goes back."""
    async with history(size=(60, 16)) as it:
        await it.press("enter")
        assert "All as counted" not in it.text
        await it.press("down")
        assert "All as counted" in it.text
        await it.press("down")
        assert it.marked.startswith(NEXT)
        await it.press("up")
        assert it.marked.startswith(NEWEST)


async def test_the_marked_one_is_seen_after_every_key() -> None:
    """Whatever is open around it."""
    async with history(size=(60, 16)) as it:
        for key in ("enter", "down", "down", "down", "enter", "end", "enter", "up", "up", "pageup", "enter", "home"):
            await it.press(key)
            listed = it.page.query_one(HistoryList)
            top, seen = listed._folds.top(listed.marked), listed.scroll_offset.y
            assert seen <= top < seen + listed.size.height or key == "down", key


async def test_a_file_that_cannot_be_read_any_more_is_said_in_place() -> None:
    """The row is still known; the file is left alone."""
    async with history() as it:
        path = next(iter(it.book.files))
        it.book.unopened[path] = "rounds is missing"
        await it.press("enter")
        assert "cannot be read now: rounds is missing" in " ".join(it.lines).replace("│ ", "")
        for key in ("e", "d"):
            await it.press(key)
            assert isinstance(it.app.screen, HistoryPage)
            assert it.text.count("cannot be read now") == 2
        assert not it.book.told


async def test_a_click_marks_and_a_second_one_opens() -> None:
    """As in the list of sessions; below an open workout a click does nothing."""
    async with history() as it:
        await it.pilot.click(HistoryList, offset=(10, 2))
        await it.settle()
        assert it.marked.startswith("► Sun 15 Nov")
        assert not it.lines[6].startswith("│")
        await it.pilot.click(HistoryList, offset=(10, 2))
        await it.settle()
        assert it.lines[6].startswith("│ High knees")
        await it.pilot.click(HistoryList, offset=(10, 3))
        await it.settle()
        assert it.lines[6].startswith("│ High knees")


@pytest.mark.parametrize(("key", "tab"), [("2", "weeks"), ("3", "exercise"), ("4", "balance")])
async def test_digits_go_to_the_other_pages(key: str, tab: str) -> None:
    """From any of them."""
    async with history() as it:
        await it.press("1", key)
        assert it.left == Goto(tab)  # type: ignore[arg-type]


async def test_tabs_can_be_clicked() -> None:
    """Where they stand; elsewhere in the head nothing happens."""
    async with history() as it:
        head = it.text.splitlines()[0]
        await it.pilot.click("#head", offset=(1, 0))
        await it.pilot.click("#head", offset=(head.index("Exercise"), 0))
        await it.settle()
        assert it.left == Goto("exercise")


@pytest.mark.parametrize("key", ["q", "escape", "ctrl+c"])
async def test_leaving(key: str) -> None:
    """Every way out leaves the log."""
    async with history() as it:
        await it.press(key)
        assert it.left is None


async def test_the_mark_is_kept_for_the_next_time() -> None:
    """Back from another page it is where it was."""
    memory = Memory()
    async with history(memory=memory) as it:
        await it.press("down", "2")
    async with history(memory=memory) as it:
        assert it.marked.startswith(NEXT)


async def test_an_empty_log_says_what_to_do() -> None:
    """Nothing can be opened, corrected or deleted."""
    async with history([]) as it:
        assert "No workouts yet." in it.text
        assert "0 workouts" in it.text
        assert it.foot == ""
        await it.press("enter", "e", "d", "down", "end", "pagedown", "m")
        assert "No workouts yet." in text_of(it.app) or isinstance(it.app.screen, Card)


async def test_one_workout() -> None:
    """Is a log, too."""
    async with history(past(1)) as it:
        assert "1 workout" in it.text
        assert "1 workouts" not in it.text
        await it.press("end", "pageup", "enter")
        assert "Standing hip abduction" in it.text


async def test_delete_asks_and_can_be_taken_back() -> None:
    """The harmless answer is the marked one; afterwards u brings it back, and the mark is on it again."""
    async with history() as it:
        await it.press("d", "enter")
        assert not it.book.told
        await it.press("d", "t")
        assert it.book.told == ["delete"]
        assert "In the trash: Hip control, 20 Nov. u brings it back." in it.text
        assert "39 workouts" in it.text
        assert it.marked.startswith(NEXT)
        await it.press("down", "u")
        assert it.book.told == ["delete", "restore"]
        assert "Back again: Hip control, 20 Nov." in it.text
        assert it.marked.startswith(NEWEST)
        await it.press("u")
        assert "Nothing was moved to the trash" in it.text


async def test_the_last_one_deleted_leaves_the_mark_on_the_one_above() -> None:
    """There is none below."""
    async with history(past(3)) as it:
        await it.press("end", "d", "t")
        assert it.marked.startswith(NEXT)


async def test_a_workout_that_went_elsewhere_leaves_the_mark_at_its_place() -> None:
    """Another program may have deleted it; another workout it may have brought moves the mark with its workout."""
    async with history() as it:
        await it.press("down", "down")
        gone = it.page.memory.marked
        assert gone is not None
        del it.book.files[gone.path]
        it.page.read_again()
        await it.settle()
        assert it.marked.startswith("► Fri 13 Nov")
        it.book.files["2026/11/newer.toml"] = made(ROUND[2], LAST.replace(day=21), 99)
        it.page.read_again()
        await it.settle()
        assert it.marked.startswith("► Fri 13 Nov")


async def test_what_stood_in_the_way_is_said() -> None:
    """And nothing has changed."""
    async with history() as it:
        it.book.objection = "Not moved: the disk is full. It stays where it is."
        await it.press("d", "t")
        assert it.book.objection in it.text
        assert it.marked.startswith(NEWEST)
        it.book.objection = ""
        await it.press("d", "t")
        it.book.objection = "Not brought back: another file has its name."
        await it.press("u")
        assert it.book.objection in it.text
        it.book.objection = ""
        await it.press("u")
        assert it.marked.startswith(NEWEST)


async def test_a_correction_is_seen_at_once() -> None:
    """Also in what is open; the mark stays."""
    async with history(size=(120, 40)) as it:
        await it.press("down", "enter", "e")
        assert isinstance(it.app.screen, EditScreen)
        await it.press("down", "down", "down", "right", "enter")
        assert it.book.told == ["amend"]
        assert "Corrected: Glute strength, 18 Nov." in it.text
        assert "│ Effort 8, extremely hard" in it.lines
        assert it.marked.startswith(NEXT)
        assert "amended" in it.marked


async def test_leaving_the_correction_without_changes_says_nothing() -> None:
    """Nothing is read again."""
    async with history() as it:
        before = it.book.rows.refreshed
        await it.press("e", "escape")
        assert "Corrected" not in it.text
        assert it.book.rows.refreshed == before


async def test_an_added_workout_is_marked() -> None:
    """Wherever it stands; the session offered is that of the marked one."""
    async with history() as it:
        await it.press("down", "a", "down", "left", "left", "left", "left", "left", "left", "left", "enter")
        assert it.book.told == ["add"]
        assert "Added: Glute strength, " in it.text
        assert "41 workouts" in it.text
        assert "Glute strength" in it.marked
        assert it.page.memory.marked is not None
        assert it.page.memory.marked.id.endswith("-added")


async def test_a_filter_that_would_hide_what_was_added_goes() -> None:
    """One that shows it stays."""
    async with history(memory=Memory(wanted=Filter(session="glute-strength"))) as it:
        await it.press("a", "down", "enter")
        assert it.page.memory.wanted == Filter(session="glute-strength")
        await it.press("a", "right", "down", "down", "enter")
        assert it.page.memory.wanted == Filter()
        assert it.page.memory.marked is not None
        assert it.page.memory.marked.id.endswith("-added")


async def test_a_copy_is_shown_and_named() -> None:
    """It says otherwise than the one that counts."""
    newest = made(ROUND[0], LAST)
    async with history([newest], copies=(replace(newest, note="Elsewhere."),)) as it:
        (copy,) = [line for line in it.lines if "copy" in line]
        assert "Hip control" in copy


async def test_a_copy_counts_in_the_place_of_what_was_deleted() -> None:
    """It is said once the log knows it; of a deleted copy nothing is said."""
    newest = made(ROUND[0], LAST)
    copies = (replace(newest, note="Elsewhere."),)
    async with history([newest], copies=copies, size=(120, 40)) as it:
        await it.press("d", "t")
        assert "In the trash: Hip control, 20 Nov. A copy with other content counts now. u brings it back." in it.text
        assert "copy  " not in it.marked
    async with history([newest], copies=copies) as it:
        await it.press("home" if "copy" in it.marked else "down", "d", "t")
        assert "counts now" not in it.text


async def test_what_was_deleted_can_be_brought_back_when_the_log_was_left() -> None:
    """The list is the desk's."""
    memory = Memory()
    async with history(memory=memory) as it:
        await it.press("d", "t", "escape")
        book = it.book
    page = HistoryPage(book, Memory(deleted=memory.deleted), clock)
    async with hands(page, book) as it:
        await it.press("u")
        assert "Back again: Hip control, 20 Nov." in it.text


async def test_files_that_cannot_be_read_are_listed() -> None:
    """File, line, reason; without any, there is nothing to see."""
    async with history() as it:
        await it.press("exclamation_mark")
        assert isinstance(it.app.screen, HistoryPage)
        it.book.rows.unread = (Unreadable("2026/10/a.toml", 7, "rounds is missing"), Unreadable("b.toml", None, "cut"))
        it.page.show()
        await settle(it.pilot)
        assert "! 2 files cannot be read: ! shows them" in it.text
        await it.press("exclamation_mark")
        words = it.card.words
        assert words[2:] == ("2026/10/a.toml, line 7", "  rounds is missing", "b.toml", "  cut")
        await it.press("escape")
        assert isinstance(it.app.screen, HistoryPage)


async def test_what_is_known_is_shown_while_the_log_is_read() -> None:
    """How far that is stands in the head; keys work meanwhile; when it is done, what was found is there."""
    book = FakeBook(past(20))
    newer = made(ROUND[2], LAST.replace(day=21, hour=18), 99)
    book.files["2026/11/newer.toml"] = newer
    book.rows.gate, book.rows.steps = threading.Event(), ((5, 21),)
    async with hands_unread(book) as it:
        await it.pilot.pause()
        assert "20 workouts" not in it.text
        assert it.marked.startswith(NEWEST)
        await it.pilot.press("down")
        assert "18 Nov" in it.marked
        while it.page.rows.progress() != (5, 21):
            await it.pilot.pause()
        it.page._look()
        assert "reading 5 of 21" in it.text
        book.rows.gate.set()
        await it.settle()
        assert "21 workouts" in it.text
        assert "18 Nov" in it.marked
        await it.press("home")
        assert it.marked.startswith("► Sat 21 Nov")


@asynccontextmanager
async def hands_unread(book: FakeBook) -> AsyncIterator[LogHands[HistoryPage]]:
    """The page while its log is still read."""
    from tests.helpers.pages import around

    page = HistoryPage(book, Memory(), clock)
    async with around(page, (120, 40)) as (app, pilot):
        yield LogHands(app, page, book, pilot)


async def test_an_empty_list_says_so_only_when_all_is_read() -> None:
    """Before that nobody knows."""
    book = FakeBook([])
    book.files |= FakeBook(past(3)).files
    book.rows.gate = threading.Event()
    async with hands_unread(book) as it:
        await it.pilot.pause()
        assert "The log is being read." in it.text
        assert "No workouts yet" not in it.text
        book.rows.gate.set()
        await it.settle()
        assert it.marked.startswith(NEWEST)


async def test_the_keys_card_lists_them() -> None:
    """? as everywhere."""
    async with history() as it:
        await it.press("question_mark")
        assert any("trash" in line for line in it.card.words)
        assert not isinstance(it.app.screen, CorrectScreen)
