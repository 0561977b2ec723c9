"""`log week` is one screen, whatever a week was like."""

from __future__ import annotations

from datetime import timedelta

from glutetimer.cli.base.output import cells
from glutetimer.cli.log.week import Coming, ThisWeek, week_lines
from glutetimer.core.log.balance import Balance, Harder, SideTotal
from glutetimer.core.log.balance_text import sentences
from glutetimer.core.log.compare import Compared
from glutetimer.core.log.rows import workout_row
from glutetimer.core.log.weeks import Streak, Week, WorkoutDay, monday_of
from glutetimer.core.settings.goals import Goals
from glutetimer.core.values import replace
from tests.helpers.log_example import NOW, example_workouts

LONG = "An exercise with a name of more than forty letters"
ROW = workout_row([*example_workouts()][-1])
MONDAY = monday_of(NOW.date())


def full_week() -> ThisWeek:
    """Twelve workouts with every sign, ten uneven exercises, long names."""
    odd = replace(ROW, name=LONG, mode="post-run", state="early", pain=3, form_breaks=2, confirmed=False, bouts=100)
    sides = SideTotal(9, 90, 900, 400), SideTotal(9, 90, 900, 900)
    uneven = tuple(Balance(str(at), LONG, "reps", *sides, Harder(9, 1, 1), unconfirmed=9) for at in range(10))
    balance = Compared(8, MONDAY, uneven, sentences(uneven, 8), 12)
    next_ = Coming("long", LONG, 4000.0, NOW - timedelta(days=40))
    days = tuple(WorkoutDay(MONDAY + timedelta(days=at), full=2, rounds=9) for at in range(7))
    week = Week(MONDAY, 14, full=12, rounds=9)
    return ThisWeek(NOW.date(), Goals(14), week, days, Streak(12, 100), (odd,) * 12, balance, next_)


def test_a_full_week_is_one_screen() -> None:
    lines = [*week_lines(full_week())]
    assert len(lines) <= 22
    assert max(map(cells, lines)) <= 80


def test_a_full_week_is_one_screen_also_with_days_to_come_and_wide_letters() -> None:
    """A name in Chinese takes two cells a letter."""
    wide = replace(ROW, name="膝" * 30, mode="post-run", pain=3, hurt=True, place="膝" * 9)
    lines = [*week_lines(replace(full_week(), workouts=(wide,) * 12, later=2))]
    assert len(lines) <= 22
    assert max(map(cells, lines)) <= 80
    assert lines[-1] == "2 workouts dated later than now are left out."


def test_what_has_no_room_is_counted() -> None:
    assert "and 7 more" in [*week_lines(full_week())]


def test_more_than_the_goal_is_no_sum() -> None:
    (first, *_) = week_lines(replace(full_week(), week=replace(full_week().week, goal=3)))
    assert first.startswith("This week, 16 to 22 Nov: 21 workouts  ■ ■ ■")


def test_where_it_hurt_is_told_if_there_is_room() -> None:
    sore = replace(ROW, state="finished", pain=3, hurt=True, place="knee", form_breaks=0, sure=True)
    lines = [*week_lines(replace(full_week(), workouts=(sore, replace(sore, place="outside of the hip"))))]
    assert [line.split("planned  ")[1] for line in lines if "as planned" in line] == ["pain 3 knee", "pain 3"]


def test_days_to_come_have_no_sign() -> None:
    """Those that were have one, workout or not."""
    days = (
        WorkoutDay(MONDAY, full=1),
        WorkoutDay(MONDAY + timedelta(days=1)),
        WorkoutDay(MONDAY + timedelta(days=2), rounds=1),
    )
    lines = [*week_lines(replace(full_week(), days=days))]
    assert lines[1] == "Mon ■  Tue ·  Wed ▪  Thu    Fri    Sat    Sun"


def test_without_a_streak_there_is_no_word_on_it() -> None:
    """Who has just begun need not read what is missing."""
    lines = [*week_lines(replace(full_week(), streak=Streak(0, 0)))]
    assert not any(line.startswith("Goal") for line in lines)
