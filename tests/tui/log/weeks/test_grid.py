"""The year as cells, and the weeks below it."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, date, datetime, timedelta

import pytest

from glutetimer.core.log.weeks import Streak, monday_of
from glutetimer.core.plan.options import Mode
from glutetimer.core.settings.goals import Goals
from glutetimer.tui.drawing.canvas import Canvas
from glutetimer.tui.log.common.picture_page import months
from glutetimer.tui.log.weeks.grid import Year, grid_of, paint_legend
from glutetimer.tui.log.weeks.list import days, heading, listed, row_words
from glutetimer.tui.log.weeks.picture import paint_weeks, week_at

TODAY = date(2026, 11, 21)
THIS = date(2026, 11, 16)


def at(day: int, month: int = 11, year: int = 2026, mode: Mode = "full") -> tuple[datetime, Mode]:
    return datetime(year, month, day, 18, 0, tzinfo=UTC), mode


def year(*starts: tuple[datetime, Mode], marked: date = THIS, last: date = THIS, goal: int = 3) -> Year:
    weekly = Counter(monday_of(start.date()) for start, _ in starts)
    return Year(TODAY, Goals(goal), starts, weekly, marked, last)


FEW = (at(20), at(18, mode="post-run"), at(10), at(10), at(2), at(3), at(5), at(7), at(26, 10))


def test_a_low_narrow_window() -> None:
    """One cell a week, 53 of them; four weeks have room below."""
    assert paint_weeks(year(*FEW), 58, 14).text().split("\n") == [
        "       Dec  Jan Feb Mar  Apr May Jun  Jul Aug  Sep Oct Nov",
        "  Mo ·················································■■··",
        "  Tu ··················································■■·",
        "  We ····················································▪",
        "  Th ··················································■··",
        "  Fr ····················································■",
        "  Sa ··················································■··",
        "  Su ····················································",
        "  · none   ▪ one round   ■ full",
        "  Last 4 weeks                    best: 1 week at the goal",
        "► 16 Nov   ■ ▪ □     2 of 3   this week   We, Fr",
        "  09 Nov   ■ ■ □     2 of 3",
        "  02 Nov   ■ ■ ■ ■   4        √ goal",
        "  26 Oct   ■ □ □     1 of 3",
    ]


def test_a_wide_window() -> None:
    """Two cells a week, and free rows between the parts."""
    lines = paint_weeks(year(*FEW), 116, 37).text().split("\n")
    assert lines[1].startswith("      Nov Dec       Jan     Feb")
    assert lines[1].endswith("Sep     Oct     Nov")
    assert lines[2] == "  Mo  " + "· " * 49 + "■ ■ · ·"
    assert lines[8] == "  Su  " + "· " * 51 + "·"
    assert [line[:20].rstrip() for line in lines[9:17]] == [
        "",
        "  · none   ▪ one rou",
        "",
        "  Last 4 weeks",
        "► 16 Nov   ■ ▪ □",
        "",
        "  09 Nov   ■ ■ □",
        "",
    ]


def test_the_marked_week_is_lit_whole() -> None:
    """Its days to come, too: one sees which it is without colours."""
    canvas = paint_weeks(year(*FEW), 58, 14)
    assert [canvas.looks[y][57].reverse for y in range(9)] == [False, *[True] * 7, False]
    assert not any(look.reverse for row in canvas.looks for look in row[:57])


def test_a_day_has_one_sign_however_much_was_done() -> None:
    """Two workouts are told below, where the week is marked."""
    twice = year(at(10), at(10), at(12, mode="pre-run"), at(12), marked=date(2026, 11, 9))
    lines = paint_weeks(twice, 58, 14).text().split("\n")
    assert lines[2].count("■") == 1
    assert lines[4].count("■") == 1
    assert "► 09 Nov   ■ ■ ■ ▪   4        √ goal   Tu ×2, Th ×2" in lines


def test_an_empty_log() -> None:
    """The year is there to be filled; there is nothing to say of earlier weeks."""
    lines = paint_weeks(year(), 78, 21).text().split("\n")
    assert lines[12:16] == [
        "  This week",
        "► 16 Nov   □ □ □   0 of 3   this week",
        "  No workout yet: each one is a sign in this year.",
        "",
    ]


def test_weeks_before_the_first_workout_are_not_missed() -> None:
    """They have no row: nobody failed at a goal then."""
    assert listed(year(at(10)), THIS - timedelta(weeks=52), 8) == (THIS, date(2026, 11, 9))


@pytest.mark.parametrize(
    ("back", "first", "count"),
    [(0, 0, 8), (3, 0, 8), (4, 0, 8), (5, 1, 8), (20, 16, 8), (40, 36, 8), (49, 43, 8), (50, 43, 8)],
)
def test_the_list_goes_with_the_mark(back: int, first: int, count: int) -> None:
    """The marked week is in it, and it is full as long as there are weeks."""
    marked = THIS - timedelta(weeks=back)
    shown = listed(year(at(3, 12, 2025), at(20), marked=marked), THIS - timedelta(weeks=52), 8)
    assert (shown[0], len(shown)) == (THIS - timedelta(weeks=first), count)
    assert marked in shown


def test_the_list_stays_in_the_grid() -> None:
    """What is older than the grid is not read."""
    oldest = THIS - timedelta(weeks=52)
    assert listed(year(at(3, 1, 2020), marked=oldest), oldest, 8)[-1] == oldest


def test_headings() -> None:
    """Which weeks these are."""
    weeks = tuple(THIS - timedelta(weeks=back) for back in range(60))
    assert heading(weeks[:1], year()) == "This week"
    assert heading(weeks[:8], year()) == "Last 8 weeks"
    assert heading(weeks[3:11], year()) == "8 weeks up to 26 Oct"
    assert heading(weeks[50:58], year()) == "8 weeks up to 1 Dec 2025"


@pytest.mark.parametrize(
    ("found", "words"),
    [
        (Streak(0, 0), ()),
        (Streak(0, 1), ("best: 1 week at the goal",)),
        (Streak(0, 7), ("best: 7 weeks in a row at the goal",)),
        (Streak(1, 3), ("1 week at the goal · best 3", "1 at the goal · best 3")),
        (Streak(6, 11), ("6 weeks in a row at the goal · best 11", "6 at the goal · best 11")),
        (Streak(6, 6), ("6 weeks in a row at the goal · the best so far", "6 at the goal · best 6")),
    ],
)
def test_streaks_in_words(found: Streak, words: tuple[str, ...]) -> None:
    """Nothing is said where the goal was never met."""
    assert row_words(found) == words


def test_the_days_of_a_week() -> None:
    """Only those of this week, each once."""
    starts = (at(20), at(18), at(18, mode="pre-run"), at(15))
    assert days(starts, THIS) == "We ×2, Fr"
    assert days(starts, date(2026, 11, 9)) == "Su"


def test_an_older_year() -> None:
    """The grid ends with another week, whose days are all there, and what came later is not in it."""
    last = date(2026, 6, 29)
    lines = paint_weeks(year(at(2, 7), at(20), at(5, 7, 2025), marked=last, last=last), 58, 14).text().split("\n")
    assert lines[0].startswith("      Jul Aug Sep  Oct")
    assert lines[4].endswith("·■")
    assert lines[7].endswith("··")
    assert sum(line.count("■") for line in lines[1:8]) == 2


def test_more_workouts_a_week_than_anybody_aims_at() -> None:
    """The row stays a row; the number is exact."""
    many = year(*[at(day) for day in (16, 17, 18, 19, 20) for _ in range(4)], goal=14)
    row = paint_weeks(many, 58, 14).text().split("\n")[10]
    assert row.startswith("► 16 Nov   ■ ■ ■ ■ ■ ■ ■ ■ ■ ■ ■ ■ ■ ■   20       √ goal")


@pytest.mark.parametrize(("width", "pitch", "weeks"), [(116, 2, 53), (111, 1, 53), (58, 1, 53), (40, 1, 35)])
def test_as_many_weeks_as_fit(width: int, pitch: int, weeks: int) -> None:
    """The whole year from 58 columns on."""
    grid = grid_of(width, 0)
    assert (grid.pitch, grid.weeks) == (pitch, weeks)
    assert grid.x + (weeks - 1) * pitch < width


@pytest.mark.parametrize("width", [58, 116])
def test_each_cell_tells_its_week(width: int) -> None:
    """From the months down to Sunday; beside it is nothing."""
    shown, grid = year(*FEW), grid_of(width, 0)
    for place in range(grid.weeks):
        monday = THIS - timedelta(weeks=grid.weeks - 1 - place)
        for x in range(grid.x + place * grid.pitch, grid.x + (place + 1) * grid.pitch):
            assert {week_at(shown, width, 14, x, y) for y in (0, 1, 7)} == {monday}
    assert week_at(shown, width, 14, 3, 3) is None


@pytest.mark.parametrize(("height", "first", "step"), [(14, 10, 1), (21, 13, 1), (37, 13, 2)])
def test_each_row_tells_its_week(height: int, first: int, step: int) -> None:
    """In the list below; the free rows between, and those after the last one, are nobody's."""
    shown = year(*FEW)
    rows = [week_at(shown, 78, height, 20, first + place * step) for place in range(4)]
    assert rows == [THIS - timedelta(weeks=back) for back in range(4)]
    assert week_at(shown, 78, height, 20, first + 4 * step) is None
    assert week_at(shown, 78, height, 20, first - 1) is None
    assert step == 1 or week_at(shown, 78, height, 20, first + 1) is None


def test_months_that_have_no_room_are_left_out() -> None:
    """None touches the next one or the edge; in long spans January tells the year."""
    mondays = [date(2025, 11, 24) + timedelta(weeks=week) for week in range(8)]
    assert list(months(mondays, 1, 8)) == [(1, "Dec")]
    assert list(months(mondays, 2, 16)) == [(2, "Dec"), (12, "Jan")]
    assert list(months(mondays, 4, 40, years=True)) == [(0, "Nov"), (4, "Dec"), (24, "2026")]
    assert list(months(mondays[-1:], 1, 2)) == []


def test_the_legend_shows_the_signs_as_they_are_drawn() -> None:
    """Sign and look are those of the grid."""
    canvas = Canvas(40, 1)
    paint_legend(canvas, 0)
    assert canvas.text() == "  · none   ▪ one round   ■ full"
    assert [canvas.looks[0][x].role for x in (2, 11, 25)] == ["line", "work", "work"]
