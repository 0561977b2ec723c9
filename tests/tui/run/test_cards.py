"""The cards of a run by keys and mouse: with a clicker alone, never by a key that was held."""

from __future__ import annotations

import pytest
from textual.widget import Widget

from glutetimer.tui.card.card import Card, CardFace
from glutetimer.tui.drawing.theme import DARK
from glutetimer.tui.run.picture import Stage
from glutetimer.tui.widgets import held_keys
from tests.helpers.app import Playing, playing
from tests.helpers.fake_program import FakeLiveRun, small_plan


@pytest.fixture(autouse=True)
def _cards_hear_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(held_keys, "DEAF", 0.0)


async def working(it: Playing) -> None:
    """Two reps into the first bout."""
    await it.press("enter")
    await it.at(1.0 + 3.0 + 2 * 3 + 0.5)


@pytest.mark.parametrize("key", ["space", "full_stop", "b", "f5", "escape", "enter"])
async def test_every_pause_key_does_what_is_chosen(key: str) -> None:
    """Clickers send one of these: PageDown chooses, it does."""
    async with playing() as it:
        await working(it)
        await it.press("space", "pagedown", key)
        assert it.engine.paused is None
        assert (it.state.count, it.state.go > it.state.t) == (0, True)  # Again, with a count-in.


async def test_the_first_choice_is_harmless() -> None:
    """Pausing twice is going on with the same count."""
    async with playing() as it:
        await working(it)
        await it.press("space", "space")
        assert (it.engine.paused, it.state.count) == (None, 2)


async def test_page_keys_go_round() -> None:
    """Up from the first is the last."""
    async with playing() as it:
        await working(it)
        await it.press("space", "pageup")
        assert it.card.choices[it.card.chosen].value == "finish"
        await it.press("pagedown")
        assert it.card.chosen == 0


async def test_the_whole_card_is_dimmed_below() -> None:
    """Also where the run goes on, under the keys."""
    async with playing() as it:
        await working(it)
        await it.press("question_mark")
        assert it.screen._covered
        assert it.engine.paused is None
        await it.press("space")
        assert not it.screen._covered


async def test_escape_on_other_cards_is_harmless() -> None:
    """On the list nothing is jumped to, whatever is marked; at the finish the run goes on."""
    async with playing() as it:
        await working(it)
        await it.press("l", "pagedown", "escape")
        assert (it.state.bout, it.engine.paused) == (0, None)
        await it.press("q", "pagedown", "escape")
        assert (it.state.stage, it.live.kept.sealed) == ("bout", [])


async def click_on(it: Playing, answer: str) -> None:
    """Click on the answer that says this."""
    lines = it.card_text.split("\n")
    y = next(y for y, line in enumerate(lines) if answer in line)
    await it.pilot.click(CardFace, offset=(6, y))
    await it.settle()


async def test_a_click_on_an_answer_gives_that_one() -> None:
    """Not the one that is marked."""
    async with playing() as it:
        await working(it)
        await it.press("space")
        it.live.clock.t += 1.0
        await click_on(it, "Again")
        assert (it.engine.paused, it.state.count) == (None, 0)


@pytest.mark.parametrize("target", [None, CardFace])
async def test_a_click_elsewhere_does_what_is_marked(target: type[Widget] | None) -> None:
    """Beside the card or on its frame: the whole screen is the button."""
    async with playing() as it:
        await working(it)
        await it.press("space")
        it.live.clock.t += 1.0
        await it.pilot.click(target, offset=(0, 0))
        await it.settle()
        assert (it.engine.paused, it.state.count) == (None, 2)


async def test_the_wheel_chooses() -> None:
    """Down is next, up is before."""
    async with playing() as it:
        await working(it)
        await it.press("space")
        it.card.on_mouse_scroll_down()
        it.card.on_mouse_scroll_down()
        it.card.on_mouse_scroll_up()
        assert it.card.chosen == 1


