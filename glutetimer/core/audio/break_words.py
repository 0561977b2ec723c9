"""Words of a break: what is said at its beginning, and again before the start, within a budget of words."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from glutetimer.core.audio.manner import Manner
from glutetimer.core.audio.sentences import (
    change_sentences,
    dose_sentence,
    name_sentence,
    opening_part,
    sentence,
    sentences_in,
    set_sentence,
    side_sentence,
    stands,
    switch_sentences,
)
from glutetimer.core.plan.plan import Bout, Break, Plan
from glutetimer.core.run.cues import cues_of
from glutetimer.core.text.numerals import number_word
from glutetimer.core.values import replace

#: Words in a break, the repetition included: before a new exercise, a known one, a further set.
NEW, KNOWN, FURTHER = 32, 20, 8
#: Seconds of a break in which the essential is said again, and how long before the start.
LONG, AGAIN = 25.0, 8.0
#: Seconds of a break that are enough for more than a name.
BRIEF = 8.0


class BreakWords(Struct, frozen=True):
    """Sentences of a break: the `first` always comes, `brief` is shorter; the others in their order, then `again`.

    `cue` is said behind `again`.
    """

    first: str
    brief: str = ""
    changes: tuple[str, ...] = ()
    side: str = ""
    spoken: tuple[str, ...] = ()
    dose: str = ""
    again: str = ""
    cue: str = ""

    @property
    def others(self) -> tuple[str, ...]:
        """Sentences after the first, the most needed first."""
        return tuple(filter(None, (*self.changes, self.side, *self.spoken, self.dose)))

    @property
    def reminder(self) -> str:
        """What is said before the start."""
        return f"{self.again} {self.cue}".strip()

    @property
    def count(self) -> int:
        """Number of words in all."""
        return len(" ".join((self.first, *self.others, self.reminder)).split())


def break_words(plan: Plan, index: int, before: Break, manner: Manner) -> BreakWords:
    """Write the words of the break before a bout."""
    bout = plan.bouts[index]
    if before.kind == "switch":
        first, brief = switch_sentences(bout)
        return BreakWords(first, brief)
    last = plan.bouts[index - 1] if index and before.kind == "rest" else None
    repeated = last is not None and last.exercise.id == bout.exercise.id
    begun = any(other.exercise.id == bout.exercise.id for other in plan.bouts[:index])
    words = _further(plan, index, before, manner) if repeated else _another(plan, index, before, manner, begun=begun)
    long = before.seconds >= LONG
    words = words if long else replace(words, again="", cue="")
    budget = FURTHER if repeated else NEW if words.spoken else KNOWN
    return _within(words, budget)


def said_cue(plan: Plan, index: int, before: Break, manner: Manner) -> str:
    """Find the cue that was said in the break before a bout; "" where none was."""
    return break_words(plan, index, before, manner).cue


def bout_cues(plan: Plan, index: int, manner: Manner) -> tuple[str, ...]:
    """List the cues of a bout, that which failed last time first."""
    return cues_of(plan.bouts, index, manner.failed.get(plan.bouts[index].exercise.id, ""))


def _another(plan: Plan, index: int, before: Break, manner: Manner, *, begun: bool) -> BreakWords:
    """Write the words before another exercise; one that was `begun` comes again in a later round."""
    bout = plan.bouts[index]
    explained = () if begun or not manner.explains(bout.exercise.id) else sentences_in(bout.exercise.spoken)
    first = name_sentence(bout, _opening(bout, before, manner, begun=begun))
    return BreakWords(
        first,
        brief=_brief(bout, before, first),
        changes=tuple(change_sentences(before, bout)),
        side="" if begun else side_sentence(bout),
        spoken=explained,
        dose=dose_sentence(bout) if not begun or _dose_changed(plan, index) else "",
        again=_essential(bout),
        cue="" if explained or stands(bout) else _first_cue(plan, index, manner),
    )


def _further(plan: Plan, index: int, before: Break, manner: Manner) -> BreakWords:
    """Write the words before a further set of the same exercise."""
    bout = plan.bouts[index]
    eased = plan.bouts[index - 1].exercise.name != bout.exercise.name
    return BreakWords(
        name_sentence(bout, "Next: ") if eased else set_sentence(bout),
        changes=tuple(change_sentences(before, bout)),
        dose=dose_sentence(bout) if _dose_changed(plan, index) else "",
        again=_essential(bout),
        cue="" if stands(bout) else _first_cue(plan, index, manner),
    )


def _opening(bout: Bout, before: Break, manner: Manner, *, begun: bool) -> str:
    if begun:
        return f"Round {number_word(bout.number)}: " if bout.round > 1 else "Next: "
    if manner.is_new(bout.exercise.id):
        return "New: "
    return "Next: " if before.kind == "rest" else ""


def _brief(bout: Bout, before: Break, first: str) -> str:
    """Write the name alone, for a short break in which more may not fit."""
    name = name_sentence(bout, sided=False)
    return name if before.seconds < BRIEF and name != first else ""


def _dose_changed(plan: Plan, index: int) -> bool:
    bout = plan.bouts[index]
    same = [other for other in plan.bouts[:index] if (other.exercise.id, other.side) == (bout.exercise.id, bout.side)]
    return bool(same) and same[-1].target != bout.target


def _essential(bout: Bout) -> str:
    """ "Clam shell, left."; "Side press, left leg stands."."""
    if not stands(bout):
        return name_sentence(bout)
    line = opening_part(bout.exercise.side_line(bout.side))
    return f"{bout.exercise.name}, {line[0].lower()}{line[1:]}."


def _first_cue(plan: Plan, index: int, manner: Manner) -> str:
    return sentence(next(iter(bout_cues(plan, index, manner)), ""))


def _within(words: BreakWords, budget: int) -> BreakWords:
    """Shorten until the words are within the budget: the name and what changes are always said."""
    for shorter in _shortened(words):
        if shorter.count <= budget:
            return shorter
        words = shorter
    return words


def _shortened(words: BreakWords) -> Iterator[BreakWords]:
    """List ever shorter words, each shorter in one thing."""
    yield words
    if words.side and opening_part(words.side) != words.side.rstrip("."):
        words = replace(words, side=sentence(opening_part(words.side)))
        yield words
    for change in (
        {"cue": sentence(opening_part(words.cue))},
        {"cue": ""},
        {"spoken": words.spoken[:1]},
        {"side": ""},
        {"dose": ""},
        {"spoken": ()},
        {"again": ""},
    ):
        words = replace(words, **change)
        yield words
