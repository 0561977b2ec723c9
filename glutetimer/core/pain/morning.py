"""Question for the morning after: the pain of the next day says more than the pain in the workout.

The pain-monitoring model allows up to 5 of 10 only where the pain is back to what it was the next morning
(Silbernagel 2007, Am J Sports Med 35:897).
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from msgspec import Struct

from glutetimer.core.pain.body_places import GROIN, LOWER_BACK, SOMEWHERE, SOMEWHERE_ELSE, Flag, Morning
from glutetimer.core.pain.tellings import PainDay, Telling, worst

#: The question comes from this score on, and for any pain of the groin, and only for this long.
ASK_FROM = 3
ASK_FOR = timedelta(days=7)

#: Answers with their keys.
ANSWERS: tuple[tuple[Morning, str], ...] = (("gone", "gone"), ("same", "the same"), ("worse", "worse"))
GONE = "Noted: gone the morning after."
SAME = "Noted: the same the morning after. Do no more than last time, and ask a physio if it stays."
SAME_GROIN = "Noted: the same the morning after. Don't run until a doctor or physio has looked at it."
WORSE_GROIN = "Worse the morning after: don't run until a doctor or physio has looked at it."
WORSE = "Worse the morning after: leave out the exercise that hurt until the pain is gone. If it stays, ask a physio."
#: Lines for a pain with a warning sign, which is not over because the pain is.
FLAGGED: dict[Flag, str] = {
    "numb-between-legs": "Noted. Has a doctor looked at it? If not, go to an emergency department now.",
    "calf": "Noted. Has a doctor looked at it? If not, see a doctor today.",
}
FLAGGED_ELSE = "Noted. Don't run until a doctor or physio has looked at it."


class MorningQuestion(Struct, frozen=True):
    """A question, and the workout that it is about."""

    day: PainDay
    text: str


def morning_question(days: Iterable[PainDay], now: datetime) -> MorningQuestion | None:
    """Find the question about the latest pain that needs it, after its next morning (`now` is local, aware)."""
    for day in sorted(days, key=lambda day: day.at, reverse=True):
        told = asked_about(day)
        if told is not None and day.morning is None and _is_morning_after(day.at, now):
            return MorningQuestion(day, f"{body_part(told)}, the morning after?")
    return None


def noted(answer: Morning, day: PainDay) -> str:
    """Write the line that is shown after the answer about that workout's pain was written down."""
    flags = [one.flag for one in day.tellings if one.flag not in (None, "none")]
    if flags:
        return next((words for flag, words in FLAGGED.items() if flag in flags), FLAGGED_ELSE)
    told = asked_about(day)
    if told is not None and told.place == GROIN and answer != "gone":
        return WORSE_GROIN if answer == "worse" else SAME_GROIN
    return {"gone": GONE, "same": SAME, "worse": WORSE}[answer]


def asked_in_words(question: MorningQuestion) -> str:
    """Put the question in a line: "Your left knee, the morning after? gone / the same / worse: type the word"."""
    return f"{question.text} {' / '.join(words for _, words in ANSWERS)}: type the word, or leave it open."


def answer_for(words: str) -> Morning | None:
    """Read a typed answer: "gone", "same", "the same", "worse"."""
    word = words.strip().lower().removeprefix("the ")
    return next((answer for answer, _ in ANSWERS if answer == word), None)


def body_part(told: Telling) -> str:
    """ "Your left knee", "The front of your left thigh", "Your lower back"; "The pain" where the place has no name."""
    if told.place in ("", SOMEWHERE, SOMEWHERE_ELSE):
        return "The pain"
    side = f"{told.side} " if told.side in ("left", "right") and told.place != LOWER_BACK else ""
    part, _, whole = told.place.partition(" of the ")
    if whole:
        return f"The {part} of your {side}{whole}"
    return f"Your {side}{'groin' if told.place == GROIN else told.place}"


def asked_about(day: PainDay) -> Telling | None:
    """Pick the pain of the workout to ask about: its worst, where that is strong enough or in the groin."""
    groin = next((one for one in day.tellings if one.place == GROIN and one.score != 0), None)
    told = worst(day.tellings)
    strong = told is not None and (told.score is None or told.score >= ASK_FROM)
    return told if strong else groin


def _is_morning_after(at: datetime, now: datetime) -> bool:
    """Whether a night has passed since, but less than a week: days are those of the clock on the runner's wall."""
    return at.astimezone(now.tzinfo).date() < now.date() and now - at <= ASK_FOR
