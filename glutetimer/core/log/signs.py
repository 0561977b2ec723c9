"""What stands beside a workout or a week, so that it is seen at a glance."""

from __future__ import annotations

from glutetimer.core.log.rows import WorkoutRow
from glutetimer.core.log.weeks import Week

#: More signs than this say no more: the number stands beside them.
_MOST = 14


def week_signs(week: Week, goal: int) -> str:
    """The workouts of a week and what is open to the goal: ■ a whole workout, ▪ one round, □ open."""
    done = ["■"] * week.full + ["▪"] * week.rounds
    return " ".join([*done, *["□"] * (goal - len(done))][:_MOST])


def workout_signs(row: WorkoutRow) -> tuple[str, ...]:
    """What sets a workout apart, what weighs most first: "copy", "rehearsal", "early", "pain 3", "form"."""
    signs = {
        "copy": row.copy,
        "rehearsal": row.speed != 1.0,
        "early": row.state == "early",
        f"pain {row.pain}": bool(row.pain),
        "form": row.form_breaks > 0,
        "unconfirmed": row.counts and not row.confirmed,
    }
    return tuple(sign for sign, there in signs.items() if there)


def session_words(row: WorkoutRow) -> str:
    """ "Hip control", "Hip control, post-run"."""
    return row.name if row.mode == "full" else f"{row.name}, {row.mode}"
