"""Facts about a setting: its kind, a line about it, and how it is chosen on the screen."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from msgspec import Struct

from glutetimer.core.toml.kinds import OneOf, ValueKind, Whole

#: Which numbers the voice says, and of which exercises it says how they are done.
Counting = Literal["off", "holds", "reps", "all"]
Explaining = Literal["first", "always", "never"]
#: Values with their words.
Named = tuple[tuple[object, str], ...]


def itself(*words: str) -> Named:
    """Words that say what they are."""
    return tuple((word, word) for word in words)


class SettingChoice(Struct, frozen=True):
    """How a setting is chosen. `words` are values with their words; `numbers` stand after them, with a unit."""

    label: str
    about: str
    words: Named = ()
    numbers: tuple[int, ...] = ()
    unit: str = ""
    #: Sound or sentence that demonstrates a change.
    sample: str = ""
    spoken: str = ""
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


class SettingSpec(Struct, frozen=True):
    """A setting: its dotted name, its kind, one line about it, a value for examples.

    `unset` says what holds while it is not set; "" where it has a usual value. `choice` is its row on the screen.
    """

    name: str
    kind: ValueKind
    about: str
    example: object
    unset: str = ""
    choice: SettingChoice | None = None

    @property
    def path(self) -> tuple[str, ...]:
        """Place in the file: `("volume", "ticks")`."""
        return tuple(self.name.split("."))


def whole(least: int, most: int, unit: str = "seconds") -> Whole:
    """Whole numbers from `least` to `most`."""
    return Whole(least, most, f"whole {unit}, {least} to {most}")


def one_of(words: tuple[str, ...]) -> OneOf:
    """One of these words."""
    return OneOf(words, f"one of {', '.join(words)}")


def every(kind: Whole) -> tuple[int, ...]:
    """List every number of a kind."""
    return tuple(range(kind.least, kind.most + 1))
