"""Choices of the settings screen: each setting's words, values and sentence. Pure."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from glutetimer.core.settings.settings import (
    LEAST_PAIN_LIMIT,
    LEAST_SETUP,
    LEAST_SWITCH,
    MOST_GOAL,
    MOST_PAIN_LIMIT,
    MOST_SETUP,
    MOST_SWITCH,
)

Named = tuple[tuple[object, str], ...]


class SettingChoice(Struct, frozen=True):
    """Setting by its dotted name. `words` are values with their words; `numbers` stand after them, with a unit."""

    name: str
    label: str
    about: str
    words: Named = ()
    numbers: tuple[int, ...] = ()
    unit: str = ""
    #: Sound or sentence that demonstrates a change.
    sample: str = ""
    spoken: str = ""
    #: Whether a group starts with it.
    first: bool = False
    #: First number where none is set.
    begins: int | None = None

    @property
    def is_number(self) -> bool:
        """Whether its values have ends."""
        return bool(self.numbers)

    def say(self, value: object) -> str:
        """Value in words."""
        return dict(self.words).get(value) or f"{value}{self.unit}"

    def choices(self, now: object) -> Named:
        """Values to choose from: also the present one, where a person has written another number or word."""
        values = [value for value, _ in self.words]
        numbers: Iterable[int] = self.numbers
        if isinstance(now, int) and now not in values:
            numbers = sorted({*numbers, now})
        elif now not in values:
            values.append(now)
        return tuple((value, self.say(value)) for value in (*values, *numbers))


def _itself(*words: str) -> Named:
    return tuple((word, word) for word in words)


_SWITCH = tuple(n for n in (*range(LEAST_SWITCH, 16), 20, 25, 30, 45, MOST_SWITCH))
_SETUP = (*range(LEAST_SETUP, 61, 5), 75, 90, MOST_SETUP)
_PERCENT = tuple(range(0, 101, 10))

BEFORE_KIT: tuple[SettingChoice, ...] = (
    SettingChoice(
        "first_side", "First side", "The leg that begins: the weaker one, if you have one.", _itself("left", "right")
    ),
    SettingChoice(
        "pace",
        "Pace",
        "Counted: the program counts. Tap: a press is a rep. Own: a press ends the bout.",
        ((None, "each exercise's own"), *_itself("counted", "tap", "own")),
    ),
    SettingChoice(
        "rest",
        "Rest",
        "Seconds between sets, for every session.",
        ((None, "the session's own"),),
        tuple(range(0, 181, 5)),
        " s",
        begins=30,
    ),
    SettingChoice(
        "switch", "Switch", "Seconds to change sides.", ((None, "5 s, lying 10 s"),), _SWITCH, " s", begins=5
    ),
    SettingChoice(
        "setup", "Set-up", "Seconds to get ready before the first bout.", ((None, "15 s"),), _SETUP, " s", begins=15
    ),
    SettingChoice(
        "mute",
        "Sound",
        "Quiet: no sound, and no voice; the whole screen flashes instead.",
        ((False, "on"), (True, "quiet")),
        first=True,
    ),
    SettingChoice(
        "volume.ticks",
        "Volume of ticks",
        "How loud counts, phases and reps are.",
        numbers=_PERCENT,
        unit=" %",
        sample="rep",
    ),
    SettingChoice(
        "volume.transitions",
        "Volume of transitions",
        "How loud go, halfway, change of sides, rest and finish are.",
        numbers=_PERCENT,
        unit=" %",
        sample="go",
    ),
    SettingChoice(
        "player",
        "Player",
        "What plays the sounds; auto takes the first that is there.",
        (
            *_itself("auto", "miniaudio", "simpleaudio"),
            ("system", "the system's own"),
            ("bell", "the terminal's bell"),
            ("none", "none"),
        ),
    ),
    SettingChoice(
        "voice",
        "Voice",
        "Says what comes next and how many; auto: where there is an engine for it.",
        _itself("auto", "on", "off"),
    ),
    SettingChoice(
        "volume.voice",
        "Volume of the voice",
        "How loud spoken words are.",
        numbers=_PERCENT,
        unit=" %",
        spoken="Next: clam shell.",
    ),
    SettingChoice(
        "count_aloud",
        "Count holds aloud",
        "The last ten seconds of holds are counted aloud.",
        ((False, "no"), (True, "yes")),
    ),
    SettingChoice(
        "theme",
        "Theme",
        "Colours; auto asks the terminal, 16 colours are the terminal's own.",
        (*_itself("auto", "dark", "light"), ("ansi-dark", "16 colours, dark"), ("ansi-light", "16 colours, light")),
        first=True,
    ),
    SettingChoice(
        "goal",
        "Goal per week",
        "Workouts a week; a week keeps the goal of its Monday.",
        numbers=tuple(range(1, MOST_GOAL + 1)),
    ),
    SettingChoice(
        "pain_limit",
        "Pain limit",
        "With more pain than this, of 10, an exercise ends for the day.",
        numbers=tuple(range(LEAST_PAIN_LIMIT, MOST_PAIN_LIMIT + 1)),
        unit=" of 10",
    ),
)
