"""What stands beside a workout or a week, so that it is seen at a glance."""

from __future__ import annotations

from glutetimer.core.log.rows import WorkoutRow
from glutetimer.core.log.weeks import Week
from glutetimer.core.nouns import noun
from glutetimer.core.session import Band

_BANDS: dict[Band, str] = {
    "laces": "over the laces",
    "ankles": "at the ankles",
    "above-knees": "above the knees",
    "knees": "at the knees",
}
#: More signs than this say no more: the number stands beside them.
_MOST = 14


def week_signs(week: Week) -> str:
    """The workouts of a week and what is open to its goal: ■ a whole workout, ▪ one round, □ open."""
    done = ["■"] * week.full + ["▪"] * week.rounds
    return " ".join([*done, *["□"] * (week.goal - len(done))][:_MOST])


def goal_words(week: Week) -> str:
    """ "2 of 3"; more than the goal stands alone."""
    return f"{week.workouts} of {week.goal}" if week.workouts <= week.goal else str(week.workouts)


def workouts_words(week: Week) -> str:
    """ "2 of 3 workouts", "1 of 1 workout", "4 workouts"."""
    return f"{goal_words(week)} {noun(max(week.goal, week.workouts), 'workout')}"


def workout_signs(row: WorkoutRow, *, brief: bool = False) -> tuple[str, ...]:
    """What sets a workout apart, what weighs most first: "copy", "rehearsal", "early", "pain 3 knee", "form".

    `brief`: without the place.
    """
    signs = {
        "copy": row.copy,
        "rehearsal": row.speed != 1.0,
        "early": row.state == "early",
        pain_words(row.pain, "" if brief else row.place): row.hurt,
        "form": row.form_breaks > 0,
        "unconfirmed": row.counts and not row.sure,
    }
    return tuple(sign for sign, there in signs.items() if there)


def pain_words(pain: int | None, place: str = "") -> str:
    """ "pain 3 knee"; what nobody told is left out."""
    return " ".join(filter(None, ("pain", str(pain or ""), place)))


def session_words(row: WorkoutRow) -> str:
    """ "Hip control", "Hip control, post-run"."""
    return row.name if row.mode == "full" else f"{row.name}, {row.mode}"


def band_words(band: Band, strength: str) -> str:
    """ "green band above the knees", "band at the ankles"; "" without one."""
    return "" if band == "none" else f"{strength} band {_BANDS[band]}".strip()
