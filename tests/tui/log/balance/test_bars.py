"""Left against right as cells, and what is said below."""

from __future__ import annotations

from datetime import date

import pytest

from glutetimer.core.log.balance import Balance, Harder, SideTotal
from glutetimer.core.log.compare import Compared
from glutetimer.core.session.session import Kind
from glutetimer.core.values import replace
from glutetimer.tui.log.balance.picture import bars_of, number, paint_balance, row_at

MONDAY = date(2026, 9, 28)


def side(clean: int, target: int = 180, workouts: int = 4) -> SideTotal:
    return SideTotal(workouts, 3 * workouts, target, clean, 2.0 * clean)


def pair(name: str, left: SideTotal, right: SideTotal, kind: Kind = "reps", harder: Harder | None = None) -> Balance:
    return Balance(name.lower(), name, kind, left, right, harder or Harder())


BRIDGE = pair("Single-leg bridge", side(180), side(148), harder=Harder(1, 5, 1))
EVEN = pair("Standing hip abduction", side(120), side(118))
PRESS = pair("Side press", side(500, 540), side(540, 540), "hold")
CLAM = pair("Clam shell", side(40, 40, 2), side(40, 40, 2))
FOUR = Compared(8, MONDAY, (BRIDGE, PRESS, EVEN, CLAM), ("The right side did less.", "Begin with the right."), 3)


def picture(told: Compared, marked: int = 0, width: int = 58, height: int = 14) -> list[str]:
    return paint_balance(told, marked, width, height).text().split("\n")


def many(count: int) -> Compared:
    return replace(FOUR, balances=tuple(pair(f"Exercise {n + 1}", side(100), side(90)) for n in range(count)))


def test_a_low_narrow_window() -> None:
    """Half a row a bar, so that they do not touch; what the marked exercise is made of has no room."""
    assert picture(FOUR) == [
        "  Clean reps and seconds, left against right, last 8 weeks",
        "                            left   right",
        "► Single-leg bridge   180 ▄▄▄▄▄▄▄│▄▄▄▄▄▄ 148       R -18 %",
        "  Side press         500 s ▄▄▄▄▄▄│▄▄▄▄▄▄▄ 540 s     L -7 %",
        "  Standing hip…       120 ▄▄▄▄▄▄▄│▄▄▄▄▄▄▄ 118         even",
        "  Clam shell           40 ───────│─────── 40           few",
        "  Left: 180 of 180 reps in 12 sets of 4 workouts, form",
        "  held.",
        "  Right: 148 of 180 reps in 12 sets of 4 workouts, form",
        "  held.",
        "  The right side did less.",
        "  Begin with the right.",
        "  Counts nobody confirmed are left out (3 workouts).",
        "  A trend, not a verdict.",
    ]


def test_a_larger_window() -> None:
    """Whole rows, apart."""
    assert picture(FOUR, 1, 78, 21)[1:12] == [
        "  Clean reps and seconds, left against right, last 8 weeks",
        "",
        "                                         left   right",
        "  Single-leg bridge          180 █████████████│███████████ 148         R -18 %",
        "",
        "► Side press                500 s ████████████│█████████████ 540 s      L -7 %",
        "",
        "  Standing hip abduction     120 █████████████│█████████████ 118          even",
        "",
        "  Clam shell                  40 ─────────────│───────────── 40            few",
        "",
    ]


def test_sides_have_their_colours() -> None:
    """And a gap is bold, what says nothing is not."""
    canvas = paint_balance(FOUR, 0, 58, 14)
    assert [canvas.looks[2][x].role for x in (30, 35)] == ["work", "rest"]
    assert [canvas.looks[y][57].bold for y in (2, 3, 4, 5)] == [True, True, False, False]


@pytest.mark.parametrize("width", [58, 78, 116, 120])
def test_a_bar_is_as_long_as_the_word_says(width: int) -> None:
    """By what was done of the plan: the stronger side has all the room there is."""
    for one in (*FOUR.balances, pair("Bridge", side(150, 180), side(60, 120))):
        told = replace(FOUR, balances=(one,))
        row = next(text for text in picture(told, 0, width) if "│" in text)
        left, right = (sum(part.count(cell) for cell in "▄█─") for part in row.split("│"))
        assert max(left, right) == bars_of(width, was=False).long
        assert abs(left / right - one.left.share / one.right.share) <= 1 / right


def test_where_the_plan_differs_the_part_of_it_is_told() -> None:
    """Fewer reps on the right are no gap where fewer were planned; the words say what the numbers are."""
    planned = replace(FOUR, balances=(pair("Bridge", side(90, 180), side(60, 120)),), unconfirmed=0)
    assert any(" 50 % " in text and text.count("50 %") == 2 and text.endswith("even") for text in picture(planned))
    assert "  % of the plan, where it had more on one side." in picture(planned)
    assert not any("% of the plan" in text for text in picture(FOUR, 0, 116, 37))


