"""Cards as pictures: what stands where, and that nothing jumps while one chooses."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from glutetimer.core.pain.advice import FIRST
from glutetimer.core.run.choices import Offer
from glutetimer.core.run.commands import Do, TellPain
from glutetimer.core.run.engine import Engine
from glutetimer.core.run.pain_choices import After
from glutetimer.core.run.view import View, view
from glutetimer.core.session.session import Exercise
from glutetimer.core.values import replace
from glutetimer.tui.card.paint import PaintedCard, paint_card
from glutetimer.tui.card.sizes import CardChoice, CardContent
from glutetimer.tui.run import pain_cards
from glutetimer.tui.run.cards import form_card, form_count, pause_card
from glutetimer.tui.run.jump import jump_card
from tests.helpers.core import each, hold, plan, reps
from tests.helpers.pages import KICK, PRESS, SWAP, moment

PAUSED = moment(KICK, at=15 + 7 * 4 + 1.0, press=(Do.PAUSE,))
BROKE = moment(KICK, at=15 + 7 * 4 + 1.0, press=(Do.FORM_BROKE,))
HURT = moment(KICK, at=15 + 7 * 4 + 1.0, press=(Do.PAIN,))
LONG = CardContent("List", tuple(CardChoice(str(n), f"Answer {n}") for n in range(60)))

PAUSE_CARD = """\
╔═ Paused at 7 of 15 · Standing hip abduction left ═══════╗
║                                                         ║
║   ▄▀▀▀ ▄▀▀▄    ▄▀▀▄ █▄ █                                ║
║   █ ▀█ █  █    █  █ █ ▀█                                ║
║    ▀▀▀  ▀▀      ▀▀  ▀  ▀                                ║
║                                                         ║
║ ► Go on                                             g   ║
║   Again: Standing hip abduction left                a   ║
║   Form broke, 6 of 15: Standing hip abduction left  f   ║
║   Pain                                              p   ║
║   Easier from here: Standing hip abduction          e   ║
║   Skip Standing hip abduction                       n   ║
║   Finish                                            q   ║
║                                                         ║
║   PgUp PgDn choose   Space do it   m sound              ║
╚═════════════════════════════════════════════════════════╝"""


def lines(face: CardContent, width: int = 80, height: int = 24) -> list[str]:
    """The card as text."""
    return paint_card(face, width, height).canvas.text().split("\n")


def follows(told: TellPain) -> After:
    """What can be done after pain in the first of two sets."""
    offers = (Offer(Do.SKIP, "Skip Standing hip abduction"), Offer(Do.OTHER_SIDE, "Other side only: right"))
    return After(("What now? Stopping is never wrong.",), offers)


def faces() -> list[CardContent]:
    """Every card of a run."""
    told = ("4", "lower back", "left", "limp")
    pains = [pain_cards.card_for(HURT, told[:n], follows, (FIRST,)) for n in range(5)]
    form = form_card(BROKE, "", 15, lambda by: "")
    return [card.face for card in (pause_card(PAUSED), form, jump_card(PAUSED), *pains)]


def test_the_pause_card_as_drawn() -> None:
    """The chosen answer in blocks, all of them below, the letters that go straight there."""
    assert lines(pause_card(PAUSED).face) == PAUSE_CARD.split("\n")


@pytest.mark.parametrize(("view", "title"), [
    (PAUSED, "Paused at 7 of 15 · Standing hip abduction left"),
    (moment(PRESS, at=15 + 12.5, press=(Do.PAUSE,)), "Paused at 12 of 30 s · Side press left"),
    (moment(KICK, at=3.0, press=(Do.PAUSE,)), "Paused at :17 · next Standing hip abduction left"),
    (moment(SWAP, at=15 + 10.5, press=(Do.PAUSE,)), "Paused at 3 of 10 · Squeeze bridge"),
    (moment(replace(KICK, pace="own"), at=25.0, press=(Do.PAUSE,)), "Paused · Standing hip abduction left"),
    (replace(PAUSED, paused="gap"), "Paused: the program stood still"),
])  # fmt: skip
def test_the_title_says_where(view: View, title: str) -> None:
    """The bout, reps as a count, seconds of a hold, too; before it the clock."""
    assert pause_card(view).heading == title


@pytest.mark.parametrize("size", [(60, 16), (80, 24), (120, 40), (200, 60)])
@pytest.mark.parametrize("face", faces(), ids=lambda face: face.heading)
def test_a_card_keeps_its_size_while_one_chooses(face: CardContent, size: tuple[int, int]) -> None:
    """And the answers keep their rows, where all have room."""
    painted = [paint_card(replace(face, chosen=number), *size) for number in range(len(face.answers))]
    assert len({(one.canvas.width, one.canvas.height) for one in painted}) == 1
    if len(painted[0].hits) == len(face.answers):
        assert len({tuple(one.hits) for one in painted}) == 1


@pytest.mark.parametrize(
    ("size", "rows"), [((60, 16), 0), ((80, 19), 0), ((80, 20), 3), ((120, 40), 5), ((200, 60), 8)]
)
def test_blocks_from_twenty_rows_on(size: tuple[int, int], rows: int) -> None:
    """The larger the window the larger the word."""
    text = "".join(lines(pause_card(PAUSED).face, *size)[2 : 2 + rows])
    assert ("█" in text) is bool(rows)
    assert "Go on" in lines(pause_card(PAUSED).face, *size)[2 + rows + bool(rows)]


def test_what_has_no_letters_stands_in_bold_in_the_same_place() -> None:
    """The card does not jump for it."""
    face = CardContent("?", (CardChoice("", "Yes"), CardChoice("", "日本語", big="日本語")), chosen=1)
    assert "日本語" in lines(face)[3].replace(" ", "")


def test_a_corrected_count_has_room() -> None:
    """From 6 to 10 the card stays as wide."""
    face = form_card(BROKE, "", 15, lambda by: "").face
    assert face.big == "6 OF 15"
    wide = [len(lines(replace(face, big=big, text=()), 120, 40)[0]) for big in ("6 OF 15", "10 OF 15", "15 OF 15")]
    assert len(set(wide)) == 1


def test_a_broken_hold_says_its_seconds() -> None:
    """With a colon, as on the screen."""
    assert form_count(moment(PRESS, at=15 + 12.5, press=(Do.FORM_BROKE,))) == ":12 OF 30"


def test_a_small_form_card_says_the_count_in_words() -> None:
    """Where there is no room for blocks."""
    text = "\n".join(lines(form_card(BROKE, "", 15, lambda by: "").face, 60, 16))
    assert "6 of 15" in text
    assert "1  Slow on the way back" in text
    assert "3  Something else" in text


def test_the_second_form_card_offers_to_leave_the_exercise() -> None:
    """The first does not."""
    first, second = (form_card(BROKE, leave, 15, lambda by: "") for leave in ("", "Leave Kick for today"))
    assert [choice.value for choice in first.choices][-2:] == ["cue:", "back"]
    assert [choice.value for choice in second.choices][-3:] == ["cue:", "skip", "back"]
    assert "for today?" in second.words[0]


def test_the_scale_of_pain() -> None:
    """The number in blocks, in its row in brackets, with words for what it means."""
    text = lines(pain_cards.card_for(HURT, (), follows).face)
    at = next(y for y, line in enumerate(text) if "[3]" in line)
    assert text[at].split() == ["║", "0", "1", "2", "[3]", "4", "5", "6", "7", "8", "9", "10", "║"]
    assert text[at + 1].split() == ["║", "none", "some", "a", "lot", "║"]
    assert "next: where" in "\n".join(text)
    assert [choice.value for choice in pain_cards.card_for(HURT, (), follows).choices][-1] == "back"


def test_pain_is_in_its_own_colour_and_word() -> None:
    """The frame and the blocks; the other cards have neither."""
    looks = paint_card(pain_cards.card_for(HURT, (), follows).face, 80, 24).canvas.looks
    assert {look.role for look in looks[0]} == {"alarm"}
    assert "alarm" not in {look.role for row in paint_card(LONG, 80, 24).canvas.looks for look in row}


def test_the_last_row_is_muted_never_dim() -> None:
    """Near text, but text."""
    canvas = paint_card(LONG, 80, 24).canvas
    look = canvas.looks[canvas.height - 2][6]
    assert (look.role, look.dim) == ("muted", False)


@given(st.integers(0, 59))
def test_a_long_list_shows_what_is_chosen(chosen: int) -> None:
    """With triangles where it goes on."""
    text = lines(replace(LONG, chosen=chosen), 80, 24)
    assert f"► Answer {chosen} " in "\n".join(text)
    assert (any("▲" in line for line in text), any("▼" in line for line in text)) != (False, False)


def test_numbers_and_words_stand_under_each_other() -> None:
    """Also of the answer that has no number."""
    text = lines(pain_cards.card_for(HURT, ("3",), follows).face)
    assert {line.index(word) for line in text for word in ("Glute ", "Back   ") if word in line} == {7}


def test_text_of_two_columns_keeps_them() -> None:
    """A long line is broken in the second."""
    face = CardContent(
        "Keys", (CardChoice("", "Back"),), text=("Space . b  " + "word " * 14, "q          short"), blocks=False
    )
    text = lines(face, 60, 16)
    starts = {line.index("word") for line in text if "word" in line} | {
        line.index("short") for line in text if "short" in line
    }
    assert starts == {4 + 11}


def test_the_list_has_planned_beside_done() -> None:
    """What is whole, where the run is, what is to come."""
    view = moment(KICK, at=15 + 2 * 65 + 30 + 5.0)
    card = jump_card(view)
    assert [choice.label for choice in card.choices] == [
        "Stay here",
        "■ Standing hip abduction",
        "· Standing hip abduction",
    ]
    assert [choice.note.rstrip().split("  ") for choice in card.choices[1:]] == [
        ["1/2", "15 a side", "15 · 15"],
        ["2/2", "15 a side", "now"],
    ]
    assert (card.chosen, card.choices[2].value) == (2, "")


@pytest.mark.parametrize(
    ("exercise", "planned"),
    [
        (reps("a", 15), "15 reps"),
        (hold("a", 30), "30 s"),
        (hold("a", 90), "1:30"),
        (each("a", 15), "15 a side"),
        (each("a", 15, right_dose=12), "L 15 R 12"),
        (each("a", 10, directions=("forward", "backward")), "10+10 a side"),
        (each("a", 10, right_dose=8, directions=("forward", "backward")), "L 10+10 R 8+8"),
        (reps("a", 10, directions=("left", "right")), "10+10 reps"),
        (hold("a", 30, sides="each", left="l", right="r", right_dose=20), "L 30 s R 20 s"),
        (reps("a", 5, sides="alternate", left="l", right="r"), "5 a side"),
    ],
)
def test_the_list_has_the_dose_of_each_side(exercise: Exercise, planned: str) -> None:
    engine = Engine(plan(exercise))
    engine.start(0.0)
    (_, choice) = jump_card(view(engine, 0.0)).choices
    assert choice.note.split("  ")[1].strip() == planned


def _hits_are_seen(painted: PaintedCard) -> bool:
    canvas = painted.canvas
    return all(0 <= y < canvas.height and 0 <= x0 < x1 <= canvas.width for y, x0, x1, _ in painted.hits)


@given(
    face=st.builds(
        CardContent,
        st.text(max_size=80),
        st.lists(
            st.builds(CardChoice, st.just("x"), st.text(max_size=80), st.sampled_from(["", "1", "a"])), min_size=1
        ).map(tuple),
        text=st.lists(st.text(max_size=200), max_size=30).map(tuple),
        blocks=st.booleans(),
        first_line=st.integers(0, 50),
    ),
    width=st.integers(60, 300),
    height=st.integers(16, 80),
    data=st.data(),
)
def test_any_card_fits_any_screen(face: CardContent, width: int, height: int, data: st.DataObject) -> None:
    """And what is marked is always seen."""
    face = replace(face, chosen=data.draw(st.integers(0, len(face.answers) - 1)))
    painted = paint_card(face, width, height)
    canvas = painted.canvas
    assert canvas.width <= width
    assert canvas.height <= height
    assert {cell_len("".join(row)) for row in canvas.chars} == {canvas.width}
    assert face.chosen in {number for *_, number in painted.hits}
    assert _hits_are_seen(painted)
