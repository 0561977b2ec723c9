"""Sentences of the voice: which of them belong to a step. `speaker.py` decides when they are spoken."""

from __future__ import annotations

from collections.abc import Iterator

from glutetimer.core.plan.plan import Bout, Break, Plan
from glutetimer.core.session.session import Side
from glutetimer.core.text.doses import spoken_dose
from glutetimer.core.text.vocabulary import BANDS, DIRECTIONS, POSTURES

HALFWAY = "Halfway."
#: Seconds of a break that are enough for all sentences.
BRIEF = 8.0


def break_sentences(before: Break, bout: Bout) -> tuple[str, ...]:
    """List the sentences of a break about the bout it leads to, the most needed first."""
    if before.kind == "switch":
        return tuple(_switch(before, bout))
    opening = "Next: " if before.kind == "rest" else ""
    number = f", {'round' if bout.round > 1 else 'set'} {bout.number}" if bout.number > 1 else ""
    return (f"{opening}{bout.exercise.name}{number}.", *_changes(before, bout), *_which(bout), spoken_dose(bout))


def brief_sentence(before: Break, bout: Bout) -> str:
    """Write the name alone, for a short break in which more may not fit; "" where there is time, or no name is said."""
    return _name(bout) if before.kind != "switch" and before.seconds < BRIEF else ""


def lead_sentences(bout: Bout) -> tuple[str, ...]:
    """List the sentences of a count-in before a bout that comes out of turn."""
    return (_name(bout), *_which(bout))


def turn_sentence(bout: Bout, side: Side) -> str:
    """Find the words for a side's turn in a bout whose sides take turns; "" where the session has no words for it."""
    said = {"left": bout.exercise.say_left, "right": bout.exercise.say_right}.get(side, "")
    return _sentence(said)


def count_sentence(left: int) -> str:
    """Write a number of the last seconds."""
    return f"{left}."


def plan_sentences(plan: Plan, *, count_from: int = 0) -> tuple[str, ...]:
    """List every sentence that a plan needs, each once, in the order of the run; the seconds from `count_from` on."""
    return tuple(dict.fromkeys(_all(plan, count_from)))


def _all(plan: Plan, count_from: int) -> Iterator[str]:
    for before, bout in zip(plan.breaks, plan.bouts, strict=True):
        yield from break_sentences(before, bout)
        yield from filter(None, (brief_sentence(before, bout),))
        yield from filter(None, (turn_sentence(bout, "left"), turn_sentence(bout, "right")))
        if bout.exercise.kind == "hold":
            yield from map(count_sentence, range(count_from, 0, -1))
        yield HALFWAY


def _switch(before: Break, bout: Bout) -> Iterator[str]:
    """Name another direction; another side, too, with what it looks like."""
    if bout.direction and bout.direction != bout.exercise.directions[0]:
        yield _order(DIRECTIONS[bout.direction])
        return
    if bout.side in ("left", "right"):
        yield f"{bout.side.capitalize()} side."
        yield from filter(None, (_sentence(bout.exercise.side_line(bout.side)),))
    if bout.direction:
        yield _order(DIRECTIONS[bout.direction])


def _changes(before: Break, bout: Bout) -> Iterator[str]:
    """Say what to put on, take and lie down on; the side's own line says how to lie on the side."""
    exercise = bout.exercise
    if "band" in before.changes:
        yield f"Band {BANDS[exercise.band].around.replace('the ', 'your ')}."
    if "kit" in before.changes and exercise.needs:
        yield f"You need {' and '.join(map(one_of, exercise.needs))}."
    if "posture" in before.changes and not (exercise.posture == "side" and exercise.side_line(bout.side)):
        yield _order(POSTURES[exercise.posture])


def one_of(need: tuple[str, ...]) -> str:
    """Put a need in words: "a chair or sofa", "books"."""
    named = " or ".join(need)
    if need[0].endswith("s"):
        return named
    return f"{'an' if need[0][0] in 'aeiou' else 'a'} {named}"


def _which(bout: Bout) -> Iterator[str]:
    """Name side and direction."""
    yield from filter(None, (_sentence(bout.exercise.side_line(bout.side)),))
    if bout.direction:
        yield _order(DIRECTIONS[bout.direction])


def _order(words: str) -> str:
    """ "Lie face down."."""
    return f"{words.capitalize()}."


def _name(bout: Bout) -> str:
    return f"{bout.exercise.name}."


def _sentence(text: str) -> str:
    """Add a full stop, which lets the voice fall; "" stays ""."""
    return text if not text or text[-1] in ".!?" else f"{text}."
