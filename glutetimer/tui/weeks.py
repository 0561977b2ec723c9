"""The weeks beside the list of sessions: ■ a whole workout, ▪ one round, □ still open."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from glutetimer.core.log.signs import week_signs
from glutetimer.core.log.weeks import Week
from glutetimer.core.nouns import count


def this_week(week: Week) -> str:
    """ "2 of 3 workouts this week  ■ ■ □"."""
    return f"{week.workouts} of {count(week.goal, 'workout')} this week  {week_signs(week)}"


def last_weeks(weeks: Sequence[Week]) -> Content:
    """A heading, and a line a week; "" before the first workout."""
    if not any(week.workouts for week in weeks):
        return Content("")
    rows = (Content.assemble(f"{week.monday:%d %b}   ", (week_signs(week), "$primary")) for week in weeks)
    legend = Content("■ whole  ▪ one round")
    return Content("\n").join([Content(f"Last {count(len(weeks), 'week')}").stylize("bold"), *rows, legend])
