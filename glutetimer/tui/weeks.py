"""The weeks beside the list of sessions: ■ a whole workout, ▪ one round, □ still open."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from glutetimer.core.log.signs import week_signs
from glutetimer.core.log.weeks import Week


def this_week(week: Week) -> str:
    """ "2 of 3 workouts this week  ■ ■ □"."""
    word = "workout" if week.goal == 1 else "workouts"
    return f"{week.workouts} of {week.goal} {word} this week  {week_signs(week)}"


def last_weeks(weeks: Sequence[Week]) -> Content:
    """A heading, and a line a week; "" before the first workout."""
    if not any(week.workouts for week in weeks):
        return Content("")
    rows = (Content.assemble(f"{week.monday:%d %b}   ", (week_signs(week), "$primary")) for week in weeks)
    legend = Content("■ whole  ▪ one round")
    return Content("\n").join([Content(f"Last {len(weeks)} weeks").stylize("bold"), *rows, legend])
