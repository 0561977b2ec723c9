"""Sentences of the voice: the words for each thing. `break_words.py` chooses among them, `speaker.py` times them."""

from __future__ import annotations

from collections.abc import Iterator

from glutetimer.core.plan.plan import Bout, Break
from glutetimer.core.session.session import Side
from glutetimer.core.text.english import noun
from glutetimer.core.text.numerals import number_word
from glutetimer.core.text.vocabulary import BANDS, DIRECTIONS, POSTURES

HALFWAY = "Halfway."
LIFT = "Lift."
#: Words in a side's line that say that its own leg carries the body.
STANDING = frozenset({"stands", "down", "floor", "step"})


def name_sentence(bout: Bout, opening: str = "", *, sided: bool = True) -> str:
    """ "Next: clam shell, left."."""
    name = bout.exercise.name
    if opening and name[1:2].islower():
        name = name[0].lower() + name[1:]
    side = bout.side if sided and bout.side in ("left", "right") and not stands(bout) else ""
    way = DIRECTIONS[bout.direction] if sided and bout.direction else ""
    return f"{opening}{', '.join(filter(None, (name, side, way)))}."


def set_sentence(bout: Bout) -> str:
    """ "Set two, left."."""
    side = f", {bout.side}" if bout.side in ("left", "right") else ""
    return f"Set {number_word(bout.number)}{side}."


def lead_sentences(bout: Bout) -> tuple[str, ...]:
    """List the sentences of a count-in before a bout that comes out of turn."""
    way = (order(DIRECTIONS[bout.direction]),) if bout.direction else ()
    return (name_sentence(bout, sided=False), *filter(None, (side_sentence(bout),)), *way)


def side_sentence(bout: Bout) -> str:
    """ "Lie on the right, left knee on top."; "" where there are no sides."""
    return sentence(bout.exercise.side_line(bout.side))


def stands(bout: Bout) -> bool:
    """Whether the side is the standing leg: its line begins with it."""
    first, *others = opening_part(bout.exercise.side_line(bout.side)).lower().split() or [""]
    return first == bout.side and not STANDING.isdisjoint(others)


def opening_part(text: str) -> str:
    """Take a line up to its comma: "Lie on the right"."""
    return text.partition(",")[0].rstrip(".")


def dose_sentence(bout: Bout) -> str:
    """ "Ten reps.", "Thirty seconds.", "Five reps each side."."""
    unit = noun(bout.target, "second" if bout.exercise.kind == "hold" else "rep")
    each = " each side" if bout.side == "alternate" else ""
    return f"{number_word(bout.target).capitalize()} {unit}{each}."


def switch_sentences(bout: Bout) -> tuple[str, str]:
    """Name another direction, or another side and how it begins; and the same in fewer words, "" if there are none."""
    if bout.direction and bout.direction != bout.exercise.directions[0]:
        return order(DIRECTIONS[bout.direction]), ""
    turned = "Turn round." if bout.exercise.kind == "hold" and stands(bout) else "Change sides."
    line = opening_part(bout.exercise.side_line(bout.side))
    way = order(DIRECTIONS[bout.direction]) if bout.direction else ""
    return " ".join(filter(None, (turned, sentence(line), way))), f"{bout.side.capitalize()} side."


def turn_sentence(bout: Bout, side: Side) -> str:
    """Find the words for a side's turn in a bout whose sides take turns; "" where the session has no words for it."""
    return sentence({"left": bout.exercise.say_left, "right": bout.exercise.say_right}.get(side, ""))


def takes_turns_aloud(bout: Bout) -> bool:
    """Whether words say whose turn it is."""
    return bout.side == "alternate" and bool(bout.exercise.say_left or bout.exercise.say_right)


def done_sentence(done: int, target: int, *, each: bool) -> str:
    """Count the reps that are done; before the last "one more"; the last itself has its own sound: ""."""
    if done >= target:
        return ""
    if done == target - 1:
        return "One more each." if each else "One more."
    return f"{number_word(done).capitalize()}."


def left_sentence(left: int) -> str:
    """ "Ten left."; "Five."."""
    return f"{number_word(left).capitalize()}{' left' if left >= 10 else ''}."


def change_sentences(before: Break, bout: Bout) -> Iterator[str]:
    """Say what to put on, take and lie down on; the side's own line says how to lie on the side."""
    exercise = bout.exercise
    if "band" in before.changes:
        yield f"Band {BANDS[exercise.band].around.replace('the ', 'your ')}."
    if "kit" in before.changes and exercise.needs:
        yield f"You need {' and '.join(map(one_of, exercise.needs))}."
    if "posture" in before.changes and not (exercise.posture == "side" and exercise.side_line(bout.side)):
        yield order(POSTURES[exercise.posture])


def one_of(need: tuple[str, ...]) -> str:
    """Put a need in words: "a chair or sofa", "books"."""
    named = " or ".join(need)
    if need[0].endswith("s"):
        return named
    return f"{'an' if need[0][0] in 'aeiou' else 'a'} {named}"


def order(words: str) -> str:
    """ "Lie face down."."""
    return f"{words.capitalize()}."


def sentence(text: str) -> str:
    """Add a full stop, which lets the voice fall; "" stays ""."""
    return text if not text or text[-1] in ".!?" else f"{text}."


def sentences_in(text: str) -> tuple[str, ...]:
    """Take a text apart after its full stops."""
    parts = text.replace("!", ".").replace("?", ".").split(". ")
    return tuple(sentence(part.strip()) for part in parts if part.strip())
