"""An exercise over time as cells, and the words around it."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from glutetimer.core.log.bests import Best, Ever, KnownForm
from glutetimer.core.log.query import KnownExercise
from glutetimer.core.log.rows import SideRow
from glutetimer.core.log.series import Measure, Series, SideLine, WeekPoint
from glutetimer.core.session.session import Kind, Side
from glutetimer.core.values import replace
from glutetimer.tui.log.exercise.chart import columns, marks_of, most_weeks, rows_of
from glutetimer.tui.log.exercise.picture import Looked, newest, paint_chart
from glutetimer.tui.log.exercise.text import form_words, legend, line_words, sentences, titles

TODAY = date(2026, 11, 21)
THIS = date(2026, 11, 16)


def point(value: int, back: int = 0, breaks: int = 0, pain: int | None = None, sure: bool = True) -> WeekPoint:
    return WeekPoint(THIS - timedelta(weeks=back), value, 1, breaks, pain, bool(pain), sure)


def line(side: Side, *values: int | WeekPoint | None, best: Best | None = None) -> SideLine:
    """The newest value is that of this week."""
    last = len(values) - 1
    points = [point(value, last - place) if isinstance(value, int) else value for place, value in enumerate(values)]
    return SideLine(side, tuple(points), best)


def chart(*lines: SideLine, kind: Kind = "reps", measure: Measure = "best") -> Series:
    count = len(lines[0].points)
    mondays = tuple(THIS - timedelta(weeks=back) for back in reversed(range(count)))
    return Series("bridge", "Bridge", KnownForm("", "Bridge", kind), measure, mondays, lines)


def row(day: date = TODAY) -> SideRow:
    started = datetime(day.year, day.month, day.day, 18, 0, tzinfo=UTC)
    return SideRow("w", started, "bridge", "Bridge", "reps", "left", True, 1, 15, 15, 15, 60.0, 0, 0, None, False, "")


def looked(shown: Series, others: int = 2) -> Looked:
    known = [KnownExercise(f"e{number}", "Bridge", 3, True) for number in range(others + 1)]
    return Looked(tuple(known), 0, (row(),), series=shown)


def picture(shown: Series, width: int = 58, height: int = 14, others: int = 2) -> list[str]:
    return paint_chart(looked(shown, others), TODAY, width, height).text().split("\n")


SIDES = chart(
    line("left", *[None] * 8, 5, 8, None, 10, 15, best=Best(15, date(2026, 11, 19))),
    line("right", *[None] * 8, 5, point(6, 3, breaks=1), None, point(8, 1, pain=3), 12),
)


def test_the_sides_have_one_scale() -> None:
    """Left above right; what is not there stays empty; form and pain stand above their columns."""
    assert picture(SIDES) == [
        "◄ Bridge ►  1 of 3   clean reps in the best set · 13 weeks",
        "  ◄ LEFT                        now 15 · best 15 on 19 Nov",
        "  15                                                  ███",
        "                                                  ▄▄▄ ███",
        "                                      ▄▄▄ ███     ███ ███",
        "   0                                  ███ ███     ███ ███",
        "  RIGHT ►                                           now 12",
        "  15",
        "                                          f       p3  ███",
        "                                      ▄▄▄ ▄▄▄     ███ ███",
        "   0                                  ███ ███     ███ ███",
        "      Aug     Sep             Oct             Nov",
        "  Since 19 Oct: left from 5 to 15, right from 5 to 12.",
        "  f form broke   p pain, 0 to 10",
    ]


def test_left_is_amber_and_right_is_blue() -> None:
    """As in the run; headings and columns."""
    canvas = paint_chart(looked(SIDES), TODAY, 58, 14)
    assert [canvas.looks[y][2].role for y in (1, 6)] == ["work", "rest"]
    assert [canvas.looks[y][54].role for y in (5, 10)] == ["work", "rest"]
    assert canvas.looks[8][50].role == "alarm"


def test_what_nobody_confirmed_is_pale() -> None:
    """In whole rows; the legend says so."""
    unsure = chart(line("both", *[None] * 11, point(3, 1, sure=False), 8))
    lines = picture(unsure)
    assert [text[50:57].rstrip() for text in lines[2:11]] == ["    ███"] * 5 + ["░░░ ███"] * 4
    assert lines[13] == "  ░ not confirmed"


def test_a_week_in_which_nothing_was_clean() -> None:
    """It is no week without: form broke at the first rep."""
    broken = chart(line("both", *[None] * 11, point(0, 1, breaks=1), 8))
    assert [text[50:53] for text in picture(broken)[9:11]] == ["f  ", "···"]


def test_what_nobody_counted_is_a_sign_and_no_column() -> None:
    """It is no nought; beside what was counted it stands on top."""
    unknown = WeekPoint(THIS - timedelta(weeks=1), None, 1, 0, None, False, True, 2)
    some = replace(point(8), uncounted=1)
    lines = picture(chart(line("both", *[None] * 11, unknown, some)))
    assert lines[10][50:57] == "?   ███"
    assert lines[2][50:57].rstrip() == "    ?"
    assert lines[13] == "  ? not counted"
    alone = chart(line("both", *[None] * 11, WeekPoint(THIS, None, 1, 0, None, False, True, 2)))
    assert picture(alone)[1].endswith("now ?, not counted")


def test_the_title_is_the_exercise_and_the_form_stands_beside_it() -> None:
    forms = (KnownForm("bridge-low", "Low bridge", "reps"), KnownForm("", "Bridge", "reps"))
    both = replace(looked(SIDES), ever=Ever("Bridge", TODAY, {}, forms))
    assert paint_chart(both, TODAY, 90, 14).text().startswith("◄ Bridge ►  1 of 3 · as written (f: 2 forms)")
    low = replace(both, series=replace(SIDES, form=forms[0]))
    assert paint_chart(low, TODAY, 90, 14).text().startswith("◄ Bridge ►  1 of 3 · Low bridge (f: 2 forms)")


@pytest.mark.parametrize(
    ("form", "name", "others", "said"),
    [
        ("", "Bridge", 0, ""),
        (None, "Bridge", 0, ""),
        (None, "Bridge", 1, "form not known (f: 2 forms)"),
        (None, "Low bridge", 0, "Low bridge, form not known"),
        ("bridge-low", "Low bridge", 0, "Low bridge"),
    ],
)
def test_a_form_is_named_where_that_says_something(form: str | None, name: str, others: int, said: str) -> None:
    shown = KnownForm(form, name, "reps")
    more = [KnownForm("bridge-high", "High bridge", "reps")] * others
    assert form_words(Ever("Bridge", TODAY, {}, (shown, *more)), shown) == said


def test_the_band_stands_beside_a_best() -> None:
    """As far as there is room."""
    best = Best(15, date(2026, 11, 19), "above-knees", "green")
    shown = chart(line("both", *[None] * 12, 15, best=best))
    words = "now 15 · best 15 on 19 Nov (green band above the knees)"
    assert paint_chart(looked(shown), TODAY, 80, 14).text().split("\n")[1].endswith(words)


def test_little_is_still_seen() -> None:
    """One rep beside two hundred."""
    assert picture(chart(line("both", *[None] * 11, 1, 200)))[11][50:57] == "▄▄▄ ███"


def test_equal_weeks_are_dashes_on_a_scale_that_shows_change() -> None:
    """No wall of columns; the scale begins where it says."""
    equal = "\n".join(picture(chart(line("both", *[10] * 13)), height=40))
    assert "█" not in equal
    assert equal.count("▀▀▀") == 13
    near = picture(chart(line("both", *[12] * 6, *[15] * 7)))
    assert [text[:5].strip() for text in near if text[:5].strip().isdigit()] == ["15", "11"]
    rows = [y for y, text in enumerate(near) if "▀" in text or "▄" in text]
    assert len(rows) == 2
    assert rows[1] - rows[0] >= 4
    assert "█" in "\n".join(picture(chart(line("both", *[5] * 6, *[15] * 7))))


def test_without_sides_there_is_one_chart_twice_as_high() -> None:
    """The name of what is shown together stands above."""
    lines = picture(chart(line("both", *[None] * 12, 8), kind="hold"), others=0)
    assert lines[0] == "  Bridge    1 of 1           longest clean hold · 13 weeks"
    assert lines[1] == "  BOTH TOGETHER                                    now 8 s"
    assert sum("███" in text for text in lines) == 10


@pytest.mark.parametrize("sides", [("both",), ("left", "right"), ("left", "right", "both", "alternate")])
def test_everything_has_its_row(sides: tuple[Side, ...]) -> None:
    """The highest column with its marks ends below its heading, and the legend is in the picture."""
    high = chart(*(line(side, 3, point(15, 1, breaks=1, pain=10), 15) for side in sides))
    for height in range(14, 60):
        lines = picture(high, 58, height)
        assert len(lines) == height
        assert any("f form broke" in text for text in lines)
        assert sum("fp10" in text for text in lines) == len(sides)
        assert sum(word in text for text in lines for word in ("LEFT", "RIGHT", "BOTH", "TURNS")) == len(sides)


@pytest.mark.parametrize(
    ("width", "weeks", "pitch", "wide"),
    [(116, 13, 8, 6), (116, 26, 4, 3), (116, 52, 2, 1), (78, 26, 2, 1), (58, 13, 4, 3), (58, 26, 2, 1), (58, 52, 1, 1)],
)
def test_columns_follow_the_room(width: int, weeks: int, pitch: int, wide: int) -> None:
    """All weeks fit; there is a gap between them as long as there can be."""
    at = columns(width, weeks)
    assert (at.pitch, at.wide) == (pitch, wide)
    assert at.x + weeks * at.pitch - (at.pitch - at.wide) <= width


def test_a_window_made_smaller_shows_the_newest_weeks() -> None:
    """No column is drawn outside."""
    long = chart(line("both", *range(1, 101)))
    assert newest(long, 100) is long
    assert len(newest(long, most_weeks(58)).mondays) == 52
    assert picture(long)[2].rstrip().endswith("█")
    assert "52 weeks" in picture(long)[0]


@pytest.mark.parametrize(
    ("at", "wide", "rows"),
    [
        (point(5), 1, []),
        (point(5, pain=0), 1, []),
        (point(5, breaks=2), 1, ["f"]),
        (point(5, pain=3), 1, ["p"]),
        (point(5, pain=3), 2, ["p3"]),
        (point(5, pain=10), 2, ["p"]),
        (point(5, pain=10), 3, ["p10"]),
        (point(5, breaks=1, pain=3), 1, ["f", "p"]),
        (point(5, breaks=1, pain=3), 2, ["fp"]),
        (point(5, breaks=1, pain=3), 3, ["fp3"]),
    ],
)
def test_marks(at: WeekPoint, wide: int, rows: list[str]) -> None:
    """How much it hurt where that has room; both letters always."""
    assert ["".join(text for text, _ in mark) for mark in marks_of(at, wide)] == rows


def test_columns_leave_room_for_their_marks() -> None:
    """Only where one would stand above the chart."""
    assert rows_of(chart(line("both", 8, point(2, breaks=1), 8)), 4, 3) == 4
    assert rows_of(chart(line("both", 2, point(8, breaks=1))), 4, 3) == 3
    assert rows_of(chart(line("both", 2, point(8, breaks=1, pain=2))), 4, 1) == 2


@pytest.mark.parametrize(
    ("shown", "measure", "words"),
    [
        (line("left", 15, best=Best(15, date(2026, 11, 19))), "best", "now 15 · best 15 on 19 Nov"),
        (line("left", 12, best=Best(15, date(2025, 11, 19))), "best", "now 12 · best 15 on 19 Nov 2025"),
        (line("left", point(12, sure=False)), "best", "now 12, not confirmed"),
        (line("left", 12, None, None), "best", "now 12"),
        (line("left", 12, None, None, None), "best", "12 in the week of 26 Oct"),
        (line("left", None, best=Best(15, date(2026, 1, 9))), "best", "best 15 on 9 Jan"),
        (line("left", 45, 24), "sum", "this week 24 · most 45, week of 9 Nov"),
        (line("left", 45, None), "sum", "45 in the week of 9 Nov · most 45, week of 9 Nov"),
        (line("left", 45, 24), "time", "this week 24 s · most 45 s, week of 9 Nov"),
        (line("left", None, best=Best(15, date(2026, 1, 9))), "sum", ""),
    ],
)
def test_now_and_best(shown: SideLine, measure: Measure, words: str) -> None:
    """What is old is not now, and the best bout is no best of weeks."""
    assert line_words(shown, chart(shown, measure=measure), TODAY) == words


@pytest.mark.parametrize(
    ("shown", "words"),
    [
        (chart(line("both", 8, None, 15)), "Since 2 Nov: from 8 to 15."),
        (chart(line("both", 8, 9, 8)), "Since 2 Nov: unchanged at 8."),
        (chart(line("left", 8, 15), line("right", 5, 12)), "Since 9 Nov: left from 8 to 15, right from 5 to 12."),
        (chart(line("left", 8, 15), line("right", 5, None)), "Since 9 Nov: left from 8 to 15."),
        (chart(line("both", 30, 45), kind="hold"), "Since 9 Nov: from 30 to 45 s."),
        (chart(line("both", point(20, 2, sure=False), 8, 9)), "Since 9 Nov: from 8 to 9."),
        (chart(line("both", None, 8)), "From the second week on there is something to compare."),
        (chart(line("both", point(8, 1, sure=False), point(8, sure=False))), "Nobody confirmed these yet."),
        (chart(line("both", 10, 30, 5), measure="sum"), "On average, in weeks with it: 15."),
        (chart(line("left", 60, 62), measure="time"), "On average, in weeks with it: 61 s."),
        (chart(line("both", None, None)), "Last done on 21 Nov, before these weeks: ↑ shows more."),
    ],
)
def test_how_it_went(shown: Series, words: str) -> None:
    """Only by what is evidence; the running week is not the end of a sum."""
    assert sentences(shown, (row(),), TODAY)[0] == words


def test_a_sentence_without_room_is_told_shorter() -> None:
    """Whole, in the one row it has."""
    holds = chart(line("left", *[None] * 11, 116, 130), line("right", *[None] * 11, 116, 130), kind="hold")
    assert "  Left from 116 to 130 s, right from 116 to 130 s." in picture(holds)
    assert "  Since 9 Nov: left from 116 to 130 s, right from 116 to 130 s." in picture(holds, 78, 21)


def test_words_of_a_chart_do_not_reach_its_heading() -> None:
    """They are cut, and the heading stays."""
    old = [point(124, 60, sure=False), *[None] * 60]
    shown = chart(line("both", *old, best=Best(1450, date(2024, 10, 19))), kind="hold")
    heading = paint_chart(looked(shown), TODAY, 70, 14).text().split("\n")[1]
    assert heading.startswith("  BOTH TOGETHER     124 s in the week of 22 Sep 2025, not confirmed ·…")


def test_the_legend_tells_only_what_is_there() -> None:
    """None where there is nothing to tell."""
    assert legend(chart(line("both", 8))) == ()
    assert legend(SIDES) == ("f form broke", "p pain, 0 to 10")
    assert legend(chart(line("both", point(8, sure=False), point(3, pain=0)))) == ("░ not confirmed",)


def test_titles() -> None:
    """The weeks are told as long as there is any room."""
    assert titles(chart(line("both", *[8] * 13), measure="sum")) == (
        "clean reps, all of the week · 13 weeks",
        "all of the week · 13 weeks",
        "13 weeks",
    )


def test_a_name_without_room() -> None:
    """What is measured gives way, then the name."""
    shown = replace(SIDES, name="Side-lying hip circles with a very long name indeed")
    assert picture(shown)[0] == "◄ Side-lying hip circles with a very long… ►  1 of 3"


def test_no_exercise_yet() -> None:
    """Said in its place."""
    lines = paint_chart(Looked(), TODAY, 58, 14).text().split("\n")
    assert lines[1].startswith("  No exercise yet")


def test_how_long_it_is_known() -> None:
    """The running week is one."""
    assert looked(SIDES).weeks_known(TODAY) == 1
    assert replace(looked(SIDES), ever=Ever("Bridge", date(2026, 11, 8), {}, ())).weeks_known(TODAY) == 3
