"""Questions about a pain, one after the other, the same in every front end.

Answers are a tuple of words, one for each question asked; to undo the last answer is to drop its word.
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from glutetimer.core.pain.advice import ASK_FLAGS
from glutetimer.core.pain.body_places import FLAGS, PLACES, Flag, asks_for_flags, flag_words, flags_for
from glutetimer.core.pain.tellings import Telling
from glutetimer.core.record.record import PainSide
from glutetimer.core.session.session import Side
from glutetimer.core.text.vocabulary import PAIN_SIDES

Topic = Literal["score", "place", "side", "flag"]
PainChoices = tuple[str, ...]

#: The score that is marked at first, and the highest there is.
USUAL = 3
MOST = 10
_PLACE_KEYS = "1234567890e"


class Reply(Struct, frozen=True):
    """An answer: its word, its text, the key that gives it, a short form for block letters."""

    value: str
    label: str
    key: str = ""
    short: str = ""


class Question(Struct, frozen=True):
    """One question; `marked` is the index of the reply that is marked at first."""

    topic: Topic
    text: str
    replies: tuple[Reply, ...]
    marked: int = 0


def next_question(answers: PainChoices, worked: Side = "both") -> Question | None:
    """Choose the next question after these answers, or None after the last. `worked` is the side that was at work.

    No pain at all (0) leads to no more questions.
    """
    topics = topics_after(answers)
    if len(answers) == len(topics):
        return None
    match topics[len(answers)]:
        case "score":
            return _score()
        case "place":
            return _place()
        case "side":
            return _side(worked)
        case "flag":
            return _flag(answers[1])


def topics_after(answers: PainChoices) -> tuple[Topic, ...]:
    """List the questions, as far as the given answers decide them."""
    if answers[:1] == ("0",):
        return ("score",)
    place = answers[1] if len(answers) > 1 else ""
    flag: tuple[Topic, ...] = ("flag",) if place and asks_for_flags(place, int(answers[0])) else ()
    return ("score", "place", "side", *flag)


def telling(answers: PainChoices, exercise: str = "") -> Telling:
    """Put the answers together; what was not answered is unknown."""
    told = dict(zip(topics_after(answers), answers, strict=False))
    side: PainSide | None = next((side for side in PAIN_SIDES if side == told.get("side")), None)
    flag: Flag | None = next((flag for flag in FLAGS if flag == told.get("flag")), None)
    return Telling(told.get("place", ""), side, int(told["score"]) if "score" in told else None, flag, exercise)


def _score() -> Question:
    replies = (Reply(str(n), f"{n} of {MOST}", str(n) if n < MOST else "", f"{n} OF {MOST}") for n in range(MOST + 1))
    return Question("score", "How much does it hurt?", tuple(replies), USUAL)


def _place() -> Question:
    places = zip(PLACES, _PLACE_KEYS, strict=True)
    replies = (Reply(place.words, place.words.capitalize(), key, place.short) for place, key in places)
    return Question("place", "Where?", tuple(replies))


def _side(worked: Side) -> Question:
    marked = {"left": 0, "right": 1}.get(worked, 2)
    replies = (Reply(side, words.label, words.key, words.brief) for side, words in PAIN_SIDES.items())
    return Question("side", "Which side?", tuple(replies), marked)


def _flag(place: str) -> Question:
    flags = enumerate(flags_for(place), 1)
    return Question("flag", ASK_FLAGS, tuple(Reply(flag, flag_words(flag), str(key)) for key, flag in flags))