def test_what_is_planned_on_one_side_alone_is_no_other_plan() -> None:
    """There is nothing to compare yet."""
    assert number(pair("Bridge", side(90), SideTotal()), side(90)) == "90"


@pytest.mark.parametrize(
    ("kind", "left", "right", "words"),
    [("reps", 12000, 999, "12000"), ("hold", 999, 999, "999 s"), ("hold", 900, 1000, "15 min")],
)
def test_numbers(kind: Kind, left: int, right: int, words: str) -> None:
    """Both sides in one unit, and none so long that it reaches its neighbours."""
    one = pair("Press", side(left, 14000), side(right, 14000), kind)
    assert number(one, one.left) == words


def test_what_has_no_room_is_seen_by_going_there() -> None:
    """The marked exercise is always in sight, and which ones are is said."""
    assert "1-4 of 20" in picture(many(20), 0)[1]
    for marked in range(20):
        lines = picture(many(20), marked)
        assert sum("►" in text and f" Exercise {marked + 1} " in text for text in lines) == 1
    assert "17-20 of 20" in picture(many(20), 19)[1]
    assert "of 4" not in picture(FOUR)[1]


@pytest.mark.parametrize("count", [1, 4, 7, 30])
def test_nothing_is_cut(count: int) -> None:
    """Whole sentences, and at least four exercises, or all there are."""
    for height in range(14, 60):
        lines = picture(many(count), 0, 58, height)
        assert len(lines) == height
        assert sum("│" in text for text in lines) >= min(count, 4)
        assert "  Begin with the right." in lines
        assert any("Left: 100 of 180" in text for text in lines) == any("Right: 90 of 180" in text for text in lines)


def test_most_words_go_before_the_sentences() -> None:
    """What the marked one is made of is one key away."""
    long = replace(many(9), sentences=("The right side did less.", "The gap is closing.", "Begin with the right."))
    lines = picture(long)
    assert not any("Left:" in text for text in lines)
    assert all(any(words in text for text in lines) for words in (*long.sentences, "left out (3 workouts)"))


def test_where_nothing_is_confirmed() -> None:
    """No sums of nothing: what was left out."""
    one = replace(pair("Bridge", SideTotal(), SideTotal()), unconfirmed=6)
    lines = picture(Compared(8, MONDAY, (one,), ("Too little to compare.",), 1))
    assert "► Bridge                       0 │ 0                   few" in lines
    assert not any("Left:" in text for text in lines)
    assert "  Left out: 6 workouts that nobody confirmed." in lines
    assert any("left out (1 workout)." in text for text in lines)


def test_an_empty_log() -> None:
    """A sentence, and no verdict on nothing."""
    lines = picture(Compared(8, MONDAY, (), ("No exercise was done on each side yet.",), 0))
    assert [text for text in lines if text] == [
        "  Clean reps and seconds, left against right, last 8 weeks",
        "  No exercise was done on each side yet.",
    ]


def test_a_number_stays_with_its_percent() -> None:
    """A line never begins with one."""
    told = replace(FOUR, sentences=("The gap in Standing hip abduction is closing: it is now 21 % and was 33 %.",))
    assert not any(text.strip().startswith("%") for width in range(58, 120) for text in picture(told, 0, width))
    assert not any("_" in text for text in picture(told))


@pytest.mark.parametrize(("height", "first", "step"), [(14, 2, 1), (21, 4, 2)])
def test_each_row_tells_its_exercise(height: int, first: int, step: int) -> None:
    """And no other row does."""
    assert [row_at(FOUR, 0, 78, height, first + place * step) for place in range(4)] == [0, 1, 2, 3]
    assert row_at(FOUR, 0, 78, height, first - 1) is None
    assert row_at(FOUR, 0, 78, height, first + 4 * step) is None
    assert step == 1 or row_at(FOUR, 0, 78, height, first + 1) is None


def test_rows_further_down_tell_theirs() -> None:
    """Where not all are in sight."""
    assert row_at(many(20), 19, 58, 14, 2) == 16


def test_how_it_was_is_said_once() -> None:
    """Beside the bars where there is room, else in a sentence; where nobody knows it the bars have its room."""
    was = replace(FOUR, balances=tuple(replace(one, was=26.0) for one in FOUR.balances))
    wide, narrow = picture(was, 0, 116, 37), picture(was, 0, 78, 37)
    assert sum("R -26 %" in line for line in wide) == len(FOUR.balances)
    assert not any("weeks before: R -26 %" in line for line in wide)
    assert any("weeks before: R -26 %" in line for line in narrow)
    assert bars_of(116, was=False).word == 116
