"""Pain in the printed run: read what is typed about it, and print what follows."""

from __future__ import annotations

import re
from collections.abc import Iterator

from glutetimer.core.pain.advice import ASK_FLAGS
from glutetimer.core.pain.body_places import PLACES, Flag, flag_words, flags_for, places_named
from glutetimer.core.record.answers import MOST_SCORE
from glutetimer.core.run.commands import Do, TellPain
from glutetimer.core.run.pain_choices import After
from glutetimer.core.text.clean import clean
from glutetimer.core.text.vocabulary import pain_side
from glutetimer.plain.choices import choices

_NUMBERED = "; ".join(f"{number} {place.words}" for number, place in enumerate(PLACES, 1))
PLACE = f"  Where? {_NUMBERED}. Enter leaves it open."
SIDE = "  Which side? l left; r right; m both, or the middle. Enter leaves it open."

#: "4 knee left".
_TOLD = re.compile(r"(\d{1,2})(?:\s+(.*?))??(?:\s+(left|right|both))?")


def pain_for(line: str) -> TellPain | str | None:
    """Parse a typed pain: "4 knee left", "4 left", "4"; None for a line about something else.

    Return a sentence where the place is not in the list, or could be several.
    """
    found = _TOLD.fullmatch(line.strip().lower())
    if found is None or int(found[1]) > MOST_SCORE:
        return None
    typed = clean(found[2] or "")
    places = places_named(typed) if typed else ("",)
    if len(places) != 1:
        return f"  Where? One of: {', '.join(places or tuple(place.words for place in PLACES))}"
    return TellPain(int(found[1]), places[0], pain_side(found[3] or ""))


def flag_lines(place: str) -> Iterator[str]:
    """Ask about warning signs, each with its number."""
    yield f"  {ASK_FLAGS} Type its number:"
    for number, flag in enumerate(flags_for(place), 1):
        yield f"  {number} {flag_words(flag)}"


def flag_for(line: str, place: str) -> Flag | None:
    """Look up the warning sign by its typed number."""
    flags = flags_for(place)
    word = line.strip()
    return flags[int(word) - 1] if word.isdecimal() and 0 < int(word) <= len(flags) else None


def after_lines(after: After) -> Iterator[str]:
    """Print what follows from an entered pain, and the choices."""
    yield from (f"  {sentence}" for sentence in after.says)
    goes_on = any(offer.command is Do.GO_ON for offer in after.offers)
    yield choices(after.offers) if goes_on else f"  Enter or {choices(after.offers).strip()}"
    yield "  b takes it back. Another pain, too? Type it as before."