async def test_a_held_key_does_not_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its repeats keep the card deaf to it, however long it is held; another key is heard."""
    now = [100.0]
    monkeypatch.setattr(held_keys, "DEAF", 0.7)
    monkeypatch.setattr(held_keys, "perf_counter", lambda: now[0])
    async with playing() as it:
        await working(it)
        await it.press("space")
        for _ in range(20):
            now[0] += 0.15
            await it.press("space")
        assert it.engine.paused == "key"
        await it.press("pagedown")
        assert it.card.chosen == 1
        now[0] += 0.8
        await it.press("space")
        assert it.engine.paused is None


async def test_an_impatient_hand_is_heard(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who presses again and again gets through once the card has been there for its 700 ms."""
    now = [100.0]
    monkeypatch.setattr(held_keys, "DEAF", 0.7)
    monkeypatch.setattr(held_keys, "perf_counter", lambda: now[0])
    async with playing() as it:
        await working(it)
        await it.press("space")
        for _ in range(3):
            now[0] += 0.3
            await it.press("space")
        assert it.engine.paused is None


async def test_form_card_corrects_and_names() -> None:
    """Up and down change the count in the blocks, a digit names the cue."""
    async with playing() as it:
        await working(it)
        await it.press("f")
        assert it.card.face.big == "1 OF 6"
        await it.press("up")
        assert it.card.face.big == "2 OF 6"
        await it.press("2")
        result = it.state.results[0]
        assert result is not None
        assert (result.done, result.reason) == (2, "Straight")


async def test_what_the_program_counted_is_not_by_hand_for_a_named_cue() -> None:
    """The first row of the rest says what was written down."""
    async with playing() as it:
        await working(it)
        await it.press("f", "2")
        assert "Kick left: 1 of 6, stopped for form: Straight" in it.stage_text
        assert "by hand" not in it.stage_text


async def test_escape_from_the_form_card_names_nothing() -> None:
    """The rest begins."""
    async with playing() as it:
        await working(it)
        await it.press("f", "escape")
        result = it.state.results[0]
        assert result is not None
        assert (result.outcome, result.reason, it.state.stage) == ("form-broke", "", "break")


async def test_the_form_card_tells_the_seconds() -> None:
    """And closes by itself."""
    async with playing() as it:
        await working(it)
        await it.press("f")
        await it.at(it.live.clock.t + 4.0)
        assert it.card.heading == "Good call · switch in 11 s · Kick left"
        await it.at(it.live.clock.t + 11.0)
        assert not it.has_card


async def test_pain_goes_back_question_by_question() -> None:
    """By clicker alone: Back is the last answer of each."""
    async with playing() as it:
        await working(it)
        await it.press("p", "pagedown", "space")
        assert it.card.words == ("Where?",)
        await it.press("pageup", "space")
        assert "How much does it hurt?" in " ".join(it.card.words)
        await it.press("7", "3", "escape")
        assert it.card.words == ("Where?",)
        await it.press("1", "l", "1", "n")
        result = it.state.results[0]
        assert result is not None
        assert (result.pain, result.place, result.pain_side) == (7, "outer hip", "left")
        assert not it.has_card


async def test_back_from_the_first_question_of_pain_takes_it_back() -> None:
    """The bout comes again, and is not written down as pain."""
    async with playing() as it:
        await working(it)
        await it.press("p", "escape")
        assert (it.engine.paused, it.state.stage, it.state.bout) == (None, "bout", 0)
        await it.at(it.live.clock.t + 60.0)
        result = it.state.results[0]
        assert result is not None
        assert (result.outcome, result.pain) == ("done", None)


async def test_back_from_pain_in_a_rest_goes_on_with_the_rest() -> None:
    """Nothing is done again."""
    async with playing() as it:
        await working(it)
        await it.at(15 + 18 + 10 + 18 + 5.0)
        assert it.state.stage == "break"
        bout = it.state.bout
        await it.press("p", "escape")
        assert (it.engine.paused, it.state.stage, it.state.bout) == (None, "break", bout)


