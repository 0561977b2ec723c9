"""Places where it can hurt, and warning signs to ask about there. Each is named once, here."""

from __future__ import annotations

from typing import Literal, get_args

from msgspec import Struct

Flag = Literal["none", "numb-between-legs", "calf", "numb-leg", "bone", "night", "limp"]
Morning = Literal["gone", "same", "worse"]

FLAGS: tuple[Flag, ...] = get_args(Flag)

GROIN = "groin or deep hip"
LOWER_BACK = "lower back"
SOMEWHERE_ELSE = "somewhere else"
#: Written where something hurts at an unknown place: unknown is not none.
SOMEWHERE = "somewhere"

#: From this score on the warning signs are asked about, wherever it hurts.
ASK_FROM = 4


class Place(Struct, frozen=True):
    """A part of the body as in the record. `short` is drawn in block letters.

    `watch`: warning signs are asked about from a score of 1 on.
    """

    words: str
    short: str
    watch: bool = False


PLACES: tuple[Place, ...] = (
    Place("outer hip", "Hip"),
    Place(GROIN, "Groin", watch=True),
    Place("glute", "Glute"),
    Place("front of the thigh", "Front"),
    Place("back of the thigh", "Back"),
    Place("knee", "Knee"),
    Place("shin", "Shin", watch=True),
    Place("calf", "Calf", watch=True),
    Place("foot or ankle", "Foot", watch=True),
    Place(LOWER_BACK, "Low back", watch=True),
    Place(SOMEWHERE_ELSE, "Other"),
)

_FLAG_WORDS: dict[Flag, str] = {
    "none": "None of these",
    "numb-between-legs": "Numb between the legs, bladder or bowel trouble",
    "calf": "Calf swollen or warm",
    "numb-leg": "Numb or weak leg",
    "bone": "Pain in one spot on the bone",
    "night": "Hurts at rest or at night",
    "limp": "I limp",
}

_NOTES: dict[Flag, str] = {
    "numb-between-legs": "numb between the legs, or bladder or bowel trouble",
    "calf": "calf swollen or warm",
    "numb-leg": "leg numb or weak",
    "bone": "in one spot on the bone",
    "night": "at rest or at night",
    "limp": "limping",
}

_WATCHED = frozenset(place.words for place in PLACES if place.watch)


def places_named(typed: str) -> tuple[str, ...]:
    """Find the listed places that these words can mean: one by its whole name, else all that hold each word."""
    names = tuple(place.words for place in PLACES)
    if typed in names:
        return (typed,)
    return tuple(name for name in names if set(typed.split()) <= set(name.split()))


def place_numbered(word: str) -> str:
    """Find the place of this number, or the only place with such words; "" where there is none."""
    if word.isdecimal():
        return PLACES[int(word) - 1].words if 0 < int(word) <= len(PLACES) else ""
    found = places_named(word) if word else ()
    return found[0] if len(found) == 1 else ""


def asks_for_flags(place: str, score: int | None) -> bool:
    """Whether to ask about warning signs. A pain without a number may be strong, which is reason to ask."""
    if score == 0:
        return False
    return place in _WATCHED or score is None or score >= ASK_FROM


def flags_for(place: str) -> tuple[Flag, ...]:
    """List the warning signs to offer for a place, "none" first, then the most urgent."""
    return tuple(flag for flag in FLAGS if flag != "numb-between-legs" or place == LOWER_BACK)


def flag_words(flag: Flag) -> str:
    """Name a warning sign as the question and the report name it."""
    return _FLAG_WORDS[flag]


def flag_note(flag: Flag | None) -> str:
    """Name a warning sign in a list of details: "limping"; "" where there is no sign, or the runner was not asked."""
    return "" if flag is None or flag == "none" else _NOTES[flag]


def morning_words(morning: Morning | None) -> str:
    """ "gone", "the same", "worse"; "" where it is unknown."""
    return "the same" if morning == "same" else morning or ""


def morning_note(morning: Morning | None) -> str:
    """Describe the morning after; "" where it is unknown."""
    return f"{morning_words(morning)} the morning after" if morning else ""
