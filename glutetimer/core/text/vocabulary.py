"""Vocabulary of the field: names of bands, postures, sides and outcomes. A column is a purpose."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from glutetimer.core.plan.options import Mode
    from glutetimer.core.record.record import CountedBy, HarderSide, Outcome, PainSide
    from glutetimer.core.session.session import Band, Direction, Posture, Side


class BandPlace(msgspec.Struct, frozen=True):
    """Words for a place of the band: `brief` in little room; "Band `around`." in a sentence; "band `worn`" later."""

    brief: str
    around: str
    worn: str


BANDS: Mapping[Band, BandPlace] = {
    "none": BandPlace("off", "off", ""),
    "laces": BandPlace("laces", "around the laces", "over the laces"),
    "ankles": BandPlace("ankles", "around the ankles", "at the ankles"),
    "above-knees": BandPlace("above the knees", "just above the knees", "above the knees"),
    "knees": BandPlace("knees", "around the knees", "at the knees"),
}


def band_words(band: Band, strength: str) -> str:
    """ "green band above the knees", "band at the ankles"; "" without a band."""
    return "" if band == "none" else f"{strength} band {BANDS[band].worn}".strip()


#: Instructions to get into each posture.
POSTURES: Mapping[Posture, str] = {
    "standing": "stand up",
    "back": "lie on your back",
    "side": "lie on your side",
    "front": "lie face down",
    "seated": "sit down",
    "seat": "shoulders on the seat",
}
DIRECTIONS: Mapping[Direction, str] = {
    "forward": "forward",
    "backward": "backward",
    "left": "to the left",
    "right": "to the right",
    "clockwise": "clockwise",
    "counter-clockwise": "counter-clockwise",
}


class SideWords(msgspec.Struct, frozen=True):
    """Words for a side: `beside` a bout or its count; `letter` before a count; `sign` on the screen.

    `blocks` in block letters; then a `heading`, and the side that `worked`.
    """

    beside: str
    letter: str
    sign: str
    blocks: str
    heading: str
    worked: str


SIDES: Mapping[Side, SideWords] = {
    "left": SideWords("left", "L", "◄ LEFT", "< LEFT", "LEFT", "left"),
    "right": SideWords("right", "R", "RIGHT ►", "RIGHT >", "RIGHT", "right"),
    "both": SideWords("", "", "BOTH TOGETHER", "", "BOTH SIDES", "together"),
    "alternate": SideWords("a side", "", "TAKING TURNS, a side", "", "EACH SIDE", "in turns"),
}


def lettered(side: Side) -> str:
    """Letter of the side before a count, with a blank after it: "L ", "R ", ""."""
    return f"{SIDES[side].letter} ".lstrip()


class HarderWords(msgspec.Struct, frozen=True):
    """An answer, the sentence after it, and how it is shown later."""

    label: str
    chosen: str
    told: str


#: In the order of the answers.
HARDER: Mapping[HarderSide, HarderWords] = {
    "left": HarderWords("Left", "the left was harder", "the left was harder"),
    "same": HarderWords("Same", "both the same", "both sides the same"),
    "right": HarderWords("Right", "the right was harder", "the right was harder"),
}


class PainSideWords(msgspec.Struct, frozen=True):
    """An answer, a short form for block letters, its key, the sentence after it, and what may be typed for it."""

    label: str
    brief: str
    key: str
    chosen: str
    also: tuple[str, ...] = ()


#: In the order of the answers.
PAIN_SIDES: Mapping[PainSide, PainSideWords] = {
    "left": PainSideWords("Left", "Left", "l", "take the left"),
    "right": PainSideWords("Right", "Right", "r", "take the right"),
    "both": PainSideWords("Both, or the middle", "Both", "m", "take both, or the middle", ("middle",)),
}


def pain_side(word: str) -> PainSide | None:
    """Find the side that a typed word names: "l", "left", "m", "middle"; None where it names no side."""
    return next((side for side, words in PAIN_SIDES.items() if word in (side, words.key, *words.also)), None)


class OutcomeWords(msgspec.Struct, frozen=True):
    """Words for how a bout `ended`; in a table (`listed`) and where there is little room (`brief`).

    `sign` stands beside a count, which then needs no colour; `line` starts a printed line of a bout that was
    started.
    """

    ended: str
    listed: str
    brief: str
    sign: str
    line: str


OUTCOMES: Mapping[Outcome, OutcomeWords] = {
    "done": OutcomeWords("as planned", "as planned", "", "", "Done"),
    "short": OutcomeWords("stopped short", "short", "short", "▼", "Ended"),
    "form-broke": OutcomeWords("stopped for form", "form broke", "form", " form", "Form broke"),
    "pain": OutcomeWords("stopped for pain", "pain", "pain", " pain", "Pain"),
    "skipped": OutcomeWords("skipped", "skipped", "skipped", "", ""),
    "not-reached": OutcomeWords("not reached", "not reached", "not done", "", ""),
}


class CounterWords(msgspec.Struct, frozen=True):
    """Words for who counted: "counted by `counted_by`", and where there is little room."""

    counted_by: str
    brief: str


COUNTERS: Mapping[CountedBy, CounterWords] = {
    "program": CounterWords("the program", "program"),
    "tap": CounterWords("presses", "taps"),
    "hand": CounterWords("hand", "hand"),
}


class ModeWords(msgspec.Struct, frozen=True):
    """Words for how much of a session: as an answer, as a choice of workouts, `brief` behind a name, in the report."""

    label: str
    chosen: str
    brief: str
    reported: str


MODES: Mapping[Mode, ModeWords] = {
    "full": ModeWords("all of it", "whole sessions", "", ""),
    "post-run": ModeWords("one round after a run", "one round after a run", "1 round", "1 round after a run"),
    "pre-run": ModeWords("one round before a run", "one round before a run", "warm-up", "1 round before a run"),
}