async def test_up_is_more_on_the_scale_of_pain() -> None:
    """Left and right go along it."""
    async with playing() as it:
        await working(it)
        await it.press("p", "up", "up", "down", "right", "left")
        assert it.card.chosen == 4


async def test_the_list_begins_where_the_run_is() -> None:
    """Doing what is marked stays there."""
    async with playing() as it:
        await working(it)
        await it.press("l")
        assert it.card.choices[it.card.chosen].label == "· Kick"
        await it.press("enter")
        assert (it.state.bout, it.state.count, it.engine.paused) == (0, 2, None)


async def test_long_text_moves_with_the_page_keys() -> None:
    """Where there is one answer only, as with the keys in a small window."""
    async with playing(size=(60, 16)) as it:
        await it.press("question_mark")
        first = it.card_text
        await it.press("pagedown")
        assert it.card_text != first
        await it.press("pageup")
        assert it.card_text == first


async def test_the_notes_of_the_log_reach_the_picture() -> None:
    """What is new is explained, what went last time is said."""
    live = FakeLiveRun(small_plan())
    live.first_time = frozenset({"kick"})
    async with playing(live) as it:
        assert "Kick slowly." in it.stage_text
        assert "Slow " not in it.stage_text
    live = FakeLiveRun(small_plan())
    live.failed_cues = {"kick": "Toes down"}
    async with playing(live) as it:
        assert "Toes down" in it.stage_text


@pytest.mark.parametrize("theme", [DARK.name, "ansi-dark"])
async def test_what_is_marked_is_reversed_in_every_theme(theme: str) -> None:
    """Sixteen colours too; and never by colour alone, for ► stands before it."""
    async with playing() as it:
        it.app.theme = theme
        await working(it)
        await it.press("space")
        face = it.card.query_one(CardFace)
        y = next(y for y in range(face.size.height) if "► Go on" in face.render_line(y).text)
        styles = {bool(part.style and part.style.reverse) for part in face.render_line(y) if "Go on" in part.text}
        grounds = {part.style.bgcolor for part in face.render_line(y) if part.style}
        assert styles == {True} or len(grounds) == 2


async def test_a_run_without_colours() -> None:
    """NO_COLOR: a row that is not painted yet has a style for the filter to work on."""
    async with playing() as it:
        assert all(part.style is not None for part in it.screen.query_one(Stage).render_line(99))
        it.screen.query_one(Stage)._canvas = None
        assert all(part.style is not None for part in it.screen.query_one(Stage).render_line(0))


async def test_what_a_key_changes_out_of_sight_is_said() -> None:
    """In the rest the arrows correct the bout before: its new count stands in the first row until the next go."""
    async with playing() as it:
        await working(it)
        await it.press("enter")
        await it.press("up")
        assert "Kick left: 3 of 6, by hand" in it.stage_text
        await it.press("t")
        assert ": one press a rep" in it.stage_text
        await it.press("enter")
        assert "Pace:" not in it.stage_text


async def test_behind_a_card_no_other_key_is_named() -> None:
    """The card says what its keys do."""
    async with playing() as it:
        await working(it)
        assert "Enter" in it.stage_text.split("\n")[-1]
        await it.press("space")
        assert "Enter" not in it.stage_text.split("\n")[-1]


@pytest.mark.parametrize(("pain", "broke"), [("з", "а"), ("π", "φ"), ("З", "А")])
async def test_keys_are_the_same_in_other_layouts(pain: str, broke: str) -> None:
    """Russian and Greek letters of the keys p and f."""
    for letter, words in ((pain, "Pain"), (broke, "Good call")):
        async with playing() as it:
            await working(it)
            await it.press(letter)
            assert words in it.card.face.heading


@pytest.mark.parametrize("letter", ["п", "γ", "П"])
async def test_answers_are_the_same_in_other_layouts(letter: str) -> None:
    """The key g of the pause: go on."""
    async with playing() as it:
        await working(it)
        await it.press("space")
        assert it.shows(Card)
        await it.press(letter)
        assert not it.shows(Card)
